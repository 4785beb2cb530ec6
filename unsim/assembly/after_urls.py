from django.urls import path

from unsim.assembly import after_views, record_views

urlpatterns = [
    path("rooms/<str:code>/meetings/<int:pk>/argues/", after_views.argues, name="argues"),
    path("rooms/<str:code>/meetings/<int:pk>/print/<slug:kind>/", after_views.papers, name="papers"),
    path("rooms/<str:code>/records/<int:pk>/what-if/", after_views.what_if, name="what_if"),
    path("rooms/<str:code>/records/<int:pk>/record.json", record_views.record_json, name="record_json"),
]
