"""Whether options are numbers or dates, and in which order they stand."""

import re
from calendar import month_name

MONTHS = tuple(month.lower() for month in month_name[1:])
_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+|-?\d+")
_DATE = re.compile(rf"(?:(?P<day>\d{{1,2}}) )?(?:(?P<month>{'|'.join(MONTHS)}) )?(?P<year>\d{{4}})", re.I)


def as_number(option: str) -> int | None:
    text = option.strip()
    return int(text.replace(",", "")) if _NUMBER.fullmatch(text) else None


def as_date(option: str) -> tuple[int, int, int] | None:
    """(year, month, day), 0 for what is not given; for options such as 12 October 2022, April 2022 and 2014."""
    match = _DATE.fullmatch(option.strip())
    if not match:
        return None
    month = MONTHS.index(match["month"].lower()) + 1 if match["month"] else 0
    return int(match["year"]), month, int(match["day"] or 0)


def ordinal(option: str) -> tuple[int, ...] | None:
    """What options are ordered by; None for words."""
    number = as_number(option)
    if number is not None and not re.fullmatch(r"(?:19|20)\d\d", option.strip()):
        return (number,)
    return as_date(option)
