"""The project's addresses, and a channel of 2 kB events for readers who are signed in."""

import time
from statistics import median

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from tests.bench.live.floor import event_text
from unsim import live
from unsim.live.channel import Issue


def draw(key: str, language: str) -> live.Part:
    """A new part at each look: it bears the time, by which the client knows how long it was on its way."""
    text = event_text(time.monotonic())
    return live.Part(text, {}, shape=text)


live.channel("bench", draw)


@require_GET
@login_required
def stream(request: HttpRequest) -> HttpResponse:
    return live.hold(request, "bench", "all", str(request.user.pk))


@csrf_exempt
@require_POST
def push(request: HttpRequest) -> HttpResponse:
    live.tell("bench", "all")
    return HttpResponse()


@require_GET
def render_time(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Seconds for one push of a part: rendered, compared and framed."""
    times = []
    for _ in range(21):
        begun = time.monotonic()
        shown = live.render(kind, key, "en")
        Issue.of(shown, shown)
        times.append(time.monotonic() - begun)
    return HttpResponse(str(median(times)))


urlpatterns = [
    path("bench/stream/", stream),
    path("bench/push/", push),
    path("bench/render/<kind>/<key>/", render_time),
    path("", include("unsim.urls")),
]
