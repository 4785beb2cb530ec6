"""Several processes: what one of them says reaches the readers of the others, over Redis."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest
from redis import Redis
from redis.exceptions import RedisError

from tests.live.client import Site, command, serving

pytestmark = pytest.mark.xdist_group("live")

REDIS = os.environ.get("REDIS_URL") or "redis://127.0.0.1:6379"
# What the processes of one installation share: here not the database, so that only Redis can carry the change.
SHARED = {"UNSIM_SECRET_KEY": "the same in all processes"}


class Relay:
    """A way to Redis that can be cut."""

    def __init__(self, address: tuple[str, int]) -> None:
        self._address = address
        self._ends: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"redis://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        ends, self._ends = self._ends, []
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(self._address)
                self._ends += [near, far]
                for source, sink in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(65536):
                sink.sendall(piece)


@pytest.fixture(scope="module")
def relay() -> Iterator[Relay]:
    with Redis.from_url(REDIS) as redis:
        try:
            redis.ping()
        except RedisError:
            pytest.skip(f"No Redis answers at {REDIS}")
        where = redis.connection_pool.connection_kwargs
    way = Relay((where["host"], where["port"]))
    yield way
    way.close()


@pytest.fixture(scope="module")
def here(relay: Relay, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("here"), REDIS_URL=REDIS, **SHARED) as site:
        yield site


@pytest.fixture(scope="module")
def there(relay: Relay, here: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("there"), REDIS_URL=relay.url, **SHARED) as site:
        until_heard(here, site)
        yield site


def until_heard(here: Site, there: Site) -> None:
    with there.stream("/drawings/start/") as reader:
        reader.next("board")
        here.post("/tell/start/")
        while reader.next().name != "board":
            here.post("/tell/start/")


def test_a_change_in_one_process_is_seen_in_the_other(here: Site, there: Site, page: str):
    with there.stream(f"/drawings/{page}/") as reader:
        first = reader.next("board")
        here.post(f"/tell/{page}/")
        assert reader.next("board") != first


def test_it_is_not_drawn_again_for_its_own_echo(here: Site, there: Site, page: str):
    with here.stream(f"/drawings/{page}/") as own, there.stream(f"/drawings/{page}/") as other:
        first, _ = own.next("board"), other.next("board")
        here.post(f"/tell/{page}/")
        assert own.next("board") == ("board", following(first.data))
        other.next("board")  # so the signal went through Redis and back
        assert own.next().name == "beat"


def following(html: str) -> str:
    return f"<p>{int(html[3:-4]) + 1}</p>"


def test_a_person_removed_in_one_process_is_out_in_the_other(here: Site, there: Site, page: str):
    with there.stream(f"/live/{page}/?who={page}") as reader:
        reader.next("board")
        here.post(f"/end/{page}/")
        assert all(event.name == "beat" for event in reader.to_its_end())


def test_a_command_tells_the_servers(there: Site, page: str, tmp_path):
    program = f"import django; django.setup(); from unsim import live; live.tell('drawings', '{page}')"
    with there.stream(f"/drawings/{page}/") as reader:
        first = reader.next("board")
        with command("-c", program, data=tmp_path, REDIS_URL=REDIS, **SHARED) as process:
            assert process.communicate(timeout=60) == ("", "")
        assert reader.next("board") != first


def test_another_installation_on_the_same_redis_is_not_heard(there: Site, page: str, tmp_path):
    program = f"import django; django.setup(); from unsim import live; live.tell('drawings', '{page}')"
    with there.stream(f"/drawings/{page}/") as reader:
        reader.next("board")
        with command("-c", program, data=tmp_path, REDIS_URL=REDIS, UNSIM_SECRET_KEY="another") as process:
            assert process.communicate(timeout=60) == ("", "")
        assert {reader.next().name for _ in range(3)} == {"beat"}


def test_after_a_broken_connection_everything_is_looked_at_again(relay: Relay, there: Site, page: str):
    with there.stream(f"/drawings/{page}/") as reader:
        first = reader.next("board")
        relay.cut()
        assert reader.next("board") != first


def test_after_a_broken_connection_everybody_is_authorised_again(relay: Relay, there: Site, page: str):
    """Whoever was ended in the meantime would read on."""
    with there.stream(f"/drawings/{page}/") as reader:
        reader.next("board")
        relay.cut()
        reader.to_its_end()


def test_what_was_said_while_redis_was_away_is_said_later(relay: Relay, here: Site, there: Site, page: str):
    with here.stream(f"/drawings/{page}/") as reader:
        first = reader.next("board")
        relay.cut()
        there.post(f"/tell/{page}/")
        assert reader.next("board") != first


def test_a_command_whose_redis_is_away_does_its_work(tmp_path, page: str):
    program = f"import django; django.setup(); from unsim import live; live.tell('drawings', '{page}'); print('done')"
    away = {"REDIS_URL": "redis://127.0.0.1:1", **SHARED}
    with command("-c", program, data=tmp_path, **away) as process:
        said, warned = process.communicate(timeout=60)
    assert said == "done\n"
    assert "The screens could not be told" in warned
