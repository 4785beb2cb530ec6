"""The script that takes the selected words of an article into the form beside it."""

from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "unsim" / "static" / "unsim" / "select.js"
# The text as the page has it: marks, numbers of facts, and a letter that JavaScript counts as two.
PAGE = """<p>Before</p>
<div class="text" data-words-into="new-fact">A 𝒳 <mark>143-5</mark><a class="ref" href="#">1</a>, with
35. <mark>Belarus <mark>voted</mark></mark><a class="ref" href="#">2</a> against.</div>
<details><summary>Add <span class="chosen"></span></summary><form id="new-fact"><input type="hidden" name="start">
<textarea name="words"></textarea></form></details>"""
TEXT = "A 𝒳 143-5, with\n35. Belarus voted against."
# From the n-th character of one text node to that of another.
SELECT = """([first, a, last, b]) => {
  const nodes = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) nodes.push(walk.currentNode);
  const of = (words) => nodes.find((node) => node.data.includes(words));
  getSelection().setBaseAndExtent(of(first), a, of(last), b);
}"""


@pytest.fixture
def page(browser):
    page = browser.new_page()
    page.set_content(PAGE)
    page.add_script_tag(path=SCRIPT)
    yield page
    page.close()


def select(page, *ends):
    page.evaluate(SELECT, list(ends))
    page.wait_for_timeout(100)
    return page.input_value("[name=words]"), page.eval_on_selector("[name=start]", "field => field.value")


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        (("143-5", 0, "143-5", 5), "143-5"),
        (("143-5", 2, ", with", 6), "3-5, with"),
        (("A ", 0, "143-5", 3), "A 𝒳 143"),
        ((", with", 6, "Belarus", 7), "35. Belarus"),
        (("Belarus", 0, "against", 8), "Belarus voted against"),
        (("against", 8, "voted", 0), "voted against"),
    ],
)
def test_the_words_come_with_their_place_in_the_text(page, ends, words):
    taken, start = select(page, *ends)
    assert taken == words
    assert TEXT[int(start) :].startswith(words)
    assert page.inner_text(".chosen") == words


@pytest.mark.parametrize("ends", [("Before", 0, "Before", 6), ("143-5", 2, "143-5", 2), ("Before", 0, "143-5", 2)])
def test_what_is_selected_elsewhere_is_left_alone(page, ends):
    assert select(page, *ends) == ("", "")


def test_words_that_are_typed_have_no_place(page):
    select(page, "143-5", 0, "143-5", 5)
    page.click("summary")
    page.fill("[name=words]", "35.")
    assert page.eval_on_selector("[name=start]", "field => field.value") == ""
