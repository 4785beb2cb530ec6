"""Ordinary requests through the door, over real connections, from clients of every kind."""

import json
import select
import time

import pytest

from tests.live.client import Site

pytestmark = pytest.mark.xdist_group("live")

LIMIT = 64 * 1024
POST = "POST /count/{page}/ HTTP/1.1\r\nHost: localhost\r\n"


def ran(site: Site, page: str) -> bool:
    return "n-ran" in site.get(f"/part/{page}/")[1]


def test_a_body_arrives(site: Site, page: str):
    status, answer = site.send(f"/count/{page}/", b"x" * 1000)
    assert (status, json.loads(answer)["bytes"]) == (200, 1000)
    assert ran(site, page)


def test_a_chunked_body_arrives(site: Site, page: str):
    status, answer = site.send(f"/count/{page}/", iter([b"x" * 400, b"y" * 600]))
    assert (status, json.loads(answer)["bytes"]) == (200, 1000)
    assert "transfer-encoding" not in json.loads(answer)["headers"]


def test_an_empty_chunked_body_is_a_body_too(site: Site, page: str):
    status, answer = site.send(f"/count/{page}/", iter([]))
    assert (status, json.loads(answer)["bytes"]) == (200, 0)


def test_a_client_that_leaves_in_mid_body_changes_nothing(site: Site, page: str):
    with site.raw(POST.format(page=page) + "Content-Length: 1000\r\n\r\nx=1"):
        pass
    with site.raw(POST.format(page=page) + "Transfer-Encoding: chunked\r\n\r\n3\r\nx=1\r\n"):
        pass
    time.sleep(0.5)  # in which the view would have run
    assert not ran(site, page)


def test_slow_bodies_keep_nobody_waiting(site: Site, page: str):
    slow = [site.raw(POST.format(page=page) + "Content-Length: 1000\r\n\r\nx=1") for _ in range(8)]
    assert site.get(f"/part/{page}/")[0] == 200
    # Answered while all of them were still at it.
    assert select.select(slow, [], [], 0)[0] == []
    for connection in slow:
        connection.close()


def test_a_body_that_takes_too_long_is_refused(site: Site, page: str):
    answer = site.answer(POST.format(page=page) + "Content-Length: 1000\r\n\r\nx=1")
    assert answer.startswith("HTTP/1.1 408 ")
    assert "Go back and send it again." in answer
    assert not ran(site, page)


def test_a_body_at_the_limit_is_taken(site: Site, page: str):
    assert site.send(f"/count/{page}/", b"x" * LIMIT)[0] == 200


def test_an_address_may_take_more(site: Site):
    assert site.send("/count/large/", b"x" * (4 * LIMIT))[0] == 200
    status, answer = site.send("/count/large/", b"x" * (4 * LIMIT + 1))
    assert status == 413
    assert "At most 256 kB" in answer


@pytest.mark.parametrize("size", [LIMIT + 1, 7 * LIMIT])
@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_over_the_limit_is_refused(site: Site, page: str, size: int, chunked: bool):
    body = b"x" * size
    status, answer = site.send(f"/count/{page}/", iter([body]) if chunked else body)
    assert status == 413
    assert "At most 64 kB can be sent at once. Go back" in answer
    assert not ran(site, page)


def test_a_body_without_end_is_cut_off(site: Site, page: str):
    head = POST.format(page=page) + "Content-Length: 99999999999\r\n\r\n"
    assert site.answer(head.encode() + b"x" * (8 * LIMIT + 1)).startswith("HTTP/1.1 413 ")


def test_the_length_of_a_body_cannot_be_said_twice(site: Site, page: str):
    """A body smuggled behind another would be the next client's request."""
    lengths = "Content-Length: 3\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    answer = site.answer(POST.format(page=page) + lengths + "5\r\nhello\r\n0\r\n\r\n")
    assert answer.startswith("HTTP/1.1 400 ") or '"bytes": 5' in answer


def test_a_header_with_an_underscore_is_not_one_with_a_hyphen(site: Site):
    _, answer = site.get("/ask/", X_Forwarded_Proto="https", **{"X-Right": "yes"})
    headers = json.loads(answer)["headers"]
    assert headers["X-Right"] == "yes"
    assert "X-Forwarded-Proto" not in headers


def test_a_query_that_is_not_ascii_breaks_nothing(site: Site):
    answer = site.answer("GET /ask/?q=a\xe9&x=%20 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    assert answer.startswith(("HTTP/1.1 200 OK\r\n", "HTTP/1.1 400 Bad Request\r\n"))


def test_no_client_can_have_a_stream_held(site: Site, page: str):
    forged = {"X-Live-Hold": "notes", "Live": "notes", "Asgi.Scope": "x", "Hold": f"notes {page}"}
    status, answer = site.get("/ask/", **forged)
    assert status == 200
    assert json.loads(answer)["query"] == ""


def test_what_the_view_did_not_grant_is_not_held(site: Site, page: str):
    assert site.get(f"/refused/{page}/") == (403, "Not for you")


def test_only_a_get_is_held(site: Site, page: str):
    assert site.post(f"/any/{page}/") == (200, "")
    with site.stream(f"/any/{page}/") as reader:
        assert reader.next().name == "board"


def test_a_poll_has_its_etag(site: Site, page: str):
    with site.stream(f"/part/{page}/") as first:
        etag = first.response.headers["ETag"]
        assert first.response.headers["Cache-Control"] == "no-store"
    assert site.get(f"/part/{page}/", **{"If-None-Match": etag}) == (304, "")
    site.post(f"/write/{page}/", a="new")
    status, html = site.get(f"/part/{page}/", **{"If-None-Match": etag})
    assert status == 200
    assert "new" in html


def test_a_connection_serves_many_requests_and_then_a_stream(site: Site, page: str):
    request = "GET /{kind}/{page}/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
    requests = "".join(request.format(kind=kind, page=page) for kind in ("part", "part", "live"))
    with site.raw(requests) as connection, connection.makefile("rb") as answer:
        lines = b"".join(iter(answer.readline, b"event: board\n"))
    assert lines.count(b"HTTP/1.1 200 OK\r\n") == 3


def test_a_refusal_speaks_the_readers_language(site: Site, page: str):
    head = POST.format(page=page) + "Accept-Language: de\r\nContent-Length: 1000\r\n\r\nx"
    assert '<html lang="de">' in site.answer(head)


@pytest.mark.parametrize("number", [1, 16, 17, 200])
def test_an_answer_in_pieces_arrives_in_order(site: Site, number: int):
    status, answer = site.get(f"/pieces/{number}/")
    assert status == 200
    assert answer.split() == [str(piece) for piece in range(number)]


def test_who_does_not_wait_for_the_answer_costs_no_thread(site: Site, page: str):
    for _ in range(8):
        with site.raw("GET /pieces/2000/ HTTP/1.1\r\nHost: localhost\r\n\r\n") as connection:
            connection.recv(1000)
    assert site.get(f"/part/{page}/")[0] == 200


def test_who_does_not_read_the_answer_costs_no_thread(site: Site, page: str):
    slow = [site.raw("GET /pieces/2000/ HTTP/1.1\r\nHost: localhost\r\n\r\n") for _ in range(8)]
    assert site.get(f"/part/{page}/")[0] == 200
    for connection in slow:
        connection.close()


def test_a_view_that_fails_costs_no_thread(site: Site, page: str):
    assert {site.get("/broken/")[0] for _ in range(8)} == {500}
    assert site.get(f"/part/{page}/")[0] == 200
