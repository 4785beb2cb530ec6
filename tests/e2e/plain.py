"""A student without a browser: a plain HTTP client that reads forms and sends them, as one without scripts does."""

from html.parser import HTMLParser
from urllib.parse import urljoin

import httpx


class Forms(HTMLParser):
    """The forms of a page, each a dict: action, method, fields (hidden and filled ones), buttons [(name, value)]."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[dict] = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "form":
            self.forms.append({"action": found.get("action", ""), "fields": {}, "buttons": [], "radios": []})
        if not self.forms:
            return
        form = self.forms[-1]
        if tag == "button" and "name" in found:
            form["buttons"].append((found["name"], found["value"]))
        elif tag == "input" and found.get("type") == "radio":
            form["radios"].append((found["name"], found["value"]))
        elif tag == "input" and "name" in found:
            form["fields"][found["name"]] = found.get("value", "")


class PlainStudent:
    def __init__(self, url: str, code: str, name: str) -> None:
        self.client = httpx.Client(base_url=url, follow_redirects=True, headers={"accept": "text/html"}, timeout=20)
        self.code = code
        self.page = self.client.get(f"/j/{code}")
        self.send("ticket", name=name)

    def look(self) -> str:
        self.page = self.client.get(f"/rooms/{self.code}/")
        return self.page.text

    def send(self, mark: str, **values: str) -> httpx.Response:
        """Sends the first form that has a field, button or radio called `mark`."""
        forms = Forms(self.page.text).forms
        form = next(
            f
            for f in forms
            if mark in f["fields"] or any(mark == name for name, _value in [*f["buttons"], *f["radios"]])
        )
        action = urljoin(str(self.page.url), form["action"])
        self.page = self.client.post(action, data={**form["fields"], **values})
        return self.page

    def close(self) -> None:
        self.client.close()
