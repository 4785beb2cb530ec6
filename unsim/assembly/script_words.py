"""What the script of October 2022 says at each step: its title, what to do, what the President says, the button."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unsim.assembly.models import Member
from unsim.rules.decision import Decision, Outcome

_OUTCOMES: Mapping[Outcome, str | Promise] = {
    Outcome.ADOPTED: _("adopted"),
    Outcome.REJECTED: _("not adopted"),
    Outcome.EQUALLY_DIVIDED: _("equally divided"),
}


def outcome(decision: Decision) -> str:
    return str(_("not adopted (veto)") if decision.vetoes else _OUTCOMES[decision.outcome])


def names(codes: Iterable[str]) -> tuple[str, ...]:
    known = dict(Member.objects.filter(pk__in=list(codes)).values_list("iso3", "common_name"))
    return tuple(known.get(code, code) for code in codes)


def _each(sentences: Mapping[str, str | Promise]) -> Mapping[str, Callable[[], str]]:
    return {slug: sentence.__str__ for slug, sentence in sentences.items()}


TITLES = _each(
    {
        "veto": _("The veto in the Council"),
        "assembly": _("On to the Assembly"),
        "request": _("The request"),
        "letter": _("The letter"),
        "introduction": _("The introduction"),
        "recorded-vote": _("A recorded vote?"),
        "appeal": _("The appeal"),
        "reconsideration": _("Reconsider?"),
        "debate": _("The debate"),
        "vote": _("The vote"),
        "secret": _("The same in secret"),
        "debrief": _("The debrief"),
    }
)
TODO = _each(
    {
        "veto": _("Let the Council speak as long as you like, then put the draft to the vote."),
        "assembly": _("The Council could not act. The Assembly takes the matter up: deal new delegations there."),
        "request": _("Tell the class how the Assembly came to meet again."),
        "letter": _("Tell the class of the letter. From now on a request for a secret ballot is before the meeting."),
        "introduction": _("Give the floor to Ukraine. Whoever speaks for it introduces the draft in a few words."),
        "recorded-vote": _("Albania moves that the vote be recorded. The class votes on that, in the open."),
        "appeal": _("Russia objects. You rule against it, and it appeals: the class votes at once, without a debate."),
        "reconsideration": _("Russia moves to reconsider. Two may speak, both against; then the class votes."),
        "debate": _("Give the floor to delegations as long as you like. How each votes is its own affair."),
        "vote": _("Put the draft to the recorded vote."),
        "secret": _("Put the same text again, by secret ballot: the vote that Russia had asked for."),
        "debrief": _("Compare your votes with each other and with the real ones."),
    }
)
SAY = _each(
    {
        "veto": _("The Council has before it the draft against the referendums. We proceed to the vote."),
        "assembly": _("The draft was vetoed. I close this meeting; we go over to the General Assembly."),
        "request": _(
            "Albania and Ukraine have asked in writing to resume this emergency special session. It is resumed."
        ),
        "letter": _("In a letter to all members the Russian Federation asks that we decide by secret ballot."),
        "introduction": _("I give the floor to the representative of Ukraine, to introduce the draft resolution."),
        "recorded-vote": _(
            "On a point of order Albania moves that we decide on the draft by a recorded vote. As a secret ballot has "
            "been asked for, the Assembly decides. Those in favour of Albania's motion vote yes; those against, no."
        ),
        "appeal": _(
            "The Russian Federation appeals against my ruling. I put the appeal to the vote at once. Those who wish "
            "to overrule the ruling vote in favour; those who wish it to stand vote against."
        ),
        "reconsideration": _(
            "The Russian Federation moves to reconsider how we vote. Two may speak, both against. The motion needs "
            "two thirds of those present and voting."
        ),
        "debate": _("Before we vote there is the debate. Who wishes to speak on the draft?"),
        "vote": _("The debate is over. We vote on the draft by a recorded vote; it needs two thirds."),
        "secret": _("Now the vote that the Assembly did not hold: the same text, by secret ballot."),
        "debrief": _("Leave your roles now. We look at what we have done, and at what the Assembly did."),
    }
)
LABELS = _each(
    {
        "veto": _("Put the draft to the vote"),
        "assembly": _("Go on in the Assembly"),
        "request": _("Told: go on"),
        "letter": _("The letter is told: go on"),
        "introduction": _("Ukraine has spoken: go on"),
        "recorded-vote": _("Put Albania's motion to the vote"),
        "appeal": _("Put the appeal to the vote"),
        "reconsideration": _("Put the motion to reconsider to the vote"),
        "debate": _("The debate is over: go on"),
        "vote": _("Put the draft to the recorded vote"),
        "secret": _("Put it to a secret ballot"),
        "debrief": _("Show the debrief"),
    }
)
