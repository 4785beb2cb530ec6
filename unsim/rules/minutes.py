"""The steps of a meeting by name, as a log keeps them, and the floor that follows from a log.

A step's data is plain: texts, numbers, lists. So a meeting's floor is never stored: it is what its steps lead to, and
the last step is taken back by leaving it out.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from unsim.rules import drafts, floor
from unsim.rules.floor_state import Floor
from unsim.rules.profile import Profile


class Step(NamedTuple):
    name: str
    data: Mapping[str, Any] = {}


_DONE: Mapping[str, Callable[..., Floor]] = {
    done.__name__: done
    for done in (
        floor.move,
        floor.second,
        floor.drop,
        floor.withdraw,
        floor.object_to,
        floor.hear,
        floor.rule,
        floor.rule_out,
        floor.put,
        floor.grant,
        floor.decide,
        floor.resume,
        floor.end_caucus,
        floor.ask_secret,
        drafts.open_debate,
        drafts.introduce,
        drafts.withdraw_draft,
        drafts.rank_amendments,
        drafts.exclude_amendments,
        drafts.accept_amendment,
        drafts.withdraw_amendment,
        drafts.begin_voting,
        drafts.settle,
    )
}
STEPS = tuple(_DONE)


def take(profile: Profile, before: Floor, step: Step) -> Floor:
    """RuledOut if the step is not in order; KeyError for an unknown name, TypeError or ValueError for other data."""
    return _DONE[step.name](profile, before, **step.data)


def replay(profile: Profile, steps: Iterable[Step]) -> Floor:
    """The floor after these steps of a meeting that began with nothing before it."""
    after = floor.opened(profile)
    for step in steps:
        after = take(profile, after, step)
    return after
