"""What an app says when it has written: a part has changed, or a person has left."""

import logging
from functools import partial

from django.conf import settings
from django.db import transaction
from redis.exceptions import RedisError

from unsim.live import wire
from unsim.live.hub import hub
from unsim.live.signals import Ended, Signal, Told

logger = logging.getLogger(__name__)


def tell(kind: str, key: str) -> None:
    """Says that this part has changed, in every language. Takes effect when the transaction commits."""
    transaction.on_commit(partial(_announce, Told(kind, key)))


def end(who: str) -> None:
    """Ends at once, when the transaction commits, the streams that are held for this person, in every process."""
    transaction.on_commit(partial(_announce, Ended(who)))


def _announce(signal: Signal) -> None:
    """Through this process's hub, or, in a command, over Redis. Without either (tests, one SQLite file, whose
    writes the hub sees by itself) there is nothing to do."""
    if hub.running:
        hub.hear(signal)
    elif settings.REDIS_URL:
        try:
            wire.publish(signal)
        except (RedisError, OSError) as error:
            # What was written stays written.
            logger.warning("The screens could not be told: %s", type(error).__name__)
