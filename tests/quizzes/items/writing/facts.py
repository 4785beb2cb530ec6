"""Random sets of facts, from small pools, so that they meet, agree and contradict each other."""

from hypothesis import strategies as st

from .making import article, event, membership, office, position, procedure, quote, tally, veto

BODIES = st.sampled_from(["General Assembly", "General Assembly", "Security Council", "Human Rights Council", None])
DATES = st.sampled_from(
    [
        "2022-03-02",
        "2022-03-24",
        "2022-04-07",
        "2022-10-12",
        "2022-10-13",
        "2022-10",
        "2014",
        "2022-09-26/2022-10-02",
        None,
    ]
)
SUBJECTS = st.sampled_from(
    [
        "to demand that Russia withdraw its forces",
        "to suspend Russia from the Human Rights Council",
        "to condemn Russia's attempt to annex regions of Ukraine",
        "to condemn its attempt to annex regions",
        "on a resolution on the humanitarian crisis in Ukraine",
        "on a 2014 resolution on the territorial integrity of Ukraine",
        "on a draft resolution against the referendum in Crimea",
        "on the embargo against Cuba",
        None,
    ]
)
COUNTS = st.one_of(st.none(), st.sampled_from([0, 1, 5, 10, 24, 35, 58, 93, 141, 143]))
MEMBERS = st.sampled_from(["RUS", "CHN", "USA", "GBR", "SYR", "BLR", "NIC", "PRK", "IND", "UKR", "FRA", "GMB"])
VOTES = st.sampled_from(["yes", "no", "abstain", "absent"])
SAYINGS = {
    "Antony Blinken": "We will never recognise this annexation",
    "Dmytro Kuleba": "This will change nothing for our diplomacy",
    "Dmitry Peskov": "some territories will be taken back",
    "Ned Price": "There is no such thing as neutrality",
    "Putin": "Saving people in the territories is what matters to us",
    "Vladimir Putin": "No comment.",
}
ROLES = {
    "Antony Blinken": "US Secretary of State",
    "Dmytro Kuleba": "Ukrainian Foreign Minister",
    "Dmitry Peskov": "spokesman",
    "Ned Price": "State Department spokesman",
    "Vladimir Putin": "Russian President",
}
TALLIES = st.builds(
    lambda yes, no, abstain, absent, date, subject, body, adopted: tally(
        yes, no, abstain, absent, date=date, subject=subject, body=body, adopted=adopted
    ),
    COUNTS,
    COUNTS,
    COUNTS,
    COUNTS,
    DATES,
    SUBJECTS,
    BODIES,
    st.sampled_from([True, False, None]),
)
OTHERS = st.one_of(
    st.builds(position, MEMBERS, VOTES, st.one_of(st.none(), st.integers(0, 3))),
    st.builds(veto, MEMBERS, DATES, SUBJECTS),
    st.builds(membership, BODIES, st.sampled_from([193, 15, 47, 190])),
    st.sampled_from([*SAYINGS.items()]).map(lambda said: quote(said[0], said[1], ROLES.get(said[0]))),
    st.sampled_from([*ROLES.items()]).map(lambda held: office(*held)),
    st.builds(
        event, DATES, st.sampled_from(["Russia took Crimea from Ukraine", "Russia elected a president", "it fell"])
    ),
    st.builds(procedure, BODIES, st.sampled_from(["binding", "veto", "majority", "public"]), st.booleans()),
)
ARTICLES = st.builds(
    lambda tallies, others, title, publisher, published: article(
        *tallies, *others, title=title, publisher=publisher, published=published
    ),
    st.lists(TALLIES, max_size=4),
    st.lists(OTHERS, max_size=12),
    st.sampled_from(["The Assembly votes", "Blinken says no", "A letter about a vote", "", "word " * 30]),
    st.sampled_from(["AFP", "after Reuters", "The Associated Press, with Reuters", ""]),
    st.sampled_from(["2022-10-13", "2022-10", "2022-09-26/2022-10-02", "soon", None]),
)
LIBRARIES = st.lists(ARTICLES, max_size=4)
