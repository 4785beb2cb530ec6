"""Bytes as text."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,20})", re.IGNORECASE)
# What no text holds: control characters but tab, line ends and the form feed between pages.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# Half a pair of UTF-16: no text, and no database stores it.
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n?|[\f\x85\u2028\u2029]")


def decoded(data: bytes) -> str | None:
    """By its byte order mark, else UTF-8, else Windows-1252 as older programs write it. None where it is no text."""
    mark = next((name for sign, name in _MARKS if data.startswith(sign)), None)
    for encoding in (mark,) if mark else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _CONTROL.search(text) else text
    return None


def decoded_page(data: bytes) -> str:
    """As a browser would: what the page says of itself decides where neither mark nor UTF-8 does."""
    named = _CHARSET.search(data[:2000])
    try:
        text = data.decode("utf-8") if not named else data.decode(named[1].decode("ascii"))
    except (UnicodeDecodeError, LookupError):
        text = decoded(data) or data.decode("cp1252", "replace")
    return text.removeprefix("\ufeff")


def tidy(text: str) -> str:
    """One kind of line end, and no character that cannot be stored."""
    return _UNSTORABLE.sub("", _LINE_END.sub("\n", text))
