import re

import pytest
from django.utils import translation

from quizzes import sitting
from quizzes.activity import RunActivity
from tests.cast import phone_of
from tests.factories import (
    NOON,
    ParticipantFactory,
    QuestionFactory,
    match_question,
    number_question,
    order_question,
    quiz_of,
    text_question,
)
from unsim import live
from unsim.rooms import hosting, now

pytestmark = pytest.mark.django_db

AUDIENCES = ["phone", "screen", "desk"]


def start(cast, paced="teacher", size=2):
    return sitting.start(room=cast.room, quiz=quiz_of(size, cast.room.owner), paced=paced, now=NOON)


def question(run, place=0):
    return run.quiz.questions.all()[place]


def say(run, participant, response="1", place=0):
    sitting.answer(run=run, question=question(run, place), participant=participant, response=[response], now=NOON)


def scene(run, audience):
    return RunActivity().scene(run.room, run.pk, audience)


def part(run, audience):
    return live.render("room", now.key(run.room, audience), "en")


def handed_out(cast) -> str:
    """Everything that a phone, the projector and the streams of both are given."""
    code = cast.room.code
    pages = [
        cast.delegate.get(f"/rooms/{code}/"),
        cast.delegate.get(f"/rooms/{code}/", headers={"hx-request": "true"}),
        cast.delegate.get(f"/rooms/{code}/live/phone/part/"),
        cast.projector.get(f"/rooms/{code}/screen/"),
        cast.projector.get(f"/rooms/{code}/live/screen/part/"),
    ]
    assert all(page.status_code == 200 for page in pages)
    bodies = "".join(page.content.decode() + str(page.headers) for page in pages)
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", bodies)


class TestNothingTellsTheKeyBeforeTheAnswerIsShown:
    SECRETS = ("the sentence that tells", "why it is so", "Brief that says so")

    @pytest.fixture
    def tell_tale(self, cast):
        """A question whose source, explanation and article can be looked for, byte by byte."""
        run = start(cast)
        telling = question(run)
        telling.sentence, telling.explanation = self.SECRETS[0], self.SECRETS[1]
        telling.save()
        telling.article.source_title = self.SECRETS[2]
        telling.article.save()
        return run

    @pytest.mark.parametrize("lock", [False, True])
    @pytest.mark.parametrize("response", [None, "1", "0"])
    def test_not_its_source_nor_its_explanation(self, cast, tell_tale, lock, response):
        if response:
            say(tell_tale, cast.participant, response)
        if lock:
            sitting.lock(run=tell_tale, question=question(tell_tale))
        found = handed_out(cast)
        assert not [secret for secret in self.SECRETS if secret in found]

    @pytest.mark.parametrize("lock", [False, True])
    @pytest.mark.parametrize("response", [None, "1", "0"])
    def test_whichever_option_is_right_the_bytes_are_the_same(self, cast, lock, response):
        run = start(cast)
        if response:
            say(run, cast.participant, response)
        if lock:
            sitting.lock(run=run, question=question(run))
        asked = question(run)
        seen = set()
        for key in range(4):
            asked.key = [key]
            asked.save()
            seen.add(handed_out(cast))
        assert len(seen) == 1

    def test_whatever_the_number_is_the_bytes_are_the_same(self, cast):
        number_question(quiz=(quiz := quiz_of(0, cast.room.owner)))
        run = sitting.start(room=cast.room, quiz=quiz, paced="teacher", now=NOON)
        say(run, cast.participant, "7")
        asked, seen = question(run), set()
        for value in (7, 143, 5):
            asked.key = {"value": value, "tolerance": value}
            asked.save()
            seen.add(handed_out(cast))
        assert len(seen) == 1

    @pytest.mark.parametrize(
        ("make", "given", "keys"),
        [
            (order_question, ["0", "1", "2"], [[0, 1, 2], [2, 1, 0], [1, 2, 0]]),
            (match_question, ["0", "1", "1"], [[0, 1, 1], [2, 2, 2], [1, 0, 2]]),
            (text_question, ["Blinken"], [{"accepted": ["Blinken"]}, {"accepted": ["Lavrov", "Sergey Lavrov"]}]),
        ],
    )
    def test_whatever_the_lines_or_the_text_are_the_bytes_are_the_same(self, cast, make, given, keys):
        make(quiz=(quiz := quiz_of(0, cast.room.owner)))
        run = sitting.start(room=cast.room, quiz=quiz, paced="teacher", now=NOON)
        asked, seen = question(run), set()
        sitting.answer(run=run, question=asked, participant=cast.participant, response=given, now=NOON)
        for key in keys:
            asked.key = key
            asked.save()
            seen.add(handed_out(cast))
        assert len(seen) == 1

    def test_at_ones_own_pace_not_before_ones_own_answer(self, cast):
        run = start(cast, "self")
        other = ParticipantFactory(room=cast.room)
        say(run, other, "1")
        asked, seen = question(run), set()
        for key in range(4):
            asked.key = [key]
            asked.save()
            seen.add(handed_out(cast))
        assert len(seen) == 1

    def test_but_then_all_of_it(self, cast, tell_tale):
        sitting.show(run=tell_tale, question=question(tell_tale))
        found = handed_out(cast)
        assert all(secret in found for secret in self.SECRETS)


class TestScene:
    @pytest.mark.parametrize("audience", AUDIENCES)
    @pytest.mark.parametrize("paced", ["teacher", "self"])
    def test_what_is_pushed_is_what_a_fresh_page_shows(self, cast, audience, paced):
        run = start(cast, paced)
        say(run, cast.participant)
        client, path = {
            "phone": (cast.delegate, ""),
            "screen": (cast.projector, "screen/"),
            "desk": (cast.teacher, "desk/"),
        }[audience]
        for _stage in range(4):
            assert part(run, audience).html in client.get(f"/rooms/{cast.room.code}/{path}").content.decode()
            if paced == "self":
                sitting.end(run=run, now=NOON)
            elif (run := _refreshed(run)).stage == "open":
                sitting.lock(run=run, question=run.question)
            elif run.stage == "locked":
                sitting.show(run=run, question=run.question)
            else:
                sitting.end(run=run, now=NOON)

    @pytest.mark.parametrize("audience", AUDIENCES)
    @pytest.mark.parametrize("paced", ["teacher", "self"])
    def test_cells_stand_in_the_whole_and_begin_with_their_id(self, cast, audience, paced):
        run = start(cast, paced)
        found = scene(run, audience)
        assert bool(found.cells) == (audience != "phone")
        for name, cell in found.cells.items():
            assert cell in found.html
            assert re.match(rf'<\w+ id="{name}"', cell)

    @pytest.mark.parametrize("audience", ["screen", "desk"])
    def test_an_answer_changes_its_cell_and_nothing_else(self, cast, audience):
        run = start(cast)
        before = scene(run, audience)
        say(run, cast.participant)
        after = scene(run, audience)
        assert after.cells != before.cells
        assert (after.stage, after.shape) == (before.stage, before.shape)
        cell = before.cells["quiz-progress"]
        assert after.html == before.html.replace(cell, after.cells["quiz-progress"])

    def test_an_answer_changes_nothing_on_other_phones(self, cast):
        run = start(cast)
        before = scene(run, "phone")
        say(run, cast.participant)
        assert scene(run, "phone") == before

    def test_each_step_of_the_teacher_changes_the_stage(self, cast):
        run, stages = start(cast), []
        stages.append(scene(run, "phone").stage)
        for place in (0, 1):
            for act in (sitting.lock, sitting.show):
                act(run=run, question=question(run, place))
                stages.append(scene(run, "phone").stage)
            sitting.go_on(run=run, question=question(run, place), now=NOON)
            stages.append(scene(run, "phone").stage)
        assert len(set(stages)) == len(stages) == 7

    def test_counts_those_in_the_room_only(self, cast):
        run = start(cast)
        other = ParticipantFactory(room=cast.room)
        say(run, other)
        assert "1 of 2 have answered" in scene(run, "screen").html
        hosting.remove(participant=other, now=NOON)
        assert "0 of 1 have answered" in scene(run, "screen").html

    def test_the_desk_alone_names_those_without_an_answer(self, cast):
        run = start(cast)
        late = ParticipantFactory(room=cast.room, name="Late Lena")
        say(run, cast.participant)
        assert "Late Lena" in scene(run, "desk").html
        assert "Late Lena" not in scene(run, "screen").html + scene(run, "phone").html
        say(run, late)
        assert "Late Lena" not in scene(run, "desk").html

    def test_the_screen_shows_how_the_class_did_without_names(self, cast):
        run = start(cast)
        ada, ben = (ParticipantFactory(room=cast.room, name=name) for name in ("Ada Anders", "Ben Bauer"))
        say(run, ada, "1")
        say(run, ben, "3")
        sitting.show(run=run, question=question(run))
        answer = scene(run, "screen").html
        assert "1 of 2 had it right" in answer
        assert 'width="50%"' in answer
        sitting.end(run=run, now=NOON)
        results = scene(run, "screen").html
        assert "On average 0.5 of 1 right" in results
        assert not re.search("Ada|Ben", answer + results)

    @pytest.mark.parametrize("audience", ["screen", "desk"])
    def test_where_nobody_answered_nothing_is_said_about_how_many_were_right(self, cast, audience):
        run = start(cast)
        sitting.show(run=run, question=question(run))
        assert "had it right" not in scene(run, audience).html

    def test_text_of_the_teacher_is_shown_and_not_run(self, cast):
        quiz = quiz_of(0, cast.room.owner)
        QuestionFactory(quiz=quiz, stem="<script>x</script>", choices=("<b>1", "&amp;2"), key=[0])
        run = sitting.start(room=cast.room, quiz=quiz, paced="teacher", now=NOON)
        sitting.show(run=run, question=question(run))
        html = scene(run, "screen").html + scene(run, "desk").html
        assert "<script>x" not in html
        assert "&lt;script&gt;x" in html
        assert "&amp;amp;2" in html


class TestPhone:
    def get(self, cast):
        return cast.delegate.get(f"/rooms/{cast.room.code}/").content.decode()

    def test_every_answer_can_be_given_with_one_button(self, cast):
        start(cast)
        page = self.get(cast)
        assert re.findall(r'id="response-(\d)" name="response" value="(\d)"', page) == [(n, n) for n in "0123"]

    def test_several_right_options_are_boxes_in_a_labelled_group(self, cast):
        quiz = quiz_of(0, cast.room.owner)
        QuestionFactory(quiz=quiz, kind="multiple_choice", key=[0, 2])
        sitting.start(room=cast.room, quiz=quiz, paced="teacher", now=NOON)
        page = self.get(cast)
        assert page.count('type="checkbox"') == 4
        assert '<fieldset class="choices" aria-labelledby="stem">' in page

    def test_a_number_is_typed(self, cast):
        number_question(quiz=(quiz := quiz_of(0, cast.room.owner)))
        run = sitting.start(room=cast.room, quiz=quiz, paced="teacher", now=NOON)
        assert '<label for="response">' in self.get(cast)
        say(run, cast.participant, "12")
        assert 'value="12"' in self.get(cast)

    @pytest.mark.parametrize(("response", "outcome"), [("1", "Right"), ("0", "Not right"), (None, "did not answer")])
    def test_after_the_answer_is_shown_says_how_it_was(self, cast, response, outcome):
        run = start(cast)
        if response:
            say(run, cast.participant, response)
        sitting.show(run=run, question=question(run))
        assert outcome in self.get(cast)
        assert "Where this stands" in self.get(cast)

    def test_one_sees_the_key_and_ones_own_number_not_what_else_counts_as_right(self, cast):
        quiz = quiz_of(0, cast.room.owner)
        asked = number_question(quiz=quiz)
        asked.key = {"value": 143, "tolerance": 5}
        asked.save()
        run = sitting.start(room=cast.room, quiz=quiz, paced="teacher", now=NOON)
        say(run, ParticipantFactory(room=cast.room), "141")
        say(run, cast.participant, "9")
        sitting.show(run=run, question=question(run))
        shown = self.get(cast)
        assert "<span>143</span>" in shown
        assert "<span>9</span>" in shown
        assert "<span>141</span>" not in shown

    def test_at_the_end_one_sees_ones_own_score_alone(self, cast):
        run = start(cast)
        other = ParticipantFactory(room=cast.room)
        say(run, cast.participant, "1")
        say(run, other, "0")
        sitting.show(run=run, question=question(run))
        sitting.go_on(run=run, question=question(run), now=NOON)
        sitting.end(run=run, now=NOON)
        assert "You had 1 of 2 right" in self.get(cast)
        assert "You had 0 of 2 right" in phone_of(other).get(f"/rooms/{cast.room.code}/").content.decode()


class TestPlan:
    def test_lists_the_runs_oldest_first(self, cast):
        first = start(cast)
        sitting.end(run=first, now=NOON)
        second = start(cast)
        entries = RunActivity().entries(cast.room)
        assert [(e.kind, e.pk, e.done) for e in entries] == [("run", first.pk, True), ("run", second.pk, False)]

    def test_offers_to_run_a_quiz(self, cast):
        (offer,) = RunActivity().starts(cast.room)
        assert cast.teacher.get(offer.url).status_code == 200

    def test_a_run_put_on_again_stands_where_it_stood(self, cast):
        run = start(cast)
        sitting.lock(run=run, question=question(run))
        hosting.put_on(room=cast.room, kind="", pk=None, now=NOON)
        cast.teacher.post(f"/rooms/{cast.room.code}/on/", {"kind": "run", "pk": run.pk})
        cast.room.refresh_from_db()
        assert cast.room.now_id == run.pk
        assert "locked" in scene(run, "screen").html

    def test_at_ones_own_pace_the_desk_hands_out_the_link(self, cast):
        start(cast, "self")
        page = cast.teacher.get(f"/rooms/{cast.room.code}/desk/").content.decode()
        assert f'href="http://testserver/j/{cast.room.code}/"' in page

    def test_who_leaves_keeps_the_answers(self, cast):
        run = start(cast)
        say(run, cast.participant)
        hosting.remove(participant=cast.participant, now=NOON)
        assert run.answers.count() == 1


@pytest.mark.parametrize("audience", AUDIENCES)
def test_is_drawn_without_a_request_in_any_language(cast, audience):
    run = start(cast)
    with translation.override("de"):
        assert scene(run, audience).stage == "open.1"


def _refreshed(run):
    run.refresh_from_db()
    return run
