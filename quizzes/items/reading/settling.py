"""What the counts of a vote do not say themselves: its body, date, subject and outcome, from the words around it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from datetime import date

from quizzes.items.reading.bodies import ASSEMBLY, COUNCIL, SIZES, fits
from quizzes.items.reading.dating import Dated, date_of, month_of_news
from quizzes.items.reading.lexicon import NOUNS
from quizzes.items.reading.marks import Body, Marked, Number
from quizzes.items.reading.outcome import adopted
from quizzes.items.reading.position import Position
from quizzes.items.reading.subjects import BESIDE, subject_by_origin, subject_of
from quizzes.items.reading.tallies import Vote, complete, merged, votes_told
from quizzes.items.reading.unanimity import unanimous_votes
from quizzes.items.reading.vetoes import vetoes_in
from quizzes.items.reading.votes import ABSTAIN, NO, YES

# Bodies that appear in such texts without voting in them.
_NO_VOTER = frozenset({"European Union", "NATO", "Arab League", "African Union", "Organization of Islamic Cooperation"})
_VOTES = re.compile(
    r"B(?:'s)?(?: [\w\"',-]+){0,6}? (?:vot\w+|adopt\w*|approv\w*|pass\w*|reject\w*|demand\w*|condemn\w*|call\w*|"
    r"endors\w*|fail\w*|resolution)\b"
)
_OBJECT_BEFORE = re.compile(
    r"(?:\bfrom (?:the )?|against (?:the )?|member(?:ship)? of (?:the )?|seat on (?:the )?|unlike (?:in )?(?:the )?|"
    r"report to (?:the )?|\bhave (?:the )?|(?:sen[dt]s?|forward\w*|recommend\w*|refer\w*) [^.;]{0,16}to (?:the )?)$"
)
_OWNER = re.compile(r"B(?='s? B)")
_ITS_COMMITTEE = re.compile(
    r"\b(?:an?|one|its|another) (?:\w+ )?committee of the B"
    r"|\b(?:an?|the|its|key|main) (?:(?:united nations|un|B) )?(?:\w+ )?committee (?:on D |D )?"
    r"(?:voted|agreed|approved|adopted|passed|endorsed)\b"
)
_RIVAL = re.compile(r"\b(?:rival|competing|alternative|counter-?proposal|amend|amendments?)\b")
_WOULD = re.compile(r" (?:would|should)\b(?! have vot)")
_WOULD_HAVE = re.compile(r"\bwould (?:have|ask|request|urge|see|invite|call (?:on|upon)) (?:the )?$")
# "That resolution had got 14 votes": not the one that the text is about.
_THAT_ONE = re.compile(r"that (?:resolution|text|draft|vote|motion)\b")
_VOTES_ELSEWHERE = re.compile(
    r"P(?:'s)?,?(?: [\w\"',.-]+){0,8}? (?:vot\w+|adopt\w*|approv\w*|pass\w*|reject\w*|back\w*)\b"
)
_REMAINING = re.compile(r"\b(?:remaining|other) N\b")
_ALL_NAMED = {
    NO: re.compile(r"(?:only )?(?P<m>M) (?:both |all |alone )?(?:voted against(?: it)?|opposed it)(?:\.$| and N)"),
    ABSTAIN: re.compile(r"(?:only )?(?P<m>M) (?:both |all |alone )?abstained\.$"),
}
# More names than these may be some of many.
_NAMED_IN_FULL = 5
_REACH = 8
# Letters of a full date.
_DAY = 10
_OF_ALL = re.compile(
    rf"N of (?:the|its|all) (?P<n>N) (?:(?:un|united nations) )?(?:member )?(?:{NOUNS}|governors)"
    rf"|\bof the (?P<n2>N) {NOUNS}[^.;N]{{0,60}}, N\b"
)
# More votes than the body has members: no fact, whatever it is.
IMPOSSIBLE = ""


def settled_votes(sentences: Sequence[Marked], positions: Sequence[Position], shown: date | None = None) -> list[Vote]:
    """Every vote of the text once, complete as far as the text goes, in the order of the text.

    `shown`: the date of publication, where the text itself shows it.
    """
    told = sorted([*votes_told(sentences), *unanimous_votes(sentences)], key=lambda vote: (vote.index, vote.span))
    _complete(sentences, told, positions)
    possible = [
        vote
        for vote in told
        if vote.body != IMPOSSIBLE
        and not _leaves_yes_open(sentences, vote)
        and fits(vote.body, *vote.values.values())
        and not _is_rest(sentences, vote)
    ]
    for vote in possible:
        _count_rest(sentences, vote)
        _count_names(sentences, vote)
    _describe(sentences, possible, shown)
    votes = merged(possible)
    if votes and not votes[0].dated.when:
        votes[0].dated = Dated(month_of_news(sentences, votes[0].index, shown), 1)
    return votes


def _complete(sentences: Sequence[Marked], told: Sequence[Vote], positions: Sequence[Position]) -> None:
    """Their bodies, and the votes that named members add."""
    telling = {index for vote in told for index in vote.told_in}
    named: defaultdict[int, list[Position]] = defaultdict(list)
    for position in positions:
        named[position.index].append(position)
    vetoed = [[veto.named.iso3 for veto in vetoes_in(sentences, index)] for index in range(len(sentences))]
    for vote in told:
        vote.body = _body_of(sentences, vote)
        for reach in (0, 1, 2, 3):
            near = _named_near(vetoed, vote, named, telling, reach)
            complete(vote, {role: len(members) for role, members in near.items()}, _whole(sentences, vote))
            for role in vote.values.keys() - vote.where.keys():
                vote.where[role] = set(near.get(role, {}).values())


def _describe(sentences: Sequence[Marked], possible: Sequence[Vote], shown: date | None) -> None:
    """Their dates, subjects and outcomes."""
    spans, told_in = defaultdict(list), {index for vote in possible for index in vote.told_in}
    for vote in possible:
        spans[vote.index].append(vote.span)
    for vote in possible:
        taken = [span for span in spans[vote.index] if span != vote.span]
        vote.dated = _dated(sentences, vote, taken)
        vote.subject = subject_of(sentences, vote.index, _others(sentences, vote, told_in))
        vote.adopted = adopted(sentences, vote.index, vote.span[0], vote.values.get(YES), vote.values.get(NO))
    if possible and possible[0].subject is None and _is_of_lead(sentences, possible[0], shown):
        possible[0].subject = _subject_of_lead(sentences, possible)
    for vote in possible:
        vote.subject = vote.subject or subject_by_origin(sentences[vote.index].text)


def _dated(sentences: Sequence[Marked], vote: Vote, taken: Sequence[tuple[int, int]]) -> Dated:
    """By the sentence that tells most of it; by another that tells of it where that one has no date."""
    own = date_of(sentences, vote.index, vote.span, taken)
    if own.nearness > 2:
        return own
    others = [date_of(sentences, one, (0, 0)) for one in sorted(vote.told_in - {vote.index})]
    return max([own, *(one for one in others if len(one.when or "") >= _DAY)], key=lambda one: one.nearness)


def _others(sentences: Sequence[Marked], vote: Vote, told_in: set[int]) -> set[int]:
    """Sentences just before a vote that tell of another one, or of a veto where the vote is not the Council's."""
    before = range(max(0, vote.index - _REACH), vote.index)
    told = {index for index in before if index in told_in and index not in vote.told_in}
    if vote.body == COUNCIL:
        return told
    return told | {index for index in before if "veto" in sentences[index].shape}


def _is_beside(sentence: Marked) -> bool:
    return BESIDE.search(sentence.text) is not None or _THAT_ONE.match(sentence.shape) is not None


def _is_of_lead(sentences: Sequence[Marked], vote: Vote, shown: date | None) -> bool:
    """Whether the vote that a text tells first can be the one it is about: none of another year, told in passing."""
    year = (vote.dated.when or "")[:4]
    news = {str(shown.year), str(shown.year - (shown.month == 1))} if shown else {year}
    rival = any(_RIVAL.search(one.shape) for one in sentences[max(0, vote.index - 1) : vote.index + 1])
    return (not year or year in news) and not rival and not _is_beside(sentences[vote.index])


def _subject_of_lead(sentences: Sequence[Marked], votes: Sequence[Vote]) -> str | None:
    """The vote that a text tells first is the one its opening sentences are about."""
    others = {index for vote in votes[1:] for index in vote.told_in}
    opening = range(min(votes[0].index, _REACH), -1, -1)
    told = (subject_of(sentences, index, others) for index in opening if index not in others)
    return next((subject for subject in told if subject), None)


def _named_near(
    vetoed: Sequence[Sequence[str]], vote: Vote, named: Mapping[int, Sequence[Position]], telling: Set[int], reach: int
) -> dict[str, dict[str, int]]:
    """Members named beside the count for the roles it leaves open, each with its sentence; a veto is a vote against.

    `vetoed`: by sentence, who cast a veto.

    Who is named in a sentence that tells another vote (`telling`) voted in that one. The veto that a text begins with
    is one of the vote that it tells first.
    """
    places = range(max(min(vote.told_in) - reach, 0), min(max(vote.told_in) + reach + 1, len(vetoed)))
    own = [place for place in places if place in vote.told_in or place not in telling]
    near = [(p.vote, p.named.iso3, place) for place in own for p in named.get(place, ())]
    reached = range(0 if vote.index == min(telling, default=-1) else places.start, places.stop)
    placed = {iso3 for _role, iso3, _place in near}
    near += [(NO, iso3, place) for place in reached for iso3 in vetoed[place] if iso3 not in placed]
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for role, iso3, place in near:
        if role not in vote.numbered:
            found[role][iso3] = place
    return found


def _whole(sentences: Sequence[Marked], vote: Vote) -> int | None:
    """How many members there are to vote, where the telling says so: "27 of the 35 governors"."""
    sentence = sentences[vote.index]
    match = _OF_ALL.search(sentence.shape)
    return sentence.number(match.start("n" if match["n"] else "n2")).value if match else None


def _leaves_yes_open(sentences: Sequence[Marked], vote: Vote) -> bool:
    """Whether one of the numbers beside the votes against may be of those in favour, in words that nobody foresaw."""
    numbers = sum(sentences[index].shape.count("N") for index in vote.told_in)
    return YES not in vote.values and numbers > len(vote.values)


def _count_rest(sentences: Sequence[Marked], vote: Vote) -> None:
    """ "Eleven stood by Colombo": the number told beside "the remaining N" that is left to count."""
    rest = SIZES.get(vote.body or "", 0) - sum(vote.values.values())
    telling = sentences[min(vote.told_in) : max(vote.told_in) + 1]
    if rest <= 0 or vote.values.keys() != {YES, ABSTAIN} or not any(_REMAINING.search(one.shape) for one in telling):
        return
    numbers = [mark.value for one in telling for mark in one.marks if isinstance(mark, Number)]
    if rest in numbers:
        vote.values = {**vote.values, NO: rest}


def _count_names(sentences: Sequence[Marked], vote: Vote) -> None:
    """ "It had 148 votes, and two against. Fiji and Mali abstained.": so few, told as a whole, are all of them."""
    missing = {NO, ABSTAIN} - vote.values.keys()
    if len(missing) != 1 or YES not in vote.values:
        return
    role = missing.pop()
    for sentence in sentences[min(vote.told_in) : max(vote.told_in) + 2]:
        match = _ALL_NAMED[role].match(sentence.shape)
        count = sentence.members(match.start("m")).count if match else 0
        if 0 < count <= _NAMED_IN_FULL:
            vote.values = {**vote.values, role: count}
            return


def _is_rest(sentences: Sequence[Marked], vote: Vote) -> bool:
    """ "The other three members voted in favour" is a part of a vote that nothing completes."""
    before = sentences[vote.index].text[: vote.span[0]]
    return len(vote.values) == 1 and re.search(r"\b(?:other|remaining) $", before) is not None


def _body_of(sentences: Sequence[Marked], vote: Vote) -> str | None:
    """The voting body named nearest before the count that has as many members; IMPOSSIBLE if its own has not."""
    if _is_elsewhere(sentences[vote.index], vote) or any(_tells_of_elsewhere(sentences[n]) for n in vote.told_in):
        return IMPOSSIBLE
    if any(_ITS_COMMITTEE.search(sentences[n].shape) for n in vote.told_in):
        return None
    for back in range(_REACH):
        if vote.index - back < 0:
            break
        candidates = _candidates(sentences[vote.index - back], vote, back)
        for name, _ in candidates:
            if fits(name, *vote.values.values()) and not _is_too_small(name, vote):
                return name
        if back == 0 and any(votes for _, votes in candidates):
            return IMPOSSIBLE
    return ASSEMBLY if _is_assembly(sentences, vote) else _told_after(sentences, vote)


def _is_elsewhere(sentence: Marked, vote: Vote) -> bool:
    """Whether a parliament or a town's council cast these votes: of the bodies before them it is the nearest."""
    before = sentence.shape[: sentence.position(vote.span[0])]
    return _VOTES_ELSEWHERE.search(sentence.shape) is not None and before.rfind("P") > before.rfind("B")


def _tells_of_elsewhere(sentence: Marked) -> bool:
    """Whether a parliament and no body of the United Nations decides in the sentence."""
    return not sentence.bodies() and _VOTES_ELSEWHERE.search(sentence.shape) is not None


def _told_after(sentences: Sequence[Marked], vote: Vote) -> str | None:
    """A text may begin with the count and name the body next."""
    following = sentences[vote.index + 1 : vote.index + 3]
    names = [name for sentence in following for name, _ in _candidates(sentence, vote, 1)]
    return next((name for name in names if fits(name, *vote.values.values()) and not _is_too_small(name, vote)), None)


def _is_too_small(body: str, vote: Vote) -> bool:
    """A whole vote of so few is one of the Council, where the text names both."""
    return SIZES.get(body) == SIZES[ASSEMBLY] and YES in vote.values and sum(vote.values.values()) <= SIZES[COUNCIL]


def _candidates(sentence: Marked, vote: Vote, back: int) -> list[tuple[str, bool]]:
    """The bodies of a sentence, the one that votes in it first; each with whether it does."""
    # "The Assembly's Second Committee": the first one only says whose it is.
    owners = {sentence.span(match.start(), match.start() + 1)[0] for match in _OWNER.finditer(sentence.shape)}
    bodies = [body for body in sentence.bodies() if body.name not in _NO_VOTER and body.start not in owners]
    bodies = [body for body in bodies if not _is_asked(sentence.shape, sentence.position(body.start))]
    voting = {sentence.span(match.start(), match.start() + 1)[0] for match in _VOTES.finditer(sentence.shape)}
    place = vote.span[0] if back == 0 else len(sentence.text)

    def order(body: Body) -> tuple[bool, bool, bool, int]:
        place_of_body = sentence.position(body.start)
        before = sentence.shape[:place_of_body][-24:]
        distance = abs(place - body.start)
        return _OBJECT_BEFORE.search(before) is not None, body.start > place, body.start not in voting, distance

    return [(body.name, not order(body)[0] and body.start in voting) for body in sorted(bodies, key=order)]


def _is_asked(shape: str, place: int) -> bool:
    """What a draft asks of a body: it has not voted."""
    return _WOULD.match(shape, place + 1) is not None or _WOULD_HAVE.search(shape, 0, place) is not None


def _is_assembly(sentences: Sequence[Marked], vote: Vote) -> bool:
    """More votes than any other body here has, in a text that names the Assembly somewhere."""
    total = sum(vote.values.values())
    return SIZES[ASSEMBLY] >= total > 60 and any(b.name == ASSEMBLY for s in sentences for b in s.bodies())
