import report_builders as build

from onrecord.report.sources import SourceBook


def make_book() -> SourceBook:
    return SourceBook(
        [
            build.article("a"),
            build.article("b", duplicate_of="a"),
            build.article("c", duplicate_of="b"),
            build.article("d"),
        ]
    )


def test_copies_of_one_story_are_one_source_and_named() -> None:
    book = make_book()
    numbers, cites = book.cite([build.words("x", key) for key in "abc"])
    assert numbers == (1,)
    assert [cite.article for cite in cites] == ["a"]
    (source,) = book.sources()
    assert source.article == "a"
    assert [copy.outlet for copy in source.copies] == ["Outlet b", "Outlet c"]


def test_numbers_run_in_the_order_of_citing() -> None:
    book = make_book()
    assert book.cite([build.words("x", "d")])[0] == (1,)
    assert book.cite([build.words("x", "a"), build.words("x", "d")])[0] == (1, 2)
    assert [source.article for source in book.sources()] == ["d", "a"]


def test_a_source_carries_outlet_day_title_link_and_hash() -> None:
    book = make_book()
    book.cite([build.words("x", "d")])
    (source,) = book.sources()
    assert (source.outlet, source.day, source.title, source.url) == (
        "Outlet d",
        "2031-03-05",
        "Story d",
        "https://example.org/d",
    )
    assert source.sha256 == "d" * 8


def test_a_copy_stands_for_an_original_the_view_does_not_know() -> None:
    book = SourceBook([build.article("b", duplicate_of="a")])
    book.cite([build.words("x", "b")])
    (source,) = book.sources()
    assert (source.article, source.copies) == ("b", ())


def test_unknown_articles_get_no_number() -> None:
    assert make_book().cite([build.words("x", "unknown")]) == ((), ())


def test_a_ring_of_copies_ends() -> None:
    book = SourceBook(
        [build.article("a", duplicate_of="b"), build.article("b", duplicate_of="a")]
    )
    assert book.root("a") == book.root("b")
    assert book.count_stories() == 1
