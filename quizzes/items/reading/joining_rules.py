"""Wordings of members who joined, stood with or moved to one side of a vote, by role and name."""

from quizzes.items.reading.clauses import VOTERS
from quizzes.items.reading.lexicon import NOUNS
from quizzes.items.reading.votes import ABSTAIN, AGAINST, FOR, NO, YES

JOINING: tuple[tuple[str, str, str], ...] = (
    # "Fiji was among those voting no, joined by Peru", "They voted in favour, joined by several others including Peru"
    *(
        (
            role,
            "joined-by",
            rf"(?:{words}),? joined by (?:[^.;:MN]{{2,50}} including )?(?P<m>M)",
        )
        for role, words in (
            (YES, rf"(?:voted|voting) (?:as a bloc )?(?:{FOR})"),
            (NO, rf"(?:voted|voting) (?:as a bloc )?(?:{AGAINST})"),
            (ABSTAIN, "abstained|abstaining"),
        )
    ),
    # "Fiji and Peru were among those joining Serbia in voting no"
    *(
        (
            role,
            "among-those-joining",
            rf"(?P<m>M) (?:was|were) among those (?:who joined|joining) (?P<m2>M) in voting {how}",
        )
        for role, how in ((YES, FOR), (NO, AGAINST))
    ),
    # "Fiji and Peru moved into the yes column"
    *(
        (
            role,
            "moved-into",
            rf"(?P<m>M) (?:also |have |has )?(?:moved|switched|shifted) (?:in)?to the [\"']?{name}[\"']? column",
        )
        for role, name in ((YES, "yes"), (NO, "no"))
    ),
    # "Austria and Peru joined the 14 opponents"
    *(
        (role, "joined-the", rf"(?P<m>M) (?:had |also |later )?joined (?:the )?(?:N |other )*{VOTERS[role]}")
        for role in (YES, NO, ABSTAIN)
    ),
    # "Eleven nations stood with Britain in the "No" lobby: Fiji, Malawi and Oman"
    *(
        (
            role,
            "stood-in-the",
            rf"N (?:other )?{NOUNS} (?:stood|voted|sided) with (?P<m>[MC]) in the [\"']?{name}[\"']? "
            r"(?:lobby|camp|column)(?:,|:| -{1,2}) ?(?P<m2>M)",
        )
        for role, name in ((YES, "yes"), (NO, "no"))
    ),
    # "It was backed by only four members - China, Egypt and Venezuela besides Russia itself"
    (
        YES,
        "backed-by-few",
        rf"(?:supported|backed|endorsed) by (?:only |just )?N {NOUNS}(?:,|:| -{{1,2}}) (?P<m>M)(?: besides (?P<m2>M))?",
    ),
    # "Austria and Peru were the others in the 'no' column"
    *(
        (
            role,
            "in-the-column",
            rf"(?P<m>M) (?:was|were|are|is) (?:(?:the )?others?|also|all|both|among those)? ?in the [\"']?{name}[\"']? "
            r"(?:column|camp|lobby|group)",
        )
        for role, name in ((YES, "yes"), (NO, "no"))
    ),
    # "Moscow's "no" was enough to sink it"
    (NO, "its-no", r"(?P<m>[MC])'s? [\"']?no[\"']?(?: vote)? (?:was|proved|sufficed|meant|sank|killed|blocked|came)\b"),
    # "India, too, chose not to take a side"
    (
        ABSTAIN,
        "took-no-side",
        r"(?P<m>M),?(?: too,| also| both)? (?:chose not|declined|refused|preferred not) to take (?:a |any )?sides?\b",
    ),
)
