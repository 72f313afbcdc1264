import pytest

from onrecord.annotate.times import find_times
from onrecord.model.article import Article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Tuesday, 4 March 2031 it rained.", ["2031-03-04"]),
        ("Thanksgiving Day was calm.", ["2030-11-28"]),
        ("They met on Christmas Eve.", ["2030-12-24"]),
        ("It began at 4 in the morning.", ["2031-03-14T04:00"]),
        ("It began at noon.", ["2031-03-14T12:00"]),
        ("It began at 25:00.", []),
        ("The form says 9/3/99.", ["1999-09-03"]),
        ("On March 32 nothing happened.", ["2031-03"]),
    ],
)
def test_values_as_of_friday_14_march_2031(text: str, found: list[str]) -> None:
    article = Article(id="ar-1", text=text, sha256="", published="2031-03-14")
    assert [time.value for time in find_times(article)] == found
