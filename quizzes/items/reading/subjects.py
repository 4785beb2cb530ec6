"""What a vote was about, in words that go on after "voted": "to suspend Russia ...", "on a resolution ..."."""

import re
from collections.abc import Collection, Sequence

from quizzes.items.reading.marks import Marked

VERB = (
    r"(?:adopt|approve|condemn|demand|call|urge|suspend|declare|reject|recogni[sz]e|affirm|reaffirm|denounce|deplore|"
    r"support|back|end|lift|create|establish|extend|impose|admit|grant|upgrade|expel|remove|ask|request|press|rebuke|"
    r"reprimand|censure|oppose|block|ban|renew|authori[sz]e|send|hold|open|set up|mandate|hand|give|seek|proclaim|"
    r"designate|strip|investigate|elect|appoint|welcome|express|isolate|pressure|blame|acknowledge|protect|stop|halt|"
    r"convene|convoke|discuss|debate|strengthen|tighten|increase|reduce|allow|cut|make|restore|deploy|monitor|punish|sanction|start|begin|launch)"
)
_ING = (
    r"(?:condemning|demanding|calling (?:for|on|upon)|urging|declaring|rejecting|recogni[sz]ing|affirming|reaffirming|"
    r"denouncing|deploring|supporting|blaming|seeking|asking|requesting|establishing|creating|ending|lifting|extending|"
    r"imposing|suspending|welcoming|expressing|backing|critici[sz]ing|insisting|aimed at|proposing|granting|upgrading|"
    r"setting up|authori[sz]ing|opposing|banning|designating|telling|renewing|requiring|stating|warning|proclaiming|"
    r"describing|recommending|admitting|marking|reiterating|strengthening|tightening|allowing|aiming)"
)
_MAKES = (
    r"(?:condemn(?:s|ed)|demand(?:s|ed)|call(?:s|ed)|urge[sd]|declare[sd]|reject(?:s|ed)|deplore[sd]|affirm(?:s|ed)|"
    r"ask(?:s|ed)|seeks?|sought|request(?:s|ed)|would (?:have )?\w+|recogni[sz]e[sd]|denounce[sd]|support(?:s|ed)|"
    r"oppose[sd]|suspend(?:s|ed)|tied|aim(?:s|ed)|renew(?:s|ed))"
)
_TEXT = r"(?:draft resolution|resolution|draft|text|motion|measure|proposal|document|amendment|decision|bid)"
_DAY = r"(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
_WHEN = rf"(?: yesterday| today| last night| overnight|{_DAY}| \w+ly)"
# "called, for the third year running, for ..."
_AGAIN = rf"(?: (?:once )?(?:again|more))?{_DAY}"
_TIMES = r"(?:, for the [\w -]{3,30},)?"
# Who wrote it stands between a text and what it says.
_BY = (
    r"(?:,? (?:jointly )?(?:proposed|tabled|drafted|submitted|put forward|sponsored|brought|introduced|"
    r"presented|prepared|offered|"
    r"written|led|backed)(?: jointly)? by (?:the )?[A-Z][^,;.]{2,60}?)?"
)
_A_TEXT = (
    rf"(?P<text>\b(?:an?|the|its|another|\w+day['’]s)(?P<kind>(?: (?!an?\b|the\b|that\b|which\b|who\b|by\b|"
    rf"to\b)[\w().’'-]+){{0,6}}?) (?P<noun>{_TEXT})"
    rf"(?: (?:of|in|at|before) the (?:UN |U\.N\. |United Nations )?[A-Z]\w+ [A-Z]\w+(?: Council)?)?{_DAY}{_BY},? "
    rf"(?P<rest>(?:(?:that|which) {_MAKES}|{_ING}|on(?! \d| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|about|over|"
    rf"against|to {VERB}|to (?:the|a|that|its) (?:[\w-]+ )?{_TEXT}|entitled|"
    rf"titled) .+|[“\"‘][A-Z][^”\"\n]{{8,110}}[”\"’]))"
)
# "vetoed a U.S.-led push to impose sanctions", "blocked a demand for a ceasefire"
_A_PUSH = (
    r"(?P<text>\b(?:an?|the|its)(?P<kind>(?: (?!an?\b|the\b|that\b|which\b|to\b)[\w().’'-]+){0,6}?) "
    rf"(?P<noun>bid|push|demand|call|attempt|effort) (?P<rest>(?:for (?!the [\w]+ time)|to {VERB} ).+))"
)
# What a body did, where no vote is spoken of in the same breath: "the Assembly condemned the coup".
_DID = {
    "condemned": "condemn",
    "demanded": "demand",
    "urged": "urge",
    "called": "call",
    "denounced": "denounce",
    "suspended": "suspend",
    "recognised": "recognise",
    "recognized": "recognize",
    "endorsed": "endorse",
    "expelled": "expel",
    "renewed": "renew",
    "extended": "extend",
    "imposed": "impose",
    "lifted": "lift",
    "asked": "ask",
    "rejected": "reject",
    "censured": "censure",
    "rebuked": "rebuke",
    "upgraded": "upgrade",
    "authorised": "authorise",
    "authorized": "authorize",
    "ordered": "order",
    "removed": "remove",
    "granted": "grant",
    "deplored": "deplore",
    "established": "establish",
    "created": "create",
    "reaffirmed": "reaffirm",
}
# These are said of texts too, which name themselves better ("a resolution on ...").
_PASSED = {"approved": "approve", "adopted": "adopt", "passed": "pass", "backed": "back"}
_WHO = r"(?:Assembly|Council|UN|Nations|Committee|board|body|countries|nations|states)"
_VOTED = r"\bvot(?:ed|es|e|ing)\b"
_ABOUT = (
    re.compile(
        rf"{_VOTED}[^.;]{{0,60}}?\b(?:to (?:adopt|approve|pass|back|endorse) |on |for |in favou?r of |by approving )?"
        rf"{_A_TEXT}",
        re.I,
    ),
    re.compile(
        rf"(?:{_VOTED}|\bdecided\b|\bagreed\b)[^.;]{{0,70}}?\b(?<!not )(?<!was )(?<!is )(?P<to>to {VERB}\b.+)", re.I
    ),
    re.compile(
        rf"{_VOTED}[^.;]{{0,60}}? in favou?r of (?P<on>(?!it\b|them\b|th(?:e|is|at) {_TEXT}|{_TEXT}|\d|(?:the "
        r")?adopti).+)",
        re.I,
    ),
    re.compile(
        rf"\b(?:adopt|approv|pass|reject|veto|back|support|endors|block|defeat)\w*\b[^.;]{{0,40}}?{_A_TEXT}", re.I
    ),
    re.compile(rf"\b(?:veto|block|reject|defeat|back|turn(?:ed)? down)\w*\b[^.;]{{0,40}}?{_A_PUSH}", re.I),
    re.compile(r"\bfail(?:ed|s) to (?:adopt|pass|approve|agree on|impose) (?P<on>.+)", re.I),
    re.compile(
        rf"\b{_WHO}(?: has| have)?{_WHEN}{{0,2}} (?P<did>{'|'.join(_DID)}){_DAY}{_TIMES}{_AGAIN} "
        rf"(?P<what>(?!(?:it|them)\b|(?:a|an|the|its|two|three) "
        rf"(?:\S+ ){{0,4}}?{_TEXT}s?\b).+)",
        re.I,
    ),
    re.compile(
        rf"\b{_WHO}(?: has| have)?{_WHEN}{{0,2}} (?P<passed>approved|adopted|passed|backed){_DAY} "
        rf"(?P<what2>(?:the|a|an) (?!(?:\S+ ){{0,6}}?{_TEXT}s?\b).+)",
        re.I,
    ),
    re.compile(_A_TEXT, re.I),
    re.compile(rf"{_VOTED}[^.;]{{0,40}}? against (?P<on>(?:holding|a debate|opening|setting) .+)", re.I),
    re.compile(
        rf"{_VOTED}(?:(?! to [a-z])[^.;]){{0,40}}?\bon (?P<on>(?:whether|(?:an?|the) (?:[\w’'-]+ "
        rf"){{0,3}}?(?:question|request|"
        rf"bid|application|"
        r"expulsion|suspension|admission|membership|status|embargo|treaty|plan|fate|future|mandate|ban)\b).+)",
        re.I,
    ),
)
# Where the subject ends: the clause after it tells something else.
_END = re.compile(
    r"\bfor (?:another|a further|one more|the next|a second|a third|the (?:first|second|third|\w+th) time)\b|"
    r"\b(?:on|in|by) an? (?:[\w-]+ ){0,2}(?:vote|ballot)\b|(?<!\d)\b\d{1,3} ?[-–] ?\d{1,3}\b(?!-)|"
    r",(?! [a-z]+ and [a-z]+ [a-z]|\d| \d{4}\b| (?:[A-Z]\w+,? )+and [A-Z])|;|:| [-–—]|\(|\.$|\.”|\.\"|"
    r"\b(?:and|against) (?:only |just )?\d|\bat (?:an?|its|the) (?:plenary|resumed|meeting|session|special)\b|"
    r"\bwith (?:only |just )?(?:\d|one\b|two\b|no\b|none\b|some\b|[a-z]+ votes?|[a-z]+ abst)|"
    r"\bby (?:a |an )?(?:vote|margin|recorded|overwhelming|large|wide|narrow|\d)|"
    r"\b(?:on|last|this|next) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|week|month|year)|\bfor (?:the|a) \d|"
    r"\b(?:over allegations|because|after|while|when|although|though|amid|as [A-Z]|but|despite|following|which|who|"
    r"as the (?:UN|U\.N|General|Security|Assembly|Council)|"
    r"whose|where|in response to|failed|fell|were|has been|had been|received|got|won|passed|"
    r"had (?:then |also |already )?[a-z]+ed|was (?:then |also |later |finally )?"
    r"(?:adopted|approved|passed|carried|accepted|"
    r"rejected|"
    r"defeated|vetoed|backed|supported|blocked))\b|"
    r"\band (?:to )?(?:demand|call|urg|insist|condemn|request|ask|reiterat|declar|express|seek|support|protect|cede)|"
    r"\b(?:has|have|had) (?:now |again |just )?(?:failed|passed|won|got|gone|fallen|survived)\b|"
    r"\bin (?:a|an) (?:[\w-]+ ){0,2}?(?:vote|move|rebuke|show|emergency|session|blow|demonstration|sign|display|bid)|"
    r"\b(?:on|in) (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*\b|"
    r"\b(?:received|garnered|drew|overwhelmingly|overnight|in New York)\b",
    re.S,
)
# A subject that is still too long is cut before one of these, so that what stays is whole.
_JOINT = re.compile(r" (?:in|at|amid|by|with|during|under|within|ahead of|as part of|as a) ")
_MOST = 21
# What is said of any text: "a widely backed council resolution" could be each of them.
_GENERIC = re.compile(
    r"\b(?:resolutions?|draft|text|motion|measure|proposal|document|amendment|decision|council|assembly|general|security|"
    r"united|nations|widely|backed|supported|new|similar|competing|rival|second|latest|(?:non-?)?binding|sweeping|landmark|"
    r"symbolic|annual|subject|topic|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|block|adopt|pass|"
    r"support|oppose|reject|approve|another|separate|matter|issue|question|same|amended|whole|final|joint|compromise|revised|earlier|"
    r"that|this|these|those|would|have|been|which|with|from|such|under|over|entitled|titled|called)\b",
    re.I,
)
# Who wrote a text does not say what it is about.
_AUTHOR = re.compile(
    r"\b(?:jointly )?(?:proposed|tabled|drafted|submitted|put forward|sponsored|brought|introduced|presented|prepared|"
    r"written) by .*$|\bon behalf of .*$|\b[A-Z][\w.]*-(?:drafted|led|backed|sponsored|proposed|written)\b",
    re.S,
)
_NAMES_SOMETHING = re.compile(
    r"(?!the\b|and\b|for\b|its\b)\b[^\W\d]{3,}.* (?!the\b|and\b|for\b|its\b)\w{3,}|(?<!^)\b[A-Z]\w{4,}"
)
_DANGLING = re.compile(
    r"(?: (?:and|or|of|to|the|a|an|in|on|for|by|with|from|at|its|their|into|as|through|during|over|"
    r"after|against|about|between|under|amid|since|until|before)| (?:that|which)(?: (?:had|has|"
    r"have|was|would|also|then|later)){0,3})+$",
    re.I,
)
# "an amendment calling on all countries": to do what, stood behind a comma.
_LEFT_OPEN = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:up)?on|(?:urg(?:es?|ed|ing)|ask(?:s|ed|ing)?|tell(?:s|ing)?) "
    r"(?=(?:the |all |both )*(?:[A-Z]|countries|states|members|parties|sides|governments)))(?:(?! to\b).)*$|\bopinion$"
)
# "a resolution in the Assembly that demanded": the body is named before.
_IN_A_BODY = re.compile(
    r" (?:in|at|before) the (?:UN |U\.N\. |United Nations )?(?:General Assembly|Security Council|Human Rights Council|"
    r"Assembly|Council)(?= (?:that|which|on|to|about|\w+ing)\b|$)"
)
# "a Multinational Security Support (MSS) mission"
_ACRONYM = re.compile(r" \([A-Z][A-Za-z-]{1,9}\)")
_ITS_DAY = re.compile(r" (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?\b")
_OF_A_BODY = re.compile(r"Assembly|Council|Nations|\bUN\b|U\.N\.|\(")
# "In another decision ...": a vote beside the one that the text is about.
BESIDE = re.compile(
    r"(?:\b(?:in|by|on) |^)(?:another|an? (?:separate|different|further)) "
    r"(?:decision|vote|resolution|text|motion|ballot|matter|case)\b",
    re.I,
)
# "That motion was defeated": on what was moved, not on the text that it was moved against.
_MOTION = re.compile(r"(?:that|the|this|his|her|its) motion\b")
_SPEAKS_OF_IT = re.compile(r"\b(?:vot|adopt|approv|pass|reject|veto|decid|agree|condemn|demand|fail)")


def subject_of(sentences: Sequence[Marked], index: int, others: Collection[int] = ()) -> str | None:
    """From the sentence of the vote, else from one of the two before it, unless that tells another vote (`others`)."""
    told = _subject_near(sentences, index, others, whole=True)
    return told or _subject_near(sentences, index, others, whole=False)


def _subject_near(sentences: Sequence[Marked], index: int, others: Collection[int], *, whole: bool) -> str | None:
    """`whole`: from a whole sentence, not from a headline, which leaves words out."""
    for back in range(3):
        if index < back or (back and (index - back in others or BESIDE.search(sentences[index].text))):
            break
        sentence = sentences[index - back]
        if back and sentence.sentence.paragraph < sentences[index].sentence.paragraph - 1:
            break
        if whole and not sentence.text.rstrip("”\"’'").endswith((".", "!", "?", ":", ";")):
            continue
        if back == 0 or _SPEAKS_OF_IT.search(sentence.shape):
            subject = subject_in(sentence.text)
            if subject and not (back and _MOTION.match(sentences[index].shape) and "motion" not in subject):
                return subject
    return None


# "the draft resolution (document A/C.3/73/L.36)"
_SYMBOL = re.compile(r" \((?:document |contained in )*[A-Z]+/[^)]{2,60}\)")


def subject_in(text: str) -> str | None:
    text = _SYMBOL.sub("", text)
    for pattern in _ABOUT:
        match = pattern.search(text)
        subject = _worded(match) if match else None
        if subject:
            return subject
    return None


_BY_ORIGIN = re.compile(
    rf"\b(?:an?|the)(?: [a-z]+)? (?!UN|U\.N|United|General|Security|Council|Assembly|\w+day\b)"
    rf"(?P<whose>(?:[A-Z][\w.]*-?)+(?:drafted|led|backed|sponsored|proposed)?) (?P<noun>{_TEXT})\b"
)


def subject_by_origin(text: str) -> str | None:
    """Where nothing else is told of a text than who wrote it: "on a Canadian amendment"."""
    match = _BY_ORIGIN.search(text)
    return f"on {_article(match['whose'])} {match['whose']} {match['noun']}" if match else None


def _article(word: str) -> str:
    return "an" if re.match(r"(?!Euro|one|uni)[aeioAEIO]", word) else "a"


def _worded(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups.get("text"):
        kind = "" if _OF_A_BODY.search(groups["kind"]) else _ITS_DAY.sub("", groups["kind"])
        rest = re.sub(r"^which\b", "that", groups["rest"])
        words = _cut(f"a{kind} {groups['noun']} {rest}")
        return f"on {re.sub(r'^a(?= (?!Euro|one|uni)[aeioAEIO])', 'an', words)}" if words else None
    if groups.get("did"):
        words = _cut(groups["what"], 2)
        told = f"to {_DID[groups['did'].lower()]} {words}"
        return told if words and not _LEFT_OPEN.search(told) else None
    if groups.get("passed"):
        words = _cut(groups["what2"], 3)
        return f"to {_PASSED[groups['passed'].lower()]} {words}" if words else None
    if groups.get("on"):
        words = _cut(re.sub(rf"^(?={_TEXT}\b)", "a ", groups["on"]))
        return f"on {words}" if words else None
    return _cut(groups["to"])


def _within_quotes(words: str, place: int) -> bool:
    before = words[:place]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _whole_title(words: str) -> str:
    """A title that was cut says so; other marks that have lost their partner are left out."""
    title = re.search(r"\b(?:entitled|titled) [“\"](?P<title>[^“”\"]+)$", words)
    return f"{words} …{'”' if '“' in words else chr(34)}" if title else re.sub(r"[“”\"]", "", words)


def _cut(words: str, fewest: int = 4) -> str | None:
    """Up to the end of its clause; None where that leaves too little or too much to name a vote by."""
    words = _IN_A_BODY.sub("", _ACRONYM.sub("", re.sub(r"\s+", " ", words)))
    end = next((one for one in _END.finditer(words, 8) if not _within_quotes(words, one.start())), None)
    words = _DANGLING.sub("", (words[: end.start()] if end else words).rstrip()).strip(" .,;:—–-")
    if len(words.split()) > _MOST:
        joints = [joint.start() for joint in _JOINT.finditer(words) if 6 <= len(words[: joint.start()].split()) <= 17]
        words = _DANGLING.sub("", words[: joints[-1]]) if joints else words
    words = re.sub(r",(?=[”\"])", "", words)
    if words.count("“") != words.count("”") or words.count('"') % 2:
        words = _whole_title(words)
    told = _GENERIC.sub("", _AUTHOR.sub("", words))
    if _LEFT_OPEN.search(words):
        return None
    return words if fewest <= len(words.split()) <= _MOST and _NAMES_SOMETHING.search(told) else None
