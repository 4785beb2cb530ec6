from django.urls import path, re_path

from unsim.assembly import dais_views

urlpatterns = [
    path("rooms/<str:code>/podium/", dais_views.podium, name="podium"),
    re_path(r"^rooms/(?P<code>\w+)/live/podium/(?P<way>stream|part)/$", dais_views.podium_live, name="podium_live"),
    path("rooms/<str:code>/meetings/<int:pk>/dais/", dais_views.hand_over, name="hand_over"),
    path("rooms/<str:code>/meetings/<int:pk>/dais/<int:person>/", dais_views.take_back_role, name="take_back_role"),
]
