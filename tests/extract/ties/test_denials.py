import pytest

import golden_ties as golden
from onrecord.extract.ties.denials import find_denials

pytestmark = pytest.mark.model


def _denied(text: str) -> list[str | None]:
    outline = golden.outline(text)
    words = outline.context.words
    return [words(d.words) if d.words else None for d in find_denials(outline)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor denied that he had lied.", "he had lied"),
        (
            "The mayor denied any link to the fire in Karsk.",
            "any link to the fire in Karsk",
        ),
        ("The mayor dismissed reports of a rift.", "a rift"),
        ("The mayor denied the charge.", None),
        ("The mayor denied this.", None),
    ],
)
def test_what_is_denied(text: str, words: str | None) -> None:
    assert _denied(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The court denied him bail.",
        "The mayor did not deny the charge.",
        "The mayor dismissed the coach.",
        "If the mayor denies the charge, he will be tried.",
        "The fire was denied oxygen.",
    ],
)
def test_no_denial(text: str) -> None:
    assert _denied(text) == []


def test_innocence_is_a_denial_of_the_charge() -> None:
    text = "The charges against the mayor are baseless, his lawyer Jana Velt said."
    assert _denied(text) == ["The charges against the mayor"]
