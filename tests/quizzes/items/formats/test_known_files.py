"""Files as the formats' documentation and other programs write them, in words of our own."""

import io
import json
import zipfile
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest
from openpyxl import Workbook, load_workbook

from quizzes.items import formats
from quizzes.items.formats import NotThisFormat, csv_table, gift, json_list, moodle_xml, table, workbook
from quizzes.items.formats.entry import (
    EMPTY_OPTION,
    FEW_OPTIONS,
    NO_KEY,
    NO_MATCH,
    NO_ORDER,
    OTHER_KIND,
    PICTURE,
    TOO_MANY,
    Entry,
)
from tests.quizzes.items.formats.making import ALL, MATCH, ONE, ORDER, TEXT

GIFT = r"""// a comment
$CATEGORY: UN

::Seat:: Where does the Assembly meet?{
    =New York # yes
    ~Geneva
    ~Vienna}

Which two abstained? {~%50%China ~%50%India ~%-100%Albania #### Of the
three.}

It was adopted.{T}

It was vetoed.{FALSE#wrong#right####It was not.}

How many members?{#193:2}

How many on the Council?{#14..16}

How many votes?{#=%100%143:0#yes =%50%143:10#nearly}

The {=General ~Small} Assembly votes.

Match.{=Kyiv -> Ukraine =Rome -> Italy}

Name it.{=Charter =The U.N. Charter ~}

Name this.{=the Charter =%50%the Pact = the \* Charter}

Name anything.{=Charter*}

Extra.{=Kyiv -> Ukraine = -> Italy =Lviv -> Ukraine}

Write.{}

Just a text

[html]Is <b>1 &lt; 2</b>\: so? {T}

[html]See <img src\="x"> {T}
"""
KINDS = {
    "Where does the Assembly meet?": ("single_choice", ("New York", "Geneva", "Vienna"), [0]),
    "Which two abstained?": ("multiple_choice", ("China", "India", "Albania"), [0, 1]),
    "It was adopted.": ("true_false", ("True", "False"), [0]),
    "It was vetoed.": ("true_false", ("True", "False"), [1]),
    "How many members?": ("number", (), {"value": 193, "tolerance": 2}),
    "How many on the Council?": ("number", (), {"value": 15, "tolerance": 1}),
    "How many votes?": ("number", (), {"value": 143, "tolerance": 0}),
    "The _____ Assembly votes.": ("single_choice", ("General", "Small"), [0]),
    "Name this.": ("short_text", (), {"accepted": ["the Charter", "the * Charter"]}),
    "Match.": ("match", ("Kyiv", "Rome"), [1, 0]),
    "Extra.": ("match", ("Kyiv", "Lviv"), [1, 1]),
}
MOODLE = b"""<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/UN</text></category></question>
<question type="multichoice"><name><text>n</text></name>
 <questiontext format="html"><text><![CDATA[<p>Where does it <em>meet</em>?</p>]]></text></questiontext>
 <single>true</single><answer fraction="0"><text>Rome</text></answer>
 <answer fraction="100"><text><![CDATA[<p>New York</p>]]></text><feedback><text>By the river.</text></feedback></answer>
</question>
<question type="truefalse"><questiontext format="html"><text>It is so.</text></questiontext>
 <answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer></question>
<question type="numerical"><questiontext format="html"><text>How many?</text></questiontext>
 <answer fraction="100"><text>193.0000</text><tolerance>2</tolerance></answer></question>
<question type="matching"><questiontext format="html"><text>Which capital?</text></questiontext>
 <subquestion format="html"><text><![CDATA[<p>Italy</p>]]></text><answer><text>Rome</text></answer></subquestion>
 <subquestion format="html"><text>France</text><answer><text>Paris</text></answer></subquestion>
 <subquestion format="html"><text></text><answer><text>Lyon</text></answer></subquestion></question>
<question type="shortanswer"><questiontext format="html"><text>Who?</text></questiontext><usecase>0</usecase>
 <answer fraction="100"><text>Ban</text></answer><answer fraction="50"><text>Kofi</text></answer>
 <answer fraction="100"><text>Ban Ki-moon</text></answer></question>
<question type="shortanswer"><questiontext format="html"><text>Who else?</text></questiontext>
 <answer fraction="100"><text>Ban*</text></answer></question>
<question type="ordering"><questiontext format="html"><text>In which order?</text></questiontext>
 <layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>3</selectcount>
 <answer fraction="1.0000000" format="html"><text>Veto</text></answer>
 <answer fraction="2.0000000" format="html"><text>Debate</text></answer>
 <answer fraction="3.0000000" format="html"><text>Vote</text></answer></question>
<question type="essay"><questiontext format="html"><text>Write.</text></questiontext></question>
<question type="truefalse"><questiontext format="html"><text>Heard?</text><file name="a.mp3"/></questiontext></question>
</quiz>"""
QTI_ITEM = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="c" title="c" adaptive="false"
 timeDependent="false"><responseDeclaration identifier="R" cardinality="single" baseType="identifier">
 <correctResponse><value>B</value></correctResponse></responseDeclaration>
 <itemBody><p>Look at the
   text.</p><choiceInteraction responseIdentifier="R" shuffle="true" maxChoices="1"><prompt>What does it say?</prompt>
 <simpleChoice identifier="A">Yes</simpleChoice><simpleChoice identifier="B"><p>No <b>way</b></p></simpleChoice>
 </choiceInteraction></itemBody></assessmentItem>"""


def manifest(*hrefs):
    resources = "".join(f'<resource identifier="r" type="imsqti_item_xmlv2p1" href="{href}"/>' for href in hrefs)
    return f'<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>{resources}</resources></manifest>'


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name.replace("__", "."), text)
    return out.getvalue()


def test_gift():
    found = formats.read(GIFT.encode())
    asked = {entry.stem: (entry.kind, entry.options, entry.key) for entry in found.items}
    assert asked == KINDS | {"Is 1 < 2: so?": ("true_false", ("True", "False"), [0])}
    told = {entry.stem: entry.explanation for entry in found.items}
    assert told["Where does the Assembly meet?"] == "yes"
    assert told["Which two abstained?"] == "Of the\nthree."
    assert told["It was vetoed."] == "It was not."
    reasons = [skipped.reason for skipped in found.skipped]
    assert reasons == [EMPTY_OPTION] + [OTHER_KIND] * 3 + [PICTURE]
    assert {entry.stem: entry.matches for entry in found.items if entry.matches} == {
        "Match.": ("Italy", "Ukraine"),
        "Extra.": ("Italy", "Ukraine"),
    }


def test_gift_is_written_as_moodle_reads_it():
    lines = gift.write([ORDER, MATCH, TEXT]).decode()
    assert "[plain]Who voted how?{\n\t=Albania -> In favour\n\t=Belarus -> Against\n\t= -> Not at all\n}" in lines
    assert "[plain]Who vetoed it?{\n\t=Russia\n\t=the Russian Federation\n}" in lines
    assert "In which order?" not in lines
    text = gift.write([Entry("single_choice", "a=b {c}\n~d", ("%50% x", "y#z"), [0])]).decode()
    assert text == "// question 1\n[plain]a\\=b \\{c\\}\\n\\~d{\n\t=[plain]%50% x\n\t~y\\#z\n}\n"


def test_aiken():
    text = b"Where?\r\nA) Rome\r\nB. New York\r\nANSWER: B\r\n\r\nNo answer\r\nA. x\r\nB. y\r\n"
    text += b"\r\nHow?\r\nA. So\r\nB. Not\r\nANSWER: C"
    found = formats.read(text)
    assert [(entry.stem, entry.options, entry.key) for entry in found.items] == [("Where?", ("Rome", "New York"), [1])]
    assert [(skipped.where, skipped.reason) for skipped in found.skipped] == [("line 6", NO_KEY), ("line 10", NO_KEY)]


def test_moodle_xml():
    found = formats.read(MOODLE)
    assert found.items == [
        Entry("single_choice", "Where does it meet?", ("Rome", "New York"), [1], "By the river."),
        Entry("true_false", "It is so.", ("True", "False"), [1]),
        Entry("number", "How many?", (), {"value": 193, "tolerance": 2}),
        Entry("match", "Which capital?", ("Italy", "France"), [2, 1], matches=("Lyon", "Paris", "Rome")),
        Entry("short_text", "Who?", (), {"accepted": ["Ban", "Ban Ki-moon"]}),
        Entry("order", "In which order?", ("Debate", "Veto", "Vote"), [1, 0, 2]),
    ]
    reasons = [("question 6", OTHER_KIND), ("question 8", OTHER_KIND), ("question 9", PICTURE)]
    assert [(skipped.where, skipped.reason) for skipped in found.skipped] == reasons


def test_moodle_xml_is_written_as_moodle_writes_it():
    root = fromstring(moodle_xml.write([ORDER, MATCH, replace(TEXT, key={"accepted": ["R*", "Russia"]})]))
    order, match, text = root.findall("question")
    assert [question.get("type") for question in (order, match, text)] == ["ordering", "matching", "shortanswer"]
    assert [(answer.get("fraction"), answer.findtext("text")) for answer in order.findall("answer")] == [
        ("1", "The veto"),
        ("2", "The debate"),
        ("3", "The vote"),
    ]
    parts = [(part.findtext("text"), part.findtext("answer/text")) for part in match.findall("subquestion")]
    assert parts == [("Albania", "In favour"), ("Belarus", "Against"), ("", "Not at all")]
    assert [answer.findtext("text") for answer in text.findall("answer")] == [r"R\*", "Russia"]


def test_qti():
    data = zipped(imsmanifest__xml=manifest("a.xml", "b.xml", "../c.xml"), a__xml=QTI_ITEM, b__xml="<broken")
    found = formats.read(data)
    assert found.items == [Entry("single_choice", "Look at the text.\nWhat does it say?", ("Yes", "No way"), [1])]
    assert [skipped.at for skipped in found.skipped] == ["b.xml", "../c.xml"]


QTI_LINES = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="c" title="c"
 adaptive="false" timeDependent="false">%s</itemBody></assessmentItem>"""
QTI_ORDER = """<responseDeclaration identifier="R" cardinality="ordered" baseType="identifier"><correctResponse>
 <value>C</value><value>A</value>%s</correctResponse></responseDeclaration><itemBody>
 <orderInteraction responseIdentifier="R" shuffle="true"><prompt>In which order?</prompt>
 <simpleChoice identifier="A">Debate</simpleChoice><simpleChoice identifier="B">Vote</simpleChoice>
 <simpleChoice identifier="C">Veto</simpleChoice></orderInteraction>"""
QTI_MATCH = """<responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair"><correctResponse>
 <value>B Y</value><value>%s</value></correctResponse></responseDeclaration><itemBody><p>Who voted how?</p>
 <matchInteraction responseIdentifier="R" shuffle="true" maxAssociations="2"><simpleMatchSet>
 <simpleAssociableChoice identifier="A" matchMax="1">Albania</simpleAssociableChoice>
 <simpleAssociableChoice identifier="B" matchMax="1">Belarus</simpleAssociableChoice></simpleMatchSet><simpleMatchSet>
 <simpleAssociableChoice identifier="X" matchMax="2">For</simpleAssociableChoice>
 <simpleAssociableChoice identifier="Y" matchMax="2">Against</simpleAssociableChoice></simpleMatchSet>
 </matchInteraction>"""
QTI_TEXT = """<responseDeclaration identifier="R" cardinality="single" baseType="string"><correctResponse>
 <value>Russia</value></correctResponse><mapping defaultValue="0"><mapEntry mapKey="Russia" mappedValue="1"/>
 <mapEntry mapKey="Moscow" mappedValue="1"/><mapEntry mapKey="China" mappedValue="0"/></mapping>
 </responseDeclaration><itemBody><p>Who? <textEntryInteraction responseIdentifier="R" expectedLength="9"/></p>"""


def test_qti_in_lines_and_typed():
    items = [QTI_ORDER % "<value>B</value>", QTI_ORDER % "", QTI_MATCH % "A X", QTI_MATCH % "B X", QTI_TEXT]
    names = [f"i{n}.xml" for n in range(len(items))]
    files = {name.replace(".", "__"): QTI_LINES % item for name, item in zip(names, items, strict=True)}
    found = formats.read(zipped(imsmanifest__xml=manifest(*names), **files))
    assert found.items == [
        Entry("order", "In which order?", ("Debate", "Vote", "Veto"), [2, 0, 1]),
        Entry("match", "Who voted how?", ("Albania", "Belarus"), [0, 1], matches=("For", "Against")),
        Entry("short_text", "Who?", (), {"accepted": ["Russia", "Moscow"]}),
    ]
    assert [(skipped.at, skipped.reason) for skipped in found.skipped] == [("i1.xml", NO_ORDER), ("i3.xml", NO_MATCH)]


@pytest.mark.parametrize(
    ("key", "matches", "reason"),
    [
        ([[0, 1], [0, 0]], ["For", "Against"], NO_MATCH),
        ([[0, 1]], ["For", "Against"], NO_MATCH),
        ([[0, 1], [1, 2]], ["For", "Against"], NO_MATCH),
        ([0, 1], ["For", "Against"], NO_MATCH),
        ("x", ["For", "Against"], NO_MATCH),
        ([[0, 0], [1, 0]], ["For"], FEW_OPTIONS),
        ([[0, 0], [1, 0]], None, FEW_OPTIONS),
    ],
)
def test_a_match_in_json_that_is_none(key, matches, reason):
    told = {"kind": "match", "stem": "How?", "options": ["Albania", "Belarus"], "key": key, "matches": matches}
    assert [skipped.reason for skipped in formats.read(json.dumps([told]).encode()).skipped] == [reason]


def test_a_table_typed_by_hand_with_the_other_kinds():
    found = formats.read(
        b"Kind;Question;Option 1;Option 2;Match 1;Match 2;Right\n"
        b"order;First?;Vote;Veto;;;2,1\nmatch;How?;Chad;Chile;For;Against;1,1\nshort_text;Who?;Ban;Ban Ki-moon;;;\n"
        b"order;First?;Vote;Veto;;;2\nmatch;How?;Chad;Chile;For;Against;1\nshort_text;Who?;;;;;\n"
    )
    assert found.items == [
        Entry("order", "First?", ("Vote", "Veto"), [1, 0]),
        Entry("match", "How?", ("Chad", "Chile"), [0, 0], matches=("For", "Against")),
        Entry("short_text", "Who?", (), {"accepted": ["Ban", "Ban Ki-moon"]}),
    ]
    assert [skipped.reason for skipped in found.skipped] == [NO_ORDER, NO_MATCH, NO_KEY]


def test_a_table_typed_by_hand():
    found = formats.read(
        b"Question;Option 1;Option 2;Right\nWhere?;Rome;New York;B\nHow many?;;;193\nWho?;x;y;1,2\nEh?;x;y;\n"
    )
    assert [(entry.kind, entry.key) for entry in found.items] == [
        ("single_choice", [1]),
        ("number", {"value": 193, "tolerance": 0}),
        ("multiple_choice", [0, 1]),
    ]
    assert [(skipped.where, skipped.reason) for skipped in found.skipped] == [("row 5", NO_KEY)]


def test_the_kahoot_template_with_numbers_as_cells():
    book, out = Workbook(), io.BytesIO()
    for _ in range(7):
        book.active.append(["Quiz template"])
    answers = [f"Answer {n} - max 75 characters" for n in range(1, 5)]
    book.active.append(["", "Question - max 120 characters", *answers, "Time limit (sec)", "Correct answer(s)"])
    book.active.append([1, "How many?", 3, 5, None, None, 20, 2])
    book.active.append([2, "Which?", "a", "b", "c", None, 20, "1,3"])
    book.save(out)
    assert formats.read(out.getvalue()).items == [
        Entry("single_choice", "How many?", ("3", "5"), [1]),
        Entry("multiple_choice", "Which?", ("a", "b", "c"), [0, 2]),
    ]


def test_no_cell_runs_as_a_formula():
    asked = [Entry("single_choice", f"{sign}1+1", ("'=x", f"{sign}x"), [0]) for sign in "=+-@"]
    text = csv_table.write(asked).decode("utf-8-sig")
    assert not [cell for line in text.splitlines() for cell in line.split(",") if cell.startswith(tuple("=+-@"))]
    sheet = load_workbook(io.BytesIO(workbook.write(asked))).active
    assert {cell.data_type for row in sheet for cell in row if cell.value is not None} == {"s"}


def test_a_package_that_expands_without_end_is_refused():
    bomb = zipped(imsmanifest__xml=manifest("a.xml"), **{f"a{n}__xml": b"0" * (5 * 2**20) for n in range(6)})
    with pytest.raises(NotThisFormat, match="too much"):
        formats.read(bomb)


def test_a_package_of_very_many_files_is_refused():
    with pytest.raises(NotThisFormat, match="too much"):
        formats.read(zipped(**{f"a{n}": b"" for n in range(501)}))


def test_more_questions_than_a_quiz_holds_are_skipped():
    found = formats.read(gift.write([ONE] * 102))
    assert len(found.items) == 100
    assert [skipped.reason for skipped in found.skipped] == [TOO_MANY] * 2


def test_nothing_but_garbage_stops_being_listed():
    found = gift.read(b"What?{}\n\n" * 5000)
    assert len(found.skipped) == 201


@pytest.mark.parametrize("name", formats.FORMATS)
def test_an_empty_quiz_is_still_a_file(name):
    assert isinstance(formats.FORMATS[name].write([]), bytes)
    assert formats.FORMATS[name].write(ALL)


TAGGED = replace(ONE, tags=("peace", "votes of a kind"))


def test_moodle_has_a_place_for_tags():
    root = fromstring(moodle_xml.write([TAGGED, ONE]))
    assert [tag.text for tag in root.findall("question/tags/tag/text")] == ["peace", "votes of a kind"]
    assert len(root.findall("question/tags")) == 1


def test_a_table_has_a_column_for_tags():
    text = csv_table.write([TAGGED]).decode("utf-8-sig")
    assert text.splitlines()[0].endswith(",tags")
    assert '"peace, votes of a kind"' in text
    assert "peace" not in str(table.kahoot_rows_of([TAGGED]))


def test_tags_from_elsewhere_are_tidied():
    told = b'question,option 1,option 2,right,Tags\nHow many?,3,5,2," Peace ,VOTES,, peace,' + b"x" * 41 + b'"'
    (entry,) = formats.read(told).items
    assert entry.tags == ("peace", "votes")
    many = json_list.write([replace(ONE, tags=tuple(f"t{n:02}" for n in range(30)))])
    assert len(formats.read(many).items[0].tags) == 10
    odd = b'[{"kind": "true_false", "stem": "So?", "options": ["True", "False"], "key": [0], "tags": 3}]'
    assert json_list.read(odd).items[0].tags == ()
