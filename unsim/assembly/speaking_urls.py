from django.urls import path

from unsim.assembly import speaking_views

MEETING = "rooms/<str:code>/meetings/<int:pk>/"

urlpatterns = [
    path(f"{MEETING}speakers/", speaking_views.direct, name="speakers"),
    path(f"{MEETING}speakers/own/", speaking_views.own, name="own_speech"),
]
