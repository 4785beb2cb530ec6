"""One way of writing a date and a time on every page."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from django.utils.formats import date_format, time_format

ROOT = Path(__file__).parent.parent
EVENING = datetime(2026, 11, 29, 21, 3, tzinfo=UTC)


def test_day_month_year_and_24_hours():
    assert date_format(date(2026, 11, 9)) == "9 November 2026"
    assert date_format(EVENING, "DATETIME_FORMAT") == "29 November 2026, 21:03"
    assert time_format(EVENING.time()) == "21:03"


def test_templates_write_no_format_of_their_own():
    """Seconds, and what a script or a machine reads, are no dates for people."""
    own = []
    for path in ROOT.glob("templates/**/*.html"):
        formats = re.findall(r'\|(?:date|time):["\'](.*?)["\']', path.read_text(encoding="utf-8"))
        own += [(path.name, one) for one in formats if not re.fullmatch(r"[A-Z_]+_FORMAT|H:i:s|[Uuc]", one)]
    assert own == []
