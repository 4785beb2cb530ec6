"""The forms of motions that need more than their name, and of what is handed in; read strictly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _now_in_words
from django.utils.translation import gettext_lazy as _

from unsim.rules.clauses import Change, ChangeKind, Clause, division_of
from unsim.rules.motions import METHOD, MotionKind

LONGEST_MINUTES, LONGEST_SPEECH, LONGEST_CLAUSE = 120, 1800, 2000
NAME_OF_A_PART = 80  # characters of Motion.name


class MoveForm(forms.Form):
    """A motion that its name says all about."""

    def __init__(
        self,
        data: QueryDict | None,
        *,
        clauses: Sequence[Clause] = (),
        names: Mapping[int, str] = MappingProxyType({}),
        open_again: Sequence[str] = (),
    ) -> None:
        super().__init__(data)
        self.clauses, self.names, self.open_again = clauses, names, open_again
        self.prepare()

    def prepare(self) -> None:
        """Fills the choices that depend on the meeting."""

    def choices(self) -> list[tuple[str, str]]:
        """The clauses, by key, with what they are called and how they begin."""
        new = _now_in_words("a new clause")
        return [(str(each.key), f"{self.names.get(each.key, new)}: {short(each.text)}") for each in self.clauses]

    def particulars(self) -> dict[str, Any]:
        """What is moved in particular, as a step keeps it."""
        return {}


class TimeForm(MoveForm):
    minutes = forms.DecimalField(label=_("Minutes"), min_value=1, max_value=LONGEST_MINUTES, decimal_places=1)

    def particulars(self) -> dict[str, Any]:
        return {"seconds": int(self.cleaned_data["minutes"] * 60)}


class LimitForm(MoveForm):
    seconds = forms.IntegerField(
        label=_("Seconds of each speech"), min_value=10, max_value=LONGEST_SPEECH, help_text=_("120 are two minutes.")
    )

    def particulars(self) -> dict[str, Any]:
        return {"seconds": self.cleaned_data["seconds"]}


class CaucusForm(TimeForm):
    each = forms.IntegerField(label=_("Seconds of each speech"), min_value=10, max_value=LONGEST_SPEECH)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("minutes") and data.get("each") and data["each"] > data["minutes"] * 60:
            self.add_error("each", _("A speech cannot be longer than the whole caucus."))
        return data

    def particulars(self) -> dict[str, Any]:
        return {**super().particulars(), "each": self.cleaned_data["each"]}


class DivisionForm(MoveForm):
    """Each clause that is ticked is a part of its own, or all of them together are one."""

    parts = forms.MultipleChoiceField(
        label=_("Vote separately on"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one clause.")},
    )
    together = forms.ChoiceField(
        label=_("How"),
        widget=forms.RadioSelect,
        initial="0",
        choices=[("0", _("on each of them by itself")), ("1", _("on all of them together"))],
    )

    def prepare(self) -> None:
        choices_of(self, "parts", self.choices())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("together") == "1" and len(",".join(data.get("parts", []))) > NAME_OF_A_PART:
            self.add_error("parts", _("That is too much for one part. Tick fewer clauses."))
        return data

    def particulars(self) -> dict[str, Any]:
        keys = [int(key) for key in self.cleaned_data["parts"]]
        groups = [keys] if self.cleaned_data["together"] == "1" else [[key] for key in keys]
        division = division_of(self.clauses, groups)
        return {"parts": [list(part) for part in division.parts], "rest_operative": division.rest_operative}


class ReconsiderForm(MoveForm):
    about = forms.ChoiceField(label=_("What to reconsider"), widget=forms.RadioSelect)

    def prepare(self) -> None:
        how = _now_in_words("How to vote")
        choices_of(self, "about", [(name, how if name == METHOD else name) for name in self.open_again])
        if len(self.open_again) == 1:
            self.fields["about"].initial = self.open_again[0]

    def particulars(self) -> dict[str, Any]:
        return {"about": self.cleaned_data["about"]}


class AmendmentForm(MoveForm):
    """An amendment adds to the text, deletes from it or revises a part of it (rule 90)."""

    change = forms.ChoiceField(
        label=_("What it does"),
        widget=forms.RadioSelect,
        choices=[
            (ChangeKind.ADD.value, _("adds a clause")),
            (ChangeKind.DELETE.value, _("deletes a clause")),
            (ChangeKind.REVISE.value, _("revises a clause")),
        ],
    )
    at = forms.TypedChoiceField(label=_("Which clause"), coerce=int, help_text=_("A new one comes after this clause."))
    text = forms.CharField(
        label=_("The new words"),
        required=False,
        max_length=LONGEST_CLAUSE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Nothing to write where a clause is deleted. A new clause that begins with “1.” is operative."),
    )

    def prepare(self) -> None:
        first = ("0", _now_in_words("at the beginning, before the first clause"))
        choices_of(self, "at", [first, *self.choices()])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        kind = data.get("change")
        if kind in (ChangeKind.ADD, ChangeKind.REVISE) and not data.get("text", "").strip():
            self.add_error("text", _("Write the new words."))
        if kind in (ChangeKind.DELETE, ChangeKind.REVISE) and data.get("at") == 0:
            self.add_error("at", _("Choose the clause that is changed."))
        return data

    def what(self) -> Change:
        sent = self.cleaned_data
        kind = ChangeKind(sent["change"])
        return Change(kind, sent["at"], "" if kind is ChangeKind.DELETE else sent["text"].strip())


def short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:88].rstrip()} …"


def choices_of(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    form.fields[name].choices = choices  # type: ignore[attr-defined]


FORMS: Mapping[MotionKind, type[MoveForm]] = {
    MotionKind.TIME_LIMIT: LimitForm,
    MotionKind.UNMODERATED_CAUCUS: TimeForm,
    MotionKind.MODERATED_CAUCUS: CaucusForm,
    MotionKind.DIVISION: DivisionForm,
    MotionKind.RECONSIDER: ReconsiderForm,
    MotionKind.AMENDMENT: AmendmentForm,
}


def form_for(kind: MotionKind) -> type[MoveForm]:
    return FORMS.get(kind, MoveForm)


def count_in(data: QueryDict, name: str) -> int | None:
    """A number of hands; an empty field is none of them. None for what is no number."""
    text = data.get(name, "").strip() or "0"
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else None
