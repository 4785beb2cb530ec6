from django.urls import path

from unsim.assembly import (
    after_urls,
    dais_urls,
    meeting_views,
    method_urls,
    motion_urls,
    new_meeting_views,
    record_views,
    rule_urls,
    seating_views,
    secret_urls,
    vote_views,
)

MEETING = "rooms/<str:code>/meetings/<int:pk>/"
BALLOT = "rooms/<str:code>/ballots/<int:pk>/"

urlpatterns = [
    path("rooms/<str:code>/meetings/new/", new_meeting_views.new_meeting, name="new_meeting"),
    path(f"{MEETING}deal/", seating_views.deal, name="deal"),
    path(f"{MEETING}choice/", seating_views.let_choose, name="let_choose"),
    path(f"{MEETING}newcomers/", seating_views.seat_newcomers, name="seat_newcomers"),
    path(f"{MEETING}another/<int:person>/", seating_views.give_another, name="give_another"),
    path(f"{MEETING}seating/", seating_views.by_hand, name="seating"),
    path(f"{MEETING}delegations/add/", seating_views.add_delegation, name="add_delegation"),
    path(f"{MEETING}delegations/remove/", seating_views.remove_delegation, name="remove_delegation"),
    path(f"{MEETING}find/", seating_views.find_seat, name="find_seat"),
    path(f"{MEETING}seat/", seating_views.take_seat, name="take_seat"),
    path(f"{MEETING}observe/", seating_views.observe, name="observe"),
    path(f"{MEETING}ask/", seating_views.ask_for_another, name="ask_for_another"),
    path(f"{MEETING}attendance/", meeting_views.mark_attendance, name="attendance"),
    path(f"{MEETING}open/", meeting_views.open_meeting, name="open_meeting"),
    path(f"{MEETING}back/", meeting_views.back_to_seating, name="back_to_seating"),
    path(f"{MEETING}put/", meeting_views.put_question, name="put_question"),
    path(f"{MEETING}debrief/", meeting_views.debrief, name="debrief"),
    path(f"{MEETING}close/", meeting_views.close_meeting, name="close_meeting"),
    path(f"{MEETING}log/", meeting_views.meeting_log, name="meeting_log"),
    path(f"{BALLOT}cast/", vote_views.cast, name="cast_vote"),
    path(f"{BALLOT}delegation/", vote_views.delegation_vote, name="delegation_vote"),
    path(f"{BALLOT}lock/", vote_views.lock, name="lock_vote"),
    path(f"{BALLOT}reopen/", vote_views.reopen, name="reopen_vote"),
    path(f"{BALLOT}void/", vote_views.void, name="void_vote"),
    path(f"{BALLOT}declare/", vote_views.declare, name="declare_vote"),
    path("rooms/<str:code>/records/<int:pk>/", record_views.record, name="record"),
    path("rooms/<str:code>/records/<int:pk>/votes.csv", record_views.record_csv, name="record_csv"),
    *dais_urls.urlpatterns,
    *method_urls.urlpatterns,
    *after_urls.urlpatterns,
    *motion_urls.urlpatterns,
    *secret_urls.urlpatterns,
    *rule_urls.urlpatterns,
]
