"""Addresses of the methods of voting beside the recorded vote and the secret ballot."""

from django.urls import path

from unsim.assembly import method_views

BALLOT = "rooms/<str:code>/ballots/<int:pk>/"

urlpatterns = [
    path(f"{BALLOT}answer/", method_views.answer, name="answer_call"),
    path(f"{BALLOT}answers/", method_views.answer_for, name="enter_answer"),
    path(f"{BALLOT}answers/undo/", method_views.undo_answer, name="undo_answer"),
    path(f"{BALLOT}answers/absent/", method_views.pass_over, name="pass_over_absent"),
]
