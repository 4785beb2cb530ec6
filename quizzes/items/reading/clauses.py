"""Parts of a clause that says how members voted, as patterns over a shape: who, what stands beside, up to a list."""

from quizzes.items.reading.acts import FINITE
from quizzes.items.reading.lexicon import NOUNS
from quizzes.items.reading.votes import ABSENT, ABSTAIN, BETWEEN, HOW, NO, TEXT, YES

# A capital acts for its member, but not where it is a place: "in Moscow".
GOVERNMENT = r"(?<!\bin )(?<!from )(?<!\bat )(?<!near )(?<!\bto )(?<!\bof )(?<!outside )C"
WHO = rf"(?P<m>M|{GOVERNMENT})"
COUNTED = {role: rf"N{BETWEEN} (?:(?:voted|voting) )?{HOW}(?:{verb})" for role, verb in FINITE.items()}

# Between a member and its verb: "which had earlier ...", "both NATO members,".
AUX = (
    r"(?:,? (?:which|who|that))?(?:,? (?:have|has|had|were|was|also|both|all|each|alone|itself|instead|again|then|on "
    r"D|D|\([^)MN]{1,30}\)|this time|themselves|at the B|in the B|joined by M|finally),?)*"
)
NO_OBJECT = r"(?<!with )(?<!from )(?<!\bof )(?<!by )(?<!against )(?<!\bin )(?<!\bon )(?<!unlike )(?<!like )(?<!\bto )"
SUBJECT = rf"{NO_OBJECT}{WHO}"
APPOSED = (
    r"(?:, (?:which|who|whose|an?|the|both|all|one of|long|also|its|currently|two|three|themselves|represented|where|"
    r"whose|home to)\b"
    r"[^,;:]{0,110},| -{1,2} [^;:-]{2,90} -{1,2}|, (?:unlike|"
    r"in contrast to) (?:[a-z]+ ){0,2}[MC],"
    r"|, (?:like|along with|together with|as well as|just like|side by side with|alongside|joined by|flanked by|"
    r"followed by|in step with) (?:[a-z]+ ){0,2}(?:(?P<m6>M)|C),)?"
)
# "India, Cyprus and the whole of the African group"
AND_SOME = (
    r"(?:,? (?:and|as well as) (?:the|all|most|many|some|several|a number|a handful|its|their|other|nearly|almost) "
    r"[a-zABN' -]{3,60}(?: (?:other than|except) M)?)?"
)
# "Fiji and 24 other members - including Peru and Chad - voted"
WITH_OTHERS = (
    r"(?: -{1,2} (?:including|among them|like) (?P<m3>M) -{1,2}|, (?:including|among them|like|along with|"
    r"together with) "
    r"(?P<m4>M),| \((?:including|among them) (?P<m5>M)\))?"
)
ENVOY = (
    r"(?:delegation|delegate|representative|ambassador|envoy|diplomat|government)s?"
    r"(?: (?:to|at) the (?:B|un|united nations))?(?:, [^,;:]{2,40},)?"
)
# Up to the list that follows "voted against": its object and a date, no further verb.
OBJECT = (
    rf"(?: {TEXT}(?: on D| D| in the B)?| it| on D| D| and(?: on)? D| the vote"
    rf"| from (?:the |this )?(?:(?:D's |\w+ )?vote|voting)(?: on {TEXT})?| voting| voted| in the (?:vote|B)| this "
    r"time)*"
)
# "against a draft by M": who wrote it, not who voted so.
_NO_AUTHOR = "".join(f"(?<!{text} )" for text in ("draft", "resolution", "text", "motion", "measure", "proposal"))
OPEN = (
    r"(?:(?:,| ?-{1,2}| ?\()? ?(?:including(?: those (?:of|from|by))?|among them|among which|namely|such as|"
    r"notably|like|led by)"
    rf"|,? (?:were|was|are|is|came from|includes?|included|being|was cast by|{_NO_AUTHOR}by)(?: the)?(?: following)?"
    r"(?: (?:countries|states|ones))?(?: those of)?| ?[:(]|, among (?:them|which) [a-zN' ]{2,40}: ?|"
    r" ?-{1,2}(?! ?N)|:? -)"
)
LEAD = r"(?: ?(?::|-) )? ?(?:only |just |and |- )?"
# "in favour, with M opposed": the list has a verb of its own.
NOT_OTHERWISE = (
    r"(?!,? (?:which |who |all |both )?(?:vot(?:ed|ing)|abstain|opposed|opposing|against|did not|absent|in favou?r|"
    r"joined))"
)
LIST_OF = rf"{OBJECT}{OPEN}{LEAD}"
ASIDE = (
    r"(?:,? ?[(-]{0,2} ?(?:including|among them|among which|such as|like|led by|notably|mostly|namely)? ?)"
    r"(?P<m>M)[^,;()N]{0,30}(?:\)|,| -{1,2})?(?: (?:have|has|were|was|also))*"
)
# "M2 joined M in", "only four partners - M2 - stood with M in", "those who sided with M in"
JOINING = (
    r"(?:joined|joining|join(?= M in )|(?:sided|siding|stood|standing|lined up) with|voted (?:along "
    r")?with|followed|following)"
)
JOIN = (
    rf"(?:N(?: (?:other|more))?(?: [a-zB'-]+){{0,4}}?(?:,? ?[(-]{{0,2}} ?(?P<m4>M)(?:\)|,| -{{1,2}})?)?|(?P<m2>M)|"
    rf"(?:those|the (?:only|other|others))(?: {NOUNS})?|\bit|\bthey)(?: have| had| to| who| that| which)* "
    rf"{JOINING} (?P<m>[MC])(?:,? (?:on )?D,?)?(?: in)? "
)
TEXTS = r"(?:resolution|text|draft|measure|motion|proposal|it)"


VOTERS = {
    YES: r"(?:yes(?:es)?|ayes?|yeas?|supporters|backers)\b",
    NO: r"(?:noes|nos?|nays?|dissenters|opponents)\b",
    ABSTAIN: r"(?:abstentions|abstainers|abstaining)\b",
    ABSENT: r"(?:absentees|absent)\b",
}
