"""Votes told by going on with what was said before: "So did Peru", "Others were Chad and Mali", "Those five were"."""

import re
from collections.abc import Iterator, Sequence

from quizzes.items.reading.acts import NOUN, ROLE_WORDS
from quizzes.items.reading.counting import counts
from quizzes.items.reading.lexicon import NOUNS
from quizzes.items.reading.marks import Marked, Members, Named
from quizzes.items.reading.position import Position
from quizzes.items.reading.position_rules import UNREAL
from quizzes.items.reading.votes import VERBS

_SO_DID = re.compile(
    r"(?:^|[;,.-] ?|\band )(?:so|as)(?:,? (?:too|of course|as expected|naturally|did others|predictably),?)? "
    r"(?:of course |also )?(?:did|was|were|had|has) (?:both |also |all )?(?P<m>[MC])(?:, whose [^,;.MN]{2,60},? "
    r"and (?P<m2>M))?"
)
_DID_SO_TOO = re.compile(r"(?P<m>M),? (?:also did|did so(?: too| as well)?|did the same|did likewise|followed suit)\b")
_JOINED = re.compile(r"(?P<m>M) (?:had )?(?:joined|joining) (?P<m2>M)(?= ?[.,;)]| and (?!M)|$)")
_OTHERS = re.compile(
    rf"^(?:(?:the )?(?:others?|rest|remaining (?:N|ones?))(?: {NOUNS})?|they|these|those|the list|the group)"
    r"(?: also)? (?:were|are|was|included?|includes|comprised)"
    r"(?: [^.;:N]{2,80},? as well as)? (?P<m>M)(?= ?(?:[.,;)(-]|$)| and (?!M))"
)
_THE_N = re.compile(
    rf"\b(?:the|those|these) (?P<n>N)(?: {NOUNS})?(?: in question|, [^.;:,MN]{{2,40}})?,?(?: (?:were|are|being)|"
    rf":) (?P<m>M)(?= "
    rf"?(?:[.,;)(-]|$))"
    r"|(?P<m2>M) (?:were|are|made up|(?:were|was|are|is)(?: also| all| both)? (?:among|in|part of)) (?:the|"
    r"those) (?P<n2>N)(?= ?(?:[.,;]|$))"
    r"|among (?:the|those) (?P<n3>N) (?:were|was|are) (?P<m3>M)"
)
# "Qatar was the only Arab state to do so"
_TO_DO_SO = re.compile(
    r"(?P<m>M) (?:was|were) (?:also )?(?:the only|among|one of)[^.;:,MN]{0,50}? to do (?:so|the same|likewise)\b"
)
_WHO_WERE = re.compile(r"(?:and )?who (?:were|are) (?:the|those|these) (?P<n>N)\b[^.]*\?$")
_RULES = (
    ("so-did", _TO_DO_SO),
    ("so-did", _SO_DID),
    ("so-did", _DID_SO_TOO),
    ("joined", _JOINED),
    ("others-were", _OTHERS),
)
# Only what opens a sentence goes on with the one before it.
_OPENING = 3
# A dateline may stand before the first words.
_NEAR = 30
_NO_SUBJECT = re.compile(r"\b(?:in|on|of|from|against|to|by|with|for|about|at) (?:the )?$")
_VERBS = tuple(
    (role, re.compile(rf"{verb}|cast (?:the |a )?(?:only |N )?{NOUN[role]}s?")) for role, verb in VERBS.items()
)
# How many sentences back "those five" may point.
_BACK = 3


# "All three voted in favour", "Both abstained": those of the list just before.
_ALL_OF_THEM = re.compile(
    r"^(?:all (?:of the )?(?P<n>N)(?: of them| countries| states)?|(?P<both>both)(?: countries| states| of them)?) "
)
# "It abstained": the member that the sentence before begins with.
_IT = re.compile(r"^(?:[^,.;:MNC]{0,40},? )?it (?:had |has |then |also |itself )?")
# "They cast the only negative votes": the list that the sentence before begins with.
_THEY = re.compile(r"^they (?:had |have |then |also |both |all )?")


def _pointing_back(index: int, sentences: Sequence[Marked]) -> Iterator[Position]:
    if not index:
        return
    sentence, before = sentences[index], sentences[index - 1]
    for pattern, members in ((_ALL_OF_THEM, _last_list), (_IT, _only_member), (_THEY, _first_list)):
        match = pattern.match(sentence.shape)
        role = match and next((role for role, verb in _VERBS if verb.match(sentence.shape, match.end())), None)
        if match and role:
            groups = match.groupdict()
            many = sentence.number(match.start("n")).value if groups.get("n") else 2 if groups.get("both") else 1
            for named in members(before, many):
                yield Position(index - 1, named, role, "pointing-back", beside=index)


def _last_list(sentence: Marked, many: int) -> Sequence[Named]:
    lists = [
        mark for mark in sentence.marks if isinstance(mark, Members) and len(mark.named) == many and not mark.others
    ]
    return lists[-1].named if lists else ()


def _only_member(sentence: Marked, _one: int) -> Sequence[Named]:
    """The one that the sentence names, where it acts in it."""
    members = [mark for mark in sentence.marks if isinstance(mark, Members) and mark.sign != "A"]
    alone = {named.iso3 for mark in members for named in mark.named}
    if len(alone) != 1 or _NO_SUBJECT.search(sentence.shape[: sentence.position(members[0].start)]):
        return ()
    return members[0].named


def _first_list(sentence: Marked, _many: int) -> Sequence[Named]:
    first = next((mark for mark in sentence.marks if isinstance(mark, Members)), None)
    begins = first is not None and len(first.named) > 1 and sentence.position(first.start) <= _NEAR
    return first.named if first and begins else ()


def going_on(index: int, sentences: Sequence[Marked]) -> Iterator[Position]:
    yield from _pointing_back(index, sentences)
    sentence = sentences[index]
    if "M" not in sentence.shape:
        return
    for rule, pattern in _RULES:
        for match in pattern.finditer(sentence.shape):
            role = _role_before(index, sentences, match.start())
            beside = None if _last_role(sentence, match.start()) else index - 1
            for group in (name for name, text in match.groupdict().items() if text and role):
                yield from _all(index, sentence, match.start(group), role or "", rule, beside)
    yield from _answer(index, sentences)
    for match in _THE_N.finditer(sentence.shape):
        which = next(mark for mark in ("", "2", "3") if match["m" + mark])
        told = _role_of(sentence.number(match.start("n" + which)).value, sentences, index)
        if told:
            role, where = told
            yield from _all(index, sentence, match.start("m" + which), role, "those-n", where)


def _answer(index: int, sentences: Sequence[Marked]) -> Iterator[Position]:
    """ "Who were the seven? Russia, Mali, ..." """
    asked = _WHO_WERE.match(sentences[index - 1].shape) if index else None
    told = asked and _role_of(sentences[index - 1].number(asked.start("n")).value, sentences, index - 1)
    if told and sentences[index].shape.startswith("M"):
        yield from _all(index, sentences[index], 0, told[0], "who-were", told[1])


def _all(index: int, sentence: Marked, place: int, role: str, rule: str, beside: int | None) -> Iterator[Position]:
    for named in sentence.members(place).named:
        yield Position(index, named, role, rule, beside if beside != index else None)


def _role_before(index: int, sentences: Sequence[Marked], place: int, links: int = 2) -> str | None:
    """The vote told last before a place: in its own sentence, else in the one before or where that one points."""
    own = _last_role(sentences[index], place)
    if own or not index or place > _OPENING:
        return own
    before = sentences[index - 1]
    role = _last_role(before, len(before.shape))
    if role or not links or not _OTHERS.match(before.shape):
        return role
    return _role_before(index - 1, sentences, 0, links - 1)


def _last_role(sentence: Marked, place: int) -> str | None:
    shape = sentence.shape[:place]
    told = [
        (match.end(), role)
        for role, pattern in ROLE_WORDS
        for match in pattern.finditer(shape)
        if not UNREAL.search(shape[max(0, match.start() - 24) : match.start()])
    ]
    told += [(count.end, count.role) for count in counts(sentence) if count.end <= place]
    return max(told)[1] if told else None


def _role_of(number: int, sentences: Sequence[Marked], index: int) -> tuple[str, int] | None:
    """The one vote that so many members were just said to have cast, and the sentence that says so."""
    near = range(max(0, index - _BACK), index + 1)
    roles = {count.role: at for at in near for count in counts(sentences[at]) if count.value == number}
    return roles.popitem() if len(roles) == 1 else None
