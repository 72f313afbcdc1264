import pytest
import resolve_builders as build
from msgspec.structs import replace

from onrecord.resolve.known import describe_known
from onrecord.resolve.versions import find_versions, page_of

PAGE = "https://paper.example/story"


def at(name, url=PAGE, published="2031-03-09", **fields):
    return replace(build.article(name, published), url=url, **fields)


def marks(*articles):
    known = describe_known(articles)
    return {one.id: (one.version_of, one.latest_version) for one in known.articles}


def test_later_texts_at_an_address_are_versions_of_the_first():
    given = [at("c", published="2031-03-11"), at("a"), at("b", published="2031-03-10")]
    assert marks(*given) == {"a": (None, "c"), "b": ("a", "c"), "c": ("a", None)}


def test_on_one_day_the_time_of_fetching_orders_them():
    early = at("z", retrieved="2031-03-09T08:00:00Z")
    late = at("a", retrieved="2031-03-09T20:00:00Z")
    assert marks(early, late) == {"z": (None, "a"), "a": ("z", None)}
    unknown = at("b")
    assert marks(early, late, unknown)["b"] == ("z", None)


def test_the_order_given_does_not_matter():
    given = [at("a"), at("b"), at("c", published=None)]
    assert find_versions(given) == find_versions(reversed(given))


def test_versions_count_as_one_source_however_much_was_rewritten():
    known = describe_known(
        [at("a"), at("b", published="2031-03-10"), at("c", url=None)]
    )
    assert known.source == {"a": "a", "b": "a", "c": "c"}


def test_a_version_that_became_a_wire_copy_counts_with_the_wire():
    text = " ".join(f"w{n}" for n in range(40))
    wire = replace(build.article("w", "2031-03-09", text), url="https://wire.example/1")
    old = at("a", published="2031-03-08")
    new = replace(at("b", published="2031-03-10"), text=text)
    assert describe_known([wire, old, new]).source == {"w": "w", "a": "a", "b": "w"}


def test_by_a_day_only_the_versions_published_by_then_are_there():
    from onrecord.resolve.derive import derive

    given = [at("a"), at("b", published="2031-03-12")]
    (one,) = derive(given, [], [], as_of="2031-03-10").articles
    assert (one.version_of, one.latest_version) == (None, None)


def test_a_translation_is_no_version_of_what_it_translates():
    assert marks(at("a"), at("b", translation_of="a")) == {
        "a": (None, None),
        "b": (None, None),
    }


@pytest.mark.parametrize(
    "other",
    [
        "http://paper.example/story",
        "https://www.paper.example/story/",
        "https://PAPER.example:443/story#comments",
        "https://paper.example/story?utm_source=x&fbclid=1",
    ],
)
def test_addresses_of_one_page(other):
    assert page_of(other) == page_of(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://paper.example/story?id=2",
        "https://paper.example/Story",
        "https://paper.example:8080/story",
        "https://news.paper.example/story",
    ],
)
def test_addresses_of_other_pages(other):
    assert page_of(other) not in (page_of(PAGE), None)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://paper.example",
        "https://paper.example/",
        "mailto:a@b.example",
        "http://[",
        "http://a:b/",
        "story.html",
        "https:///story",
    ],
)
def test_what_is_no_article_s_address_links_nothing(url):
    assert page_of(url) is None
    assert find_versions([at("a", url=url), at("b", url=url)]) == {}


def test_the_order_of_what_is_asked_does_not_matter():
    assert page_of("https://a.example/?b=1&a=2") == page_of(
        "https://a.example/?a=2&b=1"
    )
