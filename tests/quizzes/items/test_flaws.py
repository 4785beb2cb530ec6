"""Each flaw in an item that has it, and in none that has not."""

import pytest

from quizzes.items import Flaw, Item, Source, flaws, flaws_of_quiz

SOUND = ("Russia", "China", "France", "Ghana")


def source(stem: str) -> Source:
    """Every question rests on a sentence of its own."""
    return Source(0, 0, 1, f"A sentence that answers: {stem}")


def item(stem: str, *options: str, key: int = 0, kind: str = "single_choice") -> Item:
    return Item(kind, stem, options or SOUND, [key], "Because.", ((0, 0),), source(stem))


def number(stem: str, value: int) -> Item:
    return Item("number", stem, (), {"value": value, "tolerance": 0}, "Because.", ((0, 0),), source(stem))


@pytest.mark.parametrize(
    ("name", "flawed"),
    [
        (
            "all_of_the_above",
            item("Which member vetoed the draft on 3 May 2024?", "Russia", "China", "France", "All of the above"),
        ),
        (
            "none_of_the_above",
            item("Which member vetoed the draft on 3 May 2024?", "Russia", "China", "France", "None of these"),
        ),
        ("negative_stem", item("Which member did not veto the draft on 3 May 2024?")),
        ("absolute_term", item("Every member voted in favour on 3 May 2024.", "True", "False", kind="true_false")),
        (
            "absolute_term",
            item(
                "What does the draft ask?",
                "It always asks for aid",
                "It asks for talks now",
                "It asks for an end",
                "It asks for a court",
            ),
        ),
        (
            "vague_term",
            item("Many members abstained in the Assembly on 3 May 2024.", "True", "False", kind="true_false"),
        ),
        (
            "longest_is_right",
            item(
                "What did the envoy say to the press?",
                ("That the vote would be repeated within the year"),
                "That it failed",
                "That she left",
                "That he won",
            ),
        ),
        (
            "stem_words_in_key",
            item("Whose embargo does the Assembly condemn?", "The American embargo", "The wall", "The war", "The coup"),
        ),
        ("options_out_of_order", item("How many members voted in favour on 3 May 2024?", "143", "93", "141", "100")),
        (
            "options_out_of_order",
            item("On which date was the vote held?", "3 May 2024", "1 April 2023", "4 June 2025", "5 June 2025"),
        ),
        ("k_type", item("Who vetoed the draft on 3 May 2024?", "A and C", "B and C", "Russia", "China")),
        (
            "convergence",
            item(
                "What was the result of the vote?",
                "10 in favour, 5 against, 3 abstaining",
                "10 in favour, 6 against, 4 abstaining",
                "11 in favour, 5 against, 2 abstaining",
                "12 in favour, 7 against, 3 abstaining",
            ),
        ),
        ("grammatical_cue", item("The body that voted on 3 May 2024 is an", "Assembly", "Council", "Court", "Board")),
        ("unfocused_stem", item("The General Assembly of the United Nations")),
        (
            "true_false_series",
            item(
                "Which of the following statements is true?",
                "The Assembly has a veto today",
                "The Council has ten members",
                "The envoy left the room early",
                "The vote was held in secret",
            ),
        ),
        (
            "more_than_one_right",
            item("Which member vetoed the draft on 3 May 2024?", "Russia", "russia ", "France", "China"),
        ),
        (
            "implausible_option",
            item("How many members voted in favour on 3 May 2024?", "5", "141", "143", "150", key=2),
        ),
        (
            "implausible_option",
            item("How many members voted in favour on 3 May 2024?", "141", "142", "143", "Russia", key=2),
        ),
    ],
)
def test_a_flaw_is_seen(name: str, flawed: Item) -> None:
    assert name in [flaw.name for flaw in flaws(flawed)]


@pytest.mark.parametrize(
    "sound",
    [
        item("Which permanent member vetoed the draft on 3 May 2024?"),
        item("How many members voted in favour on 3 May 2024?", "93", "100", "141", "143", key=3),
        item("How many members did not vote on 3 May 2024?", "10", "12", "17", "24", key=1),
        item("On which date was the vote held?", "2014", "2016", "2019", "2022", key=2),
        item("Resolutions of the UN General Assembly are legally binding.", "True", "False", key=1, kind="true_false"),
        item("Who is quoted with these words: “Everybody always says no”?", "Ann Roe", "Max Moe", "Lea Loe", "Jo Poe"),
        number("How many members voted in favour on 3 May 2024?", 143),
    ],
)
def test_a_sound_item_has_none(sound: Item) -> None:
    assert flaws(sound) == []


def test_each_flaw_says_why_and_what_to_do() -> None:
    (flaw,) = flaws(item("Which member did not veto the draft on 3 May 2024?"))
    assert isinstance(flaw, Flaw)
    assert flaw.reason.endswith(".")
    assert flaw.mend.endswith(".")


def test_a_question_that_tells_another_ones_answer() -> None:
    items = [
        number("How many members of the Assembly voted to condemn the embargo of Cuba?", 187),
        item(
            "With 187 votes the Assembly voted to condemn the embargo of Cuba. When was that?",
            "2019",
            "2020",
            "2021",
            "2022",
        ),
    ]
    assert [(place, flaw.name) for place, flaw in flaws_of_quiz(items)] == [(0, "cueing")]
    assert flaws_of_quiz(items[:1]) == []


def test_two_questions_on_one_sentence() -> None:
    one = number("How many members voted in favour in May?", 100)
    other = Item("number", "And how many abstained?", (), {"value": 30, "tolerance": 0}, "", ((0, 1),), one.source)
    assert [(place, flaw.name) for place, flaw in flaws_of_quiz([one, other])] == [(1, "source_shown")]
    without = [Item(one.kind, stem, (), one.key, "", (), Source(0, 0, 0, "")) for stem in ("One?", "Two?")]
    assert flaws_of_quiz(without) == []


def test_the_right_answer_in_the_same_place_too_often() -> None:
    stems = [f"Which member vetoed draft number {n}?" for n in range(6)]
    same = [item(stem, key=1) for stem in stems]
    assert [(place, flaw.name) for place, flaw in flaws_of_quiz(same)] == [
        (3, "key_position"),
        (4, "key_position"),
        (5, "key_position"),
    ]
    spread = [item(stem, key=place % 4) for place, stem in enumerate(stems)]
    assert flaws_of_quiz(spread) == []


def test_true_false_questions_with_one_verdict() -> None:
    same = [item(f"Draft number {n} was adopted by the Council.", "True", "False", kind="true_false") for n in range(5)]
    assert [flaw.name for _, flaw in flaws_of_quiz(same)] == ["key_position"]


def lined(kind: str, *options: str, key: list[int], stem: str = "In which order did it happen?", matches=()) -> Item:
    return Item(kind, stem, options, key, "Because.", ((0, 0),), Source(0, 0, 1, "A sentence."), tuple(matches))


def typed(stem: str, *accepted: str) -> Item:
    return Item("short_text", stem, (), {"accepted": list(accepted)}, "Because.", ((0, 0),), Source(0, 0, 1, "So."))


@pytest.mark.parametrize(
    ("flawed", "names"),
    [
        (lined("order", "A debate", "A veto", "A vote", key=[1, 0, 2]), []),
        (lined("order", "A debate", "A veto", "A vote", key=[1, 0, 2], stem="Put these events in their order."), []),
        (lined("order", "A debate", "A veto", "A vote", key=[0, 1, 2]), ["lines_in_key_order"]),
        (lined("order", "A debate", "A vote", "a  vote.", key=[1, 0, 2]), ["more_than_one_right"]),
        (lined("match", "Rome", "Oslo", "Bern", key=[2, 0, 1], matches=("Norway", "Chad", "Italy")), []),
        (
            lined("match", "Rome", "Oslo", "Bern", key=[0, 1, 2], matches=("Italy", "Norway", "Chad")),
            ["lines_in_key_order"],
        ),
        (lined("match", "Rome", "Oslo", key=[0, 1], matches=("Italy", "Norway")), []),
        (lined("match", "Rome", "Oslo", key=[0, 1], matches=("Italy", "italy")), ["more_than_one_right"]),
        (typed("Which member vetoed the draft on 3 May 2024?", "Russia"), []),
        (typed("Which member vetoed the draft of Russia on 3 May 2024?", "Russia"), ["stem_words_in_key"]),
        (typed("Name one.", "Russia"), ["unfocused_stem"]),
    ],
)
def test_lines_and_texts_have_flaws_of_their_own(flawed: Item, names: list[str]) -> None:
    assert [flaw.name for flaw in flaws(flawed)] == names


def test_a_line_that_tells_what_another_question_asks_is_a_cue() -> None:
    order = lined("order", "Russia vetoed the draft on sanctions", "The Assembly met", "Mali left", key=[1, 0, 2])
    asked = typed("Which member vetoed the draft on sanctions in 2024?", "Russian Federation", "Russia")
    assert [(place, flaw.name) for place, flaw in flaws_of_quiz([order, asked])] == [(1, "cueing")]
    assert flaws_of_quiz([lined("order", "Mali left", "Chad came", key=[1, 0]), asked]) == []
