"""Sources, cues and contents are tied."""

from onrecord.annotate.encoder.reading import read_text
from onrecord.model.evidence import Span
from scripted_network import ScriptedNetwork

O = "O"  # noqa: E741


def said(tags: str) -> list[tuple[object, object, object]]:
    """Read a sentence of one-letter words whose tags are given: s S c C w W or -."""
    rows = []
    for tag in tags:
        mark = "B" if tag.islower() else "I"
        low = tag.lower()
        rows.append(
            (
                "NOUN",
                "NN",
                0,
                "root",
                O,
                mark if low == "s" else O,
                mark if low == "c" else O,
                mark if low == "w" else O,
            )
        )
    text = " ".join("abcdefghijklmnop"[: len(tags)])
    reading = read_text(ScriptedNetwork(rows), text, [Span(0, len(text))])
    return [(s.source, s.cue, s.content) for s in reading.said]


def test_the_nearest_go_together_where_the_scores_are_those_of_distance() -> None:
    assert said("scwW-scwW") == [
        ((0, 0), (1, 1), ((2, 3),)),
        ((5, 5), (6, 6), ((7, 8),)),
    ]


def test_words_on_both_sides_of_a_cue_are_one_attribution() -> None:
    assert said("wWscwW") == [((2, 2), (3, 3), ((0, 1), (4, 5)))]


def test_a_cue_without_words_is_none() -> None:
    assert said("sc--") == []


def test_words_without_a_cue_are_none() -> None:
    assert said("wW--") == []


def test_nobody_may_be_the_source() -> None:
    assert said("cwW") == [(None, (0, 0), ((1, 2),))]
