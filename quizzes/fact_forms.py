"""A fact as the teacher gives it: one form for each kind, which takes the values of a finding and gives them back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.forms import Line, clean_edtf
from quizzes.items import Kind, Value
from quizzes.items.passages import LONGEST_WORDS, Ambiguous, NotFound, Passage, find_passage
from quizzes.items.reading.bodies import SIZES
from quizzes.items.reading.numbers import find_numbers
from quizzes.models import Fact
from quizzes.wording import RULES, VOTES, vote_in_figures
from unsim.members import Member, all_members

LARGEST = 1_000_000_000
LONGEST_LINE = 500  # characters
ROLES = ("yes", "no", "abstain", "absent")
Choices = list[tuple[str, Any]]
_AFTER_VOTED = re.compile(r"(?:to|on|for|against|in favour of) \w")
_FIGURES = re.compile(r"\d[\d,]*")
_NOT_SAID = ("", gettext_lazy("not said"))


class FactForm(forms.Form):
    """`values()` of the valid form has the shape of its kind: quizzes.items.Finding."""

    kind: ClassVar[str]

    def __init__(
        self, data: QueryDict | None, passage: Passage, tallies: Sequence[Fact], told: Mapping[str, Any]
    ) -> None:
        self.passage, self.tallies, self.told = passage, tallies, told
        super().__init__(data, initial=self.shown())
        if "body" in self.fields:
            cast(forms.ChoiceField, self.fields["body"]).choices = self._bodies()

    def _bodies(self) -> Choices:
        """Those that are known by their size, and the one that the fact has already."""
        return [_NOT_SAID, *((body, body) for body in dict.fromkeys([*SIZES, self.told.get("body")]) if body)]

    def shown(self) -> dict[str, Any]:
        """The values as the fields show them."""
        return {name: _shown(value) for name, value in self.told.items()}

    def figures(self) -> list[forms.BoundField]:
        """The numbers of a vote, which stand side by side."""
        return [self[role] for role in ROLES if role in self.fields]

    def lines(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in ROLES]

    def values(self) -> dict[str, Value]:
        found = ((name, self.cleaned_data.get(name)) for name in self.fields)
        return {name: None if value == "" else cast(Value, value) for name, value in found}


def _shown(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    return "" if value is None else value


def _line(label: Any, *, required: bool = True) -> Line:
    return Line(label=label, max_length=LONGEST_LINE, required=required)


def _shown_name(member: Member) -> str:
    return member.common_name


class Subject(Line):
    """What a vote was about, in words that go on after "voted", as stems put it."""

    def clean(self, value: Any) -> str:
        words = super().clean(value)
        return words if not words or _AFTER_VOTED.match(words) else f"on {words}"


def _subject(label: Any) -> Subject:
    return Subject(
        label=label,
        max_length=LONGEST_LINE,
        required=False,
        help_text=gettext_lazy(
            "As it goes on after “voted”: “to condemn the annexation”, “on a resolution about human rights”."
        ),
    )


def _number(label: Any, *, required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=LARGEST, required=required)


def _date() -> Edtf:
    return Edtf(
        label=gettext_lazy("Date"),
        max_length=21,
        required=False,
        help_text=gettext_lazy("As 2022-10-12; a month (2022-10) or a year will do."),
    )


class Edtf(forms.CharField):
    def clean(self, value: Any) -> str:
        return clean_edtf(super().clean(value))


def _body(*, required: bool) -> forms.ChoiceField:
    return forms.ChoiceField(label=gettext_lazy("Body"), required=required)


def _member() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=gettext_lazy("Member"),
        choices=[("", ""), *((each.iso3, each.common_name) for each in sorted(all_members(), key=_shown_name))],
    )


class TallyForm(FactForm):
    kind = Kind.TALLY.value
    body = _body(required=False)
    yes = _number(gettext_lazy("In favour"), required=False)
    no = _number(gettext_lazy("Against"), required=False)
    abstain = _number(gettext_lazy("Abstaining"), required=False)
    absent = _number(gettext_lazy("Not voting"), required=False)
    date = _date()
    subject = _subject(gettext_lazy("What was voted on"))
    adopted = forms.TypedChoiceField(
        label=gettext_lazy("Outcome"),
        choices=[_NOT_SAID, ("True", gettext_lazy("adopted")), ("False", gettext_lazy("rejected"))],
        coerce=lambda text: text == "True",
        empty_value=None,
        required=False,
    )

    def clean(self) -> None:
        """The checks of every reading: at least two figures, and no more votes than the body has members."""
        figures = [number for role in ROLES if (number := self.cleaned_data.get(role)) is not None]
        if len(figures) < 2:
            raise forms.ValidationError(_("Give at least two of the numbers."))
        size = SIZES.get(self.cleaned_data.get("body") or "")
        if size and sum(figures) > size:
            raise forms.ValidationError(_("These are more votes than the body has members (%(n)d).") % {"n": size})


class PositionForm(FactForm):
    kind = Kind.POSITION.value
    member = _member()
    vote = forms.ChoiceField(label=gettext_lazy("How it voted"), choices=[("", ""), *VOTES.items()])
    tally = forms.TypedChoiceField(
        label=gettext_lazy("In which vote"), coerce=int, empty_value=None, required=False, choices=()
    )

    def shown(self) -> dict[str, Any]:
        nearest = min(self.tallies, key=lambda tally: abs(tally.start - self.passage.start), default=None)
        return {"tally": nearest.number if nearest else "", **super().shown()}

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        field = cast(forms.TypedChoiceField, self.fields["tally"])
        field.choices = [_NOT_SAID, *((tally.number, _vote_in_words(tally)) for tally in self.tallies)]


def _vote_in_words(tally: Fact) -> str:
    return " · ".join(str(part) for part in (vote_in_figures(tally.values), tally.values.get("subject")) if part)


class VetoForm(FactForm):
    kind = Kind.VETO.value
    member = _member()
    date = _date()
    subject = _subject(gettext_lazy("What was vetoed"))


class MembershipForm(FactForm):
    kind = Kind.MEMBERSHIP.value
    body = _body(required=True)
    count = _number(gettext_lazy("Number of members"))


class QuoteForm(FactForm):
    kind = Kind.QUOTE.value
    speaker = _line(gettext_lazy("Speaker"))
    role = _line(gettext_lazy("The speaker's role"), required=False)
    text = forms.CharField(
        label=gettext_lazy("The words quoted, as printed"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def shown(self) -> dict[str, Any]:
        return {"text": self.passage.words.strip("\"“”'‘’ "), **super().shown()}

    def clean_text(self) -> str:
        """Nobody's words are changed: what is quoted is what stands in the passage, or what was found to be quoted."""
        text: str = self.cleaned_data["text"]
        if text.split() == str(self.told.get("text") or "").split():
            return str(self.told["text"])
        try:
            return find_passage(self.passage.sentence, text).words
        except Ambiguous:
            return text
        except NotFound as error:
            raise forms.ValidationError(_("These words do not stand in the passage. Copy them from it.")) from error


class OfficeForm(FactForm):
    kind = Kind.OFFICE.value
    person = _line(gettext_lazy("Person"))
    role = _line(gettext_lazy("Office"))


class EventForm(FactForm):
    kind = Kind.EVENT.value
    date = _date()
    what = _line(gettext_lazy("What happened"))

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.fields["date"].required = True


def _numbers_in(words: str) -> set[int]:
    """In figures or as a word."""
    figures = {int(figures.replace(",", "")) for figures in _FIGURES.findall(words)}
    return figures | {number.value for number in find_numbers(words)}


class QuantityForm(FactForm):
    kind = Kind.QUANTITY.value
    value = _number(gettext_lazy("Number"))

    def shown(self) -> dict[str, Any]:
        """The number of the words, where they hold one alone."""
        numbers = _numbers_in(self.passage.words)
        return {"value": numbers.pop() if len(numbers) == 1 else "", **super().shown()}

    def clean_value(self) -> int:
        value: int = self.cleaned_data["value"]
        if value not in _numbers_in(self.passage.sentence):
            raise forms.ValidationError(_("This number does not stand in these words. Type the one that does."))
        return value

    of = _line(gettext_lazy("Of what"))


class ProcedureForm(FactForm):
    kind = Kind.PROCEDURE.value
    body = _body(required=True)
    topic = forms.ChoiceField(
        label=gettext_lazy("Rule"), choices=[(topic, rule) for (topic, holds), rule in RULES.items() if holds]
    )
    holds = forms.TypedChoiceField(
        label=gettext_lazy("Is it so?"),
        choices=[("True", gettext_lazy("yes")), ("False", gettext_lazy("no"))],
        coerce=lambda text: text == "True",
    )


FORMS: Mapping[str, type[FactForm]] = {
    form.kind: form
    for form in (
        TallyForm,
        PositionForm,
        VetoForm,
        MembershipForm,
        QuoteForm,
        OfficeForm,
        EventForm,
        QuantityForm,
        ProcedureForm,
    )
}
