"""One channel, without a server: what each reader is sent, and how often the part is rendered."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest

from unsim.live import Gone, Part
from unsim.live.channel import BEAT, OPENING, Channel, Issue, Pace
from unsim.live.protocol import Message

QUICK = Pace(gap=0.01, beat=60, again=0.01)
LONG = "." * 200


class Board:
    """A part whose number is what it shows."""

    def __init__(self) -> None:
        self.number = 1
        self.drawn_at: list[float] = []
        self.takes = 0.0
        self.fault: Exception | None = None

    @property
    def drawn(self) -> int:
        return len(self.drawn_at)

    async def draw(self, before: Part | None) -> Issue:
        self.drawn_at.append(asyncio.get_running_loop().time())
        await asyncio.sleep(self.takes)
        if self.fault:
            raise self.fault
        cell = f'<b id="n">{self.number}</b>'
        return Issue.of(Part(f"<p>{LONG}{cell}</p>", {"n": cell}, shape=""), before)


class Screen:
    """A reader that takes one message at a time, when it likes."""

    def __init__(self) -> None:
        self._messages: asyncio.Queue[Message] = asyncio.Queue(1)

    async def send(self, message: Message) -> None:
        await self._messages.put(message)

    async def next(self) -> Message:
        return await asyncio.wait_for(self._messages.get(), 10)

    async def next_text(self) -> str:
        return (await self.next())["body"].decode()


@asynccontextmanager
async def on_air(board: Board, pace: Pace = QUICK) -> AsyncIterator[Channel]:
    channel = Channel(board.draw, pace)
    running = asyncio.create_task(channel.run())
    yield channel
    running.cancel()


@asynccontextmanager
async def reading(channel: Channel) -> AsyncIterator[Screen]:
    screen = Screen()
    pouring = asyncio.create_task(channel.pour(screen.send))
    assert await screen.next() == OPENING
    yield screen
    pouring.cancel()


def in_a_loop(test: Callable[[], Awaitable[None]]) -> Callable[[], None]:
    def run() -> None:
        asyncio.run(asyncio.wait_for(test(), 20))

    run.__name__ = test.__name__
    return run


async def settle(channel: Channel) -> None:
    """Lets the channel render what it was told, and wait out its gap."""
    await asyncio.sleep(5 * QUICK.gap)


@in_a_loop
async def test_it_is_rendered_once_for_all_readers():
    board = Board()
    async with on_air(board) as channel, reading(channel) as one, reading(channel) as two:
        assert await one.next() is await two.next()
        board.number = 2
        channel.mark()
        assert await one.next() is await two.next()
    assert board.drawn == 2


@in_a_loop
async def test_many_marks_are_one_push():
    board = Board()
    async with on_air(board) as channel, reading(channel) as screen:
        await screen.next()
        for number in range(2, 100):
            board.number = number
            channel.mark()
        assert ">99<" in await screen.next_text()
    assert board.drawn == 2


@in_a_loop
async def test_what_is_marked_during_the_gap_is_not_lost():
    board = Board()
    async with on_air(board) as channel, reading(channel) as screen:
        await screen.next()
        for number in (2, 3):
            board.number = number
            channel.mark()
            assert f">{number}<" in await screen.next_text()


@in_a_loop
async def test_nothing_is_pushed_when_nothing_changed():
    board = Board()
    async with on_air(board) as channel, reading(channel) as screen:
        await screen.next()
        channel.mark()
        await settle(channel)
        board.number = 2
        channel.mark()
        assert ">2<" in await screen.next_text()
    assert board.drawn == 3


@in_a_loop
async def test_who_holds_the_version_before_gets_the_cells_and_who_comes_late_the_whole():
    board = Board()
    async with on_air(board) as channel, reading(channel) as early:
        await early.next()
        board.number = 2
        channel.mark()
        assert (await early.next_text()).startswith("event: cells\n")
        async with reading(channel) as late:
            assert LONG in await late.next_text()


@in_a_loop
async def test_a_slow_reader_skips_to_the_newest_and_gets_it_whole():
    board = Board()
    async with on_air(board) as channel, reading(channel) as slow:
        for number in (2, 3, 4, 5):
            await settle(channel)
            board.number = number
            channel.mark()
        await settle(channel)
        # Two were on their way already: one delivered, one waiting to be.
        assert ">1<" in await slow.next_text()
        assert ">2<" in await slow.next_text()
        newest = await slow.next_text()
        assert ">5<" in newest
        assert LONG in newest


@in_a_loop
async def test_a_slow_reader_keeps_nobody_waiting():
    board = Board()
    async with on_air(board) as channel, reading(channel), reading(channel) as quick:
        await quick.next()
        for number in (2, 3, 4):
            board.number = number
            channel.mark()
            assert f">{number}<" in await quick.next_text()


@in_a_loop
async def test_a_beat_when_nothing_changes():
    async with on_air(Board(), Pace(gap=0.01, beat=0.02)) as channel, reading(channel) as screen:
        await screen.next()
        assert await screen.next() == BEAT
        assert await screen.next() == BEAT


@in_a_loop
async def test_when_the_part_is_gone_every_reader_ends():
    board = Board()
    async with on_air(board) as channel:
        screens = [Screen(), Screen()]
        pourings = [asyncio.create_task(channel.pour(screen.send)) for screen in screens]
        for screen in screens:
            await screen.next(), await screen.next()
        board.fault = Gone()
        channel.mark()
        await asyncio.wait_for(asyncio.gather(*pourings), 10)


@in_a_loop
async def test_a_failure_is_tried_again_and_no_beat_hides_it():
    board = Board()
    board.fault = ZeroDivisionError()
    async with on_air(board, Pace(gap=0.01, beat=0.01, again=0.02)) as channel, reading(channel) as screen:
        await asyncio.sleep(0.1)
        assert board.drawn > 1
        board.fault = None
        assert (await screen.next_text()).startswith("event: board\n")


@in_a_loop
async def test_pushes_keep_the_gap():
    board = Board()
    async with on_air(board, Pace(gap=0.1, beat=60)) as channel, reading(channel) as screen:
        for number in (2, 3, 4):
            await screen.next()
            board.number = number
            channel.mark()
        await screen.next()
    assert all(later - earlier > 0.09 for earlier, later in pairwise(board.drawn_at))


@in_a_loop
async def test_a_part_that_is_slow_to_render_does_not_take_all_of_the_processor():
    board = Board()
    board.takes = 0.05
    async with on_air(board) as channel, reading(channel) as screen:
        for number in (2, 3, 4):
            await screen.next()
            board.number = number
            channel.mark()
        await screen.next()
    assert all(later - earlier > 0.09 for earlier, later in pairwise(board.drawn_at))


def test_cells_that_are_longer_than_the_whole_are_not_sent():
    before = Part("<p>1</p>", {"n": '<b id="n">1</b>'}, "")
    after = Part("<p>2</p>", {"n": '<b id="n">2</b>' + LONG}, "")
    assert Issue.of(after, before).cells is None


def test_cells_cannot_be_sent_to_who_has_nothing():
    assert Issue.of(Part("<p>1</p>", {"n": '<b id="n">1</b>'}, ""), None).cells is None


def test_a_part_needs_its_cells_to_begin_with_their_ids():
    with pytest.raises(ValueError, match="must begin"):
        Issue.of(Part("b", {"n": "<b>2</b>"}, ""), Part("a", {"n": "<b>1</b>"}, ""))
