import pytest

from onrecord.annotate.times import find_times
from onrecord.model.article import Article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In fiscal 2030 it grew.", ["2030"]),
        ("In 1066 he won.", ["1066"]),
        ("The 1066 men won.", []),
        ("It cost $1999.", []),
        ("In nineteen ninety-six he won.", ["1996"]),
        ("By the year two thousand it was over.", ["2000"]),
        ("It grew in the seventies.", ["197"]),
        ("The 20th century was long.", ["19"]),
    ],
)
def test_values_as_of_friday_14_march_2031(text: str, found: list[str]) -> None:
    article = Article(id="ar-1", text=text, sha256="", published="2031-03-14")
    assert [time.value for time in find_times(article)] == found
