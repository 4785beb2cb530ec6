"""Serves one of the two applications on a free port, and prints it: `python -m tests.bench.live.serve APPLICATION`."""

import sys

from unsim.live.server import listen, serve

listener = listen("127.0.0.1", 0)
print(listener.getsockname()[1], flush=True)
serve(listener, sys.argv[1])
