"""The ways of naming what a member did in a vote, by role: as a verb, a noun, a doer, a participle."""

import re

from quizzes.items.reading.votes import (
    ABSENT,
    ABSTAIN,
    ABSTAINING,
    AGAINST,
    FOR,
    HOW,
    NO,
    NOT_VOTING,
    OPPOSE,
    SUPPORT,
    TEXT,
    VERBS,
    YES,
)

FINITE = {
    YES: rf"{FOR}|said \"?(?:yes|aye)\b|(?<!was )(?<!were ){SUPPORT}\b",
    NO: rf"{AGAINST}|(?:gave|cast) (?:a |the )?(?:negative|dissenting|\"?no\"?) votes?|said \"?(?:no|"
    rf"nay)\b|{OPPOSE}\b|(?:expressed|voiced|declared) (?:their |its )?opposition\b",
    ABSTAIN: ABSTAINING,
    ABSENT: NOT_VOTING,
}
NOUN = {
    YES: r"(?:vote (?:in favou?r|for)|\"?yes\"? vote|affirmative vote|vote in support)",
    NO: r"(?:vote against|\"?no\"? vote|\"no\"|(?:negative|dissenting|opposing) vote|dissent\b|dissenter|"
    r"vote in opposition|opponent|objector|naysayer)",
    ABSTAIN: r"(?:abstention|abstaining vote)",
    ABSENT: r"(?:absence from the vote)",
}
INFINITIVE = {
    YES: r"(?:vote|have voted) (?:in favou?r|for|yes)"
    rf"|(?:support|back|endorse)\b(?= (?:it|them)\b| {TEXT}|[.,;:)]|$| (?:and|while|or)\b)",
    NO: r"(?:vote|have voted) (?:against|no|\"no\")|(?:oppose|reject)\b|have (?:opposed|rejected)",
    ABSTAIN: r"abstain\b|have abstained",
    ABSENT: r"(?:not vote|miss the vote|be absent)",
}
# Those who did it, by one word.
DOERS = {
    YES: r"(?:supporters|backers|(?:yes|\"yes\") voters)",
    NO: r"(?:opponents|dissenters|naysayers|no votes|noes|objectors)",
    ABSTAIN: r"abstain(?:ers|ing)",
    ABSENT: r"absentees",
}
WORDS = {
    YES: rf"(?:(?:voted|voting|votes?|voted in) {FOR}|in favou?r|yes votes?|\"yes\" votes?)",
    NO: rf"(?:(?:voted|voting|votes?) {HOW}{AGAINST}|against|opposed|(?:expressed|voiced) (?:their |its )"
    rf"?opposition to|(?:\"?no\"?|negative|dissenting|opposing) votes?)",
    ABSTAIN: rf"(?:{ABSTAINING}|abstention)",
    ABSENT: rf"(?:{NOT_VOTING})",
}
GERUND = {
    YES: r"(?:supporting|backing)\b",
    NO: r"(?:opposing|rejecting)\b",
    ABSTAIN: r"abstaining\b",
    ABSENT: r"(?:not voting)\b",
}
# Where a sentence speaks of casting such a vote at all.
ROLE_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"{VERBS[role]}|{GERUND[role]}|{DOERS[role]}|\b(?:{INFINITIVE[role]})")) for role in VERBS
)
