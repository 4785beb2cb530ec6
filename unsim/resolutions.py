"""The texts of `seeds/resolutions`: what was put to the Assembly or the Council, and how it was voted.

Standard library only.
"""

import datetime
import enum
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from unsim.members import SEEDS, all_members, by_iso3, find
from unsim.rules.choices import Choice
from unsim.rules.decision import COUNCIL, Body, Decision, decide, decide_council
from unsim.rules.majority import Majority
from unsim.rules.roll_call import RollCall, read_roll_call
from unsim.rules.tally import Tally
from unsim.seedfile import BadSeed, FrontMatter, read_front_matter

RESOLUTIONS = SEEDS / "resolutions"
TALLY = ("yes", "no", "abstain", "absent")
KEYS = (
    "symbol",
    "title",
    "date",
    "body",
    "majority",
    "procedural",
    "practice",
    "sponsors",
    *TALLY,
    "roll_call",
    "source",
    "source_url",
)

Word = TypeVar("Word", bound=enum.StrEnum)


@dataclass(frozen=True)
class Text:
    """One resolution or draft. Empty or None is what the source does not state.

    `slug`: the file's name without suffix. `majority`: None in the Council too, whose number is fixed.
    `procedural`: a matter of procedure, so that no veto applies in the Council.
    `practice`: a text of our own, never before the United Nations. `sponsors`: official names.
    `summary`: in our own words; paragraphs are parted by an empty line.
    """

    slug: str
    symbol: str
    title: str
    date: datetime.date | None
    body: Body
    majority: Majority | None
    procedural: bool
    practice: bool
    sponsors: tuple[str, ...]
    tally: Tally | None
    roll_call: RollCall | None
    source: str
    source_url: str
    summary: str


def decided(text: Text) -> Decision | None:
    """What the real vote decided; None without one.

    Where the source states no majority, the simple one of rule 85 is taken, which governs all that no other rule does.
    """
    if text.tally is None:
        return None
    if text.body is Body.COUNCIL:
        return decide_council(text.tally, vetoes=_permanent_against(text.roll_call), procedural=text.procedural)
    # The record does not say who was in the hall without voting; its President answered for the quorum.
    return decide(text.tally, text.majority or Majority.SIMPLE, present=text.tally.members)


def _permanent_against(roll_call: RollCall | None) -> frozenset[str]:
    votes = roll_call.votes if roll_call else {}
    return frozenset(iso3 for iso3, choice in votes.items() if choice is Choice.NO and by_iso3()[iso3].permanent)


def read_resolutions(folder: Path = RESOLUTIONS) -> list[Text]:
    """Every `*.md` of the folder by file name; roll calls are in `roll_calls` beside it.

    BadSeed, with file and line, on the first text that cannot be taken.
    """
    texts: dict[str, Text] = {}
    for path in sorted(folder.glob("*.md")):
        matter = read_front_matter(path)
        text = _Reading(path, matter).text()
        name = text.symbol or text.title
        if name in texts:
            raise BadSeed(path, matter.lines["symbol"], f"{name} is also in {texts[name].slug}.md")
        texts[name] = text
    if not texts:
        raise BadSeed(folder, 1, "there is no *.md in it")
    return list(texts.values())


class _Reading:
    """The reading of one file: every refusal can name its file and the line of its key."""

    def __init__(self, path: Path, matter: FrontMatter) -> None:
        self.path = path
        self.matter = matter

    def text(self) -> Text:
        self._check_keys()
        body = self._word("body", Body)
        if body is None:
            raise self._bad("body", "body is empty; it must be assembly or council")
        text = Text(
            slug=self.path.stem,
            symbol=self._field("symbol"),
            title=self._field("title"),
            date=self._date(),
            body=body,
            majority=self._word("majority", Majority),
            procedural=self._yes_or_no("procedural"),
            practice=self._yes_or_no("practice"),
            sponsors=self._sponsors(),
            tally=self._tally(),
            roll_call=self._roll_call(),
            source=self._field("source"),
            source_url=self._field("source_url"),
            summary=_unwrapped(self.matter.body),
        )
        self._check(text)
        return text

    def _bad(self, key: str, reason: str) -> BadSeed:
        return BadSeed(self.path, self.matter.lines[key], reason)

    def _field(self, key: str) -> str:
        return self.matter.fields[key]

    def _check_keys(self) -> None:
        for key in self.matter.fields:
            if key not in KEYS:
                raise self._bad(key, f"unknown key {key}; the keys are {', '.join(KEYS)}")
        for key in KEYS:
            if key not in self.matter.fields:
                raise BadSeed(self.path, 1, f"{key} is missing; leave its value empty where no source states it")

    def _date(self) -> datetime.date | None:
        value = self._field("date")
        try:
            return datetime.date.fromisoformat(value) if value else None
        except ValueError:
            raise self._bad("date", f"{value!r} is no date; write it as 2022-10-12") from None

    def _word(self, key: str, words: type[Word]) -> Word | None:
        value = self._field(key)
        try:
            return words(value) if value else None
        except ValueError:
            raise self._bad(key, f"{key} is {value!r}; it must be one of {', '.join(words)}") from None

    def _yes_or_no(self, key: str) -> bool:
        value = self._field(key)
        if value not in ("yes", "no", ""):
            raise self._bad(key, f"{key} is {value!r}; it must be yes, no or empty")
        return value == "yes"

    def _sponsors(self) -> tuple[str, ...]:
        names = [name.strip() for name in self._field("sponsors").split(";") if name.strip()]
        members = {name: find(name) for name in names}
        for name, member in members.items():
            if member is None:
                raise self._bad("sponsors", f"{name!r} is no member")
        return tuple(member.un_name for member in members.values() if member)

    def _tally(self) -> Tally | None:
        stated = [key for key in TALLY if self._field(key)]
        if not stated:
            return None
        for key in TALLY:
            value = self._field(key)
            if not (value.isascii() and value.isdigit()):
                raise self._bad(key, f"{key} is {value!r}; a tally is four whole numbers or none")
        return Tally(*(int(self._field(key)) for key in TALLY))

    def _roll_call(self) -> RollCall | None:
        name = self._field("roll_call")
        if not name:
            return None
        path = self.path.parent.parent / "roll_calls" / name
        if Path(name).name != name or not path.is_file():
            raise self._bad("roll_call", f"there is no {name} among the roll calls")
        return read_roll_call(path, self._field("symbol"), _official_names())

    def _check(self, text: Text) -> None:
        self._check_words(text)
        self._check_votes(text)
        if text.practice and (text.symbol or text.date or text.tally or text.roll_call):
            raise self._bad("practice", "a practice text was never put: it has no symbol, date, tally or roll call")

    def _check_words(self, text: Text) -> None:
        for key in ("title",) if text.practice else ("title", "symbol", "source"):
            if not self._field(key):
                raise self._bad(key, f"{key} is empty")
        if not text.summary:
            raise BadSeed(self.path, max(self.matter.lines.values()) + 1, "there is no summary after the front matter")
        if text.source_url and not text.source_url.startswith("https://"):
            raise self._bad("source_url", "source_url must begin with https://")
        if text.majority and text.body is Body.COUNCIL:
            raise self._bad("majority", "the Council decides by nine votes; leave majority empty")

    def _check_votes(self, text: Text) -> None:
        members = COUNCIL if text.body is Body.COUNCIL else len(all_members())
        if text.tally and text.tally.members != members:
            raise self._bad("yes", f"the tally adds up to {text.tally.members}, not to {members}")
        if text.roll_call and text.roll_call.tally != text.tally:
            raise self._bad("yes", f"the tally is not that of {self._field('roll_call')}: {_in_words(text.roll_call)}")


def _unwrapped(body: str) -> str:
    """One line to a paragraph, so that a page may break the lines where it likes."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in body.split("\n\n"))


def _official_names() -> Mapping[str, str]:
    return {member.iso3: member.un_name for member in all_members()}


def _in_words(roll_call: RollCall) -> str:
    tally = roll_call.tally
    return f"yes {tally.yes}, no {tally.no}, abstain {tally.abstain}, absent {tally.absent}"
