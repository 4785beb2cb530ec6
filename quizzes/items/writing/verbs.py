"""A plain clause in the past tense turned into a question: "Russia took Crimea" becomes "did Russia take Crimea"."""

import re

_TABLE = """
    adopted:adopt annexed:annex announced:announce appointed:appoint approved:approve arrested:arrest
    attacked:attack began:begin blocked:block broke:break called:call came:come closed:close condemned:condemn
    created:create declared:declare demanded:demand deployed:deploy dissolved:dissolve elected:elect ended:end
    established:establish expelled:expel fell:fall fired:fire founded:found gave:give held:hold imposed:impose
    invaded:invade joined:join killed:kill launched:launch left:leave lifted:lift lost:lose met:meet moved:move
    occupied:occupy opened:open organised:organise organized:organize passed:pass proclaimed:proclaim
    published:publish ratified:ratify recognised:recognise recognized:recognize rejected:reject released:release
    renewed:renew resigned:resign resumed:resume ruled:rule seized:seize sent:send signed:sign staged:stage
    started:start stopped:stop suspended:suspend took:take vetoed:veto visited:visit withdrew:withdraw won:win
"""
_PAST = dict(pair.split(":") for pair in _TABLE.split())
_NAME = r"(?:[A-Z][\w.'’-]*|of|and|the|UN)"
# Who did it: a name, or "the" with a noun of one or two words.
_WHO = rf"^(?P<who>(?:the )?{_NAME}(?: {_NAME}){{0,6}}|the \w+(?: \w+)?)"
_CLAUSE = re.compile(rf"{_WHO} (?P<verb>\w+)(?P<rest> .*|)$")
_PASSIVE = re.compile(rf"{_WHO} (?P<be>was|were) (?P<rest>(?:\w+ed|held|made|sent|taken|won|given)\b.*)$")
_LONGEST = 20
# A second clause of its own time would make the question ask for two things.
_MORE = re.compile(
    r"[,;:“”\"]|\b(?:when|while|after|before|until|since|as|because|but|then|and (?:\w+ed|made|took|then))\b"
)


def question_of(clause: str) -> str | None:
    """What follows "When"; None for a clause that is not plain enough."""
    text = clause.strip(" .")
    text = re.sub(r"^The ", "the ", text)
    if len(text.split()) > _LONGEST or _MORE.search(text):
        return None
    passive = _PASSIVE.match(text)
    if passive:
        return f"{passive['be']} {passive['who']} {passive['rest']}"
    active = _CLAUSE.match(text)
    if active is None or active["verb"] not in _PAST:
        return None
    return f"did {active['who']} {_PAST[active['verb']]}{active['rest']}"
