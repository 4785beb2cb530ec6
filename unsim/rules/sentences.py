"""A decision in words: its sum and its rule.

The law knows no catalogue of messages: the caller may pass in its own gettext and ngettext. Inside, the arguments
bear those two names, because that is how the message extractor finds the sentences.
"""

from collections.abc import Callable

from unsim.rules.decision import Decision, Outcome, Rule
from unsim.rules.majority import Basis, Majority, Threshold, share_of

Translate = Callable[[str], str]
TranslatePlural = Callable[[str, str, int], str]


def in_english(message: str) -> str:
    return message


def gettext_noop(message: str) -> str:
    """Marks a sentence of a table for the message extractor; it is translated where it is shown."""
    return message


def plural_in_english(singular: str, plural: str, number: int) -> str:
    return singular if number == 1 else plural


def sum_sentence(
    decision: Decision, translate: Translate = in_english, translate_plural: TranslatePlural = plural_in_english
) -> str:
    """How the numbers led to the outcome, without a full stop: votes, threshold, outcome, what did not count."""
    if decision.majority is None:
        return _council_sum(decision, translate)
    parts = [
        _votes(decision, translate),
        _threshold(decision, translate),
        _outcome(decision.outcome, translate),
        _abstentions(decision, translate_plural),
    ]
    return "; ".join(part for part in parts if part)


def _votes(decision: Decision, gettext: Translate) -> str:
    tally = decision.tally
    return gettext("%(yes)d in favour, %(no)d against: %(voting)d present and voting") % {
        "yes": tally.yes,
        "no": tally.no,
        "voting": tally.present_and_voting,
    }


def _threshold(decision: Decision, gettext: Translate) -> str:
    majority = decision.majority
    if isinstance(majority, Threshold):
        return gettext("%(share)s is %(needed)d") % {
            "share": share_phrase(majority, gettext),
            "needed": decision.needed,
        }
    if majority is Majority.TWO_THIRDS:
        return gettext("two thirds is %(needed)d") % {"needed": decision.needed}
    return gettext("a majority is %(needed)d") % {"needed": decision.needed}


def share_phrase(threshold: Threshold, translate: Translate = in_english) -> str:
    """A share and whom it is taken of, such as "more than 1/2 of all members"."""
    share = f"{threshold.numerator}/{threshold.denominator}"
    if threshold.more:
        share = _more_than(share, translate)
    return _OF_WHOM[threshold.of](translate) % {"share": share}


def _more_than(share: str, gettext: Translate) -> str:
    return gettext("more than %(share)s") % {"share": share}


def _of_those_voting(gettext: Translate) -> str:
    return gettext("%(share)s of the members present and voting")


def _of_those_who_voted(gettext: Translate) -> str:
    return gettext("%(share)s of all votes, abstentions counted")


def _of_members(gettext: Translate) -> str:
    return gettext("%(share)s of all members")


_OF_WHOM: dict[Basis, Callable[[Translate], str]] = {
    Basis.VOTING: _of_those_voting,
    Basis.VOTED: _of_those_who_voted,
    Basis.MEMBERS: _of_members,
}


def _outcome(outcome: Outcome, gettext: Translate) -> str:
    return {
        Outcome.ADOPTED: gettext("adopted"),
        Outcome.REJECTED: gettext("not adopted"),
        Outcome.EQUALLY_DIVIDED: gettext("equally divided"),
    }[outcome]


def _abstentions(decision: Decision, ngettext: TranslatePlural) -> str:
    number = decision.tally.abstain
    if not number or (decision.majority and share_of(decision.majority).of is not Basis.VOTING):
        return ""
    return ngettext(
        "%(number)d abstention does not count (rule 86)", "%(number)d abstentions do not count (rule 86)", number
    ) % {"number": number}


def _council_sum(decision: Decision, gettext: Translate) -> str:
    tally = decision.tally
    votes = gettext("%(yes)d in favour, %(no)d against, %(abstain)d abstaining") % {
        "yes": tally.yes,
        "no": tally.no,
        "abstain": tally.abstain,
    }
    threshold = gettext("%(needed)d votes are needed") % {"needed": decision.needed}
    return "; ".join((votes, threshold, _council_outcome(decision, gettext)))


def _council_outcome(decision: Decision, gettext: Translate) -> str:
    if decision.vetoes and decision.tally.yes >= decision.needed:
        return gettext("not adopted: a permanent member voted against (veto)")
    return _outcome(decision.outcome, gettext)


def rule_sentence(decision: Decision, translate: Translate = in_english) -> str:
    """The rule that the outcome rests on, in our own words and with its number."""
    return _RULES[decision.rule](translate)


def _important_question(gettext: Translate) -> str:
    return gettext(
        "At least two thirds of the members present and voting must be in favour, as on important questions "
        "(rule 83); members who abstain are counted as not voting (rule 86)."
    )


def _simple_majority(gettext: Translate) -> str:
    return gettext(
        "More members must be in favour than against (rule 85); members who abstain are counted as not voting "
        "(rule 86)."
    )


def _equally_divided(gettext: Translate) -> str:
    return gettext(
        "An equal vote is not yet a decision: a second vote follows at a later meeting within 48 hours, and if "
        "that is equal too, the proposal is rejected (rule 95)."
    )


def _procedural(gettext: Translate) -> str:
    return gettext("On a matter of procedure nine votes in favour decide, whoever is against (Charter, Article 27(2)).")


def _substantive(gettext: Translate) -> str:
    return gettext(
        "Nine votes in favour are needed and no permanent member may be against; one that abstains or does not "
        "vote bars nothing (Charter, Article 27(3))."
    )


def _appeal(gettext: Translate) -> str:
    return gettext(
        "The ruling stands unless a majority of the members present and voting overrule it; an equal vote leaves it "
        "standing (rule 71)."
    )


def _reconsideration(gettext: Translate) -> str:
    return gettext(
        "What was decided is opened again only if at least two thirds of the members present and voting are in favour "
        "(rule 81)."
    )


def _important_part(gettext: Translate) -> str:
    return gettext(
        "Amendments to a text on an important question, and parts of it, need at least two thirds of the members "
        "present and voting, as the text does (rule 84)."
    )


def _own(gettext: Translate) -> str:
    return gettext("This majority was set by the rules of this meeting; it is not one of the Assembly's own.")


_RULES: dict[Rule, Callable[[Translate], str]] = {
    Rule.APPEAL: _appeal,
    Rule.RECONSIDERATION: _reconsideration,
    Rule.IMPORTANT_PART: _important_part,
    Rule.OWN: _own,
    Rule.IMPORTANT_QUESTION: _important_question,
    Rule.SIMPLE_MAJORITY: _simple_majority,
    Rule.EQUALLY_DIVIDED: _equally_divided,
    Rule.PROCEDURAL: _procedural,
    Rule.SUBSTANTIVE: _substantive,
}
