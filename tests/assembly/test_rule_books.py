import pytest

from tests.factories import NOON, ResolutionFactory, RoomFactory, TeacherFactory
from unsim.assembly import meetings, rule_books
from unsim.assembly.models import RuleBook
from unsim.assembly.rule_words import lines_of, motions_of, name_of
from unsim.rules.majority import Majority
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, SECURITY_COUNCIL, SHIPPED, as_dict, edited, from_dict

pytestmark = pytest.mark.django_db


def words(profile) -> dict[str, tuple[str, str]]:
    return {line.switch: (line.words, line.source) for line in lines_of(profile)}


def copy_of(name: str, owner=None) -> RuleBook:
    return rule_books.copy_rules(owner=owner or TeacherFactory(), of=name)


@pytest.mark.parametrize(
    ("profile", "switch", "said", "source"),
    [
        (GENERAL_ASSEMBLY, "majority_for_drafts", "more in favour than against", "rule 85"),
        (GENERAL_ASSEMBLY, "majority_for_important", "at least two thirds", "rule 83"),
        (MODEL_UN, "majority_to_close_debate", "at least two thirds", "practice, not a rule"),
        (GENERAL_ASSEMBLY, "second_vote_on_tie", "taken once more", "rule 95; practice or not verified"),
        (MODEL_UN, "present_and_voting_binds", "may not abstain", "practice, not a rule"),
        (GENERAL_ASSEMBLY, "reply_seconds", "10:00 minutes, 5:00 minutes", "rule 73; practice or not verified"),
        (MODEL_UN, "speech_seconds", "1:30 minutes", "practice, not a rule"),
        (GENERAL_ASSEMBLY, "speech_seconds", "no limit", "rule 72"),
        (SECURITY_COUNCIL, "body", "nine votes in favour", "Article 27"),
    ],
)
def test_a_switch_in_words_with_its_source(profile, switch, said, source):
    assert said in words(profile)[switch][0]
    assert source in words(profile)[switch][1]


@pytest.mark.parametrize("profile", SHIPPED.values(), ids=lambda profile: profile.name)
def test_every_switch_that_does_something_is_said(profile):
    said = {line.switch for line in lines_of(profile)} | {"name", "body", "order"}
    silent = set(as_dict(profile)) - said
    council = {"second_vote_on_tie", "observers_vote_on_procedure"} | {s for s in silent if s.startswith("majority_")}
    assert silent <= {"second_round_may_abstain"} | (council if profile is SECURITY_COUNCIL else set())
    assert [line.kind for line in motions_of(profile)] == list(profile.order)
    assert all(line.words and line.source for line in lines_of(profile))


def test_a_motion_in_words():
    lines = {line.kind.value: line for line in motions_of(MODEL_UN)}
    assert lines["close_debate"].majority == "at least two thirds"
    assert lines["close_debate"].source == "rule 75"
    assert lines["moderated_caucus"].source == "practice, not a rule"
    council = {line.kind.value: line for line in motions_of(SECURITY_COUNCIL)}
    assert (council["appeal"].majority, council["appeal"].source) == ("nine votes in favour", "Council rule 30")


def test_a_copy_is_the_same_rules_under_a_name_of_its_own():
    book = copy_of("model_un")
    assert from_dict(book.switches) == edited(MODEL_UN, name="Model UN, our copy")
    assert name_of(from_dict(book.switches)) == book.name


def test_a_second_click_gives_the_same_copy_until_it_was_changed():
    book = copy_of("model_un")
    assert copy_of("model_un", book.owner) == book
    rule_books.change_rules(book=book, switches={**book.switches, "seconds": False})
    assert copy_of("model_un", book.owner).name == "Model UN, our copy 2"


def test_a_copy_is_changed():
    book = copy_of("general_assembly")
    rule_books.change_rules(
        book=book, switches={**book.switches, "name": " Our club ", "majority_to_close_debate": "two_thirds"}
    )
    book.refresh_from_db()
    assert book.name == "Our club"
    assert from_dict(book.switches).majority_to_close_debate is Majority.TWO_THIRDS


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": "  "}, "Give these rules a name."),
        ({"name": "x" * 81}, "80 characters at most"),
        ({"second_round_may_abstain": True}, "There is a second round only where delegations may pass."),
        ({"majority_for_drafts": "1/2"}, "“A text is adopted by” cannot be “1/2”"),
        ({"speech_seconds": "long"}, "“Time of a speech” cannot be “long”"),
        ({"order": []}, "There is always a point of order"),
        ({"filibuster": True}, "filibuster"),
    ],
)
def test_what_contradicts_itself_is_refused_and_changes_nothing(changes, said):
    book = copy_of("general_assembly")
    with pytest.raises(rule_books.BadRules, match=said):
        rule_books.change_rules(book=book, switches={**book.switches, **changes})
    assert RuleBook.objects.get() == book
    assert from_dict(RuleBook.objects.get().switches) == edited(GENERAL_ASSEMBLY, name="General Assembly, our copy")


def test_a_name_is_there_once_for_each_teacher():
    book, other = copy_of("model_un"), copy_of("model_un")
    assert book.name == other.name
    second = copy_of("general_assembly", book.owner)
    with pytest.raises(rule_books.NameIsTaken):
        rule_books.change_rules(book=second, switches={**second.switches, "name": book.name})
    assert RuleBook.objects.get(pk=second.pk).name == second.name


def test_rules_by_their_key():
    book = copy_of("model_un")
    assert rule_books.rules_named(book.owner, "security_council") is SECURITY_COUNCIL
    assert rule_books.rules_named(book.owner, f"book-{book.pk}").name == book.name
    for key in ("", "book-0", "filibuster"):
        with pytest.raises(rule_books.NoSuchRules):
            rule_books.rules_named(book.owner, key)
    with pytest.raises(rule_books.NoSuchRules):
        rule_books.rules_named(TeacherFactory(), f"book-{book.pk}")


def test_a_meeting_keeps_the_rules_it_was_started_with():
    book, room = copy_of("model_un"), RoomFactory()
    meeting = meetings.start_meeting(
        room=room, resolution=ResolutionFactory(), now=NOON, profile=from_dict(book.switches)
    )
    rule_books.change_rules(book=book, switches={**book.switches, "passes": False})
    rule_books.delete_rules(book=book)
    meeting.refresh_from_db()
    assert meeting.rules.passes
