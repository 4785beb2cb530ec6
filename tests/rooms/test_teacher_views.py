import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.cast import LOOKING, signed_in
from tests.factories import TeacherFactory
from unsim.rooms import teachers
from unsim.rooms.models import Invitation

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


@pytest.fixture
def browser() -> Client:
    return Client(headers=LOOKING)


def link(**kwargs) -> str:
    from django.utils import timezone

    return f"/welcome/{teachers.invite(now=timezone.now())}/"


def test_an_invitation_makes_an_account_and_signs_in(browser):
    url = link()
    assert browser.get(url).status_code == 200
    answer = browser.post(url, {"username": "rosa", "password": PASSWORD}, follow=True)
    assert answer.redirect_chain == [("/teach/", 302)]
    assert User.objects.get().username == "rosa"
    assert browser.get(url).status_code == 410


@pytest.mark.parametrize(
    ("username", "password"), [("", PASSWORD), ("rosa", "short"), ("rosa", "12345678901"), ("ro/sa", PASSWORD)]
)
def test_a_bad_name_or_password_leaves_the_link_usable(browser, username, password):
    url = link()
    assert browser.post(url, {"username": username, "password": password}).status_code == 422
    assert not User.objects.exists()
    assert browser.get(url).status_code == 200


@pytest.mark.parametrize(
    ("typed", "name"), [("Mara Ilić", "Mara Ilić"), (" Mara  Ilić ", "Mara Ilić"), ("Ms. O'Hara-Li", "Ms. O'Hara-Li")]
)
def test_a_name_is_written_as_people_are_called(browser, typed, name):
    browser.post(link(), {"username": typed, "password": PASSWORD})
    assert User.objects.get().username == name
    browser.post("/sign-out/")
    assert browser.post("/sign-in/", {"username": name, "password": PASSWORD}).url == "/teach/"


def test_a_name_that_cannot_be_one_says_what_can(browser):
    page = browser.post(link(), {"username": "ro/sa", "password": PASSWORD}).content.decode()
    assert "Use letters, numbers, spaces and @ . + - _" in page
    assert page.count("Letters, numbers, spaces and @ . + - _") == 1


def test_a_name_that_is_taken(browser):
    TeacherFactory(username="rosa")
    assert browser.post(link(), {"username": "ROSA", "password": PASSWORD}).status_code == 422


def test_a_made_up_link(browser):
    assert browser.get("/welcome/made-up/").status_code == 410


def test_signing_in_and_out(browser):
    TeacherFactory(username="rosa")
    assert browser.post("/sign-in/", {"username": "rosa", "password": "wrong"}).status_code == 200
    answer = browser.post("/sign-in/", {"username": "rosa", "password": PASSWORD})
    assert (answer.status_code, answer.url) == (302, "/teach/")
    assert browser.post("/sign-out/").status_code == 302
    assert browser.get("/teach/").url == "/sign-in/?next=/teach/"


def test_guessing_passwords_is_slowed(browser, monkeypatch):
    from limits import RateLimitItemPerMinute

    from unsim.rooms import limits

    monkeypatch.setattr(limits, "SIGN_INS", RateLimitItemPerMinute(2))
    codes = [browser.post("/sign-in/", {"username": "x", "password": "y"}).status_code for _ in range(3)]
    assert codes == [200, 200, 429]


def test_the_first_teacher_helps_a_colleague_in_again(browser):
    first, other = TeacherFactory(is_superuser=True), TeacherFactory(username="ben")
    answer = signed_in(first).post(f"/teach/account/{other.pk}/reset/")
    path = "/welcome/" + answer.text.split("/welcome/")[1].split("/")[0] + "/"
    assert browser.post(path, {"password": "a new long one"}).status_code == 302
    other.refresh_from_db()
    assert other.check_password("a new long one")


def test_a_colleague_may_not(browser):
    first, other = TeacherFactory(is_superuser=True), TeacherFactory()
    assert signed_in(other).post(f"/teach/account/{first.pk}/reset/").status_code == 403
    assert not Invitation.objects.exists()
    assert "Forgotten" not in signed_in(other).get("/teach/account/").text


def test_changing_the_own_password(browser):
    teacher = TeacherFactory()
    client = signed_in(teacher)
    new = {"old_password": PASSWORD, "new_password1": "something else 7", "new_password2": "something else 7"}
    assert client.post("/teach/account/password/", new).status_code == 302
    teacher.refresh_from_db()
    assert teacher.check_password("something else 7")


@pytest.mark.parametrize("path", ["/teach/", "/teach/account/", "/teach/account/password/"])
def test_strangers_are_asked_to_sign_in(browser, path):
    assert browser.get(path).status_code == 302


@pytest.mark.parametrize("path", ["/teach/account/invite/", "/teach/account/1/reset/"])
def test_links_are_posted_for(browser, path):
    assert browser.post(path).status_code == 302
    assert signed_in(TeacherFactory()).get(path).status_code == 405
