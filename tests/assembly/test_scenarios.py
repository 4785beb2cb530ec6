"""The script of October 2022, step by step, by the acts and at the desk."""

import pytest

from tests.cast import HTMX, phone_of, signed_in
from tests.factories import NOON, MemberFactory, ResolutionFactory, SeatFactory, delegate_of, hall_with
from unsim.assembly import casting, meetings, motions, proceedings, scenarios, steps
from unsim.assembly.debrief import debrief_for
from unsim.assembly.floor import OutOfOrder, current_ballot
from unsim.assembly.guide import OCTOBER, guide_of
from unsim.assembly.minutes import minutes_of
from unsim.assembly.models import Meeting, Resolution
from unsim.rules.choices import Choice
from unsim.rules.motions import MotionKind
from unsim.rules.procedure import Method
from unsim.rules.profiles import SECURITY_COUNCIL, as_dict
from unsim.rules.script_2022 import SCRIPT

pytestmark = pytest.mark.django_db
STEPS = [
    "request",
    "letter",
    "introduction",
    "recorded-vote",
    "appeal",
    "reconsideration",
    "debate",
    "vote",
    "secret",
    "debrief",
]


@pytest.fixture
def texts():
    ResolutionFactory(slug="s-2022-720", symbol="S/2022/720", body="council")
    return ResolutionFactory(
        slug="a-res-es-11-4", symbol="A/RES/ES-11/4", majority="two_thirds", title="On the regions"
    )


@pytest.fixture
def meeting(texts) -> Meeting:
    """The Assembly's part; students for all who act in it and for three more."""
    meeting = hall_with("ALB RUS UKR FRA USA CHN", resolution=texts, scenario=OCTOBER)
    meetings.introduce(meeting, texts, ["UKR"], NOON)
    return meeting


def take(meeting, slug):
    scenarios.take_step(meeting=meeting, slug=slug, now=NOON)


def now(meeting) -> str:
    meeting.refresh_from_db()
    step = guide_of(meeting).now
    return step.slug if step else ""


def decide(meeting, **votes):
    """The vote that is open: {"ALB": "yes"}; then it is declared."""
    ballot = current_ballot(meeting)
    for code, choice in votes.items():
        casting.cast_vote(
            room=meeting.room,
            ballot=ballot.pk,
            participant=delegate_of(meeting, code),
            code=code,
            choice=Choice(choice),
            now=NOON,
        )
    proceedings.lock(ballot=ballot, now=NOON)
    return proceedings.declare(ballot=ballot, now=NOON).content


def up_to(meeting, slug):
    """All steps before this one, as in 2022."""
    for step in STEPS[: STEPS.index(slug)]:
        take(meeting, step)
        if step in ("recorded-vote", "vote"):
            decide(meeting, ALB="yes", FRA="yes", USA="yes", RUS="no")
        elif step in ("appeal", "reconsideration"):
            decide(meeting, ALB="no", FRA="no", USA="no", RUS="yes")


def test_the_steps_are_those_of_the_script_then_the_experiment(meeting):
    guide = guide_of(meeting)
    assert [step.slug for step in guide.steps] == STEPS
    assert {step.slug for step in SCRIPT[1:]} < set(STEPS)
    assert [step.state for step in guide.steps] == ["now", *["later"] * 9]
    assert all(step.title and step.todo and step.say and step.label for step in guide.steps)


def test_a_meeting_without_the_script_has_no_guide():
    assert guide_of(hall_with("ALB FRA")) is None


def test_from_step_to_step_as_in_2022(meeting):
    contents = {}
    assert now(meeting) == "request"
    up_to(meeting, "recorded-vote")
    assert steps.floor_of(meeting).secret_asked
    take(meeting, "recorded-vote")
    contents["recorded-vote"] = decide(meeting, ALB="yes", FRA="yes", USA="yes", RUS="no")
    assert steps.floor_of(meeting).method is Method.RECORDED
    for slug in ("appeal", "reconsideration"):
        take(meeting, slug)
        contents[slug] = decide(meeting, ALB="no", FRA="no", USA="no", RUS="yes")
    take(meeting, "debate")
    take(meeting, "vote")
    contents["vote"] = decide(meeting, ALB="yes", FRA="yes", USA="yes", RUS="no")
    assert {slug: content["decision"] for slug, content in contents.items()} == {
        "recorded-vote": "adopted",
        "appeal": "rejected",
        "reconsideration": "rejected",
        "vote": "adopted",
    }
    assert "(rule 81)" in contents["reconsideration"]["rule"]
    assert now(meeting) == "secret"
    assert debrief_for(meeting).columns[0].decision == "adopted"


def test_the_motions_are_made_by_those_who_made_them(meeting):
    up_to(meeting, "debate")
    moved = [(each["data"]["kind"], each["data"]["by"]) for each in _moves(meeting)]
    assert moved == [
        ("recorded_vote", "ALB"),
        ("point_of_order", "RUS"),
        ("appeal", "RUS"),
        ("reconsider", "RUS"),
    ]


def _moves(meeting) -> list[dict]:
    return [entry.data for entry in steps.steps_of(meeting) if entry.data["step"] == "move"]


def test_a_delegation_may_move_by_itself_first(meeting):
    up_to(meeting, "recorded-vote")
    motions.move(meeting=meeting, kind=MotionKind.RECORDED_VOTE, by="ALB", now=NOON, own=True)
    take(meeting, "recorded-vote")
    assert [each["data"]["kind"] for each in _moves(meeting)] == ["recorded_vote"]
    assert current_ballot(meeting).motion.name == "recorded_vote"


def test_another_motion_comes_first_if_it_outranks(meeting):
    up_to(meeting, "recorded-vote")
    motions.move(meeting=meeting, kind=MotionKind.SUSPEND_MEETING, by="FRA", now=NOON)
    with pytest.raises(OutOfOrder):
        take(meeting, "recorded-vote")
    assert [each["data"]["kind"] for each in _moves(meeting)] == ["suspend_meeting"]


def test_the_chair_acts_for_who_is_not_there(texts):
    meeting = hall_with("FRA USA CHN", resolution=texts, scenario=OCTOBER)
    MemberFactory(iso3="ALB"), MemberFactory(iso3="UKR")
    meetings.introduce(meeting, texts, [], NOON)
    assert guide_of(meeting).now.lacking == ("Albania", "Ukraine")
    up_to_introduction = ("request", "letter", "introduction")
    for slug in up_to_introduction:
        take(meeting, slug)
    take(meeting, "recorded-vote")
    assert current_ballot(meeting).motion.name == "recorded_vote"


def test_only_the_next_step_is_taken_and_a_second_click_changes_nothing(meeting):
    with pytest.raises(OutOfOrder):
        take(meeting, "vote")
    for slug in ("", "filibuster"):
        with pytest.raises(OutOfOrder):
            take(meeting, slug)
    take(meeting, "request")
    entries = meeting.log.count()
    take(meeting, "request")
    assert meeting.log.count() == entries
    take(meeting, "letter")
    take(meeting, "introduction")
    take(meeting, "recorded-vote")
    take(meeting, "recorded-vote")
    assert meeting.motions.count() == 1


def test_a_step_can_be_left_out_and_the_log_says_so(meeting):
    scenarios.skip_step(meeting=meeting, slug="request", now=NOON)
    scenarios.skip_step(meeting=meeting, slug="request", now=NOON)
    assert now(meeting) == "letter"
    assert [m.sentence for m in minutes_of(meeting)][-2:].count("A step of the script was left out: request.") == 1
    for slug in ("letter", "debrief"):
        with pytest.raises(OutOfOrder):
            scenarios.skip_step(meeting=meeting, slug=slug, now=NOON)


def test_a_letter_that_is_taken_back_comes_next_again(meeting):
    up_to(meeting, "introduction")
    steps.take_back_last(meeting, NOON)
    assert now(meeting) == "letter"
    take(meeting, "letter")
    assert now(meeting) == "introduction"


def test_a_vote_that_is_taken_back_is_the_next_step_again(meeting):
    up_to(meeting, "recorded-vote")
    take(meeting, "recorded-vote")
    proceedings.void(ballot=current_ballot(meeting), now=NOON)
    assert now(meeting) == "recorded-vote"
    take(meeting, "recorded-vote")
    assert decide(meeting, ALB="yes")["decision"] == "adopted"


def test_a_class_that_wants_no_recorded_vote_has_nothing_to_reconsider(meeting):
    up_to(meeting, "recorded-vote")
    take(meeting, "recorded-vote")
    decide(meeting, ALB="no", FRA="no", USA="no")
    take(meeting, "appeal")
    decide(meeting, ALB="no")
    step = guide_of(meeting).now
    assert (step.slug, step.possible) == ("reconsideration", False)
    with pytest.raises(steps.NotInOrderNow):
        take(meeting, "reconsideration")
    scenarios.skip_step(meeting=meeting, slug="reconsideration", now=NOON)
    take(meeting, "debate")
    take(meeting, "vote")
    assert current_ballot(meeting).motion.settles


def test_the_real_numbers_are_told_after_the_vote_of_the_class_and_not_before(meeting):
    def pages():
        root = f"/rooms/{meeting.room.code}/"
        teacher, student = signed_in(meeting.room.owner), phone_of(delegate_of(meeting, "FRA"))
        return [student.get(root), teacher.get(root + "screen/"), teacher.get(root + "desk/")]

    real = "107 in favour, 13 against, 39 abstaining, 34 not voting: adopted"
    up_to(meeting, "recorded-vote")
    for page in pages():
        assert real not in page.content.decode()
    take(meeting, "recorded-vote")
    for page in pages():
        assert real not in page.content.decode()
    decide(meeting, ALB="yes")
    for page in pages():
        assert real in page.content.decode()
    take(meeting, "appeal")
    decide(meeting, ALB="no")
    for page in pages():
        assert "100 against, so the ruling stood" in page.content.decode()


def test_what_the_class_and_the_assembly_decided_is_compared(meeting):
    up_to(meeting, "secret")
    compared = {step.slug: step.real for step in guide_of(meeting).compared}
    assert list(compared) == ["recorded-vote", "appeal", "reconsideration", "vote"]
    assert compared["reconsideration"].startswith("16 in favour, 104 against")
    assert compared["vote"].startswith("143 in favour, 5 against, 35 abstaining, 10 not voting")


class TestThePrologue:
    @pytest.fixture
    def prologue(self, texts) -> Meeting:
        text = Resolution.objects.get(slug="s-2022-720")
        codes = "ALB USA RUS FRA GBR CHN NOR IRL KEN MEX GHA BRA GAB IND ARE"
        meeting = hall_with(codes, resolution=text, scenario=OCTOBER, profile=as_dict(SECURITY_COUNCIL))
        for code in ("RUS", "FRA", "USA", "GBR", "CHN"):
            meeting.delegations.get(member=code).member.__class__.objects.filter(pk=code).update(permanent=True)
        meetings.introduce(meeting, text, ["USA"], NOON)
        return meeting

    def test_ends_in_the_assembly(self, prologue):
        assert [step.slug for step in guide_of(prologue).steps] == ["veto", "assembly"]
        take(prologue, "veto")
        votes = dict.fromkeys(["ALB", "USA", "FRA", "GBR", "NOR", "IRL", "KEN", "MEX", "GHA", "ARE"], "yes")
        content = decide(prologue, **votes, RUS="no", CHN="abstain")
        assert (content["decision"], content["vetoes"]) == ("rejected", ["RUS"])
        for _click in range(2):
            take(prologue, "assembly")
        after = Meeting.objects.exclude(pk=prologue.pk).get()
        prologue.room.refresh_from_db()
        assert (prologue.room.now_id, after.scenario, after.resolution.slug) == (after.pk, OCTOBER, "a-res-es-11-4")
        assert now(prologue) == ""


class TestTheDesk:
    def post(self, meeting, **sent):
        address = f"/rooms/{meeting.room.code}/meetings/{meeting.pk}/script/"
        return signed_in(meeting.room.owner).post(address, sent, headers=HTMX)

    def test_has_one_obvious_button_for_each_step(self, meeting):
        for slug in STEPS:
            page = signed_in(meeting.room.owner).get(f"/rooms/{meeting.room.code}/desk/").content.decode()
            controls = page[page.index('class="controls') :]
            assert controls.count('class="act"') == 1, slug
            if slug == "secret":
                assert 'id="put-secret" class="act"' in controls
                scenarios.skip_step(meeting=meeting, slug=slug, now=NOON)
                continue
            answer = self.post(meeting, take=slug)
            assert answer.status_code == 200, slug
            current = current_ballot(meeting)
            if current and current.undecided:
                decide(meeting, ALB="yes" if slug in ("recorded-vote", "vote") else "no")

    def test_refuses_what_is_not_next(self, meeting):
        assert self.post(meeting, take="vote").status_code == 409
        assert self.post(meeting).status_code == 409
        assert self.post(meeting, skip="request").status_code == 200

    def test_shows_source_and_doubt_and_who_acts(self, meeting):
        up_to(meeting, "recorded-vote")
        page = signed_in(meeting.room.owner).get(f"/rooms/{meeting.room.code}/desk/").content.decode()
        assert "Some reports give 24 members" in page
        assert "Reuters" in page
        assert "On a point of order Albania moves" in page
        seat = delegate_of(meeting, "ALB").seats.get()
        seat.delete()
        page = signed_in(meeting.room.owner).get(f"/rooms/{meeting.room.code}/desk/").content.decode()
        assert "No student sits for Albania" in page
        SeatFactory(delegation=meeting.delegations.get(member="ALB"))
