"""Notes by name in one plain table, and the part that shows them."""

from django.db import connection, transaction
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from unsim.live import Gone, Part, tell


def make_table() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS note (page TEXT, name TEXT, text TEXT, PRIMARY KEY (page, name))")


def write(*, page: str, name: str, text: str) -> None:
    """Writes without telling anybody."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT OR REPLACE INTO note VALUES (%s, %s, %s)", [page, name, text])


def note(*, page: str, name: str, text: str) -> None:
    with transaction.atomic():
        write(page=page, name=name, text=text)
        tell("notes", page)


def read(page: str) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, text FROM note WHERE page = %s ORDER BY name", [page])
        return dict(cursor.fetchall())


def draw(page: str, language: str) -> Part:
    """A list of notes and the pulse. A note called "gone" ends the page; one called "broken" cannot be rendered."""
    notes = read(page)
    if "gone" in notes:
        raise Gone
    if "broken" in notes:
        raise ZeroDivisionError
    stage, say, turn = notes.pop("stage", "1"), notes.pop("say", ""), notes.pop("turn", "")
    pulse = format_html(
        '<span id="pulse" data-stage="{}" data-say="{}" data-turn="{}" hidden></span>', stage, say, turn
    )
    cells = {"pulse": pulse} | {f"n-{name}": line(name, text) for name, text in notes.items()}
    items = format_html_join("\n", "{}", ((mark_safe(cell),) for name, cell in cells.items() if name != "pulse"))
    title = {"en": "Notes", "de": "Notizen"}[translation.get_language()]
    return Part(format_html("<h2>{}</h2>{}<ul>{}</ul>", title, pulse, items), cells, shape=title)


def line(name: str, text: str) -> str:
    return format_html('<li id="n-{}">{}</li>', name, text)


drawn = 0


def count_drawings(page: str, language: str) -> Part:
    """Shows how often it was rendered in this process: a change that no database knows of."""
    global drawn
    drawn += 1
    return Part(f"<p>{drawn}</p>", {}, shape=str(drawn))
