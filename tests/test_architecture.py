"""The walls of the house: who may import whom, and that nothing is fetched from elsewhere."""

import ast
import re
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
TEMPLATES = sorted(ROOT.glob("templates/**/*.html"))
SCRIPTS = sorted(ROOT.glob("unsim/static/unsim/*.js"))
SOURCES = sorted([*ROOT.glob("unsim/**/*.py"), *ROOT.glob("quizzes/**/*.py")])


def test_import_contracts_hold():
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_templates_keep_to_the_policy(template):
    """No inline style or script, nothing that needs eval, nothing from another site."""
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=", text), "an inline style"
    assert not re.search(r"<script(?![^>]*\ssrc=)", text), "an inline script"
    assert not re.search(r"\son[a-z]+=|hx-on", text), "an inline handler"
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", text), "something from another site"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_has_words_in_it(script):
    """Words come from the page, where they are translated: no string in a script reads like a sentence."""
    script = script.read_text(encoding="utf-8")
    code = re.sub(r"//.*|/\*[\s\S]*?\*/", "", script)
    strings = re.findall(r'"([^"\n]*)"|\'([^\'\n]*)\'|`([^`]*)`', code)
    assert not [s for group in strings for s in group if re.search(r"[a-z] [a-z]+ [a-z]", s, re.IGNORECASE)]


def test_acts_are_given_the_time():
    """Only views, commands and the live hub look at the clock: an act and a read are told what time it is."""
    looked = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if "timezone.now" in path.read_text(encoding="utf-8")
        and not re.search(r"views|management|live", str(path.relative_to(ROOT)))
    ]
    assert looked == []


def test_no_file_and_no_function_is_long():
    long = []
    for path in SOURCES:
        if "migrations" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > 300:
            long.append(f"{path.relative_to(ROOT)}: {text.count(chr(10))} lines")
        long += [
            f"{path.relative_to(ROOT)}: {node.name}"
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 40
        ]
    assert long == []
