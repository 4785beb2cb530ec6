"""Questions on who said what."""

import re
from collections.abc import Iterator, Sequence

from quizzes.items.writing import wordings
from quizzes.items.writing.draft import Draft, choice, match, statement, typed
from quizzes.items.writing.known import Told
from quizzes.items.writing.names import report, shares_a_word
from quizzes.items.writing.people import Person, head_of, is_telling, surname_of
from quizzes.items.writing.points import Point, office_point, quote_point
from quizzes.items.writing.story import Story

# Words, letters, wrong options.
_FEWEST, _MOST, _SHORTEST, _WRONG = 4, 26, 20, 3
# How many quotations are matched with their speakers.
_MATCHED = 4
# By how many letters two quotations among the options may differ.
_AS_LONG = 40
_SENTENCE_END = re.compile(r"(?<![A-Z]\.[A-Z]\.)(?<=[\w’][.!?]) (?=[A-Z‘])")
_CLAUSE_END = re.compile(r"(?:[,;:]| [–—-]+| \.\.\.|\.\.\.|…)(?= )|\s(?=(?:and|but|because|which|so) )")
# A cut after such a word would turn or lose the meaning.
_OPEN_END = re.compile(
    r"\b(?:not|never|no|will|would|is|are|was|be|the|a|an|and|or|of|to|in|on|at|by|for|from|with|that|as|into|very|more|"
    r"most|only|once)$",
    re.I,
)
# "It's as simple as that" could be anybody's.
_CONTENT = re.compile(
    r"\b(?!(?:about|after|again|also|always|because|been|before|being|could|does|clear|concrete|direction|done|enough|essence|even|every|from|going|have|"
    r"here|into|just|make|many|more|most|much|never|only|other|over|really|right|said|should|simple|some|step|such|than|that|their|"
    r"them|then|there|these|they|things?|think|this|those|time|today|under|until|very|were|what|where|which|while|will|with|"
    r"would|your)\b)[^\W\d_]{4,}",
    re.I,
)
# Words that a sentence has at least, where it is not marked as one.
_SENTENCE = 5
# And a piece of one: fewer could be said of anything ("serious, credible and realistic").
_FRAGMENT = 6


def saying_drafts(story: Story) -> Iterator[Draft]:
    for article in range(len(story.known.articles)):
        yield from _who_said_what(story, article)
    for person in story.people:
        for told in person.quotes:
            words = _askable(story, person, told)
            if words:
                yield from _said(story, person, told, words)
                yield from _words(story, person, told, words)
                yield from _claims(story, person, told, words)


def _askable(story: Story, person: Person, told: Told) -> str:
    """The words as a question shows them; empty where they are torn, tell nothing or name who said them."""
    words = shortened(told.text("text")) or ""
    named = person.surname in told.finding.sentence.casefold() and person.surname not in words.casefold()
    long_enough = is_whole(words) or len(words.split()) >= _FRAGMENT
    return words if words and named and long_enough and not _is_torn(story, told) else ""


# “The ideals upon which it was founded,” he said, “have been betrayed.”
# “which prejudged it” and “to issue such a decree?” are halves; “I hear there's something...” broke off.
_TORN = re.compile(
    r"^(?:[Tt]hese|[Tt]hose|[Tt]hey)\b|^(?:which|who|whom|whose|of|than|but|and|or|where|when|while|as|if)\b"
    r"|^After [^,]*$|^[a-z].*\?$"
    r"|\b(?:these|those) (?:after|before|in|on|at|and|as|are|were|will|have|with|to|by)\b|(?:\.\.\.|…)$",
    re.S,
)
_DENIED = re.compile(r"(?:\bnot|n['’]t|\bnever|\bno longer) [“\"‘']?$")
_NEAR = 16
_ON = re.compile(r"[,\w]?[,”\"'’]{1,3} [^“”\"]{2,70}[,:] [“\"‘](?P<next>\w)")


def _is_torn(story: Story, told: Told) -> bool:
    """Whether a sentence ends after its speaker is named, or begins before it, or its "not" stands before the mark."""
    text, words = story.known.articles[told.article].text, told.text("text").strip()
    after = _ON.match(text, told.finding.end)
    goes_on = words[-1:] not in ".?!" and bool(after and after["next"].islower())
    denied = _DENIED.search(text, max(0, told.finding.start - _NEAR), told.finding.start)
    return goes_on or bool(denied or _TORN.search(words))


def shortened(text: str) -> str | None:
    """The first sentence, a long one only up to the end of a clause; None for what nobody could be known by."""
    words = re.sub(r"\s+", " ", re.sub('[“"](?=\\w)', "‘", text)).strip()
    words = re.sub('[”"]', "’", words)
    words = _SENTENCE_END.split(words)[0]
    if len(words.split()) > _MOST:
        ends = [match.start() for match in _CLAUSE_END.finditer(words)]
        fit = [end for end in ends if _FEWEST < len(words[:end].split()) <= _MOST and not _OPEN_END.search(words[:end])]
        words = words[: fit[-1]] + " …" if fit else ""
    count = len(words.split())
    if not _CONTENT.search(words):
        return None
    return words.rstrip(".,;") if count >= _FEWEST and len(words) >= _SHORTEST else None


def _wordings(words: str) -> Sequence[str]:
    if words[-1] in "?!":
        return wordings.ASKED
    return wordings.SAID if is_whole(words) else wordings.USED


def is_whole(words: str) -> bool:
    """Whether the quotation begins as a sentence does, and is no mere name of a thing ("Iran-backed threat")."""
    return words[:1].isupper() and (len(words.split()) >= _SENTENCE or words[-1:] in ".?!")


def _others(story: Story, person: Person, told: Told) -> list[Person]:
    """Those of the same article first, then those with the same kind of office.

    Nobody who is said to have said it, or is spoken of in it.
    """
    said = told.text("text")
    free = [one for one in story.people if one is not person and not _said_too(one, said)]
    others = [one for one in free if one.surname not in said.casefold()]
    story.rng.shuffle(others)
    head = head_of(person.role())
    return sorted(others, key=lambda one: (not _is_in(one, told.article), head_of(one.role()) != head))


def _others_said(story: Story, person: Person, words: str) -> bool:
    return any(_said_too(one, words) for one in story.people if one is not person)


def _said_too(person: Person, text: str) -> bool:
    return any(_overlap(quote.text("text"), text) for quote in person.quotes)


def _is_in(person: Person, article: int) -> bool:
    return any(told.article == article for told in (*person.offices, *person.quotes))


def _overlap(one: str, other: str) -> bool:
    a, b = one.casefold().strip(" ."), other.casefold().strip(" .")
    return a in b or b in a


def _asks(told: Told) -> frozenset[Point]:
    return frozenset({quote_point(told)})


def _said(story: Story, person: Person, told: Told, words: str) -> Iterator[Draft]:
    options = [one.name for one in (person, *_others(story, person, told)[:_WRONG])]
    story.rng.shuffle(options)
    cited = report(story.known.articles[told.article], secret=" ".join(options))
    if not cited:
        return
    stem = story.rng.choice(_wordings(words)).format(report=cited, words=words)
    why = wordings.SAID_WHY.format(person=person.name, role=_in_brackets(person))
    asks, shows = _asks(told), _asks(told) | _offices(person)
    near = f"said {person.surname}"
    if len(options) >= _WRONG and not _is_betrayed(story, person, words):
        item = choice((told,), stem=stem, options=options, right=person.name, explanation=why)
        yield Draft(item, "said", "people", asks, asks, shows, near, free=True, level=2, worth=4)
    item = typed((told,), stem=stem, accepted=person.names(), explanation=why)
    yield Draft(item, "said typed", "people", asks, asks, shows, near, level=3, worth=2)


def _offices(*people: Person) -> frozenset[Point]:
    """What the explanation tells in brackets."""
    return frozenset(office_point(person.surname) for person in people if _in_brackets(person))


def _is_betrayed(story: Story, person: Person, words: str) -> bool:
    """Whether the words name the speaker's country ("China has always ..."), which is nobody else's in the story."""
    others = [one for one in story.people if one is not person]
    return shares_a_word(person.role(), words) and not any(shares_a_word(one.role(), words) for one in others)


def _in_brackets(person: Person) -> str:
    return f" ({person.role()})" if is_telling(person.role()) else ""


def _words(story: Story, person: Person, told: Told, words: str) -> Iterator[Draft]:
    """The quotations of others as wrong options, each by another person."""
    others = _quotations(story, _others(story, person, told), near=len(words))[:_WRONG]
    cited = report(story.known.articles[told.article], secret=words)
    if len(others) < _WRONG or not cited:
        return
    right, *wrong = (wordings.WORDS_OPTION.format(words=one) for one in (words, *(shown for _, shown in others)))
    options = [right, *wrong]
    story.rng.shuffle(options)
    item = choice(
        (told,),
        stem=story.rng.choice(wordings.WORDS).format(report=cited, person=person.name),
        options=options,
        right=right,
        explanation=wordings.SAID_WHY.format(person=person.name, role=""),
    )
    asks = _asks(told).union(*(_asks(quote) for quote, _ in others))
    near = f"said {surname_of(person.name)}"
    yield Draft(item, "words", "people", asks, asks, _asks(told), near, free=True, level=3, worth=3)


def _quotations(story: Story, people: Sequence[Person], near: int) -> list[tuple[Told, str]]:
    """The first one of each, where it is about as long."""
    first = [(person, quote) for person in people for quote in person.quotes[:1]]
    short = [(quote, words) for person, quote in first if (words := _askable(story, person, quote))]
    return [(quote, words) for quote, words in short if abs(len(words) - near) < _AS_LONG]


def _who_said_what(story: Story, article: int) -> Iterator[Draft]:
    """Quotations of an article matched with their speakers, and one more of its people where there is one."""
    said = {person: quote for person in story.people if (quote := _one_of(story, person, article))}
    people = [person for person, (_told, words) in said.items() if not _others_said(story, person, words)]
    story.rng.shuffle(people)
    chosen = people[:_MATCHED]
    over = [person for person in story.people if person not in chosen and _is_in(person, article)][:1]
    names = sorted((person.name for person in (*chosen, *over)), key=surname_of)
    cited = report(story.known.articles[article], secret=" ".join(names))
    if len(chosen) < _WRONG or not cited:
        return
    item = match(
        [said[person][0] for person in chosen],
        stem=story.rng.choice(wordings.SAID_WHAT).format(report=cited),
        pairs=[(wordings.WORDS_OPTION.format(words=said[person][1]), person.name) for person in chosen],
        matches=names,
        explanation=wordings.SAID_WHAT_WHY.format(people=", ".join(one.name + _in_brackets(one) for one in chosen)),
    )
    asks = frozenset().union(*(_asks(said[person][0]) for person in chosen))
    yield Draft(item, "said what", "people", asks, asks, asks | _offices(*chosen), "said what", level=2, worth=4)


def _one_of(story: Story, person: Person, article: int) -> tuple[Told, str] | None:
    """A quotation of the person that the article has."""
    here = [told for told in person.quotes if told.article == article]
    fit = [(told, words) for told in here if (words := _askable(story, person, told))]
    return story.rng.choice(fit) if fit else None


def _claims(story: Story, person: Person, told: Told, words: str) -> Iterator[Draft]:
    """A true statement, and a false one with another speaker of the same article."""
    others = [one for one in _others(story, person, told) if _is_in(one, told.article)]
    if not others:
        return
    cited = report(story.known.articles[told.article], secret=f"{person.name} {others[0].name}")
    if not cited:
        return
    wording = wordings.SAID_CLAIM if is_whole(words) else wordings.USED_CLAIM
    why = wordings.SAID_WHY.format(person=person.name, role=_in_brackets(person))
    for speaker in (person, others[0]):
        stem = wording.format(report=cited, person=speaker.name, words=words)
        item = statement((told,), stem=stem, holds=speaker is person, explanation=why)
        asks = _asks(told)
        shows, near = asks | _offices(person), f"said {person.surname}"
        yield Draft(item, "said claim", "people", asks, asks, shows, near, level=2, worth=2)
