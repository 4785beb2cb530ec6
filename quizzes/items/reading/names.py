"""The words of a person's name, and of the office before it, in a run of capitalised words."""

import re

from quizzes.items.reading.introductions import TITLE
from quizzes.items.reading.marks import Marked
from quizzes.items.reading.no_names import NO_NAME, NO_PERSON


def named_after(sentence: Marked, match: re.Match[str]) -> tuple[int, int, str] | None:
    """The name after a title. The words after "of" and "to" may run into it: "Ambassador to the UN Olof Skoog"."""
    if match["of"] and match["comma"] == " ":
        found = _name_at_end(sentence, match.start("of"), match.end("run"))
        # "president of Bosnia's Republika Srpska" names no person
        owned = found and sentence.text[: found[0]].endswith(("'s ", "’s "))
        return (*found, role_of(sentence.text[match.start("role") : found[0]])) if found and not owned else None
    found = name_in(sentence, match.start("run"), match.end("run"))
    if found is None or (match["comma"] == ", " and " " not in sentence.text[slice(*found)]):
        return None
    return (*found, role_of(_country_before(sentence, match.start("role")) + match["role"] + match["of"]))


def _country_before(sentence: Marked, place: int) -> str:
    """The beginning of a country that a title runs into: "Antigua and" Barbuda's ambassador."""
    mark = next((mark for mark in sentence.marks if mark.start < place < mark.end), None)
    return sentence.text[mark.start : place] if mark else ""


def name_in(sentence: Marked, start: int, end: int) -> tuple[int, int] | None:
    """The name that a run of capitalised words begins with: up to four words that are no place, body or title."""
    kept: list[tuple[int, int]] = []
    for a, b in _words(sentence.text, start, end):
        if not is_name(sentence, a, b) or len(kept) == 4:
            break
        kept.append((a, b))
    return (kept[0][0], kept[-1][1]) if kept else None


def whole_name(sentence: Marked, start: int, end: int) -> tuple[int, int] | None:
    """The name that a run of capitalised words ends with, after its country or title; an organisation's is none."""
    words = _words(sentence.text, start, end)
    of = next((i for i, (a, b) in enumerate(words) if sentence.text[a:b] == "of"), len(words))
    words = words[:of]  # "Marc Bichler of Luxembourg"
    title = next((i for i, (a, b) in enumerate(words) if TITLE.fullmatch(sentence.text[a:b])), None)
    words = words if title is None else words[title + 1 :]
    while words and not is_name(sentence, *words[0]):
        words.pop(0)
    if len(words) < 2 or not all(is_name(sentence, a, b) for a, b in words):
        return None
    return words[0][0], words[-1][1]


def _name_at_end(sentence: Marked, start: int, end: int) -> tuple[int, int] | None:
    kept: list[tuple[int, int]] = []
    for a, b in reversed(_words(sentence.text, start, end)):
        if not is_name(sentence, a, b) or len(kept) == 3:
            break
        kept.insert(0, (a, b))
    return (kept[0][0], kept[-1][1]) if len(kept) > 1 else None


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Without a possessive and without the full stop of a sentence ("Zhang Jun.")."""
    spans = []
    for word in re.finditer(r"\S+", text[start:end]):
        bare = re.sub(r"(?:['’]s?|(?<=[^\W\d_]{2})\.|,)$", "", word.group())
        spans.append((start + word.start(), start + word.start() + len(bare)))
    return spans


def is_name(sentence: Marked, start: int, end: int) -> bool:
    word = sentence.text[start:end].rstrip(".,")
    if word == "Un" and sentence.text[:start].endswith("Jong "):  # the United Nations are written otherwise
        return True
    if (
        NO_NAME.fullmatch(word)
        or NO_PERSON.fullmatch(word)
        or (word.isupper() and len(word) > 2 and "." not in word and not word.isalpha())
    ):
        return False
    if any(mark.start <= start < mark.end for mark in sentence.marks):
        return False
    return (
        word[:1].isupper()
        or re.match(r"\w{1,3}[-’'][A-ZÀ-Þ]", word) is not None
        or word
        in (
            "de",
            "da",
            "di",
            "von",
            "van",
            "der",
            "bin",
            "al",
            "el",
            "ben",
            "la",
            "du",
            "dos",
            "del",
        )
    )


# "personal envoy of UN Secretary-General Antonio Guterres" tells of two people, and names the second.
_ENVOY_OF = re.compile(
    r"^.*\b(?:envoy|adviser|aide|representative|spokes\w+|deputy|assistant|chief of staff|messenger) "
    r"(?:of|to|for) (?:the )?"
    r"(?=(?:[A-Z][\w.]*(?:['’]s)? )*(?:Secretary-General|President|Prime Minister|Chancellor|King)$)",
    re.I,
)


def role_of(words: str) -> str:
    """As printed, without the article and without a conjunction before it."""
    words = re.sub(r"^.* under the ", "", words)  # "talks under the former president"
    words = re.sub(r"^(?:[Tt]he )?(?:[Nn]ew|[Ii]ncoming) (?=[A-Z])", "", words)
    words = _ENVOY_OF.sub("", words.strip(" ,"))
    return re.sub(
        (
            r"^(?:(?:For|under(?! [Ss]ecretary)|and|but|while|when|as|by|with|from|to|of|for|his|her|their|"
            r"its|the|a|an|The|In|But|And|As|While|"
            r"His|"
            r"Her|Its|Their|A|An) )+"
        ),
        "",
        words.strip(" ,"),
    )
