"""Of the forms of facts, what their pages (tests/quizzes/views/test_facts.py) do not show."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.http import QueryDict

from quizzes.fact_forms import FORMS
from quizzes.items import Kind, read
from quizzes.items.passages import passage_at
from quizzes.models import Fact

BRIEFS = sorted(Path(settings.SEEDS_DIR, "articles").glob("*.md"))


def test_every_kind_has_one():
    assert set(FORMS) == {kind.value for kind in Kind}


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_what_is_found_and_sent_as_it_was_shown_is_no_change(path):
    text = path.read_text(encoding="utf-8")
    findings = read(text, date(2022, 10, 6))
    tallies = [Fact(number=n, start=f.start, values=f.values) for n, f in enumerate(findings) if f.kind == Kind.TALLY]
    assert findings
    for finding in findings:
        passage = passage_at(text, finding.start, finding.end)
        shown = FORMS[finding.kind](None, passage, tallies, finding.values)
        sent = QueryDict(mutable=True)
        sent.update({name: str(shown[name].value()) for name in shown.fields})
        form = FORMS[finding.kind](sent, passage, tallies, finding.values)
        assert form.is_valid(), form.errors
        assert form.values() == dict(finding.values)
