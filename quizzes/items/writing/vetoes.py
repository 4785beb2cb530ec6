"""Questions on vetoes: who cast one, when, and why a draft failed."""

from collections.abc import Iterator, Sequence

from quizzes.items.writing import wordings
from quizzes.items.writing.days import agree, in_words, is_day, span_of, when
from quizzes.items.writing.distractors import dates_around
from quizzes.items.writing.draft import Draft, choice, typed
from quizzes.items.writing.known import Told, Vote, alike, most_exact
from quizzes.items.writing.names import (
    body_name,
    capital,
    member_name,
    member_names,
    member_option,
    shares_a_word,
    size_of,
)
from quizzes.items.writing.points import Point, veto_point
from quizzes.items.writing.scenes import ENOUGH, Scene, subject_of
from quizzes.items.writing.story import Story
from unsim.members import all_members

COUNCIL = "Security Council"
# Days after a veto in which it is still spoken of as the last one.
_FRESH = 31


def veto_drafts(story: Story) -> Iterator[Draft]:
    told = story.known.told["veto"]
    for veto in told:
        if veto.text("member") in permanent():
            yield from _who(story, veto, _same(veto, told))
            yield from _when(story, veto, _same(veto, told))
    for scene in story.scenes:
        yield from _why_failed(story, scene, told)


def vetoes_once(story: Story) -> Iterator[tuple[Told, str, str]]:
    """Vetoes with their date and what the draft was about, each once, where no other one was like it."""
    told = story.known.told["veto"]
    seen: list[Told] = []
    for veto in told:
        same = _same(veto, told)
        day, about = _date(story, veto, same), _about(_subject([veto, *same]))
        others = [one for one in told if one not in same and one.text("member") == veto.text("member")]
        twin = any(alike(one.text("subject"), about) for one in others)
        if day and about and not twin and veto.text("member") in permanent() and not any(one in seen for one in same):
            seen.append(veto)
            yield veto, day, about


def permanent() -> list[str]:
    """In the order of their names."""
    return sorted((member.iso3 for member in all_members() if member.permanent), key=member_option)


def _same(veto: Told, others: Sequence[Told]) -> list[Told]:
    """The tellings of this veto: of the same day, or of dates that agree with subjects that are alike."""
    return [other for other in others if other is veto or _is_same(veto, other)]


def _is_same(one: Told, other: Told) -> bool:
    if one.text("member") != other.text("member") or not one.date() or not other.date():
        return False
    if one.date() == other.date():
        return is_day(one.date())
    subjects = one.text("subject"), other.text("subject")
    return all(subjects) and agree(one.date(), other.date()) and alike(*subjects)


def _subject(tellings: Sequence[Told]) -> str:
    named = (subject_of(told) for told in tellings)
    return next((subject for subject in named if subject.startswith("on ")), "")


def _date(story: Story, veto: Told, same: Sequence[Told]) -> str:
    """The most exact one; only its month where the articles contradict each other about the day."""
    day = most_exact(same) if veto.date() else ""
    return day[:7] if any(story.known.is_disputed(told, "date") for told in same) else day


def _who(story: Story, veto: Told, same: Sequence[Told]) -> Iterator[Draft]:
    """With a date, and with a subject too unless the article is about it: others are told in passing."""
    day, member = _date(story, veto, same), veto.text("member")
    about = _about(_subject([veto, *same]))
    if not day or "/" in day or (not about and not _is_news(story, veto, day)):
        return
    rivals = {one.text("member") for one in story.known.told["veto"] if agree(one.date(), day)} - {member}
    options = [iso3 for iso3 in permanent() if iso3 not in rivals]
    subject = f" {about}" if about else ""
    stem = capital(story.rng.choice(wordings.VETOED).format(body=body_name(COUNCIL), day=when(day), subject=subject))
    if shares_a_word(stem, member_option(member)):
        return
    item = choice(
        (veto,),
        stem=stem,
        options=[member_option(iso3) for iso3 in options],
        right=member_option(member),
        explanation=wordings.VETOED_WHY.format(member=capital(member_name(member)), day=when(day)),
    )
    yield Draft(item, "veto", "vetoes", _point(veto, "who"), _point(veto, "date"), _point(veto, "who"), "veto", worth=3)
    if not rivals:
        yield _who_typed(story, veto, day, subject)


def _is_news(story: Story, veto: Told, day: str) -> bool:
    """Whether the article that tells of it was published within a month of it, and no other draft fell that day."""
    published, voted = span_of(story.known.articles[veto.article].published or ""), span_of(day)
    drafts = [one for one in story.known.told["tally"] if one.text("body") == COUNCIL and one.date() == day]
    recent = published and voted and is_day(day) and 0 <= (published[0] - voted[1]).days <= _FRESH
    return bool(recent) and len(drafts) <= 1


def _who_typed(story: Story, veto: Told, day: str, subject: str) -> Draft:
    """Where one veto alone is told of that time, so that there is one name to type."""
    member = veto.text("member")
    stem = story.rng.choice(wordings.VETOED_TYPED).format(body=body_name(COUNCIL), day=when(day), subject=subject)
    item = typed(
        (veto,),
        stem=capital(stem),
        accepted=member_names(member),
        explanation=wordings.VETOED_WHY.format(member=capital(member_name(member)), day=when(day)),
    )
    asks, tells = _point(veto, "who"), _point(veto, "date")
    return Draft(item, "veto typed", "vetoes", asks, tells, asks, "veto", level=3, worth=3)


def _about(subject: str) -> str:
    """ "on a draft resolution on ..." and the like, without the words that the stem has already."""
    for opening in ("on a draft resolution ", "on a resolution ", "on a draft ", "on a text "):
        if subject.startswith(opening):
            return subject.removeprefix(opening)
    return ""


def _point(veto: Told, what: str) -> frozenset[Point]:
    return frozenset({veto_point(veto, what)})


def _when(story: Story, veto: Told, same: Sequence[Told]) -> Iterator[Draft]:
    day, about = _date(story, veto, same), _about(_subject([veto, *same]))
    others = [one for one in story.known.told["veto"] if one not in same and one.text("member") == veto.text("member")]
    twin = any(alike(one.text("subject"), about) for one in others)
    if not is_day(day) or not about or twin:
        return
    options = dates_around(day, story.days, barred=[one.date() for one in others], rng=story.rng)
    if options:
        item = choice(
            (veto,),
            stem=story.rng.choice(wordings.VETO_DATE).format(
                member=member_name(veto.text("member")), subject=about, body=body_name(COUNCIL)
            ),
            options=options,
            right=in_words(day),
            explanation=wordings.VETO_DATE_WHY.format(day=when(day)),
        )
        asks = _point(veto, "date")
        yield Draft(item, "veto date", "dates", asks, _point(veto, "who"), asks, near="date", level=3, worth=2)


def _may_be_by(veto: Told, vote: Vote) -> bool:
    return vote.way(veto.text("member")) in ("", "no") and vote.figures.get("no", 1) > 0


def _why_failed(story: Story, scene: Scene, vetoes: Sequence[Told]) -> Iterator[Draft]:
    """Where a vote of the Council had enough in favour, and the articles tell of a veto on that day."""
    vote, yes = scene.vote, scene.vote.figures.get("yes", 0)
    told = [veto for veto in vetoes if is_day(vote.date) and veto.date() == vote.date and _may_be_by(veto, vote)]
    if vote.body != COUNCIL or vote.adopted or yes < ENOUGH or not told or not scene.subject:
        return
    item = choice(
        (told[0], *scene.told),
        stem=scene.fill(story.rng.choice(wordings.WHY_FAILED), yes=yes, size=size_of(COUNCIL)),
        options=wordings.WHY_FAILED_OPTIONS,
        right=wordings.WHY_FAILED_OPTIONS[0],
        explanation=wordings.WHY_FAILED_WHY.format(member=capital(member_name(told[0].text("member")))),
    )
    tells = scene.names() | scene.asks("yes")
    asks = _point(told[0], "failed") | _point(told[0], "who")
    yield Draft(item, "why failed", "vetoes", asks, tells, _point(told[0], "who"), "veto", free=True, worth=5)
