"""Files of every kind, built here."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

LINES = [
    "UNITED NATIONS: The 193-member General Assembly adopted the text on Wednesday. The",
    "vote was 143-5, with 35 abstentions, the strongest support so far for such a resolu-",
    "tion. A Western-",
    "backed draft had failed.",
    "Russia had vetoed a similar one in the Security Council on September 30.",
]
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Assembly votes | The Daily</title>
<meta property="og:title" content="Assembly condemns annexation"><meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2022-10-12T18:00:00Z">
<link rel="canonical" href="https://daily.example/vote"><script>document.title = "no"</script></head>
<body onload="x()"><nav><a href="/">Home</a> <a href="/world">World</a></nav><article>
<h1>Assembly condemns annexation</h1>
<p>The 193-member General Assembly adopted the text on Wednesday. The vote was 143-5, with 35 abstentions, in the
emergency special session that had been called some days before.</p>
<p onclick="x()">Russia had vetoed a similar one in the Security Council, and its ambassador called the vote
<b>a spectacle</b> that would have no consequences at all.</p><img src="http://192.0.2.1/x.png">
<iframe src="http://192.0.2.1/"></iframe></article><footer>Imprint</footer></body></html>"""


def pdf(*pages, title="", password="", content=None):
    """A PDF with these lines on each page, or with `content` as the one page's raw content stream."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    streams = [content] if content is not None else [_drawn(lines) for lines in pages]
    for each in streams:
        page = writer.add_blank_page(600, 800)
        stream = DecodedStreamObject()
        stream.set_data(each)
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
    if title:
        writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    return _bytes(writer.write)


def _drawn(lines):
    shown = " ".join(f"({line.replace('(', '').replace(')', '')}) Tj 0 -14 Td" for line in lines)
    return f"BT /F1 10 Tf 50 750 Td {shown} ET".encode("latin-1")


def word(*paragraphs, title="", heading="", row=()):
    document = docx.Document()
    document.core_properties.title = title
    if heading:
        document.add_heading(heading, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if row:
        table = document.add_table(1, len(row))
        for cell, text in zip(table.rows[0].cells, row, strict=True):
            cell.text = text
    return _bytes(document.save)


def word_with(xml):
    """A Word file whose document is this XML."""
    return _repacked(word("x"), {"word/document.xml": xml})


def packed(**files):
    """A zip; the names with dots for slashes."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name.replace("_", "/"), data)
    return out.getvalue()


def _repacked(data, changed):
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            made.writestr(name, changed.get(name) or given.read(name))
    return out.getvalue()


def _bytes(write):
    out = io.BytesIO()
    write(out)
    return out.getvalue()
