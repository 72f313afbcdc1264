import pytest

from onrecord.annotate.times import find_times
from onrecord.model.article import Article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It took 12 hours.", ["PT12H"]),
        ("She stayed a fortnight.", ["P2W"]),
        ("It lasted for decades.", ["PXY"]),
        ("They meet every two weeks.", ["P2W"]),
        ("They meet each July.", ["XXXX-07"]),
        ("He earns 90 crowns a day.", ["P1D"]),
        ("It is now over.", ["PRESENT_REF"]),
        ("It was so in the past.", ["PAST_REF"]),
        ("The future is open.", ["FUTURE_REF"]),
        ("The past president left.", []),
    ],
)
def test_values_as_of_friday_14_march_2031(text: str, found: list[str]) -> None:
    article = Article(id="ar-1", text=text, sha256="", published="2031-03-14")
    assert [time.value for time in find_times(article)] == found
