"""What a declaration writes down: everything of a vote that a reader of the record will ever need."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404

from unsim.assembly.counting import TOTALS, Result, is_second_round, is_named, is_secret, votes_of
from unsim.assembly.models import Ballot, Member, Record
from unsim.rooms.models import Room
from unsim.rules.choices import Choice


def content_of(ballot: Ballot, result: Result) -> dict[str, Any]:
    """The JSON of a Record.

    `tally` is None where only the outcome is published. `votes` (code -> choice, for the whole electorate) is None
    after a secret ballot; there `took_part` lists whose paper was in the box. `simulated`: codes of the delegations
    that no student spoke for.
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
        "experiment": is_experiment(ballot),
        "second_round": is_second_round(ballot),
    }


def _votes(ballot: Ballot) -> dict[str, str]:
    cast = votes_of(ballot)
    return {code: cast.get(code, Choice.ABSENT).value for code in ballot.electorate}


def _simulated(ballot: Ballot) -> list[str]:
    delegations = ballot.motion.meeting.delegations.filter(
        member__in=ballot.electorate, seats__participant__simulated=True
    )
    return sorted(
        delegations.exclude(seats__participant__simulated=False).values_list("member_id", flat=True).distinct()
    )


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


def named_votes(record: Record) -> list[tuple[Member, str]]:
    """In English alphabetical order: each delegation's vote, or after a secret ballot whether it took part. Nobody
    after a vote without names."""
    content = record.content
    if content["votes"] is None and content["took_part"] is None:
        return []
    votes = content["votes"] or dict.fromkeys(content["took_part"] or (), "cast")
    members = Member.everyone.filter(pk__in=content["electorate"])
    return [(member, votes.get(member.pk, Choice.ABSENT.value)) for member in members]


def record_in(room: Room, pk: int) -> Record:
    """404 for a record of another room."""
    records = Record.objects.select_related("ballot__motion__meeting__room", "ballot__motion__resolution")
    return get_object_or_404(records, pk=pk, ballot__motion__meeting__room=room)
