from django.urls import path

from unsim.assembly import rule_book_views

urlpatterns = [
    path("rules/", rule_book_views.rules, name="rules"),
    path("rules/copy/", rule_book_views.copy_rules, name="copy_rules"),
    path("rules/<int:pk>/", rule_book_views.rule_book, name="rule_book"),
    path("rules/<int:pk>/delete/", rule_book_views.delete_rules, name="delete_rules"),
    path("rooms/<str:code>/meetings/<int:pk>/rules/", rule_book_views.meeting_rules, name="meeting_rules"),
]
