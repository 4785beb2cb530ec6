"""How named members voted, in many wordings; wishes, threats and plans are no votes."""

from datetime import date

import pytest

from quizzes.items import read


def positions(text: str) -> dict[object, object]:
    return {f.values["member"]: f.values["vote"] for f in read(text, date(2024, 6, 20)) if f.kind == "position"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia and China abstained.", {"RUS": "abstain", "CHN": "abstain"}),
        ("Syria's ally Cuba voted against the text.", {"CUB": "no"}),
        ("In the Council, Fiji voted against a draft by Chad.", {"FJI": "no"}),
        (
            "It was adopted by 169 in favour to 3 against (Fiji, Malta, Togo), with 2 abstentions (Peru, Chad).",
            {"FJI": "no", "MLT": "no", "TGO": "no", "PER": "abstain", "TCD": "abstain"},
        ),
        (
            "Only two countries joined Cuba in voting against the resolution - Mali and Laos.",
            {"CUB": "no", "MLI": "no", "LAO": "no"},
        ),
        (
            "Those voting against this year's resolution were the U.S., Israel and Hungary.",
            {"USA": "no", "ISR": "no", "HUN": "no"},
        ),
        (
            "The abstentions came from Albania, Czechia and Bosnia and Herzegovina.",
            {"ALB": "abstain", "CZE": "abstain", "BIH": "abstain"},
        ),
        ("Another 30 countries abstained, including Russia’s strategic partner India.", {"IND": "abstain"}),
        (
            "The vote was 171 in favor, with Fiji and Palau opposed, and Togo abstaining.",
            {"FJI": "no", "PLW": "no", "TGO": "abstain"},
        ),
        (
            "With the 14 other council members – including Russia and the UK – voting in favor, it passed.",
            {"RUS": "yes", "GBR": "yes"},
        ),
        (
            "It was supported by 153 countries including Japan and France, while 10, including Israel, voted against "
            "it.",
            {"JPN": "yes", "FRA": "yes", "ISR": "no"},
        ),
        ("China was among the 35 countries which abstained.", {"CHN": "abstain"}),
        ("South Africa and India were among those abstaining.", {"ZAF": "abstain", "IND": "abstain"}),
        ("The United States was the only country to vote against the resolution.", {"USA": "no"}),
        ("The lone vote against came from Belarus.", {"BLR": "no"}),
        (
            "Apart from the UK, the countries that voted against the motion were Malta and Togo.",
            {"GBR": "no", "MLT": "no", "TGO": "no"},
        ),
        (
            "The Chinese delegation abstained, and Egypt's representative voted in favour.",
            {"CHN": "abstain", "EGY": "yes"},
        ),
        ("Serbia, which has close ties with Moscow, voted in favour.", {"SRB": "yes"}),
        ("US and Israel vote against both resolutions", {"USA": "no", "ISR": "no"}),
        (
            "The United States joined Israel and eight other countries in opposing the resolution.",
            {"USA": "no", "ISR": "no"},
        ),
        ("Venezuela did not vote.", {"VEN": "absent"}),
        ("Nine voted against – including Fiji – while Togo abstained.", {"FJI": "no", "TGO": "abstain"}),
        ("Against voted: Belarus, North Korea, Syria.", {"BLR": "no", "PRK": "no", "SYR": "no"}),
        ("Poland chose to abstain.", {"POL": "abstain"}),
        ("Among those in opposition was Togo.", {"TGO": "no"}),
        ("There was one Kenyan vote against and one British abstention.", {"KEN": "no", "GBR": "abstain"}),
        ("Other abstaining nations included Chad and Peru.", {"TCD": "abstain", "PER": "abstain"}),
        ("China, Russia, Cuba all voted against.", {"CHN": "no", "RUS": "no", "CUB": "no"}),
        ("Along with Pakistan, China and Fiji voted against it.", {"PAK": "no", "CHN": "no", "FJI": "no"}),
        (
            "Four states - Benin, Ghana, Peru and Malawi - voted for the resolution.",
            {"BEN": "yes", "GHA": "yes", "PER": "yes", "MWI": "yes"},
        ),
        (
            "Fiji, Japan and Iraq are among the 20 countries that abstained.",
            {"FJI": "abstain", "JPN": "abstain", "IRQ": "abstain"},
        ),
        ("It was adopted, with Belarus and Mali among the countries that voted against.", {"BLR": "no", "MLI": "no"}),
        ("The ones who voted against: Belarus, Mali and Syria.", {"BLR": "no", "MLI": "no", "SYR": "no"}),
        ("Moscow, Beijing and Hanoi abstained.", {"RUS": "abstain", "CHN": "abstain", "VNM": "abstain"}),
        ("Beijing abstained and Moscow was alone in voting no.", {"CHN": "abstain", "RUS": "no"}),
        ("The US delegation cast the sole negative vote.", {"USA": "no"}),
        ("It had three votes in favor - from Fiji, Israel and Chad.", {"FJI": "yes", "ISR": "yes", "TCD": "yes"}),
        (
            "Two African countries - Eritrea and Mali - were among the seven states that rejected the text.",
            {"ERI": "no", "MLI": "no"},
        ),
        (
            "Four of the abstainers were African: Algeria, Angola, Congo-Brazzaville and the Central African Republic.",
            {"DZA": "abstain", "AGO": "abstain", "COG": "abstain", "CAF": "abstain"},
        ),
        ("Cameroon and Guinea-Bissau were not in the room.", {"CMR": "absent", "GNB": "absent"}),
        (
            "Those who stood with Israel and the United States in saying no were Canada, Palau and Panama.",
            {"ISR": "no", "USA": "no", "CAN": "no", "PLW": "no", "PAN": "no"},
        ),
        (
            "Togo and Chad were among the abstainers, while France, Spain and Ireland all backed the Palestinian bid.",
            {"TGO": "abstain", "TCD": "abstain", "FRA": "yes", "ESP": "yes", "IRL": "yes"},
        ),
        ("Norway, like all its neighbours, supported the suspension.", {"NOR": "yes"}),
        ("The Philippines has changed its stand and voted in favor of a truce.", {"PHL": "yes"}),
        ("The Philippines on Friday (New York time) abstained.", {"PHL": "abstain"}),
        (
            "Mexico and South Africa chose abstention; India sat on the fence.",
            {"MEX": "abstain", "ZAF": "abstain", "IND": "abstain"},
        ),
        ("Albania, an EU candidate, was on the side of the majority.", {"ALB": "yes"}),
        ("India, Cyprus and the whole of the African group were in favour.", {"IND": "yes", "CYP": "yes"}),
        ("Chad, Mali and Togo were the ones to vote no.", {"TCD": "no", "MLI": "no", "TGO": "no"}),
        ("Ghana and Peru were some of the countries that voted for the text.", {"GHA": "yes", "PER": "yes"}),
        ("Cuba and Bolivia were the region's two votes against.", {"CUB": "no", "BOL": "no"}),
        (
            "The Philippine government joined 148 other countries in voting in favor of a resolution.",
            {"PHL": "yes"},
        ),
        (
            "Dozens expressed opposition to the draft, including Japan and Italy, as well as Georgia.",
            {"JPN": "no", "ITA": "no", "GEO": "no"},
        ),
        (
            "Some 44 others including US defense allies Japan and Australia abstained.",
            {"JPN": "abstain", "AUS": "abstain"},
        ),
        (
            "Budapest voted against the text, side by side with Washington and Moscow.",
            {"HUN": "no", "USA": "no", "RUS": "no"},
        ),
        ("Kenya and Gabon - the two African members of the Council - all voted for it.", {"KEN": "yes", "GAB": "yes"}),
        ("Zimbabwe, like Pretoria, abstained.", {"ZWE": "abstain"}),
        (
            "Israel, the US and 24 other members - including the UK and Germany - voted against.",
            {"ISR": "no", "USA": "no", "GBR": "no", "DEU": "no"},
        ),
        ("Sudan and Mauritania nevertheless abstained.", {"SDN": "abstain", "MRT": "abstain"}),
        ("Russia, as always, voted no.", {"RUS": "no"}),
        ("It was adopted, with two abstentions, Russia and China.", {"RUS": "abstain", "CHN": "abstain"}),
        ("Ukraine, which had voted yes in committee, was absent this time.", {"UKR": "absent"}),
        ("Asked why the US abstained, she smiled.", {"USA": "abstain"}),
        ("The US abstention angered Israel.", {"USA": "abstain"}),
        ("The decision by Peru to abstain surprised many.", {"PER": "abstain"}),
        (
            "Bolivia also did so: it was 9 in favor, 3 against as Bolivia joined Russia and China.",
            {"BOL": "no", "RUS": "no", "CHN": "no"},
        ),
        ("Six countries heeded the warning and voted against, among them Chad.", {"TCD": "no"}),
    ],
)
def test_votes_of_named_members(text: str, expected: dict[str, str]) -> None:
    assert positions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russia warned that abstaining would be seen as unfriendly.",
        "Washington urged India to vote against the text.",
        "If China votes against it, the draft fails.",
        "India was expected to abstain.",
        "The United States did not abstain.",
        "Ukraine would have voted in favour.",
        "Cuba had voted in favour of such texts for decades.",
        "China abstained from commenting on the report.",
        "Korea abstained.",
        "In Moscow, talks went on and nobody abstained.",
        "American Samoa did not vote.",
        "Foreign Minister Israel Katz voted against the budget.",
        "India votes against Israel",
        "Officials spoke of a possible US abstention.",
        "The Washington Post voted for a strike.",
        "Congo abstained.",  # two members bear this name
    ],
)
def test_what_is_no_vote(text: str) -> None:
    assert positions(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Member states that voted against\nB: The Bahamas, Belarus\nC: China, Cuba\nMember states that abstained\n"
            "A: Algeria\n",
            {"BHS": "no", "BLR": "no", "CHN": "no", "CUB": "no", "DZA": "abstain"},
        ),
        (
            "Voted in Favor:\n1. Argentina\n2. Benin\n\nVotes Against:\n1. China\n\nAbstentions:\n- India\n- Nepal\n",
            {"ARG": "yes", "BEN": "yes", "CHN": "no", "IND": "abstain", "NPL": "abstain"},
        ),
        ("Which Countries Voted Against?\n\n• Belarus\n• Mali\n", {"BLR": "no", "MLI": "no"}),
        ("Abstained (2):\n* Cuba\n* Fiji\n", {"CUB": "abstain", "FJI": "abstain"}),
    ],
)
def test_a_list_under_its_heading(text: str, expected: dict[str, str]) -> None:
    assert positions(text) == expected


def test_a_position_names_its_tally() -> None:
    text = (
        "The Assembly voted 97-3 with 30 abstentions on Monday. Only two countries joined Cuba in voting against: "
        "Mali and Laos.\n\n"
        "Last year, the measure passed by 187 votes with two against - Fiji and Malta."
    )
    found = read(text, date(2024, 6, 20))
    tied = {f.values["member"]: found[f.values["tally"]].values["yes"] for f in found if f.kind == "position"}  # type: ignore[index]
    assert tied == {"CUB": 97, "MLI": 97, "LAO": 97, "FJI": 187, "MLT": 187}


def test_who_voted_on_what_another_body_decided_did_not_vote_here() -> None:
    text = (
        "The General Assembly voted 143-9 with 25 abstentions to back the bid. Peru abstained.\n\nOn April 18 the "
        "United States had blocked the bid in the Security Council. Twelve members supported it, while Malta abstained."
    )
    found = [f for f in read(text, date(2024, 6, 20)) if f.kind == "position"]
    assert [f.values["member"] for f in found if f.values["tally"] is not None] == ["PER"]


def test_who_is_named_beside_a_count_of_one_leaves_no_room_for_another() -> None:
    text = (
        "China was alone in abstaining. The Council had met on Monday. It heard three speakers. They disagreed. "
        "An amendment was put first: seven in favour, seven against, with Switzerland abstaining."
    )
    tied = {f.values["member"]: f.values["tally"] for f in read(text, date(2024, 6, 20)) if f.kind == "position"}
    assert tied["CHE"] is not None
    assert tied["CHN"] is None


COUNT = "The General Assembly adopted the text by 90 votes to 9, with 50 abstentions. "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Besides Cuba and Mali, Fiji and Togo rejected the measure.",
            dict.fromkeys(("CUB", "MLI", "FJI", "TGO"), "no"),
        ),
        ("Backing the text along with its sponsors were Fiji and Togo.", {"FJI": "yes", "TGO": "yes"}),
        ("Fiji and Togo were the others in the “no” column.", {"FJI": "no", "TGO": "no"}),
        ("Fiji, too, chose not to take a side.", {"FJI": "abstain"}),
        ("Fiji and Togo also sat on their hands.", {"FJI": "abstain", "TGO": "abstain"}),
        ("Some friends, including Fiji and Togo, chose to sit this one out.", {"FJI": "abstain", "TGO": "abstain"}),
        ("Fiji stayed neutral.", {"FJI": "abstain"}),
        ("Fiji raised its hand with the majority.", {"FJI": "yes"}),
        (
            "The no votes came from island nations including Fiji, Malta and Togo.",
            dict.fromkeys(("FJI", "MLT", "TGO"), "no"),
        ),
        ("Fiji, Togo and all 27 members of the European Union voted against.", {"FJI": "no", "TGO": "no"}),
        ("Fifty abstained, among them Pacific heavyweights Fiji and Palau.", {"FJI": "abstain", "PLW": "abstain"}),
        ("Fiji abstained too, with Togo.", {"FJI": "abstain", "TGO": "abstain"}),
        ("Fiji was not in the room.", {"FJI": "absent"}),
    ],
)
def test_in_further_words(sentence: str, expected: dict[str, str]) -> None:
    assert positions(COUNT + sentence) == expected


def test_who_took_no_part_in_talks_did_not_miss_a_vote() -> None:
    assert positions(COUNT + "Fiji did not take part in the final rounds of the talks.") == {}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Fiji was among those voting no, joined by Togo and Mali.", dict.fromkeys(("FJI", "TGO", "MLI"), "no")),
        (
            "They voted as a bloc in favour, joined by several others including Fiji and Togo.",
            {"FJI": "yes", "TGO": "yes"},
        ),
        ("Fiji and Togo were among those joining Chad in voting no.", dict.fromkeys(("FJI", "TGO", "TCD"), "no")),
        ("Fiji and Togo also moved into the yes column.", {"FJI": "yes", "TGO": "yes"}),
        (
            "Everyone else in the chamber, including Fiji and Togo, raised a hand in favour.",
            {"FJI": "yes", "TGO": "yes"},
        ),
        ("Fiji, Togo and a number of Latin American states were in favour.", {"FJI": "yes", "TGO": "yes"}),
        ("Fiji and Togo joined the 14 opponents.", {"FJI": "no", "TGO": "no"}),
        ("Two nations stood with Chad in the “No” lobby: Fiji and Togo.", dict.fromkeys(("TCD", "FJI", "TGO"), "no")),
        (
            "It was backed by only three members - Fiji and Togo besides Chad itself.",
            dict.fromkeys(("FJI", "TGO", "TCD"), "yes"),
        ),
        ("Who were the nine? Fiji itself, plus Togo and Mali.", dict.fromkeys(("FJI", "TGO", "MLI"), "no")),
    ],
)
def test_in_words_of_joining(sentence: str, expected: dict[str, str]) -> None:
    assert positions(COUNT + sentence) == expected


def test_a_number_of_another_vote_takes_its_names() -> None:
    text = (
        "The General Assembly adopted the text by 90 votes to 9, with 50 abstentions. "
        "Another one won the support of 156 states, while Fiji voted against it."
    )
    (told,) = [f for f in read(text, date(2024, 6, 20)) if f.kind == "position"]
    assert told.values["tally"] is None
