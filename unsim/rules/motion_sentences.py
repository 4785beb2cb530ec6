"""The table of motions in words: what a motion is called, what it does, who speaks on it and what carries it."""

from collections.abc import Mapping

from unsim.rules.majority import AnyMajority, Majority, share_of
from unsim.rules.motions import Effect, MotionKind, MotionRule, Way
from unsim.rules.sentences import Translate, gettext_noop, in_english, share_phrase

TITLES: Mapping[MotionKind, str] = {
    MotionKind.POINT_OF_ORDER: gettext_noop("Point of order"),
    MotionKind.PERSONAL_PRIVILEGE: gettext_noop("Point of personal privilege"),
    MotionKind.PARLIAMENTARY_INQUIRY: gettext_noop("Parliamentary inquiry"),
    MotionKind.POINT_OF_INFORMATION: gettext_noop("Point of information"),
    MotionKind.APPEAL: gettext_noop("Appeal against the ruling"),
    MotionKind.SUSPEND_MEETING: gettext_noop("Suspend the meeting"),
    MotionKind.ADJOURN_MEETING: gettext_noop("Adjourn the meeting"),
    MotionKind.ADJOURN_DEBATE: gettext_noop("Adjourn the debate (no action)"),
    MotionKind.CLOSE_DEBATE: gettext_noop("Close the debate"),
    MotionKind.COMPETENCE: gettext_noop("Question of competence"),
    MotionKind.TIME_LIMIT: gettext_noop("Limit the time to speak"),
    MotionKind.CLOSE_LIST: gettext_noop("Close the speakers' list"),
    MotionKind.DIVISION: gettext_noop("Vote on parts separately"),
    MotionKind.RECONSIDER: gettext_noop("Reconsider a decision"),
    MotionKind.RECORDED_VOTE: gettext_noop("Recorded vote"),
    MotionKind.ROLL_CALL: gettext_noop("Vote by roll call"),
    MotionKind.SECRET_BALLOT: gettext_noop("Vote by secret ballot"),
    MotionKind.AMENDMENT: gettext_noop("Amendment"),
    MotionKind.VOTE_ON_NEXT: gettext_noop("Vote on the next draft"),
    MotionKind.UNMODERATED_CAUCUS: gettext_noop("Unmoderated caucus"),
    MotionKind.MODERATED_CAUCUS: gettext_noop("Moderated caucus"),
}

EFFECTS: Mapping[Effect, str] = {
    Effect.NONE: gettext_noop("The President rules or answers at once."),
    Effect.OVERRULE: gettext_noop("If it carries, the President's ruling is overruled; else it stands."),
    Effect.SUSPEND: gettext_noop("If it carries, the meeting pauses and goes on later where it stopped."),
    Effect.ADJOURN: gettext_noop("If it carries, the meeting is over; the item is taken up again at the next one."),
    Effect.NO_ACTION: gettext_noop("If it carries, the draft is not acted on."),
    Effect.CLOSE_DEBATE: gettext_noop("If it carries, nobody speaks any more and the voting follows."),
    Effect.NO_COMPETENCE: gettext_noop("If it carries, the body is held to have no power to adopt the draft."),
    Effect.LIMIT_SPEECHES: gettext_noop("If it carries, every speech has this limit."),
    Effect.CLOSE_LIST: gettext_noop("If it carries, nobody else can ask to speak."),
    Effect.DIVIDE: gettext_noop("If it carries, the parts are voted on one by one, and then what is left as a whole."),
    Effect.REOPEN: gettext_noop("If it carries, what was decided is open again."),
    Effect.SET_METHOD: gettext_noop("If it carries, the vote is taken in this way."),
    Effect.AMEND: gettext_noop("If it is adopted, the draft is voted on as amended."),
    Effect.PUT_NEXT: gettext_noop("If it does not carry, the next draft is not voted on."),
    Effect.CAUCUS: gettext_noop("If it carries, the delegations talk for this time outside the speakers' list."),
}

_WAYS: Mapping[Way, str] = {
    Way.RULING: gettext_noop("The President rules at once"),
    Way.ANSWER: gettext_noop("The President answers at once"),
    Way.REQUEST: gettext_noop("One member suffices"),
    Way.UNLESS_OBJECTED: gettext_noop("Granted unless somebody objects; then voted on"),
    Way.UNLESS_SPONSOR_OBJECTS: gettext_noop("Granted unless a sponsor objects"),
    Way.VOTE: gettext_noop("Put to the vote"),
    Way.SUBMITTED: gettext_noop("Voted on before the draft"),
}


def title(kind: MotionKind, translate: Translate = in_english) -> str:
    return translate(TITLES[kind])


def effect_sentence(rule: MotionRule, translate: Translate = in_english) -> str:
    return translate(EFFECTS[rule.effect])


def way_phrase(rule: MotionRule, translate: Translate = in_english) -> str:
    """How it is disposed of, without a full stop."""
    return translate(_WAYS[rule.way])


def speakers_phrase(rule: MotionRule, gettext: Translate = in_english) -> str:
    """Who may speak on it, without a full stop."""
    if rule.speakers_for is None or rule.speakers_against is None:
        return gettext("the rule does not say how many may speak")
    if not rule.debatable:
        return gettext("no debate")
    numbers = {"for": rule.speakers_for, "against": rule.speakers_against}
    if rule.mover_speaks:
        return gettext("the mover, %(for)d in favour and %(against)d against may speak") % numbers
    return gettext("%(for)d in favour and %(against)d against may speak") % numbers


def majority_phrase(majority: AnyMajority | None, gettext: Translate = in_english) -> str:
    """What carries it, without a full stop; None is the Council's nine votes."""
    if majority is None:
        return gettext("nine votes in favour")
    if majority is Majority.SIMPLE:
        return gettext("more in favour than against")
    return gettext("at least two thirds") if majority is Majority.TWO_THIRDS else _share(majority, gettext)


def _share(majority: AnyMajority, gettext: Translate) -> str:
    threshold = share_of(majority)
    phrase = share_phrase(threshold, gettext)
    return phrase if threshold.more else gettext("at least %(share)s") % {"share": phrase}
