"""Questions with the signs that formats stumble over."""

from dataclasses import replace

from hypothesis import strategies as st

from quizzes.items.formats import lines as lines_of
from quizzes.items.formats.entry import TRUE_FALSE, Citation, Entry, fit, fitting_tags, one_line, tidy
from quizzes.items.typed import normalised

AWKWARD = [
    "~",
    "=",
    "#",
    "####",
    "{",
    "}",
    ":",
    "::",
    "\\",
    "\\n",
    '"',
    "'",
    "\n",
    "\r\n",
    "\t",
    "  ",
    "<b>",
    "</p>",
    "&",
]
AWKWARD += ["&amp;", "&lt;", "]]>", "<!--", "%50%", "%", "[html]", "//", "->", "$CATEGORY:", "ANSWER: A", "A. ", "B) "]
AWKWARD += [
    ",",
    ";",
    "=1+1",
    "+",
    "-",
    "@",
    "_x000D_",
    "é",
    "Ñandú",
    "日本",
    "\u2028",
    "\u00a0",
    "\u200f",
    "😀",
    "\ufeff",
]
AWKWARD += [
    "\x00",
    "\x0b",
    "\x85",
    "Source: ",
    "\n\nSource:\nPublisher:\nDate:\nSentence:",
    "..",
    "T",
    "143",
    "a",
    "b c",
]

texts = st.lists(st.one_of(st.sampled_from(AWKWARD), st.text(max_size=4)), max_size=8).map("".join).map(tidy)
lines = texts.map(one_line)
citations = st.builds(
    Citation, title=lines, publisher=lines, published=st.sampled_from(["", "2022-10-12"]), sentence=lines
)
tags = st.lists(lines, max_size=4).map(fitting_tags)
ONE = Entry(
    "single_choice", "How many?", ("3", "5"), [1], "So it says.", Citation("A vote", "The Daily", "2022", "Five.")
)
SEVERAL = Entry("multiple_choice", "Who?", ("Albania", "Brazil", "Chad"), [0, 2])
TRUE = Entry("true_false", "It was adopted.", TRUE_FALSE, [0], "It was.")
NUMBER = Entry("number", "How many?", (), {"value": 143, "tolerance": 5})
ORDER = Entry("order", "In which order?", ("The debate", "The veto", "The vote"), [1, 0, 2])
MATCH = Entry("match", "Who voted how?", ("Albania", "Belarus"), [1, 0], matches=("Against", "In favour", "Not at all"))
TEXT = Entry("short_text", "Who vetoed it?", (), {"accepted": ["Russia", "the Russian Federation"]})
ALL = [ONE, SEVERAL, TRUE, NUMBER, ORDER, MATCH, TEXT]


@st.composite
def entries(draw, text=texts, settled=False, tagged=False):
    """An entry that passes `fit`; single choices that ask True or False are true/false questions in every format.

    `settled`: lines and choices stand in the order in which formats bring them back that keep none. `tagged`: they
    may have tags, which not every format has a place for.
    """
    common = {"stem": draw(text.filter(bool)), "explanation": draw(text), "citation": draw(citations)}
    common["tags"] = draw(tags) if tagged else ()
    kind = draw(
        st.sampled_from(["single_choice", "multiple_choice", "true_false", "number", "order", "match", "short_text"])
    )
    if kind == "number":
        key = {"value": draw(st.integers(-(10**12), 10**12)), "tolerance": draw(st.integers(0, 10**12))}
        return Entry(kind, options=(), key=key, **common)
    if kind == "true_false":
        return Entry(kind, options=TRUE_FALSE, key=[draw(st.integers(0, 1))], **common)
    if kind == "short_text":
        accepted = draw(st.lists(lines.filter(normalised), min_size=1, max_size=4, unique=True))
        return Entry(kind, options=(), key={"accepted": accepted}, **common)
    options = tuple(draw(st.lists(text.filter(_usable), min_size=2, max_size=5, unique_by=str.casefold)))
    if kind in ("order", "match"):
        return draw(_in_lines(kind, options, text, settled, common))
    places = st.sampled_from(range(len(options)))
    most = 1 if kind == "single_choice" else len(options)
    key = sorted(draw(st.lists(places, min_size=1, max_size=most, unique=True)))
    return Entry(kind, options=options, key=key, **common)


@st.composite
def _in_lines(draw, kind, options, text, settled, common):
    if kind == "order":
        found = lines_of.ordered("", draw(st.permutations(options)))
        shown = found.options if settled else draw(st.permutations(options))
        key = [shown.index(found.options[line]) for line in found.key]
        return Entry(kind, options=tuple(shown), key=key, **common)
    matches = draw(st.lists(text.filter(_usable), min_size=2, max_size=5, unique_by=str.casefold))
    key = [draw(st.sampled_from(range(len(matches)))) for _ in options]
    entry = Entry(kind, options=options, key=key, matches=tuple(matches), **common)
    found = lines_of.pairs("", lines_of.written_pairs(entry))
    return replace(entry, key=found.key, matches=found.matches) if settled else entry


def _usable(option):
    return bool(option) and option.casefold() not in ("true", "false")


def without_remarks(entry):
    return replace(entry, explanation="", citation=Citation())


assert [fit(entry) for entry in ALL] == ALL
