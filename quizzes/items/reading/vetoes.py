"""Vetoes that were cast, not those that are held, threatened, feared or denied."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizzes.items.reading.marks import Marked, Named

_HAVE = (
    r"(?:,? (?:which|who|has|have|had|both|then|also|again|itself|later|earlier|on D|D|twice|promptly|subsequently|"
    r"alone|yesterday|today|jointly|thereby|thus|by then|[a-z]+ly),?|, (?:being|an?|the|one of) [^,;.MN]{2,60},"
    r"|, which (?:has|had) (?:(?!veto|abst|vot)[^,;.]){2,80},)*"
)
_RULES = (
    (
        "members-vetoed",
        re.compile(
            rf"(?P<m>[MC]){_HAVE} (?:vetoed|vetoes|vetoing|veto(?= (?:a|the|an|un) )|(?:blocked|killed|sank|scuttled|"
            rf"struck down|defeated|stopped|prevented|halted)[^.;]{{0,70}}? with (?:the use of )?(?:its|their|a|the) "
            r"veto)\b"
        ),
    ),
    (
        "vetoed-by",
        re.compile(
            r"(?:vetoed|blocked by (?:a |the )?veto(?:es)?)(?: (?:on D|D|in the B|at the B|twice|N times))* by "
            r"(?:permanent member |council member |veto-wielding )?(?P<m>[MC])"
        ),
    ),
    (
        "cast-veto",
        re.compile(
            rf"(?P<m>[MC]){_HAVE} (?:cast|casting|used|using|exercised|exercising|wielded|wielding|deployed|invoked|"
            r"utili[sz]ed|applied|made a repeat of|repeated|issued|delivered)(?: (?:its|their|a|the|his)(?: \w+)?)?(?: "
            r"[a-z-]+)?? (?:vetoe?s?|right of veto|power "
            r"of veto)\b"
        ),
    ),
    (
        "killed-by-veto",
        re.compile(
            r"(?:killed|blocked|sunk|stopped|defeated|scuttled|struck down|prevented|halted) by (?:an?|the) "
            r"(?P<m>[MCA])(?:'s?)? veto\b"
        ),
    ),
    (
        "veto-of",
        re.compile(
            r"(?:(?P<m2>M)'s? and )?(?P<m>[MCA])(?:'s?)? (?:(?:D|latest|own|recent|first|second|third|fourth|"
            r"double|repeated|negative) "
            r")*vetoe?s?(?! (?:power|right|threat|possib|would|could|holder|wield))(?P<power> in the B| on the| at "
            r"the B| on D| D| a few| N | minutes| hours| of |,| came| prevented| blocked| last| this|\.| \()"
        ),
    ),
    (
        "veto-by",
        re.compile(
            r"(?:due to|because of|after|following|given|by|despite|over|through|with|saw|thanks to|to|the|a|double|on|"
            r"single|lone)(?: a| the| an)? (?:\w+ )?vetoe?s? (?:cast )?(?:by|from|of) (?P<m>[MC])"
        ),
    ),
    (
        "a-members-veto",
        re.compile(
            r"(?:due to|because of|after|following|by|despite|in the face of|through|saw|blocked by|thanks to|with) "
            r"(?:an? |the )?(?P<m>[MCA])(?:'s?)? vetoe?s?\b(?! (?:power|right|threat))"
        ),
    ),
    # "criticised the United States for its veto of the text"
    # "Russia on Wednesday stopped the probe by casting a veto", "..., vetoing a text"
    (
        "by-veto",
        re.compile(
            r"^(?:[^,.;:MC]{0,30})(?P<m>[MC])(?:,? (?:on )?D)? [^.;:]{2,160}?(?: by (?:casting|using|exercising|"
            r"wielding) "
            r"(?:a|its|their|the) veto|, (?:thereby )?vetoing (?:a|an|the|its)\b)"
        ),
    ),
    (
        "forced-to-veto",
        re.compile(r"(?P<m>[MC]) (?:had been|has been|was|were) (?:forced|obliged|compelled) to veto\b"),
    ),
    # "casting their vetoes in tandem, the United States and Britain killed the text"
    (
        "casting-vetoes",
        re.compile(
            r"(?:casting|using|wielding|exercising) (?:its|their|a) (?:\w+ )?vetoe?s?\b[^.;MC]{0,80}, (?P<m>[MC])"
        ),
    ),
    # "Russia and China against, and that was the first double veto"
    ("double-veto", re.compile(r"(?P<m>M),? (?:voted |voting )?against[^.;MC]{0,60}\bdouble veto\b")),
    ("headline", re.compile(r"^(?:[^.;]{2,40}: )?(?P<m>M) veto (?=[a-zAMBN])")),
    (
        "its-veto",
        re.compile(
            r"(?P<m>[MC])(?: [a-z]+){0,4} (?:for|over|after|with|by|through|defending|explaining|justifying) "
            r"(?:its|their) (?:\w+ )?vetoe?s?(?= (?:of|on|in|D|against)\b| D)"
        ),
    ),
    (
        "power-used",
        re.compile(
            r"(?P<m>[MC])(?:'s?)? (?:veto power|right of veto|power of veto|veto)(?:,)? (?:which|that) (?:it|they|he|"
            r"she|C|M) (?:has |had )?(?:used|exercised|cast|wielded)"
        ),
    ),
    (
        "they-vetoed",
        re.compile(
            r"(?P<m>[MC])[^.;:MC]{0,50}? (?:(?:after|when|because|as|for) (?:they|it|both)(?: (?:had|both|"
            r"again|jointly))* "
            r"vetoed|for (?:jointly |again |both )?vetoing)\b"
        ),
    ),
    (
        "stopped-by-no",
        re.compile(
            r"(?:failed|rejected|not adopted|not passed|blocked|defeated)[^.;]{0,80}?(?:due to|because of|owing to|"
            r"after|by) (?:the |a )?(?:negative vote|vote against|\"no\" vote|veto) (?:by|from|of|cast by) (?:a "
            r"permanent (?:council )?member,? (?:of the B,? )?)?(?:the )?(?P<m>[MC])"
        ),
    ),
)
# "The US had blocked a similar draft in the Council": a veto only where the text speaks of vetoes, and of who has one.
_BLOCKED = re.compile(
    rf"(?P<m>[MC]){_HAVE} (?:blocked|killed|sank|scuttled|shot down|struck down|defeated|torpedoed) "
    r"(?:an?|the|that|this|its|M's|A)(?: [^\s.;,]+){0,6}? (?:B (?:draft|resolution|text)|(?:draft|resolution|"
    r"text|measure)\b[^.;]{0,80}? B)"
)
# "The US vetoed one text; later Russia blocked another draft"
_BLOCKED_TOO = re.compile(
    rf"(?P<m>[MC]){_HAVE} (?:blocked|killed|sank) (?:an?|the|its|another) (?:[AM](?:'s?)? )?(?:[\w-]+ )?"
    r"(?:draft|text|resolution)\b"
)
_BLOCKED_BY = re.compile(
    r"(?:draft|resolution|text|measure)\b[^.;]{0,110}? (?:was|were|been) (?:\w+ )?(?:blocked|killed|defeated|stopped|"
    r"struck down|sunk|shot down) by "
    r"(?P<m>[MC])\b(?!')"
)
_PERMANENT = frozenset({"CHN", "FRA", "GBR", "RUS", "USA"})
# A veto spoken of as a thing, often one of another day than the sentence tells.
_NOUNS = ("veto-of", "veto-by", "a-members-veto")
_UNREAL = re.compile(
    r"\b(?:would|could|might|may|will|can|if|should|threaten\w*|expected|likely|whether|unless|not|never|without|"
    r"avoid|prevent|"
    r"fear\w*|fac(?:ed|es|ing)|risk\w*|plan\w*|promis\w*|vow\w*|able|neither|nor|ahead of|possible|potential|expects?)"
    r"\b(?: \w+){0,2} ?$|\bto(?: "
    r"be)? ?$"
)
# What fell was an amendment, or is told of elsewhere.
_NO_DRAFT = re.compile(
    r" (?:on |of )?(?:others|some|several|most|"
    r"(?:the |an? |N |all |those |these |both )?(?:[\w-]+ )?(?:amendments?|changes))\b"
)
_NEGATIVE = re.compile(
    r"(?:owing to|due to|because of) the negative votes? (?:of|by|from|cast by) (?:an?|N|one|two|both|the) (?:of the )?"
    r"(?:veto-wielding )?permanent (?:council |B )?members?"
)
_AGAINST = re.compile(r"\bagainst ?\((?P<m>M)\)")
_DENIED = re.compile(
    r"\b(?:did not|didn't|does not|doesn't|won't|cannot|can't|has not|hasn't|have not|threat\w*|would|will|could|may|"
    r"might|if|unless) (?:\w+ ){0,3}$"
)


@dataclass(frozen=True, slots=True)
class Veto:
    named: Named
    span: tuple[int, int]
    rule: str
    perfect: bool = False
    noun: bool = False


def vetoes_in(sentences: Sequence[Marked], index: int) -> Iterator[Veto]:
    """Those that one sentence tells; the sentences beside it say whether the text speaks of vetoes at all."""
    near = any("veto" in sentence.shape for sentence in sentences[max(0, index - 6) : index + 3])
    yield from vetoes(sentences[index], near)
    yield from _negative_votes(sentences, index)


def _negative_votes(sentences: Sequence[Marked], index: int) -> Iterator[Veto]:
    """ "2 against (China, France)", then: "not adopted owing to the negative vote of two permanent members"."""
    told = _NEGATIVE.search(sentences[index].shape) if index else None
    against = _AGAINST.search(sentences[index - 1].shape) if told else None
    if told and against:
        for named in sentences[index - 1].members(against.start("m")).named:
            if named.iso3 in _PERMANENT:
                yield Veto(named, sentences[index].span(*told.span()), "negative-votes")


def vetoes(sentence: Marked, spoken_of: bool = False) -> Iterator[Veto]:
    """`span`: offsets into the sentence."""
    if "veto" not in sentence.shape and "permanent" not in sentence.shape and not spoken_of:
        return
    seen: set[str] = set()
    for rule, pattern in _rules_for(sentence.shape, spoken_of):
        for match in pattern.finditer(sentence.shape):
            if _is_unreal(sentence.shape, match):
                continue
            for named in _named(sentence, match):
                if named.iso3 not in seen and named.iso3 in _PERMANENT:
                    seen.add(named.iso3)
                    perfect = re.search(r" ha(?:s|ve|d) ", match.group()) is not None
                    span = sentence.span(match.start(), match.end())
                    yield Veto(named, span, rule, perfect, rule in _NOUNS)


def _rules_for(shape: str, spoken_of: bool) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Words that tell of a veto only beside one: anywhere near, or in the same sentence."""
    yield from _RULES
    if spoken_of:
        yield from (("blocked", _BLOCKED), ("blocked", _BLOCKED_BY))
    if "vetoed" in shape:
        yield "blocked", _BLOCKED_TOO


def _named(sentence: Marked, match: re.Match[str]) -> Iterator[Named]:
    for group in ("m", "m2"):
        if match.groupdict().get(group):
            yield from sentence.members(match.start(group)).named


def _is_unreal(shape: str, match: re.Match[str]) -> bool:
    before = shape[max(0, match.start() - 40) : match.start()]
    if _NO_DRAFT.match(shape, match.end()):
        return True
    verb = shape[match.start() : match.end()].rfind("veto")
    return bool(_UNREAL.search(before) or _DENIED.search(shape[match.start() : match.start() + max(verb, 0)]))
