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

from quizzes.items.formats.entry import (
    Entry,
    Imported,
    NotThisFormat,
    gather,
    gettext_noop,
)
from quizzes.items.formats.markup import local
from quizzes.items.formats.package import Package
from quizzes.items.formats.qti_reading import question_of
from quizzes.items.formats.qti_writing import item_of
from quizzes.items.formats.safe_xml import parse

_CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
_ITEM_TYPE = "imsqti_item_xmlv2p"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same questions give the same bytes
MANIFEST = "imsmanifest.xml"
NOT_QTI = gettext_noop("This package is not QTI: it has no imsmanifest.xml.")


def write(entries: Sequence[Entry]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        _add(package, MANIFEST, _manifest(len(entries)))
        for number, entry in enumerate(entries, start=1):
            _add(package, _name(number), item_of(number, entry))
    return out.getvalue()


def read(data: bytes) -> Imported:
    package = Package(data)
    manifest = next((name for name in package.names if name.rpartition("/")[2] == MANIFEST), None)
    if manifest is None:
        raise NotThisFormat(NOT_QTI)
    hrefs = _hrefs(parse(package.read(manifest)), manifest)
    return gather("file", ((href, href) for href in hrefs), lambda href: question_of(package, href))


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


def _hrefs(manifest: Element, path: str) -> Iterator[str]:
    for resource in manifest.iter():
        if local(resource) == "resource" and resource.get("type", "").startswith(_ITEM_TYPE):
            yield normpath(join(dirname(path), unquote(resource.get("href", ""))))
