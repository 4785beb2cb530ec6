"""Where articles agree and where they contradict each other."""

from quizzes.items import Article, agreements, disagreements, read

AP = "The General Assembly voted 97-13 with 30 abstentions on May 3, 2024. Russia vetoed a draft on May 1, 2024."
AFP = "On 3 May 2024, 97 members of the 193-member Assembly voted in favour, 13 against and 30 abstained."


def article(text: str) -> Article:
    return Article("Title", text, findings=tuple(read(text)))


def test_the_same_vote_in_other_words_is_one_fact_with_two_sources() -> None:
    articles = [article(AP), article(AFP)]
    (one,) = [agreement for agreement in agreements(articles) if agreement.kind == "tally"]
    assert {at for at, _ in one.facts} == {0, 1}
    assert disagreements(articles) == []


def test_one_veto_with_two_dates() -> None:
    articles = [article(AP), article("Russia vetoed a draft on April 30, 2024.")]
    (one,) = disagreements(articles)
    assert (one.kind, one.field) == ("veto", "date")
    assert {value: refs[0][0] for value, refs in one.values.items()} == {"2024-05-01": 0, "2024-04-30": 1}
    assert one.facts


def test_two_vetoes_told_by_one_article_are_two() -> None:
    both = "Russia vetoed a draft on April 30, 2024. Russia vetoed another on May 1, 2024."
    assert disagreements([article(AP), article(both)]) == []


def test_vetoes_far_apart_are_two() -> None:
    assert disagreements([article(AP), article("Russia vetoed a draft on March 3, 2024.")]) == []


def test_one_vote_with_two_numbers() -> None:
    other = "On 3 May 2024, 96 members of the General Assembly voted in favour, 13 against and 30 abstained."
    (one,) = disagreements([article(AP), article(other)])
    assert (one.kind, one.field, set(one.values)) == ("tally", "yes", {"97", "96"})


def test_two_votes_of_one_day_are_no_disagreement() -> None:
    other = (
        "On 3 May 2024, the General Assembly voted 97-13 with 30 abstentions on a text on aid. "
        "On 3 May 2024, the General Assembly voted 80-20 with 50 abstentions on a text on arms."
    )
    assert disagreements([article(AP), article(other)]) == []


def test_one_member_with_two_votes() -> None:
    first = article("On 3 May 2024 the General Assembly voted 97-13 with 30 abstentions. Mali abstained.")
    second = article("On 3 May 2024 the General Assembly voted 97-13 with 30 abstentions. Mali voted against the text.")
    (one,) = disagreements([first, second])
    assert (one.kind, one.field, set(one.values)) == ("position", "vote", {"abstain", "no"})
