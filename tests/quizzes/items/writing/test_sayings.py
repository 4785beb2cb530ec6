import pytest

from quizzes.items import Article, read
from quizzes.items.writing.sayings import saying_drafts, shortened

from .making import article, drafts, quote, right, stems

SPEAKERS = {
    "Antony Blinken": "We will never recognise this annexation",
    "Dmytro Kuleba": "This will change nothing for our diplomacy",
    "Dmitry Peskov": "some territories will be taken back",
    "Ned Price": "There is no such thing as neutrality",
}
ALL = article(*(quote(name, text) for name, text in SPEAKERS.items()))


def test_who_said_it():
    assert stems(saying_drafts, ALL, form="said") >= {
        "According to a report by the Daily Paper of 13 October 2022, who said: “There is no such thing as "
        "neutrality”?",
        "Who is quoted in a report by the Daily Paper of 13 October 2022 with the words “some territories will be "
        "taken back”?",
    }
    for draft in drafts(saying_drafts, ALL, form="said"):
        (speaker,) = right(draft.item)
        assert SPEAKERS[speaker] in draft.item.stem
        assert set(draft.item.options) == set(SPEAKERS)


def test_a_question_that_is_quoted_ends_as_one():
    told = article(
        *(quote(name, text) for name, text in SPEAKERS.items()), quote("Dennis Francis", "What do we wait for?")
    )
    assert (
        "Whose words are these, according to a report by the Daily Paper of 13 October 2022? “What do we wait for?”"
        in stems(saying_drafts, told, form="said")
    )


def test_which_words_are_whose():
    for draft in drafts(saying_drafts, ALL, form="words"):
        (words,) = right(draft.item)
        speaker = next(name for name, text in SPEAKERS.items() if text in words)
        assert speaker in draft.item.stem
        assert len(set(draft.item.options)) == 4


def test_statements_name_one_speaker_rightly_and_one_wrongly():
    for draft in drafts(saying_drafts, ALL, form="said claim"):
        speaker = next(name for name, text in SPEAKERS.items() if text in draft.item.stem)
        assert right(draft.item) == [str(speaker in draft.item.stem)]


def test_somebody_who_said_it_too_is_no_wrong_option():
    both = article(*(quote(name, text) for name, text in SPEAKERS.items()), quote("Joe Biden", SPEAKERS["Ned Price"]))
    for draft in drafts(saying_drafts, both):
        assert "Ned Price" not in draft.item.options or right(draft.item) != ["Joe Biden"]


def test_two_speakers_are_too_few_to_choose_from():
    assert {d.form for d in drafts(saying_drafts, article(*(quote(n, t) for n, t in [*SPEAKERS.items()][:2])))} == {
        "said claim",
        "said typed",
    }


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("There is no such thing as neutrality.", "There is no such thing as neutrality"),
        ("No comment.", None),
        ("We are in a dangerous place. We must act now.", "We are in a dangerous place."),
        (
            "We will not, and I say this to all of you who are here today and to those who are not here with us this "
            "morning, accept it",
            "We will not, and I say this to all of you who are here today and to those who are not here with us "
            "this morning …",
        ),
        (
            "We ask each and every one of the members of this Assembly for the help of their people and of their "
            "parliaments and courts, of the press of their countries",
            "We ask each and every one of the members of this Assembly for the help of their people and of their "
            "parliaments and courts …",
        ),
        ("The so-called “elections” do not count for us", "The so-called ‘elections’ do not count for us"),
        ("word " * 40, None),
    ],
)
def test_short_quotations(text, short):
    found = shortened(text)
    assert (found and found.rstrip(".")) == (short and short.rstrip("."))


def test_words_are_matched_with_their_speakers():
    found = [d.item for seed in range(20) for d in drafts(saying_drafts, ALL, form="said what", seed=seed)]
    assert found
    for item in found:
        pairs = {line: item.matches[match] for line, match in zip(item.options, item.key, strict=True)}
        assert pairs == {f"“{text}”": name for name, text in SPEAKERS.items()}
        assert item.matches == ("Antony Blinken", "Dmytro Kuleba", "Dmitry Peskov", "Ned Price")
    assert len({item.stem for item in found}) == 3


def test_words_that_two_have_said_are_matched_with_nobody():
    twice = article(*(quote(name, text) for name, text in SPEAKERS.items()), quote("John Doe", SPEAKERS["Ned Price"]))
    found = [d.item for seed in range(10) for d in drafts(saying_drafts, twice, form="said what", seed=seed)]
    assert found
    assert all(f"“{SPEAKERS['Ned Price']}”" not in item.options for item in found)


def test_a_speaker_may_be_typed():
    (first, *_others) = drafts(saying_drafts, ALL, form="said typed")
    assert first.item.kind == "short_text"
    assert first.item.key == {"accepted": ["Antony Blinken", "Blinken"]}


@pytest.mark.parametrize(
    "text",
    [
        "“The ideals upon which this hall was built,” Antony Blinken said, “have been betrayed.”",
        "Antony Blinken would not “acquiesce in this infamous act of ours”.",
        "Antony Blinken spoke of a text “which prejudged the question of the islands”.",
        "Antony Blinken said: “I hear there is something about the islands...”",
        "Antony Blinken said: “It's as simple as that.”",
    ],
)
def test_half_a_saying_is_not_asked(text):
    others = " ".join(
        f"Minister {name} said: “{words}.”" for name, words in SPEAKERS.items() if name != "Antony Blinken"
    )
    whole = f"{others}\n\nUS Secretary of State Antony Blinken came. {text}"
    told = Article("What the Assembly decided", whole, "The Daily Paper", "2022-10-13", tuple(read(whole)))
    said = {draft.item.explanation for draft in drafts(saying_drafts, told, form="said")}
    assert said
    assert not [why for why in said if "Antony Blinken" in why]
