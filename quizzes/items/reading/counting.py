"""Counts of votes in one sentence: a number, or a list of names that is said to be complete, with its role."""

import re
from collections.abc import Iterator, Sequence

from quizzes.items.reading.bodies import COUNCIL, SIZES
from quizzes.items.reading.count import Count
from quizzes.items.reading.lexicon import NOUNS
from quizzes.items.reading.marks import Marked, Number
from quizzes.items.reading.named_counts import apart_from, joined, listed
from quizzes.items.reading.number_rules import AT_NUMBER, BEFORE_NUMBER, PAIR
from quizzes.items.reading.votes import ABSENT, ABSTAIN, NO, ROLES, SPEAKS_OF_VOTES, VOTE_TALK, YES

_AT_NUMBER = [(rule, role, weak, re.compile(pattern)) for rule, role, weak, pattern in AT_NUMBER]
_BEFORE_NUMBER = [(rule, role, weak, re.compile(pattern)) for rule, role, weak, pattern in BEFORE_NUMBER]
_PAIR = re.compile(PAIR)
_VOTE_TALK = re.compile(VOTE_TALK)
# "India was one of 14 countries that abstained": the one is India, the count is the other number.
# In "72 of the 193 members that did not vote" it is the first one.
_ONE_OF = re.compile(rf"N of (?:the |only |just )*N {NOUNS} (?:that|which|who|to)\b")
_WITHIN, _OF_THOSE = re.compile(r"N of (?:the |only |just )*$"), re.compile(rf"N {NOUNS} (?:that|which|who|to)\b")
# "Angola won 190 votes": votes for a candidate, not for a text.
_ELECTION = re.compile(
    r"\b(?:candidates?|ballot paper|round of (?:voting|balloting)|non-permanent seat|elected (?:as|to)|seats?)\b|"
    r"M (?:with|won|winning|received|receiving|got|garnered|garnering|obtained|secured|polled|took|had) "
    r"N\b(?! (?:votes? )?(?:in|for|ab))"
    r"|\b(?:was|were|been|be|got|is|are) (?:re-?)?elected\b|\belected (?:by|with|in)\b"
    r"|\b(?:beat|defeated|edged out|trailed) (?:the )?M\b|\bM (?:beat|defeated|edged out|trailed) "
)
# "Slovenia beat Belarus, 153 votes to 38"
_CONTEST = re.compile(
    r"\bM,? (?:has |had )?(?:beat|beaten|edged out|trailed) (?:the )?M\b|\bM (?:lost|losing) (?:out )?to M"
)
# "Kenya, Ghana and Gabon - the three African members -": how many were named, not how many voted so.
_COUNTS_THE_NAMED = re.compile(r"M(?:,| -{1,2}) (?:the|all|its) $")
# "Two years ago the figures were 121, 35 and 32"
_LISTED = re.compile(
    r"\b(?:figures|tally|result|vote|count) (?:were|was|stood at|read|had been) (?P<a>N), (?P<b>N) and (?P<c>N)"
    r"(?= ?[.;,)]|$)"
)
# A sentence of nothing else: "187 to 2."
_BARE = re.compile(r"\W*N(?: votes?)?(?: ?-{1,2} ?| to | against )N(?:(?: ?-{1,2} ?| to )N)?[.!]*")
_CARRIED = re.compile(r"\b(?:adopted|approved|passed|carried|endorsed|backed)\b")
# "Among EU members, eight voted for": a part of those who voted so.
_PARTIAL = re.compile(
    r"\b(?:among|of) (?:the )?(?:B|eu|european union|nato|arab|african|latin american|asian|western|g7|brics|M's?)"
    r"(?:'s)? (?:member(?:s| states| countries)?|states|countries|nations|neighbou?rs|group)[^.;:N]{0,12} $"
)
# "The other three \"no\" votes": a part too.
_OTHER_NO = re.compile(r"other N \"?(?:no|negative|dissenting)\b|other N (?:opponents|dissenters)")
_LOST = re.compile(
    r"(?:rejected|refused|defeated|turned back|\bfell\b|failed|\blost\b|beaten|voted down|turned down|threw out|voted "
    r"against)[^.;]{0,90}$"
)
_AGAINST_IT = re.compile(r"(?: votes?)? against\b(?! N| ?\()")
_SUPPOSED = re.compile(
    r"(?:predict|forecast|expect|anticipat|projected|projection|hop(?:e|ed|ing) (?:for|to)|would (?:get|win|"
    r"receive|need)|could "
    r"(?:get|win))"
    r"[^.;]{0,60}$|(?:would|could|might) have been [^.;]{0,20}$|(?:goal of|target of|needs?|needed|requir\w+|"
    r"must (?:have|get|win|receive)|minimum of|threshold "
    r"of|necessary|whether|if|without)"
    r"(?: [a-zN]+){0,4} $"
)
# "With nine votes and no veto required for adoption": what would be enough, not what there was.
_ENOUGH = re.compile(r"(?: (?!minimum)[a-z\",]+){0,6} (?:required|needed|necessary)\b")
# "rose from 68 to 81": two votes, and no result.
_ROSE = re.compile(r"\bfrom (?:only |just )?$")
_TRIPLE, _MANY = 3, 40


def counts(sentence: Marked) -> list[Count]:
    """In the order of the sentence, each number with one role at most."""
    shape = sentence.shape
    if not (SPEAKS_OF_VOTES.search(shape) or _BARE.fullmatch(shape) or "N-N-N" in shape or _LISTED.search(shape)) or (
        "N" not in shape and "M" not in shape
    ):
        return []
    befores = list(_befores(sentence))
    found = [
        *_pairs(sentence),
        *(count for count in befores if count.rule.endswith("-label")),
        *joined(sentence),
        *apart_from(sentence),
        *_numbers(sentence),
        *befores,
        *listed(sentence),
    ]
    kept: dict[int, Count] = {}
    for count in found:
        if not _is_supposed(shape, count):
            kept.setdefault(_place(sentence, count), count)
    return sorted(kept.values(), key=lambda count: count.start)


def _is_supposed(shape: str, count: Count) -> bool:
    before = shape[max(0, count.start - 90) : count.start]
    if re.search(r"\b(?:won|got|secured|received|garnered) (?:only |just |the |minimum )*$", before):
        return False
    return bool(_SUPPOSED.search(before) or _ENOUGH.match(shape, count.end))


def _place(sentence: Marked, count: Count) -> int:
    """Where the number or the list itself stands, so that two rules never count it twice."""
    return next(i for i in range(count.start, count.end) if sentence.shape[i] in "NM")


def _pairs(sentence: Marked) -> Iterator[Count]:
    shape = sentence.shape
    told = _VOTE_TALK.search(shape) or _BARE.fullmatch(shape) or _LISTED.search(shape)
    if _CONTEST.search(sentence.shape):
        return
    for match in (*_PAIR.finditer(sentence.shape), *_LISTED.finditer(sentence.shape)):
        groups = [name for name in "abcd" if match.groupdict().get(name)]
        numbers = [sentence.number(match.start(name)) for name in groups]
        rose = " to " in match.group() and _ROSE.search(sentence.shape, 0, match.start())
        unsure = any(number.approximate for number in numbers) or not (told or _is_result(match, numbers))
        if rose or unsure:
            continue
        for role, name, number in zip(_order(sentence.shape, match, numbers), groups, numbers, strict=False):
            yield Count(role, number.value, match.start(name), match.end(name), "pair", block=match.end())


def _is_result(match: re.Match[str], numbers: Sequence[Number]) -> bool:
    """ "(89-9-54)" is a vote without a word of voting; "4-3-3" or "1-2" may be anything."""
    shape, total = match.group(), sum(one.value for one in numbers)
    if match.start() == 0 or re.match(r" N", match.string[match.end() :]):  # "12-29-89 1842EST": the day of a dispatch
        return False
    return shape.count("N") >= _TRIPLE and " " not in shape and (total >= _MANY or total == SIZES[COUNCIL])


def _order(shape: str, match: re.Match[str], numbers: list[Number]) -> tuple[str, ...]:
    """A text that lost is told with the larger number first: "voted 19-17 against the motion"."""
    lost = _LOST.search(shape[max(0, match.start() - 110) : match.start()])
    if lost and _CARRIED.search(lost.group()):
        lost = None
    if (lost or _AGAINST_IT.match(shape, match.end())) and numbers[0].value > numbers[1].value and "veto" not in shape:
        return (NO, YES, ABSTAIN, ABSENT)
    return ROLES


def _befores(sentence: Marked) -> Iterator[Count]:
    for rule, role, weak, pattern in _BEFORE_NUMBER:
        for match in pattern.finditer(sentence.shape):
            number = sentence.number(match.start("n"))
            if not number.approximate and not (role == YES and _ELECTION.search(sentence.shape)):
                yield Count(role, number.value, match.start("n"), match.end("n"), rule, weak)


def _numbers(sentence: Marked) -> Iterator[Count]:
    done = 0
    for place, letter in enumerate(sentence.shape):
        if letter != "N" or place < done or _is_no_count(sentence, place):
            continue
        for rule, role, weak, pattern in _AT_NUMBER:
            match = pattern.match(sentence.shape, place)
            if match:
                number = sentence.number(place)
                if not number.approximate:
                    yield Count(role, number.value, place, match.end(), rule, weak)
                done = match.end()
                break


def _is_no_count(sentence: Marked, place: int) -> bool:
    shape, within = sentence.shape, _WITHIN.search(sentence.shape, 0, place)
    if (
        _COUNTS_THE_NAMED.search(shape, 0, place)
        or _PARTIAL.search(shape, 0, place)
        or _OTHER_NO.match(shape, place - 6)
    ):
        return True
    if within and _OF_THOSE.match(shape, place):
        return not _is_told_of(sentence, within.start())
    return _ONE_OF.match(shape, place) is not None and _is_told_of(sentence, place)


def _is_told_of(sentence: Marked, place: int) -> bool:
    """Whether the number counts members that are named: "India was one of", "A and B were two of"."""
    return (
        sentence.number(place).value == 1
        or re.search(r"M (?:was|were|is|are) (?:also )?$", sentence.shape[:place]) is not None
    )
