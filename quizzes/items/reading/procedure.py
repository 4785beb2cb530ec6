"""What a text says of the rules: what binds, who has a veto, which majority is needed, what is voted in the open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.items.reading.bodies import COUNCIL
from quizzes.items.reading.marks import Body, Marked

BINDING, VETO, MAJORITY, PUBLIC = "binding", "veto", "majority", "public"


@dataclass(frozen=True, slots=True)
class Rule:
    body: str
    topic: str
    holds: bool
    span: tuple[int, int]
    rule: str


_BINDING = re.compile(
    r"(?P<not>\b(?:not (?:not )?|\w+n't |never |neither |non-?|no )(?:\w+ )?)?(?:legally )?-?binding\b(?! (?:\w+ "
    r")?(?:instrument|treaty|agreement|convention|accord|framework|commitment|obligation|opinion))"
)
# "unlike the Assembly's, which aren't binding": of which of the two the rule is said is not safe to tell.
_UNLIKE_WHICH = re.compile(r"\bunlike [^,;.]{0,40}, (?:which|whose)\b")
_ABOUT_TEXTS = re.compile(r"\b(?:resolutions?|decisions?|measures?|texts?)\b")
_VETO_RULES = (
    (
        "no-veto",
        False,
        re.compile(
            r"\bB\b[^.;]{0,40}(?:there (?:is|are) no vetoe?s?|no (?:country|member|state|one|nation) (?:has|holds|"
            r"can) (?:a )?veto)"
        ),
    ),
    (
        "no-veto",
        False,
        re.compile(
            r"(?:there (?:is|are) no vetoe?s?|no (?:country|member|state|one|nation) (?:has|holds) (?:a |the right "
            r"of )?veto)[^.;]{0,30}? in the B"
        ),
    ),
    (
        "veto-right",
        True,
        re.compile(
            r"(?:permanent members?|members|powers|M)(?:'s?)?(?: of the B)?[^.;]{0,40}? (?:have|has|hold|holds|wield|"
            r"wields|with|enjoy)(?: the| a)? (?:right of veto|veto power|veto right|power of veto|veto\b)"
        ),
    ),
    ("veto-right", True, re.compile(r"\bM's? (?:right of veto|veto power|power of veto)")),
)
_MAJORITIES = (
    ("two-thirds", re.compile(r"\b(?:two|N)[- ]thirds?(?:'s?)? (?:majority|of (?:the |those |members|countries|N))")),
    ("nine-votes", re.compile(r"\bneeds?(?: at least)? N (?:\"yes\" )?votes?(?: in favou?r)? and no vetoe?s?")),
)
_PUBLIC = re.compile(
    r"\bvot(?:es|ing|e)\b[^.;]{0,60}? (?:is|are) (?:traditionally |usually |normally |always )?(?:public|held in "
    r"public|recorded|open)\b"
)


def rules_told(sentence: Marked) -> Iterator[Rule]:
    if "B" in sentence.shape:
        yield from _binding(sentence)
        yield from _vetoes(sentence)
        yield from _majorities(sentence)
        yield from _public(sentence)


def _binding(sentence: Marked) -> Iterator[Rule]:
    if not _ABOUT_TEXTS.search(sentence.shape) or _UNLIKE_WHICH.search(sentence.shape):
        return
    for match in _BINDING.finditer(sentence.shape):
        body = _nearest(sentence, match.start(), match.end())
        if body:
            holds = not match["not"]
            yield Rule(body.name, BINDING, holds, _span(sentence, match), "binding")
            yield from _unlike(sentence, match, body, holds)


def _unlike(sentence: Marked, match: re.Match[str], body: Body, holds: bool) -> Iterator[Rule]:
    """ "..., unlike those of the Assembly": the opposite holds there."""
    other = re.search(r"\bunlike (?:those (?:of|from|in) |in )?(?:the )?(?P<b>B)", sentence.shape)
    if other and sentence.body(other.start("b")).name != body.name:
        yield Rule(sentence.body(other.start("b")).name, BINDING, not holds, _span(sentence, match), "unlike")


def _nearest(sentence: Marked, start: int, end: int) -> Body | None:
    """Whose resolutions: the body just after ("a binding Council resolution") or the last one before."""
    after = re.match(r"(?: B| (?:un )?B) (?:resolution|decision|measure)", sentence.shape[end : end + 20])
    if after:
        return sentence.body(end + sentence.shape[end:].index("B"))
    before = [p for p, letter in enumerate(sentence.shape[:start]) if letter == "B"]
    bodies = [p for p in before if not re.search(r"unlike (?:\w+ )*$", sentence.shape[max(0, p - 24) : p])]
    return sentence.body(bodies[-1]) if bodies else None


def _vetoes(sentence: Marked) -> Iterator[Rule]:
    for name, holds, pattern in _VETO_RULES:
        match = pattern.search(sentence.shape)
        if match:
            inside = [p for p in range(match.start(), match.end()) if sentence.shape[p] == "B"]
            body = sentence.body(inside[0]).name if inside and not holds else COUNCIL
            yield Rule(body, VETO, holds, _span(sentence, match), name)


def _majorities(sentence: Marked) -> Iterator[Rule]:
    for name, pattern in _MAJORITIES:
        match = pattern.search(sentence.shape)
        if match:
            body = COUNCIL if name == "nine-votes" else sentence.bodies()[0].name
            yield Rule(body, MAJORITY, True, _span(sentence, match), name)


def _public(sentence: Marked) -> Iterator[Rule]:
    match = _PUBLIC.search(sentence.shape)
    if match:
        yield Rule(sentence.bodies()[0].name, PUBLIC, True, _span(sentence, match), "public")


def _span(sentence: Marked, match: re.Match[str]) -> tuple[int, int]:
    return sentence.span(match.start(), match.end())
