import pytest

from quizzes.items.writing.verbs import question_of


@pytest.mark.parametrize(
    ("clause", "question"),
    [
        ("Russia took Crimea from Ukraine", "did Russia take Crimea from Ukraine"),
        (
            "the Assembly suspended Russia from the Human Rights Council.",
            "did the Assembly suspend Russia from the Human Rights Council",
        ),
        (
            "Russia held votes in parts of Ukraine that its army had occupied",
            "did Russia hold votes in parts of Ukraine that its army had occupied",
        ),
        ("The referendum was held in Crimea", "was the referendum held in Crimea"),
        ("The treaty was signed in Paris", "was the treaty signed in Paris"),
        (
            "US President Joe Biden met diplomats in Washington",
            "did US President Joe Biden meet diplomats in Washington",
        ),
        ("Support was smaller, when the Assembly decided", None),
        ("Russia invaded Ukraine and took Crimea", None),
        ("Russia invaded Ukraine after it took Crimea", None),
        ("Russia frobnicated Ukraine", None),
        ("it took Crimea", None),
        ("", None),
    ],
)
def test_questions(clause, question):
    assert question_of(clause) == question
