"""Real threads on a real database: papers, retries, partners and the President's press at the same moment."""

import json
import os
import subprocess
import sys

import pytest

from tests.attacks.voting import ROOT
from tests.e2e.server import own_database


@pytest.fixture(params=[1, 2, 3])
def said(request, tmp_path):
    with own_database() as address:
        environ = {**os.environ, "UNSIM_DATA": str(tmp_path), "DATABASE_URL": address}
        if not address:
            del environ["DATABASE_URL"]
        command = [sys.executable, "-m", "tests.attacks.class_at_once", str(request.param)]
        done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_what_happens_at_once_happens_in_some_order(said):
    assert said["faults"] == []
    assert said["opened"] == 1
    assert len(said["on the roll"]) >= 5
    assert said["told that it is in the box"] == said["on the roll"]
    assert said["counted"] == said["codes"] == len(said["on the roll"])
    assert said["invalid"] == said["left over"] == 0
