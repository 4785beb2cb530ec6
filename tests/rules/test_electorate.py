import pytest

from unsim.rules.electorate import electorate
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, SECURITY_COUNCIL


@pytest.mark.parametrize(
    ("profile", "procedural", "observers_vote"),
    [
        (GENERAL_ASSEMBLY, True, False),
        (GENERAL_ASSEMBLY, False, False),
        (SECURITY_COUNCIL, True, False),
        (MODEL_UN, True, True),
        (MODEL_UN, False, False),
    ],
)
def test_observers_vote_on_procedure_where_the_profile_says_so_and_never_on_a_text(profile, procedural, observers_vote):
    voters = electorate(profile, ["FRA", "IND"], ["VAT"], procedural=procedural)
    assert voters == (("FRA", "IND", "VAT") if observers_vote else ("FRA", "IND"))
