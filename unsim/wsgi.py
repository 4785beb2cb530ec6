"""Django's own handler, which the outer door (`unsim.asgi`) calls in a few long-lived threads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unsim.settings")

application = get_wsgi_application()
