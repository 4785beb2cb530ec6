"""What the forms of the hall send, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from unsim.assembly.dais import Role
from unsim.assembly.models import Resolution
from unsim.refusals import Refusal
from unsim.rooms.models import Participant, Room
from unsim.rules.choices import CASTABLE, Choice

V = TypeVar("V")
HERE = "here"  # the value of the field `text` for a text that is typed in
OCTOBER = "october_2022"  # and for the guided script
OBSERVE = "observe"


class NoChoice(Refusal):
    status = 422
    message = _("Nothing was chosen. Press one of the three buttons: in favour, against or abstain.")


class NoMajority(Refusal):
    status = 422
    message = _("Choose by which majority the question is decided.")


class NoSize(Refusal):
    status = 422
    message = _("Say how many delegations to deal: a whole number from 1 to the number of all members.")


class NoSuchChoice(Refusal):
    status = 422
    message = _("That is not on this page. Choose one of its buttons.")


class MeetingForm(forms.Form):
    """The text of a new meeting, one that is there or one typed in (title, text, majority), and the rules it goes by.

    In place of a text the script of October 2022; `prologue`: it begins in the Council.
    """

    text = forms.ChoiceField(label=_("Text"), widget=forms.RadioSelect)
    title = forms.CharField(label=_("Title"), max_length=300, required=False)
    words = forms.CharField(
        label=_("Text"), max_length=10_000, required=False, widget=forms.Textarea(attrs={"rows": 8})
    )
    majority = forms.ChoiceField(
        label=_("Majority"),
        required=False,
        choices=[
            ("simple", _("More in favour than against (rule 85)")),
            ("two_thirds", _("Two thirds of those present and voting (rule 83)")),
        ],
    )

    rules = forms.CharField(label=_("Rules"), required=False, max_length=40)
    prologue = forms.BooleanField(required=False)

    def __init__(self, resolutions: Mapping[str, Resolution], data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.resolutions = resolutions
        self.fields["text"].choices = [(key, key) for key in (*resolutions, HERE, OCTOBER)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        if data.get("text") == HERE and not data.get("title"):
            self.add_error("title", _("Give the text a title."))
        if data.get("text") == HERE and not data.get("majority"):
            self.add_error("majority", NoMajority.message)
        return data

    @property
    def scripted(self) -> bool:
        return bool(self.cleaned_data["text"] == OCTOBER)

    def chosen(self) -> Resolution | None:
        """None for a text that was typed in."""
        return self.resolutions.get(self.cleaned_data["text"])


def choice_in(data: QueryDict) -> Choice:
    return one_of({choice.value: choice for choice in CASTABLE}, data.get("choice", ""), NoChoice)


def role_in(data: QueryDict) -> Role:
    return one_of({role.value: role for role in Role}, data.get("role", ""), NoSuchChoice)


def person_in(data: QueryDict, room: Room) -> Participant:
    people = {str(person.pk): person for person in room.participants.here()}
    return one_of(people, data.get("person", ""), NoSuchChoice)


def choice_or_none_in(data: QueryDict) -> Choice:
    """ABSENT for no vote, besides the three."""
    return one_of({choice.value: choice for choice in Choice}, data.get("choice", ""), NoChoice)


def on_in(data: QueryDict) -> bool:
    return one_of({"1": True, "0": False}, data.get("on", ""), NoSuchChoice)


def size_in(data: QueryDict, people: int, members: int) -> int:
    """How many delegations to deal to so many people; each kind of answer but a number follows from them."""
    number = data.get("number", "")
    sizes = {"each": people, "pairs": (people + 1) // 2, "all": members}
    if data.get("size") == "number" and number.isascii() and number.isdigit() and len(number) <= 3:
        return int(number)
    return one_of(sizes, data.get("size", ""), NoSize)


def seats_in(data: QueryDict, people: Mapping[int, Participant]) -> dict[Participant, str | None]:
    """Participant -> member code, or None to observe, out of the fields `seat-NUMBER`; an empty one changes nothing."""
    sent = {person: data.get(f"seat-{pk}", "") for pk, person in people.items()}
    return {person: None if code == OBSERVE else code for person, code in sent.items() if code}


def one_of(known: Mapping[str, V], word: str, refusal: type[Refusal]) -> V:
    if word not in known:
        raise refusal
    return known[word]
