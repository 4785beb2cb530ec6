"""What the forms of the hall send, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from unsim.assembly.models import Resolution
from unsim.refusals import Refusal
from unsim.rooms.models import Participant
from unsim.rules.choices import CASTABLE, Choice
from unsim.rules.majority import Majority

V = TypeVar("V")
HERE = "here"  # the value of the field `text` for a text that is typed in
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
    """The text of a new meeting: one that is there, or one typed in (title, text, majority)."""

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

    def __init__(self, resolutions: Mapping[str, Resolution], data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.resolutions = resolutions
        self.fields["text"].choices = [(key, key) for key in (*resolutions, HERE)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        if data.get("text") == HERE and not data.get("title"):
            self.add_error("title", _("Give the text a title."))
        if data.get("text") == HERE and not data.get("majority"):
            self.add_error("majority", NoMajority.message)
        return data

    def chosen(self) -> Resolution | None:
        """None for a text that was typed in."""
        return self.resolutions.get(self.cleaned_data["text"])


def choice_in(data: QueryDict) -> Choice:
    return _one_of({choice.value: choice for choice in CASTABLE}, data.get("choice", ""), NoChoice)


def majority_in(data: QueryDict) -> Majority:
    return _one_of({majority.value: majority for majority in Majority}, data.get("majority", ""), NoMajority)


def on_in(data: QueryDict) -> bool:
    return _one_of({"1": True, "0": False}, data.get("on", ""), NoSuchChoice)


def hidden_in(data: QueryDict) -> bool:
    return _one_of({"live": False, "hidden": True}, data.get("board", "live"), NoSuchChoice)


def size_in(data: QueryDict, people: int, members: int) -> int:
    """How many delegations to deal to so many people; each kind of answer but a number follows from them."""
    number = data.get("number", "")
    sizes = {"each": people, "pairs": (people + 1) // 2, "all": members}
    if data.get("size") == "number" and number.isascii() and number.isdigit() and len(number) <= 3:
        return int(number)
    return _one_of(sizes, data.get("size", ""), NoSize)


def seats_in(data: QueryDict, people: Mapping[int, Participant]) -> dict[Participant, str | None]:
    """Participant -> member code, or None to observe, out of the fields `seat-NUMBER`; an empty one changes nothing."""
    sent = {person: data.get(f"seat-{pk}", "") for pk, person in people.items()}
    return {person: None if code == OBSERVE else code for person, code in sent.items() if code}


def _one_of(known: Mapping[str, V], word: str, refusal: type[Refusal]) -> V:
    if word not in known:
        raise refusal
    return known[word]
