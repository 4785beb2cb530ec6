"""Where a fact stands, before its values are given: the words of the article, and the kind of fact."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.items.passages import LONGEST_WORDS, Ambiguous, NotFound, Passage, find_passage
from quizzes.models import Article
from quizzes.wording import KINDS


class PassageForm(forms.Form):
    """The words that a fact stands in, and of which kind it is. `start` is where they were selected, if they were."""

    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    words = forms.CharField(
        label=gettext_lazy("Words of the article"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Select them in the text, or type them as they stand there."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind of fact"), choices=list(KINDS.items()))

    def __init__(self, article: Article, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.article = article

    def clean_words(self) -> Passage:
        try:
            return find_passage(self.article.text, self.cleaned_data["words"], self.cleaned_data.get("start"))
        except NotFound as error:
            raise forms.ValidationError(_("These words do not stand in the article. Copy them from it.")) from error
        except Ambiguous as error:
            raise forms.ValidationError(
                _("These words stand in the article more than once. Add the words before or after them.")
            ) from error
