"""Objects for tests. Each app adds its own in its own section."""

from datetime import UTC, datetime

import factory
from django.contrib.auth.models import User
from factory.django import DjangoModelFactory

from quizzes.models import Article, Fact, Option, Question, Quiz, Tag
from unsim.assembly.models import Ballot, Delegation, Meeting, Member, Resolution, Seat
from unsim.members import by_iso3
from unsim.rooms.models import Participant, Room
from unsim.rooms.names import REJOIN_LENGTH, name_key, new_code

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


# ---- rooms


class TeacherFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"teacher{n}")
    password = factory.django.Password("correct horse battery")


class RoomFactory(DjangoModelFactory):
    class Meta:
        model = Room

    owner = factory.SubFactory(TeacherFactory)
    name = factory.Sequence(lambda n: f"Class {n}")
    code = factory.LazyFunction(new_code)
    screen_key = factory.Sequence(lambda n: f"screen-key-{n}")
    created_at = NOON


class ParticipantFactory(DjangoModelFactory):
    class Meta:
        model = Participant

    room = factory.SubFactory(RoomFactory)
    name = factory.Sequence(lambda n: f"Student {n}")
    name_key = factory.LazyAttribute(lambda self: name_key(self.name))
    rejoin_code = factory.LazyFunction(lambda: new_code(REJOIN_LENGTH))
    joined_at = NOON
    seen_at = NOON


# ---- assembly


class MemberFactory(DjangoModelFactory):
    """One of the 193, by its code; without one, the next in seat order."""

    class Meta:
        model = Member
        django_get_or_create = ("iso3",)

    class Params:
        state = factory.LazyAttribute(lambda self: by_iso3()[self.iso3])

    iso3 = factory.Iterator(list(by_iso3()))
    seat_order = factory.SelfAttribute("state.seat_order")
    un_name = factory.SelfAttribute("state.un_name")
    common_name = factory.SelfAttribute("state.common_name")
    grid_label = factory.SelfAttribute("state.grid_label")
    regional_group = factory.SelfAttribute("state.regional_group")
    admitted = factory.SelfAttribute("state.admitted")
    permanent = factory.SelfAttribute("state.permanent")


def observer_in(meeting: Meeting, code: str = "VAT", **fields) -> Delegation:
    """A delegation of an observer in this meeting, present and with a student."""
    place = 901 + ("VAT", "PSE", "EUE").index(code)
    names = dict.fromkeys(("un_name", "common_name", "grid_label"), f"Observer {code}")
    member, _made = Member.everyone.get_or_create(
        iso3=code, defaults={"seat_order": place, "admitted": 1974, "observer": True, **names}
    )
    delegation = DelegationFactory(
        **{"meeting": meeting, "member": member, "observer": True, "present": True, **fields}
    )
    SeatFactory(delegation=delegation)
    return delegation


class ResolutionFactory(DjangoModelFactory):
    class Meta:
        model = Resolution

    title = factory.Sequence(lambda n: f"Text {n}")
    summary = "The Assembly asks for clean water."
    majority = "simple"
    slug = factory.Sequence(lambda n: f"text-{n}")


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = Meeting

    room = factory.SubFactory(RoomFactory)
    resolution = factory.SubFactory(ResolutionFactory)
    started_at = NOON


class DelegationFactory(DjangoModelFactory):
    class Meta:
        model = Delegation

    meeting = factory.SubFactory(MeetingFactory)
    member = factory.SubFactory(MemberFactory)


class SeatFactory(DjangoModelFactory):
    class Meta:
        model = Seat

    delegation = factory.SubFactory(DelegationFactory)
    meeting = factory.SelfAttribute("delegation.meeting")
    participant = factory.SubFactory(ParticipantFactory, room=factory.SelfAttribute("..meeting.room"))


def hall_with(codes: str, **fields) -> Meeting:
    """A meeting in session with these delegations ("ALB UKR"), each present and with one student; it is on."""
    meeting = MeetingFactory(**{"stage": "in_session", **fields})
    for code in codes.split():
        SeatFactory(delegation=DelegationFactory(meeting=meeting, member=MemberFactory(iso3=code), present=True))
    meeting.room.now_kind, meeting.room.now_id = "meeting", meeting.pk
    meeting.room.save()
    return meeting


def delegate_of(meeting: Meeting, code: str) -> Participant:
    return Participant.objects.filter(seats__meeting=meeting, seats__delegation__member=code).earliest("pk")


def ballot_in(meeting: Meeting, votes: dict[str, str] | None = None, stage: str = "open", **fields) -> Ballot:
    """A recorded vote of the meeting with these votes cast: {"ALB": "yes"}."""
    method, majority = fields.pop("method", "recorded"), fields.pop("majority", meeting.resolution.majority)
    motion = meeting.motions.create(resolution=meeting.resolution, method=method, majority=majority, put_at=NOON)
    roll = sorted(meeting.delegations.values_list("member_id", flat=True))
    ballot = motion.ballots.create(**{"electorate": roll, "opened_at": NOON, "stage": stage, **fields})
    for code, choice in (votes or {}).items():
        ballot.votes.create(delegation=meeting.delegations.get(member=code), choice=choice)
    return ballot


# ---- quizzes


class ArticleFactory(DjangoModelFactory):
    class Meta:
        model = Article

    title = factory.Sequence(lambda n: f"Brief {n}")
    publisher = "The Daily Assembly"
    published = "2022-10-12"
    text = "The hall was full. It adopted the text by 143 votes to 5, with 35 abstentions. Then it rose."
    slug = factory.Sequence(lambda n: f"brief-{n}")


def tally_values(**known) -> dict[str, object]:
    """All that a tally may hold; what is not known is None."""
    empty = dict.fromkeys(("absent", "date", "subject", "adopted"))
    return {"body": "General Assembly", "yes": 143, "no": 5, "abstain": 35, **empty, **known}


class FactFactory(DjangoModelFactory):
    """The vote count in the text of `ArticleFactory`."""

    class Meta:
        model = Fact

    article = factory.SubFactory(ArticleFactory)
    number = factory.Sequence(lambda n: n)
    kind = "tally"
    values = factory.LazyFunction(tally_values)
    start = 42
    end = 77
    sentence = "It adopted the text by 143 votes to 5, with 35 abstentions."
    rule = "test"


class QuizFactory(DjangoModelFactory):
    class Meta:
        model = Quiz

    owner = factory.SubFactory(TeacherFactory)
    title = factory.Sequence(lambda n: f"Quiz {n}")
    size = 8
    created_at = NOON


class QuestionFactory(DjangoModelFactory):
    """Single choice of four unless `kind`, `key` and `choices` say otherwise; the second option is right."""

    class Meta:
        model = Question
        skip_postgeneration_save = True

    quiz = factory.SubFactory(QuizFactory)
    position = factory.Sequence(lambda n: n)
    kind = "single_choice"
    stem = factory.Sequence(lambda n: f"How many members voted against text {n}?")
    key = factory.LazyFunction(lambda: [1])
    explanation = "Thirty-five is the number that abstained."
    article = factory.SubFactory(ArticleFactory)
    start = 55
    end = 56
    sentence = "It adopted the text by 143 votes to 5, with 35 abstentions."

    @factory.post_generation
    def choices(self, create, extracted, **kwargs):
        texts = ("3", "5", "24", "35") if extracted is None else extracted
        for place, text in enumerate(texts):
            Option.objects.create(question=self, position=place, text=text)


def number_question(**fields) -> Question:
    return QuestionFactory(kind="number", key={"value": 143, "tolerance": 0}, choices=(), **fields)


def order_question(**fields) -> Question:
    """Right is: the veto, the debate, the vote."""
    choices = ("The debate began", "The Assembly voted", "A draft was vetoed")
    return QuestionFactory(kind="order", **{"key": [2, 0, 1], "choices": choices, **fields})


def match_question(**fields) -> Question:
    choices, matches = ("Albania", "Belarus", "China"), ["In favour", "Against", "Abstained"]
    return QuestionFactory(kind="match", **{"key": [0, 1, 2], "choices": choices, "matches": matches, **fields})


def text_question(**fields) -> Question:
    accepted = ["Antony Blinken", "Blinken"]
    return QuestionFactory(kind="short_text", **{"key": {"accepted": accepted}, "choices": (), **fields})


def tagged(question: Question, *names: str) -> Question:
    Tag.objects.bulk_create(Tag(question=question, name=name) for name in names)
    return question


def quiz_of(size: int, owner=None, **fields) -> Quiz:
    """A quiz of so many single-choice questions about one article, each about a fact of its own."""
    quiz = QuizFactory(**({"owner": owner} if owner else {}), size=size, **fields)
    article = ArticleFactory()
    quiz.articles.add(article)
    for place in range(size):
        question = QuestionFactory(quiz=quiz, position=place, article=article)
        question.facts.add(FactFactory(article=article, number=place))
    return quiz
