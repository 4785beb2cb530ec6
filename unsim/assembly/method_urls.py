"""Addresses of the methods of voting beside the recorded vote and the secret ballot."""

from django.urls import path

from unsim.assembly import around_views, method_views

MEETING = "rooms/<str:code>/meetings/<int:pk>/"
BALLOT = "rooms/<str:code>/ballots/<int:pk>/"

urlpatterns = [
    path(f"{BALLOT}answer/", method_views.answer, name="answer_call"),
    path(f"{BALLOT}answers/", method_views.answer_for, name="enter_answer"),
    path(f"{BALLOT}answers/undo/", method_views.undo_answer, name="undo_answer"),
    path(f"{BALLOT}answers/absent/", method_views.pass_over, name="pass_over_absent"),
    path(f"{BALLOT}enter/", method_views.enter_vote, name="enter_vote"),
    path(f"{BALLOT}hands/", method_views.enter_hands, name="enter_hands"),
    path(f"{BALLOT}object/", method_views.object_to, name="object"),
    path(f"{BALLOT}adopt/", method_views.adopt, name="adopt"),
    path(f"{BALLOT}instead/", method_views.put_instead, name="put_instead"),
    path(f"{BALLOT}extend/", method_views.extend, name="extend_vote"),
    path(f"{BALLOT}due/", method_views.due, name="due"),
    path(f"{MEETING}explain/", around_views.explain, name="explain"),
    path(f"{MEETING}explanations/", around_views.explanations, name="explanations"),
    path(f"{BALLOT}correct/", around_views.correct_own, name="correct_own_vote"),
    path(f"{BALLOT}corrections/", around_views.correct, name="correct_vote"),
]
