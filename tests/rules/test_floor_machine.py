"""No sequence of steps, in or out of order, leads a meeting where it must not be."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.rules.meetings import PARTICULARS
from unsim.rules.decision import Outcome
from unsim.rules.floor import next_motion, opened
from unsim.rules.floor_state import DraftStatus
from unsim.rules.in_order import in_order
from unsim.rules.minutes import STEPS, Step, replay, take
from unsim.rules.motion_table import POINTS
from unsim.rules.motions import MotionKind, Side, Stage, precedes
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, SECURITY_COUNCIL, edited
from unsim.rules.refusals import RuledOut

K = MotionKind
PROFILES = (
    GENERAL_ASSEMBLY,
    SECURITY_COUNCIL,
    MODEL_UN,
    edited(MODEL_UN, seconds=False, second_vote_on_tie=True),
)
STOPPED = (Stage.SUSPENDED, Stage.ADJOURNED)
DECIDED = (DraftStatus.ADOPTED, DraftStatus.REJECTED)

people = st.sampled_from(["UKR", "ALB", "RUS"])
numbers = st.integers(1, 12)
texts = st.sampled_from(["L.5", "L.6"])
names = st.sampled_from(["A", "B"])

# What each step is given; all but `move`, which has rules of its own.
DATA: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "second": {"number": numbers, "by": people},
    "drop": {"number": numbers},
    "withdraw": {"number": numbers, "by": people},
    "object_to": {"number": numbers, "by": people},
    "hear": {"by": people, "side": st.sampled_from(list(Side))},
    "rule": {"upheld": st.booleans()},
    "rule_out": {"number": numbers},
    "put": {},
    "grant": {},
    "decide": {"carried": st.booleans()},
    "resume": {},
    "end_caucus": {},
    "ask_secret": {},
    "open_debate": {},
    "introduce": {"name": texts, "sponsors": st.lists(people, max_size=2), "important": st.booleans()},
    "withdraw_draft": {"name": texts, "by": people},
    "rank_amendments": {"names": st.lists(names, unique=True)},
    "exclude_amendments": {"name": names, "others": st.lists(names, max_size=1)},
    "accept_amendment": {"name": names, "consenting": st.just(["UKR", "ALB", "RUS"])},
    "withdraw_amendment": {"name": names, "by": people},
    "begin_voting": {},
    "settle": {"outcome": st.sampled_from(list(Outcome))},
}


class MeetingMachine(RuleBasedStateMachine):
    @initialize(profile=st.sampled_from(PROFILES), drafts=st.lists(texts, unique=True))
    def open(self, profile, drafts):
        self.profile, self.floor, self.log = profile, opened(profile), []
        self.before = self.floor
        for name in drafts:
            assert self.attempt("introduce", name=name, sponsors=["UKR", "ALB"])

    def attempt(self, done: str, /, **data: Any) -> bool:
        try:
            after = take(self.profile, self.floor, Step(done, data))
        except RuledOut:
            return False
        self.before, self.floor = self.floor, after
        self.log.append(Step(done, data))
        return True

    @rule(name=st.sampled_from(sorted(DATA)), data=st.data())
    def take_any_step(self, name, data):
        self.attempt(name, **{key: data.draw(strategy) for key, strategy in DATA[name].items()})

    @rule(outcome=st.sampled_from(list(Outcome)), carried=st.booleans())
    def have_a_result(self, outcome, carried):
        self.attempt("settle", outcome=outcome) or self.attempt("decide", carried=carried)

    @rule(kind=st.sampled_from(list(K)), by=people, about=texts | names | st.just("method"))
    def move_anything(self, kind, by, about):
        offered = kind in in_order(self.profile, self.floor)
        moved = self.attempt("move", kind=kind, by=by, **{**PARTICULARS.get(kind, {}), "about": about})
        assert offered or not moved

    @rule(data=st.data(), by=people)
    def move_what_is_offered(self, data, by):
        offered = in_order(self.profile, self.floor)
        if not offered:
            return
        kind = data.draw(st.sampled_from(offered))
        particulars = dict(PARTICULARS.get(kind, {}))
        if kind is K.RECONSIDER:
            particulars["about"] = self.floor.reconsiderable[0]
        if kind is K.AMENDMENT:
            particulars["about"] = f"amendment {len(self.log)}"
        assert self.attempt("move", kind=kind, by=by, **particulars)

    @rule(carried=st.booleans(), by=people, without_a_vote=st.booleans())
    def deal_with_what_comes_next(self, carried, by, without_a_vote):
        self.attempt("resume")
        self.attempt("end_caucus")
        self.attempt("rule", upheld=carried)
        moved = next_motion(self.profile, self.floor)
        if moved:
            self.attempt("second", number=moved.number, by=by)
            (without_a_vote and self.attempt("grant")) or self.attempt("put")
        self.attempt("decide", carried=carried)

    @rule(outcomes=st.lists(st.sampled_from(list(Outcome)), min_size=1, max_size=4))
    def vote_on_the_draft(self, outcomes):
        self.attempt("rank_amendments", names=self.amendments_to_rank())
        self.attempt("begin_voting")
        for outcome in outcomes:
            self.attempt("settle", outcome=outcome)

    def amendments_to_rank(self):
        draft = self.floor.draft
        return [each.name for each in draft.amendments.pending] if draft else []

    @invariant()
    def the_president_has_a_way_on(self):
        """Whatever happened, some step is in order that disposes of something."""
        number = self.floor.pending[0].number if self.floor.pending else 0
        assert any(
            self.is_possible(Step(name, data))
            for name, data in (
                ("rule", {"upheld": True}),
                ("decide", {"carried": False}),
                ("settle", {"outcome": Outcome.REJECTED}),
                ("resume", {}),
                ("put", {}),
                ("grant", {}),
                ("drop", {"number": number}),
                ("rule_out", {"number": number}),
                ("end_caucus", {}),
                ("begin_voting", {}),
                ("rank_amendments", {"names": self.amendments_to_rank()}),
                ("open_debate", {}),
            )
        )

    def is_possible(self, step: Step) -> bool:
        try:
            take(self.profile, self.floor, step)
        except RuledOut:
            return False
        return True

    @invariant()
    def a_meeting_that_stopped_does_nothing(self):
        floor = self.floor
        assert (floor.resumes is not None) is (floor.stage in STOPPED)
        assert floor.resumes not in (*STOPPED, Stage.VOTING)
        if floor.stage in STOPPED:
            assert (floor.put, floor.point, in_order(self.profile, floor)) == ((), None, [])
        assert not (floor.stage is Stage.ADJOURNED and floor.pending)

    @invariant()
    def one_motion_is_voted_on_at_a_time_and_at_most_an_appeal_over_it(self):
        kinds = [moved.kind for moved in self.floor.put]
        assert len(kinds) <= 2
        assert K.APPEAL not in kinds[:-1]
        if len(kinds) == 2 or (kinds and self.floor.stage is Stage.VOTING):
            assert kinds[-1] is K.APPEAL
        assert not set(kinds) & {*POINTS, K.AMENDMENT}

    @invariant()
    def during_a_vote_only_its_conduct_is_questioned(self):
        offered = in_order(self.profile, self.floor)
        if self.floor.voting:
            assert set(offered) <= {K.POINT_OF_ORDER, K.APPEAL}
        if self.floor.point:
            assert offered == []
        assert not (self.floor.appealable and (self.floor.appealing or not self.floor.rulings))

    @invariant()
    def what_waits_waits_once_and_in_its_order(self):
        floor = self.floor
        assert len({moved.kind for moved in floor.pending}) == len(floor.pending)
        assert len({moved.number for moved in (*floor.pending, *floor.put)}) == len(floor.pending) + len(floor.put)
        assert {moved.kind for moved in floor.pending} <= set(self.profile.order) - POINTS - {K.AMENDMENT}
        first = next_motion(self.profile, floor)
        others = [moved for moved in floor.pending if moved is not first]
        assert all(precedes(self.profile.order, first, other) for other in others)

    @invariant()
    def there_is_a_question_exactly_while_one_is_put(self):
        floor = self.floor
        assert (floor.question is not None) is (floor.stage is Stage.VOTING)
        if floor.question:
            assert floor.question.draft.amendments.in_order
        assert not (floor.caucus and floor.stage is not Stage.DEBATE)
        assert all(draft.ties <= 1 for draft in floor.drafts)

    @invariant()
    def what_was_decided_is_opened_again_only_by_reconsidering_it(self):
        names = [draft.name for draft in self.floor.drafts]
        assert len(set(names)) == len(names)
        for earlier, now in zip(self.before.drafts, self.floor.drafts, strict=False):
            if earlier.status in DECIDED and now.status is not earlier.status:
                moved = [*self.before.put, next_motion(self.profile, self.before)]
                assert any(each and each.kind is K.RECONSIDER and each.about == now.name for each in moved)
                assert now.status is DraftStatus.PENDING

    def teardown(self):
        if hasattr(self, "log"):
            assert replay(self.profile, self.log) == self.floor


TestMeeting = MeetingMachine.TestCase
TestMeeting.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)


def test_the_machine_takes_every_step_there_is():
    assert set(DATA) | {"move"} == set(STEPS)
