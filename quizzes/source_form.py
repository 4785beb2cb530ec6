"""Where the answer to a teacher's own question stands: an article, and words of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.authoring import NO_SOURCE, Cited
from quizzes.forms import Words
from quizzes.items.passages import LONGEST_WORDS, Ambiguous, NotFound, find_passage
from quizzes.models import Article, Question, Teacher


class SourceForm(forms.Form):
    """Both fields, or none of them.

    `cited` is None where both are as they were: a source that stays is not looked for again.
    """

    article = forms.ModelChoiceField(
        label=gettext_lazy("Article that the answer stands in"),
        queryset=Article.objects.none(),
        required=False,
        empty_label=gettext_lazy("None"),
    )
    words = Words(
        label=gettext_lazy("Words of it that hold the answer"),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Copy them from the article. Students see their sentence after the answer."),
    )

    def __init__(self, teacher: Teacher, question: Question | None = None, data: QueryDict | None = None) -> None:
        told = _told(question) if question else {}
        super().__init__(data, initial=told, empty_permitted=True, use_required_attribute=False)
        field = self.fields["article"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
        field.queryset = Article.objects.visible_to(teacher)
        self.cited: Cited | None = None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.cited = NO_SOURCE
        article, words = data.get("article"), data.get("words", "").strip()
        if article and words:
            self._find(article, words)
        elif article:
            self.add_error("words", _("Copy the words here that hold the answer, or choose no article."))
        elif words and "article" not in self.errors:
            self.add_error("article", _("Choose the article that these words stand in."))
        return data

    def _find(self, article: Article, words: str) -> None:
        try:
            passage = find_passage(article.text, words)
        except NotFound:
            self.add_error("words", _("These words do not stand in the article. Copy them from it."))
        except Ambiguous:
            message = _("These words stand in the article more than once. Add the words before or after them.")
            self.add_error("words", message)
        else:
            self.cited = Cited(article, passage.start, passage.end, passage.sentence)


def _told(question: Question) -> dict[str, Any]:
    text = question.article.text if question.article else ""
    return {"article": question.article, "words": text[question.start : question.end] or question.sentence}
