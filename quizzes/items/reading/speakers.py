"""Who said a quotation: from the words around it, never from a mere neighbour of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from quizzes.items.reading.holders import COUNTRY, is_of, like
from quizzes.items.reading.marks import Marked
from quizzes.items.reading.people import Cast, Mention, Person
from quizzes.items.reading.pronouns import index_at, named_before, sentence_at, topic_of
from quizzes.items.reading.quotes import Quote
from quizzes.items.reading.saying import AFTER_VERB, SAID, VERB

_BARRIER = re.compile(r"(?<![A-Z])[.;“\"]\s|, (?!the\b|an?\b)")
_OBJECT = re.compile(rf"(?:,[^.;]{{0,110}}?)?,?(?: \w+){{0,3}}? (?:{SAID}|(?:like[ds]?|used) to say)\b")
_SHE_SAID = re.compile(rf"[\s,—–-]*(?:he|she) (?:\w+ ){{0,2}}?{SAID}\b")
_HOLDER_SAID = re.compile(rf"[\s,—–-]*(?:the|his|her) (?:[\w.-]+ ){{0,4}}?(?P<head>\w+(?:-\w+)?) {SAID}\b")
# "“...,” the alliance said": somebody's words, but no person's that is named.
_OTHERS_SAID = re.compile(rf"\s*[,—–-]*\s*(?!he |she |[A-Z])(?:[\w'’-]+ ){{1,8}}?{SAID}\b")
_WENT_ON = re.compile(r"\b(?:[Hh]e|[Ss]he) (?:also |then |later )?(?:added|went on|continued)\b")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_OFFICE = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[A-Z][\w.]*['’]s?) (?:[\w.-]+ ){0,4}?(?P<head>ambassador|envoy|president|minister|"
    r"spokes(?:man|woman|person)|"
    r"secretary|diplomat|representative|leader|chief|official|monarch|chancellor|premier|commissioner|secretary-general)\b",
    re.I,
)
# A diplomat or an official may as well be one who was named before.
_AN_OFFICE_SAID = re.compile(
    rf"(?:The|A|An|[A-Z][\w.]*['’]s?) (?:[\w.-]+ ){{0,3}}?(?P<head>ambassador|envoy|representative|delegate|minister|"
    rf"spokes(?:man|woman|person))(?:,? however,| also| then)? (?:\w+ )?{SAID}\b"
)
_NOT_SAID = re.compile(
    (
        r"\b(?:resolution|text|draft|statement|letter|document|charter|article|measure|report|it|they|which|ministry|"
        r"office|agency)\s*$"
    ),
    re.I,
)
_OBJECT_OF = re.compile(
    r"\b(?:with|by|from|of|against|to|meets|met|told|between|like|unlike|about)(?: the| her| his)? $"
    r"|\b(?:spokes\w+|aide|adviser|lawyer|deputy|counsel) (?:for|to|of) (?:[\w.'’]+ ){0,4}$"
)
# "Ana Lopez, the envoy:", "Lavrov saw it differently at the time:"
_COLON = re.compile(r"(?:, [^,;:]{2,60})?:\s*|(?:['’]s)? [a-z][^.;:“”\"]{2,70}:\s*")
_ANNOUNCES = re.compile(r":\s*\n\s*$")
# Two quotations with nothing but a joint between them have one speaker.
_JOINED = re.compile(r",? (?:and|but|while|or)?\s*")
# "..., he said, the Soviet Union demanded and received it, calling it “...”": the words are those of another.
_ANOTHER_DID = re.compile(
    r"\b(?:said|told \w+|recalled|reminded \w+),? (?:that )?(?:the )?[A-Z]\w+(?: [A-Z]\w+)* \w+ed\b"
)
_ISSUED = re.compile(r"\b(?:issued|released|published|put out|made) (?:an? |the )?(?:\w+ )?statement\s*$")
# How many characters before a quotation its verb of saying may stand.
_LEAD = 400
# How many characters back an office may have been named.
_FAR = 6000


@dataclass(frozen=True, slots=True)
class Said:
    """`direct`: the words are the whole utterance, not a phrase inside somebody else's sentence."""

    quote: Quote
    person: Person
    rule: str
    direct: bool


def attribute(text: str, quotes: Sequence[Quote], sentences: Sequence[Marked], cast: Cast) -> list[Said]:
    """The quotations whose speaker is certain, in their order."""
    listener = _Listener(text, sentences, cast)
    previous = None
    for quote in quotes:
        listener.hear(quote, previous)
        previous = quote
    return listener.said


@dataclass(frozen=True)
class _Listener:
    text: str
    sentences: Sequence[Marked]
    cast: Cast

    @cached_property
    def said(self) -> list[Said]:
        return []

    @property
    def last(self) -> Said | None:
        return self.said[-1] if self.said else None

    @cached_property
    def _paragraphs(self) -> dict[int, list[Marked]]:
        found: dict[int, list[Marked]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.sentence.paragraph, []).append(sentence)
        return found

    def hear(self, quote: Quote, previous: Quote | None) -> None:
        start = max(sentence_at(self.sentences, quote.outer[0]).sentence.start, quote.outer[0] - _LEAD)
        before = self.text[start : quote.outer[0]]
        after, verb = self._after(quote), _last_verb(before)
        if after:
            self.said.append(Said(quote, after, "quote-then-speaker", True))
        elif named := self._named_before_colon(quote, start):
            self.said.append(Said(quote, named, "speaker-colon", True))
        elif named := self._announced(quote):
            self.said.append(Said(quote, named, "announced", True))
        elif previous and self.last and self.last.quote is previous and self._joins(previous, quote):
            self.said.append(Said(quote, self.last.person, "speaker-goes-on", False))
        elif verb:
            person = self._subject(start, verb)
            if person:
                direct = re.search(r"[:,]\s*$", before) is not None
                self.said.append(Said(quote, person, "speaker-then-quote", direct))
        elif not _OTHERS_SAID.match(self.text[quote.outer[1] : quote.outer[1] + 120]):
            self._carry_on(quote, previous)

    def _named_before_colon(self, quote: Quote, start: int) -> Person | None:
        """ "Foreign Minister Ana Lopez: “...”" """
        nearest = self.cast.last_before(quote.outer[0], start)
        colon = nearest and _COLON.fullmatch(self.text, nearest.end, quote.outer[0])
        if nearest and colon and not _OBJECT_OF.search(self.text[start : nearest.role_start]):
            return nearest.person
        return None

    def _announced(self, quote: Quote) -> Person | None:
        """The paragraph before ends with "the expert Ana Lopez said:" and this one begins with the words."""
        gap = _ANNOUNCES.search(self.text, max(0, quote.outer[0] - _LEAD), quote.outer[0])
        if not gap:
            return None
        sentence = sentence_at(self.sentences, gap.start()).sentence
        verb = _last_verb(self.text[sentence.start : gap.start() + 1])
        return self._subject(sentence.start, verb) if verb else None

    def _after(self, quote: Quote) -> Person | None:
        """'..., X said' and '..., said X'; a quotation that ends with a full stop is over."""
        end = quote.outer[1]
        tail = re.split(r"[“\"„«\n]", self.text[end : end + 260], maxsplit=1)[0]
        verb_first = AFTER_VERB.match(tail)
        if verb_first:
            return self._named_within(end + verb_first.end("verb"), 60)
        if "." in self.text[end - 2 : end] and not re.match(r"\s*,", tail):
            return None
        if _SHE_SAID.match(tail):
            return self._pronoun(quote.outer[0])
        return self._subject_after(end, tail)

    def _subject_after(self, end: int, tail: str) -> Person | None:
        for mention in self.cast.between(end, end + 110):
            lead, rest = self.text[end : mention.start], tail[mention.end - end :]
            plain = not VERB.search(lead) and not re.search(r"(?<![A-Z])[.;:]\s", lead)
            if plain and _OBJECT.match(rest):
                return mention.person
        office = _HOLDER_SAID.match(tail)
        return self._holder(office["head"], tail[: office.end()], end) if office else None

    def _named_within(self, offset: int, reach: int) -> Person | None:
        for mention in self.cast.between(offset, offset + reach):
            between = self.text[offset : max(offset, mention.role_start)]
            if not _BARRIER.search(re.sub(r", (?:Sir |Dame |Mrs? |Ms |Dr )?$", "", between)):
                return mention.person
        return None

    def _subject(self, start: int, verb: re.Match[str]) -> Person | None:
        if verb["according"]:
            him = re.match(r" (?:him|her)\b", self.text[start + verb.end() : start + verb.end() + 5])
            return self._pronoun(start) if him else self._named_within(start + verb.end(), 80)
        offset, participle = start + verb.start(), bool(verb["saying"])
        nearest = self.cast.last_before(offset, start)
        pronoun = nearest and re.search(r"\b(?:he|she) (?:\w+ )?$", self.text[nearest.end : offset])
        if (
            nearest
            and not pronoun
            and self._may_be_subject(nearest, start, offset)
            and _leads(self.text[nearest.end : offset], participle)
        ):
            return nearest.person
        clause = self.text[start:offset]
        if re.search(r"\b(?:and|but|then|also)\s+$", clause):
            return self._first_subject(start, offset)
        pronouns = list(_PRONOUN.finditer(clause))
        if pronouns and _leads(clause[pronouns[-1].end() :], participle):
            opens = re.match(r"\W*(?:He|She)\b", clause)  # "He invited X to what he called": both are one
            return self._pronoun(start if opens else start + pronouns[-1].start())
        return self._by_office(clause, start, participle)

    def _may_be_subject(self, mention: Mention, start: int, verb: int) -> bool:
        """In "after talks with X, the envoy said" X said nothing, unless the text goes on with "who said"."""
        before = self.text[start : mention.role_start]
        return not _OBJECT_OF.search(before) or " who " in self.text[mention.end : verb]

    def _first_subject(self, start: int, offset: int) -> Person | None:
        """ "X urged the assembly to ... and declared": the second verb has the subject of the first."""
        if re.match(r"(?:He|She)\b", self.text[start : start + 4]):
            return self._pronoun(start)
        for mention in self.cast.between(start, offset)[:1]:
            if _OBJECT.match(self.text[mention.end : offset]):
                return mention.person
        return None

    def _by_office(self, clause: str, start: int, participle: bool) -> Person | None:
        offices = list(_OFFICE.finditer(clause))
        if offices and _leads(clause[offices[-1].end() :], participle):
            return self._holder(offices[-1]["head"], offices[-1].group(), start)
        return None

    def _pronoun(self, offset: int) -> Person | None:
        """The person told of just before; the last speaker where nobody was named since, or who "went on"."""
        if self.last and offset - self.last.quote.outer[1] < _LEAD and _WENT_ON.match(self.text, offset):
            return self.last.person
        unnamed = self._unnamed(offset)
        if unnamed:
            return self._holder(unnamed["head"], unnamed.group(), offset)
        nearest = named_before(offset, self.sentences, self.cast)
        if self.last and (nearest is None or nearest.start < self.last.quote.start):
            return self.last.person
        return topic_of(nearest, self.sentences, self.cast) if nearest and offset - nearest.end < 900 else None

    def _unnamed(self, offset: int) -> re.Match[str] | None:
        """ "The US representative said so. “...,” he said": whoever holds the office that was spoken of just before."""
        index = index_at(self.sentences, offset)
        before = self.sentences[index - 1].sentence if index else None
        if before is None or self.cast.between(before.start, offset):
            return None
        return _AN_OFFICE_SAID.match(before.text)

    def _holder(self, head: str, words: str, offset: int) -> Person | None:
        """ "The Russian ambassador": whoever was last named with that office, of that country where one is said."""
        country = COUNTRY.search(words.removeprefix("The ").removeprefix("the "))
        for mention in reversed(self.cast.between(max(0, offset - _FAR), offset)):
            role = (mention.person.role or "").lower()
            if any(word in role for word in like(head.lower())) and (not country or is_of(country.group(), role)):
                return mention.person
        return None

    def _carry_on(self, quote: Quote, previous: Quote | None) -> None:
        """A quotation without a verb of its own goes on with the speaker before it, in the paragraph or right after."""
        sentence, last = sentence_at(self.sentences, quote.outer[0]).sentence, self.last
        whole = quote.outer[0] <= sentence.start
        if last and previous is last.quote and quote.paragraph - previous.paragraph <= 1:
            alone = quote.outer[1] >= self._paragraphs[sentence.paragraph][-1].sentence.end - 1
            if whole and (quote.paragraph == previous.paragraph or alone):
                self.said.append(Said(quote, last.person, "speaker-goes-on", True))
                return
        self._according(quote, self._paragraphs[sentence.paragraph])

    def _joins(self, previous: Quote, quote: Quote) -> bool:
        """Whether nothing but a joint, or "said X," in the middle of a sentence, stands between two quotations."""
        between = self.text[previous.outer[1] : quote.outer[0]]
        middle = AFTER_VERB.match(between) and between.rstrip().endswith(",") and self.text[quote.start].islower()
        return _JOINED.fullmatch(between) is not None or bool(middle and previous.paragraph == quote.paragraph)

    def _according(self, quote: Quote, paragraph: Sequence[Marked]) -> None:
        """The sentence before begins with "According to X" and this one goes on with what X holds."""
        index = index_at(paragraph, quote.outer[0])
        match = re.match(r"According to ", paragraph[index - 1].text) if index else None
        if match:
            person = self._named_within(paragraph[index - 1].sentence.start + match.end(), 50)
            if person:
                self.said.append(Said(quote, person, "according-to", False))


def _last_verb(before: str) -> re.Match[str] | None:
    """The verb of saying that leads to the quotation, outside any earlier quotation of the sentence."""
    plain = re.sub(r"[“\"][^”\"]*[”\"]", lambda match: " " * len(match.group()), before)
    verbs = list(VERB.finditer(plain))
    return verbs[-1] if verbs else None


def _leads(between: str, participle: bool) -> bool:
    """Whether a subject reaches its verb: a participle ("saying") over its clause, a finite verb over an apposition."""
    if _NOT_SAID.search(between) and not _ISSUED.search(between):
        return False
    if participle:
        return len(between) < 260 and not _ANOTHER_DID.search(between)
    return re.fullmatch(r"(?:['’]s?)?(?:,[^;:“”\"]{0,140},| \([^)]{0,60}\)|,)?(?: [\w-]+){0,5}? ?", between) is not None


def worth_keeping(text: str, said: Said) -> bool:
    """A phrase of four words or more; fewer only where they are the whole utterance ("No comment.")."""
    words = text[said.quote.start : said.quote.end].split()
    return len(words) >= 4 or (said.direct and len(words) > 1 and words[0][:1].isupper())
