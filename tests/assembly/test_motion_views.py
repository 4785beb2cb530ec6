"""The President at the podium: one obvious next action at each step."""

import pytest

from tests.assembly.podium import session
from tests.factories import ResolutionFactory
from unsim.assembly.models import Ballot
from unsim.rules.floor_state import DraftStatus
from unsim.rules.profiles import MODEL_UN

pytestmark = pytest.mark.django_db
YES = {"ALB": "yes", "FRA": "yes", "UKR": "yes", "RUS": "no"}
NO = {"ALB": "no", "FRA": "no", "UKR": "no", "RUS": "yes"}


@pytest.fixture
def hall():
    return session()


def acts(page: str) -> int:
    """How many buttons are the obvious next one, in what is not folded away."""
    start = page.index('<div class="controls')
    return page[start:].split("<details")[0].count('class="act"')


class TestOneObviousAction:
    def test_in_the_debate_the_vote_on_the_text(self, hall):
        assert (hall.podium().next, acts(hall.desk())) == ("question", 1)

    @pytest.mark.parametrize("kind", ["close_debate", "recorded_vote", "suspend_meeting", "time_limit"])
    def test_with_a_motion(self, hall, kind):
        hall.moves("ALB", kind, seconds="60")
        page = hall.desk()
        assert hall.podium().next in ("vote", "grant")
        assert "Albania" in hall.podium().say
        assert page.count('id="put-recorded" class="act"') + page.count('id="grant" class="act"') == 1

    def test_the_words_fit_the_motion(self, hall):
        hall.moves("ALB", "recorded_vote")
        assert "One member suffices" in hall.podium().say
        hall.presides("grant")
        hall.moves("FRA", "close_list")
        assert "Is there any objection?" in hall.podium().say

    def test_the_one_that_outranks_comes_first(self, hall):
        hall.moves("ALB", "close_debate")
        hall.moves("FRA", "suspend_meeting")
        podium = hall.podium()
        assert (podium.motion.kind, [other.kind for other in podium.others]) == ("suspend_meeting", ["close_debate"])
        assert "Then, in this order" in hall.screen()

    def test_a_page_that_is_not_of_today_does_nothing(self, hall):
        hall.moves("ALB", "close_debate")
        hall.moves("FRA", "suspend_meeting")
        assert hall.teacher.post(f"{hall.base}motions/1/put/", {"method": "recorded"}).status_code == 409
        assert Ballot.objects.count() == 0

    def test_putting_it_twice_opens_one_ballot(self, hall):
        hall.moves("ALB", "close_debate")
        for _click in range(2):
            assert hall.teacher.post(f"{hall.base}motions/1/put/", {"method": "recorded"}).status_code == 302
        assert Ballot.objects.count() == 1

    def test_an_unknown_act(self, hall):
        assert hall.presides("dance") == 422


class TestPointsAndAppeals:
    def test_an_appeal_while_a_vote_is_open_is_counted_by_hands(self, hall):
        hall.puts("put/")
        ballot = hall.ballot
        hall.moves("RUS", "point_of_order")
        assert "Point of order" in hall.screen()
        assert hall.teacher.post(f"{hall.room}ballots/{ballot.pk}/lock/").status_code == 302
        assert hall.teacher.post(f"{hall.room}ballots/{ballot.pk}/declare/").status_code == 409
        assert hall.presides("not_well_taken") == 302
        assert hall.moves("RUS", "appeal") == 302
        assert hall.podium().next == "hands"
        assert hall.teacher.post(f"{hall.room}ballots/{ballot.pk}/declare/").status_code == 409
        appeal = f"{hall.base}motions/appeal/"
        assert hall.teacher.post(appeal, {"yes": "x", "no": "1"}).status_code == 422
        assert hall.teacher.post(appeal, {"yes": "3", "no": "2"}).status_code == 409
        assert hall.teacher.post(appeal, {"yes": "3", "no": "1", "abstain": ""}).status_code == 302
        assert hall.teacher.post(appeal, {"yes": "3", "no": "1"}).status_code == 409
        assert (hall.floor.rulings[-1].overruled, hall.floor.rulings[-1].upheld) == (True, True)
        assert (Ballot.objects.count(), hall.ballot.stage) == (1, "locked")
        assert hall.teacher.post(f"{hall.room}ballots/{ballot.pk}/declare/").status_code == 302
        log = hall.teacher.get(f"{hall.base}log/").content.decode()
        assert "3 to overrule the President, 1 against" in log

    def test_what_was_decided_on_an_appeal_by_hands_is_not_taken_back(self, hall):
        hall.puts("put/")
        hall.moves("RUS", "point_of_order")
        hall.presides("well_taken")
        hall.moves("RUS", "appeal")
        assert hall.teacher.post(f"{hall.base}motions/appeal/", {"yes": "1", "no": "3"}).status_code == 302
        assert hall.teacher.get(f"{hall.room}desk/").context["undo"] is None
        last = hall.meeting.log.filter(what="step").last()
        assert hall.teacher.post(f"{hall.base}motions/back/", {"entry": last.pk}).status_code == 409
        assert hall.floor.put == ()

    def test_a_motion_ruled_out_of_order_comes_back_when_the_ruling_is_overruled(self, hall):
        hall.moves("ALB", "close_debate")
        assert hall.presides("rule_out") == 302
        assert hall.floor.pending == ()
        hall.moves("ALB", "appeal")
        hall.puts()
        assert hall.vote(**YES) == "adopted"
        assert [moved.kind for moved in hall.floor.pending] == ["close_debate"]

    def test_in_an_experiment_too_only_a_point_interrupts(self, hall):
        hall.puts("put/")
        hall.vote(**YES)
        hall.puts("put/")
        assert hall.ballot.motion.settles is False
        assert hall.moves("ALB", "suspend_meeting") == 409
        assert hall.moves("ALB", "point_of_order") == 302

    def test_what_waits_for_the_end_of_a_vote_does_not_interrupt_it(self, hall):
        hall.moves("ALB", "close_debate")
        hall.moves("FRA", "suspend_meeting")
        hall.puts()
        assert (hall.podium().next, hall.podium().motion) == ("", None)
        assert 'class="raised"' not in hall.screen()
        assert 'id="lock-vote" class="act"' in hall.desk()

    def test_a_point_comes_before_the_next_vote(self, hall):
        hall.moves("ALB", "point_of_order")
        assert hall.puts("put/") == 409
        assert hall.presides("well_taken") == 302
        assert hall.puts("put/") == 302


class TestTakingBack:
    def entry(self, hall) -> int:
        undo = hall.teacher.get(f"{hall.room}desk/").context["undo"]
        return undo["pk"] if undo else 0

    def test_the_last_step_and_the_log_keeps_it(self, hall):
        hall.moves("ALB", "close_debate")
        entry = self.entry(hall)
        assert hall.teacher.post(f"{hall.base}motions/back/", {"entry": entry}).status_code == 302
        assert hall.floor.pending == ()
        assert hall.teacher.post(f"{hall.base}motions/back/", {"entry": entry}).status_code == 409
        log = hall.teacher.get(f"{hall.base}log/").content.decode()
        assert "Taken back: Albania moved: Close the debate." in log

    def test_not_what_a_page_showed_before(self, hall):
        hall.moves("ALB", "close_debate")
        entry = self.entry(hall)
        hall.moves("FRA", "suspend_meeting")
        assert hall.teacher.post(f"{hall.base}motions/back/", {"entry": entry}).status_code == 409
        assert len(hall.floor.pending) == 2

    def test_nothing_after_a_declaration(self, hall):
        hall.moves("ALB", "close_debate")
        hall.puts()
        hall.vote(**YES)
        assert self.entry(hall) == 0
        assert hall.teacher.post(f"{hall.base}motions/back/", {"entry": 1}).status_code == 409

    def test_a_void_vote_brings_the_motion_back(self, hall):
        hall.moves("ALB", "close_debate")
        hall.puts()
        assert hall.teacher.post(f"{hall.room}ballots/{hall.ballot.pk}/void/").status_code == 302
        assert hall.podium().motion.kind == "close_debate"
        assert hall.floor.put == ()


class TestAmendmentsAndDivision:
    def test_from_amendments_to_the_whole_as_amended(self, hall):
        hall.moves("ALB", "amendment", change="delete", at="4")
        hall.moves("FRA", "amendment", change="revise", at="4", text="Asks for large cups;")
        hall.moves("RUS", "amendment", change="add", at="5", text="3. Thanks the plumbers;")
        assert hall.podium().next == "rank"
        assert hall.puts("put/") == 409
        ranking = {"act": "rank", "place-A1": "2", "place-A2": "3", "place-A3": "1", "excludes-A1": ["A2"]}
        assert hall.teacher.post(f"{hall.base}amendments/", ranking).status_code == 302
        hall.puts("put/")
        assert "Amendment A3 adds after clause 3" in hall.screen()
        assert "Thanks the plumbers;" in hall.screen()
        assert hall.vote(**NO) == "rejected"
        hall.puts("put/")
        assert hall.ballot.motion.words == "Amendment A1 deletes clause 2"
        assert hall.vote(**YES) == "adopted"
        assert [each.status for each in hall.floor.draft.amendments.all] == ["rejected", "adopted", "not_put"]
        hall.puts("put/")
        assert (hall.ballot.motion.of, hall.vote(**YES)) == ("whole", "adopted")
        assert hall.floor.drafts[0].status is DraftStatus.ADOPTED

    def test_clause_by_clause_and_then_what_is_left(self, hall):
        hall.moves("ALB", "division", parts=["3", "4"], together="0")
        assert "clause 1; clause 2" in hall.screen()
        assert hall.presides("grant") == 302
        assert "separate vote" in hall.phone("FRA")
        for choices in (NO, YES):
            hall.puts("put/")
            hall.vote(**choices)
        hall.presides("go_on")
        page = hall.phone("FRA")
        assert "<s>Calls for taps;</s>" in page
        assert "adopted separately" in page
        hall.puts("put/")
        assert (hall.ballot.motion.of, hall.vote(**YES)) == ("whole", "adopted")

    def test_all_operative_parts_rejected_reject_the_whole(self, hall):
        hall.moves("ALB", "division", parts=["3", "4", "5"], together="1")
        hall.presides("grant")
        hall.puts("put/")
        hall.vote(**NO)
        assert hall.floor.drafts[0].status is DraftStatus.REJECTED

    def test_friendly_amendments_where_the_rules_know_them(self, hall):
        friendly = session(profile=MODEL_UN)
        for each, status in ((hall, 409), (friendly, 302)):
            each.moves("ALB", "amendment", change="revise", at="4", text="Asks for large cups;")
            answer = each.teacher.post(f"{each.base}amendments/", {"act": "accept", "name": "A1"})
            assert answer.status_code == status
        assert "Asks for large cups;" in friendly.phone("FRA")
        assert "revised" in friendly.phone("FRA")

    def test_an_equal_vote_on_an_amendment_is_taken_again_by_any_method(self, hall):
        hall.moves("ALB", "amendment", change="delete", at="4")
        hall.puts("put/")
        assert hall.vote(ALB="yes", RUS="no", FRA="abstain", UKR="abstain") == "equally_divided"
        hall.puts("put/", method="roll_call")
        hall.teacher.post(f"{hall.room}ballots/{hall.ballot.pk}/void/")
        hall.puts("put/")
        assert hall.vote(ALB="yes", RUS="no", FRA="abstain", UKR="abstain") == "rejected"
        assert hall.floor.draft.amendments.all[0].status == "rejected"


class TestDrafts:
    def test_a_rival_is_voted_on_after_the_first_and_the_meeting_follows(self, hall):
        rival = ResolutionFactory(title="On tea")
        assert hall.teacher.get(f"{hall.base}drafts/").status_code == 200
        for status in (302, 422):  # once
            answer = hall.teacher.post(f"{hall.base}drafts/", {"text": rival.pk, "by": "FRA"})
            assert answer.status_code == status
        assert [draft.name for draft in hall.floor.drafts] == ["On water", "On tea"]
        hall.puts("put/")
        hall.vote(**YES)
        assert 'id="go-on" class="act"' in hall.desk()
        assert hall.presides("go_on") == 302
        assert "On tea" in hall.screen()
        hall.moves("RUS", "vote_on_next")
        hall.puts()
        assert hall.vote(**NO) == "rejected"
        assert hall.floor.drafts[1].status is DraftStatus.NOT_PUT

    def test_one_that_is_typed_in_and_withdrawn_by_its_sponsor(self, hall):
        typed = {"text": "here", "title": "On juice", "words": "1. Asks for juice.", "majority": "simple", "by": "FRA"}
        assert hall.teacher.post(f"{hall.base}drafts/", typed).status_code == 302
        withdraw = {"act": "withdraw_draft", "name": "On juice"}
        assert hall.teacher.post(f"{hall.base}amendments/", {**withdraw, "by": "RUS"}).status_code == 409
        assert hall.teacher.post(f"{hall.base}amendments/", {**withdraw, "by": "FRA"}).status_code == 302
        assert [draft.status for draft in hall.floor.drafts] == ["pending", "withdrawn"]

    def test_after_all_is_decided_the_next_item_is_opened(self, hall):
        hall.moves("ALB", "close_debate")
        hall.puts()
        hall.vote(**YES)
        hall.puts("put/")
        hall.vote(**YES)
        typed = {"text": "here", "title": "On juice", "words": "1. Asks for juice.", "majority": "simple"}
        assert hall.teacher.post(f"{hall.base}drafts/", typed).status_code == 302
        assert (hall.floor.stage, hall.floor.draft.name) == ("debate", "On juice")
        assert "On juice" in hall.screen()


class TestForADelegationWithoutADevice:
    def test_choose_the_delegation_and_the_motion(self, hall):
        page = hall.teacher.get(f"{hall.base}motions/enter/", {"kind": "time_limit", "by": "FRA"})
        assert "Seconds of each speech" in page.content.decode()
        sent = {"kind": "time_limit", "by": "FRA"}
        assert hall.teacher.post(f"{hall.base}motions/enter/", sent).status_code == 422
        assert hall.teacher.post(f"{hall.base}motions/enter/", {**sent, "seconds": "60"}).status_code == 302
        hall.puts()
        hall.vote(**YES)
        assert hall.floor.speech_seconds == 60

    def test_an_amendment(self, hall):
        sent = {"kind": "amendment", "by": "FRA", "change": "delete", "at": "3"}
        assert hall.teacher.post(f"{hall.base}motions/enter/", sent).status_code == 302
        assert hall.floor.draft.amendments.pending[0].by == "FRA"

    def test_speakers_seconds_and_objections_are_entered(self, hall):
        assert hall.teacher.post(f"{hall.base}motions/enter/", {"kind": "close_list", "by": "FRA"}).status_code == 302
        assert hall.presides("object", by="RUS") == 302
        assert hall.podium().next == "vote"
        assert hall.presides("object", by="ZZZ") == 422

    def test_a_caucus(self):
        hall = session(profile=MODEL_UN)
        sent = {"kind": "moderated_caucus", "by": "FRA", "minutes": "5", "each": "30"}
        assert hall.teacher.post(f"{hall.base}motions/enter/", sent).status_code == 302
        assert hall.presides("second", by="ALB") == 302
        hall.puts()
        hall.vote(**YES)
        hall.presides("go_on")
        assert (hall.floor.caucus.seconds, hall.floor.caucus.each) == (300, 30)
        assert "Moderated caucus" in hall.screen()
        assert hall.podium().next == "end_caucus"
        assert hall.presides("end_caucus") == 302
        assert hall.podium().next == "question"
