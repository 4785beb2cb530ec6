"""The socket that is served on."""

import asyncio
import socket

import pytest

from unsim.live.server import listen


def test_a_free_port():
    with listen("127.0.0.1", 0) as listener:
        assert listener.getsockname()[1] > 0


def test_a_port_that_is_taken():
    with listen("127.0.0.1", 0) as listener, pytest.raises(OSError, match="in use"):
        listen("127.0.0.1", listener.getsockname()[1])


def test_the_sixth_version_of_the_internet():
    try:
        listener = listen("::1", 0)
    except OSError:
        pytest.skip("This machine has no IPv6")
    with listener:
        assert listener.family == socket.AF_INET6


def test_who_comes_before_the_start_waits():
    with listen("127.0.0.1", 0) as listener:
        socket.create_connection(listener.getsockname()).close()


def test_no_half_of_an_answer_is_held_back():
    """With Nagle's algorithm the second half waits for the reader to confirm the first, 40 ms later."""
    delays: list[int] = []

    def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        delays.append(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    async def ask(listener: socket.socket) -> None:
        async with await asyncio.start_server(answer, sock=listener):
            reader, writer = await asyncio.open_connection(*listener.getsockname())
            await reader.read()
            writer.close()

    with listen("127.0.0.1", 0) as listener:
        asyncio.run(ask(listener))
    assert delays == [1]
