"""Runs the measurements and prints the tables. The figures are medians of the rounds; those of the crowd are of one."""

import argparse
import http.client
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from tests.bench.live.report import Row, printed

DOOR, FLOOR = "unsim.asgi:application", "tests.bench.live.floor:application"
STREAMS, BOARDS = 1_000, 200
# The crowd.
MANY, MOST, MANY_BOARDS = 5_000, 10_000, 1_000
# Seconds: the least between two pushes of a channel.
GAP = 0.1


class Server(NamedTuple):
    pid: int
    port: int


class Bench:
    """One data folder; servers that are started on it, and clients of theirs."""

    def __init__(self, data: Path) -> None:
        settings = {"UNSIM_DATA": str(data), "DJANGO_SETTINGS_MODULE": "tests.bench.live.settings"}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("UNSIM_", "REDIS_"))}
        self._environment = {**kept, **settings}
        self._database = str(data / "unsim.sqlite3")
        self.hall = json.loads(finished(self._run("tests.bench.live.hall")))

    @contextmanager
    def serving(self, application: str) -> Iterator[Server]:
        with self._run("tests.bench.live.serve", application) as process:
            server = Server(process.pid, int(process.stdout.readline()))
            try:
                text_of(server, "/sign-in/")  # answered when the start is over
                yield server
            finally:
                process.kill()

    def measure(self, server: Server, measure: str, **plan: Any) -> dict[str, Any]:
        with self._client(server, measure, plan) as client:
            return json.loads(finished(client))

    def idle(self, server: Server, streams: int) -> dict[str, float]:
        """What the server holds for each idle stream, and in all. Memory is in kB."""
        before = self._held(server)
        plan = {"streams": streams, "cookie": self.hall["teacher"]}
        with self._client(server, "idle", plan) as client:
            client.stdout.readline()
            during = self._held(server)
            client.communicate("seen\n")
        each = (during["memory"] - before["memory"]) / streams
        handles = during["handles"] - before["handles"]
        return {"each": each, "memory": during["memory"], "threads": during["threads"], "handles": handles}

    def _held(self, server: Server) -> dict[str, int]:
        process = Path(f"/proc/{server.pid}")
        status = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
        files = [str(file.readlink()) for file in (process / "fd").iterdir()]
        handles = sum(file == self._database for file in files)
        return {"memory": int(status["VmRSS"].split()[0]), "threads": int(status["Threads"]), "handles": handles}

    def _client(self, server: Server, measure: str, plan: dict[str, Any]) -> subprocess.Popen[str]:
        client = self._run("tests.bench.live.client")
        client.stdin.write(json.dumps({**self.hall, **server._asdict(), "measure": measure, **plan}) + "\n")
        client.stdin.flush()
        return client

    def _run(self, module: str, *words: str) -> subprocess.Popen[str]:
        command, pipe = [sys.executable, "-m", module, *words], subprocess.PIPE
        return subprocess.Popen(command, env=self._environment, stdin=pipe, stdout=pipe, text=True)


def finished(process: subprocess.Popen[str]) -> str:
    """What it printed. SystemExit if it failed: it has said why."""
    printed, _ = process.communicate()
    if process.returncode:
        raise SystemExit(process.returncode)
    return printed


def fan_out(bench: Bench) -> dict[str, float]:
    plan = {"streams": STREAMS, "pushes": 20, "pause": 0.25, "cookie": bench.hall["teacher"]}
    with bench.serving(FLOOR) as server:
        floor = bench.measure(server, "fan_out", **plan)
    with bench.serving(DOOR) as server:
        bench.measure(server, "fan_out", **{**plan, "streams": 10, "pushes": 2})  # warm
        held = bench.idle(server, STREAMS)
        real = bench.measure(server, "fan_out", **plan)
    return {**prefixed("floor", floor), **prefixed("real", real), **held}


def voting(bench: Bench) -> dict[str, float]:
    with bench.serving(DOOR) as server:
        free = bench.measure(server, "votes", connections=8, seconds=3)
        cast = bench.measure(server, "cast_to_board", boards=BOARDS, within=1.0)
        render = float(text_of(server, f"/bench/render/room/{bench.hall['key']}/"))
    return {**prefixed("cast", cast), "votes": free["per_second"], "render": render}


def crowd(bench: Bench) -> dict[str, float]:
    """What an open house would ask: a minute or two for each of its streams and boards."""
    plan = {"streams": MANY, "pushes": 5, "pause": 1.5, "cookie": bench.hall["teacher"]}
    with bench.serving(FLOOR) as server:
        floor = bench.measure(server, "fan_out", **plan)
    with bench.serving(DOOR) as server:
        many = bench.measure(server, "fan_out", **plan)
    with bench.serving(DOOR) as server:
        held = bench.idle(server, MOST)
        most = bench.measure(server, "fan_out", **{**plan, "streams": MOST, "pushes": 3, "pause": 3})
    return {**prefixed("floor", floor), **prefixed("many", many), **prefixed("most", most), **held, **boards(bench)}


def boards(bench: Bench) -> dict[str, float]:
    """The votes of a second, and all at once. Before each, everybody's vote is another one."""
    with bench.serving(DOOR) as server:
        measured = {}
        for name, within in (("second", 1.0), ("burst", 0.02)):
            bench.measure(server, "votes", connections=8, seconds=4)
            measured |= prefixed(name, bench.measure(server, "cast_to_board", boards=MANY_BOARDS, within=within))
        return measured


def text_of(server: Server, path: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("GET", path)
    with connection.getresponse() as response:
        text = response.read().decode()
    connection.close()
    return text


def prefixed(name: str, figures: dict[str, float]) -> dict[str, float]:
    return {f"{name}_{key}": value for key, value in figures.items()}


def medians(rounds: int, measure: Callable[[], dict[str, float]]) -> dict[str, float]:
    runs = [measure() for _ in range(rounds)]
    return {key: median(run[key] for run in runs) for key in runs[0]}


def rows(streams: dict[str, float], votes: dict[str, float], upserts: float) -> list[Row]:
    at_once = GAP + votes["render"]
    return [
        Row(f"an event to {STREAMS} streams, p99, ms", streams["real_p99"], streams["floor_p99"], "<= 1.5", ms),
        Row("processor time for a message, µs", streams["real_processor"], streams["floor_processor"], "<= 1.5", us),
        Row("memory for an idle stream, kB", streams["each"], None, "<= 20"),
        Row("threads", streams["threads"], None, "<= 16"),
        Row("database handles of idle streams", streams["handles"], None, "0"),
        Row(f"193 votes in 1 s on {BOARDS} boards, p99, ms", votes["cast_p99"], at_once, "<= 1.25", ms),
        Row("  of which one push is rendered in, ms", votes["render"], None, "", ms),
        Row("  acknowledged, p99, ms", votes["cast_acknowledged"], None, "", ms),
        Row("  bytes to each board, kB", votes["cast_bytes"] / 1000, None, ""),
        Row("votes a second", votes["votes"], upserts, ">= 0.1"),
        Row("events and lights lost", streams["real_lost"] + votes["cast_lost"], None, "0"),
    ]


def crowd_rows(crowd: dict[str, float], render: float) -> list[Row]:
    lost = crowd["many_lost"] + crowd["most_lost"] + crowd["second_lost"] + crowd["burst_lost"]
    return [
        Row(f"an event to {MANY} streams, p99, ms", crowd["many_p99"], crowd["floor_p99"], "<= 1.5", ms),
        Row("processor time for a message, µs", crowd["many_processor"], crowd["floor_processor"], "<= 1.5", us),
        Row(f"memory with {MOST} idle streams, MB", crowd["memory"] / 1024, None, "<= 250"),
        Row(f"193 votes in 1 s on {MANY_BOARDS} boards, p99, ms", crowd["second_p99"], GAP + render, "<= 1.5", ms),
        Row("  acknowledged, p99, ms", crowd["second_acknowledged"], None, "<= 50", ms),
        Row(f"193 votes in 20 ms on {MANY_BOARDS} boards, all final, ms", crowd["burst_last"], None, "<= 600", ms),
        Row("  acknowledged, p99, ms", crowd["burst_acknowledged"], None, "", ms),
        Row("events and lights lost", lost, None, "0"),
    ]


def ms(seconds: float) -> float:
    return seconds * 1e3


def us(seconds: float) -> float:
    return seconds * 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--crowd", action="store_true", help=f"also {MANY_BOARDS} boards and up to {MOST} streams")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        streams = medians(options.rounds, lambda: fan_out(bench))
        votes = medians(options.rounds, lambda: voting(bench))
        print(printed(rows(streams, votes, bench.hall["upserts"])))
        if options.crowd:
            print()
            print(printed(crowd_rows(crowd(bench), votes["render"])))


if __name__ == "__main__":
    main()
