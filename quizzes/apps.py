from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    name = "quizzes"

    def ready(self) -> None:
        from quizzes.activity import RunActivity
        from unsim.rooms.activities import register

        register(RunActivity())
