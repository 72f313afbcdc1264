from onrecord.case.listing import SHOWN_ROWS, Listing
from onrecord.model.article import Article


def articles(count: int) -> Listing[Article]:
    made = (
        Article(id=f"ar-{n}", text="x", sha256="0", title="T") for n in range(count)
    )
    return Listing("article", made, {})


def test_a_listing_is_a_list() -> None:
    listing = articles(2)
    assert [one.id for one in listing] == ["ar-0", "ar-1"]
    assert listing == list(articles(2))


def test_long_listings_say_how_many_more_there_are() -> None:
    html = articles(SHOWN_ROWS + 3)._repr_html_()
    assert html.count("<tr>") == SHOWN_ROWS + 1
    assert "and 3 more" in html
    assert "more" not in articles(1)._repr_html_()
