from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from unsim.members import MEMBER_NAMES, MEMBERS, all_members, by_iso3, find, fold, read_members, surface_forms
from unsim.seedfile import BadSeed


def test_193_members_in_their_seats():
    members = all_members()
    assert len(members) == len(set(members)) == 193
    assert [member.seat_order for member in members] == list(range(1, 194))
    assert (members[0].un_name, members[-1].un_name) == ("Afghanistan", "Zimbabwe")


def test_seats_are_in_english_alphabetical_order():
    names = [fold(member.un_name).replace("'", "") for member in all_members()]
    assert names == sorted(names)


def test_the_permanent_members():
    assert {member.iso3 for member in all_members() if member.permanent} == {"CHN", "FRA", "RUS", "GBR", "USA"}


def test_the_regional_groups_sum_to_193():
    groups = Counter(member.regional_group for member in all_members())
    assert sorted(groups.values()) == [23, 29, 33, 54, 54]


def test_one_member_in_full():
    russia = by_iso3()["RUS"]
    assert (russia.iso2, russia.m49, russia.un_name, russia.common_name) == (
        "RU",
        "643",
        "Russian Federation",
        "Russia",
    )
    assert (russia.admitted, russia.capital, russia.adjectives) == (1945, "Moscow", ("Russian",))
    assert (russia.regional_group, russia.region) == ("Eastern European Group", "Europe")
    assert russia.subregion == "Eastern Europe"
    assert russia.all_names == ("Russian Federation", "Russia", "Russian Fed.")
    assert russia.names["fr"] == "Fédération de Russie"
    assert set(russia.names) == {"ar", "zh", "en", "es", "fr", "ru"}


def test_the_english_name_is_the_official_one():
    assert [member.iso3 for member in all_members() if member.names["en"] != member.un_name] == []


def test_namibia_is_not_a_missing_value():
    assert by_iso3()["NAM"].iso2 == "NA"


@pytest.mark.parametrize("code", ["iso3", "iso2", "m49", "un_name", "common_name", "grid_label"])
def test_codes_and_names_are_each_one_members(code):
    assert len({getattr(member, code) for member in all_members()}) == 193


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Russian Federation", "RUS"),
        ("russia", "RUS"),
        ("the United States", "USA"),
        ("The Gambia", "GMB"),
        ("Gambia", "GMB"),
        ("the Netherlands", "NLD"),
        ("Kingdom of the Netherlands", "NLD"),
        ("CÔTE D’IVOIRE", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Turkey", "TUR"),
        ("Turkiye", "TUR"),
        ("DPR of Korea", "PRK"),
        ("  Viet   Nam ", "VNM"),
        ("Congo", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("Guinea", "GIN"),
        ("Niger", "NER"),
        ("Dominica", "DMA"),
        ("Democratic People’s Republic of Korea", "PRK"),
    ],
)
def test_find(name, iso3):
    member = find(name)
    assert member is not None
    assert member.iso3 == iso3


@pytest.mark.parametrize(
    "name", ["", "the", "Atlantis", "Congolese", "Dominican", "Moscow", "NA", "Palestine", "Kosovo"]
)
def test_find_knows_members_by_their_names_only(name):
    assert find(name) is None


def test_an_ambiguous_name_finds_nobody(monkeypatch):
    monkeypatch.setattr("unsim.members._folded_names", lambda: {"congo": frozenset({"COD", "COG"})})
    assert find("Congo") is None


def test_every_name_of_every_member_finds_it():
    missed = [(member.iso3, name) for member in all_members() for name in member.all_names if find(name) != member]
    assert missed == []


def test_forms_that_mean_two_members():
    forms = surface_forms()
    assert forms.adjectives["Congolese"] == {"COD", "COG"}
    assert forms.adjectives["Dominican"] == {"DMA", "DOM"}
    assert [name for name, codes in forms.names.items() if len(codes) > 1] == []
    assert [name for name, codes in forms.capitals.items() if len(codes) > 1] == []


def test_forms_keep_their_spelling():
    forms = surface_forms()
    assert forms.names["Côte d'Ivoire"] == {"CIV"}
    assert forms.adjectives["U.S."] == {"USA"}
    assert forms.capitals["Moscow"] == {"RUS"}
    assert forms.names["Djibouti"] == forms.capitals["Djibouti"] == {"DJI"}
    assert "NA" not in forms.names
    assert "" not in forms.capitals


@pytest.fixture
def spoilt(tmp_path: Path) -> Callable[[str, str, str], tuple[Path, Path]]:
    """Copies of the two seed files with one replacement in one of them."""

    def spoil(name: str, old: str, new: str) -> tuple[Path, Path]:
        for source in (MEMBERS, MEMBER_NAMES):
            text = source.read_text(encoding="utf-8")
            if source.name == name:
                assert old in text
                text = text.replace(old, new, 1)
            (tmp_path / source.name).write_text(text, encoding="utf-8")
        return tmp_path / MEMBERS.name, tmp_path / MEMBER_NAMES.name

    return spoil


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "reason"),
    [
        ("members.csv", "seat_order,", "seat,", 1, "columns must be"),
        ("members.csv", "\n2,ALB", "\n3,ALB", 3, "seat_order is '3', but the next seat is 2"),
        ("members.csv", "\n2,ALB", "\n2,AFG", 3, "AFG stands here twice"),
        ("members.csv", "\n2,ALB", "\n2,QQQ", 3, "QQQ has no line in member_names.csv"),
        ("members.csv", "ALB,AL,", "ALB,A,", 3, "iso2 must be 2 capital letters, not 'A'"),
        ("members.csv", "ALB,AL,008", "ALB,AL,8", 3, "m49 must be 3 digits, not '8'"),
        ("members.csv", "Albania,,1955", "Albania,,long ago", 3, "admitted must be 4 digits"),
        ("members.csv", "008,Albania,Albania", "008,,Albania", 3, "un_name is empty"),
        ("members.csv", "0,Albanian", "yes,Albanian", 3, "p5 must be 0 or 1, not 'yes'"),
        ("member_names.csv", "Albanie", "", 3, "ALB lacks a name"),
        ("member_names.csv", "\nALB", "\nAFG", 3, "AFG stands here twice"),
    ],
)
def test_a_bad_seed_is_told_by_file_and_line(spoilt, name, old, new, line, reason):
    members, names = spoilt(name, old, new)
    with pytest.raises(BadSeed) as refused:
        read_members(members, names)
    assert str(refused.value).startswith(f"{members.parent / name}:{line}: ")
    assert reason in str(refused.value)
