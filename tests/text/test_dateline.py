import pytest

from onrecord.text.dateline import match_dateline


@pytest.mark.parametrize(
    ("text", "place", "day", "rest"),
    [
        (
            "QUELLMAR, March 7 (Corvane) - Police came.",
            "QUELLMAR",
            "March 7",
            "Police came.",
        ),
        ("PORT SEL, Tavara — Police came.", "PORT SEL, Tavara", None, "Police came."),
        ("PORT SEL: Police came.", "PORT SEL", None, "Police came."),
        ("Quellmar (Corvane) — Police came.", "Quellmar", None, "Police came."),
        ("QUELLMAR, 7 March 2031 -- Police came.", "QUELLMAR", "7 March 2031", None),
    ],
)
def test_a_dateline_has_a_place_and_may_have_a_day(
    text: str, place: str, day: str | None, rest: str | None
) -> None:
    match = match_dateline(text)
    assert match is not None
    assert (match["place"] or match["mixed"]).strip(" ,") == place
    assert (match["day"] or match["day2"]) == day
    assert text[match.end() :] == (rest or "Police came.")


@pytest.mark.parametrize(
    "text",
    [
        "WATCH: The ship leaves.",
        "EXCLUSIVE - The ship left.",
        "Police - and divers - came.",
        "A - first letter",
        "",
        "The ship left Port Sel.",
    ],
)
def test_labels_and_plain_sentences_are_none(text: str) -> None:
    assert match_dateline(text) is None
