import pytest

from onrecord.annotate.times import find_times
from onrecord.model.article import Article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the third quarter of 2029 it grew.", ["2029-Q3"]),
        (
            "It grew in the third quarter; the year-ago quarter was flat.",
            ["2030-Q3", "2029-Q3"],
        ),
        ("In the fifth quarter nobody stood.", []),
        ("Last winter was hard.", ["2030-WI"]),
        ("Next spring will be soft.", ["2032-SP"]),
        ("In the summer it will reopen.", ["2031-SU"]),
        ("The spring broke.", []),
    ],
)
def test_values_as_of_friday_14_march_2031(text: str, found: list[str]) -> None:
    article = Article(id="ar-1", text=text, sha256="", published="2031-03-14")
    assert [time.value for time in find_times(article)] == found
