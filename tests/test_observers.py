import pytest

from unsim.members import LANGUAGES, by_iso3
from unsim.observers import OBSERVERS, read_observers
from unsim.seedfile import BadSeed


def test_two_states_and_the_european_union():
    observers = read_observers()
    assert [each.iso3 for each in observers] == ["VAT", "PSE", "EUE"]
    assert [each.names["fr"] for each in observers] == ["Saint-Siège", "État de Palestine", "Union européenne"]


def test_none_is_a_member_and_each_has_a_name_in_every_language():
    for each in read_observers():
        assert each.iso3 not in by_iso3()
        assert set(each.names) == set(LANGUAGES)
        assert each.names["en"] == each.un_name


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("PSE,State", "VAT,State", 3),
        (",1964,", ",64,", 2),
        ("教廷", "", 2),
        ("iso3,un_name", "code,un_name", 1),
    ],
)
def test_a_bad_line_is_named(tmp_path, old, new, line):
    path = tmp_path / "observers.csv"
    path.write_text(OBSERVERS.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadSeed) as refused:
        read_observers(path)
    assert refused.value.line == line
