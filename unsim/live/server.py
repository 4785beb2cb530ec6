"""Runs the project on uvicorn."""

import os
import socket

import uvicorn
from django.conf import settings

# Seconds: a phone that votes now and then keeps its connection; how long a shutdown waits for answers under way.
KEEP_ALIVE = 75
BACKLOG = 2048
GRACE = 5


def listen(host: str, port: int) -> socket.socket:
    """The socket to serve on; port 0 takes a free one. OSError if the address is taken or not this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio turns off Nagle's algorithm: else an answer may wait 40 ms for its second half.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # a restart need not wait; on Windows it would let two servers share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        # From now on whoever comes waits until the server has started, and is not refused.
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def serve(listener: socket.socket, application: str = "unsim.asgi:application") -> None:
    """Serves until SIGTERM or SIGINT. SystemExit with status 3 if the start failed."""
    config = uvicorn.Config(
        application,
        lifespan="on",  # or a failed start is swallowed
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=GRACE,
        # Who came when is a clue to a secret ballot; and the logging is Django's.
        access_log=False,
        log_config=None,
        # An address is believed only from a proxy that the operator has put in front.
        proxy_headers=settings.SECURE_PROXY_SSL_HEADER is not None,
        server_header=False,
        ws="none",
    )
    # Outside the event loop, where Django would not touch the database.
    config.load()
    uvicorn.Server(config).run(sockets=[listener])


def run(host: str, port: int) -> None:
    serve(listen(host, port))
