"""What the questions are written from: all that is known, with the votes, the people and the days it speaks of."""

from dataclasses import dataclass
from random import Random

from quizzes.items.finding import Kind
from quizzes.items.writing.days import is_day
from quizzes.items.writing.known import Known
from quizzes.items.writing.people import Person, people_of
from quizzes.items.writing.scenes import Scene, scenes_of


@dataclass(frozen=True, slots=True)
class Story:
    """`days`: every exact day that is told, ascending. `rng` draws wordings and wrong options."""

    known: Known
    scenes: tuple[Scene, ...]
    people: tuple[Person, ...]
    days: tuple[str, ...]
    rng: Random

    def rivals(self, scene: Scene) -> list[Scene]:
        """The other votes of the same body that can be named, each once."""
        found: dict[int, Scene] = {}
        for other in self.scenes:
            if other.vote is not scene.vote and other.vote.body == scene.vote.body and other.subject:
                found.setdefault(other.vote.number, other)
        return list(found.values())


def story_of(known: Known, rng: Random) -> Story:
    dated = [told.date() for kind in (Kind.TALLY, Kind.VETO, Kind.EVENT) for told in known.told[kind.value]]
    days = sorted({day for day in dated if is_day(day)})
    return Story(known, tuple(scenes_of(known)), tuple(people_of(known)), tuple(days), rng)
