"""What if: a declared tally, or one that somebody tries out, under other majorities. No such decision was taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from unsim.assembly.counting import TOTALS
from unsim.assembly.debrief import tally_in
from unsim.assembly.models import Record
from unsim.rules.decision import Outcome
from unsim.rules.motion_sentences import majority_phrase
from unsim.rules.sentences import sum_sentence
from unsim.rules.tally import Tally
from unsim.rules.what_if import Supposed, what_if, without_veto

MOST = 1000  # of one kind of vote: more than there are members by far


@dataclass(frozen=True)
class Line:
    """One other majority in words: its name, what the votes would have decided, and the sum."""

    majority: str
    outcome: str
    sum: str
    differs: bool


class NumbersForm(forms.Form):
    """The four numbers of a tally; at least one vote."""

    yes = forms.IntegerField(label=gettext_lazy("In favour"), min_value=0, max_value=MOST)
    no = forms.IntegerField(label=gettext_lazy("Against"), min_value=0, max_value=MOST)
    abstain = forms.IntegerField(label=gettext_lazy("Abstaining"), min_value=0, max_value=MOST)
    absent = forms.IntegerField(label=gettext_lazy("Not voting"), min_value=0, max_value=MOST)

    def clean(self) -> dict[str, int]:
        data = super().clean() or {}
        if not self.errors and not sum(data.values()):
            raise forms.ValidationError(_("Put in at least one vote."))
        return data

    @property
    def tally(self) -> Tally:
        return Tally(*(self.cleaned_data[name] for name in TOTALS))


def form_for(record: Record, sent: Mapping[str, str]) -> NumbersForm | None:
    """With the numbers that were sent, else with those of the record; None where no totals were published."""
    declared = tally_in(record)
    if declared is None:
        return None
    numbers = {name: str(getattr(declared, name)) for name in TOTALS}
    return NumbersForm({**numbers, **{name: sent[name] for name in TOTALS if name in sent}})


def lines_for(record: Record, tally: Tally) -> list[Line]:
    """`tally` under each of the alternatives, beside the declared outcome. A quorum is taken for granted."""
    declared = Outcome(record.content["decision"])
    if not record.content["majority"]:
        return [_line(_("on a matter of procedure, where no veto applies"), without_veto(tally, declared))]
    supposed = what_if(tally, declared, present=tally.members)
    return [_line(majority_phrase(one.decision.majority, _), one) for one in supposed]


def _line(majority: str, supposed: Supposed) -> Line:
    decision = supposed.decision
    return Line(majority, decision.outcome.value, sum_sentence(decision, _, ngettext), supposed.differs)
