"""What kind of file it is: told by what is in it, and refused where the name says something else."""

import io
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from zipfile import ZipFile

from quizzes.items.intake.decoding import decoded
from quizzes.items.intake.document import DAMAGED, NotReadable, gettext_noop

# By the ending of a name: the kind that it promises, and what else a file with that name may look like.
KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "txt": ("text",),
        "text": ("text",),
        "md": ("markdown", "text"),
        "markdown": ("markdown", "text"),
        "html": ("page", "text"),
        "htm": ("page", "text"),
        "xhtml": ("page", "text"),
        "pdf": ("pdf",),
        "docx": ("word",),
    }
)
OTHER_NAME = gettext_noop("Files of this kind are not read here. Choose a .txt, .md, .html, .pdf or .docx file.")
MISNAMED = gettext_noop("What is in this file is not what its name says. Save it again in its program, then choose it.")
PICTURE = gettext_noop("This file is a picture. Choose a file with the article's text in it, or paste the text.")
OLD_OR_LOCKED = gettext_noop(
    "This is a Word file of the old kind, or one with a password. Save it as .docx without a password."
)
RICH_TEXT = gettext_noop("This file is rich text (RTF). Save it as .docx or .txt.")
_BEGINNINGS = {
    b"PK\x03\x04": "zip",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "old",
    b"{\\rtf": "rich",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"II*\x00": "picture",
    b"MM\x00*": "picture",
    b"RIFF": "picture",
}
_REFUSED = {"picture": PICTURE, "old": OLD_OR_LOCKED, "rich": RICH_TEXT}
_HEAD = 2000  # bytes in which a file shows what it is


def kind_of(data: bytes, name: str) -> str:
    """text, markdown, page, pdf or word. NotReadable."""
    allowed = KINDS.get(PurePosixPath(name.lower()).suffix.lstrip("."))
    if allowed is None:
        raise NotReadable(OTHER_NAME)
    seen = _seen(data)
    if seen in _REFUSED:
        raise NotReadable(_REFUSED[seen])
    if seen not in allowed:
        raise NotReadable(MISNAMED)
    return allowed[0]


def _seen(data: bytes) -> str:
    beginning = next((kind for sign, kind in _BEGINNINGS.items() if data.startswith(sign)), "")
    if beginning == "zip":
        return _packed(data)
    if beginning:
        return beginning
    if b"%PDF-" in data[:1024]:
        return "pdf"
    head = data[:_HEAD].replace(b"\0", b"").lower()  # two bytes a character in UTF-16
    if b"<!doctype html" in head or b"<html" in head:
        return "page"
    return "binary" if decoded(data) is None else "text"


def _packed(data: bytes) -> str:
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            return "word" if "word/document.xml" in packed.namelist() else "zip"
    except Exception as error:  # a damaged directory raises a dozen kinds
        raise NotReadable(DAMAGED) from error
