from datetime import UTC, datetime, timedelta, timezone

from onrecord.pipeline.results import stamp, utc_now


def test_a_stamp_is_in_utc_whatever_the_zone() -> None:
    there = timezone(timedelta(hours=-5))
    assert stamp(datetime(2031, 3, 7, 20, tzinfo=there)) == (
        "2031-03-08T01:00:00.000000Z"
    )


def test_now_carries_its_zone() -> None:
    assert utc_now().tzinfo is UTC
