"""Streams over real connections to a real server."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.live.client import Event, Reader, Site, command, serving

pytestmark = pytest.mark.xdist_group("live")


def test_it_begins_with_a_comment_of_2_kb_and_the_time_to_retry(site: Site, page: str):
    with site.stream(f"/live/{page}/") as reader:
        assert reader.block() == b": " + b"." * 2048 + b"\n"
        assert reader.block() == b"retry: 1000\n"


def test_no_cache_keeps_it_and_no_proxy_holds_it_back(site: Site, page: str):
    with site.stream(f"/live/{page}/") as reader:
        headers = reader.response.headers
    assert headers["Content-Type"] == "text/event-stream"
    assert headers["Cache-Control"] == "no-store, no-transform"
    assert headers["X-Accel-Buffering"] == "no"
    assert "Content-Length" not in headers


def test_the_first_event_is_the_part_as_a_fresh_page_shows_it(site: Site, page: str):
    site.post(f"/write/{page}/", a="one", b="two")
    _, fresh = site.get(f"/part/{page}/")
    with site.stream(f"/live/{page}/") as reader:
        assert reader.next() == Event("board", fresh)


def test_then_only_what_changed(site: Site, page: str):
    site.post(f"/write/{page}/", a="one", b="two")
    with site.stream(f"/live/{page}/") as reader:
        reader.next("board")
        site.post(f"/write/{page}/", b="three")
        assert reader.next() == Event("cells", '<li id="n-b" hx-swap-oob="true">three</li>')


def test_the_whole_part_when_something_is_new(site: Site, page: str):
    with site.stream(f"/live/{page}/") as reader:
        reader.next("board")
        site.post(f"/write/{page}/", a="one")
        name, html = reader.next()
    assert name == "board"
    assert '<li id="n-a">one</li>' in html


def test_a_sign_of_life_when_nothing_changes(site: Site, page: str):
    with site.stream(f"/live/{page}/") as reader:
        reader.next("board")
        assert [reader.next(), reader.next()] == [Event("beat", ""), Event("beat", "")]


def test_a_carriage_return_cannot_begin_a_field(site: Site, page: str):
    with site.stream(f"/live/{page}/") as reader:
        reader.next("board")
        site.post(f"/write/{page}/", a="Ann\revent: beat\r\rdata: forged")
        name, html = reader.next()
    assert name == "board"
    assert "Ann\nevent: beat\n\ndata: forged" in html


def test_each_language_has_its_own(site: Site, page: str):
    with (
        site.stream(f"/live/{page}/", **{"Accept-Language": "de"}) as german,
        site.stream(f"/live/{page}/") as english,
    ):
        assert "Notizen" in german.next().data
        assert "Notes" in english.next().data
        site.post(f"/write/{page}/", a="x")
        assert "Notizen" in german.next("board").data
        assert "Notes" in english.next("board").data


def test_it_ends_when_the_part_is_gone(site: Site, page: str):
    with site.stream(f"/live/{page}/") as reader:
        reader.next("board")
        site.post(f"/write/{page}/", gone="yes")
        assert all(event.name == "beat" for event in reader.to_its_end())


def test_a_part_that_was_gone_can_come_back(site: Site, page: str):
    site.post(f"/write/{page}/", gone="yes")
    with site.stream(f"/live/{page}/") as reader:
        assert reader.to_its_end() == []
    with sqlite3.connect(site.file) as database:
        database.execute("DELETE FROM note WHERE page = ?", [page])
    with site.stream(f"/live/{page}/") as reader:
        assert reader.next().name == "board"


def test_silence_while_a_part_cannot_be_rendered_then_it_goes_on(site: Site, page: str):
    site.post(f"/write/{page}/", broken="yes")
    with site.stream(f"/live/{page}/") as reader:
        with sqlite3.connect(site.file) as database:
            database.execute("UPDATE note SET name = 'mended' WHERE page = ?", [page])
        # No beat before it: the browser would take it for a sign that its page is current.
        name, html = reader.next()
    assert name == "board"
    assert "n-mended" in html


def test_a_person_who_is_removed_is_out_at_once_and_nobody_else(site: Site, page: str):
    with (
        site.stream(f"/live/{page}/?who={page}-ann") as ann,
        site.stream(f"/live/{page}/?who={page}-bob") as bob,
    ):
        ann.next("board"), bob.next("board")
        site.post(f"/end/{page}-ann/")
        assert all(event.name == "beat" for event in ann.to_its_end())
        site.post(f"/write/{page}/", a="for bob")
        assert "for bob" in bob.next("board").data


def test_a_slow_reader_skips_to_the_newest(site: Site, page: str):
    last = 30
    with site.stream(f"/live/{page}/") as slow, site.stream(f"/live/{page}/") as quick:
        slow.next("board")
        with ThreadPoolExecutor() as pool:
            pushed = pool.submit(boards_until, quick, last)
            for number in range(last + 1):
                # Together far more than the buffers between the two hold: the server has to wait for the slow one.
                write_a_megabyte(site, page, number)
        assert boards_until(slow, last) < pushed.result()


def write_a_megabyte(site: Site, page: str, number: int) -> None:
    with sqlite3.connect(site.file) as database:
        database.execute("INSERT OR REPLACE INTO note VALUES (?, 'long', ?)", [page, f"{number} " * 2**18])
    site.post(f"/write/{page}/", number=str(number))


def boards_until(reader: Reader, last: int) -> int:
    """How many parts came up to the last number's."""
    boards = (event.data for event in reader.events() if event.name != "beat")
    return next(count for count, html in enumerate(boards) if f">{last}</li>" in html)


def test_what_another_program_writes_in_the_file_is_seen(site: Site, page: str):
    site.post(f"/write/{page}/", a="one")
    with site.stream(f"/live/{page}/") as reader:
        reader.next("board")
        with sqlite3.connect(site.file) as database:
            database.execute("UPDATE note SET text = 'two' WHERE page = ?", [page])
        assert reader.next("cells").data == '<li id="n-a" hx-swap-oob="true">two</li>'


def test_it_is_held_for_a_while_only(tmp_path):
    with serving(tmp_path, SCRATCH_LIFE="0.5") as site, site.stream("/live/a/") as reader:
        assert reader.to_its_end()[0].name == "board"


def test_a_stop_ends_the_streams_first(tmp_path):
    with serving(tmp_path) as site:
        readers = [site.stream("/live/a/") for _ in range(20)]
        for reader in readers:
            reader.next("board")
        site.process.terminate()
        for reader in readers:
            with reader:
                assert all(event.name == "beat" for event in reader.to_its_end())
        _, said = site.process.communicate(timeout=20)
    assert said == ""  # no traceback, no task that had to be cancelled


def test_a_start_without_a_database_fails(tmp_path):
    program = "from unsim.live.server import run; run('127.0.0.1', 0)"
    database = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}
    with command("-c", program, data=tmp_path, **database) as process:
        _, said = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "The start failed" in said
    assert "OperationalError" in said
