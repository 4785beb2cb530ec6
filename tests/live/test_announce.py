"""What an app says, and when it is heard."""

import pytest
from django.db import transaction
from redis.exceptions import ConnectionError as NoConnection

from unsim import live
from unsim.live import announce
from unsim.live.signals import Ended, Signal, Told


class Listener:
    """In the place of the hub."""

    def __init__(self, running: bool = True) -> None:
        self.running = running
        self.heard: list[Signal] = []

    def hear(self, signal: Signal) -> None:
        self.heard.append(signal)


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Listener:
    listener = Listener()
    monkeypatch.setattr(announce, "hub", listener)
    return listener


@pytest.mark.django_db(transaction=True)
def test_it_is_heard_when_the_transaction_commits_not_before(hub: Listener):
    with transaction.atomic():
        live.tell("room", "7")
        live.end("ann")
        assert hub.heard == []
    assert hub.heard == [Told("room", "7"), Ended("ann")]


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_was_never_said(hub: Listener):
    with transaction.atomic():
        live.tell("room", "7")
        transaction.set_rollback(True)
    assert hub.heard == []


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_it_is_heard_at_once(hub: Listener):
    live.tell("room", "7")
    assert hub.heard == [Told("room", "7")]


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> list[Signal]:
    """What goes over Redis, in a process that has no hub."""
    signals: list[Signal] = []
    monkeypatch.setattr(announce, "hub", Listener(running=False))
    monkeypatch.setattr(announce.wire, "publish", signals.append)
    return signals


@pytest.mark.django_db(transaction=True)
def test_without_a_hub_and_without_redis_it_is_harmless(published: list[Signal], settings):
    settings.REDIS_URL = ""
    live.tell("room", "7")
    assert published == []


@pytest.mark.django_db(transaction=True)
def test_without_a_hub_it_goes_over_redis(published: list[Signal], settings):
    settings.REDIS_URL = "redis://somewhere"
    live.tell("room", "7")
    live.end("ann")
    assert published == [Told("room", "7"), Ended("ann")]


@pytest.mark.django_db(transaction=True)
def test_what_was_written_stays_written_when_redis_is_away(
    monkeypatch: pytest.MonkeyPatch, published, settings, caplog
):
    def refuse(signal: Signal) -> None:
        raise NoConnection

    monkeypatch.setattr(announce.wire, "publish", refuse)
    settings.REDIS_URL = "redis://somewhere"
    live.tell("room", "7")
    assert "The screens could not be told" in caplog.text
