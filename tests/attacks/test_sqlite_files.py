"""After the vote, with SQLite's files in hand. Each attack first succeeds on a leaky design."""

import json
import sqlite3
from dataclasses import dataclass

import pytest

from tests.attacks.files import opened, replay
from tests.attacks.insider import ASKED, LUCK, hits
from tests.attacks.voting import voting

pytestmark = pytest.mark.xdist_group("sqlite_files")

BALLOT = "assembly_ballot"
ENVELOPE = "assembly_envelope"


@dataclass(frozen=True)
class Loot:
    """Copies of the files: when the vote began, in mid-vote before the box was opened, and afterwards."""

    order: list[str]
    truth: dict[str, str]
    start: bytes
    middle: bytes
    middle_log: bytes
    after: bytes
    after_log: bytes


@pytest.fixture(scope="module")
def loot(tmp_path_factory) -> Loot:
    folder = tmp_path_factory.mktemp("vote")
    database, log = folder / "unsim.sqlite3", folder / "unsim.sqlite3-wal"
    with voting(folder) as vote:
        start = database.read_bytes()
        vote.on_to("voted")
        middle, middle_log = database.read_bytes(), log.read_bytes()
        vote.on_to("opened")
        return Loot(vote.order, vote.truth, start, middle, middle_log, database.read_bytes(), log.read_bytes())


def in_mid_vote(loot):
    """The last state before the box was opened, as a backup would have it."""
    *_earlier, last = replay(loot.middle, loot.middle_log)
    return opened(last)


def column(connection, query):
    return [row[0] for row in connection.execute(query)]


def as_bytes(*found) -> bytes:
    return b" ".join(value if isinstance(value, bytes) else str(value).encode() for value in found)


# ---- rowid: the order of the rows is the order of casting


def linked_by_order(delegations, found):
    return dict(zip(delegations, map(as_bytes, found), strict=False))


def test_rowid_betrays_two_tables_without_a_foreign_key(loot):
    rows = opened(loot.after)
    roll = column(rows, "SELECT code FROM leaky_roll ORDER BY rowid")
    papers = column(rows, "SELECT choice FROM leaky_paper ORDER BY rowid")
    assert hits(linked_by_order(roll, papers), loot.truth) == ASKED


def test_envelopes_have_no_rowid_even_in_a_backup_made_in_mid_vote(loot):
    with pytest.raises(sqlite3.OperationalError, match="no such column: rowid"):
        in_mid_vote(loot).execute(f"SELECT rowid FROM {ENVELOPE}")


def test_envelopes_lie_in_the_order_of_their_codes(loot):
    """The attacker even knows the order of casting, from the access log."""
    rows = in_mid_vote(loot).execute(f"SELECT code, ciphertext FROM {ENVELOPE}").fetchall()
    assert len(rows) == len(loot.order)
    assert rows == sorted(rows)
    assert hits(linked_by_order(loot.order, [as_bytes(*row) for row in rows]), loot.truth) <= LUCK


def test_after_the_vote_there_are_no_envelopes(loot):
    assert column(opened(loot.after), f"SELECT count(*) FROM {ENVELOPE}") == [0]


# ---- the write-ahead log: what came in with whom


def linked_by_commit(start, log, read_roll, read_papers):
    """What was new in the papers in the commit in which a delegation was new on the roll."""
    linked, roll, papers = {}, set(), set()
    for image in replay(start, log):
        rows = opened(image)
        roll_now, papers_now = set(read_roll(rows)), set(read_papers(rows))
        for code in roll_now - roll:
            linked[code] = as_bytes(*sorted(papers_now - papers, key=str))
        roll, papers = roll_now, papers_now
    return linked


def leaky_roll(rows):
    return column(rows, "SELECT code FROM leaky_roll")


@pytest.mark.parametrize(
    "papers",
    [
        "SELECT id || ' ' || choice FROM leaky_paper",
        "SELECT id || ' ' || choice FROM leaky_slot WHERE choice IS NOT NULL",
        "SELECT choice || ' ' || n FROM leaky_counter",
    ],
    ids=["two tables", "slots", "counters"],
)
def test_the_log_replayed_betrays_every_unsealed_design(loot, papers):
    linked = linked_by_commit(loot.start, loot.middle_log, leaky_roll, lambda rows: column(rows, papers))
    assert hits(linked, loot.truth) == ASKED


def sealed_roll(rows):
    return json.loads(column(rows, f"SELECT [cast] FROM {BALLOT}")[0])


def sealed_papers(rows):
    return [as_bytes(code, paper) for code, paper in rows.execute(f"SELECT code, ciphertext FROM {ENVELOPE}")]


def test_the_log_replayed_links_sealed_papers_and_learns_nothing_from_them(loot):
    linked = linked_by_commit(loot.start, loot.middle_log, sealed_roll, sealed_papers)
    assert sorted(linked) == sorted(loot.truth)
    assert all(linked.values())
    assert hits(linked, loot.truth) <= LUCK


def test_the_log_is_empty_after_the_box_was_opened(loot):
    assert loot.middle_log
    assert loot.after_log == b""


# ---- freed pages: what a deleted row leaves behind


def carved(files, delegations, choices=(b"yes", b"no")):
    """Every place in the bytes where a delegation and a choice stand side by side."""
    return {code for code in delegations if any(code.encode() + choice in files for choice in choices)}


def test_freed_pages_betray_rows_deleted_without_care(loot, tmp_path):
    leaky = tmp_path / "leaky.sqlite3"
    rows = sqlite3.connect(leaky)
    rows.execute("PRAGMA secure_delete=OFF")
    rows.execute("CREATE TABLE leaky_vote (code, choice)")
    rows.executemany("INSERT INTO leaky_vote VALUES (?, ?)", loot.truth.items())
    rows.commit()
    rows.execute("DELETE FROM leaky_vote")
    rows.commit()
    rows.close()
    assert carved(leaky.read_bytes(), loot.truth) == set(loot.truth)


def test_freed_pages_hold_no_vote(loot):
    for files in (loot.middle, loot.middle_log, loot.after, loot.after_log):
        assert carved(files, loot.truth) == set()


def test_freed_pages_hold_no_paper_and_no_key_once_the_box_was_opened(loot):
    """The carving works: in mid-vote every one of them is found."""
    rows = in_mid_vote(loot)
    sealed = column(rows, f"SELECT ciphertext FROM {ENVELOPE}")
    sealed += rows.execute(f"SELECT wrapped_key, public_key FROM {BALLOT}").fetchone()
    assert len(sealed) == len(loot.truth) + 2
    assert all(secret in loot.middle + loot.middle_log for secret in sealed)
    assert not any(secret in loot.after + loot.after_log for secret in sealed)


# ---- the access log: the order of the requests against the order of anything


def test_the_access_log_betrays_papers_listed_as_they_came(loot):
    papers = column(opened(loot.after), "SELECT choice FROM leaky_paper")
    assert hits(linked_by_order(loot.order, papers), loot.truth) == ASKED


@pytest.mark.parametrize("reverse", [False, True])
def test_the_access_log_tells_nothing_beside_what_is_published(loot, reverse):
    codes = json.loads(column(opened(loot.after), f"SELECT codes FROM {BALLOT}")[0])
    assert codes == sorted(codes)
    assert hits(linked_by_order(loot.order, sorted(codes, reverse=reverse)), loot.truth) <= LUCK
