from quizzes.items.writing.names import capital
from quizzes.items.writing.offices import office_drafts, with_article

from .making import article, drafts, office, right, stems

ROLES = {
    "Antony Blinken": "US Secretary of State",
    "Dmytro Kuleba": "Ukrainian Foreign Minister",
    "Vassily Nebenzia": "Russia's UN ambassador",
    "Olof Skoog": "European Union Ambassador to the UN",
}
ALL = article(*(office(name, role) for name, role in ROLES.items()))


def test_who_held_an_office():
    found = {
        draft.item.stem: right(draft.item)
        for seed in range(12)
        for draft in drafts(office_drafts, ALL, form="holder", seed=seed)
    }
    assert found["Who held the office of US Secretary of State in October 2022?"] == ["Antony Blinken"]
    assert found["Who was the US Secretary of State in October 2022?"] == ["Antony Blinken"]
    assert found["Who was Russia's UN ambassador in October 2022?"] == ["Vassily Nebenzia"]


def test_without_a_date_the_article_is_cited():
    told = article(*(office(name, role) for name, role in ROLES.items()), published=None)
    found = stems(office_drafts, told, form="holder")
    assert "Who was the US Secretary of State, according to the article “What the Assembly decided”?" in found
    assert "According to the article “What the Assembly decided”, who was the US Secretary of State?" in found


def test_which_office_somebody_held():
    """Where another office of the same country is an option: a Russian name among four countries tells itself."""
    both = article(
        *(office(name, role) for name, role in ROLES.items()), office("Linda Thomas-Greenfield", "US envoy to the UN")
    )
    found = [draft.item for draft in drafts(office_drafts, both, form="office")]
    assert {right(item)[0] for item in found} == {"US Secretary of State", "US envoy to the UN"}
    assert all({"US Secretary of State", "US envoy to the UN"} <= set(item.options) for item in found)
    assert not drafts(office_drafts, ALL, form="office")


def test_an_office_that_could_be_of_any_country_is_not_asked():
    assert not drafts(office_drafts, article(*(office(name, "Foreign Minister") for name in ROLES)))


def test_who_may_hold_the_same_office_is_no_wrong_option():
    told = article(*(office(name, role) for name, role in ROLES.items()), office("John Doe", "Russian Ambassador"))
    written = [draft.item for seed in range(12) for draft in drafts(office_drafts, told, seed=seed)]
    found = [item for item in written if "Who was Russia's" in item.stem]
    assert all("John Doe" not in item.options for item in found)
    assert [item for item in found if item.options]


def test_articles_of_offices():
    assert with_article("US Secretary of State") == "the US Secretary of State"
    assert with_article("Russia’s UN ambassador") == "Russia’s UN ambassador"
    assert with_article("the head of the region") == "the head of the region"


def test_an_office_holder_may_be_typed_by_surname():
    told = {
        d.item.stem: d.item for seed in range(12) for d in drafts(office_drafts, ALL, form="holder typed", seed=seed)
    }
    item = told["Who was the US Secretary of State in October 2022?"]
    assert (item.kind, item.options, item.key) == ("short_text", (), {"accepted": ["Antony Blinken", "Blinken"]})


def test_people_are_matched_with_their_offices():
    for seed in range(12):
        for draft in drafts(office_drafts, ALL, form="offices", seed=seed):
            item = draft.item
            told = {name: capital(role) for name, role in ROLES.items()}
            assert len(item.options) >= 3
            assert {
                line: item.matches[m] for line, m in zip(item.options, item.key, strict=True)
            }.items() <= told.items()
            assert list(item.matches) == sorted(set(item.matches))


def test_two_who_may_hold_one_office_are_not_matched_with_it():
    told = article(*(office(name, role) for name, role in ROLES.items()), office("John Doe", "Russian Ambassador"))
    matched = [d.item for seed in range(12) for d in drafts(office_drafts, told, form="offices", seed=seed)]
    assert all("John Doe" not in item.options for item in matched)
