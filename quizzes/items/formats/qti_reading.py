"""An assessment item of QTI 2.1 as a question."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from quizzes.items.formats import lines, remark
from quizzes.items.formats.entry import (
    NO_MATCH,
    OTHER_KIND,
    Entry,
    NotThisFormat,
    choice,
    number_key,
    refuse,
    tidy,
)
from quizzes.items.formats.markup import local, xml_text
from quizzes.items.formats.package import Package
from quizzes.items.formats.safe_xml import parse
from quizzes.items.item import ItemKind


def question_of(package: Package, href: str) -> Entry:
    try:
        item = parse(package.read(href))
    except NotThisFormat as error:
        refuse(str(error))
    body = _first(item, "itemBody")
    asked = [element for element in item.iter() if local(element).endswith("Interaction")]
    if body is None or len(asked) != 1 or local(asked[0]) not in _READERS:
        refuse(OTHER_KIND)
    explanation, citation = remark.parted(tidy(_feedback(item)))
    found = _READERS[local(asked[0])](item, _stem(body, asked[0]), asked[0])
    return replace(found, explanation=explanation, citation=citation)


def _stem(body: Element, interaction: Element) -> str:
    """What stands around the interaction, then its prompt."""
    prompt = _first(interaction, "prompt")
    told = (xml_text(body, without=interaction), "" if prompt is None else xml_text(prompt))
    return "\n".join(part for part in told if part)


def _typed(item: Element, stem: str, interaction: Element) -> Entry:
    values, base = _correct(item, interaction), _declared(item, interaction).get("baseType")
    if base == "string":
        return lines.texts(stem, values + _mapped(_declared(item, interaction)))
    if base not in ("integer", "float") or len(values) != 1:
        refuse(OTHER_KIND)
    return Entry(ItemKind.NUMBER.value, stem, (), number_key(values[0], _tolerance(item)))


def _chosen(item: Element, stem: str, interaction: Element) -> Entry:
    values, choices = _correct(item, interaction), _inner(interaction, "simpleChoice")
    right = [place for place, option in enumerate(choices) if option.get("identifier") in values]
    several = _declared(item, interaction).get("cardinality") == "multiple"
    return choice(stem, [xml_text(option) for option in choices], right, several=several)


def _ordered(item: Element, stem: str, interaction: Element) -> Entry:
    choices = _inner(interaction, "simpleChoice")
    places = {option.get("identifier"): place for place, option in enumerate(choices)}
    key = [places.get(value, len(choices)) for value in _correct(item, interaction)]
    return Entry(ItemKind.ORDER.value, stem, tuple(xml_text(option) for option in choices), key)


def _matched(item: Element, stem: str, interaction: Element) -> Entry:
    """A line that belongs to nothing, or to two, makes the question unfit."""
    rows = [_inner(row, "simpleAssociableChoice") for row in _inner(interaction, "simpleMatchSet")]
    pairs = [value.split() for value in _correct(item, interaction)]
    if len(rows) != 2 or any(len(pair) != 2 for pair in pairs):
        refuse(NO_MATCH)
    lines_told = sorted(line for line, _match in pairs)
    if lines_told != sorted(line.get("identifier", "") for line in rows[0]):
        refuse(NO_MATCH)
    matched, named = dict(pairs), {match.get("identifier"): place for place, match in enumerate(rows[1])}
    key = [named.get(matched[line.get("identifier", "")], len(named)) for line in rows[0]]
    options, matches = (tuple(xml_text(choice) for choice in row) for row in rows)
    return Entry(ItemKind.MATCH.value, stem, options, key, matches=matches)


_READERS: Mapping[str, Callable[[Element, str, Element], Entry]] = {
    "choiceInteraction": _chosen,
    "textEntryInteraction": _typed,
    "orderInteraction": _ordered,
    "matchInteraction": _matched,
}


def _inner(element: Element, name: str) -> list[Element]:
    return [inner for inner in element if local(inner) == name]


def _declared(item: Element, interaction: Element) -> Element:
    wanted = interaction.get("responseIdentifier")
    named = (e for e in item if local(e) == "responseDeclaration" and e.get("identifier") == wanted)
    return next(named, Element("responseDeclaration"))


def _correct(item: Element, interaction: Element) -> list[str]:
    """The right values; where only points are told, those that get any."""
    declared = _declared(item, interaction)
    correct = _first(declared, "correctResponse")
    if correct is not None:
        return [(value.text or "").strip() for value in correct if local(value) == "value"]
    return _mapped(declared)


def _mapped(declared: Element) -> list[str]:
    """What gets any points."""
    entries = (e for e in declared.iter() if local(e) == "mapEntry")
    return [entry.get("mapKey", "") for entry in entries if not entry.get("mappedValue", "0").startswith(("0", "-"))]


def _tolerance(item: Element) -> str:
    equal = _first(item, "equal")
    if equal is None or equal.get("toleranceMode", "exact") == "exact":
        return ""
    if equal.get("toleranceMode") != "absolute":
        refuse(OTHER_KIND)
    bounds = set(equal.get("tolerance", "").split())
    return bounds.pop() if len(bounds) == 1 else refuse(OTHER_KIND)


def _feedback(item: Element) -> str:
    texts = (xml_text(element) for element in item if local(element) == "modalFeedback")
    return next((text for text in texts if text), "")


def _first(element: Element, name: str) -> Element | None:
    return next((inner for inner in element.iter() if local(inner) == name), None)
