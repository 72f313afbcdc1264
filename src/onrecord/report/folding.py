"""Folding: what tells of one happening stands once on a timeline.

Folded together are reports of one `happening`; one speaker's same words of one day; and
an event with the statement, custody, stage or decision that the same words tell ("X
demanded" is a statement and a request). Nothing is folded over different factuality.
"""

from collections.abc import Hashable, Iterable

from onrecord.model import edtf
from onrecord.model.event import Event
from onrecord.model.statement import Statement
from onrecord.report.days import are_apart
from onrecord.report.entries import Entry
from onrecord.report.lines import RowKind

Group = list[Entry]
"""Entries of one happening; the first one is told, the others stand behind it."""


def fold_entries(entries: Iterable[Entry]) -> list[Group]:
    """Return the groups, in the order of their first entries.

    Args:
        entries: Events last, as `list_entries` gives them.
    """
    groups: list[Group] = []
    owners: dict[Hashable, Group] = {}
    for entry in entries:
        if entry.kind is RowKind.EVENT:
            group = _event_group(entry, owners)
        elif entry.kind is RowKind.STATEMENT:
            group = _statement_group(entry, owners)
        else:
            group = _told_group(entry, owners)
        if not group:
            groups.append(group)
        group.append(entry)
    return groups


def day_of(group: Group) -> str | None:
    """Return the day of a group, or None.

    Of several the finest that say the same; of those the one that contradicts the
    fewest reports.
    """
    given = [entry.when for entry in group if entry.when]
    if len(given) < 2:
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


def _event_group(entry: Entry, owners: dict[Hashable, Group]) -> Group:
    """Return the group of an event: its happening's, else that of its words."""
    event = entry.fact
    if not isinstance(event, Event):
        return []
    happening = (event.happening, event.factuality) if event.happening else None
    found = owners.get(happening) if happening else None
    if found is None:
        found = _same_words(entry, event, owners)
    if happening:
        owners.setdefault(happening, found)
    return found


def _same_words(entry: Entry, event: Event, owners: dict[Hashable, Group]) -> Group:
    """Return the group that the words of an event tell too, else a new one."""
    if not event.evidence:
        return []
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


def _statement_group(entry: Entry, owners: dict[Hashable, Group]) -> Group:
    """Return the group of the same words of one speaker on one day, else a new one."""
    statement = entry.fact
    if not isinstance(statement, Statement):
        return []
    group: Group = []
    if statement.speaker:
        words = statement.content.casefold().strip(" .,;:!\"'“”")
        key = (entry.when, statement.speaker, statement.factuality, words)
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
