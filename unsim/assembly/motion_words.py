"""Motions in words, for people who read a page: what was moved, by whom, and what a vote in favour means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from unsim.rules.clauses import Wording, numbered
from unsim.rules.floor import needs_vote
from unsim.rules.floor_state import Floor
from unsim.rules.motion_sentences import effect_sentence, majority_phrase, speakers_phrase, title, way_phrase
from unsim.rules.motions import METHOD, Effect, MotionKind, MotionRule, Moved, Side, Way
from unsim.rules.profile import Profile

YES: Mapping[Effect, str] = {
    Effect.NONE: "",
    Effect.OVERRULE: gettext_noop(
        "To vote in favour is to overrule the President; to vote against is to let the ruling stand."
    ),
    Effect.SUSPEND: gettext_noop("To vote in favour is to pause the meeting."),
    Effect.ADJOURN: gettext_noop("To vote in favour is to end the meeting for now."),
    Effect.NO_ACTION: gettext_noop("To vote in favour is to take no action on the draft: it will not be voted on."),
    Effect.CLOSE_DEBATE: gettext_noop("To vote in favour is to end the debate; the vote on the draft follows."),
    Effect.NO_COMPETENCE: gettext_noop("To vote in favour is to say that this body may not adopt the draft."),
    Effect.LIMIT_SPEECHES: gettext_noop("To vote in favour is to give every speech this limit."),
    Effect.CLOSE_LIST: gettext_noop("To vote in favour is to let nobody else on the speakers' list."),
    Effect.DIVIDE: gettext_noop("To vote in favour is to vote on these parts one by one."),
    Effect.REOPEN: gettext_noop("To vote in favour is to open again what was decided."),
    Effect.SET_METHOD: gettext_noop("To vote in favour is to have the vote on the draft taken in this way."),
    Effect.AMEND: gettext_noop("To vote in favour is to change the draft in this way."),
    Effect.PUT_NEXT: gettext_noop("To vote in favour is to vote on the next draft; to vote against is to leave it."),
    Effect.CAUCUS: gettext_noop("To vote in favour is to talk for this time outside the speakers' list."),
}


@dataclass(frozen=True)
class MotionView:
    """A motion or point as a page shows it. `about`: its time, its parts, or what it concerns. `speakers`: labels
    with "for" or "against". `yes`: what a vote in favour means."""

    number: int
    kind: str
    title: str
    about: str
    by: str
    mover: str
    rule: str
    way: str
    speaking: str
    majority: str
    effect: str
    yes: str
    point: bool
    ruling: bool
    seconded: bool
    seconded_by: str
    objections: tuple[str, ...]
    objectors: tuple[str, ...]
    objectionable: bool
    speakers: tuple[tuple[str, str], ...]
    sides: tuple[str, ...]
    needs_vote: bool

    @property
    def waits_for_a_second(self) -> bool:
        return self.seconded and not self.seconded_by


def motion_view(
    rules: Profile, floor: Floor, moved: Moved, labels: Mapping[str, str], clauses: Mapping[int, str]
) -> MotionView:
    """`labels` of delegations by code, `clauses`: what they are called, by key."""
    rule = rules.rule_of(moved.kind)
    voted = rule.way is Way.VOTE or needs_vote(floor, moved)
    return MotionView(
        number=moved.number,
        kind=moved.kind.value,
        title=title(moved.kind, _),
        about=about_of(moved, clauses),
        by=moved.by,
        mover=labels.get(moved.by, moved.by),
        rule=rule.rule,
        way=way_phrase(rule, _),
        speaking=_speaking(rule) if voted else "",
        majority=majority_phrase(rule.majority, _) if voted else "",
        effect=effect_sentence(rule, _),
        yes=_(YES[rule.effect]) if YES[rule.effect] else "",
        point=rule.way in (Way.RULING, Way.ANSWER),
        ruling=rule.way is Way.RULING,
        seconded=rule.seconded,
        seconded_by=labels.get(moved.seconded_by, moved.seconded_by),
        objections=tuple(labels.get(code, code) for code in moved.objections),
        objectors=moved.objections,
        objectionable=rule.way in (Way.UNLESS_OBJECTED, Way.UNLESS_SPONSOR_OBJECTS),
        speakers=tuple((labels.get(code, code), side.value) for code, side in moved.speakers),
        sides=_sides(rules, moved),
        needs_vote=voted,
    )


def _speaking(rule: MotionRule) -> str:
    """Who may speak, without a full stop; of one side alone nothing is said but how many."""
    if rule.speakers_for == 0 and rule.speakers_against:
        return _("two may speak, both against") if rule.speakers_against == 2 else speakers_phrase(rule, _)
    return speakers_phrase(rule, _)


def _sides(rules: Profile, moved: Moved) -> tuple[str, ...]:
    """The sides on which somebody more may speak."""
    rule = rules.rule_of(moved.kind)
    heard = [side for code, side in moved.speakers if not (rule.mover_speaks and code == moved.by)]
    limits = {Side.FOR: rule.speakers_for, Side.AGAINST: rule.speakers_against}
    return tuple(side.value for side, most in limits.items() if most is None or heard.count(side) < most)


def about_of(moved: Moved, clauses: Mapping[int, str]) -> str:
    """What was moved in particular; empty where the title says it all."""
    if moved.kind is MotionKind.DIVISION:
        return "; ".join(part_words(part.name, clauses) for part in moved.parts)
    if moved.kind is MotionKind.RECONSIDER:
        return _("how to vote") if moved.about == METHOD else moved.about
    if not moved.seconds:
        return ""
    if moved.each:
        return _("%(time)s, each speech %(each)s") % {"time": time_words(moved.seconds), "each": time_words(moved.each)}
    return time_words(moved.seconds)


def part_words(name: str, clauses: Mapping[int, str]) -> str:
    """A part of a text, which is named by the keys of its clauses: "2,3"."""
    return " + ".join(clauses.get(key) or _("a new clause") for key in keys_in(name))


def keys_in(name: str) -> list[int]:
    return [int(key) for key in name.split(",") if key.isdigit()]


def clause_names(before: Wording) -> dict[int, str]:
    """What each clause of a text is called: by its number as it was handed in, or as one of the preamble."""
    names, preamble = {}, 0
    for number, clause in numbered(before.clauses):
        preamble += number is None
        if number is None:
            names[clause.key] = _("preamble %(n)d") % {"n": preamble}
        else:
            names[clause.key] = _("clause %(n)d") % {"n": number}
    return names


def time_words(seconds: int) -> str:
    minutes, left = divmod(seconds, 60)
    words = [ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}] if minutes else []
    words += [ngettext("%(n)d second", "%(n)d seconds", left) % {"n": left}] if left else []
    return " ".join(words)


def words_of(moved: Moved, mover: str, clauses: Mapping[int, str]) -> str:
    """As the board shows it while it is voted on."""
    about = about_of(moved, clauses)
    named = f"{title(moved.kind, _)}: {about}" if about else title(moved.kind, _)
    return _("%(motion)s (moved by %(mover)s)") % {"motion": named, "mover": mover}


def yes_means(rules: Profile, kind: MotionKind) -> str:
    sentence = YES[rules.rule_of(kind).effect]
    return _(sentence) if sentence else ""
