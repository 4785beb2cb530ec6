"""Reading a text: every kind of fact, in the order of the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from quizzes.items.finding import Finding, Kind, Value
from quizzes.items.reading.bodies import ASSEMBLY, SIZES
from quizzes.items.reading.dateline import find_published
from quizzes.items.reading.dating import date_of, month_of_news
from quizzes.items.reading.events import events
from quizzes.items.reading.lexicon import mark_text
from quizzes.items.reading.marks import Marked, Moment
from quizzes.items.reading.memberships import memberships
from quizzes.items.reading.people import Cast, cast_of
from quizzes.items.reading.position import Position
from quizzes.items.reading.positions import all_positions
from quizzes.items.reading.procedure import rules_told
from quizzes.items.reading.pronouns import sentence_at
from quizzes.items.reading.quantities import quantities
from quizzes.items.reading.quotes import find_quotes
from quizzes.items.reading.sentences import paragraphs
from quizzes.items.reading.settling import settled_votes
from quizzes.items.reading.speakers import Said, attribute, worth_keeping
from quizzes.items.reading.subjects import subject_of
from quizzes.items.reading.tallies import Vote
from quizzes.items.reading.tying import tie
from quizzes.items.reading.vetoes import Veto, vetoes_in
from quizzes.items.reading.votes import ABSENT, ABSTAIN, NO, YES

# How many sentences of a report, its headings among them, tell its news.
_LEAD = 4
# How many sentences away a vote may be told on, and letters of what is shown as its source.
_BESIDE, _LONGEST = 2, 600
# "Days after the veto of the US, the Assembly met on D"
_BY_THEN = re.compile(r"\b(?:after|following|since|despite)\b[^,;]*$", re.I)
# "... adopted it on D, days after a similar text was vetoed by the US": on another day.
_DAYS_AFTER = re.compile(r"\b(?:days|weeks|months|hours) (?:after|before)\b[^,;]{0,60}$")
_IN_PASSING = re.compile(r"\b(?:after|following|since|because|when|despite|due to)\b[^,;]{0,60}$")


def read(text: str, published: date | None = None) -> list[Finding]:
    """The facts of a text, in the order of the text. `published` applies only where the text shows no date."""
    shown = find_published(text)
    sentences = mark_text(text, shown or published)
    placed = all_positions(sentences)
    votes = settled_votes(sentences, placed, shown)
    found = [replace(_tally(sentences[vote.index], vote), sentence=_passage(text, sentences, vote)) for vote in votes]
    tied = tie(placed, votes, sentences)
    found += [_position(text, sentences, one, vote) for one, vote in tied]
    found += [*_vetoes(sentences, shown), *_memberships(sentences), *_rules(sentences)]
    found += _words_of_people(text, sentences)
    found += _others(sentences, found)
    return _in_order(found, len(votes))


def _in_order(found: list[Finding], votes: int) -> list[Finding]:
    """By place in the text; a position's `tally` then names the place of its tally in this order."""
    order = sorted(range(len(found)), key=lambda i: (found[i].start, found[i].end, found[i].kind))
    place = {i: rank for rank, i in enumerate(order) if i < votes}
    return [_renumbered(found[i], place) for i in order]


def _renumbered(finding: Finding, place: dict[int, int]) -> Finding:
    tally = finding.values.get("tally")
    if not isinstance(tally, int):
        return finding
    return replace(finding, values={**finding.values, "tally": place[tally]})


def _at(sentence: Marked, span: tuple[int, int], kind: Kind, rule: str, **values: Value) -> Finding:
    start = sentence.sentence.start
    return Finding(kind.value, values, start + span[0], start + span[1], sentence.text, rule)


def _tally(sentence: Marked, vote: Vote) -> Finding:
    return _at(
        sentence,
        vote.span,
        Kind.TALLY,
        "+".join(dict.fromkeys(vote.rules)),
        body=vote.body,
        yes=vote.values.get(YES),
        no=vote.values.get(NO),
        abstain=vote.values.get(ABSTAIN),
        absent=vote.values.get(ABSENT),
        date=vote.dated.when,
        subject=vote.subject,
        adopted=vote.adopted,
    )


def _passage(text: str, sentences: Sequence[Marked], vote: Vote) -> str:
    """The sentence of the vote, with those beside it that tell the rest of its numbers."""
    first = last = vote.index
    for places in vote.where.values():
        nearest = min(places, key=lambda place: abs(place - vote.index), default=vote.index)
        if abs(nearest - vote.index) <= _BESIDE:
            first, last = min(first, nearest), max(last, nearest)
    passage = text[sentences[first].sentence.start : sentences[last].sentence.end]
    return passage if len(passage) <= _LONGEST else sentences[vote.index].text


def _position(text: str, sentences: Sequence[Marked], one: Position, vote: int | None) -> Finding:
    """A member in a list is shown with the heading of the list, "the three" with what they did."""
    sentence = sentences[one.index]
    span = (one.named.start, one.named.end)
    found = _at(sentence, span, Kind.POSITION, one.rule, member=one.named.iso3, vote=one.vote, tally=vote)
    if one.beside is None:
        return found
    first, last = sorted((one.beside, one.index))
    passage = text[sentences[first].sentence.start : sentences[last].sentence.end]
    return replace(found, sentence=passage) if len(passage) <= _LONGEST else found


def _vetoes(sentences: Sequence[Marked], shown: date | None) -> list[Finding]:
    """Each veto once: told again without a date or with the same one it is the same. News begins with its own."""
    kept: list[Finding] = []
    for index, sentence in enumerate(sentences):
        for veto in vetoes_in(sentences, index):
            when = _date_of_veto(sentences, index, veto)
            if when is None and index < _LEAD and not veto.noun:
                when = month_of_news(sentences, index, shown)
            subject = subject_of(sentences, index)
            found = _at(sentence, veto.span, Kind.VETO, veto.rule, member=veto.named.iso3, date=when, subject=subject)
            kept.append(found)
    return [one for one in kept if not any(_told_better(one, other) for other in kept if other is not one)]


def _date_of_veto(sentences: Sequence[Marked], index: int, veto: Veto) -> str | None:
    """A veto told in passing ("after the US vetoed it", "the US veto", "has vetoed three texts") has the day beside it.

    The day of the vote that the text is about would be another.
    """
    sentence = sentences[index]
    dated = date_of(sentences, index, veto.span)
    before = sentence.text[: veto.span[0]]
    passing = veto.perfect or veto.noun or _IN_PASSING.search(before) is not None
    if not passing:
        return dated.when
    if dated.nearness < 3:
        return None
    beside = [m for m in sentence.moments() if m.when == dated.when and _is_beside(sentence, m, veto)]
    elsewhere = veto.noun or _DAYS_AFTER.search(before)
    return dated.when if beside or not elsewhere else None


def _is_beside(sentence: Marked, moment: Moment, veto: Veto) -> bool:
    between = sentence.text[min(moment.end, veto.span[1]) : max(moment.start, veto.span[0])]
    near = len(between) < 40 or re.search(r"\b(?:fail|reject|block|prevent|stop)\w*", between, re.I)
    elsewhere = "," in between and _BY_THEN.search(sentence.text[: veto.span[0]])
    return bool(near) and not elsewhere and re.search(r"\b(?:despite|after|following)\b", between) is None


def _told_better(one: Finding, other: Finding) -> bool:
    """Whether the other finding tells this veto with as much or more."""
    if one.values["member"] != other.values["member"]:
        return False
    if _lies_within(other.values["date"], one.values["date"]):
        return True
    if one.values["date"] is None:
        return other.values["date"] is not None or one.start > other.start
    return one.values["date"] == other.values["date"] and one.start > other.start


def _lies_within(day: Value, span: Value) -> bool:
    """ "On June 4" tells more exactly what "last week" told."""
    start, slash, end = span.partition("/") if isinstance(span, str) else ("", "", "")
    return isinstance(day, str) and "/" not in day and bool(slash) and start <= day <= end


def _memberships(sentences: Sequence[Marked]) -> Iterator[Finding]:
    last = ASSEMBLY
    for sentence in sentences:
        for found in memberships(sentence, last):
            yield _at(sentence, found.span, Kind.MEMBERSHIP, found.rule, body=found.body, count=found.count)
        last = next((body.name for body in reversed(sentence.bodies()) if body.name in SIZES), last)


def _words_of_people(text: str, sentences: Sequence[Marked]) -> Iterator[Finding]:
    cast = cast_of(sentences)
    for person, sentence, span in cast.offices():
        yield _at(sentence, span, Kind.OFFICE, "title", person=person.name, role=person.role)
    for said in attribute(text, find_quotes(text, paragraphs(text)), sentences, cast):
        if not (said.person.name and worth_keeping(text, said)):
            continue
        words = text[said.quote.start : said.quote.end]
        values: dict[str, Value] = {"speaker": said.person.name, "role": said.person.role, "text": words}
        passage = _with_speaker(text, sentences, cast, said)
        yield Finding(Kind.QUOTE.value, values, said.quote.start, said.quote.end, passage, said.rule)


def _with_speaker(text: str, sentences: Sequence[Marked], cast: Cast, said: Said) -> str:
    """The sentences of a quotation, from the one on that names its speaker, where that is not far."""
    first, last = (sentence_at(sentences, at).sentence for at in (said.quote.outer[0], said.quote.outer[1]))
    end = max(first.end, last.end)
    own = [one for one in cast.between(first.start, end) if one.person is said.person]
    named = None if own else cast.last_of(said.person, first.start)
    start = sentence_at(sentences, named.start).sentence.start if named else first.start
    return text[start:end] if end - start <= _LONGEST else text[first.start : end]


def _rules(sentences: Sequence[Marked]) -> Iterator[Finding]:
    for sentence in sentences:
        for rule in rules_told(sentence):
            yield _at(
                sentence, rule.span, Kind.PROCEDURE, rule.rule, body=rule.body, topic=rule.topic, holds=rule.holds
            )


def _others(sentences: Sequence[Marked], found: Sequence[Finding]) -> Iterator[Finding]:
    """Events and quantities, where no vote, veto or membership already tells the same words."""
    taken = [(one.start, one.end) for one in found if one.kind in (Kind.TALLY, Kind.VETO, Kind.MEMBERSHIP)]
    told = {one.sentence for one in found if one.kind in (Kind.TALLY, Kind.VETO)}
    for sentence in sentences:
        base = sentence.sentence.start
        for event in events(sentence) if sentence.text not in told else ():
            yield _at(sentence, event.span, Kind.EVENT, event.rule, date=event.date, what=event.what)
        for one in quantities(sentence):
            if not any(a < base + one.span[1] and base + one.span[0] < b for a, b in taken):
                yield _at(sentence, one.span, Kind.QUANTITY, one.rule, value=one.value, of=one.of)
