import pytest

from onrecord.model.custody import Condition
from onrecord.resolve.lifted import is_lifted


@pytest.mark.parametrize(
    ("words", "lifted"),
    [
        ("Her curfew was lifted on Thursday", True),
        ("the court has lifted the curfew", True),
        ("Her passport was returned", True),
        ("no longer has to wear a tag", True),
        ("the court has not lifted the curfew", False),
        ("the curfew would be lifted in May", False),
        ("the judge refused to have the curfew lifted", False),
        ("remain indoors between 10pm and 6am", False),
    ],
)
def test_a_term_is_over_only_where_its_words_say_so(words: str, lifted: bool) -> None:
    assert is_lifted(Condition(id="co-1", kind="curfew", text=words)) is lifted
