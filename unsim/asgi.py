"""The project as one ASGI application: the outer door, with Django behind it."""

from django.conf import settings

from unsim.live.body import Limits
from unsim.live.door import Door
from unsim.live.hub import hub
from unsim.wsgi import application as site

application = Door(site, hub, Limits(size=settings.LARGEST_BODY, larger=settings.LARGER_BODIES))
