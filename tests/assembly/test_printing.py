import json

import pytest

from tests.factories import NOON, MemberFactory, ResolutionFactory, ballot_in, hall_with
from unsim.assembly import proceedings
from unsim.assembly.cards import agreement_of
from unsim.assembly.printing import sheets_of

pytestmark = pytest.mark.django_db
KINDS = ("cards", "placards", "attendance")


@pytest.fixture
def meeting(cast):
    meeting = hall_with("ALB FRA UKR", room=cast.room)
    meeting.delegations.filter(member="ALB").update(argues="Open votes")
    return meeting


def test_a_sheet_for_each_delegation(meeting):
    sheets = sheets_of(meeting)
    assert [(sheet.member.pk, len(sheet.people), sheet.argues) for sheet in sheets] == [
        ("ALB", 1, "Open votes"),
        ("FRA", 1, ""),
        ("UKR", 1, ""),
    ]


def test_the_votes_of_all_members_take_one_query(meeting, django_assert_max_num_queries):
    text = ResolutionFactory()
    for code in ("ALB", "UKR"):
        text.real_votes.create(member=MemberFactory(iso3=code), choice="yes")
    with django_assert_max_num_queries(4):
        assert [len(sheet.past) for sheet in sheets_of(meeting)] == [1, 0, 1]


def test_agreement_with_others_is_told_in_per_cent():
    shared = {one.partner: one for one in agreement_of("ALB")}
    assert set(shared) == {"USA", "RUS", "CHN", "FRA", "IND", "majority"}
    assert all(0 <= one.percent <= 100 for one in shared.values())
    assert (shared["FRA"].name, shared["majority"].name) == ("France", "")
    assert "FRA" not in {one.partner for one in agreement_of("FRA")}
    assert agreement_of("XXX") == ()


@pytest.mark.parametrize("kind", KINDS)
def test_the_papers_are_for_the_dais(cast, meeting, kind):
    address = f"/rooms/{cast.room.code}/meetings/{meeting.pk}/print/{kind}/"
    page = cast.teacher.get(address)
    assert (page.status_code, page.content.decode().count("Albania")) == (200, 1)
    for name, client in cast.clients().items():
        if name != "teacher":
            assert client.get(address).status_code in (302, 403), name
    assert cast.teacher.get(address.replace(kind, "money")).status_code == 404


def test_a_record_as_json(cast, meeting):
    record = proceedings.declare(ballot=ballot_in(meeting, {"ALB": "yes", "FRA": "no"}, stage="locked"), now=NOON)
    answer = cast.teacher.get(f"/rooms/{cast.room.code}/records/{record.pk}/record.json")
    told = json.loads(answer.content)
    assert answer["Content-Disposition"].endswith('.json"')
    assert (told["decision"], told["tally"]) == ("equally_divided", {"yes": 1, "no": 1, "abstain": 0, "absent": 1})
    assert [{name: line[name] for name in ("ms_code", "ms_name", "ms_vote")} for line in told["votes"]] == [
        {"ms_code": "ALB", "ms_name": "Albania", "ms_vote": "Y"},
        {"ms_code": "FRA", "ms_name": "France", "ms_vote": "N"},
        {"ms_code": "UKR", "ms_name": "Ukraine", "ms_vote": ""},
    ]
    for name, client in cast.clients().items():
        if name != "teacher":
            assert client.get(f"/rooms/{cast.room.code}/records/{record.pk}/record.json").status_code in (302, 403), (
                name
            )
