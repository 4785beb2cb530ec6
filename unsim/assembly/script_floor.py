"""What the President may say on points and motions, in our own words after the Assembly's custom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from unsim.assembly.models import Meeting
from unsim.assembly.motion_words import MotionView, clause_names, part_words, time_words
from unsim.assembly.speakers_shown import Speakers
from unsim.rules.attendance import Quorum
from unsim.rules.clauses import wording_of
from unsim.rules.decision import Body
from unsim.rules.floor_state import Floor, QuestionOf
from unsim.rules.motions import MotionKind, Stage

ON_A_MOTION: Mapping[str, str] = {
    "rule": gettext_noop(
        "%(mover)s has raised a point of order. I give %(mover)s the floor to explain it. I rule on it at once: the "
        "point is, or is not, well taken."
    ),
    "answer": gettext_noop("%(mover)s has the floor: %(title)s. I answer at once, and we go on."),
    "second": gettext_noop("%(mover)s has moved: %(title)s. Is there a second from another delegation?"),
    "grant": gettext_noop(
        "%(mover)s has asked for this: %(title)s (%(rule)s). Is there any objection? I hear none. It is so decided."
    ),
    "hands": gettext_noop(
        "%(mover)s appeals against my ruling. This is put to the vote at once and without debate, by a show of hands. "
        "Who wishes to overrule the President? Who is against? Who abstains?"
    ),
    "vote": gettext_noop(
        "%(mover)s has moved: %(title)s (%(rule)s). %(speaking)s. We then vote on the motion. %(yes)s"
    ),
}
APPEAL = gettext_noop(
    "%(mover)s appeals against my ruling (%(rule)s). It is put to the vote at once and without debate. Those who wish "
    "to overrule the President vote in favour; those who wish the ruling to stand vote against."
)
REQUEST = gettext_noop("%(mover)s has asked for this: %(title)s (%(rule)s). One member suffices. It is so decided.")
OBJECTED = gettext_noop(
    "%(mover)s has asked for this: %(title)s (%(rule)s). There is an objection, so it is put to the vote. "
    "%(speaking)s. %(yes)s"
)


def say(meeting: Meeting, floor: Floor, step: str, motion: MotionView | None) -> str:
    if motion and step in ON_A_MOTION:
        return _(_on_a_motion(step, motion)) % _values(motion)
    if step == "resume":
        return _resume(floor)
    if step == "end_caucus":
        return _caucus(floor)
    if step == "rank":
        return _(
            "There are several amendments. We vote first on the one that is furthest removed in substance from the "
            "text, then on the next (rule 90)."
        )
    if step == "open_debate":
        return _("This item is decided. I thank the delegations. Is there another text before us?")
    return _question(meeting, floor)


def on_the_list(speakers: Speakers) -> str:
    """While somebody speaks, or waits for the floor; else empty."""
    if speakers.speaker:
        return _("%(name)s has the floor. … I thank %(name)s.") % {"name": speakers.speaker.who.label}
    if speakers.waiting:
        return _("I give the floor to the next speaker on the list: %(name)s.") % {"name": speakers.waiting[0].label}
    if speakers.replies:
        return _("I give the floor to %(name)s for a right of reply.") % {"name": speakers.replies[0].label}
    return ""


def without_quorum(quorum: Quorum) -> str:
    return ngettext(
        "%(present)d of %(members)d delegations are present. To take a decision %(needed)d is needed (rule 67): we "
        "may go on with the debate, but we cannot vote. Who has come in since?",
        "%(present)d of %(members)d delegations are present. To take a decision %(needed)d are needed (rule 67): we "
        "may go on with the debate, but we cannot vote. Who has come in since?",
        quorum.to_decide,
    ) % {"present": quorum.present, "members": quorum.members, "needed": quorum.to_decide}


def _on_a_motion(step: str, motion: MotionView) -> str:
    if step == "vote" and motion.kind == MotionKind.APPEAL:
        return APPEAL
    if step == "vote" and motion.objections:
        return OBJECTED
    return REQUEST if step == "grant" and not motion.objectionable else ON_A_MOTION[step]


def _values(motion: MotionView) -> dict[str, Any]:
    title = f"{motion.title}: {motion.about}" if motion.about else motion.title
    speaking = motion.speaking[:1].upper() + motion.speaking[1:]
    # What a rule says in brackets of its own is left out of these.
    rule = motion.rule.partition(" (")[0]
    return {"mover": motion.mover, "title": title, "rule": rule, "speaking": speaking, "yes": motion.yes}


def _resume(floor: Floor) -> str:
    if floor.stage is Stage.ADJOURNED:
        return _("The meeting is adjourned. When the next one opens: we take up the item where we left it.")
    return _("The meeting is suspended. When all are back: the meeting is resumed; we go on where we stopped.")


def _caucus(floor: Floor) -> str:
    time = time_words(floor.caucus.seconds) if floor.caucus else ""
    if floor.caucus and floor.caucus.each:
        each = time_words(floor.caucus.each)
        return _("We are in a moderated caucus of %(time)s, each speech %(each)s. Who would like to speak?") % {
            "time": time,
            "each": each,
        }
    return _(
        "We are in an unmoderated caucus of %(time)s: talk with each other, and be back in your seats in time."
    ) % {"time": time}


def _question(meeting: Meeting, floor: Floor) -> str:
    """The text is before the meeting, or one of its amendments or parts is put."""
    question = floor.question
    if question and question.of is QuestionOf.AMENDMENT:
        return _("We vote on amendment %(name)s before the text itself (rule 90).") % {"name": question.name}
    if question and question.of is QuestionOf.PART:
        return _("We vote separately on %(part)s (rule 89), and afterwards on what is left as a whole.") % {
            "part": part_words(question.name, clause_names(wording_of(meeting.resolution.summary)))
        }
    values = {"title": meeting.resolution.title}
    if floor.draft and floor.draft.ties:
        return _("The vote was equally divided. We vote once more; if it is equal again, it is rejected (rule 95).")
    if question and (question.draft.amended or question.draft.division):
        return _("We now vote on the text ‘%(title)s’ as a whole, as it stands after these votes.") % values
    if floor.stage is not Stage.DEBATE:
        return _("The debate is closed. We proceed to the vote on the text ‘%(title)s’.") % values
    body = _("The Council") if meeting.rules.body is Body.COUNCIL else _("The Assembly")
    return _(
        "%(body)s has before it the text ‘%(title)s’. Who would like to speak on it? When nobody does any more, we "
        "proceed to the vote."
    ) % {**values, "body": body}
