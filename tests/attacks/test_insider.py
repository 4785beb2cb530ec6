"""The attacker of these tests finds whatever goes with a choice, and nothing where nothing does."""

from random import Random

import pytest

from tests.attacks.insider import ASKED, LUCK, VOTERS, hits

LOT = Random(1)
TRUTH = {f"X{n:02d}": choice for n, choice in enumerate(LOT.sample(["yes", "no"] * (VOTERS // 2), VOTERS))}


@pytest.mark.parametrize(
    "leak",
    [
        lambda choice: LOT.randbytes(20) + choice.encode(),
        lambda choice: choice[:1].encode() + LOT.randbytes(16),
        lambda choice: LOT.randbytes(16) + choice[:1].encode() + LOT.randbytes(48),
        lambda choice: LOT.randbytes(65 + len(choice)),
    ],
    ids=["a word", "the first byte", "a byte inside", "the length"],
)
def test_a_leak_is_found(leak):
    assert hits({voter: leak(choice) for voter, choice in TRUTH.items()}, TRUTH) == ASKED


def test_noise_tells_nothing():
    assert hits({voter: LOT.randbytes(65) for voter in TRUTH}, TRUTH) <= LUCK


def test_nothing_tells_nothing():
    assert hits({}, TRUTH) <= LUCK
