"""The wordings in which a number tells votes, as patterns over a sentence's shape (see marks)."""

from quizzes.items.reading.lexicon import NOUNS
from quizzes.items.reading.votes import (
    ABSENT,
    ABSTAIN,
    ABSTAINING,
    AGAINST,
    BETWEEN,
    CAST,
    FOR,
    HOW,
    NO,
    NOT_VOTING,
    OPPOSE,
    SUPPORT,
    TEXT,
    YES,
)

# A number that is "for" something else than a text tells no vote: "23 of them for drug offences".
FOR_IT = rf"(?!for\b(?! ?(?:[.,;:)-]|$| (?:and|but|with|while|to|N)\b| {TEXT}))){FOR}"
# Rules tried at each number, in this order: (name, role, whether it needs company, pattern).
AT_NUMBER = (
    (
        "yes-votes",
        YES,
        False,
        (
            r"N[ -][\"']?(?:yes|yea|aye|affirmative|positive|supporting)[\"']?(?:[ -](?:votes?|ballots?)|es\b)|N "
            r"(?:ayes?|yeas?)\b"
        ),
    ),
    (
        "no-votes",
        NO,
        False,
        (
            r"N[ -][\"']?(?:no|nay|negative|dissenting|opposing|against)[\"']?[ -](?:votes?|voices|ballots?)|N "
            r"(?:dissenters?|noes|nays?)\b"
        ),
    ),
    (
        "voted-for",
        YES,
        False,
        (
            rf"N{BETWEEN} (?:{HOW}{CAST} )?{HOW}(?:in favou?r|(?<=vot\w\w )for|yes)\b|N{BETWEEN}(?: {HOW}{CAST}| "
            r"votes) "
            rf"{HOW}{FOR}"
        ),
    ),
    ("voted-against", NO, False, rf"N{BETWEEN} (?:{HOW}{CAST} )?{HOW}{AGAINST}|N A votes? against"),
    (
        "abstained",
        ABSTAIN,
        False,
        rf"N{BETWEEN} {HOW}(?:remained )?[\"']?{ABSTAINING}|(?<=, )N, abstained\b|N(?: A| was an| were) abstentions?\b",
    ),
    ("did-not-vote", ABSENT, False, rf"N{BETWEEN} {HOW}{NOT_VOTING}|N absen(?:ces|tees)\b|N non-votes"),
    ("for", YES, True, rf"N{BETWEEN} {FOR_IT}|N{BETWEEN} {HOW}{SUPPORT}\b|N-for\b"),
    ("opposed", NO, True, rf"N{BETWEEN} {HOW}{OPPOSE}\b|N objections?\b|N-against\b"),
    ("behind", YES, True, rf"N{BETWEEN} {HOW}(?:lined up|rallied|got) behind (?:it\b|{TEXT})"),
    # "Thirteen hands went up for the text", "14 hands went up. Peru abstained."
    ("hands", YES, True, r"N (?:hands?|arms?) (?:went up|were raised)(?= ?[.,;])"),
    ("hands-for", YES, False, rf"N (?:hands?|arms?) (?:went|were) (?:up|raised) {FOR}"),
    ("hands-against", NO, False, rf"N (?:hands?|arms?) (?:went|were) (?:up|raised) {AGAINST}"),
    # "141 countries demanded it, with five voting no and 35 abstaining"
    (
        "demanded",
        YES,
        True,
        rf"N{BETWEEN} {HOW}(?:demanded|condemned|urged|deplored|called (?:for|on))\b"
        r"(?=[^.;]* (?:voting|opposed|against|abst))",
    ),
    # "Thirteen states voted to extend the mandate"
    (
        "voted-to",
        YES,
        False,
        rf"N{BETWEEN} {HOW}voted {HOW}(?:in the B )?to (?!reject|block|oppose|defeat|delay|postpone|abstain|vote)",
    ),
    # "Nine members heeded the warning and voted against"
    ("and-voted-for", YES, False, rf"N {NOUNS}[^.;:NM]{{0,90}}? and {HOW}voted {FOR}"),
    ("and-voted-against", NO, False, rf"N {NOUNS}[^.;:NM]{{0,90}}? and {HOW}voted {AGAINST}"),
    ("and-abstained", ABSTAIN, False, rf"N {NOUNS}[^.;:NM]{{0,90}}? and {HOW}abstained"),
)
# Rules that end at a number (group n).
BEFORE_NUMBER = (
    (
        "yes-label",
        YES,
        False,
        r"\b(?:in favou?r|for|yes|yeas?|ayes?|votes for|affirmative)[\"']? ?(?:votes? ?)?(?::|=|-{1,2}|\() ?(?P<n>N)",
    ),
    (
        "no-label",
        NO,
        False,
        r"\b(?:against|no|nays?|noes|opposed|votes against|negative)[\"']? ?(?:votes? ?)?(?::|=|-{1,2}|\() ?(?P<n>N)",
    ),
    (
        "abstain-label",
        ABSTAIN,
        False,
        (
            r"\b(?:abstentions?|abstain(?:ed|ing)?)[\"']? ?(?:votes? ?|from |by |were |numbered |totall?ed )?(?::|=|"
            r"-{1,2}|\()? ?(?P<n>N)"
        ),
    ),
    (
        "absent-label",
        ABSENT,
        False,
        r"\b(?:absent|not voting|non-voting|did not vote|no vote)[\"']? ?(?::|=|-{1,2}|\() ?(?P<n>N)",
    ),
    # "India was one of 32 countries to abstain"
    *(
        (name, role, False, rf"\b(?:N of|among|were|was|are) (?:the )?(?:only |just )?(?P<n>N) {NOUNS} to (?:{verb})")
        for name, role, verb in (
            ("to-vote-for", YES, rf"vote {FOR}|support"),
            ("to-vote-against", NO, rf"vote {AGAINST}|oppose|reject"),
            ("to-abstain", ABSTAIN, r"abstain"),
        )
    ),
    # "Against it were 25"
    *(
        (
            "inverted",
            role,
            False,
            rf"\b{words}(?: of)?(?: {TEXT})? (?:were|was|stood|voted|came) (?:only |just )?(?P<n>N)",
        )
        for role, words in ((YES, r"(?:in favou?r|for)"), (NO, "against"), (ABSTAIN, "abstaining"))
    ),
    # A line or a sentence that is a label and its number: "Against 5."
    *(
        ("label-alone", role, False, rf"^[\"'(-]*(?:votes? )?(?:{label})[\"']? ?[:=-]* ?(?P<n>N)(?: votes?)?[.,;)]*$")
        for role, label in (
            (YES, r"in favou?r|for|yes|yeas?|ayes?"),
            (NO, r"against|no|nays?|noes|opposed"),
            (ABSTAIN, r"abstentions?|abstain(?:ed|ing)"),
            (ABSENT, r"absent|not voting|non-voting|did not vote"),
        )
    ),
    (
        "adopted-by",
        YES,
        False,
        r"(?:adopted|approved|passed|carried|accepted|cleared|agreed|backed)(?: [a-z\",-]+){0,8}? (?:by|with) "
        r"(?:the votes "
        r"of |an? (?:\w+ )?(?:majority|vote|total) of )?"
        rf"(?P<n>N)(?: votes?\b|(?: {NOUNS})? voting in favou?r|,? and N abst|(?<=vote of N)(?=,? with N))"
        r"(?! (?:to|against))",
    ),
    (
        "received",
        YES,
        False,
        r"(?:received|got|gained|garnered|secured|drew|won|obtained|earned|collected|attracted|mustered|gathered|"
        r"scored|with) (?:only |just )?"
        r"(?:the )?(?:minimum |required |necessary )?(?:(?:support|backing|votes|approval|endorsement) (?:of|from) "
        r")?(?:the )?(?:other |remaining |all "
        r")?(?P<n>N)"
        r"(?: votes?\b(?! (?:against|to\b))| positive| affirmative)",
    ),
    # "last December the number stood at 158, with nine opposed"
    (
        "stood-at",
        YES,
        True,
        r"\b(?:number|figure|total|count|majority|support)(?: in favou?r)?(?: of [^.;:,N]{2,30}?)? "
        r"(?:stood at|(?:had )?(?:rose|risen|grown|grew|climbed|fell|fallen|dropped|slipped|rebounded) to|reached|"
        r"came to) (?:only |just )?(?P<n>N)(?! (?:percent|per))",
    ),
    (
        "backed-by",
        YES,
        True,
        r"(?:(?:supported|backed|endorsed|approved|favou?red|adopted|passed) by|(?:support|backing|approval|nod|"
        r"endorsement|votes|favou?r) (?:of|from)) "
        r"(?:only |just |merely |barely )?(?:a (?:\S+ )?(?:majority|total) of )?(?:the )?(?:other |remaining |"
        r"all )*(?P<n>N)",
    ),
    (
        "opposed-by",
        NO,
        True,
        (
            r"(?:(?:opposed|rejected|defeated|voted down|turned down) by|opposition (?:of|from)|against) "
            r"(?:only |just |by )?(?:the )?(?:other |remaining )?(?P<n>N)(?! (?:votes? "
            r")?(?:in favou?r|for)\b)"
        ),
    ),
)
# "143-5-35", "93 to 24", "165 votes to 7".
PAIR = (
    rf"(?<![\w-])(?P<a>N)(?: votes?| {NOUNS}(?= against))?(?: ?-{{1,2}} ?| (?:votes? )?to (?:just |only )?| against "
    r")(?P<b>N)"
    r"(?:(?: ?-{1,2} ?| to )(?P<c>N)(?:(?: ?-{1,2} ?| to )(?P<d>N))?)?"
    r"(?![\w-]| (?:of|percent|years?|people|weeks?|months?|days?|hours?)\b)"
)
