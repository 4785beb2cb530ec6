"""How long reading and writing take: `python -m tests.bench.items`, from the project's root. Run by hand.

Goals: a text of 1,000 words is read in 50 ms, a quiz of 20 questions is written in 100 ms.
"""

import cProfile
import pstats
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from quizzes.items import Article, read, write
from unsim.seedfile import read_front_matter

BRIEFS = Path(__file__).resolve().parents[2] / "seeds" / "articles"
ROUNDS = 15


def main() -> None:
    texts = [read_front_matter(path).body for path in sorted(BRIEFS.glob("*.md"))]
    words = " ".join(texts).split()
    text = "\n\n".join(texts)
    articles = [Article(title=f"Article {n}", text=t, findings=tuple(read(t))) for n, t in enumerate(texts)]
    per_thousand = 1000 / len(words)
    report("read 1,000 words", 50, [per_thousand * taken for taken in times(lambda: read(text))])
    for factor in (2, 4, 8):
        longer = "\n\n".join([text] * factor)
        taken = times(partial(read, longer), 5)
        report(f"... of a text {factor} times as long", 50, [per_thousand / factor * one for one in taken])
    report("write a quiz of 20", 100, times(lambda: write(articles, count=20, seed=1)))
    if "--profile" in sys.argv:
        profile(lambda: read(text))
        profile(lambda: write(articles, count=20, seed=1))


def times(what: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of processor time of each round, the first one (compiling, caches) left out."""
    what()
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        what()
        taken.append(1000 * (time.process_time() - start))
    return taken


def report(name: str, goal: int, taken: list[float]) -> None:
    verdict = "" if median(taken) <= goal else "  MISSED"
    print(f"{name:<34} median {median(taken):7.1f} ms   best {min(taken):7.1f} ms   goal {goal} ms{verdict}")


def profile(what: Callable[[], object]) -> None:
    with cProfile.Profile() as profiler:
        what()
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(25)


if __name__ == "__main__":
    main()
