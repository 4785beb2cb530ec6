"""A rule profile in words: every switch as a sentence, and the rule it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unsim.rules import motion_sentences
from unsim.rules.decision import Body
from unsim.rules.majority import AnyMajority
from unsim.rules.motion_sentences import majority_phrase
from unsim.rules.motions import MotionKind
from unsim.rules.profile import Profile, Yield
from unsim.rules.profiles import GENERAL_ASSEMBLY, SHIPPED


@dataclass(frozen=True)
class Line:
    """One switch as it is set. `source`: a rule, or that it is practice."""

    switch: str
    title: str
    words: str
    source: str


@dataclass(frozen=True)
class MotionLine:
    """One motion: how it is disposed of, who speaks on it, what carries it, what it does."""

    kind: MotionKind
    title: str
    way: str
    speakers: str
    majority: str
    effect: str
    source: str


class Flag(NamedTuple):
    """A switch that is on or off. `rule`: of the Assembly, for the way in which the Assembly has it."""

    title: str | Promise
    on: str | Promise
    off: str | Promise
    rule: str


FLAGS: Mapping[str, Flag] = {
    "method_on_request": Flag(
        gettext_lazy("Asking for a recorded vote"),
        gettext_lazy("One member suffices to have a recorded vote or a roll call."),
        gettext_lazy("A motion for a recorded vote or a roll call is voted on."),
        "rule 87",
    ),
    "roll_call_by_lot": Flag(
        gettext_lazy("Where a roll call begins"),
        gettext_lazy("A roll call begins with a delegation that is drawn by lot."),
        gettext_lazy("A roll call begins at the letter A."),
        "rule 87",
    ),
    "passes": Flag(
        gettext_lazy("Passing"),
        gettext_lazy("In a roll call a delegation may pass once; it is called again in a second round."),
        gettext_lazy("In a roll call nobody passes."),
        "rule 87",
    ),
    "second_round_may_abstain": Flag(
        gettext_lazy("Second round"),
        gettext_lazy("In the second round of a roll call a delegation may abstain."),
        gettext_lazy("In the second round of a roll call the answer is yes or no."),
        "",
    ),
    "rights": Flag(
        gettext_lazy("Yes or no with rights"),
        gettext_lazy("In a roll call a delegation may vote “with rights”: it explains its vote afterwards."),
        gettext_lazy("Nobody votes “with rights”."),
        "rule 87",
    ),
    "present_and_voting_binds": Flag(
        gettext_lazy("Present and voting"),
        gettext_lazy("A delegation that answered “present and voting” may not abstain."),
        gettext_lazy("Every delegation may abstain, whatever it answered at the roll call."),
        "rule 86",
    ),
    "second_vote_on_tie": Flag(
        gettext_lazy("An equal vote"),
        gettext_lazy("An equal vote is taken once more; if it is equal again, the text is rejected."),
        gettext_lazy("An equal vote rejects the text."),
        "rule 95",
    ),
    "explanations": Flag(
        gettext_lazy("Explanations of vote"),
        gettext_lazy("Votes may be explained before or after the vote, but not in a secret ballot."),
        gettext_lazy("Votes are not explained."),
        "rule 88",
    ),
    "cosponsors_explain": Flag(
        gettext_lazy("Sponsors' explanations"),
        gettext_lazy("Co-sponsors may explain their vote on their own text; the proposer may not."),
        gettext_lazy("Neither the proposer nor a co-sponsor explains a vote on the own text."),
        "rule 88",
    ),
    "observers_vote_on_procedure": Flag(
        gettext_lazy("Observers"),
        gettext_lazy("Observers vote on procedure, never on a text."),
        gettext_lazy("Observers do not vote."),
        "rule 82",
    ),
    "friendly_amendments": Flag(
        gettext_lazy("Friendly amendments"),
        gettext_lazy("An amendment that all sponsors accept is taken in without a vote."),
        gettext_lazy("Every amendment is voted on."),
        "rule 90",
    ),
    "seconds": Flag(
        gettext_lazy("Seconds"),
        gettext_lazy("A motion needs a second from another delegation."),
        gettext_lazy("A motion needs no second."),
        "",
    ),
}
# Title, and the rule that the Assembly's own majority rests on.
MAJORITIES: Mapping[str, tuple[str | Promise, str]] = {
    "majority_for_drafts": (gettext_lazy("A text is adopted by"), "rule 85"),
    "majority_for_important": (gettext_lazy("A text on an important question is adopted by"), "rule 83"),
    "majority_to_close_debate": (gettext_lazy("The debate is closed by"), "rules 75 and 85"),
    "majority_to_overrule": (gettext_lazy("The President is overruled by"), "rule 71"),
}
TIMES: Mapping[str, tuple[str | Promise, str]] = {
    "speech_seconds": (gettext_lazy("Time of a speech"), "rule 72"),
    "reply_seconds": (gettext_lazy("Time of the first, the second ... right of reply"), "rule 73"),
    "yields": (gettext_lazy("Yielding time"), ""),
}
ORDER: str | Promise = gettext_lazy("Order of motions")
YIELDS: Mapping[Yield, str | Promise] = {
    Yield.QUESTIONS: gettext_lazy("to questions"),
    Yield.CHAIR: gettext_lazy("to the chair"),
    Yield.DELEGATE: gettext_lazy("to another delegate"),
}
NAMES: Mapping[str, str | Promise] = {
    "general_assembly": gettext_lazy("General Assembly"),
    "security_council": gettext_lazy("Security Council"),
    "model_un": gettext_lazy("Model UN"),
}
ABOUT: Mapping[str, str | Promise] = {
    "general_assembly": gettext_lazy("The Assembly's rules of procedure (A/520), in our own words."),
    "security_council": gettext_lazy("The Charter's Article 27 and the Council's provisional rules, in our own words."),
    "model_un": gettext_lazy("Common practice; conferences differ, so copy it and set what yours has."),
}
# Custom beside a rule, or not verified against the official text; see `unsim.rules.profiles`.
DOUBTFUL = frozenset({"cosponsors_explain", "method_on_request", "second_vote_on_tie", "reply_seconds"})
# What the Council has no use for: nine votes decide, and only its members vote.
NOT_IN_COUNCIL = frozenset({*MAJORITIES, "second_vote_on_tie", "observers_vote_on_procedure"})


def name_of(profile: Profile) -> str:
    """A shipped profile in the reader's language; an own one as its club calls it."""
    return str(NAMES[profile.name]) if profile == SHIPPED.get(profile.name) else profile.name


def title_of(switch: str) -> str:
    """What a switch is called on the page where it is set."""
    if switch in FLAGS:
        return str(FLAGS[switch].title)
    titled = {**MAJORITIES, **TIMES}
    return str(titled[switch][0]) if switch in titled else str(ORDER)


def lines_of(profile: Profile) -> list[Line]:
    """Every switch but the order of motions, for which there is `motions_of`."""
    return [*_majorities(profile), *_flags(profile), *_times(profile)]


def motions_of(profile: Profile) -> list[MotionLine]:
    """In order of precedence."""
    return [_motion(profile, kind) for kind in profile.order]


def _majorities(profile: Profile) -> Iterator[Line]:
    if profile.body is Body.COUNCIL:
        yield Line("body", _("A text is adopted by"), _nine_votes(), "Article 27(3)")
        yield Line("body", _("On procedure"), _("nine votes in favour; there is no veto"), "Article 27(2)")
        return
    for switch, (title, rule) in MAJORITIES.items():
        words = phrase_of(getattr(profile, switch))
        yield Line(switch, str(title), words, source_of(profile, switch, rule))


def _nine_votes() -> str:
    return _("nine votes in favour, and no permanent member against (veto)")


def phrase_of(majority: AnyMajority) -> str:
    return majority_phrase(majority, _)


def _flags(profile: Profile) -> Iterator[Line]:
    for switch, flag in FLAGS.items():
        if applies(profile, switch):
            words = flag.on if getattr(profile, switch) else flag.off
            yield Line(switch, str(flag.title), str(words), source_of(profile, switch, flag.rule))


def applies(profile: Profile, switch: str) -> bool:
    """Whether the switch does anything under the others."""
    if profile.body is Body.COUNCIL and switch in NOT_IN_COUNCIL:
        return False
    return switch != "second_round_may_abstain" or profile.passes


def _times(profile: Profile) -> Iterator[Line]:
    words = {
        "speech_seconds": _speech(profile.speech_seconds),
        "reply_seconds": _replies(profile.reply_seconds),
        "yields": ", ".join(str(YIELDS[each]) for each in profile.yields) or _("not possible"),
    }
    for switch, (title, rule) in TIMES.items():
        yield Line(switch, str(title), words[switch], source_of(profile, switch, rule))


def _speech(seconds: int | None) -> str:
    return _("no limit, unless the meeting sets one") if seconds is None else clock(seconds)


def _replies(seconds: tuple[int, ...]) -> str:
    return ", ".join(clock(each) for each in seconds) or _("not possible")


def clock(seconds: int) -> str:
    """Minutes and seconds, such as 1:30."""
    return _("%(minutes)d:%(seconds)02d minutes") % {"minutes": seconds // 60, "seconds": seconds % 60}


def source_of(profile: Profile, switch: str, rule: str) -> str:
    cited = profile.cited(rule)
    if getattr(profile, switch) != getattr(GENERAL_ASSEMBLY, switch) or not cited:
        return _("practice, not a rule")
    return _("%(rule)s; practice or not verified") % {"rule": cited} if switch in DOUBTFUL else cited


def _motion(profile: Profile, kind: MotionKind) -> MotionLine:
    rule = profile.rule_of(kind)
    voted = rule.majority is not None or (profile.body is Body.COUNCIL and kind is not MotionKind.POINT_OF_ORDER)
    return MotionLine(
        kind=kind,
        title=motion_sentences.title(kind, _),
        way=motion_sentences.way_phrase(rule, _),
        speakers=motion_sentences.speakers_phrase(rule, _),
        majority=majority_phrase(rule.majority, _) if voted else "",
        effect=motion_sentences.effect_sentence(rule, _),
        source=rule.rule if rule.rule and rule.rule != "Model UN" else _("practice, not a rule"),
    )
