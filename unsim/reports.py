"""What a report of a fault may show, to a developer under DEBUG too."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict
from django.views.debug import SafeExceptionReporterFilter


class Scrubbed(SafeExceptionReporterFilter):
    """Nothing that somebody typed, chose or holds as a cookie: a form may be a secret paper, a cookie a key."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {} if request is None else dict.fromkeys(request.POST, self.cleansed_substitute)

    def get_cleansed_multivaluedict(
        self, request: HttpRequest | None, multivaluedict: MultiValueDict[str, Any]
    ) -> QueryDict:
        cleansed = QueryDict(mutable=True)
        cleansed.update(dict.fromkeys(multivaluedict, self.cleansed_substitute))
        return cleansed

    def get_safe_cookies(self, request: HttpRequest | None) -> dict[str, Any]:
        return dict.fromkeys(getattr(request, "COOKIES", {}), self.cleansed_substitute)
