from itertools import combinations

from quizzes.shortening import LONGEST, short_stems

VOTED = "How many members voted against when the UN General Assembly voted, on "
LONG = [
    VOTED + "26 March 2025, on a resolution demanding that the fighting stop",
    VOTED + "2 March 2022, on a resolution demanding that the fighting stop",
    VOTED + "26 March 2025, on an amendment to a resolution demanding that the fighting stop",
]


def test_short_ones_stay_as_they_are():
    assert short_stems(["How many voted?", "How many voted against?"]) == ("How many voted?", "How many voted against?")


def test_of_long_ones_that_begin_alike_the_difference_is_kept():
    short = short_stems(LONG)
    assert short[1] == "How many members voted … 2 March 2022, on a resolution demanding that the fighting stop"
    assert short[2].startswith("How many members voted … an amendment to a resolution")
    assert all(len(stem) <= LONGEST for stem in short)
    assert not any(one[:60] == other[:60] for one, other in combinations(short, 2))


def test_a_long_one_alone_keeps_its_beginning():
    assert short_stems(["word " * 40]) == ("word " * 18 + "word …",)


def test_a_word_without_an_end_is_cut():
    (short,) = short_stems(["x" * 300])
    assert short == "x" * (LONGEST - 2) + " …"


def test_the_same_stem_twice_is_no_reason_to_leave_its_beginning_out():
    assert short_stems([LONG[0]] * 2)[0].startswith(VOTED.strip())
