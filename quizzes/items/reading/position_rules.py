"""The wordings in which a text says how a named member voted, as patterns over a sentence's shape (see marks).

Every group of a pattern is a list of members. Each rule has a name, so that a finding says how it was found.
"""

import re
from collections.abc import Iterator

from quizzes.items.reading.acts import DOERS, FINITE, GERUND, INFINITIVE, NOUN, WORDS
from quizzes.items.reading.lexicon import NOUNS
from quizzes.items.reading.votes import (
    ABSENT,
    ABSTAIN,
    ABSTAINING,
    AGAINST,
    BETWEEN,
    FOR,
    HOW,
    NO,
    OF_BODY,
    OPPOSE,
    TEXT,
    VERBS,
    YES,
)

# A capital acts for its member, but not where it is a place: "in Moscow".
_GOVERNMENT = r"(?<!\bin )(?<!from )(?<!\bat )(?<!near )(?<!\bto )(?<!\bof )(?<!outside )C"
_WHO = rf"(?P<m>M|{_GOVERNMENT})"
_COUNTED = {role: rf"N{BETWEEN} (?:(?:voted|voting) )?{HOW}(?:{verb})" for role, verb in FINITE.items()}

# Between a member and its verb: "which had earlier ...", "both NATO members,".
_AUX = (
    r"(?:,? (?:which|who|that))?(?:,? (?:have|has|had|were|was|also|both|all|each|alone|itself|instead|again|then|on "
    r"D|D|\([^)MN]{1,30}\)|this time|themselves|at the B|in the B|joined by M|finally),?)*"
)
_NO_OBJECT = r"(?<!with )(?<!from )(?<!\bof )(?<!by )(?<!against )(?<!\bin )(?<!\bon )(?<!unlike )(?<!like )(?<!\bto )"
_SUBJECT = rf"{_NO_OBJECT}{_WHO}"
_APPOSED = (
    r"(?:, (?:which|who|whose|an?|the|both|all|one of|long|also|its|currently|two|three|themselves|represented|where|"
    r"whose|home to)\b"
    r"[^,;:]{0,110},| -{1,2} [^;:-]{2,90} -{1,2}|, (?:unlike|"
    r"in contrast to) (?:[a-z]+ ){0,2}[MC],"
    r"|, (?:like|along with|together with|as well as|just like|side by side with|alongside|joined by|flanked by|followed by|in step with) (?:[a-z]+ ){0,2}(?:(?P<m6>M)|C),)?"
)
# "India, Cyprus and the whole of the African group"
_AND_SOME = (
    r"(?:,? (?:and|as well as) (?:the|all|most|many|some|several|its|their|other|nearly|almost) [a-zAB' -]{3,60})?"
)
# "Fiji and 24 other members - including Peru and Chad - voted"
_WITH_OTHERS = (
    r"(?: -{1,2} (?:including|among them|like) (?P<m3>M) -{1,2}|, (?:including|among them|like|along with|"
    r"together with) "
    r"(?P<m4>M),| \((?:including|among them) (?P<m5>M)\))?"
)
_ENVOY = (
    r"(?:delegation|delegate|representative|ambassador|envoy|diplomat|government)s?"
    r"(?: (?:to|at) the (?:B|un|united nations))?(?:, [^,;:]{2,40},)?"
)
# Up to the list that follows "voted against": its object and a date, no further verb.
_OBJECT = (
    rf"(?: {TEXT}(?: on D| D| in the B)?| it| on D| D| and(?: on)? D| the vote"
    rf"| from (?:the |this )?(?:(?:D's |\w+ )?vote|voting)(?: on {TEXT})?| voting| voted| in the (?:vote|B)| this "
    r"time)*"
)
_OPEN = (
    r"(?:(?:,| ?-{1,2}| ?\()? ?(?:including(?: those (?:of|from|by))?|among them|among which|namely|such as|notably|like|led by)"
    r"|,? (?:were|was|are|is|came from|includes?|included|being|was cast by|by)(?: the)?(?: following)?"
    r"(?: (?:countries|states|ones))?(?: those of)?| ?[:(]|, among (?:them|which) [a-zN' ]{2,40}: ?| ?-{1,2}(?! ?N)|:? -)"
)
_LEAD = r"(?: ?(?::|-) )? ?(?:only |just |and |- )?"
# "in favour, with M opposed": the list has a verb of its own.
_NOT_OTHERWISE = (
    r"(?!,? (?:which |who |all |both )?(?:vot(?:ed|ing)|abstain|opposed|opposing|against|did not|absent|in favou?r|"
    r"joined))"
)
_LIST = rf"{_OBJECT}{_OPEN}{_LEAD}"
_ASIDE = (
    r"(?:,? ?[(-]{0,2} ?(?:including|among them|among which|such as|like|led by|notably|mostly|namely)? ?)"
    r"(?P<m>M)[^,;()N]{0,30}(?:\)|,| -{1,2})?(?: (?:have|has|were|was|also))*"
)
# "M2 joined M in", "only four partners - M2 - stood with M in", "those who sided with M in"
JOINING = (
    r"(?:joined|joining|join(?= M in )|(?:sided|siding|stood|standing|lined up) with|voted (?:along "
    r")?with|followed|following)"
)
_JOIN = (
    rf"(?:N(?: (?:other|more))?(?: [a-zB'-]+){{0,4}}?(?:,? ?[(-]{{0,2}} ?(?P<m4>M)(?:\)|,| -{{1,2}})?)?|(?P<m2>M)|"
    rf"(?:those|the (?:only|other|others))(?: {NOUNS})?|\bit|\bthey)(?: have| had| to| who| that| which)* "
    rf"{JOINING} (?P<m>[MC])(?:,? (?:on )?D,?)?(?: in)? "
)
_TEXTS = r"(?:resolution|text|draft|measure|motion|proposal|it)"


_NAMED = {
    YES: r"(?:yes(?:es)?|ayes?|yeas?|supporters|backers)\b",
    NO: r"(?:noes|nos?|nays?|dissenters|opponents)\b",
    ABSTAIN: r"(?:abstentions|abstainers|abstaining)\b",
    ABSENT: r"(?:absentees|absent)\b",
}


def _common(role: str) -> Iterator[tuple[str, str]]:
    verb, words, noun = VERBS[role], WORDS[role], NOUN[role]
    several = noun.replace("vote", "votes?")
    acted = rf"(?:(?:that|which|who|to) )?(?:had |have )?(?:{FINITE[role]}|{verb}|{INFINITIVE[role]})"
    along = (
        rf"{_OBJECT},? (?:along with|alongside|together with|as well as|joined by|side by side with|in step with) "
        r"(?P<m2>[MC])"
    )
    yield (
        "members-voted",
        rf"(?<!with )(?<!unlike )(?<!\bthan ){_WHO}{OF_BODY}{_AND_SOME}{_WITH_OTHERS}{_APPOSED}{_AUX},? {verb}(?:{along})?",
    )
    # "Norway, like all its neighbours, voted", "Peru has changed its mind and voted"
    yield "members-voted", rf"{_SUBJECT}(?:, [^,;:\"MNC]{{2,110}},|[^.,;:\"MNC]{{2,90}},? (?:and|but)) {HOW}{verb}"
    yield "delegation-voted", rf"(?:(?P<m>M)(?:'s?)?|(?P<a>A)) (?:un )?{_ENVOY} {verb}"
    yield (
        "among-those",
        r"(?P<m>M)(?:, [^,;:N]{2,60},|,| -)?(?: (?:was|were|is|are|turned out to be|proved to be|became))? (?:also )?(?:among|N of|some of|part of|counted among)"
        rf"[^.;:,M]{{0,40}}? (?:{acted}|{DOERS[role]})",
    )
    yield "listed-after", rf"{words}{_LIST}(?P<m>M){_NOT_OTHERWISE}(?:, which [^,;:NM]{{0,50}},? as well as (?P<m2>M))?"
    yield "counted-list", rf"{_COUNTED[role]}{_LIST}(?P<m>M){_NOT_OTHERWISE}"
    # "with two abstentions, Fiji and Chad"
    yield "counted-list", rf"N (?:{several})s?, (?P<m>M)(?= ?(?:[.;)]|$))"
    yield "counted-aside", rf"N(?: more)?(?: {NOUNS})?{_ASIDE} (?:(?:voted|voting) )?{HOW}(?:{FINITE[role]})"
    # "six were against it, the United States and five European states among them"
    yield (
        "counted-among",
        rf"{_COUNTED[role]}{_OBJECT}, (?P<m>M)(?: and [a-z][^,.;:MN]{{2,50}})?,? (?:among (?:them|these)|included)\b",
    )
    yield "some-including", rf"(?:some|others?|those|several|many)(?: {NOUNS})?,? including (?P<m>M),? {verb}"
    yield (
        "those-were",
        rf"(?:(?:those|the ones|the others?|the N|{NOUNS}) (?:{acted})|\b{DOERS[role]})"
        rf"(?: besides (?P<m2>M))?[^.;:MN]{{0,40}}?(?:: | (?:were|was|are|is|included?) )(?P<m>M)(?= ?(?:[.,;)(-]|$| and))",
    )
    # "Mexico and Brazil among them, supported it", "Fifty abstained, France and Germany among them"
    yield "among-them", rf"(?P<m>M) (?:[a-z]+ly )?(?:among them|included),? (?:have |had |were |also )*{verb}"
    yield (
        "among-them",
        rf"(?:{words}|{FINITE[role]})[^.;:MN]{{0,40}}, (?P<m>M)(?: and [a-z][^,.;:MN]{{2,50}})?,? (?:[a-z]+ly )?"
        r"(?:among (?:them|these|others)|included)\b",
    )
    # "Two said no, Cuba and Yemen."
    yield "counted-list", rf"{_COUNTED[role]}{_OBJECT}, (?P<m>M)(?= ?(?:[.;)]|$))"
    # "the yes votes"
    yield (
        "were-among",
        rf"(?P<m>M) (?:was|were|is|are) (?:also |all |both )?(?:among|N of|part of) the \"?{_NAMED[role]}",
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
            rf"[^.;,:]{{0,60}}? ?(?:(?:to|that|which) (?:{INFINITIVE[role]}|{verb}|{FINITE[role]})|{verb}|{GERUND[role]})"
        ),
    )
    yield (
        "only-one",
        rf"(?:only|just) (?:N|one) (?:country|member|state|nation),? ?[-(]* ?(?P<m>M)[,)]?(?: -)?,? {verb}",
    )
    yield (
        "cast-the",
        rf"(?P<m>M)(?:'s?)?(?: (?:un )?{_ENVOY})? (?:cast|casting|registered) (?:the |its |a |an )?(?:N |"
        rf"only |lone |sole |single )?{noun}",
    )


_FURTHER = (
    (NO, "one-vote", r"\b(?:N|only|sole|single) (?P<m>A) vote against\b"),
    (ABSTAIN, "one-vote", r"\b(?:N|only|sole|single) (?P<m>A) abstention\b"),
    (NO, "with-opposed", r"\bwith (?P<m>M)(?: voting)?,? (?:opposed|against|opposing|in opposition|voting \"?no)\b"),
    (NO, "with-opposed", r"(?P<m>M),? (?:alone |again |both )?(?:being |was |were |voting )?dissenting\b"),
    (NO, "with-opposed", r"(?P<m>M) alone (?:being |was |were |voting )?(?:against|opposed|opposing)\b"),
    (YES, "with-voting", rf"\bwith (?P<m>M),? (?:all |both )?(?:voting {FOR}|in favou?r\b)"),
    (
        ABSTAIN,
        "with-voting",
        rf"\bwith (?P<m>M),? (?:all |both )?(?:abstaining|(?:alone|the (?:only|lone|sole)) (?:(?!oppos|against)[^.;,N]){{0,30}}?"
        r"(?:abstaining|to abstain|abstainer)\b)",
    ),
    (
        ABSENT,
        "with-voting",
        r"\bwith (?P<m>M),? (?:all |both )?(?:absent|not (?:voting|present|participating|taking part)|staying away)\b",
    ),
    # "were joined in the \"no\" lobby by M"
    *(
        (
            role,
            "were-joined",
            rf"(?P<m>M) (?:was|were) (?:only |also )?joined in [^.;,:MN]{{0,30}}?{how}[^.;,:MN]{{0,20}} by (?P<m2>M)",
        )
        for role, how in (
            (NO, r"(?:\"?no\b|against|oppos|reject)"),
            (ABSTAIN, "abst"),
            (YES, r"(?:\"?yes\b|favou?r|support)"),
        )
    ),
    # "103 votes to 3 (M)"
    (NO, "to-few", r"N(?: votes?)? to N(?: against)? ?\((?P<m>M)\)"),
    # "received four votes: those of M"
    (
        YES,
        "votes-of",
        r"(?:received|got|won|attracted|drew|secured|obtained|gained) (?:only |just )?N (?:\w+ )?votes?(?: in favou?r)?"
        r"(?:,|:| -{1,2})? (?:(?:those )?(?:of|from) )?(?P<m>M)",
    ),
    # "rejected it" tells a vote only beside other votes
    (NO, "rejected-it", rf"(?P<m>M) rejected {TEXT}(?=[^.;]{{0,60}}(?:abst|vot|in favou?r))"),
    (NO, "votes-from", r"(?:negative|\"?no\"?|opposing) votes came from [a-z ]{2,24}: (?P<m>M)"),
    # "voted with Russia against it", "Malaysia voted for the text, Brunei against it"
    *(
        (
            role,
            "voted-with",
            rf"(?P<m>[MC]) (?:has |had )?(?:D |on D )?(?:voted|sided|joined) (?:along )?(?:with|alongside) "
            rf"(?P<m2>[MC]) (?:in (?:voting|casting) )?{how}",
        )
        for role, how in ((YES, FOR), (NO, AGAINST))
    ),
    *(
        (role, "gapped", rf"voted [^.;:]{{2,70}}[,;] (?:and |while |but )?(?P<m>M) {how}(?: it)?(?=[.,;]| and| while)")
        for role, how in ((YES, FOR), (NO, AGAINST))
    ),
    (NO, "only-against", rf"\b(?:only|just|except|but) (?P<m>M),? (?:was |were |voting |voted )?{AGAINST}"),
    (
        YES,
        "support-of",
        rf"{TEXT} (?:had|has|won|got|received|enjoyed|drew|attracted|found|secured|earned|gained) (?:the )?"
        r"(?:support|backing|votes?|approval|endorsement) (?:of|from) (?P<m>M)",
    ),
    (NO, "members-against", r"N [^.;]{0,60}(?:,|\band|;|while) ?(?P<m>M),? (?:voting )?(?:against|opposed)\b"),
    (NO, "opposed-it", rf"(?:only |just )(?P<m>M),? {OPPOSE}|(?P<m2>M),? (?:both |also |in turn )?opposed {TEXT}"),
    (
        NO,
        "opposing-included",
        rf"(?:others?|those|countries|nations|states|members) (?:opposing|opposed to|voting {AGAINST}|who opposed|"
        r"that opposed)"
        rf"(?: {TEXT})? (?:included?|were|was|are|is) (?P<m>M)",
    ),
    (
        NO,
        "opposed-by",
        rf"{_TEXTS} (?:was |is )?opposed by (?:only |just )?(?:N {NOUNS}(?:,? including|:| -|,) )?(?P<m>M)",
    ),
    (ABSTAIN, "abstention-of", r"abstentions? (?:of|by|from|came from) (?P<m>M)"),
    (
        NO,
        "cast-no",
        r"(?P<m>M),? (?:cast|casting) (?:the |their )?(?:only |N )?(?:dissenting|negative|opposing|\"?no\"?) votes?",
    ),
    (
        NO,
        "aside-from",
        rf"(?:aside|apart) from (?P<m>M), (?:those|the (?:others?|countries|states))[^.;:M]{{0,20}} (?:opposed|opposing|voted {AGAINST}|"
        rf"voting {AGAINST}|who opposed|that opposed)[^.;:M]{{0,30}} (?:were|was|are) (?P<m2>M)",
    ),
    (YES, "backed-only-by", r"(?:supported|backed) (?:by (?:only|just)|only by|by nobody but|by no one but) (?P<m>M)"),
    (
        NO,
        "opposition-included",
        r"(?:opposition|opponents|opposing votes|those opposed|the \"?noes\"?)(?: \w+)? "
        r"(?:included|include|were|came from|was from) (?P<m>M)",
    ),
    (
        YES,
        "backed-by",
        (
            rf"(?:supported|backed|endorsed|approved) by N(?: {NOUNS})?,? ?[(-]* ?(?:including|among them|such as) "
            r"(?P<m>M)"
        ),
    ),
    (
        NO,
        "apart-from",
        r"(?:apart from|besides|joining|in addition to|other than|along with|aside from) (?P<m>M),? (?:[^.;:]{0,40} )?"
        rf"(?:(?:voted|voting) {AGAINST}|opposing)",
    ),
    (
        NO,
        "opposing-nations",
        rf"(?:opposing|dissenting) {NOUNS}(?: (?:were|are|included?)|:) (?P<m>M)"
        r"|among (?:those|the N|the countries)(?: \w+)? (?:in opposition|opposed|opposing it|voting against) (?:was|"
        r"were) (?P<m2>M)",
    ),
    (
        ABSTAIN,
        "abstaining-nations",
        rf"abstaining {NOUNS}(?: (?:were|are|included?)|:) (?P<m>M)"
        r"|among (?:those|the N|the countries)(?: \w+)? (?:abstaining|that abstained) (?:was|were) (?P<m2>M)",
    ),
    (NO, "alongside", rf"(?:voted|voting) {AGAINST}(?: {TEXT})? (?:alongside|along with|together with|with) (?P<m>M)"),
    (
        NO,
        "among-who-joined",
        rf"(?P<m>M){_APPOSED} (?:was|were) among [^.;:M]{{0,40}} (?:that|which|who) joined (?P<m2>M) in "
        rf"(?:voting {AGAINST}|opposing)",
    ),
    (ABSTAIN, "joining", rf"(?P<m>M),? joining (?P<m2>M),? (?:also )?(?:{ABSTAINING}|in (?:abstention|abstaining))"),
    # "Joining Israel in opposing it were, among others, Canada and Fiji"
    *(
        (
            role,
            "joining",
            rf"joining (?P<m2>M) in (?:{GERUND[role]}|voting {how})[^.;:MN]{{0,40}} (?:was|were),?(?: among others,)? (?P<m>M)",
        )
        for role, how in ((YES, FOR), (NO, AGAINST), (ABSTAIN, "abst"))
    ),
    (NO, "joining", rf"(?P<m>M),? joining (?P<m2>M),? (?:also )?voted {AGAINST}"),
    *(
        (
            role,
            "they-all",
            r"(?P<m>M)(?: and [^.;:MN]{0,60} -{1,2} (?P<m2>M) -{1,2})?[^.;:NM]{0,40} and they (?:all|both) " + verb,
        )
        for role, verb in VERBS.items()
    ),
    (
        NO,
        "joined",
        rf"{_JOIN}(?:(?:voting|casting|saying) )?(?:{AGAINST}|opposing|opposition|rejecting|dissent)"
        rf"(?:{_LIST}(?P<m3>M))?",
    ),
    # "The government joined 148 other countries in voting in favour"
    *(
        (
            role,
            "joined-others",
            rf"(?:(?P<m>M)(?:'s?)?|(?P<a>A))(?: {_ENVOY})? (?:has |had )?joined (?:the )?(?:N|most|many) "
            rf"(?:other )?(?:[a-z]+ )?{NOUNS} (?:in|that|who|which) (?:{verb}|{GERUND[role]})",
        )
        for role, verb in VERBS.items()
    ),
    (ABSTAIN, "joined", rf"{_JOIN}abstaining(?:{_LIST}(?P<m3>M))?"),
    *(
        (role, "joined", rf"{_JOIN}the \"?{name}\"? (?:column|camp|lobby|side|group)")
        for role, name in ((YES, "yes"), (NO, "no"))
    ),
    # "The UAE joined them in voting no"
    *(
        (
            role,
            "joined-them",
            rf"(?P<m>M) (?:also |later )?joined (?:them|both|the (?:two|N|pair|others)) in (?:voting |casting )?{how}",
        )
        for role, how in (
            (NO, rf"(?:{AGAINST}|opposing|opposition)"),
            (ABSTAIN, r"(?:abstaining|abstention)"),
            (YES, FOR),
        )
    ),
    # "Kazakhstan takes a similar line: last month it abstained"
    *(
        (
            role,
            "and-it",
            rf"{_NO_OBJECT}(?P<m>[MC])(?![^.]*\bB\b[^.]*\bit\b)[^.;MCB]{{2,110}}?\bit (?:has |had |also |then |itself )?{verb}",
        )
        for role, verb in VERBS.items()
    ),
    # "It got the support of only one member, Russia itself"
    (
        YES,
        "support-of",
        r"(?:support|backing|votes?) of (?:only |just )?N (?:country|member|state|nation)s?,? ?[-(]* ?(?P<m>M)",
    ),
    # "Hungary did not support it, opting to abstain"
    (ABSTAIN, "opting", r"(?P<m>M)[^.;:MN]{0,70}, (?:opting|choosing|preferring|deciding) to abstain"),
    (YES, "joined", rf"{_JOIN}(?:voting {FOR}|supporting|backing)(?:{_LIST}(?P<m3>M))?"),
    (
        ABSTAIN,
        "decision",
        (
            r"(?:explaining|defending|justifying) (?:its|their) (?:decision to abstain|choice to abstain|abstention),? "
            r"(?P<m>M)"
        ),
    ),
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
    *((role, name, re.compile(pattern)) for role, name, pattern in _FURTHER),
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
            rf"(?: \([a-z ]{{2,20}}\))?(?: (?:looks?|reads?|is|are|were|was))?(?: as follows| the following| below)?[ :?-]*$"
        ),
    )
    for role in VERBS
)
UNREAL = re.compile(
    r"(?:\b(?:if|whether|unless|should|had|in case|would|could|might|may|will|suppose|urged|urging|asked|wanted|"
    r"threatened|possible|potential|threat of an?|expected|pressured|persuade[sd]?|lobbied|not)(?: an?| the)? )$"
)
HABIT = re.compile(
    r"\b(?:for (?:decades|years)|(?<!as )always|usually|traditionally|consistently|routinely|every year|in the past|"
    r"historically|"
    r"often|regularly)\b"
)
