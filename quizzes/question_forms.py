"""A question in the teacher's own words: one form for questions with options, one for questions with a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.authoring import Wording
from quizzes.forms import Line
from quizzes.items import ItemKind
from quizzes.models import Question

MOST_OPTIONS = 6
# Characters: what can be read from the back of a room.
LONGEST_STEM = 300
LONGEST_OPTION = 120
LONGEST_EXPLANATION = 500
LARGEST_NUMBER = 10**12


def form_for(question: Question, data: QueryDict | None = None) -> QuestionForm:
    """The form that fits the question's kind, filled with the question, or with what was sent."""
    form = NumberForm if question.kind == ItemKind.NUMBER else ChoiceForm
    return form(question, data)


class QuestionForm(forms.Form):
    stem = forms.CharField(
        label=gettext_lazy("Question"), max_length=LONGEST_STEM, widget=forms.Textarea(attrs={"rows": 3})
    )
    explanation = forms.CharField(
        label=gettext_lazy("Explanation, shown after the answer"),
        max_length=LONGEST_EXPLANATION,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, question: Question, data: QueryDict | None, **initial: Any) -> None:
        super().__init__(data, initial={"stem": question.stem, "explanation": question.explanation, **initial})
        self.question = question

    def wording(self) -> Wording:
        """The valid form as what `authoring.edit` takes."""
        raise NotImplementedError


class NumberForm(QuestionForm):
    value = forms.IntegerField(label=gettext_lazy("Right answer"), min_value=-LARGEST_NUMBER, max_value=LARGEST_NUMBER)
    tolerance = forms.IntegerField(
        label=gettext_lazy("Also right if it is off by at most"),
        min_value=0,
        max_value=LARGEST_NUMBER,
        help_text=gettext_lazy("0 takes the exact number only."),
    )

    def __init__(self, question: Question, data: QueryDict | None) -> None:
        super().__init__(question, data, **question.key)

    def wording(self) -> Wording:
        data = self.cleaned_data
        key = {"value": data["value"], "tolerance": data["tolerance"]}
        return Wording(data["stem"], (), key, data["explanation"])


@dataclass(frozen=True)
class OptionRow:
    """One line of the form: the option's text, and whether it is marked as right."""

    field: forms.BoundField
    place: int
    right: bool


class ChoiceForm(QuestionForm):
    """Options may be left empty: those after them move up. True and false stay as they are; the key can change."""

    def __init__(self, question: Question, data: QueryDict | None) -> None:
        super().__init__(question, data, right=[str(place) for place in question.key])
        self.fixed = question.kind == ItemKind.TRUE_FALSE
        self.several = question.kind == ItemKind.MULTIPLE_CHOICE
        texts = [option.text for option in question.options.all()]
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
        return Wording(self.cleaned_data["stem"], options, key, self.cleaned_data["explanation"])

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
        if len(right) > 1 and not self.several:
            self.add_error("right", _("Only one option can be the right one here. Mark one."))
        elif not all(self._text(int(place)) for place in right):
            self.add_error("right", _("The option marked as right is empty. Fill it in, or mark another one."))
