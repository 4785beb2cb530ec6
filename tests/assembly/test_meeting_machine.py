"""A whole meeting through its pages: whatever anybody asks, nothing ends in an error or in an illegal state."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.cast import HTMX, make_cast, phone_of
from tests.factories import NOON, MemberFactory, ResolutionFactory, SeatFactory, delegate_of, hall_with
from unsim.assembly import meetings, steps
from unsim.assembly.models import Ballot, Meeting
from unsim.assembly.motion_views import FOR_A_DELEGATION, STEPS
from unsim.assembly.speaking_views import DIRECTED
from unsim.rules.floor_state import DraftStatus
from unsim.rules.motions import MotionKind, Stage
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, as_dict, edited

CODES = ["ALB", "FRA", "RUS", "UKR"]
TEXT = "The Assembly,\n\nNoting that tests fail,\n\n1. Calls for patience;\n\n2. Asks for tea;\n\n3. Decides to rest."
PROFILES = [GENERAL_ASSEMBLY, MODEL_UN, edited(MODEL_UN, seconds=False, second_vote_on_tie=True)]
ALLOWED = {200, 302, 404, 409, 422}

codes = st.sampled_from(CODES)
kinds = st.sampled_from([kind.value for kind in MotionKind])
# Likely and unlikely fields of all forms at once: a form takes what it knows.
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "minutes": st.sampled_from(["5", "0", "x", "99999"]),
        "seconds": st.sampled_from(["60", "-1", ""]),
        "each": st.sampled_from(["30", "9999"]),
        "parts": st.lists(st.sampled_from(["1", "3", "4", "5", "9"]), max_size=3),
        "together": st.sampled_from(["0", "1"]),
        "about": st.sampled_from(["method", "On tests", "Another", "nothing"]),
        "change": st.sampled_from(["add", "delete", "revise"]),
        "at": st.sampled_from(["0", "3", "4", "6", "77"]),
        "text": st.sampled_from(["", "Asks for coffee;", "1. Thanks everybody;"]),
    },
)
GOOD = {
    "minutes": "5", "seconds": "60", "each": "30", "parts": ["4", "5"], "together": "0",
    "about": "method", "change": "revise", "at": "4", "text": "Asks for coffee;",
}  # fmt: skip


class MeetingMachine(RuleBasedStateMachine):
    @initialize(profile=st.sampled_from(PROFILES))
    def a_meeting_in_session(self, profile):
        self.cast = make_cast()
        text = ResolutionFactory(title="On tests", summary=TEXT)
        self.meeting = hall_with(" ".join(CODES), room=self.cast.room, resolution=text, profile=as_dict(profile))
        SeatFactory(delegation=self.meeting.delegations.get(member="FRA"), participant=self.cast.participant)
        self.phones = {code: phone_of(delegate_of(self.meeting, code)) for code in CODES}
        meetings.introduce(self.meeting, text, ["UKR"], NOON)
        MemberFactory(iso3="HUN")
        self.rival = ResolutionFactory(title="Another", summary="No clauses here.")
        self.declared: dict[int, dict] = {}
        self.drafts: dict[str, str] = {}

    # ---- what people do

    def base(self) -> str:
        return f"/rooms/{self.cast.room.code}/meetings/{self.meeting.pk}/"

    def send(self, client, path, data, htmx=False):
        answer = client.post(path, data, headers=HTMX if htmx else {})
        assert answer.status_code in ALLOWED, (path, data, answer.status_code)
        return answer.status_code

    @rule(code=codes, kind=kinds, fields=FIELDS, made_for=codes, htmx=st.booleans())
    def move_anything(self, code, kind, fields, made_for, htmx):
        self.send(self.phones[code], f"{self.base()}moves/{kind}/", {**fields, "delegation": made_for}, htmx)

    def go_forward(self, data, code, other, carried, how_far):
        """A motion that is offered is moved, dealt with and decided, or is left on the way."""
        doings = [
            lambda: self.move_what_is_offered(code, data),
            lambda: self.do_what_is_next(carried, other),
            lambda: self.do_what_is_next(carried, other),
            lambda: self.have_the_result(["yes" if carried else "no"] * 3 + ["abstain"]),
            lambda: self.send(self.cast.teacher, f"{self.base()}motions/preside/", {"act": "go_on"}),
        ]
        for doing in doings[:how_far]:
            doing()

    # Most of what people do makes sense: else a meeting would hardly come to its first vote.
    for often in range(12):
        locals()[f"go_forward_{often}"] = rule(
            data=st.data(), code=codes, other=codes, carried=st.booleans(), how_far=st.integers(1, 5)
        )(go_forward)

    def move_what_is_offered(self, code, data):
        offered = self.phones[code].get(f"/rooms/{self.cast.room.code}/").context
        moves = offered.get("moves") if offered else None
        if moves and moves.offers:
            kind = data.draw(st.sampled_from([offer.kind for offer in moves.offers]))
            about = {"about": (*steps.floor_of(self.fresh()).reconsiderable, "method")[0]}
            self.send(self.phones[code], f"{self.base()}moves/{kind}/", {**GOOD, **about, "delegation": code})

    @rule(code=codes, number=st.integers(0, 6), act=st.sampled_from(["second", "object", "withdraw", "shout"]))
    def answer_a_motion(self, code, number, act):
        self.send(self.phones[code], f"{self.base()}moved/{number}/", {"act": act, "delegation": code})

    @rule(code=codes, name=st.sampled_from(["A1", "A2", ""]))
    def withdraw_an_amendment(self, code, name):
        self.send(self.phones[code], f"{self.base()}amendments/withdraw/", {"name": name, "delegation": code})

    @rule(act=st.sampled_from([*STEPS, *FOR_A_DELEGATION, "go_on", "dance"]), number=st.integers(0, 6), by=codes)
    def preside(self, act, number, by):
        self.send(self.cast.teacher, f"{self.base()}motions/preside/", {"act": act, "number": number, "by": by})

    def do_what_is_next(self, carried, by):
        """As a President does who presses the obvious button."""
        page = self.desk()
        podium = page.get("podium")
        motion = podium.motion if podium else None
        number = {"number": motion.number} if motion else {}
        act = {"rule": "well_taken", "answer": "answered", "second": "second", "grant": "grant"}.get(
            podium.next if podium else "", podium.next if podium else ""
        )
        if act == "vote":
            self.send(self.cast.teacher, f"{self.base()}motions/{motion.number}/put/", {"method": "recorded"})
        elif act == "hands":
            hands = {"yes": 3 if carried else 1, "no": 1}
            assert self.send(self.cast.teacher, f"{self.base()}motions/appeal/", hands) in (302, 409)
        elif act == "rank":
            assert self.send(self.cast.teacher, f"{self.base()}amendments/", {"act": "rank"}) == 302
        elif act == "question":
            self.send(self.cast.teacher, f"{self.base()}put/", {"majority": "simple", "method": "recorded"})
        elif act:
            self.send(self.cast.teacher, f"{self.base()}motions/preside/", {"act": act, "by": by, **number})

    @rule(kind=kinds, by=codes, fields=FIELDS)
    def enter_for_a_delegation(self, kind, by, fields):
        address = f"{self.base()}motions/enter/"
        assert self.cast.teacher.get(address, {"kind": kind, "by": by}).status_code == 200
        self.send(self.cast.teacher, address, {**fields, "kind": kind, "by": by})

    @rule(number=st.integers(0, 6), method=st.sampled_from(["recorded", "hands", "roll_call", "secret", "by ear"]))
    def put_a_motion(self, number, method):
        self.send(self.cast.teacher, f"{self.base()}motions/{number}/put/", {"method": method})

    @rule(yes=st.sampled_from(["", "1", "900", "x"]), no=st.sampled_from(["0", "3"]))
    def count_an_appeal(self, yes, no):
        self.send(self.cast.teacher, f"{self.base()}motions/appeal/", {"yes": yes, "no": no})

    @rule(method=st.sampled_from(["recorded", "hands"]))
    def put_the_text(self, method):
        self.send(self.cast.teacher, f"{self.base()}put/", {"majority": "simple", "method": method})

    @rule()
    def put_it_in_secret(self):
        sent = {"majority": "simple", "publish": "outcome"}
        self.send(self.cast.teacher, f"{self.base()}secret/", sent)

    @rule(choices=st.lists(st.sampled_from(["yes", "no", "abstain"]), min_size=4, max_size=4))
    def have_the_result(self, choices):
        for ballot in self.standing():
            for code, choice in zip(CODES, choices, strict=True):
                address = f"/rooms/{self.cast.room.code}/ballots/{ballot.pk}/cast/"
                self.send(self.phones[code], address, {"choice": choice, "delegation": code})
            self.ballot_act(ballot, "lock")
            self.ballot_act(ballot, "declare")

    @rule(act=st.sampled_from(["lock", "reopen", "void", "declare"]))
    def handle_the_vote(self, act):
        for ballot in self.standing():
            self.ballot_act(ballot, act)

    def ballot_act(self, ballot, act):
        self.send(self.cast.teacher, f"/rooms/{self.cast.room.code}/ballots/{ballot.pk}/{act}/", {})

    @rule(back=st.integers(0, 1))
    def take_the_last_step_back(self, back):
        undo = self.desk().get("undo")
        entry = undo["pk"] - back if undo else 0
        self.send(self.cast.teacher, f"{self.base()}motions/back/", {"entry": entry})

    @rule(act=st.sampled_from(["rank", "accept", "withdraw", "withdraw_draft", "burn"]), by=codes,
          name=st.sampled_from(["A1", "A2", "On tests"]))  # fmt: skip
    def see_to_amendments(self, act, by, name):
        sent = {"act": act, "by": by, "name": name, "place-A1": "2", "excludes-A2": ["A1"]}
        self.send(self.cast.teacher, f"{self.base()}amendments/", sent)

    @rule(typed=st.booleans(), by=codes)
    def introduce_another(self, typed, by):
        words = {"text": "here", "title": "Third", "words": "1. Rests.", "majority": "simple"}
        sent = words if typed else {"text": self.rival.pk}
        self.send(self.cast.teacher, f"{self.base()}drafts/", {**sent, "by": by})

    @rule(code=codes, made_for=codes, do=st.sampled_from(["ask", "leave", "reply", "yield", "sing"]),
          to=st.sampled_from(["", "chair", "questions", "FRA", "USA"]))  # fmt: skip
    def speak(self, code, made_for, do, to):
        self.send(self.phones[code], f"{self.base()}speakers/own/", {"do": do, "delegation": made_for, "to": to})

    @rule(do=st.sampled_from([*DIRECTED, "sing"]), code=codes, seconds=st.sampled_from(["", "60", "0", "x"]),
          to=st.sampled_from(["chair", "UKR"]))  # fmt: skip
    def direct_the_speakers(self, do, code, seconds, to):
        sent = {"do": do, "code": code, "seconds": seconds, "to": to}
        self.send(self.cast.teacher, f"{self.base()}speakers/", sent)

    @rule(code=codes, answer=st.sampled_from(["present", "present_and_voting", "absent", "back", "late"]))
    def call_the_roll(self, code, answer):
        self.send(self.cast.teacher, f"{self.base()}roll/", {"at": code, "answer": answer})

    @rule(act=st.sampled_from(["open", "back"]))
    def leave_the_session_and_come_back(self, act):
        self.send(self.cast.teacher, f"{self.base()}{act}/", {})

    @rule(on=st.sampled_from(["0", "1"]))
    def show_the_debrief(self, on):
        self.send(self.cast.teacher, f"{self.base()}debrief/", {"on": on})

    @rule(code=codes, how=st.sampled_from(["present", "absent"]))
    def come_and_go(self, code, how):
        self.send(self.cast.teacher, f"{self.base()}attendance/", {how: code})

    @rule(back=st.booleans())
    def lose_a_delegation_and_find_it_again(self, back):
        """Hungary has no student: the podium acts for it, and it may be gone when its motion comes up."""
        which = "add" if back else "remove"
        self.send(self.cast.teacher, f"{self.base()}delegations/{which}/", {"code": "HUN"})
        self.send(self.cast.teacher, f"{self.base()}motions/enter/", {"kind": "suspend_meeting", "by": "HUN"})

    @rule(act=st.sampled_from([*STEPS, "go_on"]), by=codes)
    def preside_as_a_student(self, act, by):
        self.meeting.dais.get_or_create(participant=self.cast.participant, defaults={"role": "president"})
        assert self.cast.delegate.get(f"/rooms/{self.cast.room.code}/podium/").status_code == 200
        self.send(self.cast.delegate, f"{self.base()}motions/preside/", {"act": act, "by": by, "number": 1})

    @rule(who=st.sampled_from(["other_teacher", "other_delegate", "projector", "stranger"]), act=st.sampled_from(
        ["motions/preside/", "moves/close_debate/", "motions/1/put/", "amendments/", "motions/back/"]))  # fmt: skip
    def somebody_else(self, who, act):
        before = self.meeting.log.count()
        answer = getattr(self.cast, who).post(self.base() + act, {"act": "resume", "delegation": "ALB"})
        assert answer.status_code in (302, 403)
        assert self.meeting.log.count() == before

    # ---- what holds

    def fresh(self) -> Meeting:
        return Meeting.objects.select_related("resolution").get(pk=self.meeting.pk)

    def standing(self) -> list[Ballot]:
        return [ballot for ballot in Ballot.objects.of(self.meeting) if ballot.stage in ("open", "locked")]

    def desk(self):
        context = self.cast.teacher.get(f"/rooms/{self.cast.room.code}/desk/").context
        return {key: context.get(key) for key in ("podium", "undo")}

    @invariant()
    def every_page_opens(self):
        code = self.cast.room.code
        assert self.cast.teacher.get(f"/rooms/{code}/desk/").status_code == 200
        assert self.cast.projector.get(f"/rooms/{code}/screen/").status_code == 200
        assert self.phones["ALB"].get(f"/rooms/{code}/").status_code == 200
        assert self.cast.teacher.get(f"{self.base()}log/").status_code == 200

    @invariant()
    def one_vote_goes_on_at_most_and_the_floor_knows_of_it(self):
        standing = [b for b in Ballot.objects.of(self.meeting) if b.undecided]
        floor = steps.floor_of(self.fresh())
        assert len(standing) <= 1
        of_motions = [ballot for ballot in standing if ballot.motion.of == "motion"]
        assert len(floor.put) == len(of_motions)
        if standing and standing[0].motion.settles:
            assert floor.stage is Stage.VOTING

    @invariant()
    def the_text_is_the_draft_that_is_put_first(self):
        meeting = self.fresh()
        floor = steps.floor_of(meeting)
        if floor.draft:
            assert steps.draft_name(meeting.resolution) == floor.draft.name

    @invariant()
    def what_was_declared_stays_and_is_what_the_floor_says(self):
        for ballot in Ballot.objects.of(self.meeting).declared().select_related("record"):
            content = ballot.record.content
            assert self.declared.setdefault(ballot.pk, content) == content
        decided = {draft.name: draft.status for draft in steps.floor_of(self.fresh()).drafts}
        for name, status in decided.items():
            if status in (DraftStatus.ADOPTED, DraftStatus.REJECTED):
                assert self.declared, name


@pytest.mark.django_db
def test_a_meeting_in_any_order():
    run_state_machine_as_test(
        MeetingMachine,
        settings=settings(
            max_examples=8, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
