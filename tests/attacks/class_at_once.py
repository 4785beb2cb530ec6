"""A class in a process and a database of its own that does everything at once. Run with a seed; prints JSON.

Two students of each delegation send a paper, one of them twice, while three hands press "close and open the box".
"""

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from random import Random
from threading import Barrier

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "unsim.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from tests.factories import NOON  # noqa: E402
from tests.hall import iso3, make_hall, put, seat  # noqa: E402
from unsim.assembly.models import Ballot, Envelope  # noqa: E402
from unsim.assembly.sealed import new_noise  # noqa: E402
from unsim.assembly.secret_ballot import cast_paper  # noqa: E402
from unsim.assembly.secret_box import close_box, open_box  # noqa: E402
from unsim.refusals import Refusal  # noqa: E402
from unsim.rules.choices import CASTABLE  # noqa: E402

DELEGATIONS = 12
HANDS = 3


class AtOnce:
    """What the threads of one ballot report."""

    def __init__(self, lot: Random) -> None:
        self.lot = lot
        self.hall = make_hall(DELEGATIONS)
        self.papers = self.drawn()
        self.ballot, self.key = put(self.hall)
        self.start = Barrier(len(self.papers) + HANDS)
        self.told, self.opened, self.faults = set(), [], []

    def drawn(self):
        """Two papers of each delegation, and one of them again."""
        codes = [iso3(n) for n in range(DELEGATIONS)]
        pairs = [(code, person) for n, code in enumerate(codes) for person in (self.hall.voter(code), self.partner(n))]
        papers = [(code, person, new_noise()) for code, person in pairs]
        papers += papers[::2]
        self.lot.shuffle(papers)
        return papers

    def partner(self, number):
        return seat(self.hall.meeting, number)

    def run(self) -> None:
        with ThreadPoolExecutor(len(self.papers) + HANDS) as threads:
            for paper in self.papers:
                threads.submit(self.noted, self.cast, *paper, self.lot.choice(CASTABLE), self.lot.uniform(0, 0.3))
            for _hand in range(HANDS):
                threads.submit(self.noted, self.press)

    def noted(self, act, *args) -> None:
        self.start.wait()
        try:
            act(*args)
        except Exception as fault:
            self.faults.append(repr(fault))
        finally:
            connection.close()

    def cast(self, code, person, noise, choice, pause) -> None:
        time.sleep(pause)
        with suppress(Refusal):
            cast_paper(ballot=self.ballot, participant=person, choice=choice, noise=noise)
            self.told.add(code)

    def press(self) -> None:
        while Ballot.objects.get(pk=self.ballot.pk).stage != "counted":
            with suppress(Refusal):
                close_box(ballot=self.ballot, opening_key=self.key, now=NOON, anyway=True)
                open_box(ballot=self.ballot, opening_key=self.key, now=NOON, anyway=True)
                self.opened.append(1)

    def said(self) -> dict[str, object]:
        self.ballot.refresh_from_db()
        return {
            "told that it is in the box": sorted(self.told),
            "on the roll": self.ballot.cast,
            "codes": len(self.ballot.codes),
            "counted": sum(self.ballot.totals[name] for name in ("yes", "no", "abstain")),
            "invalid": self.ballot.totals["invalid"],
            "left over": Envelope.objects.count(),
            "opened": len(self.opened),
            "faults": self.faults,
        }


def main(seed: int) -> None:
    call_command("migrate", verbosity=0)
    at_once = AtOnce(Random(seed))
    at_once.run()
    print(json.dumps(at_once.said()))


if __name__ == "__main__":
    main(int(sys.argv[1]))
