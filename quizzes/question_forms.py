"""A question in the teacher's own words: the form that fits its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.authoring import Wording
from quizzes.forms import Line
from quizzes.items import ItemKind, Key
from quizzes.items.formats.entry import TRUE_FALSE
from quizzes.line_forms import MatchForm, OrderForm, TextForm
from quizzes.models import Question, Tag
from quizzes.question_form import QuestionForm

MOST_OPTIONS = 6
LONGEST_OPTION = 120  # characters: what can be read from the back of a room
LARGEST_NUMBER = 10**12
# What a question of a kind begins with.
_EMPTY: dict[str, Key] = {
    ItemKind.NUMBER.value: {"value": None, "tolerance": 0},
    ItemKind.SHORT_TEXT.value: {"accepted": []},
}


def form_for(question: Question, data: QueryDict | None = None) -> QuestionForm:
    """The form that fits the question's kind, filled with the question, or with what was sent."""
    return _FORMS.get(question.kind, ChoiceForm)(question.kind, wording_of(question), data)


def new_form(kind: str, data: QueryDict | None = None) -> QuestionForm:
    """The same for a question that is still to be written."""
    options = TRUE_FALSE if kind == ItemKind.TRUE_FALSE else ()
    return _FORMS.get(kind, ChoiceForm)(kind, Wording("", options, _EMPTY.get(kind, []), ""), data)


def wording_of(question: Question) -> Wording:
    return Wording(
        stem=question.stem,
        options=tuple(option.text for option in question.options.all()),
        key=question.right,
        explanation=question.explanation,
        matches=tuple(question.matches),
        tags=Tag.objects.names_of(Question.objects.filter(pk=question.pk) | Question.objects.copies_of(question)),
    )


class NumberForm(QuestionForm):
    value = forms.IntegerField(label=gettext_lazy("Right answer"), min_value=-LARGEST_NUMBER, max_value=LARGEST_NUMBER)
    tolerance = forms.IntegerField(
        label=gettext_lazy("Also right if it is off by at most"),
        min_value=0,
        max_value=LARGEST_NUMBER,
        help_text=gettext_lazy("0 takes the exact number only."),
    )

    def __init__(self, kind: str, wording: Wording, data: QueryDict | None) -> None:
        super().__init__(kind, wording, data, **({} if isinstance(wording.key, list) else wording.key))

    def wording(self) -> Wording:
        data = self.cleaned_data
        return self.worded(options=(), key={"value": data["value"], "tolerance": data["tolerance"]})


@dataclass(frozen=True)
class OptionRow:
    """One line of the form: the option's text, and whether it is marked as right."""

    field: forms.BoundField
    place: int
    right: bool


class ChoiceForm(QuestionForm):
    """Options may be left empty: those after them move up. True and false stay as they are; the key can change."""

    def __init__(self, kind: str, wording: Wording, data: QueryDict | None) -> None:
        super().__init__(kind, wording, data, right=[str(place) for place in wording.key])
        self.fixed = kind == ItemKind.TRUE_FALSE
        self.several = kind == ItemKind.MULTIPLE_CHOICE
        texts = list(wording.options)
        self.places = range(len(texts) if self.fixed else max(MOST_OPTIONS, len(texts)))
        for place in self.places:
            self.fields[f"option_{place}"] = self._option_field(place, texts[place] if place < len(texts) else "")
        self.fields["right"] = forms.MultipleChoiceField(
            choices=[(str(place), str(place)) for place in self.places],
            error_messages={"required": gettext_lazy("Mark the option that is right.")},
        )

    def rows(self) -> list[OptionRow]:
        right = self["right"].value() or []
        return [OptionRow(self[f"option_{place}"], place, str(place) in right) for place in self.places]

    def wording(self) -> Wording:
        filled = self._filled()
        key = [filled.index(place) for place in filled if str(place) in self.cleaned_data["right"]]
        options = tuple(self._text(place) for place in filled)
        return self.worded(options=options, key=key)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self._check_options()
        self._check_right(self.cleaned_data.get("right", []))
        return data

    def _option_field(self, place: int, text: str) -> Line:
        label = _("Option %(number)s") % {"number": place + 1}
        return Line(label=label, max_length=LONGEST_OPTION, required=False, initial=text, disabled=self.fixed)

    def _text(self, place: int) -> str:
        text: str = self.cleaned_data.get(f"option_{place}", "")
        return text

    def _filled(self) -> list[int]:
        return [place for place in self.places if self._text(place)]

    def _check_options(self) -> None:
        seen: set[str] = set()
        for place in self._filled():
            if self._text(place).casefold() in seen:
                self.add_error(f"option_{place}", _("This option stands here twice. Change one of the two."))
            seen.add(self._text(place).casefold())
        if len(seen) < 2:
            self.add_error("option_1", _("A question needs at least two options. Fill in another one."))

    def _check_right(self, right: list[str]) -> None:
        if self.several and len(right) == len(self._filled()) > 1:
            self.add_error("right", _("Every option is marked, so there is nothing to find out. Leave one unmarked."))
        if len(right) > 1 and not self.several:
            self.add_error("right", _("Only one option can be the right one here. Mark one."))
        elif not all(self._text(int(place)) for place in right):
            self.add_error("right", _("The option marked as right is empty. Fill it in, or mark another one."))


_FORMS: dict[str, type[NumberForm] | type[OrderForm] | type[MatchForm] | type[TextForm]] = {
    ItemKind.NUMBER.value: NumberForm,
    ItemKind.ORDER.value: OrderForm,
    ItemKind.MATCH.value: MatchForm,
    ItemKind.SHORT_TEXT.value: TextForm,
}
