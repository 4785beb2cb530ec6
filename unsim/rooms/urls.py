from django.contrib.auth import views as auth_views
from django.urls import path, re_path, reverse_lazy

from unsim.rooms import door_views, teacher_views, views

urlpatterns = [
    path("", door_views.home, name="home"),
    path("j/<str:code>/", door_views.join, name="join"),
    re_path(r"^j/(?P<code>[^/]+)$", door_views.join),
    path("rejoin/", door_views.rejoin, name="rejoin"),
    path("clock/", door_views.clock, name="clock"),
    path("reach/", door_views.reach, name="reach"),
    path("sign-in/", teacher_views.SignIn.as_view(), name="sign_in"),
    path("sign-out/", auth_views.LogoutView.as_view(), name="sign_out"),
    path("welcome/<str:secret>/", teacher_views.welcome, name="welcome"),
    path("teach/", views.rooms, name="rooms"),
    path("teach/account/", teacher_views.account, name="account"),
    path("teach/account/invite/", teacher_views.invite, name="invite"),
    path("teach/account/<int:pk>/reset/", teacher_views.reset, name="reset_password"),
    path(
        "teach/account/password/",
        auth_views.PasswordChangeView.as_view(template_name="rooms/password.html", success_url=reverse_lazy("account")),
        name="change_password",
    ),
    path("rooms/<str:code>/", views.phone, name="phone"),
    path("rooms/<str:code>/desk/", views.desk, name="desk"),
    path("rooms/<str:code>/screen/", views.screen, name="screen"),
    path("rooms/<str:code>/screen/<str:key>/", views.screen_link, name="screen_link"),
    re_path(r"^rooms/(?P<code>\w+)/live/phone/(?P<way>stream|part)/$", views.phone_live, name="phone_live"),
    re_path(r"^rooms/(?P<code>\w+)/live/screen/(?P<way>stream|part)/$", views.screen_live, name="screen_live"),
    re_path(r"^rooms/(?P<code>\w+)/live/desk/(?P<way>stream|part)/$", views.desk_live, name="desk_live"),
    path("rooms/<str:code>/on/", views.put_on, name="put_on"),
    path("rooms/<str:code>/people/", views.people, name="people"),
    path("rooms/<str:code>/people/lock/", views.lock, name="lock_room"),
    path("rooms/<str:code>/people/<int:pk>/rename/", views.rename, name="rename_participant"),
    path("rooms/<str:code>/people/<int:pk>/remove/", views.remove, name="remove_participant"),
    path("rooms/<str:code>/close/", views.close, name="close_room"),
]
