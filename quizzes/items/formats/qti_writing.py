"""A question as an assessment item of QTI 2.1."""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement

from quizzes.items.formats import lines, remark
from quizzes.items.formats.entry import Entry, one_line
from quizzes.items.item import ItemKind

_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_MATCH_CORRECT = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
_MAP_RESPONSE = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"
# Cardinality and base type of the response.
_DECLARED = {
    ItemKind.MULTIPLE_CHOICE.value: ("multiple", "identifier"),
    ItemKind.NUMBER.value: ("single", "integer"),
    ItemKind.ORDER.value: ("ordered", "identifier"),
    ItemKind.MATCH.value: ("multiple", "directedPair"),
    ItemKind.SHORT_TEXT.value: ("single", "string"),
}


def item_of(number: int, entry: Entry) -> Element:
    item = Element(
        "assessmentItem",
        xmlns=_QTI,
        identifier=f"item-{number:03}",
        title=one_line(entry.stem)[:80],
        adaptive="false",
        timeDependent="false",
    )
    told = remark.told(entry)
    _declare(item, entry, told)
    body = SubElement(item, "itemBody")
    _ASKERS.get(entry.kind, _ask_choice)(item, body, entry)
    if told:
        feedback = {"outcomeIdentifier": "FEEDBACK", "identifier": "explanation", "showHide": "show"}
        _flow(SubElement(item, "modalFeedback", feedback), told)
    return item


def _declare(item: Element, entry: Entry, told: str) -> None:
    cardinality, base = _DECLARED.get(entry.kind, ("single", "identifier"))
    attributes = {"identifier": "RESPONSE", "cardinality": cardinality, "baseType": base}
    response = SubElement(item, "responseDeclaration", attributes)
    correct = SubElement(response, "correctResponse")
    for value in _values(entry):
        SubElement(correct, "value").text = value
    if entry.kind == ItemKind.SHORT_TEXT:
        mapping = SubElement(response, "mapping", defaultValue="0")
        for text in lines.accepted(entry):
            SubElement(mapping, "mapEntry", mapKey=text, mappedValue="1", caseSensitive="false")
    _outcome(item, "SCORE", "float", "0")
    if told:
        _outcome(item, "FEEDBACK", "identifier", "explanation")


def _values(entry: Entry) -> list[str]:
    if entry.kind == ItemKind.SHORT_TEXT:
        return lines.accepted(entry)[:1]
    if isinstance(entry.key, list) and entry.kind == ItemKind.MATCH:
        return [f"option-{line + 1} match-{match + 1}" for line, match in enumerate(entry.key)]
    if isinstance(entry.key, list):
        return [f"option-{place + 1}" for place in entry.key]
    return [str(entry.key["value"])]


def _outcome(item: Element, identifier: str, base: str, default: str) -> None:
    outcome = SubElement(item, "outcomeDeclaration", identifier=identifier, cardinality="single", baseType=base)
    SubElement(SubElement(outcome, "defaultValue"), "value").text = default


def _ask_choice(item: Element, body: Element, entry: Entry) -> None:
    most = "0" if entry.kind == ItemKind.MULTIPLE_CHOICE else "1"
    attributes = {"responseIdentifier": "RESPONSE", "shuffle": "false", "maxChoices": most}
    interaction = SubElement(body, "choiceInteraction", attributes)
    _flow(SubElement(interaction, "prompt"), entry.stem)
    for place, option in enumerate(entry.options, start=1):
        _flow(SubElement(interaction, "simpleChoice", identifier=f"option-{place}"), option)
    SubElement(item, "responseProcessing", template=_MATCH_CORRECT)


def _ask_number(item: Element, body: Element, entry: Entry) -> None:
    """Compared within the tolerance: the ready-made templates know exact answers only."""
    _flow(SubElement(body, "p"), entry.stem)
    SubElement(SubElement(body, "p"), "textEntryInteraction", responseIdentifier="RESPONSE", expectedLength="15")
    condition = SubElement(SubElement(item, "responseProcessing"), "responseCondition")
    when = SubElement(condition, "responseIf")
    off = 0 if isinstance(entry.key, list) else entry.key["tolerance"]
    equal = SubElement(when, "equal", toleranceMode="absolute", tolerance=f"{off} {off}")
    SubElement(equal, "variable", identifier="RESPONSE")
    SubElement(equal, "correct", identifier="RESPONSE")
    score = SubElement(when, "setOutcomeValue", identifier="SCORE")
    SubElement(score, "baseValue", baseType="float").text = "1"


def _ask_order(item: Element, body: Element, entry: Entry) -> None:
    interaction = SubElement(body, "orderInteraction", responseIdentifier="RESPONSE", shuffle="false")
    _flow(SubElement(interaction, "prompt"), entry.stem)
    for place, option in enumerate(entry.options, start=1):
        _flow(SubElement(interaction, "simpleChoice", identifier=f"option-{place}"), option)
    SubElement(item, "responseProcessing", template=_MATCH_CORRECT)


def _ask_match(item: Element, body: Element, entry: Entry) -> None:
    """Each line is matched once, a choice as often as there are lines."""
    most = str(len(entry.options))
    attributes = {"responseIdentifier": "RESPONSE", "shuffle": "false", "maxAssociations": most}
    interaction = SubElement(body, "matchInteraction", attributes)
    _flow(SubElement(interaction, "prompt"), entry.stem)
    for name, texts, often in (("option", entry.options, "1"), ("match", entry.matches, most)):
        row = SubElement(interaction, "simpleMatchSet")
        for place, text in enumerate(texts, start=1):
            _flow(SubElement(row, "simpleAssociableChoice", identifier=f"{name}-{place}", matchMax=often), text)
    SubElement(item, "responseProcessing", template=_MATCH_CORRECT)


def _ask_text(item: Element, body: Element, entry: Entry) -> None:
    _flow(SubElement(body, "p"), entry.stem)
    SubElement(SubElement(body, "p"), "textEntryInteraction", responseIdentifier="RESPONSE", expectedLength="40")
    SubElement(item, "responseProcessing", template=_MAP_RESPONSE)


_ASKERS: Mapping[str, Callable[[Element, Element, Entry], None]] = {
    ItemKind.NUMBER.value: _ask_number,
    ItemKind.ORDER.value: _ask_order,
    ItemKind.MATCH.value: _ask_match,
    ItemKind.SHORT_TEXT.value: _ask_text,
}


def _flow(parent: Element, text: str) -> None:
    first, *others = text.split("\n")
    parent.text = first
    for line in others:
        SubElement(parent, "br").tail = line
