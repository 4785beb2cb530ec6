"""An attacker who has linked each delegation to some bytes, knows how half of the class voted, and learns from it.

Nothing about the design is built in: whatever in the bytes goes with a choice, a length, a word, a single byte, is
found, and used to guess the other half.
"""

import re
from collections import Counter
from collections.abc import Mapping

VOTERS = 60
ASKED = VOTERS // 2
# Of 30 guesses at 50:50 more than 26 are right by luck once in 200,000 runs.
LUCK = 26


def hits(linked: Mapping[str, bytes], truth: Mapping[str, str]) -> int:
    """How many of the unknown half are guessed right, of ASKED. Half of all voted "yes", half "no"."""
    voters = sorted(truth)
    known, unknown = voters[::2], voters[1::2]
    telling = _learn([(features(linked.get(voter, b"")), truth[voter]) for voter in known])
    return sum(_guess(features(linked.get(voter, b"")), telling) == truth[voter] for voter in unknown)


def features(found: bytes) -> set[str]:
    """Its length, its words, and each byte in its place."""
    words = re.findall(rb"[a-z]{2,}", found)
    at = {f"{place}={byte}" for place, byte in enumerate(found)}
    return {f"length {len(found)}"} | {f"word {word.decode()}" for word in words} | at


def _learn(known: list[tuple[set[str], str]]) -> dict[str, int]:
    """The features that part the known half best, +1 for "yes" and -1 for "no"."""
    said = Counter(choice for _found, choice in known)
    parted: Counter[str] = Counter()
    for found, choice in known:
        # In units that make a feature of all "yes" weigh as much as one of all "no".
        weight = said["no"] if choice == "yes" else -said["yes"]
        for one in found:
            parted[one] += weight
    best = max(map(abs, parted.values()))
    return {one: n // best for one, n in parted.items() if best and abs(n) == best}


def _guess(found: set[str], telling: Mapping[str, int]) -> str:
    return "yes" if sum(telling.get(one, 0) for one in found) > 0 else "no"
