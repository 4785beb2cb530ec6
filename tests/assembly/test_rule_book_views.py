import pytest

from tests.cast import Cast
from tests.factories import hall_with
from unsim.assembly import rule_books
from unsim.assembly.models import RuleBook
from unsim.rules.profiles import MODEL_UN, as_dict, edited, from_dict

pytestmark = pytest.mark.django_db


@pytest.fixture
def book(cast: Cast) -> RuleBook:
    return rule_books.copy_rules(owner=cast.room.owner, of="model_un")


def sent(**changes) -> dict[str, object]:
    """What the form sends of Model UN's rules."""
    switches = as_dict(MODEL_UN)
    flags = {switch: "1" for switch, value in switches.items() if value is True}
    majorities = {switch: value for switch, value in switches.items() if switch.startswith("majority_")}
    places = {f"place-{kind}": str(number) for number, kind in enumerate(switches["order"], start=1)}
    fields = {"name": "Ours", "speech_seconds": "90", "reply_seconds": "600, 300", "yields": switches["yields"]}
    return {**fields, **flags, **majorities, **places, **changes}


def profile_of(book: RuleBook):
    book.refresh_from_db()
    return from_dict(book.switches)


def test_only_its_owner_opens_changes_copies_or_deletes_a_book(cast, book):
    before = list(RuleBook.objects.values())
    for name, client in cast.clients().items():
        if name == "teacher":
            continue
        gone = 404 if name == "other_teacher" else 302
        assert client.get(f"/rules/{book.pk}/").status_code == gone, name
        assert client.post(f"/rules/{book.pk}/", sent()).status_code == gone, name
        assert client.post(f"/rules/{book.pk}/delete/").status_code == gone, name
        refused = 422 if name == "other_teacher" else 302
        assert client.post("/rules/copy/", {"of": f"book-{book.pk}"}).status_code == refused, name
        assert client.get("/rules/").status_code == (200 if name == "other_teacher" else 302), name
    assert list(RuleBook.objects.values()) == before


@pytest.mark.parametrize(
    ("path", "method"),
    [("", "post"), ("copy/", "get"), ("{pk}/delete/", "get"), ("{pk}/", "delete")],
)
def test_the_other_method_is_refused(cast, book, path, method):
    assert getattr(cast.teacher, method)("/rules/" + path.format(pk=book.pk)).status_code == 405


def test_the_rules_of_a_meeting_are_for_everybody_in_its_room(cast):
    meeting = hall_with("ALB FRA", room=cast.room)
    address = f"/rooms/{cast.room.code}/meetings/{meeting.pk}/rules/"
    for client in (cast.teacher, cast.delegate):
        page = client.get(address)
        assert page.status_code == 200
        assert "Appeal against the ruling" in page.content.decode()
    for client in (cast.other_teacher, cast.other_delegate, cast.projector, cast.stranger):
        assert client.get(address).status_code in (302, 403)
    assert cast.teacher.get(f"/rooms/{cast.room.code}/meetings/0/rules/").status_code == 404
    assert cast.teacher.get(f"/rooms/NOROOM/meetings/{meeting.pk}/rules/").status_code == 404
    assert cast.teacher.post(address).status_code == 405


def test_the_shipped_rules_and_the_own_ones_are_listed_in_words(cast, book):
    page = cast.teacher.get("/rules/").content.decode()
    for words in ("General Assembly", "Security Council", "Model UN", book.name, "practice, not a rule", "rule 87"):
        assert words in page
    assert book.name not in cast.other_teacher.get("/rules/").content.decode()


def test_a_copy_is_made_and_opened(cast):
    answer = cast.teacher.post("/rules/copy/", {"of": "general_assembly"})
    book = RuleBook.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/rules/{book.pk}/")
    assert book.name in cast.teacher.get(answer.url).content.decode()
    assert cast.teacher.post("/rules/copy/", {"of": "filibuster"}).status_code == 422


def test_the_form_shows_the_switches_and_saves_them(cast, book):
    cast.teacher.post(f"/rules/{book.pk}/", sent())
    assert profile_of(book) == edited(MODEL_UN, name="Ours")
    changes = {"speech_seconds": "", "yields": [], "majority_to_overrule": "3/5", "place-appeal": "1"}
    changes["place-point_of_order"] = "0"
    assert cast.teacher.post(f"/rules/{book.pk}/", sent(**changes)).status_code == 422
    answer = cast.teacher.post(f"/rules/{book.pk}/", sent(**{**changes, "place-appeal": "5"}))
    assert (answer.status_code, answer.url) == (302, "/rules/")
    assert (profile_of(book).speech_seconds, str(profile_of(book).majority_to_overrule)) == (None, "3/5")
    assert 'value="3/5" selected' in cast.teacher.get(f"/rules/{book.pk}/").content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": ""}, "Give these rules a name."),
        ({"place-appeal": "first"}, "“Order of motions” cannot be “first”"),
        ({"place-appeal": ""}, "appeals are not provided for"),
        ({"speech_seconds": "", "name": "Kept"}, "Time can be yielded only where speeches have a limit."),
        ({"majority_for_drafts": "most"}, "“A text is adopted by” cannot be “most”"),
        ({"reply_seconds": "600, soon"}, "cannot be “600, soon”"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(cast, book, changes, said):
    answer = cast.teacher.post(f"/rules/{book.pk}/", sent(**changes))
    page = answer.content.decode()
    assert (answer.status_code, profile_of(book).name) == (422, book.name)
    assert said in page
    for value in changes.values():
        assert value in page


def test_the_form_of_the_council_has_no_majorities(cast):
    book = rule_books.copy_rules(owner=cast.room.owner, of="security_council")
    page = cast.teacher.get(f"/rules/{book.pk}/").content.decode()
    assert "majority_for_drafts" not in page
    assert "observers_vote_on_procedure" not in page


def test_a_book_is_deleted(cast, book):
    assert cast.teacher.post(f"/rules/{book.pk}/delete/").status_code == 302
    assert not RuleBook.objects.exists()
