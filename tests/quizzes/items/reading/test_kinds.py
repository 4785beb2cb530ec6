"""Memberships, quotes, offices, events, quantities and rules of procedure."""

from datetime import date

import pytest

from quizzes.items import Finding, read


def found(text: str, kind: str) -> list[Finding]:
    return [finding for finding in read(text, date(2024, 6, 20)) if finding.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 193-member General Assembly met.", [("General Assembly", 193)]),
        ("The 15-nation Security Council met.", [("Security Council", 15)]),
        ("It needs support among the 193 nations in the General Assembly.", [("General Assembly", 193)]),
        ("All 193 UN member states were asked.", [("General Assembly", 193)]),
        ("Twelve of the Council's 15 members spoke.", [("Security Council", 15)]),
        ("The 47-member U.N. Human Rights Council met.", [("Human Rights Council", 47)]),
        ("The Security Council, which consists of 15 members, met.", [("Security Council", 15)]),
        ("The IAEA's 35-nation board met.", [("IAEA Board of Governors", 35)]),
        ("The Security Council met. Fourteen of its fifteen members were there.", [("Security Council", 15)]),
        ("The Security Council met. She told the 15-member body to act.", [("Security Council", 15)]),
        ("The Geneva-based council has 47 members.", [("Human Rights Council", 47)]),
        ("A total of 128 members of the U.N. General Assembly voted.", []),
        ("Ten members of the Security Council asked for a meeting.", []),
    ],
)
def test_memberships(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(f.values["body"], f.values["count"]) for f in found(text, "membership")] == expected


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "“We will not change our minds on this,” said Cuban Foreign Minister Ana Lopez.",
            "Ana Lopez",
            "We will not change our minds on this",
        ),
        (
            "Ambassador Jane Roe told reporters: “This text helps nobody at all.”",
            "Jane Roe",
            "This text helps nobody at all.",
        ),
        (
            '"It was a bad day for the Council," Kenya\'s U.N. Ambassador John Otieno told the meeting.',
            "John Otieno",
            "It was a bad day for the Council",
        ),
        (
            "Prime Minister Joan Poe spoke on Monday. “The vote sends a clear signal,” she said.",
            "Joan Poe",
            "The vote sends a clear signal",
        ),
        (
            "President Max Moe called the resolution “a great step towards a lasting peace”.",
            "Max Moe",
            "a great step towards a lasting peace",
        ),
        (
            "According to Lea Loe, head of the mission, the talks failed. The paper is “not worth the ink it needs”.",
            "Lea Loe",
            "not worth the ink it needs",
        ),
        (
            "“What they call “aid” is nothing of the kind,” stressed Envoy Max Moe.",
            "Max Moe",
            "What they call “aid” is nothing of the kind",
        ),
        ("Ana Lopez, the Cuban envoy, was asked about it and answered: “No comment.”", "Ana Lopez", "No comment."),
        (
            "Her British counterpart, Barbara Wood, explained that a call “will not make it happen”.",
            "Barbara Wood",
            "will not make it happen",
        ),
        (
            "“We forgave those who colonised us,” said the foreign minister, Jeje Odo, speaking in Kampala.",
            "Jeje Odo",
            "We forgave those who colonised us",
        ),
        (
            "Norwegian Foreign Minister Anne Hut: “Those who do it cannot judge.”",
            "Anne Hut",
            "Those who do it cannot judge.",
        ),
        (
            "Palestinian foreign minister Riyad al-Malik told the session that the veto “will not discourage us”.",
            "Riyad al-Malik",
            "will not discourage us",
        ),
        (
            "Turkey's Mevlut Cavus, speaking from the rostrum, said: “The world is bigger than five.”",
            "Mevlut Cavus",
            "The world is bigger than five.",
        ),
        (
            "British ambassador Mark Grant, on behalf of Britain, France and Germany, said: “Our views are clear.”",
            "Mark Grant",
            "Our views are clear.",
        ),
        (
            "Salome Zur, the Georgian president, thanked “every capital that did not look away”.",
            "Salome Zur",
            "every capital that did not look away",
        ),
        (
            "Ambassador Max Moe left. Britain's Barbara Wood was relieved. “It keeps us informed,” she said.",
            "Barbara Wood",
            "It keeps us informed",
        ),
        (
            "“Justice has a price tag,” observed Liechtenstein's Christian Wena.",
            "Christian Wena",
            "Justice has a price tag",
        ),
        (
            "After the meeting Britain's ambassador, John Saw, told reporters the veto was “a blow to the people”.",
            "John Saw",
            "a blow to the people",
        ),
        (
            "Foreign Minister Ana Lopez urged restraint and declared: “Let the people decide for themselves!”",
            "Ana Lopez",
            "Let the people decide for themselves!",
        ),
    ],
)
def test_quotes_and_their_speakers(text: str, speaker: str, words: str) -> None:
    assert [(f.values["speaker"], f.values["text"]) for f in found(text, "quote")] == [(speaker, words)]


def test_a_quote_in_two_pieces_has_one_speaker() -> None:
    text = "“Unless somebody acts soon,” Ambassador Jane Roe said on Monday, “nothing will be left to save”."
    assert {f.values["speaker"] for f in found(text, "quote")} == {"Jane Roe"}
    assert len(found(text, "quote")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The draft resolution says that the votes “have no validity under international law”.",
        "Ambassador Jane Roe left early. The ministry said “the talks are over for the time being”.",
        "He called it “historic”.",
        "“A dark day for the whole world,” Amnesty International said.",
        "“A dark day for the whole world,” said Oxfam.",
        "“A dark day for the whole world,” said Doctors Without Borders.",
        "“A dark day for the whole world,” Crisis Group said.",
        "Ali Roe heads the group. “This is a good signal today,” the alliance said.",
        "After talks with Ana Lopez, the minister said: “We are done with it now.”",
        "“Nobody knows who wrote these lines on the wall.”",
    ],
)
def test_words_whose_speaker_is_not_certain_are_left_out(text: str) -> None:
    assert found(text, "quote") == []


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        ("Cuban Foreign Minister Bruno Lopez spoke.", "Bruno Lopez", "Cuban Foreign Minister"),
        ("European Union Ambassador to the UN Olof Berg spoke.", "Olof Berg", "European Union Ambassador to the UN"),
        (
            "Under Secretary of State for Political Affairs Vera Noll spoke.",
            "Vera Noll",
            "Under Secretary of State for Political Affairs",
        ),
        (
            "Riyad Haddad, Syrian ambassador to the United Nations, spoke.",
            "Riyad Haddad",
            "Syrian ambassador to the United Nations",
        ),
        (
            "The US ambassador to the United Nations, Linda Field, spoke.",
            "Linda Field",
            "US ambassador to the United Nations",
        ),
        ("His spokesman Dmitry Petrov spoke.", "Dmitry Petrov", "spokesman"),
        ("In 2016, under President Max Moe, it abstained.", "Max Moe", "President"),
        ("National Security Advisor Max Moe, in a statement, hailed it.", "Max Moe", "National Security Advisor"),
        ("France's UN envoy Nicolas de Brie spoke.", "Nicolas de Brie", "France's UN envoy"),
    ],
)
def test_offices(text: str, person: str, role: str) -> None:
    assert [(f.values["person"], f.values["role"]) for f in found(text, "office")] == [(person, role)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 16 March 2014, Russia organised referendums in Crimea.",
            [("2014-03-16", "Russia organised referendums in Crimea")],
        ),
        ("Much has changed since the Feb. 24, 2022 invasion of Ukraine.", [("2022-02-24", "invasion of Ukraine")]),
        ("Hungary joined the alliance in 1999.", [("1999", "Hungary joined the alliance")]),
        ("He resigned in 1999.", []),
        ("The vote will be held on Friday.", []),
    ],
)
def test_events(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.values["date"], f.values["what"]) for f in found(text, "event")] == expected


def test_quantities() -> None:
    text = "She met 160 foreign diplomats, and 92 percent of the voters agreed."
    assert [(f.values["value"], f.values["of"]) for f in found(text, "quantity")] == [
        (160, "foreign diplomats"),
        (92, "percent of the voters agreed"),
    ]


def test_a_denied_rule_is_marked_from_its_verb_on() -> None:
    text = "General Assembly resolutions aren’t legally binding."
    (rule,) = found(text, "procedure")
    assert text[rule.start : rule.end] == "aren’t legally binding"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolutions of the General Assembly are not legally binding.", [("General Assembly", "binding", False)]),
        ("The Security Council, whose resolutions are legally binding, met.", [("Security Council", "binding", True)]),
        (
            "Security Council resolutions are legally binding, unlike those of the General Assembly.",
            [("Security Council", "binding", True), ("General Assembly", "binding", False)],
        ),
        ("General Assembly resolutions aren’t legally binding.", [("General Assembly", "binding", False)]),
        ("There is no veto in the General Assembly.", [("General Assembly", "veto", False)]),
        (
            "The Council failed to act because of Russia's right of veto in the Security Council.",
            [("Security Council", "veto", True)],
        ),
        ("The Assembly wants a legally binding treaty.", []),
    ],
)
def test_rules_of_procedure(text: str, expected: list[tuple[str, str, bool]]) -> None:
    told = found(text, "procedure")
    assert [(f.values["body"], f.values["topic"], f.values["holds"]) for f in told] == expected
