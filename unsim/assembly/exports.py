"""A record as CSV, in the columns of the UN Digital Library's voting data as far as a class has something for them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from unsim.assembly.models import Member, Record
from unsim.assembly.records import footnotes_of
from unsim.assembly.wording import method_in_words
from unsim.rules.choices import Choice

OF_MEMBER = ("ms_code", "ms_name", "ms_vote")
OF_VOTE = ("date", "resolution", "title", "vote_note", "majority", "decision")
TOTALS = {"total_yes": "yes", "total_no": "no", "total_abstentions": "abstain", "total_non_voting": "absent"}
LETTERS = {Choice.YES: "Y", Choice.NO: "N", Choice.ABSTAIN: "A", Choice.ABSENT: ""}
# A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

Cell = str | int


def csv_of(record: Record) -> str:
    """Of a recorded vote one line for each delegation; of a secret ballot one line with the totals."""
    out = io.StringIO()
    writer = csv.writer(out)
    rows = _totals_alone(record) if record.content["votes"] is None else _by_member(record)
    writer.writerows([plain(cell) for cell in row] for row in rows)
    return out.getvalue()


def content_for_json(record: Record) -> dict[str, Any]:
    """All that the record holds, in the Digital Library's names for a member State's line (ms_code, ms_name, ms_vote).

    `ms_vote` is a letter as in the file, empty for not voting; after a secret ballot there are no lines, and
    `took_part` lists the codes of those whose paper was in the box.
    """
    content = {key: value for key, value in record.content.items() if key != "votes"}
    votes = record.content["votes"] or {}
    names = Member.everyone.filter(pk__in=list(votes)).values_list("iso3", "un_name")
    played, footnotes = record.content["simulated"], footnotes_of(record)
    lines = [
        {
            "ms_code": code,
            "ms_name": name,
            "ms_vote": LETTERS[Choice(votes[code])],
            "simulated": code in played,
            "note": "; ".join(footnotes.get(code, ())),
        }
        for code, name in names
    ]
    return {"date": record.declared_at.date().isoformat(), "vote_note": note_of(record), **content, "votes": lines}


def plain(cell: Cell) -> Cell:
    """Text that a spreadsheet would run is marked as text by an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _by_member(record: Record) -> Iterator[list[Cell]]:
    votes = record.content["votes"]
    played, footnotes = record.content["simulated"], footnotes_of(record)
    yield [*OF_MEMBER, *OF_VOTE, *TOTALS, "total_ms", "simulated", "note"]
    for code, name in Member.everyone.filter(pk__in=list(votes)).values_list("iso3", "un_name"):
        letter, simulated = LETTERS[Choice(votes[code])], "1" if code in played else ""
        yield [code, name, letter, *_of_vote(record), *_totals(record), simulated, "; ".join(footnotes.get(code, ()))]


def _totals_alone(record: Record) -> Iterator[list[Cell]]:
    yield [*OF_VOTE, *TOTALS, "total_ms"]
    yield [*_of_vote(record), *_totals(record)]


def _of_vote(record: Record) -> list[Cell]:
    content = record.content
    return [
        record.declared_at.date().isoformat(),
        content["symbol"],
        content["title"],
        note_of(record),
        content["majority"],
        content["decision"],
    ]


def note_of(record: Record) -> str:
    """What kind of vote it was, so that nobody takes it for a real one."""
    content = record.content
    notes = [_("Classroom simulation, not a vote of the United Nations")]
    notes.append(method_in_words(content["method"]).lower())
    if content["simulated"] and content["votes"]:
        notes.append(_("%(number)d of the delegations were simulated") % {"number": len(content["simulated"])})
    if content["experiment"]:
        notes.append(_("experiment: this text had been decided before"))
    if content["second_round"]:
        notes.append(_("second vote after an equal one (rule 95)"))
    return "; ".join(notes)


def _totals(record: Record) -> list[Cell]:
    tally = record.content["tally"] or {}
    return [*(tally.get(name, "") for name in TOTALS.values()), len(record.content["electorate"])]
