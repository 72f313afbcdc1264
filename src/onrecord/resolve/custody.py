"""Custody: the spells in which one person is held, from many reports.

Reports of one person are put in the order of the world. Those of one kind whose starts
meet (or contradict each other by days only) are one spell; a change of kind is the next
spell and closes the one before; a report that only tells an end closes the spell that
was open then. What is denied, planned, asked for or supposed stands apart from what is
asserted.
"""

import itertools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from msgspec.structs import replace

from onrecord.model.custody import Condition, Custody, CustodyEnd, CustodyStatus
from onrecord.model.evidence import Evidence
from onrecord.model.fact import Factuality
from onrecord.resolve.days import (
    FAR_AHEAD,
    LONG_AGO,
    days_apart,
    find_bounds,
    known_order,
    meet,
)
from onrecord.resolve.fold import (
    agree_day,
    as_case,
    group_by,
    most_said,
    most_said_list,
    reading_key,
    unite,
)
from onrecord.resolve.holding import find_holder, find_place
from onrecord.resolve.known import Known
from onrecord.resolve.lifted import is_lifted
from onrecord.resolve.states import States
from onrecord.resolve.words import containment, content_words

# Outlets get a day wrong by a few; a new arrest after a release takes longer.
_SLACK_DAYS = 14
_SAME_TERM = 0.6
# These may run beside another spell; all other kinds follow one another.
_PARALLEL = frozenset({"exit_ban"})
# Custody of these kinds goes on under the same authority when its kind changes.
_STATE_HELD = frozenset({"detention", "prison", "house_arrest", "deportation_custody"})
_END_BY_NEXT = {
    "bail": CustodyEnd.RELEASED,
    "prison": CustodyEnd.TRANSFERRED,
    "house_arrest": CustodyEnd.TRANSFERRED,
    "deportation_custody": CustodyEnd.TRANSFERRED,
}


@dataclass(slots=True, eq=False)
class _Spell:
    """A spell being put together; `next` is the spell that ended it."""

    kind: str
    is_wanted: bool
    reports: list[Custody] = field(default_factory=list)
    next: "_Spell | None" = None

    def start(self) -> str | None:
        """Return the day its reports agree on as the first."""
        return agree_day(one.from_ for one in self.reports)[0]

    def told_end(self) -> str | None:
        """Return the day its reports agree on as the last."""
        return agree_day(one.to for one in self.reports)[0]

    def last_day(self) -> str | None:
        """Return its last day, told or given by the spell that followed."""
        return self.told_end() or (self.next.start() if self.next else None)

    def is_told_over(self) -> bool:
        """Whether a report tells its end."""
        return any(one.end or one.to for one in self.reports)

    def order(self) -> tuple[date, date, str]:
        """Return the key of the order of the world: start, else first told."""
        first = self.reports[0]
        found = find_bounds(self.start()) or find_bounds(first.known_from)
        return (*(found or (LONG_AGO, LONG_AGO)), first.id)


def make_custody(
    facts: Sequence[Custody],
    known: Known,
    states: States,
    parts: Collection[str] = (),
) -> list[Custody]:
    """Return the case's spells of custody, from read facts in canonical order.

    Args:
        facts: Read facts with the ids of case actors.
        known: The articles of the derivation.
        states: Says which state a body that holds somebody belongs to.
        parts: Ids of what reports about a group say of one member; for the words that
            name the person they come last.
    """
    made: list[Custody] = []
    for (_, factuality), reports in group_by(facts, _person_key).items():
        if factuality is Factuality.ASSERTED:
            spells = _find_spells(reports)
        else:
            spells = _by_kind(reports)
        spells.sort(key=_Spell.order)
        mine = {one: _make_spell(one, known, states, parts) for one in spells}
        for spell, one in mine.items():
            if spell.next is not None:
                mine[spell.next] = _take_over(one, spell, mine[spell.next])
        made += mine.values()
    return made


def _person_key(fact: Custody) -> tuple[str, Factuality]:
    """Return whose custody a report is about; one about nobody known stands alone."""
    return fact.person or f"alone {fact.id}", fact.factuality


def _by_kind(reports: Sequence[Custody]) -> list[_Spell]:
    """Put what is not asserted into one spell a kind."""
    groups = group_by(reports, lambda one: one.kind)
    return [_Spell(kind, False, members) for kind, members in groups.items()]


def _find_spells(reports: Sequence[Custody]) -> list[_Spell]:
    """Put the asserted reports of one person into spells."""
    timed = [one for one in reports if find_bounds(one.from_)]
    endings = [o for o in reports if not find_bounds(o.from_) and (o.end or o.to)]
    taken = {one.id for one in (*timed, *endings)}
    spells: list[_Spell] = []
    for report in sorted(timed, key=_start_key):
        _place_timed(report, spells)
    for report in (one for one in reports if one.id not in taken):
        _place_untimed(report, spells)
    _close_in_turn(spells)
    for report in sorted(endings, key=_end_bounds):
        _place_ending(report, spells)
    _close_in_turn(spells)
    return spells


def _start_key(report: Custody) -> tuple[date, date]:
    """Return the bounds of the day a report gives as the first."""
    return find_bounds(report.from_) or (FAR_AHEAD, FAR_AHEAD)


def _end_bounds(report: Custody) -> tuple[date, date]:
    """Return when an end that was told came, at the latest when it was told."""
    told = find_bounds(report.to)
    return told or (LONG_AGO, known_order(report.known_from)[0])


def _is_of(report: Custody, spell: _Spell) -> bool:
    """Whether a report is of a spell's kind."""
    is_wanted = report.status is CustodyStatus.WANTED
    return (report.kind, is_wanted) == (spell.kind, spell.is_wanted)


def _open_spell(report: Custody, spells: list[_Spell]) -> None:
    """Start a spell with its first report."""
    is_wanted = report.status is CustodyStatus.WANTED
    spells.append(_Spell(report.kind, is_wanted, [report]))


def _place_timed(report: Custody, spells: list[_Spell]) -> None:
    """Add a report with a first day to the spell it is about, else start one."""
    near = [
        one for one in spells if _is_of(report, one) and _is_near(report, one, spells)
    ]
    if near:
        near[-1].reports.append(report)
    else:
        _open_spell(report, spells)


def _is_near(report: Custody, spell: _Spell, spells: Sequence[_Spell]) -> bool:
    """Whether the first day of a report can be that of a spell."""
    start, over = spell.start(), find_bounds(spell.told_end())
    day = _start_key(report)
    if start is None or days_apart(start, report.from_ or "") > _SLACK_DAYS:
        return False
    if meet(start, report.from_):
        return True
    between = (
        other
        for other in spells
        if other.kind != spell.kind and not other.is_wanted
        if _is_serial(other) and spell.order() < other.order() < (*day, "~")
    )
    return not (over and over[1] < day[0]) and next(between, None) is None


def _is_serial(spell: _Spell) -> bool:
    """Whether a spell ends the one before it."""
    return not spell.is_wanted and spell.kind not in _PARALLEL


def _place_untimed(report: Custody, spells: list[_Spell]) -> None:
    """Add a report without a first day to the last spell of its kind begun by then."""
    told = known_order(report.known_from)[0]
    begun = [one for one in spells if _is_of(report, one) and one.order()[0] <= told]
    if begun:
        max(begun, key=_Spell.order).reports.append(report)
    else:
        _open_spell(report, spells)


def _close_in_turn(spells: Sequence[_Spell]) -> None:
    """Let each spell end the one before it, and being held end being wanted."""
    serial = sorted((one for one in spells if _is_serial(one)), key=_Spell.order)
    for one, following in itertools.pairwise(serial):
        one.next = following
    for one in spells:
        if one.is_wanted:
            later = (held for held in serial if held.order() >= one.order())
            one.next = next(later, None)


def _place_ending(report: Custody, spells: list[_Spell]) -> None:
    """Add a report that tells an end to the spell that was open then."""
    first, last = _end_bounds(report)
    live = [one for one in spells if _is_live(one, first, last)]
    if live:
        best = max(live, key=lambda one: (_is_of(report, one), one.order()))
        best.reports.append(report)
    else:
        _open_spell(report, spells)


def _is_live(spell: _Spell, first: date, last: date) -> bool:
    """Whether a spell had begun by a day and had not ended before it."""
    if not _is_serial(spell) or spell.order()[0] > last:
        return False
    over = find_bounds(spell.last_day())
    # A release on bail and the bail that begins with it fall on one day.
    begins_then = first == last == spell.order()[0] and len(spell.reports) > 0
    return not begins_then and (over is None or over[1] >= first)


def _make_spell(
    spell: _Spell, known: Known, states: States, parts: Collection[str]
) -> Custody:
    """Make the case fact of a spell."""
    reports = sorted(spell.reports, key=lambda one: reading_key(one, known))
    own = [one for one in reports if one.id not in parts] or reports
    start, other_starts = agree_day(one.from_ for one in reports)
    told, other_ends = agree_day(one.to for one in reports)
    holder, holder_text = find_holder(reports, states)
    behalf, behalf_text = most_said_list(reports, "on_behalf_of")
    days = {"from": other_starts, "to": other_ends}
    made = as_case(
        reports,
        known,
        kind=spell.kind,
        person_text=most_said(one.person_text for one in own),
        holder=holder,
        holder_text=holder_text,
        on_behalf_of=behalf,
        on_behalf_of_text=behalf_text,
        place=find_place(reports),
        grounds=_find_grounds(reports),
        from_=start,
        to=told,
        end=most_said(one.end for one in reports),
        conditions=_unite_conditions(reports),
        status=_find_status(reports),
        conflicts={name: found for name, found in days.items() if found},
    )
    return _close(made, spell)


def _close(made: Custody, spell: _Spell) -> Custody:
    """Say how the next spell ended this one, with the words that tell of it."""
    following = spell.next
    if following is None:
        return made
    if spell.is_told_over():
        # "Released", on a day not told, and then on bail: the bail gives the day.
        is_same = made.end is not None and made.end is _END_BY_NEXT.get(following.kind)
        return replace(made, to=following.start()) if is_same and not made.to else made
    end = made.end
    if end is None and not spell.is_wanted and following.kind != spell.kind:
        end = _END_BY_NEXT.get(following.kind)
    return replace(
        made,
        status=CustodyStatus.PAST,
        to=made.to or following.start(),
        end=end,
        evidence=unite((made.evidence, _opening_words(following))),
    )


def _take_over(before: Custody, spell: _Spell, after: Custody) -> Custody:
    """Let who held somebody before hold on, where nobody says who does after."""
    is_kept = before.kind in _STATE_HELD and after.kind in _END_BY_NEXT
    if after.holder or not before.holder or spell.is_wanted or not is_kept:
        return after
    told = next((one.evidence[:1] for one in spell.reports if one.holder), ())
    return replace(
        after,
        holder=before.holder,
        holder_text=before.holder_text,
        evidence=unite((after.evidence, told)),
    )


def _find_grounds(reports: Sequence[Custody]) -> str | None:
    """Return why somebody is held in the words that say most."""
    told = [one.grounds for one in reports if one.grounds]
    return max(told, key=lambda words: len(content_words(words)), default=None)


def _opening_words(spell: _Spell) -> tuple[Evidence, ...]:
    """Return the words that tell the beginning of a spell."""
    return spell.reports[0].evidence[:1]


def _find_status(reports: Sequence[Custody]) -> CustodyStatus:
    """Return past where an end is told, else what was reported last."""
    if any(one.end or one.to for one in reports):
        return CustodyStatus.PAST
    last = max(known_order(one.known_from) for one in reports)
    latest = [one.status for one in reports if known_order(one.known_from) == last]
    return most_said(latest) or CustodyStatus.HELD


def _unite_conditions(reports: Sequence[Custody]) -> tuple[Condition, ...]:
    """Unite terms of one kind whose words overlap, and end those that were lifted."""
    united: list[Condition] = []
    told: list[str | None] = []
    for report in reports:
        for term in report.conditions:
            place = _find_term(term, united)
            if place is None:
                united.append(term)
                told.append(report.known_from)
            else:
                united[place] = _unite_terms(united[place], term)
                told[place] = max(told[place], report.known_from, key=known_order)
    return tuple(_end_lifted(united, told))


def _find_term(term: Condition, united: Sequence[Condition]) -> int | None:
    """Return the place of the term that this one is another report of, or None."""
    words = content_words(term.text)
    for place, had in enumerate(united):
        is_same = containment(words, content_words(had.text)) >= _SAME_TERM
        if had.kind == term.kind and is_same and is_lifted(had) == is_lifted(term):
            return place
    return None


def _end_lifted(
    terms: Sequence[Condition], told: Sequence[str | None]
) -> Iterator[Condition]:
    """Yield the terms, with an end where a later report lifts that kind of term."""
    for term, known in zip(terms, told, strict=True):
        lifts = (
            day
            for other, day in zip(terms, told, strict=True)
            if other.kind == term.kind
            and is_lifted(other)
            and known_order(day) > known_order(known)
        )
        lifted = min(lifts, key=known_order, default=None)
        if lifted and not term.to and not is_lifted(term):
            yield replace(term, to=f"../{lifted}")
        else:
            yield term


def _unite_terms(one: Condition, other: Condition) -> Condition:
    """Make one term of two reports of it; the fuller words stand."""
    return replace(
        one,
        id=min(one.id, other.id),
        text=max(one.text, other.text, key=lambda text: len(content_words(text))),
        evidence=unite((one.evidence, other.evidence)),
        from_=agree_day((one.from_, other.from_))[0],
        to=agree_day((one.to, other.to))[0],
    )
