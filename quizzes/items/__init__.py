"""Item craft: from an article's text to facts, from facts to questions, from answers to item statistics."""

from quizzes.items.agreement import Agreement, Disagreement, agreements, disagreements
from quizzes.items.analysis import ItemFigures, OptionFigures, QuizFigures, analyse
from quizzes.items.finding import Article, Finding, Kind, Value
from quizzes.items.flaw_names import Flaw
from quizzes.items.flaws import flaws, flaws_of_quiz
from quizzes.items.item import CHOICES, Item, ItemKind, Key, Source, key_as_json, matches_as_json
from quizzes.items.reading import read
from quizzes.items.scoring import BadResponse, Given, parse, score
from quizzes.items.writing import write

__all__ = [
    "CHOICES",
    "Agreement",
    "Article",
    "BadResponse",
    "Disagreement",
    "Finding",
    "Flaw",
    "Given",
    "Item",
    "ItemFigures",
    "ItemKind",
    "Key",
    "Kind",
    "OptionFigures",
    "QuizFigures",
    "Source",
    "Value",
    "agreements",
    "analyse",
    "disagreements",
    "flaws",
    "flaws_of_quiz",
    "key_as_json",
    "matches_as_json",
    "parse",
    "read",
    "score",
    "write",
]
