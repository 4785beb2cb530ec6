"""What the pages of a secret ballot show, and what is not handed to them."""

from dataclasses import fields

import pytest
from django.test import RequestFactory

from tests.cast import HTMX, LOOKING, phone_of, projector_of, signed_in
from tests.factories import NOON, ParticipantFactory
from tests.hall import cast, cast_all, count, make_hall, put, seat
from unsim import live
from unsim.assembly.models import Ballot, Seat
from unsim.assembly.proceedings import declare, lock
from unsim.assembly.sealed import new_noise
from unsim.assembly.secret_ballot import put_again
from unsim.assembly.secret_reads import (
    BoxBoard,
    box_board,
    secret_desk,
    secret_phone,
    secret_put,
    secret_scene,
    shown,
)
from unsim.rooms.now import key
from unsim.rules.choices import Choice

pytestmark = pytest.mark.django_db

Y, N, A = Choice.YES, Choice.NO, Choice.ABSTAIN
MIXED = [Y, Y, Y, N, A]
AUDIENCES = ("phone", "screen", "desk")


def fresh(ballot):
    return Ballot.objects.select_related("motion__meeting__room", "motion__resolution").get(pk=ballot.pk)


def opened(choices=MIXED, voters=6, **how):
    hall = make_hall(voters)
    ballot, key_of_box = put(hall)
    codes = cast_all(hall, ballot, choices)
    count(ballot, key_of_box, **how)
    return hall, fresh(ballot), codes


# ---- the board


def test_before_the_box_is_opened_the_board_has_a_number_and_nothing_else():
    hall = make_hall(6)
    ballot, _key = put(hall)
    cast_all(hall, ballot, MIXED[:3])
    board = box_board(fresh(ballot))
    assert (board.voted, board.members, board.complete) == (3, 6, False)
    assert (board.totals, board.result, board.short, board.opened) == (None, None, None, None)


def test_no_field_of_the_board_could_name_a_delegation_before():
    hall = make_hall(6)
    ballot, _key = put(hall)
    cast_all(hall, ballot, MIXED[:3])
    board = box_board(fresh(ballot))
    values = " ".join(str(getattr(board, field.name)) for field in fields(BoxBoard))
    assert not any(code in values for code in hall.codes)
    assert "Land" not in values


def test_the_opened_box():
    _hall, ballot, codes = opened()
    board = box_board(ballot)
    assert (board.totals.yes, board.totals.no, board.totals.abstain, board.totals.absent) == (3, 1, 1, 1)
    assert board.result.outcome == "adopted"
    assert board.opened.took_part == tuple(f"Land {n:03d}" for n in range(5))
    assert board.opened.codes == tuple(shown(code) for code in sorted(codes))
    assert board.opened.invalid == 0


def test_the_outcome_only_shows_no_totals():
    _hall, ballot, _codes = opened([Y] * 5, outcome_only=True)
    board = box_board(ballot)
    assert board.totals is None
    assert board.result.outcome == "adopted"
    html = secret_scene(ballot, "screen").html
    assert "Only the outcome of this ballot is published" in html
    assert 'class="totals"' not in html


def test_a_code_is_shown_in_four_groups():
    assert shown("0123456789abcdef" * 4) == "0123 4567 89ab cdef"
    assert shown("") == ""


# ---- the scene


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_cells_stand_in_the_page_as_they_are_pushed(audience):
    hall = make_hall(6)
    ballot, _key = put(hall)
    cast_all(hall, ballot, MIXED[:2])
    scene = secret_scene(fresh(ballot), audience)
    assert "2 of 6" in scene.cells["papers"]
    for name, html in scene.cells.items():
        assert html in scene.html
        assert f'id="{name}"' in html.split(">")[0]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_paper_changes_the_cell_and_neither_stage_nor_shape(audience):
    hall = make_hall(6)
    ballot, _key = put(hall)
    before = secret_scene(fresh(ballot), audience)
    cast(ballot, hall.voter("X00"), Y)
    after = secret_scene(fresh(ballot), audience)
    assert (before.stage, before.shape) == (after.stage, after.shape)
    assert before.cells != after.cells
    assert before.html.replace(before.cells["papers"], "") == after.html.replace(after.cells["papers"], "")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_who_has_cast_changes_nothing(audience):
    hall = make_hall(6)
    ballot, _key = put(hall)
    scenes = []
    for cast_by in (["X00", "X01"], ["X03", "X05"]):
        Ballot.objects.filter(pk=ballot.pk).update(cast=cast_by)
        scenes.append(secret_scene(fresh(ballot), audience))
    assert scenes[0] == scenes[1]


def test_each_stage_has_the_forms_fetched_anew():
    hall = make_hall(6)
    ballot, key_of_box = put(hall)
    cast_all(hall, ballot, MIXED)
    stages = [secret_scene(fresh(ballot), "phone").stage]
    for step in (
        lambda: lock(ballot=ballot, now=NOON),
        lambda: count(ballot, key_of_box),
        lambda: declare(ballot=ballot, now=NOON),
    ):
        step()
        stages.append(secret_scene(fresh(ballot), "phone").stage)
    assert len(set(stages)) == 4


def test_what_is_said_aloud():
    hall = make_hall(5)
    ballot, key_of_box = put(hall)
    said = [secret_scene(fresh(ballot), "phone").say]
    cast_all(hall, ballot, MIXED[:4])
    assert secret_scene(fresh(ballot), "phone").say == said[0]
    cast(ballot, hall.voter("X04"), A)
    said.append(secret_scene(fresh(ballot), "phone").say)
    count(ballot, key_of_box)
    said.append(secret_scene(fresh(ballot), "phone").say)
    assert "put your paper in the box" in said[0]
    assert said[1] == "All papers are in the box."
    assert said[2].startswith("3 in favour, 1 against")


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("stage", ["open", "opened"])
def test_live_equals_fresh(audience, stage):
    hall = make_hall(5)
    ballot, key_of_box = put(hall)
    cast_all(hall, ballot, MIXED)
    if stage == "opened":
        count(ballot, key_of_box)
    pushed = live.render("room", key(hall.room, audience), "en").html
    client = {
        "phone": phone_of(hall.voter("X00")),
        "screen": projector_of(hall.room),
        "desk": signed_in(hall.room.owner),
    }[audience]
    path = {"phone": "", "screen": "screen/", "desk": "desk/"}[audience]
    page = client.get(f"/rooms/{hall.room.code}/{path}", headers=LOOKING).content.decode()
    assert pushed in page
    assert pushed == live.render("room", key(hall.room, audience), "en").html


# ---- the phone


def request(method="get", **form):
    return getattr(RequestFactory(headers=HTMX), method)("/", form)


def paper_of(ballot, participant, request_=None):
    return secret_phone(fresh(ballot), request_ or request(), participant).context["paper"]


def test_a_fresh_paper_has_noise_and_no_code():
    hall = make_hall(5)
    ballot, _key = put(hall)
    paper = paper_of(ballot, hall.voter("X00"))
    assert len(paper.noise) == 32
    assert (paper.on_the_roll, paper.in_the_box, paper.code) == (True, False, "")


def test_a_cast_paper_has_no_noise_and_its_code_in_the_answer_alone():
    hall = make_hall(5)
    ballot, _key = put(hall)
    noise = new_noise()
    code = cast(ballot, hall.voter("X00"), Y, noise)
    answer = paper_of(ballot, hall.voter("X00"), request("post", noise=noise.hex(), paper="y"))
    assert (answer.in_the_box, answer.noise, answer.code) == (True, "", shown(code))
    assert paper_of(ballot, hall.voter("X00")).code == ""


def test_no_page_shows_the_code_of_a_paper_that_was_refused():
    hall = make_hall(5)
    ballot, _key = put(hall)
    cast(ballot, hall.voter("X00"), Y)
    asked = request("post", noise=new_noise().hex(), paper="y")
    assert paper_of(ballot, hall.voter("X00"), asked).code == ""


def test_nobody_but_the_roll_gets_a_paper():
    hall = make_hall(5)
    ballot, _key = put(hall)
    observer = ParticipantFactory(room=hall.room)
    Seat.objects.create(meeting=hall.meeting, participant=observer)
    for nobody in (observer, seat(hall.meeting, 30), ParticipantFactory(room=hall.room)):
        paper = paper_of(ballot, nobody)
        assert (paper.on_the_roll, paper.noise) == (False, "")


@pytest.mark.parametrize("stage", ["locked", "counted", "declared", "void"])
def test_there_is_no_paper_when_the_box_is_not_open(stage):
    hall = make_hall(5)
    ballot, _key = put(hall)
    Ballot.objects.update(stage=stage)
    assert paper_of(ballot, hall.voter("X00")).noise == ""


def test_neither_noise_nor_code_is_in_a_representation():
    hall = make_hall(5)
    ballot, _key = put(hall)
    paper = paper_of(ballot, hall.voter("X00"))
    assert paper.noise not in repr(paper)


# ---- the desk


def test_the_desk_is_cautioned():
    hall = make_hall(7)
    before, key_of_box = put(hall)
    cast_all(hall, before, MIXED)
    count(before, key_of_box)
    Ballot.objects.filter(pk=before.pk).update(stage="void")
    ballot, _key = put(hall)
    cast_all(hall, ballot, [*MIXED, Y])
    caution = secret_desk(fresh(ballot), request()).context["caution"]
    assert (caution.papers, caution.guard, caution.least, caution.one_apart) == (6, 5, 3, True)
    assert not caution.too_few_for_totals


@pytest.mark.parametrize(("voters", "totals", "at_all"), [(5, False, False), (4, True, False), (2, True, True)])
def test_putting_is_cautioned_by_the_number_of_voters(voters, totals, at_all):
    caution = secret_put(make_hall(voters, simulated=3).meeting)
    assert (caution.papers, caution.too_few_for_totals, caution.too_few_at_all) == (voters, totals, at_all)


def test_a_ballot_that_is_put_again_says_so():
    hall = make_hall(5)
    ballot, _key = put(hall)
    assert not box_board(fresh(ballot)).put_again
    again, _key = put_again(ballot=ballot, now=NOON)
    assert box_board(fresh(again)).put_again
    assert "void: none of its papers counts" in secret_scene(fresh(again), "screen").html


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("demonstration", [True, False])
def test_a_demonstration_says_that_simulated_students_vote(audience, demonstration):
    hall = make_hall(5, simulated=2)
    hall.room.demonstration = demonstration
    hall.room.save()
    ballot, _key = put(hall)
    said = "simulated students cast papers" in secret_scene(fresh(ballot), audience).html
    assert said is demonstration
