"""Every address of the project."""

from django.urls import include, path

urlpatterns = [
    path("", include("unsim.rooms.urls")),
    path("", include("unsim.assembly.urls")),
    path("", include("quizzes.urls")),
]
