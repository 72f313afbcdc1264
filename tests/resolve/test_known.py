from datetime import date

import pytest
import resolve_builders as build

from onrecord.resolve.known import describe_known, find_known


def names(articles):
    return [one.id for one in articles]


def test_without_a_day_all_are_known_and_none_is_left_out():
    given = [build.article("b"), build.article("a", "2031-03-09")]
    known, undated = find_known(given, None)
    assert names(known) == ["a", "b"]
    assert undated == 0


def test_an_article_is_known_on_the_day_it_was_published():
    given = [build.article("a", "2031-03-09"), build.article("b", "2031-03-10")]
    assert names(find_known(given, "2031-03-09")[0]) == ["a"]


def test_a_month_is_known_when_it_is_over():
    given = [build.article("a", "2031-03")]
    assert find_known(given, "2031-03-30") == ([], 0)
    assert names(find_known(given, "2031-03-31")[0]) == ["a"]


def test_articles_without_a_day_are_left_out_and_counted():
    given = [build.article("a"), build.article("b", "2031-03-09"), build.article("c")]
    known, undated = find_known(given, "2032-01-01")
    assert (names(known), undated) == (["b"], 2)


def test_a_day_that_is_none_is_refused_with_what_to_give():
    with pytest.raises(ValueError, match="give a day such as"):
        find_known([], "yesterday")


def test_copies_are_marked_with_their_source():
    text = " ".join(f"w{n}" for n in range(40))
    given = [
        build.article("a", "2031-03-10", text),
        build.article("b", "2031-03-09", text),
    ]
    known = describe_known(given)
    assert [(one.id, one.duplicate_of) for one in known.articles] == [
        ("b", None),
        ("a", "b"),
    ]
    assert known.articles[1].similarity == 1.0
    assert known.source == {"a": "b", "b": "b"}
    assert known.today == date(2031, 3, 10)
