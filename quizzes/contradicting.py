"""What is said beside a question that was edited until its key contradicts the fact that it was written from."""

from __future__ import annotations

from django.utils.translation import gettext as _

from quizzes.items.checking import contradiction
from quizzes.models import Question


def contradiction_in_words(question: Question) -> str:
    """Empty where there is none. The teacher may know better than the article, so it is said and not refused."""
    if not question.edited:
        return ""
    found = contradiction(question.as_item(), [fact.as_finding() for fact in question.facts.all()])
    return (
        _("The article says %(told)s; the key says %(key)s.") % {"told": found.told, "key": found.key} if found else ""
    )
