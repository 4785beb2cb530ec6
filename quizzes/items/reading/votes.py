"""The words for voting, as patterns over a sentence's shape (see marks)."""

import re

from quizzes.items.reading.lexicon import NOUNS

YES, NO, ABSTAIN, ABSENT = "yes", "no", "abstain", "absent"
ROLES = (YES, NO, ABSTAIN, ABSENT)

_SAID = r"[\"']?"
HOW = (
    r"(?:(?:overwhelmingly|firmly|also|instead|formally|openly|actually|then|explicitly|reportedly|all|both|each|alone|"
    r"itself|again|however|only|later|in turn|as expected,|nevertheless|nonetheless|still|too|eventually|in the end|"
    r"once more|once again|ended up|went on to|on D|D|in new york|in geneva|in vienna|"
    r"(?!(?:probab|possib|near|like|hard|presumab|supposed|"
    r"usual|earl|famil)"
    r"ly )[a-z]+ly) )*"
)
CAST = (
    r"(?:voted|voting|votes?|gave|raised (?:their|its|his|her) hands?|cast(?:ing)? (?:their |its |a |the "
    r")?(?:\w+ )?(?:votes?|ballots?)|came out|sided|said)"
)
FOR = (
    r"(?:[\"']?in (?:its |their |the text's )?favou?r[\"']?|in support\b(?! of (?!it\b|the))|\"for\"|for\b(?! (?:the |"
    r"a |an )?(?:presiden|candidat|secession|independen|him\b|her\b|"
    r"example|now|years|first))"
    rf"|{_SAID}(?:yes|aye){_SAID}(?![\w])|affirmatively)"
)
AGAINST = (
    rf"(?:{_SAID}against{_SAID}(?! (?:N\b|[MC](?!')|women|children|humanity|them\b|him\b|terror|civilians))"
    rf"|{_SAID}no{_SAID}(?![\w-])|negatively|in opposition)"
)
ABSTAINING = (
    r"(?:(?:formal(?:ly)? )?(?:abstained|abstaining|abstains?|abstentions?|abstainers?|abstention votes)\b"
    r"|stood aside|(?:was|were|been) (?:forced|obliged|compelled) to abstain|(?:chose|opted|decided|preferred|choosing|"
    r"opting|elected|choose|opt) to abstain|withheld (?:their |its )?votes?"
    r"|(?:chose|opted for|preferred|choosing|opting for|preferring) (?:an )?abstention|(?:stayed|remained) neutral"
    r"|s[ai]t(?:ting)? on (?:the fence|(?:their|its) hands)"
    r"|(?:(?:chose|opted|preferred|decided) to sit|sat) (?:this|it|that)(?: N| one| vote)? out\b)"
    r"(?! from (?!vot|the vot|the D|D's|the \w+ vot|cast|the ballot|the resol|this vot|that vot|a vot|supporting|"
    r"taking|both|(?:a|an|the|this|that|its) (?:[\w-]+ ){0,3}?(?:resol|text|draft|motion|measure|proposal)|it\b))"
)
NOT_VOTING = (
    r"(?:(?:did not|didn't|were not|was not|weren't|wasn't) (?:vote\b(?! (?:in favou?r|for|against))|"
    r"take part\b(?! in (?!th(?:e|is|at) (?:\w+ )?(?:vot|ballot|session|roll)|voting|it\b))|"
    r"participat\w+|present|"
    r"in the (?:assembly )?(?:hall|room|chamber)|cast (?:a |their |its |any )?(?:votes?|ballots?)|attend|"
    r"register (?:a |any |their "
    r")?votes?|"
    r"press a button|show up|turn up|voting)|(?:were |was |been |being |or )?absent\b(?! or (?:abst|vot|did))|"
    r"not voting|not present|not "
    r"participating|"
    r"non-voting|failed to (?:vote|turn up|show up|take part)|(?:stayed|remained|kept) away(?! from (?!(?:the |"
    r"this )?(?:vote|ballot|voting|session)))|skipped (?:the )?(?:vote|"
    r"session)|"
    r"not taking part|(?:could not|couldn't|(?:was|were) (?:unable|not able) to) (?:vote|take part)"
    r"|missed the vote|no-shows?|took "
    r"no part|taking no part|(?:declin(?:ed|ing)|refus(?:ed|ing)|chose not) to (?:take "
    r"part|vote|participate)|boycotted the (?:vote|voting|session))"
)
TEXT = (
    r"(?:it\b|(?:the|this|that|a|both|these|D's|its) (?:\S+ ){0,3}?(?:resolutions?|text|draft|measure|motion|"
    r"proposal|project|move|"
    r"document|"
    r"amendment|decision|initiative|texts|renewal|bid|request|ban|treaty|plan|declaration|suspension|expulsion|upgrade|"
    r"appeal|call|opening|moratorium|repeal|lifting|membership|admission|inquiry|mandate))"
)
SUPPORT = r"(?:supported|supporting|backed|backing|endorsed|endorsing|approved|approving|favou?red|favou?ring)"
OPPOSE = r"(?:opposed|opposing|rejected|rejecting|dissented|dissenting)"
# A named member's vote: past, or the present of a headline, so that no plan, wish or threat is read as a vote.
_ENDED = rf"(?=[.,;)]| -|$| (?:and|while|for the|again|this|on D|too|as|in)\b| (?:to )?{TEXT})"
_STOOD = r"(?:was|were|stood|came out|came down|spoke and voted) (?:(?:all|also|both|firmly|squarely|alone) )?"
_VOTED = r"(?:voted|votes|voting|cast (?:its |their |a )?votes?|raised (?:(?:its|their) hands?|a hand))"
VERBS = {
    YES: rf"{HOW}(?:{_VOTED} {HOW}{FOR}|said \"?(?:yes|aye)\"?{_ENDED}"
    rf"|(?:voted|sided|raised (?:its|their) hands?) with the majority"
    rf"|{_STOOD}(?:in favou?r\b(?! of (?!{TEXT}))|for{_ENDED}|on the (?:winning side|side of the majority))"
    rf"|(?:backed|supported|endorsed|favou?red) {TEXT})",
    NO: rf"{HOW}(?:{_VOTED} {HOW}{AGAINST}|said \"?(?:no|nay)\"?{_ENDED}|{_STOOD}(?:against|opposed){_ENDED}"
    rf"|opposed {TEXT})",
    ABSTAIN: rf"{HOW}(?:remained )?(?!abstain\b|abstention|formal abstention){ABSTAINING}",
    ABSENT: NOT_VOTING,
}
# What may stand between a number and its role: "N (out) of the B's N members (M) who also".
_OF = (
    r"(?:,? (?:out )?of (?:(?:the|its|all|those|these|a total of) )?(?:(?:B's|un's|world's|nations') )?(?:N(?:-\w+)? "
    r")?(?:current )?)?"
)
_WHO = (
    rf"(?:{_OF} ?{NOUNS}(?: (?:of|on|in) (?:the )?(?:N-[a-z]+ )?(?:B|un|united nations|world body)(?:, which "
    rf"[^,;:N]{{0,60}},)?)?"
    r"(?: out of (?:the )?N)?)?"
)
_ASIDE = (
    r"(?: ?\((?:out )?of (?:the )?N(?: \w+)?\))?(?:,? ?[(-]{0,2} ?(?:including|among them|among which|such as|like|"
    r"led by|notably|mostly|namely|:)? ?(?:(?<=including )(?:[a-z]+ ){1,3}?(?:such as |like )?)?(?:M|"
    r"(?<=, )[^,;:NM]{2,40}(?= among them))"
    r"(?: (?:and others|among them|included))?(?:\)|,| -{1,2})?)?"
)
_AUX = (
    r"(?: (?:of them|that|which|who|have|has|had|were|was|are|being|more|eventually|then|there|simply|either|"
    r"from the B|formally))*"
)
_VOTES = r"(?: (?:votes?|voices|ballots))?(?: (?:were |was )?cast)?"
# "eleven, for the most part from Africa, abstained"
_APPOSED = (
    r"(?:, (?:(?!vot|abst|against|oppos|favou?r|absent|back|support)[^,.;:N]){2,90},"
    r"|, (?:over |more than |nearly |about |almost |roughly )?(?:an? |one )?(?:third|quarter|fifth|half)[^,.;:]{2,50},)"
)
# "three more members of the 47-nation council declined"
OF_BODY = r"(?: (?:of|on|in) the (?:N-[a-z]+ )?B)?"
BETWEEN = (
    rf"{_WHO}(?: (?:more|others))?(?:{_ASIDE}|{_APPOSED})(?: (?:the|an?|its) [^,.;:NM]{{2,50}},)?{_AUX}{_VOTES}"
    r"(?: (?:were|was)(?= ))?(?: -{1,2}(?= ))?"
)

VOTE_TALK = (
    r"\b(?:vot(?:e|ed|es|ing)|ballot|adopted|approved|passed|reject(?:ed|s|ing)|abst\w+|tally|result|margin|carried|"
    r"defeated|did so by|written into)\b"
)
# A sentence without a role's cue tells no vote of that role: most rules need not be tried.
CUES = (
    (
        YES,
        re.compile(
            r"vot|favou?r|\byes|\bayes?\b|support|back|endors|approv|affirm|majority|winning|(?:were|was|stood|"
            r"hands?) [^.]{0,20}for\b|^\W*for\b"
        ),
    ),
    (
        NO,
        re.compile(
            r"against|oppos|oppon|\bno\b|\bn(?:ay|oe)s|reject|dissent|negativ|objector|naysayer|N votes? to N|N to N"
        ),
    ),
    (
        ABSTAIN,
        re.compile(r"abst|fence|withh|s[ai]t (?:it|this|that)|s[ai]t on|sitting on|stood aside|sides?\b|neutral"),
    ),
    (ABSENT, re.compile(rf"absen|not taking part|{NOT_VOTING}")),
)
# A sentence without any of these tells no vote; looking here first keeps most sentences of a text cheap.
SPEAKS_OF_VOTES = re.compile(
    r"vot|abst|against|favou?r|oppos|absent|ballot|back|support|adopt|approv|pass|reject|\byes\b|\bno\b|\bfor\b|"
    r"particip|result|carried|hands|s[ai]t (?:it|this|that)|aside|behind|neutral|sides?\b|did so by|written "
    r"into|\bnod\b|oppon|objector|naysayer|"
    r"turn|room|chamber|hall|fence|majority|take part|took part|endors|defeat|tally|show|away|"
    r"present|dissent|joined|ayes|nays"
)
