import pytest

from onrecord.annotate.times import find_times
from onrecord.model.article import Article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A decade ago it began.", ["2021"]),
        ("Five months ago it began.", ["2030-10"]),
        ("Months ago it began.", ["PAST_REF"]),
        (
            "On 2 March 2031 it began and two weeks later it ended.",
            ["2031-03-02", "2031-03-16"],
        ),
        ("He left two days after the raid.", ["P2D"]),
        (
            "In the third quarter it grew more than a year earlier.",
            ["2030-Q3", "2029-Q3"],
        ),
    ],
)
def test_values_as_of_friday_14_march_2031(text: str, found: list[str]) -> None:
    article = Article(id="ar-1", text=text, sha256="", published="2031-03-14")
    assert [time.value for time in find_times(article)] == found
