"""Which date belongs to a vote: its own sentence's, else that of the sentences before, never one of the background."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from quizzes.items.reading.counting import counts
from quizzes.items.reading.marks import Marked, Moment
from quizzes.items.reading.numbers import find_numbers

# "since Russian troops invaded on D", "its D invasion", "before D": dates of something else than the vote told.
_BACKGROUND_BEFORE = re.compile(
    r"(?:\b(?:since|after|until|before|sparked by|following|when|launched|began|beginning|started|invaded|invasion|"
    r"prior to|as of)\b"
    r"[^,;.:]{0,80}|^date |\b(?:seen|pictured|photo|file photo|photograph)\b[^.]{0,120}"
    r"|\b(?:lines?|borders?|boundaries|war|invasion|events|accords?|agreement|treaty|armistice|resolution|"
    r"declaration|partition|elections?) (?:of|in|from) |\b(?:massacre|events|elections?) on "
    r"|\battacks?\b[^,;.]{0,30} (?:of|on) "
    r"|\b(?:handed down|issued|delivered|published|released|(?:text|draft|resolution) vetoed)\b[^,;.]{0,60}|"
    r"\bfrom |, to |\bthan (?:in |on |at )?|\b(?:mak|mark|designat|declar|proclaim)(?:e[sd]?|s|ed|ing)? "
    r"|\b(?:last|previous|earlier) (?:vote|resolution|text|one|time)(?: was| held)? (?:in|on) )$"
)
_BACKGROUND_AFTER = re.compile(
    r"(?:,? (?:(?!\w+(?:ing|ed) |the |an? |its |that |to )\S+ ){0,2}?(?:invasion|attacks?|war\b|"
    r"annexation|massacre|referendum|coup|"
    r"elections?|conflict|assault|truce|incident|bombing|shooting|killings?|"
    r"truces?|deal|pact|ceremony|memorandum|agreement|declaration|treaty|accords?|borders?|lines?|summit|onslaught|raid|"
    r"offensive))"
)
_VOTE = re.compile(
    r"\b(?:voted|votes?|voting|adopted|adopts|approved|approves|passed|passes|rejected|rejects|vetoed|vetoes|veto|"
    r"backed|"
    r"resolution|ballot|abstained|abstains)\b"
)
# "when the Assembly voted on D": for the sentences after it this is the vote, not its background.
_VOTED = re.compile(r"\b(?:voted|adopted|approved|passed|vetoed|decided|came (?:up|to|before)|put to)\b")
# A day is a vote's only where the sentence tells of a decision ("Ukraine put its text forward on D" does not).
_DECIDED = re.compile(
    r"\b(?:voted|votes?|adopted|adopts|approved|passed|rejected|vetoed|vetoes|backed|supported|condemned|demanded|"
    r"called|vetoe?s?|extended|renewed|imposed|suspended|decided|failed|declared|denounced|"
    r"endorsed|ballot|session|abstained|censured|rebuked|criticised|criticized|"
    r"urged|asked|ordered|authori[sz]ed|lifted|created|established|agreed|recogni[sz]ed|admitted|granted|upgraded|"
    r"(?:tried|attempted) to (?:adopt|pass|approve)|expelled|ousted|placed on|"
    r"forwarded|recommended|sailed|went through|cleared|carried|won|secured|gained|received|"
    r"got)\b"
)
# "NEW YORK, D -": when it was written; another date of the sentence is the one it tells.
_DATELINE = re.compile(r"[^;:]{0,40}?D(?:, D)? ?[-:)]")
# How many sentences back a date still speaks for a vote.
_REACH = 4
# "... the ambassador had announced on D": the day of the words.
_SAID_ON = re.compile(r"\b(?:announced|said|told|warned|promised|tweeted|wrote|spoke|predicted)\b[^.;,]{0,24}$")
_POINTS_BACK = re.compile(
    r"(?:with (?:these|those|that|this)|that was|this was|those were|these were|such was|the (?:result|vote|figures))\b"
)
# "The council had put six names on its list on D": before what the text tells.
_HAD_DONE = re.compile(r"\bhad (?:[a-z]+ly |already |also )?(?:[a-z]+ed|put|made|taken|given|held|sent|set|met)\b")
# "resolution 3379 of D. That measure passed 72-35": of that day.
_THAT_ONE = re.compile(r"that (?:measure|resolution|text|vote|declaration|draft)\b")
# "The vote came eight days after"
_AWAY = re.compile(
    r"^(?:it|that|this|the (?:vote|move|decision|ballot|session|resolution)) (?:also )?(?:came|comes|was|followed|"
    r"took place|happened|is) (?:just |only |barely )?"
    r"(?P<n>N|[a-z]+) (?P<unit>day|week|month|year)s? (?P<way>after|before)\b"
)
# "Eleven years on, a second appeal was carried": in a year that nothing near tells.
_LATER = re.compile(r"(?:N|[a-z]+) (?:weeks|months|years|decades) (?:on|later|after|before|earlier),")
_FULL = len("2022-10-12")
_ENDS = (".", "!", "?", '"', "'", ":")
_TOP = 12
# Sentences in which a report shows its date.
_STAMP = 3
# "the protocol of 1994"
_YEAR = 4
_OF_A_YEAR = re.compile(
    r"(?<!vote)(?<!resolution)(?<!ballot)(?<!session)(?<!text)(?<!summer)(?<!spring)(?<!autumn)(?<!winter) of $"
)
_A_NAME = re.compile(r" (?:M |C |A )?[A-Za-z]")
# "the D measure passed 72-35", "since D, when the Assembly granted it by N"
_OF_THE_VOTE = re.compile(rf" (?:{_VOTE.pattern}|(?:text|measure|motion|draft)s?\b)")
_WHEN_IT_DID = re.compile(r",? (?:when|in which) (?!M|C)")
# "Belarus, which diverted a plane D, demanded": of her, not of the vote.
_ASIDE = re.compile(r", (?:which|who|whose) [^,.;:]*$")
# How many days old news may be.
_FRESH = 2
_HEADING = 60
_LEAD = 4
# "In 2014, ...": a date this near to the sentence's beginning speaks for the sentences after it too.
_OPENING = 5


class Dated(NamedTuple):
    """`nearness`: 3 the vote's own sentence, 2 a sentence just before, 1 the text's first dated vote, 0 no date."""

    when: str | None
    nearness: int


def eligible(sentence: Marked, span: tuple[int, int] = (0, 0)) -> list[Moment]:
    """The dates of a sentence that may be those of what stands at `span` in it."""
    told = [m for m in sentence.moments() if m.when and not m.ahead and not _is_background(sentence, m, span)]
    beside = [m for m in told if not _DATELINE.match(sentence.shape, 0, sentence.position(m.start) + 7)]
    return beside or told


def _is_background(sentence: Marked, moment: Moment, span: tuple[int, int]) -> bool:
    """In "after X vetoed it on D" the date is the veto's: only what stands between the two can part them."""
    place, told = sentence.position(moment.start), sentence.position(span[1])
    if span[0] < moment.start < span[1]:  # "104 voted yes when it came to the plenary in 2007, against 54"
        return False
    start = max(0, place - 120, told if 0 < span[1] <= moment.start else 0)
    before, after = sentence.shape[start:place], sentence.shape[place + 1 : place + 40]
    if len(moment.when or "") == _YEAR and (_OF_A_YEAR.search(sentence.shape[:place]) or _is_name(before, after)):
        return True
    aside = _ASIDE.search(before)
    if aside and span == (0, 0) and not _VOTE.search(aside.group()):
        return True
    cue = _BACKGROUND_BEFORE.search(before)
    later = span[0] > moment.end
    if cue and (((span == (0, 0) or later) and _VOTED.search(cue.group())) or (later and _WHEN_IT_DID.match(after))):
        cue = None
    return bool(cue or _BACKGROUND_AFTER.match(after))


def _is_name(before: str, after: str) -> bool:
    """ "The 1995 Srebrenica genocide" tells when that was; "the 2014 vote" is one of that year."""
    return before.endswith("the ") and _A_NAME.match(after) is not None and _OF_THE_VOTE.match(after) is None


def date_of(
    sentences: Sequence[Marked], index: int, span: tuple[int, int], taken: Sequence[tuple[int, int]] = ()
) -> Dated:
    """`span`: offsets of the vote in its sentence; `taken`: spans of the other votes that this sentence tells."""
    days = eligible(sentences[index], span)
    votes = sorted({span, *taken})
    if 1 < len(votes) == len(days):  # "on D1 ... by N, and on D2 ... by N": each vote has its own
        return Dated(days[votes.index(span)].when, 3)
    own = [m for m in days if not any(_gap(m, other) < _gap(m, span) for other in taken)]
    if own:
        return Dated(min(own, key=lambda moment: _gap(moment, span)).when, 3)
    if not days and any(not moment.when for moment in sentences[index].moments()):
        return Dated(None, 0)  # it has a date, and nobody can tell which
    if not days and _LATER.match(sentences[index].shape):
        return Dated(None, 0)
    away = _AWAY.search(sentences[index].shape, 0, sentences[index].position(span[0]))
    if away:
        return Dated(_reckoned(sentences, index, away), 3)
    lead = cache(lambda: first_vote(sentences[: min(index, _TOP)]))
    that = _last_told(sentences[index - 1]) if index and _THAT_ONE.match(sentences[index].shape) else None
    if that:
        return Dated(that, 2)
    for back in range(1, _REACH + 1):
        when = _told_before(sentences, index - back, back, lead)
        if when:
            return Dated(when, 2)
    after = _told_next(sentences, index + 1)
    if after:
        return Dated(after, 2)
    before = sentences[: min(index, _TOP)]
    return Dated(first_vote(before) or _of_lead(before), 1)


def month_of_news(sentences: Sequence[Marked], index: int, shown: date | None) -> str | None:
    """The month of a report that shows its date: what it is about happened a day or two before.

    None in the first days of a month, and where another time was told up to here.
    """
    if shown is None or shown.day <= _FRESH:
        return None
    month = shown.isoformat()[:7]
    told = [
        moment.when or "" for sentence in sentences[: index + 1] for moment in sentence.moments() if not moment.ahead
    ]
    return month if all(when.startswith(month) for when in told) else None


def _is_long_before(when: str, stamp: str) -> bool:
    """A vote of an earlier year than the report's is not its news, except around New Year."""
    return when[:_YEAR] < stamp[:_YEAR] and not (stamp[_YEAR:].startswith("-01") and len(when) >= _FULL)


def _gap(moment: Moment, span: tuple[int, int]) -> int:
    return max(moment.start - span[1], span[0] - moment.end, 0)


def _reckoned(sentences: Sequence[Marked], index: int, away: re.Match[str]) -> str | None:
    """ "It came eight days after the veto": reckoned from the vote that the text is about; None for weeks or months."""
    news = first_vote(sentences[: min(index, _TOP)])
    many = next((number.value for number in find_numbers(f"{away['n']} members")), None)
    if away["unit"] != "day" or news is None or len(news) < _FULL or many is None:
        return None
    days = timedelta(days=many)
    told = date.fromisoformat(news)
    return (told - days if away["way"] == "after" else told + days).isoformat()


def _last_told(sentence: Marked) -> str | None:
    """The day that a sentence ends with; a month may be that of anything."""
    told = [moment.when for moment in sentence.moments() if moment.when and not moment.ahead]
    return told[-1] if told and len(told[-1]) >= _FULL else None


def _told_before(sentences: Sequence[Marked], index: int, back: int, lead: Callable[[], str | None]) -> str | None:
    if index < 0:
        return None
    moments = [
        m
        for m in eligible(sentences[index])
        if not _SAID_ON.search(sentences[index].shape, 0, _place(sentences[index], m))
    ]
    if not moments:
        return None
    shape = sentences[index].shape
    ended = shape.endswith(_ENDS) or sentences[index].text.endswith(_ENDS)
    if not ended and not _VOTE.search(shape):  # the line of place and day above a report
        return None
    sets_scene = sentences[index].position(moments[0].start) < _OPENING
    if back > 2 and not sets_scene and not _VOTE.search(shape):
        return None
    if back > 1 and shape.startswith("D") and not _DECIDED.search(shape):  # "Days before, X had written a letter"
        return None
    told = _of_the_vote(sentences[index], moments).when or ""
    news = (lead() or "") if back > 1 else ""
    if news and told != news and _HAD_DONE.search(shape):
        return None
    another = bool(news) and told[:_YEAR] != news[:_YEAR] and not sets_scene
    if another and (back > 2 or (back > 1 and counts(sentences[index]))):  # another year's vote, told in passing
        return None
    heading = len(shape) < _HEADING and shape.endswith("(D).")  # "2. Brazil's draft (18 October)."
    if not sets_scene and not heading and len(moments[0].when or "") >= _FULL and not _DECIDED.search(shape):
        return None
    return told or None


def _told_next(sentences: Sequence[Marked], index: int) -> str | None:
    """ "That was the result on D", "With these figures the Assembly on D renewed its call"."""
    if index >= len(sentences) or not _POINTS_BACK.match(sentences[index].shape):
        return None
    moments = eligible(sentences[index])
    return moments[0].when if len(moments) == 1 else None


def _place(sentence: Marked, moment: Moment) -> int:
    return sentence.position(moment.start)


def _of_the_vote(sentence: Marked, moments: Sequence[Moment]) -> Moment:
    votes = [sentence.span(match.start(), match.end()) for match in _VOTE.finditer(sentence.shape)]
    if not votes:
        return max(reversed(moments), key=lambda moment: len(moment.when or ""))
    return min(moments, key=lambda moment: min(_gap(moment, vote) for vote in votes))


def _of_lead(sentences: Sequence[Marked]) -> str | None:
    """The one day that the opening sentences tell."""
    told_in = [sentence for sentence in sentences[:_LEAD] if sentence.shape.endswith(_ENDS)]
    days = [{moment.when for moment in eligible(sentence)} for sentence in told_in]
    told = next((found for found in days if found), set())
    return told.pop() if len(told) == 1 else None


def first_vote(sentences: Sequence[Marked]) -> str | None:
    """The date of the vote that the text is about: the first one told with a date near its top."""
    stamp = next((m.when for one in sentences[:_STAMP] for m in one.moments() if len(m.when or "") >= _FULL), None)
    for sentence in sentences[:_TOP]:
        if _DECIDED.search(sentence.shape):
            moments = [one for one in eligible(sentence) if not stamp or not _is_long_before(one.when or "", stamp)]
            if moments:
                return _of_the_vote(sentence, moments).when
    return None
