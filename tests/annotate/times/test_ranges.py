import pytest

from onrecord.annotate.times import find_times
from onrecord.model.article import Article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Between Monday and Friday he slept.", ["2031-03-10/2031-03-14"] * 2),
        ("He slept since last week.", ["2031-03-03/.."]),
        ("He may stay until next month.", ["../2031-04"]),
        ("He left prior to 5 March.", ["../2031-03-05"]),
        ("It is valid from 5 March.", ["2031-03-05/.."]),
        ("Shares rose from Tuesday.", ["2031-03-11"]),
        ("He left after Tuesday's vote.", ["2031-03-11"]),
        ("He met them on Monday and Tuesday.", ["2031-03-10", "2031-03-11"]),
        ("At 7 p.m. Wednesday he left.", ["2031-03-12"]),
        ("He ran it from 2021 to 2019.", ["2021", "2019"]),
    ],
)
def test_edtf_as_of_friday_14_march_2031(text: str, found: list[str]) -> None:
    article = Article(id="ar-1", text=text, sha256="", published="2031-03-14")
    assert [time.edtf for time in find_times(article)] == found
