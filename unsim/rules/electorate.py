"""Who votes: members, one vote each (rule 82); observers never on a text, on procedure where a profile says so."""

from collections.abc import Sequence

from unsim.rules.profile import Profile


def electorate(
    profile: Profile, members: Sequence[str], observers: Sequence[str], *, procedural: bool
) -> tuple[str, ...]:
    """Where observers vote they count as members do, in the number of voters and in the quorum of that vote."""
    if procedural and profile.observers_vote_on_procedure:
        return (*members, *observers)
    return tuple(members)
