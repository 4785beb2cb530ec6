"""What a Django view answers: a held stream, or the same part for a browser that polls."""

from hashlib import blake2b
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response

from unsim.live import frames
from unsim.live.parts import Gone, render
from unsim.live.streams import Address, Hold

# Neither kept nor transformed (compressed), and not collected by a proxy before it is passed on.
HEADERS = {"Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no"}


def hold(request: HttpRequest, kind: str, key: str, who: str = "") -> HttpResponse:
    """Holds a stream of this part open for the reader whom the view has authorised.

    The answer is only a mark: the door keeps the socket, and the view's thread is free. Without the door (in tests)
    the answer is the stream's first frame. who: the name under which `end` finds this reader.
    """
    address = Address(kind, key, _language())
    held: dict[str, Any] | None = request.META.get("asgi.scope", {}).get("live")
    if held is None:
        return _first_frame(address)
    held["hold"] = Hold(address, who)
    return _stream(b"")


def part(request: HttpRequest, kind: str, key: str) -> HttpResponseBase:
    """The same part for a browser that polls: 304 when it has it already, 410 when it is gone."""
    try:
        html = render(kind, key, _language()).html
    except Gone:
        return HttpResponse(status=HTTPStatus.GONE)
    etag = f'"{blake2b(html.encode(), digest_size=16).hexdigest()}"'
    response = HttpResponse(html, headers={"ETag": etag, "Cache-Control": "no-store"})
    return get_conditional_response(request, etag=etag, response=response) or response


def _first_frame(address: Address) -> HttpResponse:
    try:
        return _stream(frames.OPENING + frames.board(render(*address)))
    except Gone:
        return HttpResponse(status=HTTPStatus.GONE)


def _stream(first: bytes) -> HttpResponse:
    return HttpResponse(first, content_type="text/event-stream", headers=HEADERS)


def _language() -> str:
    return translation.get_language() or settings.LANGUAGE_CODE
