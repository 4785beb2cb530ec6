"""The votes that a text tells: counts put together, each vote once, however often and in whatever words it is told."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizzes.items.reading.bodies import COUNCIL, SIZES
from quizzes.items.reading.count import Count
from quizzes.items.reading.counting import counts
from quizzes.items.reading.dating import Dated
from quizzes.items.reading.marks import Marked
from quizzes.items.reading.votes import ABSTAIN, NO, YES

Values = dict[str, int]


@dataclass(slots=True)
class Vote:
    """`values`: votes by role; `by_name`: the roles for which only names were counted, maybe not all of them.

    `index`: the sentence it is told in; `span`: offsets of the counts in that sentence. `where`: by role, the sentences
    that tell its votes.
    """

    values: Values
    index: int
    span: tuple[int, int]
    rules: list[str]
    sure: bool
    body: str | None = None
    dated: Dated = field(default=Dated(None, 0))
    subject: str | None = None
    adopted: bool | None = None
    told_in: set[int] = field(default_factory=set)
    by_name: set[str] = field(default_factory=set)
    where: dict[str, set[int]] = field(default_factory=dict)

    @property
    def numbered(self) -> Values:
        """The votes whose number is told."""
        return {role: count for role, count in self.values.items() if role not in self.by_name}


# A date that is told just before the vote, or after it.
_NEARBY = 2
# Fewer in favour, and nothing else told, is a part of a vote ("three of the elected members").
_FEWEST = 8
_APART = re.compile(
    r"\b(?:compared (?:with|to)|(?:down|up) from|from last|versus last|last year|a year (?:ago|earlier)|in contrast "
    r"to)\b"
)
_ANOTHER = re.compile(
    r"\b(?:another|second|third|separate|similar|competing|rival|previous|earlier|other|amended|same day)\b(?: "
    r"\S+){0,2} "
    r"(?:resolution|text|draft|vote|motion|measure|proposal|amendment|version)\b"
)


def votes_told(sentences: Sequence[Marked]) -> list[Vote]:
    """In the order of the text, before bodies, dates and subjects are known."""
    told: list[Vote] = []
    for index, sentence in enumerate(sentences):
        for vote in _in_sentence(index, sentence):
            if not (told and _continues(told[-1], vote, sentences)):
                told.append(vote)
                continue
            _join(told[-1], vote)
    return told


def _in_sentence(index: int, sentence: Marked) -> list[Vote]:
    groups: list[list[Count]] = []
    found = counts(sentence)
    for count in found:
        telling = [one for one in found if one.block == count.block and one.block] or [count]
        if groups and all(_belongs(groups[-1], one, sentence.shape) for one in telling):
            groups[-1].append(count)
        else:
            groups.append([count])
    return [vote for group in groups if (vote := _vote(index, sentence, group))]


def _belongs(group: Sequence[Count], count: Count, shape: str) -> bool:
    held = {one.role: one.value for one in group}
    between = shape[group[-1].end : max(count.start, group[-1].end)]
    return held.get(count.role, count.value) == count.value and not _APART.search(between) and len(between) < 160


def _vote(index: int, sentence: Marked, group: Sequence[Count]) -> Vote | None:
    """Lists of names are counts only beside a number; weak counts only beside strong ones."""
    numbered = [count for count in group if not count.named]
    if not numbered:
        return None
    strong = [count for count in group if not count.weak]
    start = sentence.span(min(count.start for count in group), max(count.end for count in group))
    values = {count.role: count.value for count in group}
    if values.get(NO, 3) <= (2 if YES in values else 0) and ABSTAIN not in values:
        values |= _alone_abstaining(sentence)
    by_name = values.keys() - {count.role for count in numbered}
    rules, where = [count.rule for count in group], {role: {index} for role in values}
    return Vote(values, index, start, rules, bool(strong), told_in={index}, by_name=by_name, where=where)


_WHILE_ABSTAINED = re.compile(
    r"\b(?:while|and|with|but) (?P<m>M) (?:abstained|abstaining|(?:chose|opted|preferred) to abstain)\b|; "
    r"(?P<m2>M) abstained\b"
)


def _alone_abstaining(sentence: Marked) -> Values:
    """Where hardly anybody voted against, "while Singapore abstained" names all who did."""
    match = _WHILE_ABSTAINED.search(sentence.shape)
    return {ABSTAIN: sentence.members(match.start("m" if match["m"] else "m2")).count} if match else {}


def _continues(last: Vote, vote: Vote, sentences: Sequence[Marked]) -> bool:
    """ "Ten voted against and 23 abstained." goes on with the vote told just before it."""
    between = sentences[max(last.told_in)].sentence.paragraph, sentences[vote.index].sentence.paragraph
    near = vote.index - max(last.told_in) <= 3 and between[1] - between[0] <= 2
    same = all(last.values.get(role, value) == value for role, value in vote.values.items())
    fresh = YES in vote.values and YES not in last.values and _same_day(sentences[last.index], sentences[vote.index])
    if not near or not same or (vote.index != last.index and _ANOTHER.search(sentences[vote.index].shape)):
        return False
    if YES not in vote.values or fresh:
        return True
    return vote.values[YES] == last.values.get(YES) and _same_day(sentences[last.index], sentences[vote.index])


def _same_day(one: Marked, other: Marked) -> bool:
    """Unless each sentence tells a date of its own."""
    first, second = ({m.when for m in sentence.moments() if m.when} for sentence in (one, other))
    return not first or not second or bool(first & second)


def _join(last: Vote, vote: Vote) -> None:
    if len(vote.values) > len(last.values):
        last.index, last.span = vote.index, vote.span
    last.by_name = (last.by_name | vote.by_name) - (last.numbered.keys() | vote.numbered.keys())
    last.values = {**last.values, **vote.values}
    last.rules += vote.rules
    last.sure = last.sure or vote.sure
    last.told_in |= vote.told_in
    _told_too(last, vote)


def _told_too(vote: Vote, other: Vote) -> None:
    for role, places in other.where.items():
        vote.where.setdefault(role, set()).update(places)


def complete(vote: Vote, named: dict[str, int], whole: int | None = None) -> None:
    """Where counts and names add up to all members, they are complete: 14 of the Council in favour, one abstaining.

    `whole`: how many members there are, where the telling says so.
    """
    listed = {role: max(named.get(role, 0), vote.values.get(role, 0)) for role in {*named, *vote.by_name}}
    values = {**{role: number for role, number in listed.items() if number}, **vote.numbered}
    if YES not in values or not (vote.sure or named):
        return
    body, total = vote.body or COUNCIL, sum(values.values())
    if total == SIZES.get(body) or (total == whole and len(values) > 1):
        vote.values = {YES: 0, NO: 0, ABSTAIN: 0, **values} if body == COUNCIL else values
        vote.body, vote.by_name = vote.body if total == whole else body, set()


def merged(votes: Sequence[Vote]) -> list[Vote]:
    """Each vote once: what is told twice is one, and a part of it ("35 countries abstained") is no vote of its own."""
    kept: list[Vote] = []
    with_number: defaultdict[tuple[str, int], list[Vote]] = defaultdict(list)
    for vote in sorted(votes, key=lambda one: -len(one.values)):
        whole = _whole_of(vote, with_number)
        if whole is None:
            kept.append(vote)
            for number in vote.values.items():
                with_number[number].append(vote)
        else:
            _adopt(whole, vote)
    return sorted((vote for vote in kept if _is_a_vote(vote)), key=lambda one: (one.index, one.span))


def _whole_of(part: Vote, with_number: Mapping[tuple[str, int], Sequence[Vote]]) -> Vote | None:
    """The vote that a telling belongs to; one that adds a number to it ("13 did not vote") only if no other fits."""
    alike = {id(one): one for number in part.values.items() for one in with_number.get(number, ()) if _same(one, part)}
    whole = next((one for one in alike.values() if part.values.keys() <= one.values.keys()), None)
    if whole is None and len(alike) == 1 and YES not in part.values:
        return next(iter(alike.values()))
    return whole


def _same(whole: Vote, part: Vote) -> bool:
    agree = all(whole.values.get(role, value) == value for role, value in part.values.items())
    bodies = whole.body == part.body or None in (whole.body, part.body)
    return agree and (bodies or len(part.values) == 1) and not _different_days(whole.dated, part.dated)


def _different_days(one: Dated, other: Dated) -> bool:
    """Only days that each text tells beside the vote itself keep two equal counts apart, or two years told nearby."""
    if not one.when or not other.when:
        return False
    if min(one.nearness, other.nearness) == _NEARBY and one.when[:4] != other.when[:4]:
        return True
    days = len(one.when) == len(other.when) == len("2022-10-12")
    if days and max(one.nearness, other.nearness) > _NEARBY and one.when[:7] != other.when[:7]:
        return True
    if min(one.nearness, other.nearness) <= _NEARBY:
        return False
    length = min(len(one.when), len(other.when))
    return "/" not in one.when + other.when and one.when[:length] != other.when[:length]


def _adopt(whole: Vote, part: Vote) -> None:
    whole.told_in |= part.told_in
    _told_too(whole, part)
    whole.values = {**part.values, **whole.values}
    if (
        part.dated.nearness > whole.dated.nearness
        and part.dated.when
        and (len(part.values) > 1 or not whole.dated.when)
    ):
        whole.dated = part.dated
    whole.subject = whole.subject or part.subject
    whole.body = whole.body or part.body
    whole.adopted = part.adopted if whole.adopted is None else whole.adopted


def _is_a_vote(vote: Vote) -> bool:
    """A single number is a vote only when it is surely one, and said of those in favour."""
    several = len([role for role in (YES, NO, ABSTAIN) if role in vote.values]) > 1
    return several or (vote.sure and vote.values.get(YES, 0) >= _FEWEST)
