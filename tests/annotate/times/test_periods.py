import pytest

from onrecord.annotate.times import find_times
from onrecord.model.article import Article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In last April it fell.", ["2030-04"]),
        ("This April will be cold.", ["2031-04"]),
        ("It ends in March next year.", ["2032-03"]),
        ("It fell last quarter.", ["2030-Q4"]),
        ("This weekend it rained.", ["2031-W11-WE"]),
        ("It opens next decade.", ["204"]),
    ],
)
def test_values_as_of_friday_14_march_2031(text: str, found: list[str]) -> None:
    article = Article(id="ar-1", text=text, sha256="", published="2031-03-14")
    assert [time.value for time in find_times(article)] == found
