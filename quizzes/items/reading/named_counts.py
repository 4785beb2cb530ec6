"""Counts told by names: a list that is said to be complete, those who joined others, those beside whom others stood."""

import re
from collections.abc import Iterator

from quizzes.items.reading.count import Count
from quizzes.items.reading.lexicon import NOUNS
from quizzes.items.reading.marks import Marked
from quizzes.items.reading.votes import ABSENT, ABSTAIN, NO, OF_BODY, OPPOSE, VERBS, YES

_LISTS = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        # "Britain, Germany, Italy and 20 other countries abstained", "only A and B voted against"
        *(
            (role, rf"(?P<only>\b(?:only|just) )?(?P<m>M){OF_BODY},? (?:have |has |had |were |was |all )?{verb}")
            for role, verb in VERBS.items()
        ),
        (NO, rf"(?P<only>\b(?:only|just) )?(?P<m>M),? (?:were |was |have |had )?(?:{OPPOSE}|against)\b"),
        # "when 22 voted in favour, Venezuela voted against and 12 abstained"
        (NO, r"N [^.;:M]{2,40}(?P<with>,) (?P<m>M) voted (?:against|no),? (?:and|while) N\b"),
        # "with the United States and Israel opposed, and Ukraine abstaining"
        (
            NO,
            r"(?P<with>\bwith|,\"?|\band|;|while|-) (?P<m>M),? (?:voting |the only (?:one|country|member) )?"
            r"(?:opposed|against|opposing|in opposition|\"?no\b)",
        ),
        (
            ABSTAIN,
            r"(?P<with>\bwith|,|\band|;|while|-) (?P<m>M),? (?:abstaining\b|(?:alone|the (?:only|lone|sole)) "
            r"(?:(?!oppos|against)[^.;,N]){0,30}?"
            r"(?:abstaining|to abstain|abstention|abstainer)\b)",
        ),
        # "while the two cast the dissenting votes", "saw the abstention of M"
        (
            NO,
            r"(?P<with>\bwith|,|\band|;|while|-) (?P<m>M),? (?:cast|casting) (?:the |their )?(?:only |N )?"
            r"(?:dissenting|negative|opposing|\"?no\"?) votes?",
        ),
        (ABSTAIN, r"(?P<with>abstentions? (?:of|by|from)) (?P<m>M)"),
        # "Belarus alone being against"
        (
            NO,
            r"(?P<m>M) (?P<only>alone) (?:being |was |were |voted |voting )?(?:against|opposed|opposing|dissenting)\b",
        ),
        (ABSENT, r"(?P<with>\bwith) (?P<m>M),? (?:absent|not voting)\b"),
        # "Belarus was the only country to oppose it"
        (
            NO,
            r"(?P<m>M)(?: [^.;:NM]{1,60} and)? (?:was|were|being|became) the (?P<only>only|lone|sole)[^.;,:]{0,40} "
            r"(?:to (?:vote against|vote no|oppose)|that voted against|voting against)",
        ),
        # "opposed by only the United States and Israel"
        (NO, r"(?:opposed|rejected) by (?P<only>(?:only|just) )?(?P<m>M)"),
        (YES, r"(?:supported|backed) (?P<only>by (?:only|just)|only by|by nobody but|by no one but) (?P<m>M)"),
    )
)
_APART_FROM = re.compile(
    r"(?:apart from|besides|in addition to|other than|aside from) (?P<m>M),? (?:only |just )?(?P<n>N)(?: (?:other|"
    rf"more))? {NOUNS}"
    rf"[^.;:]{{0,80}}? (?:voted (?P<no>against|no)|(?P<abstain>abstained)|(?P<opposed>opposed))"
)
_JOINED = re.compile(
    rf"(?:(?P<n>N)(?: (?:other|more|further))?(?: {NOUNS})?|(?P<only>\bonly )?(?P<first>M)) (?:have |had )?(?:joined|"
    r"sided with|voted (?:along )?with|followed) "
    r"(?P<m>M)(?: in)? (?:(?:voting |casting )?(?P<no>against|no|\"no\"|opposing|opposed|rejecting|opposition)|"
    r"(?P<abstain>abstaining|abstained))"
)


def joined(sentence: Marked) -> Iterator[Count]:
    """Who is joined voted so too: "only four countries joined X in voting against" makes five."""
    for match in _JOINED.finditer(sentence.shape):
        joined = sentence.members(match.start("m"))
        if match["n"]:
            number = sentence.number(match.start("n"))
            if number.approximate:
                continue
            total, start = number.value + joined.count, match.start("n")
        elif match["only"] or joined.others or sentence.members(match.start("first")).others:
            total, start = joined.count + sentence.members(match.start("first")).count, match.start("first")
        else:
            continue
        yield Count(NO if match["no"] else ABSTAIN, total, start, match.end(), "joined")


def apart_from(sentence: Marked) -> Iterator[Count]:
    """ "Apart from A and B, only four other countries voted against" makes six."""
    for match in _APART_FROM.finditer(sentence.shape):
        number = sentence.number(match.start("n"))
        if not number.approximate:
            total = number.value + sentence.members(match.start("m")).count
            yield Count(ABSTAIN if match["abstain"] else NO, total, match.start("n"), match.end(), "apart-from")


def listed(sentence: Marked) -> Iterator[Count]:
    for role, pattern in _LISTS:
        for match in pattern.finditer(sentence.shape):
            members = sentence.members(match.start("m"))
            groups = match.groupdict()
            if members.others or groups.get("only") or groups.get("with"):
                yield Count(
                    role,
                    members.count,
                    match.start("m"),
                    match.end(),
                    "list",
                    named=not (members.others or groups.get("only")),
                )
