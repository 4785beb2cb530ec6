"""The desk: articles and the facts read in them, the questions written from the facts, and how a class sat them.

What people say and do is stored (a rejection, an edit, an answer); what follows from it (which questions are asked, how
a class did) is computed.
"""

from quizzes.models.articles import Article, Fact, Rejection, Teacher
from quizzes.models.quizzes import ITEM_KINDS, Option, Question, QuestionQuerySet, Quiz, Tag
from quizzes.models.runs import PACES, STAGES, Answer, Run

__all__ = [
    "ITEM_KINDS",
    "PACES",
    "STAGES",
    "Answer",
    "Article",
    "Fact",
    "Option",
    "Question",
    "QuestionQuerySet",
    "Quiz",
    "Rejection",
    "Run",
    "Tag",
    "Teacher",
]
