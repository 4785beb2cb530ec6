"""What the forms of all kinds of questions have: the question, the explanation, and tags to find it again by."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.authoring import Wording
from quizzes.forms import Words, clean_line
from quizzes.items.formats.entry import LONGEST_TAG, MOST_TAGS, tag_names

# Characters: what can be read from the back of a room.
LONGEST_STEM = 300
LONGEST_EXPLANATION = 500


class QuestionForm(forms.Form):
    """`kind` of the question, filled with `wording` or with what was sent."""

    stem = Words(label=gettext_lazy("Question"), max_length=LONGEST_STEM, widget=forms.Textarea(attrs={"rows": 3}))
    explanation = Words(
        label=gettext_lazy("Explanation, shown after the answer"),
        max_length=LONGEST_EXPLANATION,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    tags = forms.CharField(
        label=gettext_lazy("Tags"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Words by which you find this question again in the bank, with commas between them."),
    )

    def __init__(self, kind: str, wording: Wording, data: QueryDict | None, **initial: Any) -> None:
        told = {"stem": wording.stem, "explanation": wording.explanation, "tags": ", ".join(wording.tags)}
        super().__init__(data, initial={**told, **initial})
        self.kind = kind

    def clean_tags(self) -> tuple[str, ...]:
        tags = tag_names([clean_line(self.cleaned_data["tags"])])
        if len(tags) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in tags):
            message = _("At most %(most)d tags, each of at most %(longest)d characters. Put commas between them.")
            raise forms.ValidationError(message % {"most": MOST_TAGS, "longest": LONGEST_TAG})
        return tags

    def wording(self) -> Wording:
        """The valid form as what `authoring.edit` takes."""
        raise NotImplementedError

    def worded(self, **told: Any) -> Wording:
        """With what all kinds have in common."""
        data = self.cleaned_data
        return Wording(stem=data["stem"], explanation=data["explanation"], tags=data["tags"], **told)
