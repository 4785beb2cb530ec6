"""What reading an article yields: typed facts, each with the words it was found in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Value = str | int | bool | None


class Kind(StrEnum):
    TALLY = "tally"
    POSITION = "position"
    VETO = "veto"
    MEMBERSHIP = "membership"
    QUOTE = "quote"
    OFFICE = "office"
    EVENT = "event"
    QUANTITY = "quantity"
    PROCEDURE = "procedure"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact. `start` and `end` are character offsets into the text as given; `sentence` is a slice of that text.

    `values` by kind (a value that the text does not give is None):

    - tally: body, yes, no, abstain, absent, date, subject, adopted
    - position: member (ISO 3166-1 alpha-3), vote (yes, no, abstain, absent), tally (index of its tally in the list)
    - veto: member, date, subject
    - membership: body, count
    - quote: speaker, role, text (as printed)
    - office: person, role
    - event: date, what
    - quantity: value, of
    - procedure: body, topic (binding, veto, majority, public), holds

    A date is ISO 8601 (2022-10-12, 2022-10, 2022) or an EDTF interval (2022-09-26/2022-10-02).
    """

    kind: str
    values: Mapping[str, Value]
    start: int
    end: int
    sentence: str
    rule: str

    def as_json(self) -> dict[str, Value]:
        where: dict[str, Value] = {"start": self.start, "end": self.end, "sentence": self.sentence, "rule": self.rule}
        return {"kind": str(self.kind), **self.values, **where}


@dataclass(frozen=True, slots=True)
class Article:
    """A text with what is known of it. `published` is ISO, EDTF or None; `findings` are the facts to be used."""

    title: str
    text: str
    publisher: str = ""
    published: str | None = None
    findings: tuple[Finding, ...] = field(default=())
