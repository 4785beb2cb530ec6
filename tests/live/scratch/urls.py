from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET, require_POST

from tests.live.scratch import notes
from unsim import live


@require_GET
def stream(request: HttpRequest, page: str) -> HttpResponse:
    return live.hold(request, "notes", page, request.GET.get("who", ""))


@require_GET
def refused(request: HttpRequest, page: str) -> HttpResponse:
    """Holds, and then answers something else: what a middleware may do."""
    live.hold(request, "notes", page)
    return HttpResponse("Not for you", status=403)


def any_method(request: HttpRequest, page: str) -> HttpResponse:
    return live.hold(request, "notes", page)


@require_GET
def part(request: HttpRequest, page: str) -> HttpResponseBase:
    return live.part(request, "notes", page)


@require_POST
def write(request: HttpRequest, page: str) -> HttpResponse:
    for name, text in request.POST.items():
        notes.note(page=page, name=name, text=str(text))
    return HttpResponse("written")


@require_GET
def drawings(request: HttpRequest, page: str) -> HttpResponse:
    return live.hold(request, "drawings", page, request.GET.get("who", ""))


@require_POST
def tell(request: HttpRequest, page: str) -> HttpResponse:
    live.tell("drawings", page)
    return HttpResponse("told")


@require_POST
def end(request: HttpRequest, who: str) -> HttpResponse:
    live.end(who)
    return HttpResponse("ended")


@require_POST
def count(request: HttpRequest, page: str) -> JsonResponse:
    """Leaves a trace that it ran, and says what reached it."""
    notes.write(page=page, name="ran", text="yes")
    headers = {name.lower(): value for name, value in request.headers.items()}
    return JsonResponse({"bytes": len(request.body), "headers": headers})


@require_GET
def ask(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"query": request.GET.get("q", ""), "headers": dict(request.headers)})


@require_GET
def pieces(request: HttpRequest, number: int) -> StreamingHttpResponse:
    """Numbered pieces of 10 kB."""
    return StreamingHttpResponse(f"{piece:<10000}" for piece in range(number))


@require_GET
def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


@require_GET
def desk(request: HttpRequest, page: str) -> HttpResponse:
    context = {"page": page, "shown": live.render("notes", page, "en"), "silent": request.GET.get("silent", "1")}
    return render(request, "page.html", context)


def mine(request: HttpRequest, page: str) -> HttpResponse:
    """A personal part: a form, which also takes its own answer."""
    context = {"page": page, "stage": notes.read(page).get("stage", "1"), "sent": request.POST.get("words", "")}
    return render(request, "mine.html", context)


urlpatterns = [
    path("live/<page>/", stream),
    path("refused/<page>/", refused),
    path("any/<page>/", any_method),
    path("part/<page>/", part),
    path("write/<page>/", write),
    path("drawings/<page>/", drawings),
    path("tell/<page>/", tell),
    path("end/<who>/", end),
    path("count/<page>/", count),
    path("ask/", ask),
    path("pieces/<int:number>/", pieces),
    path("broken/", broken),
    path("desk/<page>/", desk),
    path("mine/<page>/", mine),
]
