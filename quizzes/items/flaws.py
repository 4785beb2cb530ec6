"""Looks for item-writing flaws that a program can see (Haladyna, Downing & Rodriguez 2002; Moore et al. 2023)."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from quizzes.items.flaw_names import FLAWS, Flaw
from quizzes.items.item import Item, ItemKind
from quizzes.items.option_order import as_number, ordinal

CHOICES = (ItemKind.SINGLE_CHOICE.value, ItemKind.MULTIPLE_CHOICE.value)
# How much longer than the next option the right one may be: a quarter, and a few letters in any case.
LONGER, LETTERS = 1.25, 8
_NEGATIVE = re.compile(r"\b(?:not|never|except|least likely|incorrect|false|wrong)\b|n['’]t\b", re.I)
# "How many members did not vote?" asks for a figure of the vote: there is no other word for it.
_FIGURE = re.compile(r"\b(?:did|do|does) not (?:vote|take part|participate)|not voting\b", re.I)
_ABSOLUTE = re.compile(
    r"\b(?:always|never|all|none|every|everyone|nobody|completely|totally|absolutely|entirely|impossible)\b", re.I
)
_VAGUE = re.compile(
    r"\b(?:often|usually|sometimes|frequently|rarely|seldom|generally|many|several|some|few|a lot of|probably)\b", re.I
)
_K_TYPE = re.compile(
    (
        r"^(?:both )?(?:[a-d]|[1-4]|i{1,3}|iv)(?:,? (?:and|or|&) |, ?)(?:[a-d]|[1-4]|i{1,3}|iv)\b(?: only)?\.?$|^both "
        r"(?:of them|are)"
    ),
    re.I,
)
_GENERIC = re.compile(
    (
        r"^which (?:one )?of (?:the following|these)(?: (?:statements?|sentences?|claims?))?(?: (?:is|are))(?: (?:true|"
        r"correct|right|not true))\??$"
    ),
    re.I,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_COMMON = re.compile(
    r"which|where|whose|members?|vot(?:e|es|ed|ing)|resolutions?|general|assembly|security|council|united|nations|about|"
    r"against|favour|there|their|these|those|article|according|countries|country|states?|dates?|following"
)
Check = Callable[[Item], bool]


def flaws(item: Item) -> list[Flaw]:
    """The flaws of one item, in the order of the list; see `flaws_of_quiz` for those between items."""
    return [FLAWS[name] for name, has in _CHECKS if has(item)]


def _stem(item: Item) -> str:
    """Without quotations: the words of others are not ours to mend."""
    return _QUOTED.sub("“”", item.stem)


def _right(item: Item) -> list[int]:
    return [index for index in item.right if index < len(item.options)]


def _has_option(pattern: str) -> Check:
    compiled = re.compile(pattern, re.I)
    return lambda item: any(compiled.search(option) for option in item.options)


def _is_negative(item: Item) -> bool:
    return _NEGATIVE.search(_FIGURE.sub("", _stem(item))) is not None


def _is_absolute(item: Item) -> bool:
    told = [_stem(item)] if item.kind == ItemKind.TRUE_FALSE else list(item.options)
    return any(_ABSOLUTE.search(_QUOTED.sub("", text)) for text in told)


def _is_vague(item: Item) -> bool:
    told = (
        [re.sub(r"\bhow (?:many|few)\b", "", _stem(item), flags=re.I)]
        if item.kind == ItemKind.TRUE_FALSE
        else item.options
    )
    return any(_VAGUE.search(_QUOTED.sub("", text)) for text in told)


def _longest_is_right(item: Item) -> bool:
    right = _right(item)
    if item.kind != ItemKind.SINGLE_CHOICE or len(right) != 1 or len(item.options) < 3:
        return False
    key = len(item.options[right[0]])
    longest = max(len(option) for place, option in enumerate(item.options) if place != right[0])
    return key > LONGER * longest and key - longest > LETTERS


def _repeats_stem(item: Item) -> bool:
    if item.kind == ItemKind.SHORT_TEXT:
        return any(_stands_in(answer, item.stem) for answer in _answers(item))
    right = _right(item)
    if item.kind not in CHOICES or len(right) != 1 or len(item.options) < 3:
        return False
    others = [word for place, option in enumerate(item.options) if place != right[0] for word in _words(option)]
    return bool(_words(item.options[right[0]]) & _words(item.stem) - set(others))


def _words(text: str) -> set[str]:
    """Words that carry meaning, by their first six letters, so that "Russian" and "Russia" are one."""
    return {word[:6] for word in re.findall(r"[^\W\d_]{5,}", text.lower()) if not _COMMON.fullmatch(word)}


def _is_out_of_order(item: Item) -> bool:
    values = [ordinal(option) for option in item.options]
    known = [value for value in values if value is not None]
    if item.kind not in CHOICES or len(known) < len(values) or len(known) < 3:
        return False
    return any(a > b for a, b in pairwise(known))


def _is_k_type(item: Item) -> bool:
    return any(_K_TYPE.match(option.strip()) for option in item.options)


def _converges(item: Item) -> bool:
    """Options made of parts: the right one's parts occur more often than any other option's."""
    right = _right(item)
    parts = [[part.strip() for part in re.split(r", | and ", option) if part.strip()] for option in item.options]
    if item.kind != ItemKind.SINGLE_CHOICE or len(right) != 1 or any(len(p) < 2 for p in parts) or len(parts) < 3:
        return False
    often = Counter(part for option in parts for part in set(option))
    scores = [sum(often[part] - 1 for part in set(option)) for option in parts]
    key = scores.pop(right[0])
    return key > max(scores) + 1


def _gives_grammar_away(item: Item) -> bool:
    article = re.search(r"\b(an?)\s*(?:…|_+|:|\?)?$", item.stem.strip(), re.I)
    if not article or len(item.options) < 2:
        return False
    vowels = [bool(re.match(r"[aeiou]", option.strip(), re.I)) for option in item.options]
    return any(vowel != (article[1].lower() == "an") for vowel in vowels)


def _is_unfocused(item: Item) -> bool:
    stem = item.stem.strip()
    if item.kind == ItemKind.TRUE_FALSE:
        return len(stem.split()) < 4
    asked = item.kind in (ItemKind.ORDER, ItemKind.MATCH) or re.search(r"[?:…]|_{2,}", stem)
    return len(stem.split()) < 4 or not asked or _GENERIC.match(stem) is not None


def _is_series(item: Item) -> bool:
    statements = sum(len(option.split()) >= 4 for option in item.options)
    return item.kind in CHOICES and _GENERIC.match(item.stem.strip()) is not None and statements >= 3


def _has_two_right(item: Item) -> bool:
    several = item.kind in (ItemKind.SINGLE_CHOICE, ItemKind.TRUE_FALSE) and len(_right(item)) > 1
    return several or _same_twice(item.options) or _same_twice(item.matches)


def _same_twice(texts: Sequence[str]) -> bool:
    folded = [" ".join(text.casefold().split()).strip(".") for text in texts]
    return len(set(folded)) < len(folded)


def _is_answered(item: Item) -> bool:
    """The lines of an order stand as they are right, or those of a match beside what belongs to them."""
    in_turn = item.key == list(range(len(item.options)))
    return in_turn and (item.kind == ItemKind.ORDER or (item.kind == ItemKind.MATCH and len(item.options) > 2))


def _has_implausible(item: Item) -> bool:
    """A word among numbers, an empty option, or a number of another order of magnitude than the right one."""
    right = _right(item)
    numbers = [as_number(option) for option in item.options]
    if item.kind not in CHOICES or not right or len(item.options) < 3:
        return False
    if any(not option.strip() for option in item.options):
        return True
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return 2 * len(known) > len(numbers)
    key = max(known[right[0]], 1)
    return any(number > 20 * key + 10 or key > 20 * max(number, 1) + 10 for number in known)


_CHECKS: Sequence[tuple[str, Check]] = (
    ("all_of_the_above", _has_option(r"\ball (?:of )?(?:the )?(?:above|these|them|options)\b")),
    (
        "none_of_the_above",
        _has_option(r"\bnone (?:of )?(?:the )?(?:above|these|them|options)\b|\bneither of (?:these|the above)"),
    ),
    ("negative_stem", _is_negative),
    ("absolute_term", _is_absolute),
    ("vague_term", _is_vague),
    ("longest_is_right", _longest_is_right),
    ("stem_words_in_key", _repeats_stem),
    ("options_out_of_order", _is_out_of_order),
    ("k_type", _is_k_type),
    ("convergence", _converges),
    ("grammatical_cue", _gives_grammar_away),
    ("unfocused_stem", _is_unfocused),
    ("true_false_series", _is_series),
    ("more_than_one_right", _has_two_right),
    ("implausible_option", _has_implausible),
    ("lines_in_key_order", _is_answered),
)


def flaws_of_quiz(items: Sequence[Item]) -> list[tuple[int, Flaw]]:
    """Flaws between the items of one quiz, each with the place of the item to be mended, in the order of the quiz."""
    found = [(place, FLAWS["cueing"]) for place in range(len(items)) if _is_told(items, place)]
    found += [(place, FLAWS["source_shown"]) for place in _shown(items)]
    found += [(place, FLAWS["key_position"]) for place in _crowded(items)]
    return sorted(found, key=lambda one: one[0])


def _is_told(items: Sequence[Item], place: int) -> bool:
    return any(gives_away(other, items[place]) for other in items if other is not items[place])


def _shown(items: Sequence[Item]) -> Iterator[int]:
    """Items that rest on the same sentence as one before them: its answer stands in what was shown."""
    shown: list[str] = []
    for place, item in enumerate(items):
        sentence = item.source.sentence
        if sentence and any(sentence in passage or passage in sentence for passage in shown):
            yield place
        shown += [sentence] if sentence else []


def gives_away(other: Item, item: Item) -> bool:
    """Whether the question of one item holds the answer to another on the same matter. Lines to be put in order are
    told as facts."""
    told = " ".join([other.stem, *other.options]) if other.kind == ItemKind.ORDER else other.stem
    return any(_stands_in(answer, told) for answer in _answers(item)) and len(_words(item.stem) & _words(told)) >= 2


def _stands_in(answer: str, text: str) -> bool:
    return answer in text and re.search(rf"(?<![\w-]){re.escape(answer)}(?![\w-])", text) is not None


def _answers(item: Item) -> Sequence[str]:
    """The right answer as texts that another question could contain; a word as common as "Against" tells nothing."""
    if item.kind == ItemKind.SHORT_TEXT and not isinstance(item.key, list):
        return [text for text in item.key["accepted"] if len(text) > 2]
    if not isinstance(item.key, list):
        return [str(item.key["value"])] if item.key["value"] > 9 else []
    right = _right(item)
    if item.kind == ItemKind.TRUE_FALSE or len(right) != 1:
        return []
    text = item.options[right[0]]
    return [text] if len(text) > 2 and text not in ("In favour", "Against", "Abstained", "Did not vote") else []


def _crowded(items: Sequence[Item]) -> Iterator[int]:
    """Of five choices or more no place may hold over half of the answers; of five true/false no verdict all of them."""
    free = [(place, _right(item)[0]) for place, item in enumerate(items) if item.kind in CHOICES[:1] and _right(item)]
    verdicts = [
        (p, _right(item)[0]) for p, item in enumerate(items) if item.kind == ItemKind.TRUE_FALSE and _right(item)
    ]
    for keys, most in ((free, len(free) // 2), (verdicts, len(verdicts) - 1)):
        for position, often in Counter(position for _, position in keys).items():
            if len(keys) >= 5 and often > most:
                yield from [place for place, at in keys if at == position][most:]
