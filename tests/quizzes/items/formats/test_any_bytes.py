"""No bytes whatever break a reader: they are read, skipped with a reason, or refused."""

import io
import zipfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizzes.items import formats
from quizzes.items.formats import NotThisFormat, aiken, csv_table, gift, json_list, moodle_xml, qti, workbook
from tests.quizzes.items.formats.making import ALL, AWKWARD

READERS = [formats, gift, aiken, moodle_xml, qti, csv_table, workbook, json_list]
TOKENS = [
    *AWKWARD,
    "{=a ~b}",
    "{#1:2}",
    "{T}",
    "\n\n",
    "ANSWER: Z",
    "question,option 1,right\n",
    "a,b,1\n",
    "<![",
    "<quiz>",
]
TOKENS += [
    '<question type="multichoice">',
    "<answer fraction='x'>",
    "</quiz>",
    '{"questions":[',
    "]",
    '"kind":1',
    "1e999",
]
soup = st.lists(st.sampled_from(TOKENS), max_size=30).map(lambda parts: "".join(parts).encode(errors="replace"))


def told(module, data):
    try:
        found = module.read(data)
    except NotThisFormat:
        return
    assert all(skipped.reason for skipped in found.skipped)


@pytest.mark.parametrize("module", READERS)
@settings(max_examples=80, deadline=None)
@example(data=b"[" * 100_000)
@example(data=b"<a>" * 100_000)
@example(data=b"<quiz>" + b"<question>" * 50_000)
@example(data=b'{"questions": [' + b"9" * 10_000 + b"]}")
@example(data=b"PK\x03\x04")
@example(data=b"\xff\xfe\x00\xd8")
@example(data=b"Fiji voted.\nA. True\nB. False\nANSWER: C\n")
@given(data=st.one_of(st.binary(max_size=300), soup))
def test_bytes_of_any_kind(module, data):
    told(module, data)


@pytest.mark.parametrize("name", formats.FORMATS)
@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 10_000), with_=st.binary(min_size=0, max_size=4), cut=st.integers(0, 8))
def test_damaged_files(name, at, with_, cut):
    whole = formats.FORMATS[name].write(ALL)
    at %= len(whole)
    told(formats, whole[:at] + with_ + whole[at + cut :])


@settings(max_examples=40, deadline=None)
@given(inside=st.dictionaries(st.sampled_from(["items/a.xml", "../a.xml", "/etc/a.xml", "b.xml"]), soup, max_size=3))
def test_packages_of_anything(inside):
    manifest = "".join(f'<resource type="imsqti_item_xmlv2p1" href="{name}"/>' for name in [*inside, "gone.xml"])
    told(qti, zipped({"imsmanifest.xml": f"<manifest>{manifest}</manifest>".encode(), **inside}))


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()
