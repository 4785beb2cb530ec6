"""The project's settings, with one more channel to measure."""

from unsim.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.live.urls"
LOGGING = {"version": 1, "disable_existing_loggers": False}
