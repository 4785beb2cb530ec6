"""Wordings of one vote alone, or in which several members stand in different places, by role and name."""

from quizzes.items.reading.acts import GERUND
from quizzes.items.reading.clauses import APPOSED, ENVOY, JOIN, LIST_OF, NO_OBJECT, TEXTS
from quizzes.items.reading.lexicon import NOUNS
from quizzes.items.reading.votes import ABSENT, ABSTAIN, ABSTAINING, AGAINST, FOR, NO, OPPOSE, TEXT, VERBS, YES

FURTHER: tuple[tuple[str, str, str], ...] = (
    (NO, "one-vote", r"\b(?:N|only|sole|single) (?P<m>A) vote against\b"),
    (ABSTAIN, "one-vote", r"\b(?:N|only|sole|single) (?P<m>A) abstention\b"),
    (NO, "with-opposed", r"\bwith (?P<m>M)(?: voting)?,? (?:opposed|against|opposing|in opposition|voting \"?no)\b"),
    (NO, "with-opposed", r"(?P<m>M),? (?:alone |again |both )?(?:being |was |were |voting )?dissenting\b"),
    (NO, "with-opposed", r"(?P<m>M) alone (?:being |was |were |voting )?(?:against|opposed|opposing)\b"),
    (YES, "with-voting", rf"\bwith (?P<m>M),? (?:all |both )?(?:voting {FOR}|in favou?r\b)"),
    (
        ABSTAIN,
        "with-voting",
        r"\bwith (?P<m>M),? (?:all |both )?(?:abstaining|(?:alone|the (?:only|lone|sole)) (?:(?!oppos|"
        r"against)[^.;,N]){0,30}?"
        r"(?:abstaining|to abstain|abstainer)\b)",
    ),
    (
        ABSENT,
        "with-voting",
        r"\bwith (?P<m>M),? (?:all |both )?(?:absent|not (?:voting|present|participating|taking part)|staying away|"
        r"(?:declining|refusing) to (?:vote|take part))\b",
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
        r"(?:,|:| -{1,2})? (?:(?:those )?(?:of|from) )?(?P<m>M)(?! N)",
    ),
    # "rejected it" tells a vote only beside other votes
    (NO, "rejected-it", rf"(?P<m>M) rejected {TEXT}(?=[^.;]{{0,60}}(?:abst|vot|in favou?r))"),
    (
        NO,
        "votes-from",
        r"(?:negative|\"?no\"?|opposing) votes came from [a-z ]{2,40}(?::| including| such as) (?P<m>M)",
    ),
    # "Besides Israel and the US, Fiji and Palau rejected the measure"
    (
        NO,
        "besides",
        rf"(?:besides|apart from|in addition to|along with|together with) (?P<m2>M), (?P<m>M) (?:also |all |both )?"
        rf"(?:rejected|opposed|voted {AGAINST})",
    ),
    # "Backing the amendment along with its sponsors were Cuba and Mali"
    (YES, "backing-were", rf"^(?:backing|supporting) {TEXT}[^.;:MN]{{0,40}} (?:were|was) (?P<m>M)"),
    (NO, "opposing-were", rf"^(?:opposing|against) {TEXT}[^.;:MN]{{0,40}} (?:were|was) (?P<m>M)"),
    (ABSTAIN, "alongside", r"abstained (?:alongside|along with|together with) (?P<m>[MC])"),
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
        rf"(?:^|{TEXTS} (?:was |is )?)opposed by (?:only |just )?(?:N {NOUNS}(?:,? including|:| -|,) )?(?P<m>M)",
    ),
    (ABSTAIN, "abstention-of", r"abstentions? (?:of|by|from|came from) (?P<m>M)"),
    (
        NO,
        "cast-no",
        r"(?P<m>M),? (?:has |had |have )?(?:also |again |alone )?"
        r"(?:cast|casting) (?:the |their |its )?(?:only |sole |lone |single |N )?(?:dissenting|"
        r"negative|opposing|\"?no\"?) votes?",
    ),
    (
        NO,
        "aside-from",
        rf"(?:aside|apart) from (?P<m>M), (?:those|the (?:others?|countries|states))[^.;:M]{{0,20}} (?:opposed|"
        rf"opposing|voted {AGAINST}|"
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
        rf"(?P<m>M){APPOSED} (?:was|were) among [^.;:M]{{0,40}} (?:that|which|who) joined (?P<m2>M) in "
        rf"(?:voting {AGAINST}|opposing)",
    ),
    (ABSTAIN, "joining", rf"(?P<m>M),? joining (?P<m2>M),? (?:also )?(?:{ABSTAINING}|in (?:abstention|abstaining))"),
    # "Joining Israel in opposing it were, among others, Canada and Fiji"
    *(
        (
            role,
            "joining",
            rf"joining (?P<m2>M) in (?:{GERUND[role]}|voting {how})[^.;:MN]{{0,40}} (?:was|were),?(?: among "
            rf"others,)? (?P<m>M)",
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
        rf"{JOIN}(?:(?:voting|casting|saying) )?(?:{AGAINST}|opposing|opposition|rejecting|dissent)"
        rf"(?:{LIST_OF}(?P<m3>M))?",
    ),
    # "The government joined 148 other countries in voting in favour"
    *(
        (
            role,
            "joined-others",
            rf"(?:(?P<m>M)(?:'s?)?|(?P<a>A))(?: {ENVOY})? (?:has |had )?joined (?:the )?(?:N|most|many) "
            rf"(?:other )?(?:[a-z]+ )?{NOUNS} (?:in|that|who|which) (?:{verb}|{GERUND[role]})",
        )
        for role, verb in VERBS.items()
    ),
    (ABSTAIN, "joined", rf"{JOIN}abstaining(?:{LIST_OF}(?P<m3>M))?"),
    *(
        (role, "joined", rf"{JOIN}the \"?{name}\"? (?:column|camp|lobby|side|group)")
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
            rf"{NO_OBJECT}(?P<m>[MC])(?![^.]*\bB\b[^.]*\bit\b)[^.;MCB]{{2,110}}?\bit (?:has |had |also |then |"
            rf"itself )?{verb}",
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
    (YES, "joined", rf"{JOIN}(?:voting {FOR}|supporting|backing)(?:{LIST_OF}(?P<m3>M))?"),
    (
        ABSTAIN,
        "decision",
        (
            r"(?:explaining|defending|justifying) (?:its|their) (?:decision to abstain|choice to abstain|abstention),? "
            r"(?P<m>M)"
        ),
    ),
)
