"""Members, bodies and articles as a sentence names them."""

import re

from quizzes.items.finding import Article
from quizzes.items.reading.bodies import SIZES
from quizzes.items.writing.days import in_words, span_of, when
from unsim.members import by_iso3

# Names that take "the" inside a sentence.
_WITH_ARTICLE = re.compile(
    r"(?:United |Central African|Dominican Republic|DR Congo|Republic of|Czech Republic|Netherlands|Philippines|"
    r"Maldives|Comoros|Marshall Islands|Solomon Islands|The )"
)
_OF_THE_UN = re.compile(r"General Assembly|(?:Security|Human Rights|Economic and Social) Council|.* Committee")
_WITHOUT_ARTICLE = re.compile(r"NATO|UNESCO\b.*")
# "after Reuters": a brief that retells a report; "The Associated Press, with Reuters": the first one wrote it.
_RETOLD, _HELPERS = re.compile(r"^(?:after|from|via) ", re.I), re.compile(r"(?:, with| with|,|;| and) .*$")


_LONGEST_TITLE = 18


def member_option(iso3: str) -> str:
    """As it stands in a list."""
    member = by_iso3().get(iso3)
    return member.common_name.removeprefix("The ") if member else iso3


def member_name(iso3: str) -> str:
    """As it stands inside a sentence."""
    member = by_iso3().get(iso3)
    article = "the " if member and _WITH_ARTICLE.match(member.common_name) else ""
    return article + member_option(iso3)


def member_names(iso3: str) -> list[str]:
    """All that it is called, the name of the lists first."""
    member = by_iso3().get(iso3)
    return [member_option(iso3), *(member.all_names if member else ())]


def body_option(body: str) -> str:
    return f"UN {body}" if _OF_THE_UN.fullmatch(body) else body


def body_name(body: str) -> str:
    """As it stands inside a sentence: "the UN General Assembly"."""
    return body_option(body) if _WITHOUT_ARTICLE.fullmatch(body) else f"the {body_option(body)}"


def size_of(body: str) -> int:
    """How many members it has at most; a body nobody knows is taken for the largest one."""
    return SIZES.get(body, 193)


def title_of(article: Article) -> str:
    return f"“{re.sub('[“”]', '', article.title.strip())}”"


def is_citable(article: Article) -> bool:
    """Whether its title is one, and no first paragraph that stands in its place."""
    return 3 <= len(article.title.split()) <= _LONGEST_TITLE


def cited(article: Article) -> str:
    """By its title, with its date where one is known: the article “...” (12 October 2022)."""
    dated = f" ({in_words(article.published)})" if article.published and span_of(article.published) else ""
    return f"the article {title_of(article)}{dated}"


def report(article: Article, secret: str = "") -> str:
    """The article as a stem cites it: by its publisher and day, else by its title; empty where neither names it.

    `secret`: words that the stem must not give away.
    """
    publisher = _HELPERS.sub("", _RETOLD.sub("", article.publisher.strip()))
    published = article.published if span_of(article.published) else None
    if publisher and published and not shares_a_word(publisher, secret):
        return f"a report by {re.sub('^The ', 'the ', publisher)} of {in_words(published)}"
    if is_citable(article) and not shares_a_word(article.title, secret):
        return cited(article)
    return ""


def reported(article: Article) -> str:
    """When it was published, for what is told without a date; empty where that is unknown too."""
    return when(article.published) if article.published and span_of(article.published) else ""


def shares_a_word(one: str, other: str) -> bool:
    return bool(_long_words(one) & _long_words(other))


def _long_words(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[^\W\d_]{4,}", text.lower())}


def capital(text: str) -> str:
    """The first letter made a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def plural(count: int, one: str, more: str) -> str:
    return one if count == 1 else more
