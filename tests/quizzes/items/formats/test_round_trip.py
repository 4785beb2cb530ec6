"""What each format can hold comes back from it as it went in."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizzes.items import formats
from quizzes.items.formats import aiken, csv_table, gift, json_list, moodle_xml, qti, table, workbook
from quizzes.items.formats.entry import Citation, one_line
from tests.quizzes.items.formats.making import ALL, entries, lines, without_remarks

SOME = settings(max_examples=40, deadline=None)
ANY = st.lists(entries(), min_size=1, max_size=4)
TAGGED = st.lists(entries(tagged=True), min_size=1, max_size=4)
SETTLED = st.lists(entries(settled=True), min_size=1, max_size=4)
# XHTML has no runs of blanks and none beside a new line.
XHTML = st.lists(lines, min_size=1, max_size=3).map(lambda parts: "\n".join(part for part in parts if part))


@pytest.mark.parametrize("name", formats.FORMATS)
def test_every_format_is_told_from_its_content(name):
    held = [entry for entry in ALL if formats.FORMATS[name].holds(entry)]
    back = formats.read(formats.FORMATS[name].write(ALL))
    assert [without_remarks(entry) for entry in back.items] == [without_remarks(entry) for entry in held]
    assert back.skipped == []


@pytest.mark.parametrize("module", [csv_table, workbook, json_list])
@SOME
@given(asked=TAGGED)
def test_everything_comes_back(module, asked):
    assert module.read(module.write(asked)).items == asked
    assert module.read(module.write(asked)).skipped == []


@SOME
@given(asked=st.lists(entries(settled=True, tagged=True), min_size=1, max_size=4))
def test_moodle_brings_everything_back_but_the_order_that_it_shuffles(asked):
    assert moodle_xml.read(moodle_xml.write(asked)).items == asked
    assert moodle_xml.read(moodle_xml.write(asked)).skipped == []


@SOME
@given(asked=SETTLED)
def test_gift_brings_back_what_it_holds(asked):
    held = [entry for entry in asked if gift.holds(entry)]
    assume(held)
    assert gift.read(gift.write(asked)).items == held
    assert gift.read(gift.write(asked)).skipped == []


@SOME
@given(asked=entries())
def test_what_moodle_shuffles_is_right_in_the_same_way(asked):
    assume(asked.kind in ("order", "match"))
    (back,) = moodle_xml.read(moodle_xml.write([asked])).items
    if asked.kind == "order":
        assert [back.options[line] for line in back.key] == [asked.options[line] for line in asked.key]
    else:
        told = {option: asked.matches[match] for option, match in zip(asked.options, asked.key, strict=True)}
        assert {option: back.matches[match] for option, match in zip(back.options, back.key, strict=True)} == told
        assert set(back.matches) == set(asked.matches)


@SOME
@given(asked=st.lists(entries(XHTML), min_size=1, max_size=3))
def test_qti_brings_everything_back(asked):
    assert qti.read(qti.write(asked)).items == asked


@SOME
@given(asked=st.lists(entries(lines), min_size=1, max_size=3))
def test_aiken_brings_back_questions_with_one_right_option(asked):
    held = [without_remarks(entry) for entry in asked if aiken.holds(entry)]
    assume(held)
    assert aiken.read(aiken.write(asked)).items == held


@SOME
@given(asked=st.lists(entries(lines), min_size=1, max_size=3))
def test_kahoot_brings_back_what_its_template_holds(asked):
    held = [without_remarks(entry) for entry in asked if table.kahoot_holds(entry)]
    assume(held)
    assert workbook.read(workbook.write_kahoot(asked)).items == held


@pytest.mark.parametrize("name", formats.FORMATS)
@settings(max_examples=25, deadline=None)
@given(asked=ANY)
def test_what_is_written_is_never_refused_as_a_whole(name, asked):
    held = [entry for entry in asked if formats.FORMATS[name].holds(entry)]
    assume(held)
    back = formats.read(formats.FORMATS[name].write(asked))
    assert len(back.items) + len(back.skipped) == len(held)


@pytest.mark.parametrize("begin", ["<", "<b", "{", "[", "[{", "::a", "~=", "PK", "<!--", "<quiz>"])
def test_a_question_in_aiken_may_begin_with_the_signs_of_another_format(begin):
    asked = [without_remarks(replace(ALL[0], stem=begin + " is the first sign of what?"))]
    assert formats.read(aiken.write(asked)).items == asked


def test_the_same_questions_give_the_same_package():
    assert qti.write(ALL) == qti.write(ALL)


def test_a_citation_without_an_explanation_comes_back():
    asked = [replace(ALL[0], explanation="", citation=Citation(sentence=one_line("It was so.")))]
    assert gift.read(gift.write(asked)).items == asked
