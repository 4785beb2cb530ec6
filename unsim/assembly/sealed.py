"""Sealed papers: the cryptography of the secret ballot, by PyNaCl. Pure: nothing is stored here.

A box is an X25519 key pair. Its private key is kept wrapped under the opening key, which the President alone holds. A
paper is one byte of choice and 16 random bytes sealed to the public key, so that every paper has the same length.
"""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox

from unsim.rules.choices import Choice
from unsim.rules.tally import Tally, count

NOISE = 16
PAPER = 1 + NOISE + 48  # bytes; a sealed box adds 48

# One letter each: neither a request nor a paper tells by its length which it is.
MARKS: Mapping[str, Choice] = {"y": Choice.YES, "n": Choice.NO, "a": Choice.ABSTAIN}
_LETTERS = {choice: letter.encode() for letter, choice in MARKS.items()}
_CHOICES = {letter: choice for choice, letter in _LETTERS.items()}


@dataclass(frozen=True)
class Box:
    """The two keys that are stored, and the opening key, which is handed to the President and then forgotten."""

    public_key: bytes
    wrapped_key: bytes
    opening_key: bytes = field(repr=False)


@dataclass(frozen=True)
class Papers:
    """What was in a box. `invalid`: papers that could not be opened, or that bear no choice."""

    tally: Tally
    invalid: int

    @property
    def unanimous(self) -> bool:
        """Whether the totals give away every single paper."""
        return self.tally.voted > 0 and self.tally.voted in (self.tally.yes, self.tally.no, self.tally.abstain)


class WrongKey(Exception):
    """This is not the key under which the box was closed."""


def new_box() -> Box:
    private_key = PrivateKey.generate()
    opening_key = secrets.token_bytes(SecretBox.KEY_SIZE)
    wrapped_key = bytes(SecretBox(opening_key).encrypt(bytes(private_key)))
    return Box(bytes(private_key.public_key), wrapped_key, opening_key)


def new_noise() -> bytes:
    return secrets.token_bytes(NOISE)


def noise_of(digits: str) -> bytes:
    """The noise that a form carried as hexadecimal digits; ValueError for anything else."""
    noise = bytes.fromhex(digits)
    if len(noise) != NOISE or noise.hex() != digits:
        raise ValueError(f"not {2 * NOISE} hexadecimal digits")
    return noise


def inclusion_code(noise: bytes) -> str:
    """64 hexadecimal digits that prove a paper was in the box, and nothing about what was on it."""
    return hashlib.sha256(noise).hexdigest()


def seal(choice: Choice, noise: bytes, public_key: bytes) -> bytes:
    """A paper of PAPER bytes. ValueError unless there are NOISE bytes of noise."""
    if len(noise) != NOISE:
        raise ValueError(f"{len(noise)} random bytes, not {NOISE}")
    return SealedBox(PublicKey(public_key)).encrypt(_LETTERS[choice] + noise)


def fits(wrapped_key: bytes, opening_key: bytes) -> bool:
    """Whether this is the opening key of the box with that wrapped key."""
    try:
        _unwrap(wrapped_key, opening_key)
    except WrongKey:
        return False
    return True


def open_papers(papers: Iterable[tuple[str, bytes]], wrapped_key: bytes, opening_key: bytes) -> Papers:
    """Opens (inclusion code, sealed paper) in a random order. WrongKey if the opening key is not of this box."""
    box = SealedBox(_unwrap(wrapped_key, opening_key))
    shuffled = list(papers)
    secrets.SystemRandom().shuffle(shuffled)
    choices = [_read(box, code, paper) for code, paper in shuffled]
    return Papers(count(choice for choice in choices if choice), choices.count(None))


def _unwrap(wrapped_key: bytes, opening_key: bytes) -> PrivateKey:
    if len(opening_key) != SecretBox.KEY_SIZE:
        raise WrongKey
    try:
        return PrivateKey(SecretBox(opening_key).decrypt(wrapped_key))
    except CryptoError:
        raise WrongKey from None


def _read(box: SealedBox[PrivateKey], code: str, paper: bytes) -> Choice | None:
    """None for a paper that somebody forged: not sealed to this box, or not the one its code stands for."""
    try:
        plain = box.decrypt(paper)
    except CryptoError:
        return None
    return _CHOICES.get(plain[:1]) if inclusion_code(plain[1:]) == code else None
