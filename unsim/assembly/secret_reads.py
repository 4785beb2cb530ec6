"""What the pages of a secret ballot show. Until the box is opened that is the number of papers, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from unsim.assembly import secret_roll
from unsim.assembly.board import Short
from unsim.assembly.cards import card_of, seat_of
from unsim.assembly.counting import Result, result_of, tally_of
from unsim.assembly.models import Ballot, Meeting, Member
from unsim.assembly.sealed import inclusion_code, new_noise, noise_of
from unsim.rooms.activities import Audience, Page, Scene
from unsim.rooms.models import Participant
from unsim.rules.decision import NoQuorum
from unsim.rules.procedure import LEAST_GUARD
from unsim.rules.tally import Tally


@dataclass(frozen=True)
class Opened:
    """What is known once the box was opened. `took_part`: labels, in English alphabetical order."""

    invalid: int
    took_part: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True)
class BoxBoard:
    """A secret ballot as everybody may see it: `voted` of `members` delegations have put a paper in the box.

    `totals`, `result`, `short` and `opened` are None until the box was opened, `totals` also where only the outcome is
    published, `short` also with a quorum.
    """

    ballot: int
    room_code: str
    title: str
    symbol: str
    stage: str
    method: str
    majority: str
    voted: int
    members: int
    outcome_only: bool
    demonstration: bool
    put_again: bool
    totals: Tally | None
    result: Result | None
    short: Short | None
    opened: Opened | None

    @property
    def complete(self) -> bool:
        return self.voted == self.members


@dataclass(frozen=True)
class Paper:
    """A participant's own part. `noise` is on a fresh paper only, `code` on the answer to a cast one only."""

    on_the_roll: bool
    in_the_box: bool
    # Not in a representation: at DEBUG level Django writes whole contexts to its log.
    noise: str = field(repr=False)
    code: str = field(repr=False)


@dataclass(frozen=True)
class Caution:
    """What the President has to know before a secret ballot is put, or its box opened, with `papers` papers."""

    papers: int
    guard: int
    least: int
    one_apart: bool

    @property
    def too_few_for_totals(self) -> bool:
        return self.papers < self.guard

    @property
    def too_few_at_all(self) -> bool:
        return self.papers < self.least


def secret_scene(ballot: Ballot, audience: Audience) -> Scene:
    board = box_board(ballot)
    papers = mark_safe(render_to_string("assembly/secret_papers.html", {"board": board, "audience": audience}).strip())
    context = {"board": board, "audience": audience, "papers": papers}
    stage = f"ballot.{ballot.pk}.{ballot.stage}.{ballot.motion.meeting.seatings}"
    return Scene(
        stage=stage,
        say=_said(board),
        html=render_to_string(f"assembly/secret_on_{audience}.html", context),
        cells={} if board.opened else {"papers": papers},
        shape=stage,
    )


def secret_phone(ballot: Ballot, request: HttpRequest, participant: Participant) -> Page:
    """The answer to a paper shows its inclusion code; a page that is loaded later cannot know it."""
    meeting = ballot.motion.meeting
    seat = seat_of(meeting, participant)
    context = {
        "board": box_board(ballot),
        "paper": _paper(ballot, request, participant),
        "meeting": meeting,
        "seat": seat,
        "card": card_of(meeting, seat),
    }
    return Page("assembly/secret_phone.html", context)


def secret_desk(ballot: Ballot, request: HttpRequest) -> Page:
    caution = _caution(ballot.motion.meeting, len(ballot.cast))
    return Page("assembly/secret_desk.html", {"ballot": ballot, "board": box_board(ballot), "caution": caution})


def secret_put(meeting: Meeting) -> Caution:
    """For the form that puts a secret ballot (assembly/secret_put.html), as if everybody on its roll cast a paper."""
    return _caution(meeting, len(secret_roll.electorate(meeting)))


def box_board(ballot: Ballot) -> BoxBoard:
    motion, room = ballot.motion, ballot.motion.meeting.room
    result, short = _result(ballot)
    return BoxBoard(
        ballot=ballot.pk,
        room_code=room.code,
        title=motion.words or motion.resolution.title,
        symbol=motion.resolution.symbol,
        stage=ballot.stage,
        method=motion.method,
        majority=motion.majority,
        voted=len(ballot.cast),
        members=len(ballot.electorate),
        outcome_only=ballot.outcome_only,
        demonstration=room.demonstration,
        put_again=_put_again(ballot),
        totals=tally_of(ballot, None),
        result=result,
        short=short,
        opened=_opened(ballot),
    )


def shown(code: str) -> str:
    """The first 16 of 64 digits, in groups: enough to know one's own among all, and short enough to write down."""
    return " ".join(code[at : at + 4] for at in range(0, 16, 4)).strip()


def _result(ballot: Ballot) -> tuple[Result | None, Short | None]:
    if ballot.totals is None:
        return None, None
    try:
        return result_of(ballot), None
    except NoQuorum as short:
        return None, Short(short.members, short.present, short.to_decide)


def _opened(ballot: Ballot) -> Opened | None:
    if ballot.totals is None:
        return None
    took_part = Member.objects.filter(pk__in=ballot.cast).values_list("grid_label", flat=True)
    return Opened(ballot.totals["invalid"], tuple(took_part), tuple(shown(code) for code in ballot.codes))


def _put_again(ballot: Ballot) -> bool:
    """Whether the ballot right before this one, in the same meeting, was secret and is void."""
    earlier = Ballot.objects.filter(motion__meeting=ballot.motion.meeting, pk__lt=ballot.pk)
    before = earlier.select_related("motion").last()
    return before is not None and before.stage == "void" and before.motion.method == "secret"


def _said(board: BoxBoard) -> str:
    if board.opened:
        return board.result.sum if board.result else _("The box was opened.")
    if board.stage != "open":
        return _("The box is closed.")
    return _("All papers are in the box.") if board.complete else _("Secret ballot: put your paper in the box.")


def _paper(ballot: Ballot, request: HttpRequest, participant: Participant) -> Paper:
    member = secret_roll.member_of(ballot, participant)
    in_the_box = member in ballot.cast
    fresh = ballot.stage == "open" and member is not None and not in_the_box
    return Paper(
        on_the_roll=member is not None,
        in_the_box=in_the_box,
        noise=new_noise().hex() if fresh else "",
        code=shown(_code_of_answer(ballot, request)) if in_the_box else "",
    )


def _code_of_answer(ballot: Ballot, request: HttpRequest) -> str:
    """Of the paper that this request has cast or sent again; empty for any other page."""
    try:
        code = inclusion_code(noise_of(request.POST.get("noise", "")))
    except ValueError:
        return ""
    return code if secret_roll.in_the_box(ballot, code) else ""


def _caution(meeting: Meeting, papers: int) -> Caution:
    apart = secret_roll.one_apart(meeting.room, meeting.resolution, papers)
    return Caution(papers=papers, guard=secret_roll.guard(), least=LEAST_GUARD, one_apart=apart)
