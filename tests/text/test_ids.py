from onrecord.text.ids import PREFIXES, article_id, fact_id, kind_of, make_id


def test_an_articles_id_is_the_hash_of_its_text_alone() -> None:
    assert article_id("A text.") == article_id("A text.")
    assert article_id("A text.") != article_id("A text. ")


def test_a_fact_id_changes_with_each_part_of_its_anchor() -> None:
    base = fact_id("custody", "ar-1", "text", 5, 9)
    others = {
        fact_id("event", "ar-1", "text", 5, 9),
        fact_id("custody", "ar-2", "text", 5, 9),
        fact_id("custody", "ar-1", "title", 5, 9),
        fact_id("custody", "ar-1", "text", 6, 9),
        fact_id("custody", "ar-1", "text", 5, 10),
        fact_id("custody", "ar-1", "text", 5, 9, ordinal=1),
    }
    assert base not in others
    assert len(others) == 6


def test_parts_do_not_run_together() -> None:
    assert make_id("run", "ab", "c") != make_id("run", "a", "bc")


def test_an_id_says_its_record_type() -> None:
    for kind in PREFIXES:
        assert kind_of(make_id(kind, "x")) == kind
    assert kind_of("zz-123") is None


def test_a_lone_surrogate_has_an_id_too() -> None:
    assert article_id("bad \ud800 text").startswith("ar-")
