from collections.abc import Callable
from typing import Any

import pytest

from onrecord.model.statement import Statement

pytestmark = pytest.mark.model


def _said(extract: Callable[..., Any], text: str) -> list[Statement]:
    return [f for f in extract(text)[1] if isinstance(f, Statement)]


def test_two_speakers_make_two_statements_with_ids_of_their_own(
    extract: Callable[..., Any],
) -> None:
    said = _said(extract, "Mira Velt and Oskar Brun said the ship had left.")
    assert {s.speaker_text for s in said} == {"Mira Velt", "Oskar Brun"}
    assert len({s.id for s in said}) == 2


def test_what_one_says_ends_where_the_next_cue_begins(
    extract: Callable[..., Any],
) -> None:
    text = "Mira Velt said the ship had left and denied that it was hers."
    first, second = _said(extract, text)
    assert (first.content, second.content) == ("the ship had left", "it was hers")
    assert first.speaker == second.speaker


def test_a_statement_in_a_statement_names_the_outer_one(
    extract: Callable[..., Any],
) -> None:
    outer, inner = _said(extract, "Mira Velt says Oskar Brun claims the ship left.")
    assert (outer.within, inner.within) == (None, outer.id)


def test_what_is_spoken_to_is_not_also_the_place(extract: Callable[..., Any]) -> None:
    (said,) = _said(extract, "Mira Velt told reporters in Karsk that the ship left.")
    assert said.place == "Karsk"
    assert said.addressee_text == ("reporters",)


def test_words_stand_where_their_spans_say(extract: Callable[..., Any]) -> None:
    text = "The ship, Mira Velt said on Monday, has left Karsk."
    (said,) = _said(extract, text)
    assert said.content == " ".join(text[c.start : c.end] for c in said.content_spans)
    assert [text[c.start : c.end] for c in said.cue_spans] == ["said"]
