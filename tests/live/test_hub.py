"""The hub without a server: who is held, who is ended, what is forgotten."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from tests.live.test_channel import in_a_loop
from unsim.live import Part, channel, parts
from unsim.live.channel import Pace
from unsim.live.hub import Hub
from unsim.live.protocol import END, Message
from unsim.live.signals import Ended, Told
from unsim.live.streams import Address, Hold

pytestmark = pytest.mark.django_db(transaction=True)
HERE = Address("test", "7", "en")


@pytest.fixture(autouse=True)
def drawn() -> Iterator[list[str]]:
    """The keys of what was rendered."""
    keys: list[str] = []

    def draw(key: str, language: str) -> Part:
        keys.append(key)
        return Part(f"<p>{len(keys)}</p>", {}, shape=str(len(keys)))

    channel("test", draw)
    yield keys
    del parts._renders["test"]


@pytest.fixture(autouse=True)
def alone(settings) -> None:
    """No other process: what comes over the wire, a second look at everything among it, is for test_wire."""
    settings.REDIS_URL = ""


class Socket:
    """A connection with a browser at its other end."""

    def __init__(self) -> None:
        self.sent: asyncio.Queue[Message] = asyncio.Queue()
        self.left = asyncio.Event()

    async def send(self, message: Message) -> None:
        await self.sent.put(message)

    async def receive(self) -> Message:
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def until(self, message: Message) -> None:
        while await asyncio.wait_for(self.sent.get(), 10) != message:
            pass

    async def board(self) -> str:
        while b"event: board" not in (message := await asyncio.wait_for(self.sent.get(), 10))["body"]:
            pass
        return message["body"].decode()


@asynccontextmanager
async def open_hub(pace: Pace | None = None) -> AsyncIterator[Hub]:
    hub = Hub(pace or Pace(gap=0.01))
    await hub.start()
    try:
        yield hub
    finally:
        await hub.stop()


def hold(hub: Hub, who: str = "", *, address: Address = HERE, since: float | None = None):
    socket = Socket()
    held = Hold(address, who)
    serving = hub.serve(held, time.monotonic() if since is None else since, socket.send, socket.receive)
    return socket, asyncio.create_task(serving)


@in_a_loop
async def test_a_channel_lives_as_long_as_it_is_read():
    async with open_hub() as hub:
        one, serving_one = hold(hub)
        two, serving_two = hold(hub)
        await one.board(), await two.board()
        assert list(hub._channels) == [HERE]
        one.left.set()
        await serving_one
        assert list(hub._channels) == [HERE]
        two.left.set()
        await serving_two
        assert hub._channels == {}
        assert hub._streams == {}


@in_a_loop
async def test_nothing_is_rendered_that_nobody_reads():
    async with open_hub() as hub:
        hub.hear(Told("test", "7"))
        hub.refresh()
        await asyncio.sleep(0.05)
        socket, _ = hold(hub)
        assert "<p>1</p>" in await socket.board()


@in_a_loop
async def test_a_signal_reaches_its_part_in_every_language_and_no_other():
    others = [Address("test", "8", "en"), Address("test", "78", "en")]
    async with open_hub() as hub:
        english, _ = hold(hub)
        german, _ = hold(hub, address=Address("test", "7", "de"))
        strangers = [hold(hub, address=address)[0] for address in others]
        for socket in (english, german, *strangers):
            await socket.board()
        hub.hear(Told("test", "7"))
        await english.board(), await german.board()
        assert all(
            b"event: board" not in socket.sent.get_nowait()["body"] for socket in strangers if socket.sent.qsize()
        )


@in_a_loop
async def test_after_a_refresh_every_part_is_looked_at():
    async with open_hub() as hub:
        sockets = [hold(hub, address=Address("test", key, "en"))[0] for key in "789"]
        for socket in sockets:
            await socket.board()
        hub.refresh()
        for socket in sockets:
            await socket.board()


@in_a_loop
async def test_who_is_ended_is_ended_everywhere():
    async with open_hub() as hub:
        one, first = hold(hub, "ann")
        two, second = hold(hub, "ann", address=Address("test", "8", "en"))
        bob, third = hold(hub, "bob")
        for socket in (one, two, bob):
            await socket.board()
        hub.hear(Ended("ann"))
        await one.until(END), await two.until(END)
        await first, await second
        assert not third.done()


@in_a_loop
async def test_who_was_ended_while_the_view_still_authorised_is_not_held():
    async with open_hub() as hub:
        before = time.monotonic()
        hub.hear(Ended("ann"))
        await asyncio.sleep(0.01)
        late, serving = hold(hub, "ann", since=before)
        await serving
        assert late.sent.get_nowait() == END
        again, _ = hold(hub, "ann")
        await again.board()


@in_a_loop
async def test_nobody_in_particular_cannot_be_ended():
    async with open_hub() as hub:
        socket, serving = hold(hub)
        await socket.board()
        hub.hear(Ended(""))
        await asyncio.sleep(0.05)
        assert not serving.done()


@in_a_loop
async def test_a_stream_has_its_time():
    async with open_hub(Pace(gap=0.01, life=0.05)) as hub:
        socket, serving = hold(hub)
        await socket.until(END)
        await serving


@in_a_loop
async def test_when_signals_were_missed_everybody_has_to_ask_again():
    async with open_hub(Pace(gap=0.01, renew=0.05)) as hub:
        socket, serving = hold(hub)
        await socket.board()
        hub.renew()
        await socket.until(END)
        await serving


@in_a_loop
async def test_that_gives_nobody_more_time():
    async with open_hub(Pace(gap=0.01, life=0.05, renew=60)) as hub:
        socket, serving = hold(hub)
        await socket.board()
        hub.renew()
        await serving


@in_a_loop
async def test_a_stop_ends_all_and_holds_no_more():
    async with open_hub() as hub:
        socket, serving = hold(hub)
        await socket.board()
        hub.close()
        await socket.until(END)
        await serving
        late, serving = hold(hub)
        await serving
        assert late.sent.get_nowait() == END


@in_a_loop
async def test_a_stream_that_is_ended_as_it_begins_is_still_closed():
    async with open_hub() as hub:
        socket, serving = hold(hub)
        await asyncio.sleep(0)
        hub.close()
        await socket.until(END)
        await serving


def test_a_hub_that_does_not_run_hears_nothing():
    hub = Hub()
    hub.hear(Told("test", "7"))
    assert not hub.running
