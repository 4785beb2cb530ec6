"""The article out of a saved web page. Nothing that the page names is fetched."""

from typing import Any

import nh3
import trafilatura

from quizzes.items.intake.decoding import decoded_page
from quizzes.items.intake.document import Document, NotReadable, gettext_noop

NO_ARTICLE = gettext_noop("No article was found in this page. Open it in the browser, copy the text and paste it.")
# The elements that carry a page's text and its order; all others go, with scripts, styles, forms and handlers.
_TAGS = (
    "a abbr address article aside b blockquote br caption cite code dd del div dl dt em figcaption figure footer "
    "h1 h2 h3 h4 h5 h6 header hr i ins li main mark nav ol p pre q s section small span strong sub sup "
    "table tbody td tfoot th thead time tr u ul"
)
# By these trafilatura tells the article from what surrounds it.
_ATTRIBUTES = {"*": {"class", "id", "itemprop", "role"}}
# Only a date that the page states, never one guessed from its words.
_DATES: dict[str, Any] = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}


def take_page(data: bytes) -> Document:
    """NotReadable."""
    html = decoded_page(data)
    clean = nh3.clean(html, tags=set(_TAGS.split()), attributes=_ATTRIBUTES, link_rel=None)
    found = trafilatura.extract(
        f"<html><body>{clean}</body></html>",
        include_comments=False,
        include_links=False,
        include_formatting=False,
    )
    if not found:
        raise NotReadable(NO_ARTICLE)
    said = trafilatura.extract_metadata(html, date_config=_DATES, extensive=False)
    return Document(
        "\n\n".join(line for line in found.split("\n") if line.strip()),
        title=said.title or "",
        publisher=said.sitename or "",
        published=said.date or "",
        link=said.url or "",
    )
