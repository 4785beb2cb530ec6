"""The Security Council: its members of September 2022, the veto, and the three votes of the seeds."""

from random import Random

import pytest

from tests.cast import phone_of, signed_in
from tests.factories import NOON, MemberFactory, ParticipantFactory, ResolutionFactory, RoomFactory, delegate_of
from unsim.assembly import attendance, casting, meetings, proceedings, seating, simulation
from unsim.assembly.council import council_of
from unsim.assembly.debrief import debrief_for
from unsim.assembly.models import Meeting, Member, Resolution
from unsim.assembly.seeding import seed_members, seed_resolutions
from unsim.members import read_members
from unsim.resolutions import read_resolutions
from unsim.rooms.activities import activity
from unsim.rules.choices import Choice
from unsim.rules.majority import Majority

pytestmark = pytest.mark.django_db
COUNCIL = ["ALB", "ARE", "BRA", "CHN", "FRA", "GAB", "GBR", "GHA", "IND", "IRL", "KEN", "MEX", "NOR", "RUS", "USA"]


@pytest.fixture
def seeds():
    seed_members(read_members())
    seed_resolutions(text for text in read_resolutions() if text.body == "council")


def council(slug: str, people: int = 16) -> Meeting:
    """A meeting of the Council on this text, dealt by lot to so many people."""
    room = RoomFactory()
    ParticipantFactory.create_batch(people, room=room)
    meeting = meetings.start_meeting(room=room, resolution=Resolution.objects.get(slug=slug), now=NOON)
    seating.deal_by_lot(meeting=meeting, size=193, lot=Random(1), now=NOON)
    attendance.mark_all(meeting=meeting, seated_only=True, now=NOON)
    meetings.open_meeting(meeting=meeting, now=NOON)
    meeting.refresh_from_db()
    return meeting


def put(meeting: Meeting):
    return proceedings.put_to_recorded_vote(meeting=meeting, majority=Majority.SIMPLE, hidden=False, now=NOON)


def vote_as_in_2022(meeting: Meeting):
    ballot = put(meeting)
    for code, choice in meeting.resolution.real_votes.values_list("member_id", "choice"):
        person = delegate_of(meeting, code)
        casting.cast_vote(
            room=meeting.room, ballot=ballot.pk, participant=person, code=code, choice=Choice(choice), now=NOON
        )
    proceedings.lock(ballot=ballot, now=NOON)
    proceedings.declare(ballot=ballot, now=NOON)
    ballot.refresh_from_db()
    return ballot


def pages(meeting: Meeting, code: str = "RUS") -> dict[str, str]:
    root = f"/rooms/{meeting.room.code}/"
    teacher, student = signed_in(meeting.room.owner), phone_of(delegate_of(meeting, code))
    gotten = {"desk": teacher.get(root + "desk/"), "screen": teacher.get(root + "screen/"), "phone": student.get(root)}
    return {name: page.content.decode() for name, page in gotten.items()}


@pytest.mark.parametrize("slug", ["s-2022-155", "s-res-2623", "s-2022-720"])
def test_its_fifteen_members_are_dealt_whatever_the_size(seeds, slug):
    meeting = council(slug)
    assert sorted(meeting.delegations.values_list("member_id", flat=True)) == COUNCIL
    assert meeting.seats.exclude(delegation=None).count() == 16


def test_a_text_without_a_record_has_the_members_of_the_latest_vote(seeds):
    assert council_of(ResolutionFactory(body="council")) == COUNCIL


def test_without_any_record_there_is_no_council_to_deal():
    MemberFactory(iso3="ALB")
    meeting = meetings.start_meeting(room=RoomFactory(), resolution=ResolutionFactory(body="council"), now=NOON)
    with pytest.raises(seating.NotADealing):
        seating.deal_by_lot(meeting=meeting, size=5, lot=Random(1), now=NOON)


def test_nobody_else_takes_a_seat_in_it(seeds):
    meeting = council("s-2022-155")
    with pytest.raises(seating.NotDealt):
        seating.add_delegation(meeting=meeting, code="UKR")
    page = signed_in(meeting.room.owner).get(f"/rooms/{meeting.room.code}/meetings/{meeting.pk}/seating/")
    assert "Afghanistan" not in page.content.decode()


@pytest.mark.parametrize(
    ("slug", "decision", "said", "rule", "vetoes"),
    [
        ("s-2022-155", "rejected", "11 in favour, 1 against, 3 abstaining; 9 votes", "Article 27(3)", ["RUS"]),
        ("s-res-2623", "adopted", "11 in favour, 1 against, 3 abstaining; 9 votes", "Article 27(2)", []),
        ("s-2022-720", "rejected", "10 in favour, 1 against, 4 abstaining; 9 votes", "Article 27(3)", ["RUS"]),
    ],
)
def test_the_votes_of_2022_decide_what_they_decided(seeds, slug, decision, said, rule, vetoes):
    meeting = council(slug)
    content = vote_as_in_2022(meeting).record.content
    assert (content["decision"], content["vetoes"], content["majority"]) == (decision, vetoes, "")
    assert said in content["sum"]
    assert rule in content["rule"]
    real = debrief_for(meeting).columns[-1]
    assert (real.who, real.decision, real.sum) == ("real", decision, content["sum"])


def test_the_veto_is_marked_everywhere_and_the_debrief_says_what_it_barred(seeds):
    meeting = council("s-2022-155")
    ballot = vote_as_in_2022(meeting)
    for name, page in pages(meeting).items():
        assert "Veto</b>" in page, name
        assert "a permanent member voted against (veto)" in page, name
    assert "a permanent member of the Council voted against it" in pages(meeting)["desk"]
    record = signed_in(meeting.room.owner).get(f"/rooms/{meeting.room.code}/records/{ballot.record.pk}/")
    assert record.content.decode().count("Veto</b>") == 1
    meetings.show_debrief(meeting=meeting, on=True, now=NOON)
    for name, page in pages(meeting).items():
        assert "Without the veto:" in page, name
    assert {line.code for line in debrief_for(meeting).lines if line.veto} == {"RUS"}


def test_a_procedural_vote_knows_no_veto(seeds):
    meeting = council("s-res-2623")
    vote_as_in_2022(meeting)
    for page in pages(meeting).values():
        assert "Veto</b>" not in page


def test_a_veto_shows_no_earlier_than_the_vote(seeds):
    meeting = council("s-2022-155")
    ballot = proceedings.put_to_recorded_vote(meeting=meeting, majority=Majority.SIMPLE, hidden=True, now=NOON)
    person = delegate_of(meeting, "RUS")
    casting.cast_vote(room=meeting.room, ballot=ballot.pk, participant=person, code="RUS", choice=Choice.NO, now=NOON)
    for page in pages(meeting).values():
        assert "Veto</b>" not in page


def test_it_has_no_quorum_but_its_nine_votes(seeds):
    meeting = council("s-2022-155", people=2)
    assert meeting.stage == "in_session"
    ballot = put(meeting)
    proceedings.lock(ballot=ballot, now=NOON)
    assert proceedings.declare(ballot=ballot, now=NOON).content["decision"] == "rejected"


def test_empty_seats_of_the_council_can_be_played(seeds):
    meeting = council("s-2022-155", people=2)
    simulation.play_empty_seats(meeting=meeting, how="record", seed="x", now=NOON)
    meeting.refresh_from_db()
    ballot = put(meeting)
    assert ballot.votes.filter(by="simulation").count() == 13


def test_it_is_called_by_its_name(seeds):
    meeting = council("s-2022-155")
    shown = pages(meeting)
    assert "Security Council in session" in shown["desk"]
    assert "The Council has before it" in shown["desk"]
    assert "General Assembly in session" not in shown["desk"] + shown["screen"]
    assert "Before the Council" in shown["phone"]
    assert activity("meeting").entries(meeting.room)[0].title == "Security Council: S/2022/155"


def test_everybody_of_the_council_is_a_member_of_the_seeds(seeds):
    assert Member.objects.filter(pk__in=COUNCIL, permanent=True).count() == 5
