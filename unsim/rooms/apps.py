from django.apps import AppConfig


class RoomsConfig(AppConfig):
    name = "unsim.rooms"
    label = "rooms"

    def ready(self) -> None:
        from unsim import live
        from unsim.rooms.now import render

        live.channel("room", render)
