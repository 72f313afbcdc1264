"""Reports as made, kept: in memory, and for larger cases in the case file.

Pages are opened again and again, and a brief of thousands of articles takes a tenth of
a second to make, its whole timeline several. What everybody asks first, the brief and
the timeline of everything known, is kept in the file with the view they are made of.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

import msgspec

from onrecord.case.moments import Day, Moment, parse_day, parse_moment
from onrecord.case.views import Views
from onrecord.config import Config
from onrecord.model.view import CaseView
from onrecord.report.brief import make_brief
from onrecord.report.lines import Brief, Timeline
from onrecord.report.timeline import make_timeline

R = TypeVar("R", bound=msgspec.Struct)

KEPT = 8
"""Reports that stay in memory; the longest unused goes first."""

DEFAULT_WITHIN_DAYS = Config().changed_within_days
"""What a brief calls recent by itself."""

TIMELINE = "timeline"
"""The name of the whole timeline in the case file."""

Asked = tuple[str, str | None, str | None]
"""What was asked in words, as of which day, as recorded at which time."""


class Reports:
    """The reports made of one case while it is open."""

    def __init__(self, views: Views) -> None:
        """Keep reports of what `views` shows."""
        self._views = views
        self._kept: dict[Asked, tuple[object, Any]] = {}

    def get(
        self,
        asked: Asked,
        kind: type[R],
        make: Callable[[], R],
        *,
        in_file: str | None = None,
    ) -> R:
        """Return a report, made only if nobody has it.

        Args:
            asked: What makes it this report and no other.
            kind: Its type.
            make: Makes it.
            in_file: Its name in the case file, where it may be kept; None if not.
        """
        version = self._views.version()
        kept = self._kept.pop(asked, None)
        if kept is None or kept[0] != version:
            packed = self._views.kept(in_file) if in_file else None
            report = msgspec.msgpack.decode(packed, type=kind) if packed else make()
            kept = version, report
            while len(self._kept) >= KEPT:
                self._kept.pop(next(iter(self._kept)))
        self._kept[asked] = kept
        found: R = kept[1]
        return found


def asked_for(words: str, as_of: Day, recorded_as_of: Moment) -> Asked:
    """Return what makes a report this one and no other, its days checked."""
    return (
        words,
        parse_day(as_of, name="as_of"),
        parse_moment(recorded_as_of, name="recorded_as_of"),
    )


def brief_name(within_days: int) -> str:
    """Return the name of the brief in the case file."""
    return f"brief {within_days}"


def pack_reports(view: CaseView, *, within_days: int) -> dict[str, bytes]:
    """Return what is kept in the case file with the view of everything."""
    reports: dict[str, Brief | Timeline] = {
        brief_name(within_days): recent_brief(view, within_days=within_days),
        TIMELINE: make_timeline(view),
    }
    return {name: msgspec.msgpack.encode(one) for name, one in reports.items()}


def recent_brief(
    view: CaseView, *, since: str | None = None, within_days: int
) -> Brief:
    """Return a brief that calls recent what the settings do, unless `since` says."""
    brief = make_brief(view, since=since)
    if since is not None or brief.day is None or within_days == DEFAULT_WITHIN_DAYS:
        return brief
    first = date.fromisoformat(brief.day) - timedelta(days=within_days)
    return make_brief(view, since=first.isoformat())


def first_rows(timeline: Timeline, limit: int | None) -> Timeline:
    """Return a whole timeline cut after its first rows, as `limit` would have it."""
    if limit is None or limit >= len(timeline.rows):
        return timeline
    rows = timeline.rows[:limit]
    # Numbers are given in the order of the rows.
    told = [number for row in rows for number in row.sources]
    told += [n for row in rows for one in row.conflict for n in one.sources]
    last = max(told, default=0)
    return msgspec.structs.replace(
        timeline,
        rows=rows,
        is_cut=True,
        sources=tuple(s for s in timeline.sources if s.number <= last),
    )
