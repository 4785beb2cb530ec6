"""A question on a phone as a browser draws it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from quizzes import sitting
from quizzes.models import Run
from tests.cast import phone_of
from tests.factories import NOON, ParticipantFactory, QuestionFactory, QuizFactory, RoomFactory, order_question
from tests.looks import PHONE, look

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("browser")]

STEM = "On 26 March 2025, the UN General Assembly voted on a resolution demanding an immediate humanitarian ceasefire. "


def asked(tab, make, **fields) -> Run:
    room = RoomFactory()
    quiz = QuizFactory(owner=room.owner)
    make(quiz=quiz, position=0, **fields)
    run = sitting.start(room=room, quiz=quiz, paced="teacher", now=NOON)
    room.refresh_from_db()
    look(tab, phone_of(ParticipantFactory(room=room)), f"/rooms/{room.code}/", PHONE)
    return run


def test_a_chosen_answer_is_ones_own_and_not_said_to_be_right(tab):
    asked(tab, QuestionFactory)
    tab.get_by_role("button", name="35").click()
    chosen = tab.get_by_role("button", name="35")
    expect(chosen).to_have_attribute("aria-pressed", "true")
    expect(chosen).to_contain_text("your answer")
    expect(chosen).not_to_contain_text("✓")
    colours = chosen.evaluate(
        "button => [...button.querySelectorAll('span')].map(span => getComputedStyle(span).color).join()"
    )
    assert "26, 127, 69" not in colours  # the green of what is right
    assert Axe().run(tab).violations_count == 0


def test_nothing_moves_when_an_answer_is_pressed(tab):
    long = [f"{n} in favour, {n} against, {n} abstaining, as the article has it" for n in (141, 143, 24, 35)]
    asked(tab, QuestionFactory, choices=long)
    before = [button.bounding_box() for button in tab.locator(".option").all()]
    tab.get_by_role("button", name="141").click()
    expect(tab.get_by_role("button", name="141")).to_contain_text("your answer")
    assert [button.bounding_box() for button in tab.locator(".option").all()] == before


def test_the_word_in_a_place_is_read_whole(tab):
    asked(tab, order_question)
    for place in tab.get_by_role("combobox").all():
        needed, given = place.evaluate(
            """select => {
              const free = select.cloneNode(true), style = getComputedStyle(select);
              free.style.cssText = "position: absolute; width: max-content";
              select.after(free);
              const needed = free.offsetWidth;
              free.remove();
              return [needed, select.offsetWidth];
            }"""
        )
        assert given >= needed


@pytest.mark.parametrize(
    "stem", [STEM + "Which of these members voted against? Mark each of them.", STEM * 2 + "True?"]
)
def test_under_a_long_stem_all_options_are_in_view(tab, stem):
    choices = ("Belarus", "India", "Nicaragua", "North Korea", "Pakistan")
    asked(tab, QuestionFactory, kind="multiple_choice", stem=stem, choices=choices, key=[0, 3])
    last = tab.get_by_text("Pakistan").bounding_box()
    assert last["y"] + last["height"] < PHONE["height"]


@pytest.mark.parametrize(("length", "size"), [(40, 28), (100, 22), (200, 19)])
def test_the_longer_the_stem_the_smaller_its_type(tab, length, size):
    asked(tab, QuestionFactory, stem="x" * length)
    drawn = tab.get_by_role("heading").first.evaluate("stem => parseFloat(getComputedStyle(stem).fontSize)")
    assert drawn == pytest.approx(size * 17 / 16, abs=1.5)
