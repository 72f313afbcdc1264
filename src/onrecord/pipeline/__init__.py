"""Joins the steps: what readers hand over goes through a reading into the store.

What holds here:
- A reading is a pure function of the article, so it can be made in any process.
- The store is written from one process, in the order of the input, one article a
  transaction: the same bytes whatever the number of jobs, and nothing half done.
- A text that the case already has is only met again (an appearance). Where that changes
  the basis of its reading, the reading is due and is made at the end, as are those that
  a crash left.
- At most a few articles for each job are in memory at a time.
"""

from onrecord.pipeline.engine import read_into, reread
from onrecord.pipeline.reader import MakeReader, Reader, load_reader, read_article
from onrecord.pipeline.results import (
    Clock,
    Progress,
    ReadResult,
    RereadResult,
    Tally,
    stamp,
    utc_now,
)

__all__ = [
    "Clock",
    "MakeReader",
    "Progress",
    "ReadResult",
    "Reader",
    "RereadResult",
    "Tally",
    "load_reader",
    "read_article",
    "read_into",
    "reread",
    "stamp",
    "utc_now",
]
