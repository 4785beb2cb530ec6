"""Findings made by hand, laid out in a text of their own, so that offsets and sentences hold."""

from random import Random

from quizzes.items import Article, Finding
from quizzes.items.writing.known import gather
from quizzes.items.writing.story import story_of

SUBJECT = "to condemn the annexation of regions"


def tally(
    yes=143, no=5, abstain=35, absent=None, *, date="2022-10-12", subject=SUBJECT, body="General Assembly", **more
):
    values = {"body": body, "yes": yes, "no": no, "abstain": abstain, "absent": absent, "date": date}
    return "tally", {**values, "subject": subject, "adopted": more.get("adopted", True)}


def position(member, vote, tally=0):
    return "position", {"member": member, "vote": vote, "tally": tally}


def veto(member="RUS", date="2022-09-30", subject=None):
    return "veto", {"member": member, "date": date, "subject": subject}


def membership(body="General Assembly", count=193):
    return "membership", {"body": body, "count": count}


def quote(speaker, text, role=None):
    return "quote", {"speaker": speaker, "role": role, "text": text}


def office(person, role):
    return "office", {"person": person, "role": role}


def event(date, what):
    return "event", {"date": date, "what": what}


def procedure(body, topic, holds):
    return "procedure", {"body": body, "topic": topic, "holds": holds}


def article(*facts, title="What the Assembly decided", publisher="The Daily Paper", published="2022-10-13"):
    """Each fact stands in a sentence of its own."""
    text, findings = "", []
    for number, (kind, values) in enumerate(facts):
        by = f" by {values['speaker']}" if kind == "quote" else ""
        sentence = f"Sentence {number} tells of a {kind}{by}."
        start = len(text) + len(f"Sentence {number} ")
        findings.append(Finding(kind, values, start, start + len("tells"), sentence, "by-hand"))
        text += sentence + " "
    return Article(title, text, publisher, published, tuple(findings))


def story(*articles, seed=1):
    return story_of(gather(articles), Random(seed))


def drafts(writer, *articles, form=None, seed=1):
    return [draft for draft in writer(story(*articles, seed=seed)) if form in (None, draft.form)]


def stems(writer, *articles, form=None, seeds=range(12)):
    """All the wordings that the seeds bring."""
    return {draft.item.stem for seed in seeds for draft in drafts(writer, *articles, form=form, seed=seed)}


def right(item):
    """The right options in words."""
    return [item.options[place] for place in item.key]
