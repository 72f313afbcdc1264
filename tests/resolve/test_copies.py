import random

import pytest
import resolve_builders as build

from onrecord.resolve.copies import group_copies

RANDOM = random.Random(7)


def story(seed: int, sentences: int = 12) -> list[str]:
    made = random.Random(seed)
    return [
        " ".join(f"w{made.randrange(5000)}" for _ in range(15)) + "."
        for _ in range(sentences)
    ]


def article(name, sentences, published=None):
    return build.article(name, published, " ".join(sentences))


def test_a_story_alone_is_its_own_group():
    groups = group_copies([article("a", story(1)), article("b", story(2))])
    assert groups == {"a": ("a", 1.0), "b": ("b", 1.0)}


def test_copies_are_named_after_the_earliest_published():
    told = story(1)
    groups = group_copies(
        [
            article("a", told, "2031-03-09"),
            article("b", told[:9], "2031-03-08"),
            article("c", [*told, *story(9, 2)], None),
        ]
    )
    assert {group for group, _ in groups.values()} == {"b"}
    assert groups["b"][1] == 1.0
    assert 0.6 < groups["a"][1] < 0.8


def test_of_one_day_the_smallest_id_names_the_group():
    told = story(1)
    groups = group_copies([article(n, told, "2031-03-09") for n in ("b", "c", "a")])
    assert groups == dict.fromkeys("abc", ("a", 1.0))


def test_an_excerpt_inside_another_article_is_no_copy():
    told = story(1)
    host = [*story(2, 6), *told[3:6], *story(3, 6)]
    groups = group_copies([article("a", told), article("b", host)])
    assert groups["a"][0] != groups["b"][0]


def test_a_shared_passage_does_not_chain_two_stories():
    passage = story(50, 4)
    one = [*story(1, 8), *passage]
    other = [*passage, *story(2, 8)]
    bridge = [*one[2:8], *other[4:10]]
    articles = [
        article("a", one),
        article("b", one),
        article("c", other),
        article("d", other),
        article("e", bridge),
    ]
    groups = group_copies(articles)
    assert groups["a"][0] == groups["b"][0] != groups["c"][0] == groups["d"][0]


def test_order_of_articles_does_not_matter():
    told = [story(1), story(1)[2:], story(2), [*story(2)[:7], *story(3, 4)], story(4)]
    articles = [article(f"a{n}", text, "2031-03-09") for n, text in enumerate(told)]
    wanted = group_copies(articles)
    for _ in range(5):
        RANDOM.shuffle(articles)
        assert group_copies(articles) == wanted


def test_sketches_are_kept_for_the_next_time():
    sketches = {}
    group_copies([article("a", story(1))], sketches=sketches)
    assert group_copies([article("a", story(2))], sketches=sketches)
    assert list(sketches) == ["a"]


@pytest.mark.parametrize("text", ["", "One word", "…"])
def test_articles_without_a_shingle_are_no_copies_unless_equal(text):
    groups = group_copies(
        [build.article("a", None, text or " "), article("b", story(1))]
    )
    assert groups["a"] == ("a", 1.0)
