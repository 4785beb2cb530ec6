"""Stored facts as the item craft takes them."""

from __future__ import annotations

from collections.abc import Sequence

from quizzes.items import Finding
from quizzes.models import Fact


def findings_of(facts: Sequence[Fact]) -> list[Finding]:
    """The findings of one article's facts, of which some may have been left out.

    A position names its tally by place in the list: what is left out before the tally moves that place, and where the
    tally itself is left out the position stands alone.
    """
    places = {fact.number: place for place, fact in enumerate(facts)}
    return [_finding(fact, places) for fact in facts]


def _finding(fact: Fact, places: dict[int, int]) -> Finding:
    finding = fact.as_finding()
    if fact.values.get("tally") is None:
        return finding
    values = {**fact.values, "tally": places.get(fact.values["tally"])}
    return Finding(fact.kind, values, fact.start, fact.end, fact.sentence, fact.rule)
