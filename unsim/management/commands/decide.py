"""`manage.py decide`: what a tally decides, its sum and its rule."""

import argparse
import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext, ngettext

from unsim.members import all_members
from unsim.rules.decision import COUNCIL, Body, Decision, NoQuorum, decide, decide_council
from unsim.rules.majority import Majority
from unsim.rules.sentences import rule_sentence, sum_sentence
from unsim.rules.tally import Tally

REFUSED = 2


class Command(BaseCommand):
    help = "Say what a vote decides, with its sum and its rule. Exits with 2 where there is no quorum or no such vote."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        for choice in ("--yes", "--no"):
            parser.add_argument(choice, type=int, metavar="N", required=True)
        parser.add_argument("--abstain", type=int, metavar="N", default=0)
        parser.add_argument("--absent", type=int, metavar="N", help="members not voting; default: 0")
        parser.add_argument("--members", type=int, metavar="N", help="all members; default: the sum of the votes given")
        parser.add_argument("--majority", choices=[word.value for word in Majority], help="default: simple")
        parser.add_argument("--body", choices=[word.value for word in Body], default=Body.ASSEMBLY.value)
        parser.add_argument("--veto", action="store_true", help="Council: a permanent member voted against")
        parser.add_argument("--procedural", action="store_true", help="Council: a matter of procedure, no veto")
        parser.add_argument("--json", action="store_true", help="print a JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        asked = argparse.Namespace(**options)
        decision = _decision(asked, _tally(asked))
        sum_words, rule_words = sum_sentence(decision, gettext, ngettext), rule_sentence(decision, gettext)
        if asked.json:
            answer = {"decision": decision.outcome.value, "sum": sum_words, "rule": rule_words}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        else:
            self.stdout.write(f"{sum_words}.\n{rule_words}")


def _refusal(sentence: str, **numbers: int) -> CommandError:
    return CommandError(sentence % numbers, returncode=REFUSED)


def _tally(asked: argparse.Namespace) -> Tally:
    given = [asked.yes, asked.no, asked.abstain, asked.absent or 0, asked.members or 0]
    if min(given) < 0:
        raise _refusal(gettext("A number of votes cannot be negative; give 0 or more."))
    voted = asked.yes + asked.no + asked.abstain
    absent = _absent(asked, voted)
    _check_size(Body(asked.body), voted + absent)
    return Tally(asked.yes, asked.no, asked.abstain, absent)


def _absent(asked: argparse.Namespace, voted: int) -> int:
    if asked.members is None:
        return asked.absent or 0
    absent: int = asked.members - voted
    if absent < 0 or asked.absent not in (None, absent):
        raise _refusal(
            gettext("The votes add up to %(votes)d, but there are %(members)d members; correct one of them."),
            votes=voted + (asked.absent or 0),
            members=asked.members,
        )
    return absent


def _check_size(body: Body, members: int) -> None:
    if body is Body.COUNCIL and members > COUNCIL:
        sentence = gettext("The Security Council has %(most)d members, but the votes add up to %(members)d.")
        raise _refusal(sentence, most=COUNCIL, members=members)
    if members > len(all_members()):
        sentence = gettext("The General Assembly has %(most)d members, but the votes add up to %(members)d.")
        raise _refusal(sentence, most=len(all_members()), members=members)


def _decision(asked: argparse.Namespace, tally: Tally) -> Decision:
    if Body(asked.body) is Body.COUNCIL:
        return _council_decision(asked, tally)
    if asked.veto or asked.procedural:
        raise _refusal(gettext("The General Assembly knows no veto; use --veto and --procedural with --body council."))
    try:
        return decide(tally, Majority(asked.majority or Majority.SIMPLE))
    except NoQuorum as refused:
        sentence = gettext(
            "No quorum: %(present)d of %(members)d members voted, and a decision takes %(needed)d present (rule 67)."
        )
        raise _refusal(
            sentence, present=refused.present, members=refused.members, needed=refused.to_decide
        ) from refused


def _council_decision(asked: argparse.Namespace, tally: Tally) -> Decision:
    if asked.majority:
        raise _refusal(gettext("The Security Council decides by nine votes; leave out --majority."))
    if asked.veto and not tally.no:
        raise _refusal(gettext("A veto is a vote against, but nobody voted against; correct --no or leave out --veto."))
    return decide_council(tally, vetoes=int(asked.veto), procedural=asked.procedural)
