from django.urls import path

from unsim.assembly import motion_views, moving_views

MEETING = "rooms/<str:code>/meetings/<int:pk>/"

urlpatterns = [
    # a delegation's
    path(f"{MEETING}moves/<str:kind>/", moving_views.move, name="move"),
    path(f"{MEETING}moved/<int:number>/", moving_views.answer, name="answer_motion"),
    path(f"{MEETING}amendments/withdraw/", moving_views.withdraw_amendment, name="withdraw_amendment"),
    # the President's
    path(f"{MEETING}motions/enter/", motion_views.enter, name="enter_motion"),
    path(f"{MEETING}motions/preside/", motion_views.preside, name="preside"),
    path(f"{MEETING}motions/back/", motion_views.take_back, name="take_back_step"),
    path(f"{MEETING}motions/appeal/", motion_views.count_appeal, name="count_appeal"),
    path(f"{MEETING}motions/<int:number>/put/", motion_views.put, name="put_motion"),
    path(f"{MEETING}amendments/", motion_views.amendments, name="amendments"),
    path(f"{MEETING}drafts/", motion_views.drafts, name="drafts"),
]
