from quizzes.items.writing.known import alike, confusable, gather

from .making import article, position, tally


def votes(*articles):
    return gather(articles).votes


def test_the_same_vote_told_twice_is_one_with_the_more_exact_date():
    (vote,) = votes(article(tally(100, 11, 58, date="2014")), article(tally(100, 11, 58, 24, date="2014-03-27")))
    assert vote.date == "2014-03-27"
    assert vote.figures == {"yes": 100, "no": 11, "abstain": 58, "absent": 24}
    assert [told.place for told in vote.tellings] == [(0, 0), (1, 0)]


def test_other_numbers_another_day_or_another_body_make_another_vote():
    assert len(votes(article(tally(), tally(141)))) == 2
    assert len(votes(article(tally(), tally(date="2022-10-13")))) == 2
    assert len(votes(article(tally(), tally(body="Human Rights Council")))) == 2


def test_one_number_in_common_is_not_enough():
    assert len(votes(article(tally(143, None, None), tally(143, None, None)))) == 2


def test_without_a_date_three_numbers_make_it_the_same_vote():
    assert len(votes(article(tally()), article(tally(date=None)))) == 1
    assert len(votes(article(tally()), article(tally(None, date=None)))) == 2


def test_positions_belong_to_the_vote_of_their_own_article():
    (vote,) = votes(article(tally(), position("CHN", "abstain")), article(tally(), position("SYR", "no")))
    assert (vote.way("CHN"), vote.way("SYR"), vote.way("FRA")) == ("abstain", "no", "")
    assert vote.voters("no") == ["SYR"]


def test_a_position_told_in_two_ways_is_unknown():
    (vote,) = votes(article(tally(), position("CHN", "abstain")), article(tally(), position("CHN", "no")))
    assert vote.way("CHN") == ""


def test_a_position_without_a_vote_is_left_aside():
    (vote,) = votes(article(tally(), position("CHN", "abstain", None), position("FRA", "yes", 7)))
    assert vote.positions == {}


def test_all_who_voted_so_are_listed():
    (vote,) = votes(article(tally(no=2), position("SYR", "no"), position("BLR", "no"), position("CHN", "abstain")))
    assert vote.is_listed("no")
    assert not vote.is_listed("abstain")


def test_outcomes_that_contradict_each_other_are_unknown():
    (vote,) = votes(article(tally(adopted=True)), article(tally(adopted=False)))
    assert vote.adopted is None


def test_subjects_alike():
    assert alike("to condemn the annexation of regions", "on a resolution condemning the annexation of regions")
    assert not alike("to suspend Russia from the Council", "on a resolution on the humanitarian crisis")
    assert alike("", "to condemn the annexation")


def test_two_votes_of_one_day_need_subjects_that_tell_them_apart():
    other = tally(93, 24, 58, subject="to suspend Russia from the Human Rights Council")
    one, two = votes(article(tally(), other))
    assert not confusable(one, [one, two])
    one, two = votes(article(tally(), tally(93, 24, 58)))
    assert confusable(one, [one, two])
    one, two = votes(article(tally(), tally(93, 24, 58, date=None, subject=None)))
    assert confusable(one, [one, two])
