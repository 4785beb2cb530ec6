"""What the views of an app get without the door: under the test client."""

from collections.abc import Iterator

import pytest
from django.test import RequestFactory
from django.utils import translation

from unsim import live
from unsim.live import parts


def draw(key: str, language: str) -> live.Part:
    if key == "gone":
        raise live.Gone
    return live.Part(f"<p>{key} in {language}, {translation.get_language()}</p>", {}, shape="")


@pytest.fixture(autouse=True)
def kind() -> Iterator[None]:
    live.channel("test", draw)
    yield
    del parts._renders["test"]


def test_a_stream_is_its_first_frame(rf: RequestFactory):
    answer = live.hold(rf.get("/"), "test", "7", who="ann")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/event-stream"
    assert answer.content.endswith(b"retry: 1000\n\nevent: board\ndata: <p>7 in en, en</p>\n\n")


def test_a_poll_is_the_same_part(rf: RequestFactory):
    answer = live.part(rf.get("/"), "test", "7")
    assert answer.content.decode() == live.render("test", "7", "en").html == "<p>7 in en, en</p>"


def test_in_the_language_of_the_request(rf: RequestFactory):
    with translation.override("fr"):
        assert live.part(rf.get("/"), "test", "7").content == b"<p>7 in fr, fr</p>"


def test_who_has_it_already_is_told_so(rf: RequestFactory):
    etag = live.part(rf.get("/"), "test", "7")["ETag"]
    again = live.part(rf.get("/", headers={"If-None-Match": etag}), "test", "7")
    assert (again.status_code, again.content) == (304, b"")
    assert live.part(rf.get("/", headers={"If-None-Match": etag}), "test", "8").status_code == 200


def test_what_is_gone_is_gone(rf: RequestFactory):
    assert live.part(rf.get("/"), "test", "gone").status_code == 410
    assert live.hold(rf.get("/"), "test", "gone").status_code == 410


def test_a_kind_that_nobody_registered_is_a_fault_of_ours(rf: RequestFactory):
    with pytest.raises(LookupError):
        live.part(rf.get("/"), "unknown", "7")
