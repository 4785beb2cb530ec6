"""All the words of the questions, in one place; the first letter of a stem is made a capital where it is filled in.

`{main}`: "on 12 October 2022, the UN General Assembly voted to ..."; `{clause}`: "the UN General Assembly voted on 12
October 2022 to ...".
"""

TRUE_FALSE = ("True", "False")
# The four ways in their fixed order.
WAYS = {"yes": "In favour", "no": "Against", "abstain": "Abstained", "absent": "Did not vote"}
DID = {"yes": "voted in favour", "no": "voted against", "abstain": "abstained", "absent": "did not vote"}
IN_FIGURES = {"yes": "in favour", "no": "against", "abstain": "abstaining", "absent": "not voting"}
MEMBERS = ("member", "members")

# How a vote is named: (main, clause). One without a subject is named by its article, and has no clause.
SCENES = {
    "dated": ("{day}, {body} voted {subject}", "{body} voted {day} {subject}"),
    "dated, on": ("{day}, {body} voted {subject}", "{body} voted, {day}, {subject}"),
    "reported": ("{body} voted {subject}, as was reported {day}", "{body} voted {subject} (reported {day})"),
    "undated": ("{body} voted {subject}", "{body} voted {subject}"),
    "undated, cited": ("{article} tells that {body} voted {subject}", "{body} voted {subject}, as {article} tells"),
    "titled": ("{article} tells of a vote in {body}", ""),
    "titled, dated": ("{article} tells of a vote in {body} {day}", ""),
}
PROPOSAL = "on a proposal {subject}"
VOTE_OPTION = "The vote {vote}"

FIGURE = {
    "yes": (
        "{main}. How many members voted in favour?",
        "How many votes in favour were cast when {clause}?",
        "How many members voted in favour when {clause}?",
    ),
    "no": (
        "{main}. How many members voted against?",
        "How many votes against were cast when {clause}?",
        "How many members voted against when {clause}?",
    ),
    "abstain": (
        "{main}. How many members abstained?",
        "How many abstentions were there when {clause}?",
        "How many members abstained when {clause}?",
    ),
    "absent": ("{main}. How many members did not vote?", "How many members did not vote when {clause}?"),
}
FIGURE_WHY = "The result was {result}."
FIGURE_WHY_OTHER = "The result was {result}; {other} is the number {role} in the vote {vote}."
FIGURE_WHY_ANOTHER = "The result was {result}; {other} is the number {role} in another vote that the article tells of."
REST = (
    "{main}: {figures}. {Body} has {size} members. How many of them did not vote?",
    "{Body} has {size} members; {main}: {figures}. How many did not vote?",
)
REST_WHY = "{sum} members took part ({addition}); {size} less {sum} is {rest}."

RESULT = ("{main}. What was the result?", "What was the result when {clause}?")
RESULT_OPTION = "{yes} in favour, {no} against, {abstain} abstaining"
WHICH_VOTE = (
    "Which of these votes of {body} ended with {result}?",
    "The result was {result}. Which of these votes of {body} was it?",
)
WHICH_VOTE_WHY = "{date}: {result}."
MOST = {
    "yes": "In which of these votes of {body} did the most members vote in favour?",
    "no": "In which of these votes of {body} did the most members vote against?",
    "abstain": "In which of these votes of {body} did the most members abstain?",
}
MOST_WHY = "In the order of the list, the numbers {role} were {numbers}."

FIGURE_CLAIM = ("When {clause}, {count} {members} {did}.", "{main}: {count} {members} {did}.")
MORE_CLAIM = {
    ("abstain", "no"): "When {clause}, more members abstained than voted against.",
    ("no", "abstain"): "When {clause}, more members voted against than abstained.",
}
HALF_CLAIM = (
    "When {clause}, more than half of the {size} members voted in favour.",
    "When {clause}, fewer than half of the {size} members voted in favour.",
)
HALF_WHY = "{yes} of {size} members voted in favour; half of them would be {half}."
THIRDS_CLAIM = (
    "When {clause}, more than two thirds of those who voted for or against were in favour.",
    "When {clause}, fewer than two thirds of those who voted for or against were in favour.",
)
THIRDS_WHY = "{yes} in favour and {no} against make {sum}; two thirds of that is {thirds}."
THAN_CLAIM = "In {body}, more members {did} in the vote {one} than in the vote {other}."
THAN_WHY = "The numbers {role} were {one} and {two}."

STAND = ("{main}. How did {member} vote?", "How did {member} vote when {clause}?")
STAND_EACH = ("{main}. How did each of these members vote?", "How did each of these members vote when {clause}?")
ONLY = (
    "{main}. One member {did}. Which one was it? Type its name.",
    "Which one member {did} when {clause}? Type its name.",
)
STAND_WHY = "{member} {did}."
STAND_CLAIM = ("When {clause}, {member} {did}.", "{main}; {member} {did}.")
WHO = ("{main}. Which of these members {did}?", "Which of these members {did} when {clause}?")
WHO_EACH = (
    "{main}. Which of these members {did}? Mark each of them.",
    "Which of these members {did} when {clause}? Mark each of them.",
)
WHO_WHY = "{members} {did}{rest}."
WHO_LISTED = ", and the source names every member that {did}"

DATE = (
    "When did {body} vote {subject}, with {figures}?",
    "On which day did {body} vote {subject}, with {figures}?",
)
ORDER = (
    "In which order did these things happen? Begin with the earliest.",
    "Which of these came first, and what followed? Put them in order, beginning with the earliest.",
    "How do these stand on a timeline? Begin with the earliest.",
)
ORDER_WHY = "The dates, in the right order: {dates}."
ORDER_VOTE = "{body} voted {subject}"
ORDER_VETO = "{member} vetoed a draft resolution {subject} in {body}"
DATE_WHY = "{body} voted on this {day}."
EVENT = ("According to {article}, when {question}?", "When {question}, according to {article}?")
EVENT_WHY = "This happened {day}."

# The subject may be empty.
VETOED = (
    "{day}, a draft resolution{subject} was vetoed in {body}. Which of these members cast a veto?",
    "Which of these members vetoed a draft resolution{subject} in {body} {day}?",
)
VETOED_TYPED = (
    "{day}, a draft resolution{subject} was vetoed in {body}. Which member cast the veto? Type its name.",
    "Which member vetoed a draft resolution{subject} in {body} {day}? Type its name.",
)
VETOED_WHY = "{member} cast a veto {day}."
VETO_DATE = (
    "When did {member} veto a draft resolution {subject}, in {body}?",
    "On which day was a draft resolution {subject} vetoed by {member} in {body}?",
)
VETO_DATE_WHY = "The veto was cast {day}."
WHY_FAILED = (
    "{main}. Why did the draft fail, although {yes} of {size} members voted in favour?",
    "{main}. {yes} of {size} members voted in favour, and still the draft failed. Why?",
)
WHY_FAILED_OPTIONS = (
    "A permanent member voted against it",
    "Abstentions count as votes against",
    "The Council has to decide unanimously",
    "The General Assembly overruled it",
)
WHY_FAILED_WHY = "{member} has the right of veto and used it; nine votes in favour would otherwise have been enough."

SIZE = ("How many members does {body} have?", "How many states are members of {body}?")
SIZE_WHY = "{body} has {count} members."
BINDING_WHERE = (
    "The resolutions of which of these UN bodies can be legally binding on the member states?",
    "Which of these UN bodies can adopt resolutions that are legally binding on the member states?",
)
BINDING_CLAIM = {
    True: "Resolutions of {body} can be legally binding.",
    False: "Resolutions of {body} are legally binding.",
}
BINDING_WHY = {
    True: "Resolutions of {body} can be legally binding.",
    False: "Resolutions of {body} are not legally binding.",
}
VETO_WHERE = (
    "In which of these UN bodies can a permanent member stop a resolution with a veto?",
    "Which of these UN bodies has permanent members with a right of veto?",
)
VETO_CLAIM = {
    True: "A permanent member can stop a resolution of {body} with a veto.",
    False: "A permanent member can stop a resolution of {body} with a veto.",
}
VETO_WHY = {True: "In {body}, permanent members have a veto.", False: "There is no veto in {body}."}
BODIES = ("Economic and Social Council", "General Assembly", "Human Rights Council", "Security Council")
PUBLIC = (
    "How does {body} usually vote on its resolutions?",
    "In which way are votes on resolutions usually taken in {body}?",
)
PUBLIC_OPTIONS = ("In public: each vote is seen", "In secret, on paper ballots", "In secret, by electronic vote")
PUBLIC_WHY = "Votes in {body} are usually public."

SAID = (
    "According to {report}, who said: “{words}”?",
    "Who is quoted in {report} as saying: “{words}”?",
)
# Where the quotation is a part of a sentence.
USED = (
    "According to {report}, who used the words “{words}”?",
    "Who is quoted in {report} with the words “{words}”?",
)
# Where it ends with a mark of its own.
ASKED = ("Whose words are these, according to {report}? “{words}”",)
SAID_WHAT = (
    "According to {report}, who said what?",
    "Whose words are these, according to {report}?",
    "Who is quoted in {report} with which of these words?",
)
SAID_WHAT_WHY = "The words, in this order, are those of {people}."
SAID_WHY = "The words are those of {person}{role}."
WORDS = (
    "According to {report}, which of these words are those of {person}?",
    "With which of these words is {person} quoted in {report}?",
)
SAID_CLAIM = "According to {report}, it was {person} who said: “{words}”."
USED_CLAIM = "According to {report}, it was {person} who used the words “{words}”."
WORDS_OPTION = "“{words}”"
OFFICE = (
    "Which office did {person} hold, according to {report}?",
    "According to {report}, {person} held which office?",
)
OFFICE_AT = ("Which of these offices did {person} hold {time}?", "{person} held which of these offices {time}?")
OFFICES = (
    "According to {report}, who held which office?",
    "Which office did each of these people hold, according to {report}?",
)
HOLDER = ("Who was {role} {time}?", "Who held the office of {bare} {time}?")
HOLDER_UNDATED = ("According to {report}, who was {role}?", "Who was {role}, according to {report}?")
OFFICES_WHY = "These are the offices that the article names."
OFFICE_WHY = "{person} was {role}."

GAP = (
    "According to {report}: “{sentence}” Which number is missing?",
    "Which number is missing in this sentence of {report}? “{sentence}”",
)
GAP_WHY = "The number is {value}."

DISPUTE_DATE = (
    "The articles {one} and {other} give different dates for {what}. Which date does {one} give?",
    "On the date of {what}, the articles {one} and {other} disagree. Which date stands in {one}?",
)
DISPUTE_NUMBER = (
    "The articles {one} and {other} give different numbers {role} for {what}. Which number does {one} give?",
    "On the number {role} in {what}, the articles {one} and {other} disagree. Which number stands in {one}?",
)
DISPUTE_WHY = "{one} says {own}, {other} says {others}: the sources disagree."
WHICH_DISPUTED = (
    "On which of these points do the articles contradict each other?",
    "The articles agree on three of these points and contradict each other on one. Which one is it?",
)
WHICH_DISPUTED_WHY = "{one} says {own}, {other} says {others}. On the other points at least two articles say the same."
POINT_VETO = "The date of {member} veto in {body}"
POINT_RESULT = "The result of the vote of {date} in {body}"
POINTS = {
    "membership": "The number of members of {body}",
    "binding": "Whether resolutions of {body} are binding",
    "veto": "Whether there is a veto in {body}",
}
THE_VETO = "{member} veto in {body}"
THE_VOTE = "the vote of {day} in {body}"
THE_RESULT = "the vote in {body} with {result}"
