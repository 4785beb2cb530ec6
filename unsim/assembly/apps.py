from django.apps import AppConfig


class AssemblyConfig(AppConfig):
    name = "unsim.assembly"
    label = "assembly"

    def ready(self) -> None:
        from unsim.assembly.activity import MeetingActivity
        from unsim.rooms.activities import register

        register(MeetingActivity())
