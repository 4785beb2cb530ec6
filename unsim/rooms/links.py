"""Addresses a class types or scans."""

from __future__ import annotations

import io

import segno
from django.http import HttpRequest
from django.urls import reverse

from unsim.rooms.models import Room


def join_url(request: HttpRequest, room: Room) -> str:
    return request.build_absolute_uri(reverse("join", args=[room.code]))


def is_local(request: HttpRequest) -> bool:
    """Whether the page was opened under an address that only this computer knows: no phone can follow it."""
    return request.get_host().rsplit(":", 1)[0] in ("localhost", "127.0.0.1", "[::1]")


def qr_svg(text: str) -> str:
    """A QR code as an SVG element without a fixed size: the stylesheet decides how large it is."""
    out = io.BytesIO()
    segno.make(text, error="m").save(
        out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=2, dark="#060d12", light="#fff"
    )
    return out.getvalue().decode()
