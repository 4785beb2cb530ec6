"""The text of HTML and XHTML as other programs store it: what is read stays, what is formatting goes."""

import re
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from quizzes.items.formats.entry import PICTURE, refuse

_BLOCKS = frozenset(
    ["p", "div", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "prompt"]
)
_UNSEEN = frozenset(("script", "style"))
_MEDIA = frozenset(("img", "object", "audio", "video", "math", "iframe", "svg", "embed"))
_BLANK = re.compile(r"[ \t\r\n]+")
_AROUND_LINE = re.compile(r" *\n *")
_TAG = re.compile(r"<[A-Za-z/!]|&#?\w+;")
LINE = "\x00"  # stands for a line's end until blanks are collapsed; no text from a file holds it


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _MEDIA:
            refuse(PICTURE)
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag == "br" or tag in _BLOCKS:
            self.parts.append(LINE)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in _BLOCKS:
            self.parts.append(LINE)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(data.replace(LINE, ""))


def html_text(html: str, *, lines: bool = False) -> str:
    """The text of a piece of HTML; `lines`: its own line ends count, as where a program formats by itself."""
    if not _TAG.search(html):
        return html if lines else _collapsed(html)
    reader = _Reader()
    try:
        reader.feed(html.replace("\n", "<br>") if lines else html)
        reader.close()
    except AssertionError:  # the parser's way of saying that "<![...]>" is beyond it
        return html
    return _collapsed("".join(reader.parts))


def xml_text(element: Element, without: Element | None = None) -> str:
    """The text of an XHTML element, less that of one inside it. A stack, since files may nest deeper than Python."""
    parts: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node is not without and local(node) not in _UNSEEN:
            stack += _unfolded(node)
    return _collapsed("".join(parts))


def _unfolded(node: Element) -> list[Element | str]:
    """What an element holds, last first."""
    name = local(node)
    if name in _MEDIA:
        refuse(PICTURE)
    edge = LINE if name in _BLOCKS else ""
    held: list[Element | str] = [LINE if name == "br" else edge, (node.text or "").replace(LINE, "")]
    for child in node:
        held += [child, (child.tail or "").replace(LINE, "")]
    return [edge, *reversed(held)]


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _collapsed(text: str) -> str:
    return _AROUND_LINE.sub("\n", _BLANK.sub(" ", text).replace(LINE, "\n")).strip()
