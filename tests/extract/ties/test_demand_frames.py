import pytest

import golden_ties as golden
from onrecord.extract.ties.demand_frames import FRAMES

pytestmark = pytest.mark.model


def _read(text: str, lemma: str, frame: str) -> tuple[str, list[str]] | None:
    outline = golden.outline(text)
    context = outline.context
    clause = next(c for c in context.document.clauses if c.lemma == lemma)
    row = context.lexicons["linkage_cues"][lemma]
    found = FRAMES[frame](outline, clause, row)
    if found is None:
        return None
    return context.words(found[0]), [who.text for who in found[1]]


def test_object() -> None:
    found = _read("Osteria sought the extradition of Brun.", "seek", "n")
    assert found == ("the extradition of Brun", [])


def test_a_light_object_of_seeking_is_no_demand() -> None:
    assert _read("Osteria sought a new coach.", "seek", "n") is None


def test_clause_addresses_who_is_to_do_it() -> None:
    text = "Osteria demanded that the mayor reopen the border."
    found = _read(text, "demand", "c")
    assert found == ("the mayor reopen the border", ["the mayor"])


def test_infinitive() -> None:
    text = "The guerrillas offered to free the pilot."
    assert _read(text, "offer", "t") == ("to free the pilot", [])


def test_person_told_to_do_it() -> None:
    text = "Deputies urged the government to lift the curfew."
    assert _read(text, "urge", "p") == ("to lift the curfew", ["the government"])


def test_what_follows_for() -> None:
    text = "The mayor appealed for an end to the strike."
    assert _read(text, "appeal", "f") == ("an end to the strike", [])


def test_insisting_on_ones_own_business_is_no_demand() -> None:
    text = "The minister insisted on seeking a just answer."
    assert _read(text, "insist", "i") is None


def test_every_frame_of_the_lexicon_is_known() -> None:
    cues = golden.load_lexicons()["linkage_cues"]
    used = {f for row in cues.values() for f in row.get("frames", "")}
    used |= {f for row in cues.values() for f in row.get("noun", "")}
    assert used <= set(FRAMES)
