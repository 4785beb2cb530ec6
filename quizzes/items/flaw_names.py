"""The flaws by name, each with why it is one and how to mend it, in words that can be translated."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Flaw:
    """`name` is stable (for tests and templates); `reason` and `mend` are a sentence each, marked for translation."""

    name: str
    reason: str
    mend: str


def gettext_noop(text: str) -> str:
    """Marks a text for the catalogue; whoever shows it looks the translation up."""
    return text


def _flaw(name: str, reason: str, mend: str) -> tuple[str, Flaw]:
    return name, Flaw(name, reason, mend)


FLAWS: Mapping[str, Flaw] = MappingProxyType(
    dict(
        (
            _flaw(
                "all_of_the_above",
                gettext_noop("Who recognises two right options knows that “all of the above” is the answer."),
                gettext_noop("Replace it by an option of its own, or leave it out."),
            ),
            _flaw(
                "none_of_the_above",
                gettext_noop("“None of the above” shows what somebody rejects, not what they know."),
                gettext_noop("Replace it by a plausible answer, or leave it out."),
            ),
            _flaw(
                "negative_stem",
                gettext_noop("A “not” in the question is easily overlooked, so it tests reading, not knowledge."),
                gettext_noop("Ask for what is the case."),
            ),
            _flaw(
                "absolute_term",
                gettext_noop("Words such as “always” or “all” are rarely true, so they give the answer away."),
                gettext_noop("Say exactly what is meant."),
            ),
            _flaw(
                "vague_term",
                gettext_noop("Words such as “often” or “many” mean different things to different people."),
                gettext_noop("Give a number or a date."),
            ),
            _flaw(
                "longest_is_right",
                gettext_noop("The right answer is clearly longer than the others, and guessers choose the longest."),
                gettext_noop("Shorten it, or make another option as long."),
            ),
            _flaw(
                "stem_words_in_key",
                gettext_noop("A word of the question comes back in the right answer and in no other."),
                gettext_noop("Use the word in the other options too, or in none."),
            ),
            _flaw(
                "options_out_of_order",
                gettext_noop("Numbers and dates in disorder take time to read and test nothing."),
                gettext_noop("Let numbers and dates ascend."),
            ),
            _flaw(
                "k_type",
                gettext_noop("Options that combine other options (“A and C”) test logic more than knowledge."),
                gettext_noop("Ask with several right answers instead, or make each option stand for itself."),
            ),
            _flaw(
                "convergence",
                gettext_noop("The right answer shares most with the others, so it can be found by counting."),
                gettext_noop("Let each part occur equally often among the options."),
            ),
            _flaw(
                "grammatical_cue",
                gettext_noop("The question's grammar fits some of the options only."),
                gettext_noop("Word the question so that each option completes it."),
            ),
            _flaw(
                "unfocused_stem",
                gettext_noop("The question cannot be understood, or answered, before the options are read."),
                gettext_noop("Ask a full question that names what it is about."),
            ),
            _flaw(
                "true_false_series",
                gettext_noop("The options are unconnected statements, so this is several true/false questions in one."),
                gettext_noop("Ask one thing, or make true/false questions of it."),
            ),
            _flaw(
                "more_than_one_right",
                gettext_noop("More than one option is right, or two options say the same."),
                gettext_noop("Keep one of them, or ask for all that apply."),
            ),
            _flaw(
                "implausible_option",
                gettext_noop("An option is of another kind or size than the rest, so nobody will choose it."),
                gettext_noop("Replace it by something that could be true."),
            ),
            _flaw(
                "lines_in_key_order",
                gettext_noop("The lines stand as the answer has them, so there is nothing to find out."),
                gettext_noop("Show the lines in another order."),
            ),
            _flaw(
                "cueing",
                gettext_noop("Another question of this quiz tells the answer to this one."),
                gettext_noop("Drop one of the two, or reword the other."),
            ),
            _flaw(
                "source_shown",
                gettext_noop("The sentence that is shown after an earlier question holds the answer to this one."),
                gettext_noop("Drop one of the two."),
            ),
            _flaw(
                "key_position",
                gettext_noop("The right answer stands in the same place too often in this quiz."),
                gettext_noop("Change the order of the options where it is free."),
            ),
        )
    )
)
