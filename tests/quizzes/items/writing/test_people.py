from dataclasses import replace

import pytest

from quizzes.items.writing.people import is_placed, is_single, is_telling, may_be_one

from .making import article, office, quote, story


def test_one_person_under_several_names():
    told = article(
        office("Antony Blinken", "US Secretary of State"),
        quote("Blinken", "We will never recognise this"),
        quote("Russian Foreign Ministry", "We will answer this"),
        quote("Putin", "We shall see about that"),
    )
    (person,) = story(told).people
    assert person.name == "Antony Blinken"
    assert [quotation.text("text") for quotation in person.quotes] == ["We will never recognise this"]
    assert person.role() == "US Secretary of State"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Li Song spoke. Li added a word.", ["Li Song", "Li"]),
        ("Li Song spoke.", ["Li Song", "Song"]),
        ("Li Song spoke. Song added a word to what Li had said.", ["Li Song", "Song"]),
    ],
)
def test_the_name_that_the_article_goes_on_with_is_accepted(words, names):
    told = article(quote("Li Song", "We will never recognise this"))
    told = replace(told, text=f"{told.text}{words}")
    assert story(told).people[0].names() == names


def test_the_family_name_is_accepted_where_it_goes_first():
    told = article(office("Geng Li", "Chinese Ambassador"), quote("Geng Li", "We will never recognise this"))
    assert story(told).people[0].names() == ["Geng Li", "Li", "Geng"]


def test_the_fullest_role_is_taken():
    told = article(office("Vladimir Putin", "President"), office("Vladimir Putin", "Russian President"))
    assert story(told).people[0].role() == "Russian President"


@pytest.mark.parametrize(
    ("role", "telling", "single"),
    [
        ("US Secretary of State", True, True),
        ("Russia's UN ambassador", True, True),
        ("US Ambassador", True, False),
        ("Kremlin spokesman", True, True),
        ("former US President", True, False),
        ("spokesman", False, False),
        ("President", False, False),
        ("Vice President", True, False),
        ("Minister for Foreign Affairs", True, False),
        ("Secretary-General", False, False),
        ("UN Secretary-General", True, True),
        ("friend of Ukraine", False, False),
    ],
)
def test_roles(role, telling, single):
    assert is_telling(role) is telling
    assert is_single(role) is single


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("President", "Russian President", True),
        ("Russia's UN ambassador", "Russian Ambassador to the UN", True),
        ("US Ambassador to the UN", "Russian Ambassador to the UN", False),
        ("US Secretary of State", "Ukrainian Foreign Minister", False),
    ],
)
def test_offices_that_may_be_one(one, other, same):
    assert may_be_one(one, other) is same


@pytest.mark.parametrize(
    "role",
    [
        "his country's ambassador to the UN",
        "former US President",
        "Ministry Spokesperson",
        "UN envoy",
        "RSF leader",
        "Foreign Minister",
    ],
)
def test_offices_that_nobody_can_place(role):
    assert not is_placed(role)


def test_another_bearer_of_a_first_name_makes_it_no_surname():
    told = article(office("Vladimir Putin", "Russian President"))
    (person,) = story(replace(told, text="Vladimir Putin spoke. Vladimir Safronkov listened.")).people
    assert "Vladimir" not in person.names()


def test_either_of_two_surnames_is_accepted():
    (person,) = story(article(office("Bruno Rodríguez Parrilla", "Cuban Foreign Minister"))).people
    assert {"Bruno Rodríguez", "Rodríguez", "Parrilla"} <= set(person.names())
