"""The wordings in which a text says how a named member voted, as patterns over a sentence's shape (see marks).

Every group of a pattern is a list of members. Each rule has a name, so that a finding says how it was found.
"""

import re
from collections.abc import Iterator

from quizzes.items.reading.acts import DOERS, FINITE, GERUND, INFINITIVE, NOUN, WORDS
from quizzes.items.reading.clauses import (
    AND_SOME,
    APPOSED,
    ASIDE,
    AUX,
    COUNTED,
    ENVOY,
    LIST_OF,
    NOT_OTHERWISE,
    OBJECT,
    SUBJECT,
    VOTERS,
    WHO,
    WITH_OTHERS,
)
from quizzes.items.reading.further_rules import FURTHER
from quizzes.items.reading.joining_rules import JOINING
from quizzes.items.reading.lexicon import NOUNS
from quizzes.items.reading.votes import ABSENT, ABSTAIN, AGAINST, FOR, HOW, NO, OF_BODY, TEXT, VERBS, YES


def _common(role: str) -> Iterator[tuple[str, str]]:
    """A member and its verb, and members counted or listed after a number or a noun."""
    yield from _with_verb(role)
    yield from _counted(role)


def _with_verb(role: str) -> Iterator[tuple[str, str]]:
    verb = VERBS[role]
    acted = rf"(?:(?:that|which|who|to) )?(?:had |have )?(?:{FINITE[role]}|{verb}|{INFINITIVE[role]})"
    along = (
        rf"{OBJECT}(?: again)?,? (?:along with|alongside|together with|as well as|joined by|side by side with|"
        rf"in step with) (?:N (?:[a-z]+ )?{NOUNS}(?:,| -{{1,2}}| \()? ?)?(?P<m2>[MC])"
        r"|(?: then| again)? too, with (?P<m7>M)(?= ?(?:[.;]|$))"
    )
    yield (
        "members-voted",
        rf"(?<!with )(?<!unlike )(?<!\bthan "
        rf"){WHO}{OF_BODY}{AND_SOME}{WITH_OTHERS}{APPOSED}{AUX},? {verb}(?:{along})?",
    )
    # "Norway, like all its neighbours, voted", "Peru has changed its mind and voted"
    yield "members-voted", rf"{SUBJECT}(?:, [^,;:\"MNC]{{2,110}},|[^.,;:\"MNC]{{2,90}},? (?:and|but)) {HOW}{verb}"
    yield "delegation-voted", rf"(?:(?P<m>M)(?:'s?)?|(?P<a>A)) (?:un )?{ENVOY} {verb}"
    yield (
        "among-those",
        r"(?P<m>M)(?:, [^,;:N]{2,60},|,| -)?(?: (?:was|were|is|are|turned out to be|proved to be|became))? "
        r"(?:also )?(?:among|N of|some of|part of|counted among)"
        rf"[^.;:,M]{{0,40}}? (?:{acted}|{DOERS[role]})",
    )
    # "Mexico and Brazil among them, supported it"
    yield "among-them", rf"(?P<m>M) (?:[a-z]+ly )?(?:among them|included),? (?:have |had |were |also )*{verb}"
    yield (
        "some-including",
        rf"(?:some|others?|those|several|many|everyone else(?: in the \w+)?)"
        rf"(?: {NOUNS})?,? including (?P<m>M),? {verb}",
    )
    yield (
        "those-were",
        rf"(?:(?:those|the ones|the others?|the N|{NOUNS}) (?:{acted})|\b{DOERS[role]})"
        rf"(?: besides (?P<m2>M))?[^.;:MN]{{0,40}}?(?:: | (?:were|was|are|is|included?) "
        rf")(?P<m>M)(?= ?(?:[.,;)(-]|$| and))",
    )


def _counted(role: str) -> Iterator[tuple[str, str]]:
    words, several = WORDS[role], NOUN[role].replace("vote", "votes?")
    yield (
        "listed-after",
        rf"{words}{LIST_OF}(?P<m>M){NOT_OTHERWISE}(?:, which [^,;:NM]{{0,50}},? as well as (?P<m2>M))?",
    )
    yield "counted-list", rf"{COUNTED[role]}{LIST_OF}(?P<m>M){NOT_OTHERWISE}"
    # "with two abstentions, Fiji and Chad"
    yield "counted-list", rf"N (?:{several})s?, (?P<m>M)(?= ?(?:[.;)]|$))"
    yield "counted-aside", rf"N(?: more)?(?: {NOUNS})?{ASIDE} (?:(?:voted|voting) )?{HOW}(?:{FINITE[role]})"
    # "six were against it, the United States and five European states among them"
    yield (
        "counted-among",
        rf"{COUNTED[role]}{OBJECT}, (?P<m>M)(?: and [a-z][^,.;:MN]{{2,50}})?,? (?:among (?:them|these)|included)\b",
    )
    # "Fifty abstained, France and Germany among them"
    yield (
        "among-them",
        rf"(?:{words}|{FINITE[role]})[^.;:MN]{{0,40}}, (?P<m>M)(?: and [a-z][^,.;:MN]{{2,50}})?,? (?:[a-z]+ly )?"
        r"(?:among (?:them|these|others)|included)\b",
    )
    # "Two said no, Cuba and Yemen."
    yield "counted-list", rf"{COUNTED[role]}{OBJECT}, (?P<m>M)(?= ?(?:[.;)]|$))"
    # "the yes votes"
    yield (
        "were-among",
        rf"(?P<m>M) (?:was|were|is|are) (?:also |all |both )?(?:among|N of|part of) the \"?{VOTERS[role]}",
    )
    yield "from-members", rf"{words} ?[,-]*(?: came| cast)? (?:from|by) (?P<m>M)"


def _by_its_noun(role: str) -> Iterator[tuple[str, str]]:
    """ "Fiji's abstention", "the only vote against came from Fiji"."""
    verb, noun = VERBS[role], NOUN[role]
    several = noun.replace("vote", "votes?")
    yield "noun-of", rf"(?P<m>M)(?:'s?)? (?:own )?{noun}"
    yield (
        "were-the",
        rf"(?P<m>M) (?:was|were) (?:the|its|their) (?:[a-zB'-]+ ){{0,2}}?(?:N |only |lone |sole )?(?:{several})s?\b",
    )
    yield "decision-of", rf"(?:decision|choice) (?:by|of) (?P<m>M) to (?:{INFINITIVE[role]})"
    yield "decision-of", rf"(?P<m>M)'s? (?:decision|choice) to (?:{INFINITIVE[role]})"
    yield (
        "lone",
        (
            rf"(?:only|lone|sole|single|one|N) {noun}(?: (?:came|was|is|being|cast|against it))*(?: from| by|:|,)? "
            r"(?P<m>M)"
        ),
    )
    yield (
        "the-only",
        (
            r"(?P<m>M|C)(?: itself)?(?: [^.;:NM]{1,60} and)? (?:was|is|were|are|being|became|were reported to be) "
            rf"(?:the (?:only|lone|sole|ones?\b|N|{NOUNS})|alone in)"
            rf"[^.;,:]{{0,60}}? ?(?:(?:to|that|which) "
            rf"(?:{INFINITIVE[role]}|{verb}|{FINITE[role]})|{verb}|{GERUND[role]})"
        ),
    )
    yield (
        "only-one",
        rf"(?:only|just) (?:N|one) (?:country|member|state|nation),? ?[-(]* ?(?P<m>M)[,)]?(?: -)?,? {verb}",
    )
    yield (
        "cast-the",
        rf"(?P<m>M)(?:'s?)?(?: (?:un )?{ENVOY})? (?:cast|casting|registered) (?:the |its |a |an )?(?:N |"
        rf"only |lone |sole |single )?{noun}",
    )


_LABELS = {
    YES: r"(?:in favou?r|for|yes|voted (?:in favou?r|for)|(?:in favou?r|for) voted)",
    NO: r"(?:against|no|voted (?:against|no)|against voted|opposed)",
    ABSTAIN: r"(?:abstain(?:ed|ing)?|abstentions?|abstained voted)",
    ABSENT: r"(?:absent|not voting|did not vote)",
}
Rule = tuple[str, str, re.Pattern[str]]
RULES: tuple[Rule, ...] = (
    *((role, name, re.compile(pattern)) for role in VERBS for name, pattern in (*_common(role), *_by_its_noun(role))),
    *((role, name, re.compile(pattern)) for role, name, pattern in (*FURTHER, *JOINING)),
    *(
        (role, "label", re.compile(rf"^[\"'-]*\s?{label}[\"']? ?(?:(?:\(N\)|- N|N|: N)? ?(?::|-|\()|N) ?-? ?(?P<m>M)"))
        for role, label in _LABELS.items()
    ),
)
# The present of a headline, which only several members can have: "US and Israel vote against".
PLURAL: tuple[Rule, ...] = tuple(
    (role, "several-vote", re.compile(rf"(?<!let )(?P<m>M),? {HOW}{verb}"))
    for role, verb in ((YES, rf"vote {FOR}"), (NO, rf"vote {AGAINST}|vote in opposition"), (ABSTAIN, r"abstain\b"))
)
# A line that heads a list: "Member states that abstained", "Against (9):".
HEADINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (
        role,
        re.compile(
            rf"^[^.;M]{{0,60}}(?:{WORDS[role]}|^{_LABELS[role]})(?: {TEXT}| the vote)?[\"']? ?(?:\(N\)|- N|N)?"
            rf"(?: \([a-z ]{{2,20}}\))?(?: (?:looks?|reads?|is|are|were|was))?(?: as follows| the following| "
            rf"below)?[ :?-]*$"
        ),
    )
    for role in VERBS
)
UNREAL = re.compile(
    r"(?:\b(?:if|whether|unless|should|had|in case|would|could|might|may|will|suppose|urged|urging|asked|wanted|"
    r"threatened|possible|potential|threat of an?|expected|pressured|persuade[sd]?|lobbied|not)(?: an?| the)? "
    r"|(?:lawmakers|legislators|deputies|senators|mps|parties) (?:from|in|of) )$"
)
HABIT = re.compile(
    r"\b(?:for (?:decades|years)|(?<!as )always|usually|traditionally|consistently|routinely|every year|in the past|"
    r"historically|"
    r"often|regularly)\b"
)
