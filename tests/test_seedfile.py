from pathlib import Path

import pytest

from unsim.seedfile import BadSeed, read_front_matter, read_rows, read_text


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    return tmp_path / "seed"


def refused(path: Path, line: int, reason: str):
    """`path:line: ` and then the reason, somewhere."""
    return pytest.raises(BadSeed, match=rf"{path}:{line}: .*{reason}")


def test_front_matter(seed):
    seed.write_text("---\ntitle: Water: a right\n\nsymbol:\n---\n\nFirst.\n\nSecond --- third.\n")
    fields, body, lines = read_front_matter(seed)
    assert fields == {"title": "Water: a right", "symbol": ""}
    assert body == "First.\n\nSecond --- third."
    assert lines == {"title": 2, "symbol": 4}


def test_files_of_windows_are_read_too(seed):
    seed.write_bytes(b"\xef\xbb\xbf---\r\ntitle: Water\r\n---\r\nText\r\n")
    assert read_front_matter(seed) == ({"title": "Water"}, "Text", {"title": 2})


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "first line must be ---"),
        ("title: Water\n---\n", 1, "first line must be ---"),
        ("---\ntitle: Water\n", 2, "not closed"),
        ("---\ntitle: Water\nnonsense\n---\n", 3, "`key: value`"),
        ("---\n: Water\n---\n", 2, "`key: value`"),
        ("---\ntitle: Water\nsymbol:\ntitle: Fire\n---\n", 4, "title stands here twice .first on line 2"),
    ],
)
def test_bad_front_matter(seed, text, line, reason):
    seed.write_text(text)
    with refused(seed, line, reason):
        read_front_matter(seed)


def test_rows_bear_their_line(seed):
    seed.write_text('a,b\n1, 2 \n\n"x\ny",NA\n')
    assert list(read_rows(seed, ["a", "b"])) == [(2, {"a": "1", "b": "2"}), (5, {"a": "x\ny", "b": "NA"})]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "columns must be a,b"),
        ("b,a\n", 1, "columns must be a,b"),
        ("a,b\n1,2\n3\n", 3, "1 cells, but 2 columns"),
        ('a,b\n1,"2\n', 2, "is not CSV"),
    ],
)
def test_bad_rows(seed, text, line, reason):
    seed.write_text(text)
    with refused(seed, line, reason):
        list(read_rows(seed, ["a", "b"]))


def test_a_missing_file(seed):
    with refused(seed, 1, "cannot be read: No such file"):
        read_text(seed)


def test_another_encoding(seed):
    seed.write_bytes("first\nCôte\n".encode("latin-1"))
    with refused(seed, 2, "not UTF-8"):
        read_text(seed)


def test_a_refusal_knows_its_parts(seed):
    error = BadSeed(seed, 7, "is odd")
    assert (error.path, error.line, error.reason) == (seed, 7, "is odd")
    assert str(error) == f"{seed}:7: is odd"
