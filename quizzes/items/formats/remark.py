"""Explanation and citation as one text, for formats whose only place for them is the feedback on a question."""

import re

from quizzes.items.formats.entry import Citation, Entry

_CITED = re.compile(r"(?:\A|\n\n)Source:([^\n]*)\nPublisher:([^\n]*)\nDate:([^\n]*)\nSentence:([^\n]*)\Z")


def told(entry: Entry) -> str:
    """The explanation, and under it the four lines of the citation where there is one."""
    if entry.citation == Citation() and not _CITED.search(entry.explanation):
        return entry.explanation
    cited = entry.citation
    lines = f"Source: {cited.title}\nPublisher: {cited.publisher}\nDate: {cited.published}\nSentence: {cited.sentence}"
    return f"{entry.explanation}\n\n{lines}".strip()


def parted(text: str) -> tuple[str, Citation]:
    """What `told` joined."""
    match = _CITED.search(text)
    if not match:
        return text, Citation()
    title, publisher, published, sentence = (part.strip() for part in match.groups())
    return text[: match.start()], Citation(title, publisher, published, sentence)
