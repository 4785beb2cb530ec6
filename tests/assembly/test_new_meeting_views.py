import pytest

from tests.factories import ResolutionFactory
from unsim.assembly import rule_books
from unsim.assembly.models import Meeting, Resolution
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, SECURITY_COUNCIL

pytestmark = pytest.mark.django_db


@pytest.fixture
def new(cast) -> str:
    return f"/rooms/{cast.room.code}/meetings/new/"


def test_the_texts_to_choose_from(cast, new):
    ResolutionFactory(title="Ours", room=cast.room)
    ResolutionFactory(title="Of another room", room=cast.other_room)
    ResolutionFactory(title="Of the Council", body="council")
    ResolutionFactory(title="Of the Assembly", symbol="A/RES/1")
    page = cast.teacher.get(new).content.decode()
    assert "Ours" in page
    assert "Of the Assembly" in page
    assert "Of another room" not in page
    assert page.index("Of the Assembly") < page.index(">Security Council<") < page.index("Of the Council")


def test_on_a_text_that_is_there(cast, new):
    text = ResolutionFactory()
    answer = cast.teacher.post(new, {"text": text.pk})
    assert (answer.status_code, answer.url) == (302, f"/rooms/{cast.room.code}/desk/")
    cast.room.refresh_from_db()
    assert (cast.room.now_id, Meeting.objects.get().resolution) == (Meeting.objects.get().pk, text)


def test_on_a_text_typed_in(cast, new):
    sent = {"text": "here", "title": "On homework", "words": "No more of it.", "majority": "two_thirds"}
    for _click in range(2):
        assert cast.teacher.post(new, sent).status_code == 302
    text = Resolution.objects.get(room=cast.room)
    assert (text.title, text.summary, text.majority) == ("On homework", "No more of it.", "two_thirds")
    assert Meeting.objects.get().resolution == text


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "This field is required"),
        ({"text": "999999"}, "Select a valid choice"),
        ({"text": "here", "majority": "simple"}, "Give the text a title"),
        ({"text": "here", "title": "x"}, "Choose by which majority"),
        ({"text": "here", "title": "x", "majority": "most"}, "Select a valid choice"),
        ({"text": "here", "title": "x" * 301, "majority": "simple"}, "at most 300 characters"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(cast, new, sent, words):
    answer = cast.teacher.post(new, {"words": "My own words", **sent})
    assert (answer.status_code, Meeting.objects.count()) == (422, 0)
    assert words in answer.content.decode()
    assert "My own words" in answer.content.decode()


class TestTheRules:
    @pytest.mark.parametrize(
        ("body", "chosen", "profile"),
        [
            ("assembly", "", GENERAL_ASSEMBLY),
            ("assembly", "general_assembly", GENERAL_ASSEMBLY),
            ("assembly", "model_un", MODEL_UN),
            ("council", "", SECURITY_COUNCIL),
            ("council", "model_un", SECURITY_COUNCIL),
        ],
    )
    def test_are_those_that_were_chosen_or_the_councils(self, cast, new, body, chosen, profile):
        cast.teacher.post(new, {"text": ResolutionFactory(body=body).pk, "rules": chosen})
        assert Meeting.objects.get().rules == profile

    def test_may_be_a_book_of_ones_own(self, cast, new):
        book = rule_books.copy_rules(owner=cast.room.owner, of="model_un")
        assert book.name in cast.teacher.get(new).content.decode()
        cast.teacher.post(new, {"text": ResolutionFactory().pk, "rules": f"book-{book.pk}"})
        assert Meeting.objects.get().rules.name == book.name

    def test_may_be_the_councils_own_copy_for_a_text_of_the_council(self, cast, new):
        book = rule_books.copy_rules(owner=cast.room.owner, of="security_council")
        sent = {"rules": f"book-{book.pk}"}
        assert cast.teacher.post(new, {"text": ResolutionFactory().pk, **sent}).status_code == 422
        assert cast.teacher.post(new, {"text": ResolutionFactory(body="council").pk, **sent}).status_code == 302
        assert Meeting.objects.get().rules.name == book.name

    @pytest.mark.parametrize("key", ["filibuster", "book-0", "x" * 50])
    def test_must_be_there(self, cast, new, key):
        answer = cast.teacher.post(new, {"text": ResolutionFactory().pk, "rules": key})
        assert (answer.status_code, Meeting.objects.count()) == (422, 0)
        other = rule_books.copy_rules(owner=cast.other_room.owner, of="model_un")
        answer = cast.teacher.post(new, {"text": ResolutionFactory().pk, "rules": f"book-{other.pk}"})
        assert (answer.status_code, Meeting.objects.count()) == (422, 0)


class TestTheScript:
    @pytest.fixture(autouse=True)
    def texts(self):
        ResolutionFactory(slug="a-res-es-11-4", symbol="A/RES/ES-11/4", majority="two_thirds")
        ResolutionFactory(slug="s-2022-720", symbol="S/2022/720", body="council")

    @pytest.mark.parametrize(
        ("sent", "slug", "profile"),
        [({}, "a-res-es-11-4", GENERAL_ASSEMBLY), ({"prologue": "1"}, "s-2022-720", SECURITY_COUNCIL)],
    )
    def test_is_started(self, cast, new, sent, slug, profile):
        cast.teacher.post(new, {"text": "october_2022", "rules": "model_un", **sent})
        meeting = Meeting.objects.get()
        assert (meeting.scenario, meeting.resolution.slug, meeting.rules) == ("october_2022", slug, profile)
