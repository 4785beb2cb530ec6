from django.urls import path

from unsim.assembly import secret_views

urlpatterns = [
    path("secrecy/", secret_views.secrecy, name="secrecy"),
    path("rooms/<str:code>/meetings/<int:meeting>/secret/", secret_views.put, name="secret_put"),
    path("rooms/<str:code>/secret/<int:pk>/paper/", secret_views.cast, name="secret_cast"),
    path("rooms/<str:code>/secret/<int:pk>/box/", secret_views.box, name="secret_box"),
    path("rooms/<str:code>/secret/<int:pk>/void/", secret_views.void, name="secret_void"),
    path("rooms/<str:code>/secret/<int:pk>/again/", secret_views.again, name="secret_again"),
]
