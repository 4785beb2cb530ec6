"""Paragraphs and sentences as offsets into the text as given; nothing is rewritten."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A sentence longer than this is a list or a broken page; reading it piece by piece keeps every rule linear.
LONGEST = 1500

_ABBREVIATIONS = re.compile(
    r"(?:"
    r"mr|mrs|ms|dr|prof|st|sr|jr|gen|col|lt|capt|sgt|adm|gov|sen|rep|hon|amb|no|nos|art|vol|vs|etc|approx|dept|"
    r"univ|inc|ltd|corp|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|fed|dem|rev|res|para|p|pp|e\.g|i\.e|a\.m|"
    r"p\.m|cf|op"
    r")"
)
# After these a full stop may as well end a sentence, so the next word decides.
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?$")
_OPENERS = re.compile(
    r"(?:"
    r"the|it|he|she|they|we|this|that|these|those|but|and|in|on|at|after|before|however|meanwhile|its|his|her|"
    r"their|while|with|for|a|an|as|if|both|only|another|some|many|most|all|last|earlier|later|also|there|when|"
    r"during"
    r")"
)
_STOP = re.compile(r"""(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>["”’'»)\]]*+)(?P<gap>\s+|(?=[“"]?[A-Z][a-z]))""")
_LAST_WORD = re.compile(r"[^\s(“\"‘—–/]*$")
_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
_LINE = re.compile(r"(?<![ \t\r])[ \t\r]*+\n\s*")


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    start: int
    paragraph: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def split(text: str) -> list[Sentence]:
    sentences = []
    for number, (start, end) in enumerate(paragraphs(text)):
        for a, b in _spans(text, start, end):
            sentences += [Sentence(text[x:y], x, number) for x, y in _pieces(text, a, b)]
    return sentences


def paragraphs(text: str) -> list[tuple[int, int]]:
    """A line end closes a paragraph, unless the text is hard-wrapped (a line then starts in mid-sentence)."""
    gap = _BLANK if re.search(r"[^\s.!?:]\n[ \t]*[a-z]", text) else _LINE
    edges = [0, *(edge for match in gap.finditer(text) for edge in match.span()), len(text)]
    spans = (_trimmed(text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
    return [(a, b) for a, b in spans if a < b]


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, begin, stop):
            yield _trimmed(text, begin, stop.end("close"))
            begin = stop.end()
    if begin < end:
        yield _trimmed(text, begin, end)


def _ends_sentence(text: str, begin: int, stop: re.Match[str]) -> bool:
    after = text[stop.end() : stop.end() + 24].lstrip("“\"'‘(«[- ")
    if not after or after[0].islower():
        return False
    before = text[max(begin, stop.start() - 24) : stop.start()]
    if before.isdigit():  # the number of an item in a list: "1. Argentina"
        return False
    if stop["mark"] != "." or (stop["close"] and stop["gap"]):
        return True
    word = _last_word(before)
    if not stop["gap"]:
        return len(word) > 2 and word.islower() and not _ABBREVIATIONS.fullmatch(word)
    if _ABBREVIATIONS.fullmatch(word.lower()):
        return word == "no" and after[0].isalpha()  # "25 voted no. Thirteen abstained", but "No. 5"
    if _ACRONYM.match(word) or (len(word) == 1 and word.isupper()):
        return _OPENERS.fullmatch(after.split(maxsplit=1)[0].rstrip(",").lower()) is not None and after[0].isupper()
    return True


def _last_word(before: str) -> str:
    match = _LAST_WORD.search(before)
    return match.group() if match else ""


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield _trimmed(text, start, cut)
        start = _trimmed(text, cut, end)[0]
    if start < end:
        yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
