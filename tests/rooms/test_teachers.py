from datetime import timedelta

import pytest

from tests.factories import NOON, TeacherFactory
from unsim.rooms import teachers
from unsim.rooms.models import Invitation

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


def accept(secret, name="Rosa", now=NOON):
    return teachers.accept(secret=secret, name=name, password=PASSWORD, now=now)


def test_the_first_link_makes_the_first_teacher_once():
    secret = teachers.first_link(now=NOON)
    teacher = accept(secret)
    assert teacher.is_superuser
    assert teacher.check_password(PASSWORD)
    assert teachers.first_link(now=NOON) is None
    with pytest.raises(teachers.LinkSpent):
        accept(secret, "Second")


def test_a_new_first_link_ends_the_one_before():
    old = teachers.first_link(now=NOON)
    new = teachers.first_link(now=NOON)
    with pytest.raises(teachers.LinkSpent):
        teachers.find_invitation(old, now=NOON)
    assert teachers.find_invitation(new, now=NOON).first


def test_a_colleague_is_no_first_teacher():
    assert not accept(teachers.invite(now=NOON)).is_superuser


def test_a_first_link_that_comes_second_makes_no_first_teacher():
    secret = teachers.first_link(now=NOON)
    TeacherFactory(is_superuser=True)
    assert not accept(secret).is_superuser


def test_a_link_lasts_seven_days():
    secret = teachers.invite(now=NOON)
    with pytest.raises(teachers.LinkSpent):
        accept(secret, now=NOON + timedelta(days=7))


def test_only_the_first_teacher_gives_out_new_passwords():
    first, other = TeacherFactory(is_superuser=True), TeacherFactory()
    with pytest.raises(teachers.NotFirst):
        teachers.reset_link(by=other, teacher=first, now=NOON)
    secret = teachers.reset_link(by=first, teacher=other, now=NOON)
    assert teachers.accept(secret=secret, name="", password="another long one", now=NOON) == other
    other.refresh_from_db()
    assert other.check_password("another long one")


def test_the_secret_of_a_link_is_not_kept():
    secret = teachers.invite(now=NOON)
    assert secret not in str(Invitation.objects.values().get())
