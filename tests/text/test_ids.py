import pytest

from onrecord.text.ids import PREFIXES, article_id, fact_id, kind_of, make_id


def test_an_id_is_its_kinds_prefix_and_a_hash() -> None:
    made = make_id("statement", "ar-1", "text", 3, 7)
    prefix, digits = made.split("-")
    assert prefix == "st"
    assert len(digits) == 15
    assert int(digits, 16) >= 0


def test_every_part_counts() -> None:
    made = {
        fact_id("event", "ar-1", "text", 3, 7),
        fact_id("claim", "ar-1", "text", 3, 7),
        fact_id("event", "ar-2", "text", 3, 7),
        fact_id("event", "ar-1", "title", 3, 7),
        fact_id("event", "ar-1", "text", 37, 7),
        fact_id("event", "ar-1", "text", 3, 7, ordinal=1),
    }
    assert len(made) == 6


def test_an_articles_id_hangs_on_its_text_alone() -> None:
    assert article_id("one") == article_id("one")
    assert article_id("one") != article_id("one ")
    assert article_id("\ud800").startswith("ar-")


@pytest.mark.parametrize("kind", PREFIXES)
def test_a_prefix_names_its_kind(kind: str) -> None:
    assert kind_of(make_id(kind, 1)) == kind


@pytest.mark.parametrize("words", ["", "xx-1", "st", "Adeyemi"])
def test_other_words_name_no_kind_unless_they_are_a_prefix(words: str) -> None:
    assert kind_of(words) == ("statement" if words == "st" else None)
