"""What a phone and the desk show of the way in which a vote is taken."""

from __future__ import annotations

from typing import Any

from unsim.assembly.cards import Card, buttons_of, own_vote
from unsim.assembly.counting import is_named
from unsim.assembly.hall import Hall
from unsim.assembly.models import Ballot, Correction
from unsim.assembly.rolls import lights_of, roll_of
from unsim.rules.roll_call_vote import Answer


def own_part(ballot: Ballot | None, delegation: int | None, card: Card) -> dict[str, Any]:
    """Of a delegation; nothing if it has no vote in this round."""
    if ballot is None or card.code not in ballot.electorate:
        return {}
    mine = {"votes": True, "vote": own_vote(ballot, delegation), "buttons": buttons_of(ballot, card)}
    return mine | _own_call(ballot, card) | _own_correction(ballot, card)


def _own_call(ballot: Ballot, card: Card) -> dict[str, Any]:
    """In a roll call: what this delegation may answer, if it is called, and what it answered last."""
    roll = roll_of(ballot)
    if roll is None:
        return {}
    call = roll.call()
    mine = call.answers if call and call.member == card.code else ()
    # That nobody answered is for the President to say.
    answers = tuple(answer for answer in mine if answer is not Answer.SILENT)
    return {"answers": answers, "answered": lights_of(roll).get(card.code, "")}


def _own_correction(ballot: Ballot, card: Card) -> dict[str, Any]:
    if not _is_correctable(ballot):
        return {}
    noted = Correction.objects.filter(record__ballot=ballot, member=card.code).values_list("intended", flat=True)
    return {"correctable": True, "correction": noted.first() or ""}


def desk_part(ballot: Ballot, hall: Hall) -> dict[str, Any]:
    """What the President or a teller may enter."""
    if _is_correctable(ballot):
        noted = Correction.objects.filter(record__ballot=ballot).select_related("member")
        return {"correctable": True, "corrections": list(noted)}
    roll = roll_of(ballot)
    call = roll.call() if roll else None
    if call is None:
        return {}
    absent = {place.code for place in hall.places if not place.present}
    return {"answers": call.answers, "called_is_absent": call.member in absent}


def _is_correctable(ballot: Ballot) -> bool:
    return ballot.stage == "declared" and is_named(ballot)
