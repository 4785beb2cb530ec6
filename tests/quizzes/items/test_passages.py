import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items.passages import Ambiguous, NotFound, find_passage, passage_at

TEXT = "It rained. The vote was 143-5,\nwith 35 abstentions. Moscow’s envoy said: “No.” The vote was over."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("143-5", "143-5"),
        ("  143–5,  with 35 ", "143-5,\nwith 35"),
        ("143-5,\r\nwith", "143-5,\nwith"),
        ("Moscow's envoy", "Moscow’s envoy"),
        ('"No."', "“No.”"),
        ("rained. The vote was 143", "rained. The vote was 143"),
    ],
)
def test_words_are_found_however_they_are_typed(words, found):
    passage = find_passage(TEXT, words)
    assert (passage.words, TEXT[passage.start : passage.end]) == (found, found)


def test_the_sentence_is_the_one_around_them():
    assert find_passage(TEXT, "35 abst").sentence == "The vote was 143-5,\nwith 35 abstentions."
    assert find_passage(TEXT, "rained. The").sentence == "It rained. The vote was 143-5,\nwith 35 abstentions."


@pytest.mark.parametrize("words", ["142-5", "", " \n ", "143.5", "vote  was over!", ".*"])
def test_words_that_do_not_stand_there(words):
    with pytest.raises(NotFound):
        find_passage(TEXT, words)


def test_words_that_stand_there_twice_need_a_place():
    with pytest.raises(Ambiguous):
        find_passage(TEXT, "The vote was")
    second = TEXT.rindex("The vote was")
    assert find_passage(TEXT, "The vote was", second).start == second


@pytest.mark.parametrize("start", [-1, 3, 10_000])
def test_a_place_where_they_do_not_stand_counts_for_nothing(start):
    assert find_passage(TEXT, "143-5", start).words == "143-5"


@given(st.text(max_size=60), st.text(max_size=20).map(str.strip).filter(len), st.text(max_size=60))
def test_what_stands_in_a_text_is_found_with_its_own_words(before, words, after):
    text = before + words + after
    passage = find_passage(text, words, len(before))
    assert (passage.start, passage.words.split()) == (len(before), words.split())
    assert text[passage.start : passage.end] == passage.words
    assert passage.sentence in text


@given(st.text(max_size=200), st.data())
def test_any_place_has_a_sentence_that_holds_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    passage = passage_at(text, start, end)
    assert passage.words == text[start:end]
    assert passage.sentence in text
