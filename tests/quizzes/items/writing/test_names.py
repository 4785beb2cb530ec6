import pytest

from quizzes.items import Article
from quizzes.items.writing.names import body_name, cited, is_citable, member_name, member_option, report, reported


@pytest.mark.parametrize(
    ("iso3", "option", "name"),
    [
        ("USA", "United States", "the United States"),
        ("GBR", "United Kingdom", "the United Kingdom"),
        ("ARE", "United Arab Emirates", "the United Arab Emirates"),
        ("NLD", "Netherlands", "the Netherlands"),
        ("PHL", "Philippines", "the Philippines"),
        ("GMB", "Gambia", "the Gambia"),
        ("BHS", "Bahamas", "the Bahamas"),
        ("CAF", "Central African Republic", "the Central African Republic"),
        ("COG", "Republic of the Congo", "the Republic of the Congo"),
        ("PRK", "North Korea", "North Korea"),
        ("RUS", "Russia", "Russia"),
        ("XXX", "XXX", "XXX"),
    ],
)
def test_members(iso3, option, name):
    assert member_option(iso3) == option
    assert member_name(iso3) == name


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("General Assembly", "the UN General Assembly"),
        ("Security Council", "the UN Security Council"),
        ("Human Rights Council", "the UN Human Rights Council"),
        ("Fifth Committee", "the UN Fifth Committee"),
        ("European Union", "the European Union"),
        ("IAEA Board of Governors", "the IAEA Board of Governors"),
        ("NATO", "NATO"),
    ],
)
def test_bodies(body, name):
    assert body_name(body) == name


@pytest.mark.parametrize(
    ("publisher", "published", "words"),
    [
        ("AFP", "2022-09-28", "a report by AFP of 28 September 2022"),
        ("after Reuters", "2022-10", "a report by Reuters of October 2022"),
        ("The Associated Press, with Reuters", "2022-10-12", "a report by the Associated Press of 12 October 2022"),
        ("", "2022-10-12", "the article “How they voted” (12 October 2022)"),
        ("AFP", None, "the article “How they voted”"),
        ("AFP", "soon", "the article “How they voted”"),
    ],
)
def test_reports(publisher, published, words):
    assert report(Article("How they voted", "", publisher, published)) == words


def test_a_title_that_tells_the_answer_is_not_cited():
    article = Article("Blinken rejects the votes", "", "", "2022-09-28")
    assert report(article, secret="Antony Blinken") == ""
    assert report(Article("Blinken rejects the votes", ""), secret="Antony Blinken") == ""


def test_a_first_paragraph_is_no_title():
    assert not is_citable(Article("word " * 30, ""))
    assert not is_citable(Article("", ""))
    assert cited(Article("Votes “in secret”, again", "")) == "the article “Votes in secret, again”"


def test_when_it_was_reported():
    assert reported(Article("", "", published="2022-10-12")) == "on 12 October 2022"
    assert reported(Article("", "")) == ""
