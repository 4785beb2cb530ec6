"""Which vote a named member's position belongs to."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from quizzes.items.reading.counting import counts
from quizzes.items.reading.marks import Marked
from quizzes.items.reading.position import Position
from quizzes.items.reading.tallies import Vote
from quizzes.items.reading.votes import YES

# How many sentences after its count a vote's names may follow, and how many before it.
_AFTER, _BEFORE = 6, 3
# The vote that a text is about is told on much farther down, if no other one is told nearer.
_FAR, _AHEAD = 24, 100
# How many sentences after it names still belong to a vote told in passing.
_BESIDE = 2
# "Support was higher than for the October text, which passed by 121-14": another vote, told in passing.
_COMPARED = re.compile(r"\b(?:than|compared (?:with|to)|unlike|(?:up|down) from)\b[^.;:]*$")
_DECIDED = re.compile(r"\b(?:veto|block|vot|fail|reject)")
Tied = tuple[Position, int | None]


def tie(positions: Sequence[Position], votes: Sequence[Vote], sentences: Sequence[Marked]) -> list[Tied]:
    """Each position once, with its vote's place in `votes`; untied where the text leaves it open."""
    tied: dict[tuple[str, str, int | None], Tied] = {}
    members: defaultdict[int, list[Position]] = defaultdict(list)
    told_in: defaultdict[int, list[int]] = defaultdict(list)
    for number, vote in enumerate(votes):
        for index in vote.told_in:
            told_in[index].append(number)
    compared = {n for n, vote in enumerate(votes) if n and _is_compared(vote, sentences[vote.index])}
    # Who is named beside the count first: "seven voted for it, with Fiji abstaining" leaves no room for another one.
    for position in sorted(positions, key=lambda one: one.index not in told_in):
        possible = {
            n
            for n, vote in enumerate(votes)
            if not _is_of_another(position, vote, sentences)
            and not (n in compared and position.index != vote.index)
            and not (position.index + _BEFORE < vote.index and _is_amendment(vote, sentences))
            and not _counts_another(position, vote, sentences)
        }
        place = _vote_of(position, votes, possible, told_in, members)
        if (position.named.iso3, position.vote, place) not in tied:
            tied[position.named.iso3, position.vote, place] = position, place
            if place is not None:
                members[place].append(position)
    told = {(iso3, role) for iso3, role, vote in tied if vote is not None}
    return [one for (iso3, role, vote), one in tied.items() if vote is not None or (iso3, role) not in told]


def _vote_of(
    position: Position,
    votes: Sequence[Vote],
    possible: Set[int],
    told_in: Mapping[int, Sequence[int]],
    members: Mapping[int, Sequence[Position]],
) -> int | None:
    reach = range(position.index - _AFTER, position.index + _BEFORE + 1)
    numbers = sorted({0, *(number for index in reach for number in told_in.get(index, ()))} if votes else ())
    near = [
        (gap, number)
        for number in numbers
        if number in possible and (gap := _distance(position, votes[number], is_lead=number == 0)) is not None
    ]
    if not near and len(votes) == len(possible) == 1:
        near = [((0, 0), 0)]
    for _, number in sorted(near, key=lambda one: (_is_past(position, votes[one[1]], votes[0]), one[0])):
        if _has_room(position, votes[number], members.get(number, ())):
            return number
    return None


def _is_of_another(position: Position, vote: Vote, sentences: Sequence[Marked]) -> bool:
    """The sentence before tells what another body decided: "the bid was blocked in the Council. Chad abstained"."""
    here, before = position.index, position.index - 1
    if before < 0 or vote.body is None or not vote.told_in.isdisjoint((here, before)):
        return False
    named = {body.name for index in (here, before) for body in sentences[index].bodies()}
    return bool(named) and vote.body not in named and _DECIDED.search(sentences[before].shape) is not None


def _counts_another(position: Position, vote: Vote, sentences: Sequence[Marked]) -> bool:
    """In "it won the support of 156, while China voted against it" the number is that of another vote than this one."""
    if position.index in vote.told_in:
        return False
    told = {count.role: count.value for count in counts(sentences[position.index]) if not count.named}
    return YES in told and YES in vote.values and told[YES] != vote.values[YES]


def _is_amendment(vote: Vote, sentences: Sequence[Marked]) -> bool:
    """Told beside the vote that the text is about: what was told long before is none of its votes."""
    return any("amendment" in one.shape for one in sentences[max(0, vote.index - 2) : vote.index + 1])


def _is_compared(vote: Vote, sentence: Marked) -> bool:
    return _COMPARED.search(sentence.shape, 0, sentence.position(vote.span[0])) is not None


def _is_past(position: Position, vote: Vote, main: Vote) -> bool:
    """A vote of another year, or of another month some sentences before, was told in passing.

    Names that follow belong to the vote the text is about.
    """
    if position.index in vote.told_in or vote is main or not vote.dated.when or not main.dated.when:
        return False
    behind = position.index - max(vote.told_in, default=position.index)
    length = len("2022-02") if behind > _BESIDE else len("2022")
    return vote.dated.when[:length] != main.dated.when[:length]


def _distance(position: Position, vote: Vote, *, is_lead: bool) -> tuple[int, int] | None:
    if position.index in vote.told_in:
        return 0, 0 if position.index != vote.index else abs(position.named.start - vote.span[0])
    gaps = [position.index - told for told in vote.told_in]
    after = [gap for gap in gaps if 0 < gap <= (_FAR if is_lead else _AFTER)]
    if after:
        return min(after), 0
    ahead = [-gap for gap in gaps if 0 < -gap <= _BEFORE]
    return (_AHEAD + min(ahead), 0) if ahead else None


def _has_room(position: Position, vote: Vote, here: Sequence[Position]) -> bool:
    """No member votes twice in one vote, and no more members are named than voted so (`here`: those tied to it)."""
    if any(one.named.iso3 == position.named.iso3 and one.vote != position.vote for one in here):
        return False
    cast = Counter(one.vote for one in here if one.named.iso3 != position.named.iso3)
    return cast[position.vote] < vote.values.get(position.vote, 193)
