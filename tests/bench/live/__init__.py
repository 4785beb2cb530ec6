"""How fast a change reaches every screen: `uv run python -m tests.bench.live`.

Starts the real server and a client process of its own, on 127.0.0.1 only, and prints each figure beside its floor,
measured in the same run: read the ratios, not the figures. Takes about two minutes; with `--crowd` about
four, and 10,100 open files for each process (`ulimit -n`).
"""
