"""What is said from thread to thread and from process to process: a part has changed, or a person has left."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """The part of this kind and key has changed, in every language."""

    kind: str
    key: str


@dataclass(frozen=True)
class Ended:
    """This person's streams are to end."""

    who: str


Signal = Told | Ended


def packed(signal: Signal, sender: str) -> str:
    words = ["told", signal.kind, signal.key] if isinstance(signal, Told) else ["ended", signal.who]
    return json.dumps([sender, *words])


def unpacked(text: str | bytes) -> tuple[str, Signal]:
    """(sender, signal). ValueError for what `packed` has not made."""
    match json.loads(text):
        case [str(sender), "told", str(kind), str(key)]:
            return sender, Told(kind, key)
        case [str(sender), "ended", str(who)]:
            return sender, Ended(who)
    raise ValueError("Not a signal")
