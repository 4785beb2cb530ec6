"""A meeting in session whose podium and phones are used through their pages."""

from __future__ import annotations

from dataclasses import dataclass

from django.test import Client

from tests.cast import phone_of, projector_of, signed_in
from tests.factories import NOON, ResolutionFactory, delegate_of, hall_with
from unsim.assembly import meetings, steps
from unsim.assembly.models import Ballot, Meeting
from unsim.rules.floor_state import Floor
from unsim.rules.profiles import GENERAL_ASSEMBLY, as_dict

WATER = "The Assembly,\n\nNoting that water is wet,\n\n1. Calls for taps;\n\n2. Asks for cups;\n\n3. Decides to drink."


@dataclass
class Session:
    meeting: Meeting
    teacher: Client
    projector: Client
    phones: dict[str, Client]

    @property
    def room(self) -> str:
        return f"/rooms/{self.meeting.room.code}/"

    @property
    def base(self) -> str:
        return f"{self.room}meetings/{self.meeting.pk}/"

    @property
    def floor(self) -> Floor:
        return steps.floor_of(Meeting.objects.get(pk=self.meeting.pk))

    @property
    def ballot(self) -> Ballot:
        return Ballot.objects.of(self.meeting).latest("pk")

    def desk(self) -> str:
        return self.teacher.get(f"{self.room}desk/").content.decode()

    def screen(self) -> str:
        return self.projector.get(f"{self.room}screen/").content.decode()

    def phone(self, code: str) -> str:
        return self.phones[code].get(self.room).content.decode()

    def podium(self):
        return self.teacher.get(f"{self.room}desk/").context["podium"]

    def moves(self, code: str, kind: str, **fields) -> int:
        address = f"{self.base}moves/{kind}/"
        return self.phones[code].post(address, {"delegation": code, **fields}).status_code

    def answers(self, code: str, number: int, act: str) -> int:
        return self.phones[code].post(f"{self.base}moved/{number}/", {"delegation": code, "act": act}).status_code

    def presides(self, act: str, **fields) -> int:
        motion = self.podium().motion
        number = {"number": motion.number} if motion else {}
        return self.teacher.post(f"{self.base}motions/preside/", {"act": act, **number, **fields}).status_code

    def puts(self, path: str = "", **fields) -> int:
        """The motion that comes next, or with `path="put/"` the question on the text."""
        path = path or f"motions/{self.podium().motion.number}/put/"
        return self.teacher.post(self.base + path, {"method": "recorded", "majority": "simple", **fields}).status_code

    def vote(self, **choices: str) -> str:
        """These votes in the ballot that is open; it is locked and declared. What was decided."""
        ballot = self.ballot
        for code, choice in choices.items():
            sent = {"delegation": code, "choice": choice}
            answer = self.phones[code].post(f"{self.room}ballots/{ballot.pk}/cast/", sent)
            assert answer.status_code == 302
        for act in ("lock", "declare"):
            assert self.teacher.post(f"{self.room}ballots/{ballot.pk}/{act}/").status_code == 302
        return self.ballot.record.content["decision"]


def session(codes: str = "ALB FRA RUS UKR", *, profile=GENERAL_ASSEMBLY, sponsors=("UKR",), **text) -> Session:
    resolution = ResolutionFactory(**{"title": "On water", "summary": WATER, **text})
    meeting = hall_with(codes, resolution=resolution, profile=as_dict(profile))
    meetings.introduce(meeting, resolution, list(sponsors), NOON)
    phones = {code: phone_of(delegate_of(meeting, code)) for code in codes.split()}
    return Session(meeting, signed_in(meeting.room.owner), projector_of(meeting.room), phones)
