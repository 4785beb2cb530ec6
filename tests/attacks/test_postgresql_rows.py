"""After the vote, with PostgreSQL's rows in hand, the dead ones too. Each attack first succeeds on a leaky design."""

import re
from dataclasses import dataclass

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from tests.attacks.insider import ASKED, LUCK, hits
from tests.attacks.voting import voting
from tests.e2e.server import own_database

pytestmark = [
    pytest.mark.xdist_group("postgresql_rows"),
    pytest.mark.skipif(
        "postgresql" not in settings.DATABASES["default"]["ENGINE"],
        reason="these attacks are on PostgreSQL: set DATABASE_URL to run them",
    ),
]

LIVE = {
    "leaky_roll": "SELECT xmin::text, code FROM leaky_roll",
    "leaky_paper": "SELECT xmin::text, choice FROM leaky_paper",
    "envelope": "SELECT xmin::text, code || ' ' || encode(ciphertext, 'hex') FROM assembly_envelope",
}
# Every version of every row that is still on a page, dead or alive: who wrote it, and its raw bytes.
VERSIONS = """
    SELECT item.t_xmin::text, item.t_data
    FROM generate_series(0, pg_relation_size(%(table)s::text) / current_setting('block_size')::int - 1) AS page,
    LATERAL heap_page_items(get_raw_page(%(table)s::text, page::int)) AS item
    WHERE item.t_data IS NOT NULL
"""


SEALED = ("assembly_ballot", "assembly_envelope")


@dataclass(frozen=True)
class Loot:
    """What three looks into the tables gave: transaction -> found, in mid-vote, and all row versions afterwards."""

    truth: dict[str, str]
    middle: dict[str, list[tuple[str, str]]]
    versions: dict[str, list[tuple[str, bytes]]]
    versions_after: dict[str, list[tuple[str, bytes]]]
    secrets: list[bytes]
    living: bytes
    living_after: bytes


@pytest.fixture(scope="module")
def loot(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vote")
    with own_database() as address, psycopg.connect(address) as backup, psycopg.connect(address) as spy:
        spy.autocommit = True
        spy.execute("CREATE EXTENSION IF NOT EXISTS pageinspect")
        # In the attacker's favour: a backup that runs all the time keeps every dead row where it is.
        backup.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        backup.execute("SELECT 1")
        with voting(folder, address) as vote:
            vote.on_to("voted")
            middle = {name: spy.execute(query).fetchall() for name, query in LIVE.items()}
            versions, secrets, living = look(spy), secrets_in(spy), dumped(spy)
            vote.on_to("opened")
            yield Loot(vote.truth, middle, versions, look(spy), secrets, living, dumped(spy))


def look(spy):
    tables = [*SEALED, "leaky_slot", "leaky_counter"]
    return {table: spy.execute(VERSIONS, {"table": table}).fetchall() for table in tables}


def dumped(spy) -> bytes:
    """All living rows of the two tables, as a dump has them; binary columns as they are."""
    rows = [row for table in SEALED for row in spy.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(table)))]
    return b" ".join(value if isinstance(value, bytes) else repr(value).encode() for row in rows for value in row)


def secrets_in(spy):
    keys = spy.execute("SELECT public_key, wrapped_key FROM assembly_ballot").fetchone()
    return [*keys, *(row[0] for row in spy.execute("SELECT ciphertext FROM assembly_envelope"))]


def joined(roll, papers):
    """delegation -> what the same transaction wrote beside it."""
    written = dict(papers)
    as_bytes = {by: value if isinstance(value, bytes) else value.encode() for by, value in written.items()}
    return {code: as_bytes[by] for by, code in roll if by in as_bytes}


def new_in_each_version(versions):
    """[(transaction, delegation)]: the list of who has cast grows by one delegation from version to version."""
    casts = sorted((len(found), by, found) for by, data in versions if (found := codes_cast(data)))
    grown, before = [], set()
    for _size, by, found in casts:
        grown += [(by, code) for code in found - before]
        before = found
    return grown


def codes_cast(data: bytes) -> set[str]:
    """The delegations of a row version beyond those of the electorate, which stands in front of it."""
    names = re.findall(rb"X\d\d", data)
    return {name.decode() for name in names if names.count(name) > 1}


# ---- xmin: the same transaction is the link


def test_xmin_betrays_two_tables_without_a_foreign_key(loot):
    linked = joined(loot.middle["leaky_roll"], loot.middle["leaky_paper"])
    assert sorted(linked) == sorted(loot.truth)
    assert hits(linked, loot.truth) == ASKED


def test_xmin_and_dead_rows_link_sealed_papers_and_learn_nothing_from_them(loot):
    linked = joined(new_in_each_version(loot.versions["assembly_ballot"]), loot.middle["envelope"])
    assert sorted(linked) == sorted(loot.truth)
    assert hits(linked, loot.truth) <= LUCK


# ---- dead tuples: every version of a row that was ever written


@pytest.mark.parametrize("table", ["leaky_slot", "leaky_counter"])
def test_dead_rows_betray_slots_and_counters(loot, table):
    linked = joined(loot.middle["leaky_roll"], [(by, data) for by, data in loot.versions[table]])
    assert hits(linked, loot.truth) == ASKED


def test_dead_rows_still_link_the_papers_after_the_box_was_opened_and_tell_nothing(loot):
    dead = loot.versions_after["assembly_envelope"]
    linked = joined(new_in_each_version(loot.versions_after["assembly_ballot"]), dead)
    assert hits(linked, loot.truth) <= LUCK


def test_no_version_of_a_row_holds_a_choice(loot):
    for table in SEALED:
        found = b" ".join(data for _by, data in loot.versions[table])
        assert found
        assert not re.search(rb"yes|abstain", found)


def test_no_living_row_holds_a_paper_or_a_key_once_the_box_was_opened(loot):
    """The looking works: in mid-vote every one of them is found."""
    assert len(loot.secrets) == len(loot.truth) + 2
    assert all(secret in loot.living for secret in loot.secrets)
    assert not any(secret in loot.living_after for secret in loot.secrets)
