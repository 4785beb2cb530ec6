"""Dates as texts write them, worked out from the date of publication: ISO where exact, EDTF where less is known.

What cannot be known without guessing (a weekday or a day without a year in a text that shows no date) stays None.
"""

import re
from calendar import day_name, month_name, monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from quizzes.items.reading.marks import Moment

_MONTHS = tuple(month.lower() for month in month_name[1:])
_WEEKDAYS = tuple(day.lower() for day in day_name)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\b\.?|July?\b\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
# "last October 22 countries were in favour" tells no day.
_VOTERS = r"(?:countries|members|states|nations|votes|governors|delegations)"
# The first look is at one letter: many places of a text begin no date.
_DATE = re.compile(
    rf"\b(?=[\dABDEFIJLMNOPSTUWYabdefilmnopstuy])(?:(?P<d5>{_DAY})(?P<sep>[./-])(?P<m5>0?[1-9]|1[0-2])(?P=sep)(?P<y5>{_YEAR})(?!\d)"
    rf"|(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)"
    rf"|(?P<m1>{_MONTH}) (?P<d1>{_DAY})(?:st|nd|rd|th)?(?! {_VOTERS}\b|\d|-\d|:\d|[.,]\d{{3}})"
    rf"(?:,? (?P<y1>{_YEAR})(?![\d-]))?"
    rf"|(?:the )?(?P<d2>{_DAY})(?:st|nd|rd|th)?(?: of)?[ /-](?P<m2>{_MONTH})(?:(?:,? |[/-])(?P<y2>{_YEAR})(?![\d-]))?"
    rf"|(?:(?:early|mid|late|mid-)[- ]?)?(?P<m3>{_MONTH})(?:,| of)? (?P<y3>{_YEAR})(?![\d-])"
    r"|(?P<lead>[Ii]n|[Ll]ast|[Nn]ext|[Ss]ince|[Ee]arly|[Ll]ate|[Mm]id|[Oo]f|[Uu]ntil|[Bb]y|[Tt]his|[Tt]hat|[Dd]uring|"
    r"[Ff]rom|[Tt]he)"
    rf"[- ](?P<m4>{_MONTH})(?![\w'’]|\.? \d(?!\d{{0,2}} {_VOTERS})"
    r"|,? (?:of )?(?:19|20)\d\d| (?:have|be|not)\b)"
    rf"|(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Pp]revious|[Tt]he following) )?"
    rf"(?P<weekday>{'|'.join(d.title() for d in _WEEKDAYS)})\b(?!-)(?: of (?:this|last) week\b)?"
    rf"|(?P<season>(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]he (?:following|previous|next)|[Tt]hat|[Ii]n the|[Ii]n) "
    r"(?:spring|summer|autumn|fall|winter))\b(?!['’]s)"
    rf"|(?P<span>(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]he past) (?:week|month|year)\b)(?!['’]s (?!(?:\w+ "
    rf"){{0,2}}(?:resolution|vote|text|draft|motion|ballot|tally|result|version|session|renewal|meeting|debate))|-)"
    rf"|(?P<relative>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast night|[Oo]vernight|[Tt]his "
    rf"(?:morning|afternoon|"
    r"evening))\b(?!['’]s)"
    rf"|(?P<ago>(?P<many>[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|\d{{1,2}}) (?P<unit>day|year)s? ago)\b"
    rf"|(?P<later>(?P<how_many>[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|\d{{1,2}}) "
    r"(?P<step>day|week|month|year)s? (?P<way>later|afterwards|earlier|before(?= that\b|,)))\b"
    r"|(?P<beside>(?:[Tt]he (?:next|following|previous|same) (?:day|year|month)|[Tt]hat (?:day|year|month|same "
    r"day)|[Ss]ame day)|"
    r"[Tt]he year before)\b(?!['’]s)"
    rf"|(?P<year>{_YEAR})(?![\d/]|:\d|-\d|[.,]\d)(?! (?:people|troops|soldiers|countries|members|votes|states|square|"
    r"miles|km)))"
)
_NO_DATE_BEFORE = re.compile(r"(?:[Rr]esolutions? |No\. |RES/|[-/$€£.]|\d,)$")
_AHEAD = re.compile(
    r"\b(?:will|would(?! have)|expected|scheduled|due|upcoming|planned|plans?|likely|possible|possibly|set|ahead of|"
    r"until|before the|"
    r"to be (?:held|voted|taken)|later|is to|are to|coming|next|tabled for|postponed|delayed)\b"
    r"(?:(?!\b(?:after|when|since|because|following)\b)[^.;]){0,70}$",
    re.I,
)


_LAST_YEAR = re.compile(r",? (?P<which>last|this) year\b")
# "a year ago, on July 21"
# Letters before a date that may hold such words.
_NEAR = 30
_YEAR_AGO = re.compile(r"\b[Aa] year ago,? (?:on |in )?$")
_THAT_YEAR = re.compile(r",? (?:of )?(?:that|the same) year\b")


# Letters of a year and its month.
_TO_THE_MONTH = 7
_LATER = re.compile(r"\b(?:later|afterwards|after that|then),? (?:on |in )?$")


def find_moments(text: str, published: date | None, told: str | None = None) -> Iterator[Moment]:
    """`told`: the date told last before this text, which "two weeks later" and "that year" go on from."""
    said = -1
    for match in _DATE.finditer(text):
        if match["span"] and _LAST_YEAR.match(text, said):  # "on March 2 this year" is one date
            said = -1
            continue
        said = match.end()
        if match["year"] and _NO_DATE_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        ahead = _AHEAD.search(text[max(0, match.start() - 100) : match.start()]) is not None
        start = match.start("m4") if match["m4"] and match["lead"].lower() not in ("last", "next") else match.start()
        day = published.isoformat() if published else None
        when = _beside(match, told or day) if _goes_on(match) else None
        when = when or _in_year_told(match, text, told, published) or _when(match, published, ahead)
        if when is not None and "/" not in when:
            told = when
        yield Moment(start, match.end(), when, bool(when and published and when[:10] > published.isoformat()))


def _goes_on(match: re.Match[str]) -> bool:
    return bool(match["later"] or match["beside"])


def _in_year_told(match: re.Match[str], text: str, told: str | None, published: date | None) -> str | None:
    """ "In November of that year", "two months later, on 4 June": of the year told before.

    In an undated text so is what follows a day or a month of that year and comes later in it.
    """
    last, ago = (
        _LAST_YEAR.match(text, match.end()),
        _YEAR_AGO.search(text, max(0, match.start() - _NEAR), match.start()),
    )
    if (last or ago) and published:
        told = str(published.year - bool(ago or (last and last["which"] == "last")))
    that = (
        (match["m4"] and match["lead"].lower() == "that")
        or last
        or ago
        or _THAT_YEAR.match(text, match.end())
        or _LATER.search(text, max(0, match.start() - _NEAR), match.start())
    )
    if not told or match["y1"] or match["y2"] or not (that or published is None):
        return None
    when = _of_year(match, int(told[:4]))
    goes_on = when is not None and len(told) >= _TO_THE_MONTH and when[:_TO_THE_MONTH] >= told[:_TO_THE_MONTH]
    return when if that or goes_on else None


def _of_year(match: re.Match[str], year: int) -> str | None:
    """A day or a month that is told without its year."""
    if match["m4"]:
        return f"{year:04d}-{month_number(match['m4']):02d}"
    kind = "1" if match["m1"] else "2"
    return _exact(year, month_number(match["m" + kind]), int(match["d" + kind])) if match["m" + kind] else None


def _when(match: re.Match[str], published: date | None, ahead: bool) -> str | None:
    for part, work_out in _WAYS.items():
        if match[part]:
            return work_out(match, published, ahead)
    return None


def _iso(match: re.Match[str], _published: date | None, _ahead: bool) -> str | None:
    year, month, day = (int(part) for part in match["iso"].split("-"))
    return _exact(year, month, day)


def _in_figures(match: re.Match[str], _published: date | None, _ahead: bool) -> str | None:
    """12.10.2022 is a day of October; 12/10/2022 may as well be one of December."""
    if match["sep"] != "." and int(match["d5"]) <= 12 and match["d5"] != match["m5"]:
        return None
    return _exact(int(match["y5"]), int(match["m5"]), int(match["d5"]))


def _day_of_month(match: re.Match[str], published: date | None, ahead: bool) -> str | None:
    kind = "1" if match["m1"] else "2"
    month, day, year = month_number(match["m" + kind]), int(match["d" + kind]), match["y" + kind]
    if year:
        return _exact(int(year), month, day)
    return _nearest_year(month, day, published, ahead)


def _nearest_year(month: int, day: int, published: date | None, ahead: bool) -> str | None:
    """The last such day up to the publication (a day's grace for other time zones), or the next one for plans."""
    if published is None:
        return None
    limit = published + timedelta(days=1)
    for year in (
        (published.year, published.year + 1) if ahead else (published.year + 1, published.year, published.year - 1)
    ):
        found = _exact(year, month, day)
        if found and (found >= published.isoformat() if ahead else found <= limit.isoformat()):
            return found
    return None


def _month_and_year(match: re.Match[str], _published: date | None, _ahead: bool) -> str:
    return f"{match['y3']}-{month_number(match['m3']):02d}"


def _month_alone(match: re.Match[str], published: date | None, ahead: bool) -> str | None:
    if published is None:
        return None
    month = month_number(match["m4"])
    ahead = ahead or match["lead"].lower() == "next"
    back = month > published.month or (match["lead"].lower() == "last" and month == published.month)
    year = published.year + (month < published.month if ahead else -int(back))
    return f"{year:04d}-{month:02d}"


def _weekday(match: re.Match[str], published: date | None, ahead: bool) -> str | None:
    if published is None:
        return None
    which = (match["which"] or "").lower()
    back = (published.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
    if which in ("last", "past", "previous"):
        return (published - timedelta(days=back or 7)).isoformat()
    if ahead or which in ("next", "the following"):
        return (published + timedelta(days=(7 - back) % 7 or 7 * (which != ""))).isoformat()
    return (published - timedelta(days=back)).isoformat()


def _span(match: re.Match[str], published: date | None, _ahead: bool) -> str | None:
    """Last week: Monday to Sunday of the week before, as an EDTF interval."""
    if published is None:
        return None
    which, _, unit = match["span"].lower().rpartition(" ")
    step = {"last": -1, "the past": -1, "next": 1}.get(which, 0)
    if unit == "year":
        return f"{published.year + step:04d}"
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    monday = published + timedelta(days=7 * step - published.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _relative(match: re.Match[str], published: date | None, _ahead: bool) -> str | None:
    step = {"yesterday": -1, "last night": -1, "overnight": -1, "tomorrow": 1}.get(match["relative"].lower(), 0)
    return (published + timedelta(days=step)).isoformat() if published else None


def _ago(match: re.Match[str], published: date | None, _ahead: bool) -> str | None:
    many = _WORDS.get(match["many"].lower()) or int(match["many"] if match["many"].isdigit() else 0)
    if published is None:
        return None
    if match["unit"] == "year":
        return f"{published.year - many:04d}"
    return (published - timedelta(days=many)).isoformat()


def _year(match: re.Match[str], _published: date | None, _ahead: bool) -> str:
    return match["year"]


_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def _beside(match: re.Match[str], told: str | None) -> str | None:
    """Reckoned from the date told before, no more exactly than both say: "two weeks later" tells a month."""
    if told is None or "/" in told:
        return None
    if match["later"]:
        many = _WORDS.get(match["how_many"].lower()) or int(match["how_many"])
        return _moved(told, match["step"], -many if match["way"] in ("earlier", "before") else many)
    words = match["beside"].lower()
    step = "year" if "year" in words else "month" if "month" in words else "day"
    return _moved(
        told, step, 1 if re.search("next|following", words) else -1 if re.search("previous|before", words) else 0
    )


def _moved(told: str, step: str, many: int) -> str | None:
    year, month, day = (*(int(part) for part in told.split("-")), 0, 0)[:3]
    if step == "year":
        return f"{year + many:04d}"
    if not month or (step in ("day", "week") and not day):
        return None
    if step == "month":
        months = year * 12 + month - 1 + many
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    moved = (date(year, month, day) + timedelta(days=many * (7 if step == "week" else 1))).isoformat()
    return moved if step == "day" else moved[:7]


_WAYS = {
    "iso": _iso,
    "d5": _in_figures,
    "m1": _day_of_month,
    "m2": _day_of_month,
    "m3": _month_and_year,
    "m4": _month_alone,
    "weekday": _weekday,
    "span": _span,
    "relative": _relative,
    "ago": _ago,
    "year": _year,
}


def month_number(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, start=1) if month.startswith(name.lower().rstrip(".")[:3]))


def _exact(year: int, month: int, day: int) -> str | None:
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day).isoformat()
