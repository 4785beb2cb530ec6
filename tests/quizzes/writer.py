"""A writer of items for tests: what the app does with items does not depend on how they come about."""

from quizzes.items import Item, Source


def write(articles, *, count, seed):
    """One single-choice item for each finding, in order, beginning at the finding number `seed`."""
    places = [(a, f) for a, article in enumerate(articles) for f in range(len(article.findings))]
    turned = places[seed % len(places) :] + places[: seed % len(places)] if places else []
    return [_item(articles, a, f) for a, f in turned[:count]]


def _item(articles, a, f):
    finding = articles[a].findings[f]
    return Item(
        kind="single_choice",
        stem=f"What does {articles[a].title} say at place {finding.start}?",
        options=("3", "5", "24", "35"),
        key=[1],
        explanation="So it says.",
        facts=((a, f),),
        source=Source(a, finding.start, finding.end, finding.sentence),
    )
