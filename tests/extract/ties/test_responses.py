import pytest

import golden_ties as golden

pytestmark = pytest.mark.model


def _answers(text: str) -> list[list[str]]:
    (linkage,) = golden.short("linkages", text)
    return linkage.get("answers", [])


DEMAND = "Deputies urged the government to lift the curfew. "


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("The government rejected the demand.", "rejects"),
        ("The government accepted the demand.", "accepts"),
        ("The government did not accept the demand.", "rejects"),
        ("The government ignored the demand.", "evades"),
        ("The government refused to lift the curfew.", "rejects"),
        ("The government declined to comment.", "evades"),
    ],
)
def test_stance(answer: str, stance: str) -> None:
    assert _answers(DEMAND + answer) == [["government", stance]]


def test_who_demands_does_not_answer() -> None:
    assert _answers(DEMAND + "Deputies rejected the demand.") == []


def test_another_matter_is_no_answer() -> None:
    assert _answers(DEMAND + "The government rejected the budget.") == []


def test_an_exchange_is_denied() -> None:
    text = (
        "Osteria offered to free two men in return for a pledge. "
        "Spokesman Marek Dorn denied that it was an exchange."
    )
    assert _answers(text) == [["Marek Dorn", "denies_link"]]
