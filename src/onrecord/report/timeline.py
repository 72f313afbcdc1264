"""The timeline: what happened and was said, in order, with how surely the day is known.

Reports of one happening are one row; days that contradict each other stand side by side
in it. What no day is told for is counted, or listed at the end where that is asked for.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from datetime import date
from itertools import chain, islice

from onrecord.errors import InputError
from onrecord.model import edtf
from onrecord.model.custody import Custody
from onrecord.model.decision import Decision
from onrecord.model.event import Event
from onrecord.model.proceeding import Proceeding, Stage
from onrecord.model.records import AnyFact
from onrecord.model.statement import Statement
from onrecord.model.view import CaseView
from onrecord.report.conflicts import find_conflict, members_of
from onrecord.report.days import certainty_of, may_lie_within
from onrecord.report.entries import Datable, Entry, actors_of, told_entries
from onrecord.report.folding import (
    Group,
    Piece,
    agreed_day,
    fold_day,
    gather_happenings,
)
from onrecord.report.lines import Certainty, Row, RowKind, Timeline
from onrecord.report.lookup import Lookup, make_lookup
from onrecord.report.sentences import (
    say_custody,
    say_decision,
    say_event,
    say_matter,
    say_release,
    say_stage,
    say_statement,
)
from onrecord.report.sources import SourceBook
from onrecord.report.words import Sentence, shorten

Keep = Callable[[Datable, Stage | None], bool]


def make_timeline(
    view: CaseView,
    *,
    actors: Collection[str] | None = None,
    kinds: Collection[str] | None = None,
    outlets: Collection[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    certainties: Collection[str] | None = None,
    with_undated: bool = False,
    offset: int = 0,
    limit: int | None = None,
) -> Timeline:
    """Return the timeline of a case as the view knows it.

    Args:
        view: What was known by its day.
        actors: Ids; only what one of them takes part in. None is everybody.
        kinds: Of `RowKind`; None is all.
        outlets: Names of publishers, whatever their case; only what they tell.
        since: First day (EDTF); a row stays if its day may lie on or after it.
        until: Last day (EDTF); a row stays if its day may lie on or before it.
        certainties: Of `Certainty`; only days known so. None is all.
        with_undated: Put what has no day at the end, rather than only count it.
        offset: Rows to pass over.
        limit: Most rows to return; None is all. Days after the last row shown are not
            folded, so that a page of a large case comes at once.

    Raises:
        InputError: an unknown kind or certainty, or a day that is no EDTF.
    """
    look, book = make_lookup(view), SourceBook(view.articles)
    keep = _make_keep(view, look, actors, outlets)
    days = gather_days(view, _known_kinds(kinds), keep)
    undated = days.pop(None, [])
    known = _known_certainties(certainties)
    days = {day: days[day] for day in days if certainty_of(day) in known}
    shown = _in_order(days, _first("since", since), _last("until", until))
    if with_undated and Certainty.UNKNOWN in known:
        shown.append(undated)
    groups = (group for pieces in shown for group in fold_day(pieces))
    page = list(islice(groups, offset, None if limit is None else offset + limit))
    reads = _reads(view, page)
    return Timeline(
        as_of=view.as_of,
        rows=tuple(_row(group, look, reads, book) for group in page),
        entries=sum(map(_size, chain.from_iterable(shown))),
        is_cut=next(groups, None) is not None,
        undated=_count(undated),
        undated_articles=view.undated,
        sources=book.sources(),
    )


def gather_days(
    view: CaseView, kinds: set[RowKind], keep: Keep | None
) -> dict[str | None, list[Piece]]:
    """Return what happened by its day; what has none, or none that is EDTF, by None.

    Args:
        view: The case.
        kinds: The kinds to gather.
        keep: Whether a fact, or a stage of it, is asked for; None keeps all.
    """
    days: dict[str | None, list[Piece]] = defaultdict(list)
    for entry in told_entries(view, kinds):
        if keep is None or keep(entry.fact, entry.stage):
            days[entry.when].append(entry)
    if RowKind.STATEMENT in kinds:
        for statement in view.statements:
            if keep is None or keep(statement, None):
                days[statement.said_on].append(statement)
    if RowKind.EVENT in kinds:
        kept = (e for e in view.events if keep is None or keep(e, None))
        for reports in gather_happenings(kept):
            first = reports[0].when
            one = len(reports) == 1
            day = first if one else agreed_day(report.when for report in reports)
            days[day].append(reports)
    for day in [day for day in days if not day or not edtf.is_valid(day)]:
        if day is not None:
            days[None] += days.pop(day)
    return days


def _known_kinds(kinds: Collection[str] | None) -> set[RowKind]:
    """Return the kinds asked for."""
    known = {kind.value for kind in RowKind}
    if unknown := sorted(set(kinds or ()) - known):
        names = ", ".join(sorted(known))
        raise InputError(f"kind {unknown[0]!r} is unknown; a timeline has {names}")
    return set(map(RowKind, known if kinds is None else kinds))


def _known_certainties(certainties: Collection[str] | None) -> set[Certainty]:
    """Return the certainties asked for."""
    known = {one.value for one in Certainty}
    if unknown := sorted(set(certainties or ()) - known):
        names = ", ".join(one.value for one in Certainty)
        raise InputError(f"certainty {unknown[0]!r} is unknown; a day is {names}")
    return set(map(Certainty, known if certainties is None else certainties))


def _articles_of(view: CaseView, outlets: Collection[str]) -> set[str]:
    """Return the ids of the articles that these outlets published."""
    names = {outlet.casefold() for outlet in outlets}
    return {a.id for a in view.articles if (a.publisher or "").casefold() in names}


def _first(name: str, value: str | None) -> date | None:
    """Return the first day of a limit."""
    return _limit(name, value)[0] if value else None


def _last(name: str, value: str | None) -> date | None:
    """Return the last day of a limit."""
    return _limit(name, value)[1] if value else None


def _limit(name: str, value: str) -> tuple[date | None, date | None]:
    """Return the bounds of a limit."""
    try:
        return edtf.bounds(value)
    except ValueError as error:
        raise InputError(f"{name}: {error}") from error


def _make_keep(
    view: CaseView,
    look: Lookup,
    actors: Collection[str] | None,
    outlets: Collection[str] | None,
) -> Keep | None:
    """Return what says whether a fact is asked for; None where all are."""
    if actors is None and outlets is None:
        return None
    wanted = None if actors is None else {look.lead(actor) for actor in actors}
    articles = None if outlets is None else _articles_of(view, outlets)

    def keep(fact: Datable, stage: Stage | None) -> bool:
        if wanted is not None and wanted.isdisjoint(actors_of(fact, stage)):
            return False
        if articles is None:
            return True
        evidence = (stage.evidence if stage else ()) or fact.evidence
        return any(piece.article in articles for piece in evidence)

    return keep


def _in_order(
    days: dict[str | None, list[Piece]], since: date | None, until: date | None
) -> list[list[Piece]]:
    """Return the pieces of each day that may lie within the limits, in order."""
    given = [day for day in days if day and may_lie_within(day, since, until)]
    return [days[day] for day in sorted(given, key=edtf.order_key)]


def _size(piece: Piece) -> int:
    """Return how many facts, or parts of facts, a piece holds."""
    return len(piece) if isinstance(piece, list) else 1


def _count(pieces: list[Piece]) -> dict[str, int]:
    """Return how many entries there are of each kind."""
    types = Counter(map(type, pieces))
    numbers = Counter(piece.kind for piece in pieces if isinstance(piece, Entry))
    numbers[RowKind.STATEMENT] += types[Statement]
    numbers[RowKind.EVENT] += sum(len(one) for one in pieces if isinstance(one, list))
    return {kind.value: numbers[kind] for kind in RowKind if numbers[kind]}


def _reads(view: CaseView, groups: list[Group]) -> dict[str, AnyFact]:
    """Return the read facts that conflicts and ends are told from, by id."""
    needed = members_of(groups)
    needed.update(
        member
        for group in groups
        if group[0].part == "to"
        for member in group[0].fact.members
    )
    if not needed:
        return {}
    return {fact.id: fact for fact in view.read_facts if fact.id in needed}


def _row(
    group: Group, look: Lookup, reads: dict[str, AnyFact], book: SourceBook
) -> Row:
    """Make the row of one happening."""
    lead, when = group[0], agreed_day(entry.when for entry in group)
    sentence = _say(lead, look, reads)
    evidence = [piece for entry in group for piece in entry.evidence()]
    sources, cites = book.cite(evidence)
    everybody = (look.lead(a) for e in group for a in actors_of(e.fact, e.stage))
    return Row(
        fact=lead.id(),
        words=sentence.words,
        quote=shorten(sentence.quote) if sentence.quote else None,
        sources=sources,
        cites=cites,
        according_to=look.voice(lead.voice()),
        factuality=lead.factuality(),
        known_from=lead.fact.known_from,
        corrected=lead.fact.corrected,
        kind=lead.kind,
        when=when,
        certainty=certainty_of(when),
        actors=tuple(dict.fromkeys(everybody)),
        folded=tuple(entry.id() for entry in group[1:]),
        conflict=find_conflict(group, reads, book),
    )


def _say(entry: Entry, look: Lookup, reads: dict[str, AnyFact]) -> Sentence:
    """Return the sentence of an entry with the words that tell it."""
    fact = entry.fact
    if isinstance(fact, Custody):
        if entry.part == "to":
            return Sentence(
                say_release(fact, look, dated=False), _ending_words(fact, reads)
            )
        return Sentence(say_custody(fact, look, dated=False), _first_words(entry))
    if isinstance(fact, Proceeding):
        return _say_stage(fact, entry, look)
    if isinstance(fact, Decision):
        due = "Day announced — " if entry.part == "due" else ""
        return Sentence(due + say_decision(fact, look), _first_words(entry))
    return (
        say_event(fact, look) if isinstance(fact, Event) else say_statement(fact, look)
    )


def _say_stage(proceeding: Proceeding, entry: Entry, look: Lookup) -> Sentence:
    """Return the sentence of a stage with the proceeding it belongs to."""
    matter = say_matter(proceeding, look)
    words = say_stage(entry.stage, look, dated=False).words if entry.stage else ""
    return Sentence(f"{matter} — {words}", _first_words(entry))


def _first_words(entry: Entry) -> str | None:
    """Return the words of the clause that tells an entry."""
    evidence = entry.evidence()
    return evidence[0].exact if evidence else None


def _ending_words(custody: Custody, reads: dict[str, AnyFact]) -> str | None:
    """Return the words that tell a spell's end: a report of it, else the last words."""
    for member in custody.members or ():
        read = reads.get(member)
        if isinstance(read, Custody) and (read.end or read.to) and read.evidence:
            return read.evidence[0].exact
    return custody.evidence[-1].exact if custody.evidence else None
