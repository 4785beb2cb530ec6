"""What the President may say at each step, in our own words after the Assembly's custom."""

from __future__ import annotations

from django.utils.translation import gettext as _

from unsim.assembly.board import Board
from unsim.assembly.hall import Hall
from unsim.assembly.rolls import Calling
from unsim.rules.decision import Outcome
from unsim.rules.tally import Tally


def for_seating(hall: Hall) -> str:
    if not hall.places:
        return _("In a moment each of you will speak for a country. The lot, or your own choice, decides for which.")
    if not hall.can_open:
        return _("Delegates, please take your seats. I am going to check which delegations are present.")
    return _for_opening(hall) % {"present": hall.quorum.present, "members": hall.quorum.members}


def _for_opening(hall: Hall) -> str:
    if hall.council:
        return _("%(present)d of the %(members)d members are present. I open this meeting of the Security Council.")
    return _(
        "%(present)d of %(members)d delegations are present. There is a quorum; I open this meeting of the General "
        "Assembly."
    )


def for_ballot(board: Board, *, barred: bool = False) -> str:
    """`barred`: nothing but a veto kept the text from being adopted."""
    if board.stage == "open":
        return _for_open(board)
    if board.stage == "declared":
        return _for_declared(board, barred=barred)
    if board.surplus and board.result is None:
        return _("There are more hands than delegations that may vote. We shall count again.")
    if board.result is None:
        return _("The vote is locked. We cannot take a decision: too few delegations are present.")
    if board.totals is None:
        return _("The papers are counted. Only the outcome is announced, not the totals.")
    return f"{_('The vote is locked. The result is as follows:')} {_read_out(board.totals)}"


def _for_open(board: Board) -> str:
    if board.method == "no_objection":
        return _for_asked(board)
    if board.method == "hands":
        return _(
            "We vote by show of hands. Those in favour, please raise your hands. … Those against. … Abstentions. … "
            "Does any delegation wish to change its vote? The vote will now be locked."
        )
    if board.call:
        return _for_call(board.call)
    if board.sealed and board.clock and board.clock.shows:
        return _(
            "The voting has started. Please vote in favour, vote against or abstain. The board shows the votes in the "
            "last seconds; until the time is up any delegation may change its vote. The vote will then be locked."
        )
    if board.sealed:
        return _(
            "The voting has started. Please vote in favour, vote against or abstain. The board stays dark until the "
            "vote is locked. Does any delegation wish to change its vote? The vote will now be locked."
        )
    return _(
        "The voting has started. Please vote in favour, vote against or abstain, and check on the board that your vote "
        "is shown correctly. Does any delegation wish to change its vote? The vote will now be locked."
    )


def _for_asked(board: Board) -> str:
    if board.objectors:
        return _("There is an objection. We shall vote.")
    return _("Is there any objection to adopting this text without a vote? … I hear none. It is so decided.")


def _for_call(call: Calling) -> str:
    if call.heard or call.round == 2:
        return _("%(name)s?") % {"name": call.label}
    return _(
        "We vote by roll call. I call the delegations in English alphabetical order; please answer yes, no or "
        "abstention. We begin with %(name)s. %(name)s?"
    ) % {"name": call.label}


def _read_out(totals: Tally) -> str:
    return _("%(yes)d in favour, %(no)d against, %(abstain)d abstaining; %(absent)d did not vote.") % {
        "yes": totals.yes,
        "no": totals.no,
        "abstain": totals.abstain,
        "absent": totals.absent,
    }


def _for_declared(board: Board, *, barred: bool) -> str:
    outcome = board.result.outcome if board.result else None
    if board.of == "motion":
        return _for_decided_motion(board, adopted=outcome is Outcome.ADOPTED)
    if board.of in ("amendment", "part") and outcome is not Outcome.EQUALLY_DIVIDED:
        return _for_decided_part(board, adopted=outcome is Outcome.ADOPTED)
    if outcome is Outcome.ADOPTED:
        return _("The draft resolution is adopted. I thank the delegations.")
    if outcome is Outcome.EQUALLY_DIVIDED:
        return _("The vote is equally divided: that is not yet a decision. We shall vote on this text once more.")
    if barred:
        return _(
            "The draft resolution is not adopted: a permanent member of the Council voted against it. I thank the "
            "delegations."
        )
    return _("The draft resolution is not adopted. I thank the delegations.")


def _for_decided_motion(board: Board, *, adopted: bool) -> str:
    if board.appeal:
        return (
            _("The appeal is upheld: the ruling is overruled.")
            if adopted
            else _("The appeal fails: the ruling stands.")
        )
    if adopted:
        return _("The motion is adopted: %(motion)s. It is so decided.") % {"motion": board.title}
    return _("The motion is not adopted: %(motion)s. We go on as before.") % {"motion": board.title}


def _for_decided_part(board: Board, *, adopted: bool) -> str:
    if adopted:
        return _("%(what)s: adopted. We go on to the next vote.") % {"what": board.title}
    return _("%(what)s: not adopted. We go on to the next vote.") % {"what": board.title}


def for_debrief() -> str:
    return _(
        "You have voted as delegations, not as yourselves. Look at the result: what surprises you? What does a "
        "delegation weigh when everybody can see its vote, and when nobody can?"
    )
