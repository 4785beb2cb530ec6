"""The load: one process that plays all browsers. Reads a plan on standard input, prints what it measured, as JSON.

Times are those of the monotonic clock, which all processes of a machine share.
"""

import asyncio
import json
import re
import sys
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

HOST = "127.0.0.1"
STAMP = re.compile(rb"@([0-9.]+)@")
LIGHT = re.compile(rb'id="seat-([A-Z]{3})"[^>]*class="seat is-yes"')
# Connections that are opened at once: more would overflow the queue of the listener.
AT_ONCE = 50


class Stream(asyncio.Protocol):
    """One held stream. `seen` is called with each piece that matches, and the time."""

    def __init__(self, request: bytes, pattern: re.Pattern[bytes], seen: Callable[[bytes, float], None]) -> None:
        self._request = request
        self._pattern = pattern
        self._seen = seen
        self._rest = b""
        self.begun = asyncio.get_running_loop().create_future()
        self.received = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: asyncio.Transport = transport  # type: ignore[assignment]
        self.transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        now = time.monotonic()
        self.received += len(data)
        data = self._rest + data
        end = 0
        for match in self._pattern.finditer(data):
            self._seen(match[1], now)
            end = match.end()
        # A match may be cut in two.
        self._rest = data[max(end, len(data) - 200) :]
        if not self.begun.done() and b"event: board" in data:
            self.begun.set_result(None)

    def connection_lost(self, error: Exception | None) -> None:
        if not self.begun.done():
            self.begun.set_exception(ConnectionError(f"The stream ended: {self._rest[-300:]!r}"))


def request(method: str, path: str, cookie: str = "", body: str = "") -> bytes:
    head = f"{method} {path} HTTP/1.1\r\nHost: {HOST}\r\nHX-Request: true\r\n"
    if cookie:
        head += f"Cookie: {cookie}\r\n"
    if method == "POST":
        head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
    return (head + "\r\n" + body).encode()


async def open_streams(
    port: int, path: str, cookie: str, number: int, pattern: re.Pattern[bytes], seen: Callable[..., Any]
) -> list[Stream]:
    """`seen` is called with the number of the stream first."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(index: int) -> Stream:
        async with gate:
            asked = request("GET", path, cookie)
            make = lambda: Stream(asked, pattern, lambda found, now: seen(index, found, now))  # noqa: E731
            _, stream = await asyncio.get_running_loop().create_connection(make, HOST, port)
            await stream.begun
            return stream

    return await asyncio.gather(*(one(index) for index in range(number)))


class Caller:
    """A connection that is kept open, and asks one thing after another."""

    async def connect(self, port: int) -> None:
        self._reader, self._writer = await asyncio.open_connection(HOST, port)

    async def ask(self, asked: bytes) -> tuple[int, bytes]:
        self._writer.write(asked)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head)
        body = await self._reader.readexactly(int(length[1])) if length else await self._chunked()
        return int(head.split(b" ", 2)[1]), body

    async def _chunked(self) -> bytes:
        body = b""
        while size := int(await self._reader.readline(), 16):
            body += await self._reader.readexactly(size)
            await self._reader.readline()
        await self._reader.readline()
        return body

    def close(self) -> None:
        self._writer.close()


async def caller(port: int) -> Caller:
    made = Caller()
    await made.connect(port)
    return made


def processor(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    with open(f"/proc/{pid}/stat") as file:  # noqa: PTH123
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


async def fan_out(plan: dict[str, Any]) -> dict[str, Any]:
    """Pushes to so many streams: seconds from the making of an event until a stream had it whole."""
    delays: list[float] = []
    measuring = False

    def seen(index: int, stamp: bytes, now: float) -> None:
        if measuring:
            delays.append(now - float(stamp))

    streams = await open_streams(plan["port"], "/bench/stream/", plan["cookie"], plan["streams"], STAMP, seen)
    pusher = await caller(plan["port"])
    await asyncio.sleep(1)
    measuring, used = True, processor(plan["pid"])
    for _ in range(plan["pushes"]):
        await pusher.ask(request("POST", "/bench/push/"))
        await asyncio.sleep(plan["pause"])
    used = processor(plan["pid"]) - used
    for stream in streams:
        stream.transport.abort()
    pusher.close()
    lost = plan["pushes"] * plan["streams"] - len(delays)
    return {"p50": part(delays, 0.5), "p99": part(delays, 0.99), "processor": used / len(delays), "lost": lost}


async def idle(plan: dict[str, Any]) -> dict[str, Any]:
    """Holds streams until it is told, on standard input, that the server has been looked at."""
    streams = await open_streams(
        plan["port"], "/bench/stream/", plan["cookie"], plan["streams"], STAMP, lambda *_: None
    )
    print("holding", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    for stream in streams:
        stream.transport.abort()
    return {}


def vote(plan: dict[str, Any], code: str, choice: str) -> bytes:
    form = urlencode({"csrfmiddlewaretoken": plan["token"], "delegation": code, "choice": choice})
    cookie = f"csrftoken={plan['secret']}; {plan['students'][code]}"
    return request("POST", f"/rooms/{plan['room']}/ballots/{plan['ballot']}/cast/", cookie, form)


async def cast_to_board(plan: dict[str, Any]) -> dict[str, Any]:
    """All delegations vote within `within` seconds: from the sending of each vote until each board shows it."""
    boards, codes = plan["boards"], sorted(plan["students"])
    sent: dict[str, float] = {}
    shown: dict[tuple[int, str], float] = {}

    def seen(index: int, code: bytes, now: float) -> None:
        shown.setdefault((index, code.decode()), now)

    path = f"/rooms/{plan['room']}/live/screen/stream/"
    streams = await open_streams(plan["port"], path, plan["board"], boards, LIGHT, seen)
    callers = [await caller(plan["port"]) for _ in codes]
    await asyncio.sleep(1)
    begun = time.monotonic()
    before = sum(stream.received for stream in streams)

    async def cast(number: int, code: str) -> float:
        await asyncio.sleep(begun + plan["within"] * number / len(codes) - time.monotonic())
        sent[code] = time.monotonic()
        status, _ = await callers[number].ask(vote(plan, code, "yes"))
        assert status == 200, status
        return time.monotonic() - sent[code]

    acknowledged = await asyncio.gather(*(cast(number, code) for number, code in enumerate(codes)))
    await asyncio.sleep(1.5)
    delays = [at - sent[code] for (_, code), at in shown.items()]
    received = (sum(stream.received for stream in streams) - before) / boards
    for stream in streams:
        stream.transport.abort()
    for one in callers:
        one.close()
    return {
        "p50": part(delays, 0.5),
        "p99": part(delays, 0.99),
        "last": max(shown.values()) - begun,
        "lost": boards * len(codes) - len(delays),
        "acknowledged": part(acknowledged, 0.99),
        "bytes": received,
    }


async def votes(plan: dict[str, Any]) -> dict[str, Any]:
    """Votes one after another over so many connections, for so many seconds: votes a second."""
    codes = sorted(plan["students"])
    until = time.monotonic() + plan["seconds"]
    done = 0

    async def keep_voting(number: int) -> None:
        nonlocal done
        mine = await caller(plan["port"])
        while time.monotonic() < until:
            status, _ = await mine.ask(vote(plan, codes[(done * 7 + number) % len(codes)], "no"))
            assert status == 200, status
            done += 1
        mine.close()

    begun = time.monotonic()
    await asyncio.gather(*(keep_voting(number) for number in range(plan["connections"])))
    return {"per_second": done / (time.monotonic() - begun)}


def part(values: list[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)] if values else float("nan")


MEASURES = {measure.__name__: measure for measure in (fan_out, idle, cast_to_board, votes)}

if __name__ == "__main__":
    plan = json.loads(sys.stdin.readline())
    print(json.dumps(asyncio.run(MEASURES[plan["measure"]](plan))), flush=True)
