"""The pages that the door itself answers with, when a request does not get as far as Django."""

from http import HTTPStatus

from django.http import HttpRequest
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _

from unsim.live.protocol import Headers, Send, body, start


async def refuse_size(headers: Headers, limit: int, send: Send) -> None:
    """limit: bytes."""
    with translation.override(_language(headers)):
        advice = _("At most %(size)s kB can be sent at once. Go back and send less.") % {"size": limit // 1024}
        page = _page(_("That was too much at once"), advice)
    await _refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, page, send)


async def refuse_time(headers: Headers, send: Send) -> None:
    with translation.override(_language(headers)):
        advice = _("The connection was too slow, and nothing was changed. Go back and send it again.")
        page = _page(_("It did not arrive in time"), advice)
    await _refuse(HTTPStatus.REQUEST_TIMEOUT, page, send)


def _language(headers: Headers) -> str:
    request = HttpRequest()
    request.META["HTTP_ACCEPT_LANGUAGE"] = dict(headers).get(b"accept-language", b"").decode("latin1")
    return translation.get_language_from_request(request)


def _page(title: str, advice: str) -> str:
    return format_html(
        '<!doctype html><html lang="{}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{}</title>'
        "<main><h1>{}</h1><p>{}</p></main></html>",
        *(translation.get_language(), title, title, advice),
    )


async def _refuse(status: int, page: str, send: Send) -> None:
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-security-policy", b"default-src 'none'"),
        (b"cache-control", b"no-store"),
        # The rest of the body may still be on its way.
        (b"connection", b"close"),
    ]
    await send(start(status, headers))
    await send(body(page.encode()))
