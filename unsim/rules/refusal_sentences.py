"""Why something is not in order, in words, with the number of the rule."""

from collections.abc import Mapping

from unsim.rules.profile_checks import Contradiction, ImpossibleProfile
from unsim.rules.refusals import Reason, RuledOut
from unsim.rules.sentences import Translate, gettext_noop, in_english


def refusal_sentence(refusal: RuledOut, translate: Translate = in_english) -> str:
    """What is not possible, and what is, with the rule in brackets where one says so."""
    sentence = translate(SENTENCES[refusal.reason]) % refusal.values
    return f"{sentence} ({refusal.rule})" if refusal.rule else sentence


def contradiction_sentence(refusal: ImpossibleProfile, translate: Translate = in_english) -> str:
    return translate(CONTRADICTIONS[refusal.contradiction])


SENTENCES: Mapping[Reason, str] = {
    Reason.NOT_IN_THIS_PROFILE: gettext_noop("The rules of this meeting do not provide for that."),
    Reason.NO_MEETING: gettext_noop("The meeting is suspended or adjourned; it has to be resumed first."),
    Reason.VOTING_BEGUN: gettext_noop(
        "The voting has begun; until its result is announced, only a point of order about how the vote is conducted is "
        "in order."
    ),
    Reason.NOT_AT_THIS_STAGE: gettext_noop("That is not in order at this stage of the meeting."),
    Reason.RULING_DUE: gettext_noop("The President has to rule on the point that was raised first."),
    Reason.APPEAL_DUE: gettext_noop("The appeal against the ruling is put to the vote first."),
    Reason.ALREADY_MOVED: gettext_noop("That has been moved already and will be put."),
    Reason.NOTHING_TO_APPEAL: gettext_noop("There is no ruling to appeal against; an appeal follows a ruling at once."),
    Reason.NO_DRAFT: gettext_noop("There is no draft before the meeting."),
    Reason.DRAFT_FIRST: gettext_noop("The draft that is before the meeting has to be dealt with first."),
    Reason.NOTHING_DECIDED: gettext_noop("Nothing has been decided yet that could be reconsidered."),
    Reason.METHOD_DECIDED: gettext_noop("How to vote has been decided; only a motion to reconsider opens that again."),
    Reason.LIST_CLOSED: gettext_noop("The speakers' list is closed; the President may still grant a right of reply."),
    Reason.IN_CAUCUS: gettext_noop("A caucus is going on; motions wait until it ends."),
    Reason.DIVIDED: gettext_noop("The draft is divided already."),
    Reason.NO_RIVAL: gettext_noop("That can be decided after one draft was voted on, while another one waits."),
    Reason.UNKNOWN: gettext_noop("There is no “%(name)s” before the meeting."),
    Reason.SAME_NAME: gettext_noop("There is a “%(name)s” already; choose another name."),
    Reason.NO_TIME: gettext_noop("Say how long; in a moderated caucus also how long each speech, and not longer."),
    Reason.NOT_ABOUT_CONDUCT: gettext_noop(
        "While a vote is being taken, a point of order must be about how it is conducted."
    ),
    Reason.NO_PARTS: gettext_noop("Name the parts to vote on separately, each once."),
    Reason.NO_POINT: gettext_noop("No point was raised that would need a ruling."),
    Reason.NO_MOTION: gettext_noop("There is no motion to put."),
    Reason.NOT_SECONDED: gettext_noop("The motion needs a second from another delegation."),
    Reason.NO_SECOND_NEEDED: gettext_noop("The motion needs no second, or has one."),
    Reason.OWN_SECOND: gettext_noop("Another delegation than the mover has to second a motion."),
    Reason.NOT_THE_MOVER: gettext_noop("Only the delegation that proposed it may withdraw it."),
    Reason.BEING_VOTED: gettext_noop("The voting on it has begun; it can no longer be withdrawn."),
    Reason.AMENDED: gettext_noop("The draft has been amended; it can no longer be withdrawn."),
    Reason.NO_VOTE_NEEDED: gettext_noop("Nobody objects: it is granted without a vote."),
    Reason.VOTE_NEEDED: gettext_noop("That cannot be granted without a vote; put it to the vote."),
    Reason.NO_OBJECTION_POSSIBLE: gettext_noop("One member suffices to ask for that; an objection changes nothing."),
    Reason.ONLY_SPONSORS: gettext_noop("Only a sponsor of the draft may object to that."),
    Reason.NO_SPEECHES: gettext_noop("On this motion nobody speaks on that side; it is put to the vote."),
    Reason.ENOUGH_SPEAKERS: gettext_noop("On this side no more than %(limit)d may speak on the motion."),
    Reason.ALREADY_SPOKE: gettext_noop("This delegation has spoken on the motion already."),
    Reason.MOTIONS_FIRST: gettext_noop("The motions that were moved have to be dealt with first."),
    Reason.NO_VOTE: gettext_noop("No vote is being taken."),
    Reason.NOT_SUSPENDED: gettext_noop("The meeting is neither suspended nor adjourned."),
    Reason.NO_CAUCUS: gettext_noop("There is no caucus."),
    Reason.NOT_RANKED: gettext_noop(
        "There are several amendments: first say in which order they are put, the furthest removed in substance first."
    ),
    Reason.BAD_RANKING: gettext_noop("The order must name every amendment that is still to be voted on, each once."),
    Reason.NOT_FRIENDLY: gettext_noop("“%(name)s” is taken in without a vote only if every sponsor agrees."),
    Reason.NO_SUCH_CLAUSE: gettext_noop("Clause %(number)d is not, or no longer, in the text."),
    Reason.NOT_CALLED: gettext_noop("%(name)s is not the delegation that is called."),
    Reason.PASSED_ALREADY: gettext_noop("A delegation may pass once; in the second round it has to answer."),
    Reason.NO_PASSING: gettext_noop("Nobody passes in this roll call: yes, no or abstention."),
    Reason.NO_RIGHTS: gettext_noop("A vote with rights is not possible here."),
    Reason.PROMISED_TO_VOTE: gettext_noop("This delegation is “present and voting”; it may not abstain."),
    Reason.NO_ABSTAINING_NOW: gettext_noop("In the second round the answer is yes or no."),
    Reason.NOTHING_TO_UNDO: gettext_noop("There is no answer yet that could be taken back."),
    Reason.ALREADY_LISTED: gettext_noop("This delegation is on the list already; it can ask again after it spoke."),
    Reason.NOT_LISTED: gettext_noop("This delegation is not on the list."),
    Reason.NOBODY_SPEAKS: gettext_noop("Nobody has the floor."),
    Reason.SOMEBODY_SPEAKS: gettext_noop("A delegation has the floor; end its speech first."),
    Reason.NOBODY_LISTED: gettext_noop("Nobody is left on the list."),
    Reason.ENOUGH_REPLIES: gettext_noop("No more than %(limit)d replies by one delegation on an item."),
    Reason.NO_YIELD: gettext_noop("The time of this speech cannot be yielded like that."),
    Reason.YIELDED_ALREADY: gettext_noop("Time that was yielded cannot be yielded again."),
    Reason.NO_TIME_LEFT: gettext_noop("There is no time left to yield."),
    Reason.NO_EXPLANATIONS: gettext_noop("Votes are not explained by the rules of this meeting."),
    Reason.SECRET: gettext_noop("A vote by secret ballot is not explained."),
    Reason.OWN_TEXT: gettext_noop("Who proposed a text does not explain its vote on it."),
    Reason.NOT_NOW: gettext_noop("That is possible before or after the vote, not while it is taken."),
    Reason.VOTE_NOT_OVER: gettext_noop("A correction is noted after the vote; until then the vote can be changed."),
    Reason.NO_NAMES: gettext_noop("In this vote no names are recorded, so there is nothing to correct."),
    Reason.SAME_VOTE: gettext_noop("That is how the vote was cast."),
    Reason.NOT_A_VOTER: gettext_noop("%(name)s has no vote on this."),
    Reason.TOO_MANY_HANDS: gettext_noop("%(hands)d hands, but only %(members)d may vote: count again."),
}

CONTRADICTIONS: Mapping[Contradiction, str] = {
    Contradiction.NO_NAME: gettext_noop("Give these rules a name."),
    Contradiction.TWICE_IN_ORDER: gettext_noop("A motion stands twice in the order of motions."),
    Contradiction.NO_POINT_OF_ORDER: gettext_noop("There is always a point of order (rule 71)."),
    Contradiction.POINTS_FIRST: gettext_noop(
        "Points come first in the order of motions, then the appeal against a ruling (rule 71)."
    ),
    Contradiction.NO_APPEAL: gettext_noop("A majority to overrule the chair is set, but appeals are not provided for."),
    Contradiction.NO_CLOSURE: gettext_noop("A majority to close the debate is set, but no motion to do so."),
    Contradiction.NO_METHOD: gettext_noop("No motion on how to vote is left that could be voted on."),
    Contradiction.NO_AMENDMENT: gettext_noop("Friendly amendments need amendments in the order of motions."),
    Contradiction.NINE_VOTES: gettext_noop("The Council decides by nine votes; no other majority can be set."),
    Contradiction.NO_TIE: gettext_noop("The Council decides by nine votes, so that there is no tie to vote on again."),
    Contradiction.NO_OBSERVERS: gettext_noop("In the Council only its members vote."),
    Contradiction.NO_SECOND_ROUND: gettext_noop("There is a second round only where delegations may pass."),
    Contradiction.NO_EXPLANATIONS: gettext_noop("Co-sponsors can explain their vote only where votes are explained."),
    Contradiction.NO_TIME_TO_YIELD: gettext_noop("Time can be yielded only where speeches have a limit."),
    Contradiction.TWO_YIELDS: gettext_noop("A way to yield stands there twice."),
    Contradiction.NO_TIME: gettext_noop("A speech or a reply must have at least one second."),
}
