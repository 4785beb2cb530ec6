"""Questions that are answered line by line or typed, in the teacher's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.authoring import Wording
from quizzes.forms import Line, clean_line
from quizzes.items.formats.entry import MOST_OPTIONS
from quizzes.items.formats.lines import ordered, pairs
from quizzes.items.typed import LONGEST, normalised
from quizzes.question_form import QuestionForm

FEWEST_ROWS = 6
LONGEST_LINE = 250  # characters
LONGEST_LIST = 2000


def _rows_for(texts: int) -> range:
    return range(max(FEWEST_ROWS, texts))


def _line(label: str, text: str) -> Line:
    return Line(label=label, max_length=LONGEST_LINE, required=False, initial=text)


def _at(texts: list[str], place: int) -> str:
    return texts[place] if place < len(texts) else ""


def _listed(text: str) -> list[str]:
    """One for each line of a text field, without blank ones."""
    return [clean_line(line) for line in text.splitlines() if line.strip()]


def _twice(texts: list[str]) -> str:
    """The first text that stands there a second time, however it is written; empty where none does."""
    folded = [text.casefold() for text in texts]
    return next((text for place, text in enumerate(texts) if folded[place] in folded[:place]), "")


class OrderForm(QuestionForm):
    """The lines are written as they are right; students see them in the order of the alphabet."""

    def __init__(self, kind: str, wording: Wording, data: QueryDict | None) -> None:
        super().__init__(kind, wording, data)
        lines = [wording.options[line] for line in wording.key] if isinstance(wording.key, list) else []
        self.places = _rows_for(len(lines))
        for place in self.places:
            self.fields[f"line_{place}"] = _line(_("Line %(number)s") % {"number": place + 1}, _at(lines, place))

    def lines(self) -> Iterator[forms.BoundField]:
        return (self[f"line_{place}"] for place in self.places)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        lines = self._filled()
        if twice := _twice(lines):
            self.add_error(None, _("The line “%(line)s” stands here twice. Change one of the two.") % {"line": twice})
        if len(lines) < 3:
            self.add_error("line_2", _("An order needs at least three lines. Fill in another one."))
        return data

    def wording(self) -> Wording:
        told = ordered(self.cleaned_data["stem"], self._filled())
        return self.worded(options=told.options, key=told.key)

    def _filled(self) -> list[str]:
        return [text for place in self.places if (text := self.cleaned_data.get(f"line_{place}"))]


class MatchForm(QuestionForm):
    """Each line with what belongs to it, and further choices that fit none."""

    more = forms.CharField(
        label=gettext_lazy("Further choices that fit no line"),
        max_length=LONGEST_LIST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One in each line. With at least one, the last pair is not found by elimination."),
    )

    def __init__(self, kind: str, wording: Wording, data: QueryDict | None) -> None:
        key = wording.key if isinstance(wording.key, list) else []
        more = [match for place, match in enumerate(wording.matches) if place not in key]
        super().__init__(kind, wording, data, more="\n".join(more))
        self.places = _rows_for(len(wording.options))
        matched = [wording.matches[match] for match in key]
        for place in self.places:
            number = {"number": place + 1}
            self.fields[f"line_{place}"] = _line(_("Line %(number)s") % number, _at(list(wording.options), place))
            self.fields[f"match_{place}"] = _line(_("Belongs to line %(number)s") % number, _at(matched, place))

    def lines(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        return ((self[f"line_{place}"], self[f"match_{place}"]) for place in self.places)

    def clean_more(self) -> list[str]:
        more = _listed(self.cleaned_data["more"])
        if any(len(text) > LONGEST_LINE for text in more):
            raise forms.ValidationError(_("One of these lines is too long. Shorten it."))
        return more

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for place in self.places:
            self._check_pair(place)
        filled = self._filled()
        if twice := _twice([line for line, _match in filled]):
            self.add_error(None, _("The line “%(line)s” stands here twice. Change one of the two.") % {"line": twice})
        if len(filled) < 2:
            self.add_error("line_1", _("A match needs at least two lines. Fill in another one."))
        self._check_choices([match for _line, match in filled])
        return data

    def wording(self) -> Wording:
        told = pairs(self.cleaned_data["stem"], [*self._filled(), *(("", more) for more in self._more())])
        return self.worded(options=told.options, key=told.key, matches=told.matches)

    def _check_pair(self, place: int) -> None:
        line, match = (self.cleaned_data.get(f"{name}_{place}") for name in ("line", "match"))
        if line and not match:
            self.add_error(f"match_{place}", _("Write what belongs to this line."))
        if match and not line:
            self.add_error(f"line_{place}", _("Write the line, or put this among the further choices."))

    def _check_choices(self, matched: list[str]) -> None:
        choices = list(dict.fromkeys([*matched, *self._more()]))
        if twice := _twice(choices):
            self.add_error(None, _("“%(choice)s” is written in two ways. Write it in one.") % {"choice": twice})
        if len(choices) == 1:
            self.add_error("match_1", _("All lines have the same answer. Give another one, or a further choice."))
        if len(choices) > MOST_OPTIONS:
            message = _("There are %(count)d different choices; at most %(most)d fit on a phone.")
            self.add_error("more", message % {"count": len(choices), "most": MOST_OPTIONS})

    def _more(self) -> list[str]:
        more: list[str] = self.cleaned_data.get("more", [])
        return more

    def _filled(self) -> list[tuple[str, str]]:
        told = ((self.cleaned_data.get(f"line_{n}"), self.cleaned_data.get(f"match_{n}")) for n in self.places)
        return [(line, match) for line, match in told if line and match]


class TextForm(QuestionForm):
    accepted = forms.CharField(
        label=gettext_lazy("Answers that are accepted"),
        max_length=LONGEST_LIST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "One in each line; the first is shown as the right one. Capitals, accents, punctuation and a slip in a "
            "long word do not matter."
        ),
    )

    def __init__(self, kind: str, wording: Wording, data: QueryDict | None) -> None:
        accepted = [] if isinstance(wording.key, list) else wording.key["accepted"]
        super().__init__(kind, wording, data, accepted="\n".join(accepted))

    def clean_accepted(self) -> list[str]:
        told = list(dict.fromkeys(_listed(self.cleaned_data["accepted"])))
        if not told or not all(normalised(text) for text in told):
            raise forms.ValidationError(_("Each line needs letters or digits that can be typed."))
        if len(told) > MOST_OPTIONS or any(len(text) > LONGEST for text in told):
            message = _("At most %(most)d answers, each of at most %(longest)d characters.")
            raise forms.ValidationError(message % {"most": MOST_OPTIONS, "longest": LONGEST})
        return told

    def wording(self) -> Wording:
        return self.worded(options=(), key={"accepted": self.cleaned_data["accepted"]})
