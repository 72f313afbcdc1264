"""What a verb decides."""

import pytest

import golden_ties as golden

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The council decided to close the port.", "close the port"),
        ("Osteria suspended imports of barley.", "suspended imports of barley"),
        (
            "The council postponed its vote on the port until May.",
            "its vote on the port",
        ),
    ],
)
def test_the_subject_of_a_decision(text: str, subject: str) -> None:
    (decision,) = golden.short("decisions", text)
    assert subject in decision["subject"]


def test_what_is_only_told_in_passing_is_no_decision() -> None:
    assert golden.short("decisions", "The sanctions that Osteria imposed hurt.") == []
