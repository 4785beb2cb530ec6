"""Loading the members, the texts and their real votes from `seeds/`. Loading twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from unsim import members
from unsim.assembly.models import Member, RealVote, Resolution
from unsim.observers import Observer, read_observers
from unsim.resolutions import Text, read_resolutions
from unsim.rules.majority import Majority

AFTER_THE_MEMBERS = 901  # in seat order


@dataclass(frozen=True)
class Summary:
    """How many of each the database holds of the seeds now."""

    members: int
    resolutions: int
    real_votes: int


@transaction.atomic
def load(folder: Path) -> Summary:
    """BadSeed, with file and line, on the first seed that cannot be taken; then nothing is changed."""
    states = members.read_members(folder / "members.csv", folder / "member_names.csv")
    texts = read_resolutions(folder / "resolutions")
    seed_members(states)
    seed_observers(read_observers(folder / "observers.csv"))
    seed_resolutions(texts)
    votes = sum(len(text.roll_call.votes) for text in texts if text.roll_call)
    return Summary(len(states), len(texts), votes)


def seed_members(states: Iterable[members.Member]) -> None:
    rows = [
        Member(
            iso3=state.iso3,
            seat_order=state.seat_order,
            un_name=state.un_name,
            common_name=state.common_name,
            grid_label=state.grid_label,
            regional_group=state.regional_group,
            group_note=state.group_note,
            admitted=state.admitted,
            permanent=state.permanent,
            names=dict(state.names),
        )
        for state in states
    ]
    _seed(rows)


def seed_observers(observers: Iterable[Observer]) -> None:
    rows = [
        Member(
            iso3=observer.iso3,
            seat_order=AFTER_THE_MEMBERS + place,
            un_name=observer.un_name,
            common_name=observer.common_name,
            grid_label=observer.grid_label,
            group_note=observer.note,
            admitted=observer.since,
            observer=True,
            names=dict(observer.names),
        )
        for place, observer in enumerate(observers)
    ]
    _seed(rows)


def _seed(rows: list[Member]) -> None:
    columns = [field.name for field in Member._meta.fields if not field.primary_key]
    Member.objects.bulk_create(rows, update_conflicts=True, unique_fields=["iso3"], update_fields=columns)


def seed_resolutions(texts: Iterable[Text]) -> None:
    for text in texts:
        resolution, _made = Resolution.objects.update_or_create(slug=text.slug, room=None, defaults=_columns(text))
        _seed_roll_call(resolution, text)


def _columns(text: Text) -> dict[str, object]:
    return {
        "symbol": text.symbol,
        "title": text.title,
        "date": text.date,
        "body": text.body.value,
        "summary": text.summary,
        "sponsors": ", ".join(text.sponsors),
        "majority": (text.majority or Majority.SIMPLE).value,
        "procedural": text.procedural,
        "practice": text.practice,
        "source": text.source,
        "source_url": text.source_url,
    }


def _seed_roll_call(resolution: Resolution, text: Text) -> None:
    votes = text.roll_call.votes if text.roll_call else {}
    resolution.real_votes.exclude(member__in=list(votes)).delete()
    rows = [RealVote(resolution=resolution, member_id=iso3, choice=choice.value) for iso3, choice in votes.items()]
    RealVote.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["resolution", "member"], update_fields=["choice"]
    )
