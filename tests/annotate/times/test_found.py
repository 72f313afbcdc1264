from onrecord.annotate.times.context import Reading
from onrecord.annotate.times.found import Found


def test_equal_where_tokens_and_reading_are() -> None:
    reading = Reading("DATE", "2031")
    assert Found(1, 2, reading) == Found(1, 2, Reading("DATE", "2031"))
    assert Found(1, 2, reading) != Found(1, 3, reading)
