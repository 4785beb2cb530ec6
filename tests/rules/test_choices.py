from unsim.rules.choices import CASTABLE, Choice


def test_what_stays_dark_cannot_be_cast():
    assert set(Choice) - set(CASTABLE) == {Choice.ABSENT}


def test_the_words_are_those_of_the_roll_call_files():
    assert [choice.value for choice in Choice] == ["yes", "no", "abstain", "absent"]
