"""The bodies that vote, how many members they have, and which one "the council" is."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from quizzes.items.reading.marks import Body, Elsewhere

ASSEMBLY = "General Assembly"
COUNCIL = "Security Council"
RIGHTS = "Human Rights Council"
HEALTH = "World Health Assembly"
GOVERNORS = "IAEA Board of Governors"

# Members today; None where a text may speak of any number of them.
SIZES = MappingProxyType(
    {
        ASSEMBLY: 193,
        COUNCIL: 15,
        RIGHTS: 47,
        "First Committee": 193,
        "Second Committee": 193,
        "Third Committee": 193,
        "Fourth Committee": 193,
        "Fifth Committee": 193,
        "Sixth Committee": 193,
        "Economic and Social Council": 54,
        GOVERNORS: 35,
        "UNESCO Executive Board": 58,
        HEALTH: 194,
        "European Union": 27,
        "NATO": 32,
        "Arab League": 22,
        "African Union": 55,
        "Organization of Islamic Cooperation": 57,
    }
)
_UN = r"(?:(?:U\.N\.|UN|United Nations)(?:['’]s?)? )?"
_NAMES = (
    (rf"{_UN}[Gg]eneral [Aa]ssembly(?: of the (?:UN|U\.N\.|United Nations))?|\bUNGA\b", ASSEMBLY),
    (rf"{_UN}[Ss]ecurity [Cc]ouncil(?: of the (?:UN|U\.N\.|United Nations))?|\bUNSC\b", COUNCIL),
    (rf"{_UN}(?:(?:[Hh]uman )?[Rr]ights|Geneva(?:-based)?) [Cc]ouncil|\bUNHRC\b|\bHRC\b", RIGHTS),
    (r"World Health Assembly|WHO(?:['’]s)? [Aa]ssembly", HEALTH),
    (
        r"(?:General Assembly['’]s )?First Committee|[Dd]isarmament [Cc]ommittee(?: of the (?:UN )?General Assembly)?"
        r"|(?<=Assembly['’]s )first committee",
        "First Committee",
    ),
    (r"Second Committee|(?<=Assembly['’]s )second committee", "Second Committee"),
    (
        r"Third Committee|(?<=Assembly['’]s )third committee|(?:(?:UN|General Assembly['’]s) )?"
        r"(?:human rights|[Ss]ocial, [Hh]umanitarian and [Cc]ultural) "
        r"[Cc]ommittee",
        "Third Committee",
    ),
    (r"Fourth Committee", "Fourth Committee"),
    (r"Fifth Committee", "Fifth Committee"),
    (r"Sixth Committee", "Sixth Committee"),
    (r"Economic and Social Council|\bECOSOC\b", "Economic and Social Council"),
    (
        (
            r"\b35-(?:member|nation) [Bb]oard(?: of [Gg]overnors)?|[Bb]oard of (?:the )?(?:UN|U\.N\.|United "
            r"Nations)(?:['’]s)? (?:nuclear|atomic)(?: \w+)?|"
            r"(?:UN|U\.N\.) (?:nuclear|atomic) (?:watchdog|agency|energy agency)(?:['’]s)? (?:35-(?:member|"
            r"nation) )?board|"
            r"(?:IAEA(?:['’]s)?|International Atomic Energy Agency(?:['’]s)?) (?:35-(?:member|nation) )?[Bb]oard(?: of "
            r"[Gg]overnors)?|[Bb]oard of [Gg]overnors"
        ),
        GOVERNORS,
    ),
    (r"UNESCO(?:['’]s)? [Ee]xecutive [Bb]oard", "UNESCO Executive Board"),
    (r"European Union", "European Union"),
    (r"NATO\b", "NATO"),
    (r"Arab League|League of Arab States", "Arab League"),
    (r"African Union", "African Union"),
    (r"Organi[sz]ation of Islamic Cooperation", "Organization of Islamic Cooperation"),
)
_SHORT = (
    r"(?P<short>(?:(?:UN|U\.N\.) )?(?:[Aa]ssembly|(?:(?:world|global|international) (?:body|organi[sz]ation)))|"
    r"[Cc]ouncil|(?<=[Tt]he )board(?! of))\b"
)
# "the Council of Europe", "the European Council", "the National Assembly": not of the United Nations.
_FOREIGN = re.compile(r"\b(?!The\b|But\b|And\b|In\b|UN\b|At\b|On\b|While\b|As\b|When\b)[A-Z][a-z]+ $")
_LOCAL = re.compile(
    r"\b(?:town|city|district|county|parish|village|local|student|tribal|ruling|military|legislative|provincial|"
    r"state|national|own|our|transitional|borough|municipal|regional|community|school|church|workers|works|arts|"
    r"governing|executive|constituent|people's|citizens'?|islamic|supreme|privy)['’]? $",
    re.I,
)
_PARLIAMENTS = (
    r"\b(?P<parliament>[Pp]arliament(?! [Ss]peaker)|Knesset|Duma|Bundestag|Verkhovna Rada|House of Commons|"
    r"Senate|House of Representatives|U\.S\. House|Storting|Riksdag|"
    r"(?:[Cc]lass|[Oo]pinion|[Ss]traw|[Rr]eaders['’]) (?:poll|vote|survey)|"
    r"[Tt]own [Hh]all|lawmakers|MPs|senators|congressmen)\b"
)
# The first look is at one letter: most places of a text begin no body's name.
_BODY = re.compile(
    "(?=[A-Zacdfghilprstw])(?:"
    + "|".join(f"(?P<b{i}>{names})" for i, (names, _) in enumerate(_NAMES))
    + rf"|\b{_SHORT}|{_PARLIAMENTS})"
)


def find_bodies(
    text: str, last_council: str = COUNCIL, board: str | None = None, assembly: str = ASSEMBLY
) -> Iterator[Body | Elsewhere]:
    """`last_council` is the council named last before this sentence; "the council" goes back to it.

    `board`, `assembly`: which ones "the board" (if any) and "the assembly" are in this text.
    """
    for match in _BODY.finditer(text):
        if match["short"] == "board":
            if board:
                yield Body(match.start(), match.end(), board)
            continue
        town = match["short"] == "council" and not last_council and not text.startswith(" member", match.end())
        if match["parliament"] or town or (match["short"] and _is_elsewhere(text, match)):
            yield Elsewhere(match.start(), match.end())
            continue
        if match["short"]:
            name = (last_council or COUNCIL) if match["short"].lower() == "council" else assembly
        else:
            name = _NAMES[int((match.lastgroup or "b0")[1:])][1]
            last_council = name if name.endswith("Council") else last_council
        yield Body(match.start(), match.end(), name)


def _is_elsewhere(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 24) : match.start()]
    foreign = _FOREIGN.search(before)
    opens = foreign is not None and max(0, match.start() - 24) + foreign.start() == 0  # "Thirteen Council members"
    return bool((foreign and not opens) or _LOCAL.search(before)) or text.startswith(" of Europe", match.end())


def last_council(bodies: list[Body], before: str = COUNCIL) -> str:
    named = [body.name for body in bodies if body.name.endswith("Council")]
    return named[-1] if named else before


def fits(body: str | None, *counts: int | None) -> bool:
    """Whether these votes can be cast in this body; in an unknown one, as many as the United Nations have members."""
    size = SIZES.get(body or ASSEMBLY, 1000)
    return sum(count or 0 for count in counts) <= size
