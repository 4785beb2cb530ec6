"""Plain text, and Markdown with or without front matter."""

import re

from quizzes.items.intake.decoding import decoded
from quizzes.items.intake.document import Document

LONGEST_HEADLINE = 150  # characters; a longer first line is the text itself
# How many lines at the top may hold it, and the fewest words of one that is no mere heading of the page.
_HEAD, _WORDS = 8, 4
# "GA/SHC/4251", "23rd Meeting (PM)", "By Jane Roe", "Ministry of Foreign Affairs"
_SYMBOL = re.compile(
    r"[A-Z]+/|By [A-Z]|Hon\.? |(?:Minister|Ministry|Office|Department) (?:of|for)\b|\d+(?:st|nd|rd|th)\b|(?:Mon|"
    r"Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
# "…     Updated: 2024-03-29 17:00:12"
_STAMP = re.compile(r"\s{2,}(?:Updated|Published|Posted|Modified)\b.*$|\s*\|\s*(?:Updated|Published).*$")
_DATE_LABEL = re.compile(r"^date \d")
_FENCE = "---"
_FIELD = re.compile(r"([\w-]+):[ \t]*(.*)")
# What the front matter of articles calls each thing.
_NAMES = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "site", "source"),
    "published": ("published", "date"),
    "link": ("link", "url", "canonical"),
}
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
# Markup that would stand between the words, each with what stays of it.
_MARKUP = (
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^)\s]{0,2000}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,2000}\)"), r"\1"),
    (_HEADING, r"\1"),
    (re.compile(r"^>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^\n*_]{1,500})(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)([^\n*_]{1,500})(?<=\S)\1(?![\w*])"), r"\2"),
)


def take_text(data: bytes) -> Document:
    text = decoded(data) or ""
    return Document(text, title=headline(text))


def take_markdown(data: bytes) -> Document:
    text = (decoded(data) or "").replace("\r\n", "\n")
    fields, body = _parted(text)
    known = {name: next((fields[key] for key in keys if fields.get(key)), "") for name, keys in _NAMES.items()}
    heading = _HEADING.search(body)
    known["title"] = known["title"] or (heading[1] if heading else headline(body))
    return Document(_unmarked(body), **known)


def headline(text: str) -> str:
    """The first line where it can be a title; a line of fewer words above it is the head of a page."""
    lines = [line.strip() for line in text.strip().split("\n", _HEAD)[:_HEAD] if line.strip()]
    fit = [line for line in lines if len(line) <= LONGEST_HEADLINE and not _DATE_LABEL.match(line)]
    if not lines or lines[0] not in fit:
        return ""
    return _STAMP.sub("", next((line for line in fit if _is_title(line)), lines[0]))


def _is_title(line: str) -> bool:
    return len(line.split()) >= _WORDS and not _SYMBOL.match(line) and not line.endswith((".", ":"))


def _parted(text: str) -> tuple[dict[str, str], str]:
    """The front matter's fields and the rest. What only looks like front matter is text."""
    lines = text.split("\n")
    if lines[0].strip() != _FENCE or _FENCE not in (ends := [line.strip() for line in lines[1:]]):
        return {}, text
    end = ends.index(_FENCE) + 1
    fields = [_FIELD.fullmatch(line) for line in lines[1:end]]
    known = {field[1].lower(): field[2].strip().strip("\"'") for field in fields if field}
    return known, "\n".join(lines[end + 1 :]).lstrip("\n")


def _unmarked(text: str) -> str:
    for markup, stays in _MARKUP:
        text = markup.sub(stays, text)
    return text
