import pytest

from onrecord.annotate.times import find_times
from onrecord.model.article import Article


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He was freed on Christmas.", "2030-12-25"),
        ("He will be freed at Christmas.", "2031-12-25"),
        ("He was freed last Christmas.", "2030-12-25"),
        ("He returns next Christmas.", "2031-12-25"),
        ("Easter is near.", "2031-04-13"),
        ("He was freed on Christmas Day last year.", "2030-12-25"),
        ("He was freed on Christmas Eve, 1999.", "1999-12-24"),
    ],
)
def test_the_year_of_a_holiday(text: str, day: str) -> None:
    article = Article(id="ar-1", text=text, sha256="", published="2031-03-14")
    (found,) = find_times(article)
    assert found.edtf == day


@pytest.mark.parametrize("published", ["1000-01-01", "2999-12-31"])
def test_at_the_ends_of_the_years_we_read(published: str) -> None:
    article = Article(id="ar-1", text="On Easter.", sha256="", published=published)
    (found,) = find_times(article)
    assert found.edtf is not None
    assert found.edtf[:4] == published[:4]
