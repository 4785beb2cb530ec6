"""Moodle XML (docs.moodle.org "Moodle XML format").

Held: everything; an order's lines and the choices of a match come back in the order of the alphabet, since Moodle
shuffles them. Ordering is a part of Moodle since 4.4; an older one needs its plugin. Texts are written as plain text,
so that no sign in them is taken for HTML. Explanation and citation go into the general feedback.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from quizzes.items.formats import lines, remark
from quizzes.items.formats.entry import (
    NO_KEY,
    OTHER_KIND,
    PICTURE,
    TRUE_FALSE,
    TWO_KEYS,
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
from quizzes.items.formats.markup import html_text
from quizzes.items.formats.safe_xml import parse
from quizzes.items.item import ItemKind

NOT_MOODLE = gettext_noop("This XML file is not Moodle's: it does not begin with <quiz>.")
_TYPES = {
    ItemKind.SINGLE_CHOICE.value: "multichoice",
    ItemKind.MULTIPLE_CHOICE.value: "multichoice",
    ItemKind.TRUE_FALSE.value: "truefalse",
    ItemKind.NUMBER.value: "numerical",
    ItemKind.ORDER.value: "ordering",
    ItemKind.MATCH.value: "matching",
    ItemKind.SHORT_TEXT.value: "shortanswer",
}


def write(entries: Sequence[Entry]) -> bytes:
    quiz = Element("quiz")
    for number, entry in enumerate(entries, start=1):
        _write_question(quiz, number, entry)
    written: bytes = tostring(quiz, encoding="UTF-8", xml_declaration=True)
    return written


def read(data: bytes) -> Imported:
    root = parse(data)
    if root.tag != "quiz":
        raise NotThisFormat(NOT_MOODLE)
    return gather("question", _questions(root), _question)


def _write_question(quiz: Element, number: int, entry: Entry) -> None:
    question = SubElement(quiz, "question", type=_TYPES[entry.kind])
    _text(SubElement(question, "name"), f"{number:02} {one_line(entry.stem)[:60]}")
    _text(SubElement(question, "questiontext", format="plain_text"), entry.stem)
    _text(SubElement(question, "generalfeedback", format="plain_text"), remark.told(entry))
    SubElement(question, "defaultgrade").text = "1"
    if entry.kind in _WRITERS:
        _WRITERS[entry.kind](question, entry)
    elif not isinstance(entry.key, list):
        answer = _answer(question, 100, str(entry.key["value"]))
        SubElement(answer, "tolerance").text = str(entry.key["tolerance"])
    elif entry.kind == ItemKind.TRUE_FALSE:
        for place, name in enumerate(TRUE_FALSE):
            _answer(question, 100 if place in entry.key else 0, name.lower())
    else:
        _write_options(question, entry, entry.key)
    _write_tags(question, entry)
    indent(question)


def _write_tags(question: Element, entry: Entry) -> None:
    if entry.tags:
        tags = SubElement(question, "tags")
        for name in entry.tags:
            _text(SubElement(tags, "tag"), name)


def _write_options(question: Element, entry: Entry, right: list[int]) -> None:
    several = entry.kind == ItemKind.MULTIPLE_CHOICE
    SubElement(question, "single").text = "false" if several else "true"
    SubElement(question, "shuffleanswers").text = "false"
    SubElement(question, "answernumbering").text = "abc"
    for place, option in enumerate(entry.options):
        share = 100 / len(right)
        _answer(question, share if place in right else -share if several else 0, option, "plain_text")


def _write_order(question: Element, entry: Entry) -> None:
    """Graded by the place of each line among the others, which is nearest to how it is done here."""
    told = {"layouttype": "VERTICAL", "selecttype": "ALL", "selectcount": "0"}
    told |= {"gradingtype": "RELATIVE_ALL_PREVIOUS_AND_NEXT", "showgrading": "SHOW", "numberingstyle": "none"}
    for name, value in told.items():
        SubElement(question, name).text = value
    for place, line in enumerate(lines.written_order(entry), start=1):
        _answer(question, place, line, "plain_text")


def _write_match(question: Element, entry: Entry) -> None:
    SubElement(question, "shuffleanswers").text = "true"
    for line, match in lines.written_pairs(entry):
        part = SubElement(question, "subquestion", format="plain_text")
        _text(part, line)
        _text(SubElement(part, "answer"), match)


def _write_texts(question: Element, entry: Entry) -> None:
    SubElement(question, "usecase").text = "0"
    for text in lines.accepted(entry):
        _answer(question, 100, lines.with_stars(text), "plain_text")


_WRITERS: Mapping[str, Callable[[Element, Entry], None]] = {
    ItemKind.ORDER.value: _write_order,
    ItemKind.MATCH.value: _write_match,
    ItemKind.SHORT_TEXT.value: _write_texts,
}


def _answer(question: Element, percent: float, text: str, form: str = "moodle_auto_format") -> Element:
    fraction = f"{percent:.5f}".rstrip("0").rstrip(".")
    answer = SubElement(question, "answer", fraction=fraction, format=form)
    _text(answer, text)
    _text(SubElement(answer, "feedback", format="plain_text"), "")
    return answer


def _text(parent: Element, text: str) -> None:
    SubElement(parent, "text").text = text


def _questions(root: Element) -> Iterator[tuple[int, Element]]:
    asked = (question for question in root.iterfind("question") if question.get("type") != "category")
    yield from enumerate(asked, start=1)


def _question(question: Element) -> Entry:
    stem, explanation = _told(question.find("questiontext")), tidy(_told(question.find("generalfeedback")))
    found = _answered(question, stem)
    own, citation = remark.parted(explanation)
    tags = tuple(tag.text or "" for tag in question.iterfind("tags/tag/text"))
    return replace(found, explanation=own or found.explanation, citation=citation, tags=tags)


def _answered(question: Element, stem: str) -> Entry:
    answers = question.findall("answer")
    shares = [_fraction(answer) for answer in answers]
    full = [place for place, share in enumerate(shares) if share >= 100]
    match question.get("type"):
        case "numerical":
            return Entry(ItemKind.NUMBER.value, stem, (), _number([answers[place] for place in full]))
        case "ordering":
            return lines.ordered(stem, [_told(answer) for answer in answers])
        case "matching":
            return lines.pairs(stem, [_pair(part) for part in question.findall("subquestion")])
        case "shortanswer":
            return lines.texts(stem, [lines.without_stars(_told(answers[place]).strip()) for place in full])
        case "truefalse":
            return choice(stem, [_told(answer) for answer in answers], full, several=False)
        case "multichoice":
            several = (question.findtext("single") or "").strip().lower() in ("false", "0")
            right = [place for place, share in enumerate(shares) if share > 0] if several else full
            feedback = _told(answers[right[0]].find("feedback")) if right else ""
            options = [_told(answer) for answer in answers]
            return choice(stem, options, right, several=several, explanation=feedback)
    return refuse(OTHER_KIND)


def _pair(part: Element) -> tuple[str, str]:
    """What belongs to a line is plain text, whatever the line is."""
    return _told(part), part.findtext("answer/text") or ""


def _number(right: list[Element]) -> dict[str, int]:
    if len(right) != 1:
        refuse(TWO_KEYS if right else NO_KEY)
    return dict(number_key(_told(right[0]), right[0].findtext("tolerance") or ""))  # type: ignore[arg-type]


def _told(element: Element | None) -> str:
    """The element's text; what no format is named for is HTML."""
    if element is None:
        return ""
    if element.find("file") is not None:
        refuse(PICTURE)
    text, form = element.findtext("text") or "", element.get("format", "html")
    if form in ("plain_text", "markdown"):
        return text
    return html_text(text, lines=form == "moodle_auto_format")


def _fraction(answer: Element) -> float:
    try:
        return float(answer.get("fraction", "0"))
    except ValueError:
        return 0.0
