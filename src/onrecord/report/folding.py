"""Folding: what tells of one happening stands once on a timeline.

Folded together are reports of one `happening`, whatever day they give; one speaker's
same words of one day; and on one day an event with the statement, custody, stage or
decision that the same words tell ("X demanded" is a statement and a request). Nothing
is folded over different factuality.
"""

from collections.abc import Hashable, Iterable, Iterator

from onrecord.model import edtf
from onrecord.model.event import Event
from onrecord.model.statement import Statement
from onrecord.report.days import are_apart
from onrecord.report.entries import Entry, event_entry, said_entry

Group = list[Entry]
"""Entries of one happening; the first one is told, the others stand behind it."""

Piece = Entry | Statement | list[Event]
"""What is folded: a part of custody, a stage or a decision; a statement; the reports of
one happening. Entries of the last two are made only when their day is shown."""


def fold_day(pieces: Iterable[Piece]) -> list[Group]:
    """Return the groups that the pieces of one day make, in their order.

    Args:
        pieces: Events last, as `gather_pieces` gives them.
    """
    groups: list[Group] = []
    owners: dict[Hashable, Group] = {}
    for piece in pieces:
        if isinstance(piece, Entry):
            group = _told_group(piece, owners)
            entries = [piece]
        elif isinstance(piece, Statement):
            group = _statement_group(piece, owners)
            entries = [said_entry(piece)]
        else:
            entries = [event_entry(event) for event in piece]
            group = _event_group(entries, owners)
        if not group:
            groups.append(group)
        group += entries
    return groups


def gather_happenings(events: Iterable[Event]) -> Iterator[list[Event]]:
    """Yield the reports of each happening together, in the order of the first.

    Reports that differ in factuality stand apart: a plan is not the deed.
    """
    found: dict[str, list[Event]] = {}
    for event in events:
        key = event.happening or event.id
        if key in found:
            found[key].append(event)
        else:
            found[key] = [event]
    for reports in found.values():
        if len(reports) == 1:
            yield reports
            continue
        for factuality in dict.fromkeys(one.factuality for one in reports):
            yield [one for one in reports if one.factuality is factuality]


def agreed_day(values: Iterable[str | None]) -> str | None:
    """Return the day that reports of one thing give, or None.

    Of several the finest that say the same; of those the one that contradicts the
    fewest reports.
    """
    given = [value for value in values if value]
    if len(set(given)) < 2:
        return given[0] if given else None
    return min(
        (one for one in dict.fromkeys(given) if not _is_rough(one, given)),
        key=lambda one: (sum(are_apart(one, other) for other in given), _width(one)),
        default=given[0],
    )


def _is_rough(value: str, given: Iterable[str]) -> bool:
    """Whether another value says the same more finely ("March" beside "4 March")."""
    return any(
        _width(other) < _width(value) and not are_apart(other, value) for other in given
    )


def _width(value: str) -> int:
    """Return how many days a value leaves open."""
    try:
        first, last = edtf.bounds(value)
    except ValueError:
        return 10**6
    return (last - first).days if first and last else 10**6


def _event_group(entries: Group, owners: dict[Hashable, Group]) -> Group:
    """Return the group that the words of an event tell too, else a new one."""
    for entry in entries:
        event = entry.fact
        if not isinstance(event, Event) or not event.evidence:
            continue
        clause = event.evidence[0]
        keys: list[Hashable] = [(clause.article, clause.start, clause.end)]
        if event.trigger_spans:
            keys.insert(0, (clause.article, event.trigger_spans[0].start))
        for key in keys:
            group = owners.get(key)
            if group and _may_be_one(entry, group[0]):
                return group
    return []


def _may_be_one(entry: Entry, other: Entry) -> bool:
    """Whether two entries of the same words can be one thing."""
    is_apart = bool(entry.when and other.when and are_apart(entry.when, other.when))
    return not is_apart and entry.factuality() is other.factuality()


def _statement_group(statement: Statement, owners: dict[Hashable, Group]) -> Group:
    """Return the group of the same words of one speaker, else a new one."""
    group: Group = []
    if statement.speaker:
        words = statement.content.casefold().strip(" .,;:!\"'“”")
        key = (statement.speaker, statement.factuality, words)
        group = owners.setdefault(key, group)
    if statement.cue_spans and statement.evidence:
        cue = (statement.evidence[0].article, statement.cue_spans[0].start)
        owners.setdefault(cue, group)
    return group


def _told_group(entry: Entry, owners: dict[Hashable, Group]) -> Group:
    """Return a new group for custody, a stage or a decision, found by its words."""
    group: Group = []
    for piece in entry.evidence():
        owners.setdefault((piece.article, piece.start, piece.end), group)
    return group
