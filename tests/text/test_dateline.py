import pytest

from onrecord.text.dateline import match_dateline


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("PORT VALE, March 7 (Wire) - Police said", "PORT VALE", "Police said"),
        ("Brel (AP) — A court", "Brel", "A court"),
        ("PORT VALE: A court", "PORT VALE", "A court"),
    ],
)
def test_a_dateline_ends_where_the_sentence_begins(
    text: str, place: str, rest: str
) -> None:
    match = match_dateline(text)
    assert match is not None
    assert (match["place"] or match["mixed"]) == place
    assert text[match.end() :] == rest


@pytest.mark.parametrize(
    "text",
    ["Police said on Friday", "EXCLUSIVE - A court", "He said (late) - nothing", ""],
)
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    assert match_dateline(text) is None
