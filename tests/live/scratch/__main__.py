"""Serves the scratch site on a free port, and prints it."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.live.scratch.settings"

from unsim.live.server import listen, serve

listener = listen("127.0.0.1", 0)
print(listener.getsockname()[1], flush=True)
serve(listener, "tests.live.scratch.asgi:application")
