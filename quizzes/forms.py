"""What teachers type to add an article, to write a quiz and to run one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.authoring import LARGEST
from quizzes.items.intake import LONGEST_LINK, LONGEST_TEXT
from quizzes.models import PACES, Article, Question, Quiz, Teacher
from quizzes.seeding import EDTF
from quizzes.wording import date_in_words

LONGEST_TITLE = 120  # characters of a quiz's title


def clean_line(text: str) -> str:
    """One line of printable text: titles end up in files, headings and the names of rooms."""
    if not text.isprintable():
        raise forms.ValidationError(_("This holds characters that cannot be printed. Type it instead of pasting it."))
    return " ".join(text.split())


class Words(forms.CharField):
    """Text that may be pasted: a browser that is told the longest cuts what is longer, without a word."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class Line(forms.CharField):
    def clean(self, value: Any) -> str:
        return clean_line(super().clean(value))


def clean_edtf(text: str) -> str:
    """A day, a month, a year, or an interval of two of them; empty for none."""
    parts = text.split("/")
    real = EDTF.fullmatch(text) and all(part == part[:4] or date_in_words(part) != part for part in parts)
    if text and not (real and parts == sorted(parts)):
        raise forms.ValidationError(_("This is no date. Write it as 2022-10-12, 2022-10 or 2022."))
    return text


class ArticleDetailsForm(forms.Form):
    """What is told of an article beside its text."""

    title = Line(
        label=gettext_lazy("Title"), max_length=300, error_messages={"required": gettext_lazy("Give it a title.")}
    )
    publisher = Line(
        label=gettext_lazy("Publisher"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Students see it beside every answer that comes from this text."),
    )
    published = forms.CharField(
        label=gettext_lazy("Date of publication"),
        required=False,
        help_text=gettext_lazy(
            "As 2022-10-12; a month (2022-10) or a year will do. Left empty, the text is searched for one."
        ),
    )
    link = forms.URLField(
        label=gettext_lazy("Link"),
        max_length=LONGEST_LINK,
        required=False,
        assume_scheme="https",
        help_text=gettext_lazy("Where the article stands, for you to find it again. It is never fetched."),
    )

    def clean_published(self) -> str:
        return clean_edtf(self.cleaned_data["published"])


class ArticleForm(ArticleDetailsForm):
    """The file is no part of what is stored: the view fills the other fields from it."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        help_text=gettext_lazy(
            "A .txt, .md, .html, .pdf or .docx file, up to 8 MB. Its text comes into the field below, where you can "
            "check it. No address in it is opened."
        ),
        widget=forms.FileInput(attrs={"accept": ".txt,.md,.html,.htm,.pdf,.docx"}),
    )
    text = Words(
        label=gettext_lazy("Text"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false"}),
        help_text=gettext_lazy("Paste the whole article. It is kept as it is, and only you see it."),
        error_messages={"required": gettext_lazy("Paste the article's text here, or choose a file above.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].error_messages["required"] = _("Give it a title, or choose a file above.")

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not text.strip():
            raise forms.ValidationError(_("There is nothing in it. Paste the article's text."))
        # The browser's form turned every line end into two characters; what was pasted had one.
        text = text.replace("\r\n", "\n")
        if len(text) > LONGEST_TEXT:
            message = _("This has %(length)d characters, and at most %(most)d are read. Leave a part of it out.")
            raise forms.ValidationError(message % {"length": len(text), "most": LONGEST_TEXT})
        return text


class QuizForm(forms.Form):
    title = Line(label=gettext_lazy("Title"), max_length=LONGEST_TITLE)
    articles = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Articles"),
        queryset=Article.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one article.")},
    )
    size = forms.IntegerField(label=gettext_lazy("Number of questions"), min_value=1, max_value=LARGEST, initial=8)

    def __init__(self, teacher: Teacher, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["articles"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 -- for the type checker
        field.queryset = Article.objects.visible_to(teacher)

    @classmethod
    def beginning_with(cls, articles: list[str], teacher: Teacher, data: QueryDict | None) -> QuizForm:
        asked = [int(pk) for pk in articles if pk.isascii() and pk.isdigit() and len(pk) < 10]
        titles = Article.objects.visible_to(teacher).filter(pk__in=asked).values_list("title", flat=True)
        title = titles[0][:LONGEST_TITLE] if len(titles) == 1 else ""
        return cls(teacher, data, initial={"articles": asked, "title": title})


class TitleForm(forms.Form):
    title = Line(label=gettext_lazy("Title"), max_length=LONGEST_TITLE)


class RunForm(forms.Form):
    """Which quiz is run in a room, and how."""

    quiz = forms.ModelChoiceField(queryset=Quiz.objects.none())
    paced = forms.ChoiceField(choices=PACES)

    def __init__(self, teacher: Teacher, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["quiz"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
        field.queryset = Quiz.objects.of(teacher)


class QuickForm(forms.Form):
    """A quiz out of the seeded articles at one click."""

    size = forms.TypedChoiceField(choices=[(5, "5"), (8, "8")], coerce=int)


class BankForm(forms.Form):
    """Which questions of the bank go into which quiz; without one, into a new one of this title."""

    question = forms.TypedMultipleChoiceField(coerce=int, required=False)
    quiz = forms.ModelChoiceField(label=gettext_lazy("Quiz"), queryset=Quiz.objects.none(), required=False)
    title = Line(label=gettext_lazy("Title of a new quiz"), max_length=120, required=False)

    def __init__(self, teacher: Teacher, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field, marked = self.fields["quiz"], self.fields["question"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
        assert isinstance(marked, forms.TypedMultipleChoiceField)  # noqa: S101 -- for the type checker
        field.queryset, field.empty_label = Quiz.objects.of(teacher), _("A new quiz")
        # Those too of which the bank shows a newer copy: at a double click they have just been copied.
        mine = Question.objects.owned_by(teacher).values_list("pk", flat=True)
        marked.choices = [(pk, str(pk)) for pk in mine]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("quiz") and not data.get("title") and "quiz" not in self.errors:
            self.add_error("title", _("Give the new quiz a title, or choose one of your quizzes."))
        return data
