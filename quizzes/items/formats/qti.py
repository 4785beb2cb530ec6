"""IMS QTI 2.1: a content package with one file for each question.

Held: everything. A new line within a text is <br/>; runs of blanks are one blank, as in any XHTML. Explanation and
citation are a modal feedback that is always shown.
"""

import io
from collections.abc import Iterator, Sequence
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement, tostring
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from quizzes.items.formats import remark
from quizzes.items.formats.entry import (
    OTHER_KIND,
    Entry,
    Imported,
    NotThisFormat,
    choice,
    gather,
    gettext_noop,
    number_key,
    one_line,
    refuse,
    tidy,
)
from quizzes.items.formats.markup import local, xml_text
from quizzes.items.formats.package import Package
from quizzes.items.formats.safe_xml import parse
from quizzes.items.item import ItemKind

_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
_ITEM_TYPE = "imsqti_item_xmlv2p"
_MATCH_CORRECT = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same questions give the same bytes
MANIFEST = "imsmanifest.xml"
NOT_QTI = gettext_noop("This package is not QTI: it has no imsmanifest.xml.")


def write(entries: Sequence[Entry]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        _add(package, MANIFEST, _manifest(len(entries)))
        for number, entry in enumerate(entries, start=1):
            _add(package, _name(number), _item(number, entry))
    return out.getvalue()


def read(data: bytes) -> Imported:
    package = Package(data)
    manifest = next((name for name in package.names if name.rpartition("/")[2] == MANIFEST), None)
    if manifest is None:
        raise NotThisFormat(NOT_QTI)
    hrefs = _hrefs(parse(package.read(manifest)), manifest)
    return gather("file", ((href, href) for href in hrefs), lambda href: _question(package, href))


def _name(number: int) -> str:
    return f"items/item-{number:03}.xml"


def _add(package: ZipFile, name: str, root: Element) -> None:
    info = ZipInfo(name, _LONG_AGO)
    info.compress_type = ZIP_DEFLATED
    package.writestr(info, tostring(root, encoding="UTF-8", xml_declaration=True))


def _manifest(count: int) -> Element:
    manifest = Element("manifest", xmlns=_CP, identifier="unsim-quiz")
    metadata = SubElement(manifest, "metadata")
    SubElement(metadata, "schema").text = "QTIv2.1 Package"
    SubElement(metadata, "schemaversion").text = "1.0.0"
    SubElement(manifest, "organizations")
    resources = SubElement(manifest, "resources")
    for number in range(1, count + 1):
        href, identifier = _name(number), f"item-{number:03}"
        resource = SubElement(resources, "resource", identifier=identifier, type="imsqti_item_xmlv2p1", href=href)
        SubElement(resource, "file", href=href)
    return manifest


def _item(number: int, entry: Entry) -> Element:
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
    _ask_number(item, body, entry) if entry.kind == ItemKind.NUMBER else _ask_choice(item, body, entry)
    if told:
        feedback = {"outcomeIdentifier": "FEEDBACK", "identifier": "explanation", "showHide": "show"}
        _flow(SubElement(item, "modalFeedback", feedback), told)
    return item


def _declare(item: Element, entry: Entry, told: str) -> None:
    several, number = entry.kind == ItemKind.MULTIPLE_CHOICE, entry.kind == ItemKind.NUMBER
    attributes = {"cardinality": "multiple" if several else "single", "baseType": "integer" if number else "identifier"}
    response = SubElement(item, "responseDeclaration", {"identifier": "RESPONSE", **attributes})
    correct = SubElement(response, "correctResponse")
    for value in _values(entry):
        SubElement(correct, "value").text = value
    _outcome(item, "SCORE", "float", "0")
    if told:
        _outcome(item, "FEEDBACK", "identifier", "explanation")


def _values(entry: Entry) -> list[str]:
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


def _flow(parent: Element, text: str) -> None:
    first, *others = text.split("\n")
    parent.text = first
    for line in others:
        SubElement(parent, "br").tail = line


def _hrefs(manifest: Element, path: str) -> Iterator[str]:
    for resource in manifest.iter():
        if local(resource) == "resource" and resource.get("type", "").startswith(_ITEM_TYPE):
            yield normpath(join(dirname(path), unquote(resource.get("href", ""))))


def _question(package: Package, href: str) -> Entry:
    try:
        item = parse(package.read(href))
    except NotThisFormat as error:
        refuse(str(error))
    body = _first(item, "itemBody")
    asked = [element for element in item.iter() if local(element).endswith("Interaction")]
    if body is None or len(asked) != 1 or local(asked[0]) not in ("choiceInteraction", "textEntryInteraction"):
        refuse(OTHER_KIND)
    explanation, citation = remark.parted(tidy(_feedback(item)))
    found = _answered(item, body, asked[0])
    return Entry(found.kind, found.stem, found.options, found.key, explanation, citation)


def _answered(item: Element, body: Element, interaction: Element) -> Entry:
    stem, values = xml_text(body, without=interaction), _correct(item, interaction)
    if local(interaction) == "textEntryInteraction":
        if _declared(item, interaction).get("baseType") not in ("integer", "float") or len(values) != 1:
            refuse(OTHER_KIND)
        return Entry(ItemKind.NUMBER.value, stem, (), number_key(values[0], _tolerance(item)))
    prompt = _first(interaction, "prompt")
    stem = "\n".join(part for part in (stem, "" if prompt is None else xml_text(prompt)) if part)
    choices = [element for element in interaction if local(element) == "simpleChoice"]
    right = [place for place, option in enumerate(choices) if option.get("identifier") in values]
    several = _declared(item, interaction).get("cardinality") == "multiple"
    return choice(stem, [xml_text(option) for option in choices], right, several=several)


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
