"""The ways in which a text introduces a person: with an office, in an apposition, as who says something."""

import re

from quizzes.items.reading.saying import SAID

_HEAD = (
    r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Mm]inister|[Ss]ecretary[- ][Gg]eneral|"
    r"[Ss]ecretary|[Aa]mbassador|"
    r"[Ee]nvoy|[Rr]epresentative|[Ss]pokes(?:man|woman|person)|[Cc]hief|[Hh]ead|[Dd]irector-[Gg]eneral|[Dd]irector|[Cc]ommissioner|"
    r"[Cc]hair(?:man|woman|person)?|"
    r"[Ll]eader|[Kk]ing|[Qq]ueen|[Pp]ope|[Ss]enator|[Cc]ongress(?:man|woman)|[Dd]iplomat|[Dd]elegate|[Aa]dvis[eo]r|"
    r"[Cc]oordinator|"
    r"[Rr]apporteur|[Gg]overnor|[Ss]peaker|[Aa]nalyst|[Pp]rofessor|[Cc]ouncil?lor|[Cc]rown [Pp]rince|[Gg]eneral "
    r"[Ss]ecretary|[Cc]hargé d['’]affaires|"
    r"[Cc]ounterpart|[Oo]bserver|[Cc]ampaigner|[Aa]ctivist|[Ll]awyer|[Hh]istorian|[Ll]ecturer|[Cc]hargé|"
    r"[Pp]resident-elect|"
    r"[Rr]esearcher|[Ee]xpert|[Ff]ellow|[Ff]ounder|[Dd]eputy|[Cc]ommander|[Gg]eneral|[Jj]udge|[Pp]rosecutor|"
    r"[Ll]awmaker|MP|MEP|CEO)"
)
TITLE = re.compile(_HEAD)
_LOWER = (
    r"(?:deputy|former|acting|foreign|prime|permanent|defen[cs]e|vice|press|special|senior|top|interim|state|"
    r"department|the|then|"
    r"outgoing|newly|elected|chief|main|national|security|his|her|its|their|political|director|executive|high|under|"
    r"assistant|new|"
    r"right-hand|human|rights|envoy|longtime|opposition|government|ministry|council|assembly|military|affairs|policy|"
    r"trade|finance)"
)
_CAPITAL = r"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Uu]l|[Bb]in|ad|as|ash|az|d)[-’'])?[A-ZÀ-ÖØ-Þ][\w.'’&-]*"
_PARTICLE = r"(?:de|da|di|von|van|der|den|bin|al|el|ben|ibn|la|le|du|dos|del|zu|of)"
_RUN = rf"{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL})*"
_OF = (
    rf"(?: (?:of|for|to|at|on|in) (?:the )?{_CAPITAL}(?: (?:and (?!(?:[A-Z]\S+ ){{0,3}}{_HEAD})|of |for |the |to the "
    rf"|to )?{_CAPITAL})*)*"
)
_PART = (
    r"(?: (?:delegation|mission|office|ministry|department|government|parliament|section|division|programme|"
    r"program|team))?"
)
_OF_BODY = (
    r"(?: (?:to|at|of|on|in) the (?:council|assembly|world body|board|committee|conference|talks|body|organi[sz]ation|"
    r"delegation|mission|country))?"
)
TITLED = re.compile(
    rf"(?<![\w’'-])(?P<role>(?:(?:{_CAPITAL}|{_LOWER}|[a-z]+-[a-z]+) "
    rf"){{0,7}}(?:{_CAPITAL}-)?{_HEAD})(?P<of>{_OF}{_PART}{_OF_BODY})(?P<comma>,? "
    rf")(?=(?P<run>{_RUN}))"
)
APPOSED = re.compile(
    rf"(?P<name>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,3}}), (?P<role>(?:(?:[\w.'’-]+) ){{0,9}}?{_HEAD}(?: "
    rf"(?:of|for|to|at|on|in) (?:U\.N\.|[^,;.]){{2,120}})?)(?=,|\.|;| (?:said|told|who|has|was|is|added|called|warned))"
)
SPOKEN = re.compile(
    rf"\b(?:(?:{SAID}|according to) (?P<after>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,3}})"
    rf"|(?P<before>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,4}})"
    rf"(?:, [^,;.:“”\"]{{2,140}},| of (?:the )?[^,;.:“”\"]{{2,40}}?|,)? (?:also |then |later )?"
    rf"{SAID}\b)"
)
# "Britain's Jane Roe"
OF_COUNTRY = re.compile(rf"['’]s? (?P<name>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,2}})\b")
# "Setsuko Thurlow was 13 when", "Ana Lopez, a lawyer from Quito, has", "For Kenya, Martin Kimani spoke of"
AS_SUBJECT = re.compile(
    rf"^(?:For (?:the )?[A-Z][\w ]{{2,40}}, )?(?P<name>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,2}})"
    r"(?=,? (?:who|whose|was|is|has|had|were|spoke|took|led|did|does|could|would|will|now|[a-z]+ed|[a-z]+s)\b"
    r"|, (?:\d\d,|an? |the |aged? |speaking |representing |writing |[A-Z][\w’']+ ))"
)
# "one of the activists, Shirin Vaziri, outside": an apposition to somebody
AFTER_NOUN = re.compile(
    rf"\b(?:activists?|lawyers?|students?|teachers?|farmers?|doctors?|friends?|counsel(?:l)?ors?|negotiators?|attach[eé]s?|"
    rf"diplomats?|delegates?|envoys?|analysts?|researchers?|residents?|scholars?|professors?|founders?|members?|"
    rf"officials?),? "
    rf"(?P<name>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{0,2}})(?=[,.:;]| (?:said|told|who|from)\b)"
)
# "Aigerim Seitkali, who runs a shelter", "Chaim Herzog of Israel"
WHO_CLAUSE = re.compile(rf"\b(?P<name>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,2}})(?=, (?:who|whose)\b)")
FROM_COUNTRY = re.compile(rf"\b(?P<name>{_CAPITAL} {_CAPITAL}(?: {_CAPITAL})?) of (?:the )?(?P<home>[A-Z]\w+)")
# "Mr Okafor", "Sir David Hannay", "King Mohammed VI"
MISTER = re.compile(
    rf"\b(?:Mrs?|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof)\.? (?P<name>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{0,2}})"
)
SURNAME_ALONE = re.compile(
    r"(?<![.\w] )(?:(?<=^)|(?<=[\s“\"(,]))(?P<name>[A-ZÀ-Þ][a-zà-þ][\w'’-]*)(?:, for [A-Z][^,;.:“”\"]{2,40},)? "
    r"(?:said|added|told|stated|stressed|warned|noted|wrote|argued|insisted|asked|replied)\b"
    r"|\b(?:said|added|stated|stressed|warned|noted) (?P<name2>[A-ZÀ-Þ][a-zà-þ][\w'’-]+)\b(?= ?[.,\n]|$)"
)
