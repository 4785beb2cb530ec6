import subprocess
import sys
import threading
import time
from contextlib import suppress

import pytest

from quizzes.items.intake import Busy, NotReadable, TooMuch, apart, take, take_apart
from tests.quizzes.items.intake.files import LINES, PAGE, pdf, word

ENDLESS = pdf(content=b"BT /F1 10 Tf " + b"(word) Tj 0 -1 Td " * 1_500_000 + b"ET")


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"A vote", "a.txt"), (PAGE.encode(), "a.html"), (pdf(LINES), "a.pdf"), (word("One."), "a.docx")],
)
def test_the_same_is_read_in_a_process_of_its_own(data, name):
    assert take_apart(data, name) == take(data, name)


@pytest.mark.parametrize(("data", "name", "kind"), [(b"x" * 60_000, "a.txt", TooMuch), (b"", "a.txt", NotReadable)])
def test_so_are_its_refusals(data, name, kind):
    with pytest.raises(kind) as here:
        take(data, name)
    with pytest.raises(kind) as apart_:
        take_apart(data, name)
    assert (apart_.value.reason, apart_.value.figures) == (here.value.reason, here.value.figures)


@pytest.mark.parametrize("name", ["a\0.txt", "a\ud800.txt", "--help.txt", "../a.txt;ls"])
def test_a_name_is_only_a_name(name):
    with suppress(NotReadable):
        assert take_apart(b"A vote", name).text == "A vote"


def test_a_file_that_never_ends_is_ended():
    assert len(ENDLESS) < 200_000
    since = time.monotonic()
    with pytest.raises(TooMuch, match="too long"):
        take_apart(ENDLESS, "a.pdf", longest=1.5)
    assert time.monotonic() - since < 10


def test_a_reader_that_dies_is_a_damaged_file(monkeypatch):
    monkeypatch.setattr(apart, "_run", lambda *_: b'{"text": "ha')
    with pytest.raises(NotReadable, match="damaged"):
        take_apart(b"x", "a.txt")


def _refused():
    with pytest.raises(NotReadable, match="damaged"):
        take_apart(b"x", "a.txt")


def test_one_at_a_time(monkeypatch):
    started, go_on = threading.Event(), threading.Event()

    def slow(*_):
        started.set()
        go_on.wait(10)
        return b""

    monkeypatch.setattr(apart, "_run", slow)
    first = threading.Thread(target=_refused)
    first.start()
    started.wait(10)
    with pytest.raises(Busy):
        take_apart(b"x", "a.txt")
    go_on.set()
    first.join()
    _refused()


@pytest.mark.parametrize(
    "tried",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "x = bytearray(3 * 2**30)",
    ],
)
def test_the_process_can_reach_nothing(tried):
    code = f"from quizzes.items.intake import __main__ as reader; reader._limit()\n{tried}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=apart._ROOT, check=False)
    assert done.returncode == 1
    assert "PermissionError" in done.stderr or "MemoryError" in done.stderr
