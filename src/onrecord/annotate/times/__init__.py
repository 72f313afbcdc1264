"""Time expressions of news English: where they stand and which days they mean.

`tokens.py` turns a text into a row of classes, `patterns.py` is the language in which
`days.py`, `periods.py`, `spans.py` and `shifts.py` write their rules, `ranges.py` adds
what stands around, `find.py` joins them. Nothing here knows today's date.
"""

from onrecord.annotate.times.find import find_times

__all__ = ["find_times"]
