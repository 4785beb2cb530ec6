"""Whether a question that somebody else proposed may be asked: its answer must stand in the article, word for word.

The proposer is not believed in anything: the sentence must be the article's, the right answer and no wrong one must
stand in it, every number and name of the stem must stand in the article, and no flaw of the list may be found.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quizzes.items.flaws import flaws, flaws_of_quiz
from quizzes.items.item import Item, ItemKind, Source

OPTIONS = range(3, 6)  # how many a single choice may have
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
# A word with a capital that does not begin the sentence, and every word that is all capitals.
_NAME = re.compile(r"(?<![.?!“\"] )(?<!^)\b[A-Z][\w’'-]+|\b[A-Z]{2,}\b")
_SPACE = re.compile(r"\s+")


class Doubt(StrEnum):
    KIND = "kind"
    SENTENCE = "sentence"
    ANSWER = "answer"
    SECOND_ANSWER = "second_answer"
    STRANGE = "strange"
    CHANGED = "changed"
    FLAW = "flaw"
    ASKED = "asked"


class Unproven(Exception):
    """Why a proposal is not taken."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt.value)
        self.doubt = doubt


@dataclass(frozen=True)
class Proposal:
    """A single choice among `options`, of which `answer` is the right one, or a number: no options, a figure."""

    stem: str
    options: tuple[str, ...]
    answer: str
    sentence: str
    explanation: str = ""


def proven(proposal: Proposal, text: str, others: Sequence[Item] = ()) -> Item:
    """The proposal as an item on `text`. Unproven if anything of it does not stand there, or beside `others`."""
    start, end = _place(proposal.sentence, text)
    sentence = text[start:end]
    if not _stands_in(proposal.answer, sentence):
        raise Unproven(Doubt.ANSWER)
    item = _item(proposal, Source(0, start, end, sentence))
    if any(_stands_in(option, sentence) for option in item.options if option != proposal.answer):
        raise Unproven(Doubt.SECOND_ANSWER)
    if not _told(f"{item.stem} {item.explanation}", text):
        raise Unproven(Doubt.STRANGE)
    if flaws(item):
        raise Unproven(Doubt.FLAW)
    _check_beside(item, others)
    return item


def reworded(item: Item, stem: str) -> Item:
    """The item with another stem. Unproven unless the same numbers and names stand in it, and it has no flaw."""
    stem = _SPACE.sub(" ", stem).strip()
    if not stem or stem == item.stem:
        raise Unproven(Doubt.ASKED)
    if _exact(stem) != _exact(item.stem):
        raise Unproven(Doubt.CHANGED)
    again = replace(item, stem=stem)
    if set(flaws(again)) - set(flaws(item)):
        raise Unproven(Doubt.FLAW)
    return again


def _place(sentence: str, text: str) -> tuple[int, int]:
    """Offsets of the sentence in the text, whatever the blanks between its words."""
    words = [re.escape(word) for word in sentence.split()]
    found = re.search(r"\s+".join(words), text) if words else None
    if found is None:
        raise Unproven(Doubt.SENTENCE)
    return found.span()


def _item(proposal: Proposal, source: Source) -> Item:
    stem, explanation = (_SPACE.sub(" ", words).strip() for words in (proposal.stem, proposal.explanation))
    if not proposal.options:
        figure = proposal.answer.replace(",", "")
        if not (figure.isascii() and figure.isdigit()):
            raise Unproven(Doubt.KIND)
        return Item(ItemKind.NUMBER, stem, (), {"value": int(figure), "tolerance": 0}, explanation, (), source)
    if len(proposal.options) not in OPTIONS or proposal.options.count(proposal.answer) != 1 or not stem:
        raise Unproven(Doubt.KIND)
    key = [proposal.options.index(proposal.answer)]
    return Item(ItemKind.SINGLE_CHOICE, stem, proposal.options, key, explanation, (), source)


def _check_beside(item: Item, others: Sequence[Item]) -> None:
    if any(item.stem.casefold() == other.stem.casefold() for other in others):
        raise Unproven(Doubt.ASKED)
    before = len(flaws_of_quiz(list(others)))
    if len(flaws_of_quiz([*others, item])) > before:
        raise Unproven(Doubt.FLAW)


def _stands_in(words: str, text: str) -> bool:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return bool(pattern) and re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) is not None


def _told(words: str, text: str) -> bool:
    return all(_stands_in(one, text) for one in _exact(words))


def _exact(words: str) -> Counter[str]:
    """The numbers and names in a text, which a rewording must keep."""
    return Counter(_NUMBER.findall(words)) + Counter(_NAME.findall(words))
