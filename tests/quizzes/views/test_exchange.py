import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from quizzes.items.formats import FORMATS, LARGEST_FILE
from quizzes.models import Quiz
from tests.factories import QuestionFactory, quiz_of

pytestmark = pytest.mark.django_db
NOT_TEACHERS = ["delegate", "other_delegate", "projector", "stranger"]
GIFT = b"""Which body voted?{=The General Assembly ~The Security Council}

Who asked for it? {}

Is this <b>so</b>?{TRUE}
"""


@pytest.fixture
def quiz(cast):
    return quiz_of(3, cast.room.owner, title="My quiz: №1")


def export_url(quiz, name):
    return f"/teach/quizzes/{quiz.pk}/export/{name}/"


def upload(client, data=GIFT, **fields):
    return client.post("/teach/quizzes/import/", {"title": "New", "file": SimpleUploadedFile("q.txt", data), **fields})


class TestExport:
    @pytest.mark.parametrize("name", FORMATS)
    def test_gives_a_file(self, cast, quiz, name):
        answer = cast.teacher.get(export_url(quiz, name))
        form = FORMATS[name]
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, form.content_type)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="my-quiz-no1.{form.ending}"'
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.content

    def test_the_quiz_links_to_every_format(self, cast, quiz):
        page = cast.teacher.get(f"/teach/quizzes/{quiz.pk}/").content.decode()
        assert all(f'href="{export_url(quiz, name)}"' in page for name in FORMATS)

    def test_is_read(self, cast, quiz):
        assert cast.teacher.post(export_url(quiz, "gift")).status_code == 405

    def test_of_a_colleagues_quiz_or_an_unknown_format_is_not_found(self, cast, quiz):
        assert cast.other_teacher.get(export_url(quiz, "gift")).status_code == 404
        assert cast.teacher.get(export_url(quiz, "docx")).status_code == 404

    @pytest.mark.parametrize("who", NOT_TEACHERS)
    def test_is_for_teachers(self, cast, quiz, who):
        assert getattr(cast, who).get(export_url(quiz, "gift")).url.startswith("/sign-in/")


class TestImport:
    def test_makes_a_quiz_and_says_what_was_skipped_and_why(self, cast):
        answer = upload(cast.teacher)
        quiz = Quiz.objects.get()
        assert answer.url == f"/teach/quizzes/{quiz.pk}/imported/"
        assert (quiz.owner, quiz.title, quiz.questions.count()) == (cast.room.owner, "New", 2)
        page = cast.teacher.get(answer.url).content.decode()
        assert "2 questions came in." in page
        assert "1 was skipped." in page
        assert "<strong>Line 3</strong> This kind of question does not exist here." in page

    def test_shows_the_flaws_of_what_came_in(self, cast):
        upload(cast.teacher, b"Which of these?{=The Assembly ~All of the above}")
        page = cast.teacher.get(f"/teach/quizzes/{Quiz.objects.get().pk}/").content.decode()
        assert 'class="flaws"' in page
        assert "Where this stands" not in page

    def test_the_editor_opens_a_question_without_a_source(self, cast):
        upload(cast.teacher)
        question = Quiz.objects.get().questions.first()
        assert cast.teacher.get(f"/teach/questions/{question.pk}/").status_code == 200

    def test_an_imported_quiz_can_be_run(self, cast):
        upload(cast.teacher)
        run = {"quiz": Quiz.objects.get().pk, "paced": "teacher"}
        assert cast.teacher.post(f"/rooms/{cast.room.code}/runs/new/", run).status_code == 302
        assert cast.teacher.get(f"/rooms/{cast.room.code}/desk/").status_code == 200

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"Dear colleague, here is the quiz.", "names the columns"),
            (b"\x00\xff\xfe\x80", "not text in UTF-8"),
            (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><quiz/>", "defines entities"),
            (b"PK\x03\x04 broken", "damaged"),
            (b"x" * (LARGEST_FILE + 1), "too large"),
            (b"   \n", "empty"),
        ],
    )
    def test_of_another_file_is_refused_with_why(self, cast, data, why):
        answer = upload(cast.teacher, data)
        assert answer.status_code == 422
        assert why in answer.content.decode()
        assert not Quiz.objects.exists()

    def test_of_nothing_fitting_lists_the_reasons(self, cast):
        answer = upload(cast.teacher, b"Write an essay.{}")
        assert answer.status_code == 422
        assert b"<strong>Line 1</strong>" in answer.content
        assert not Quiz.objects.exists()

    @pytest.mark.parametrize("fields", [{"title": ""}, {"file": ""}, {"title": "x" * 121}])
    def test_says_at_the_field_what_is_wrong(self, cast, fields):
        answer = upload(cast.teacher, **fields)
        assert answer.status_code == 422
        assert b"errorlist" in answer.content

    def test_the_page_is_linked_from_the_quizzes(self, cast):
        assert b'href="/teach/quizzes/import/"' in cast.teacher.get("/teach/quizzes/").content
        assert cast.teacher.get("/teach/quizzes/import/").status_code == 200

    def test_a_name_that_is_markup_is_shown_as_text(self, cast):
        upload(cast.teacher, b"<script>alert(1)</script>Really <i>so</i>?{TRUE}\n\n[plain]<b>bold</b>?{F}")
        page = cast.teacher.get(f"/teach/quizzes/{Quiz.objects.get().pk}/").content.decode()
        assert "alert(1)" not in page
        assert "&lt;b&gt;bold" in page

    @pytest.mark.parametrize("who", NOT_TEACHERS)
    def test_is_for_teachers(self, cast, who):
        assert getattr(cast, who).get("/teach/quizzes/import/").url.startswith("/sign-in/")
        assert upload(getattr(cast, who)).url.startswith("/sign-in/")
        assert not Quiz.objects.exists()

    def test_is_got_or_posted(self, cast):
        assert cast.teacher.put("/teach/quizzes/import/").status_code == 405


class TestImported:
    def test_of_a_colleague_is_not_found(self, cast, quiz):
        assert cast.other_teacher.get(f"/teach/quizzes/{quiz.pk}/imported/").status_code == 404

    def test_is_read(self, cast, quiz):
        assert cast.teacher.post(f"/teach/quizzes/{quiz.pk}/imported/").status_code == 405

    def test_later_still_says_how_many(self, cast, quiz):
        QuestionFactory(quiz=quiz)
        assert b"4 questions came in." in cast.teacher.get(f"/teach/quizzes/{quiz.pk}/imported/").content
