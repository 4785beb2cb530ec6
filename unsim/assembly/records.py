"""What a declaration writes down: everything of a vote that a reader of the record will ever need."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from unsim.assembly.council import vetoes_of
from unsim.assembly.counting import (
    TOTALS,
    Result,
    is_named,
    is_second_round,
    is_secret,
    played_at,
    result_of_students,
    votes_of,
)
from unsim.assembly.entering import entered_at
from unsim.assembly.models import Ballot, Member, Record
from unsim.rooms.models import Room
from unsim.rules.choices import Choice


def content_of(ballot: Ballot, result: Result) -> dict[str, Any]:
    """The JSON of a Record.

    `tally` is None where only the outcome is published, and where nobody voted. `votes` (code -> choice, for the whole
    electorate) is None after a vote without names; `took_part` lists whose paper was in the box of a secret ballot,
    None otherwise. `entered`: codes of the delegations whose vote the chair entered. `roll_call`: each answer, in the
    order given. `simulated`: codes of the delegations that no student spoke for; `students`: what the others alone
    decided, None if all are students' or too few were present. `vetoes`: codes.
    """
    return {
        "of": ballot.motion.of,
        "title": ballot.motion.words or ballot.motion.resolution.title,
        "symbol": ballot.motion.resolution.symbol,
        "method": ballot.motion.method,
        "majority": ballot.motion.majority,
        "decision": result.outcome.value,
        "sum": result.sum,
        "rule": result.rule,
        "tally": {name: getattr(result.tally, name) for name in TOTALS} if result.tally else None,
        "electorate": ballot.electorate,
        "votes": _votes(ballot) if is_named(ballot) else None,
        "took_part": ballot.cast if is_secret(ballot) else None,
        "simulated": _simulated(ballot),
        "students": _students(ballot),
        "vetoes": vetoes_of(ballot) if is_named(ballot) else [],
        "entered": sorted(entered_at(ballot.pk)) if is_named(ballot) else [],
        "roll_call": ballot.roll["given"] if ballot.roll else None,
        "experiment": is_experiment(ballot),
        "second_round": is_second_round(ballot),
    }


def _votes(ballot: Ballot) -> dict[str, str]:
    cast = votes_of(ballot)
    return {code: cast.get(code, Choice.ABSENT).value for code in ballot.electorate}


def _students(ballot: Ballot) -> dict[str, Any] | None:
    """Beside the seats that were played when they were empty. In a demonstration simulated people vote as students."""
    played = played_at(ballot)
    result = result_of_students(ballot, played) if played else None
    if result is None or result.tally is None:
        return None
    tally = {name: getattr(result.tally, name) for name in TOTALS}
    return {"decision": result.outcome.value, "sum": result.sum, "tally": tally}


def _simulated(ballot: Ballot) -> list[str]:
    """Empty seats that were played, and those of the simulated people of a demonstration."""
    delegations = ballot.motion.meeting.delegations.filter(
        member__in=ballot.electorate, seats__participant__simulated=True
    )
    alone = delegations.exclude(seats__participant__simulated=False).values_list("member_id", flat=True)
    return sorted({*alone, *played_at(ballot)})


def is_experiment(ballot: Ballot) -> bool:
    """Whether this text was decided in this room before: then the first decision stands (rule 81).

    Motions, amendments and parts are none; nor is the vote on a text that the meeting decided to reconsider.
    """
    motion = ballot.motion
    if motion.of != "whole":
        return False
    earlier = Record.objects.filter(
        ballot__motion__meeting__room=motion.meeting.room,
        ballot__motion__resolution=motion.resolution,
        ballot__motion__of="whole",
    )
    if motion.settles:
        earlier = earlier.exclude(ballot__motion__meeting=motion.meeting)
    return earlier.exclude(ballot__motion=motion).exists()


def named_votes(record: Record) -> list[tuple[Member, str, list[str]]]:
    """In English alphabetical order: each delegation's vote, or after a secret ballot whether it took part; and its
    footnotes. Nobody after a vote without names."""
    content = record.content
    if content["votes"] is None and content["took_part"] is None:
        return []
    votes = content["votes"] or dict.fromkeys(content["took_part"] or (), "cast")
    members = Member.everyone.filter(pk__in=content["electorate"])
    notes = footnotes_of(record)
    return [(member, votes.get(member.pk, Choice.ABSENT.value), notes.get(member.pk, [])) for member in members]


def footnotes_of(record: Record) -> dict[str, list[str]]:
    """By member code: that a vote was entered for it, that it had meant to vote otherwise. The totals stand."""
    notes = {code: [_("entered by the chair")] for code in record.content.get("entered", ())}
    for noted in record.corrections.all():
        meant = _("had meant to vote: %(choice)s") % {"choice": noted.get_intended_display()}
        notes.setdefault(noted.member_id, []).append(meant)
    return notes


def record_in(room: Room, pk: int) -> Record:
    """404 for a record of another room."""
    records = Record.objects.select_related("ballot__motion__meeting__room", "ballot__motion__resolution")
    return get_object_or_404(records, pk=pk, ballot__motion__meeting__room=room)
