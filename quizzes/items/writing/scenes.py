"""How a vote is named in a stem, so that the stem stands alone: by body, date and subject."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from quizzes.items.finding import Article
from quizzes.items.reading.bodies import COUNCIL
from quizzes.items.writing import wordings
from quizzes.items.writing.days import agree, in_words, is_day, span_of, when
from quizzes.items.writing.known import ROLES, Known, Told, Vote, confusable
from quizzes.items.writing.names import body_name, capital, cited, is_citable, reported
from quizzes.items.writing.points import Point

# Words that point at something outside the stem.
_POINTING = re.compile(
    r"\b(?:he|she|they|them|this|these|those|here|there|now|yesterday|today|tomorrow|last|next|previous|second|third|"
    r"another|such|same|similar|also|earlier|later|it|i|we|our|us|my|former|latter)\b",
    re.I,
)
_POSSESSIVE = re.compile(r"\b(?:its|their|his|her)\b")
# "on a draft on the massacre": of which one only the article tells.
_UNNAMED = re.compile(
    r"(?:on an? (?:[a-z-]+ )+?(?:on|about|over)|to [a-z]+) the (?:[a-z]+|North|South|East|West)$"
    r"|to (?:set up|establish|create|renew|extend|authori[sz]e|launch|form|start|end|lift|order|open|"
    r"send|hold|back|approve) (?:an?|the) [a-z -]+$"
)
# A report tells of votes of so many days before.
_RECENT = 31
# Votes in favour that a draft needs in the Council: Charter, article 27.
ENOUGH = 9
# "the killings", "the independent experts": of which place, a text that names none leaves open.
_DEFINITE = re.compile(
    r"\bthe (?!death|arms|use|rights?|rule|international|world|global|prevention|protection|elimination|peaceful|crime|"
    r"promotion|status|oceans?|sea|internet|climate|environment|law|[a-z -]{3,40} of )[a-z]"
)
_NAMING = re.compile(
    r"(?<!^)\b(?!UN\b)[A-Z]\w+(?!\w|-(?:based|led|drafted|backed|sponsored|proposed|written|authored))"
)
# "on a U.S.-drafted resolution": on which, nobody can tell.
_ORIGIN_ONLY = re.compile(
    r"on an? (?:[\w.'’-]+ ){0,3}(?:resolution|draft|text|motion|measure|proposal|document|bid|amendment)"
)
_WHOSE = re.compile(
    r"\b[A-Z][\w.'’-]+ (?=(?:draft|text|resolution|amendment|proposal|motion|bid|push|"
    r"country|nation|state|kingdom|republic|islands?|archipelago|enclave|government)\b)"
)
_BEGINNING = re.compile(r"(?:to|on|for|against|in favour of) \w")


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A vote as one telling names it. `told`: the telling, then the one the subject is borrowed from, if another.
    `lead`: the first vote of its article, which is mostly the one that the article is about.

    `main`: "on 12 October 2022, the UN General Assembly voted to ..."; `clause`: the same after "when", empty where the
    vote has no subject and is named by its article.
    """

    vote: Vote
    told: tuple[Told, ...]
    subject: str
    main: str
    clause: str
    lead: bool

    def fill(self, wording: str, **values: object) -> str:
        """`{main}` and `{clause}` may stand at the beginning: the first letter is a capital."""
        return capital(wording.format(main=self.main, clause=self.clause, **values))

    def wording(self, wordings: Sequence[str], rng: Random) -> str:
        """One of them that this scene can fill."""
        return rng.choice([one for one in wordings if self.clause or "{clause}" not in one])

    def names(self) -> frozenset[Point]:
        """What a stem tells by naming the vote."""
        return frozenset({self.vote.point("date"), self.vote.point("subject")})

    def shows(self) -> frozenset[Point]:
        """What its sentence tells when the answer is shown."""
        return frozenset(self.vote.point(role) for role in ROLES)

    def asks(self, *what: str) -> frozenset[Point]:
        return frozenset(self.vote.point(one) for one in what)

    def option(self) -> str:
        return wordings.VOTE_OPTION.format(vote=self.named())

    def named(self) -> str:
        """What follows "the vote": by its subject, with its date where one is known."""
        return f"{self.subject} ({in_words(self.vote.date)})" if self.vote.date else self.subject


def scenes_of(known: Known) -> list[Scene]:
    """Every vote that can be named without mistake, once for each of its tellings."""
    return [scene for vote in known.votes if _is_certain(known, vote) for scene in _scenes(known, vote)]


def _is_certain(known: Known, vote: Vote) -> bool:
    return (
        bool(vote.body) and not confusable(vote, known.votes) and not any(known.is_disputed(t) for t in vote.tellings)
    )


def _scenes(known: Known, vote: Vote) -> Iterator[Scene]:
    for told in vote.tellings:
        named = next((one for one in (told, *vote.tellings) if subject_of(one)), None)
        if named:
            told_by = (told,) if named is told else (told, named)
            yield _scene(known, vote, told_by, _framed(vote, subject_of(named)))
        elif len(vote.figures) > 1 and _is_reported(known, told) and is_citable(known.articles[told.article]):
            main, clause = wordings.SCENES["titled, dated" if vote.date else "titled"]
            parts = {"body": body_name(vote.body), "day": when(vote.date) if vote.date else ""}
            words = main.format(article=cited(known.articles[told.article]), **parts)
            yield Scene(vote, (told,), "", words, clause, _is_lead(known, told))


def _is_reported(known: Known, told: Told) -> bool:
    """Whether "the article tells of a vote" can mean no other: not one that it looks back on."""
    published, voted = span_of(known.articles[told.article].published or ""), span_of(told.date())
    past = published and voted and (published[0] - voted[1]).days > _RECENT
    return not past and _is_lead(known, told) and _is_alone(known, told)


def _is_alone(known: Known, told: Told) -> bool:
    """Whether its article tells no other vote of that body, or of one that it does not name."""
    tallies = [one for one in known.told["tally"] if one.article == told.article and one is not told]
    vetoes = [one for one in known.told["veto"] if one.article == told.article and told.text("body") == COUNCIL]
    vetoed = all(agree(one.date(), told.date()) and _may_be_vetoed(told, len(vetoes)) for one in vetoes)
    return vetoed and not any(one.text("body") in ("", told.text("body")) for one in tallies)


def _may_be_vetoed(told: Told, vetoes: int) -> bool:
    """Whether these are the figures of a draft that only so many vetoes stopped, and not of an amendment to it."""
    yes, no = told.number("yes"), told.number("no")
    return (yes is None or yes >= ENOUGH) and (no is None or no <= vetoes)


def _is_lead(known: Known, told: Told) -> bool:
    return next(one for one in known.told["tally"] if one.article == told.article) is told


def _scene(known: Known, vote: Vote, told: tuple[Told, ...], subject: str) -> Scene:
    body, published = body_name(vote.body), reported(known.articles[told[0].article])
    article = known.articles[told[0].article]
    parts = {
        "body": body,
        "subject": subject,
        "day": when(vote.date) if vote.date else published,
        "article": cited(article),
    }
    words = wordings.SCENES[_wording(vote, subject, article)]
    main, clause = (word.format(**parts) for word in words)
    return Scene(vote, told, subject, main, clause, _is_lead(known, told[0]))


def _wording(vote: Vote, subject: str, article: Article) -> str:
    if not vote.date:
        undated = "undated, cited" if is_citable(article) else "undated"
        return "reported" if reported(article) else undated
    return "dated, on" if is_day(vote.date) and subject.startswith("on ") else "dated"


def _framed(vote: Vote, subject: str) -> str:
    """A text that was not adopted was a proposal: to say that the body voted to do it would be wrong."""
    passed = vote.adopted or (vote.adopted is None and "Council" not in vote.body)
    return wordings.PROPOSAL.format(subject=subject) if subject.startswith("to ") and not passed else subject


def subject_of(told: Told) -> str:
    """The subject as told; empty where it points at words that the stem does not have."""
    subject = told.text("subject")
    year = told.date()[:4]
    subject = re.sub(rf"\ba {year} ", "a ", subject) if year else subject
    if _ORIGIN_ONLY.fullmatch(subject):
        return ""
    placed = _NAMING.search(_WHOSE.sub("", subject)) or not _DEFINITE.search(subject)
    return subject if _BEGINNING.match(subject) and placed and stands_alone(subject) else ""


def stands_alone(words: str) -> bool:
    """No pronoun, no "its" before the name that it stands for, and no text that is only about "the massacre"."""
    name = re.search(r"\b[A-Z]", words)
    possessive = _POSSESSIVE.search(words)
    dangling = possessive is not None and (name is None or name.start() > possessive.start())
    return not dangling and not _POINTING.search(words) and not _UNNAMED.match(words)
