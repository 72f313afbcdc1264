"""Custody: one read fact for each spell of a person or group that an article tells."""

import re
from collections.abc import Iterable, Mapping, Sequence

from onrecord.extract.context import Context, Who
from onrecord.extract.dating import When
from onrecord.extract.legal.holding import Holding
from onrecord.extract.legal.holdings import find_holdings
from onrecord.extract.legal.restrictions import find_conditions
from onrecord.extract.legal.spells import (
    PLAIN,
    Spell,
    Spells,
    bears_terms,
    by_strength,
    first_holding,
    is_firm,
    join_leads,
    join_told_again,
    settle_kinds,
)
from onrecord.model.custody import Custody, CustodyEnd, CustodyStatus
from onrecord.model.evidence import Span
from onrecord.model.fact import NARRATOR

METHOD = "custody/1"

_LISTED = re.compile(r",? (?:and |or )?")
# Evidence beyond this many places adds nothing to a read fact.
_MOST_EVIDENCE = 12


def find_custody(context: Context) -> list[Custody]:
    """Return what an article tells of people held, in text order.

    Args:
        context: A document with its statements.
    """
    found = Spells(context)
    speakers = {s.id: s.speaker for s in context.statements}
    for holding in by_strength(find_holdings(context)):
        if not _is_own_search(context, holding, speakers):
            found.add(holding)
    spells = join_leads(context, found.spells)
    settle_kinds(context, spells)
    spells = join_told_again(context, spells)
    kept = [spell for spell in spells if is_firm(spell, spells)]
    kept.sort(key=lambda spell: first_holding(spell).trigger)
    return [_make(context, spell, bears_terms(spell, kept)) for spell in kept]


def _is_own_search(
    context: Context, holding: Holding, speakers: Mapping[str, str | None]
) -> bool:
    """Whether who says that "they were wanted" is taken for who is: never so."""
    speaker = speakers.get(context.voice(holding.trigger))
    said_of = holding.person.actor
    return holding.kind == "wanted" and said_of is not None and said_of == speaker


def _make(context: Context, spell: Spell, has_terms: bool) -> Custody:
    """Return the read fact of a spell."""
    holdings = sorted(spell.holdings, key=lambda one: (one.trigger, one.ordinal))
    anchor = holdings[0]
    starts = [h for h in holdings if h.since.edtf] or holdings
    ends = [h for h in holdings if h.effect == "end"]
    when = next((h.when for h in holdings if h.when.edtf), When())
    holders = _most(h.holders for h in _holding_first(holdings))
    behalf = _most(h.behalf for h in holdings)
    place = next((h.place for h in _holding_first(holdings) if h.place), None)
    reason = _best_reason(context, holdings)
    conditions = (
        find_conditions(context, spell.person, holdings, is_bail=spell.kind == "bail")
        if has_terms
        else ()
    )
    return Custody(
        id=context.make_id("custody", anchor.trigger, ordinal=anchor.ordinal),
        evidence=context.evidence(*_evidence_spans(holdings)),
        voice=_voice(context, holdings),
        factuality=spell.factuality,
        when=when.edtf,
        when_text=when.text,
        when_basis=when.basis,
        method=METHOD,
        person=spell.person.actor,
        person_text=spell.person.text,
        holder=_ids(holders),
        holder_text=tuple(who.text for who in holders),
        on_behalf_of=_ids(behalf),
        on_behalf_of_text=tuple(who.text for who in behalf),
        kind=spell.kind or PLAIN,
        place=context.words(place) if place is not None else None,
        from_=starts[0].since.edtf,
        to=next((h.until.edtf for h in ends if h.until.edtf), None),
        end=CustodyEnd(ends[0].end) if ends and ends[0].end else None,
        grounds=reason,
        conditions=conditions,
        status=_status(spell, holdings),
    )


def _holding_first(holdings: Sequence[Holding]) -> list[Holding]:
    """Return reports of being held before those of being taken."""
    return sorted(holdings, key=lambda one: one.effect != "hold")


def _evidence_spans(holdings: Sequence[Holding]) -> list[Span]:
    """Return the words to quote, the anchor's first, each once."""
    spans: list[Span] = []
    for one in holdings:
        if one.span not in spans:
            spans.append(one.span)
    return spans[:_MOST_EVIDENCE]


def _voice(context: Context, holdings: Sequence[Holding]) -> str:
    """Return the narrator where the article itself tells a spell."""
    voices = [context.voice(one.trigger) for one in holdings]
    return NARRATOR if NARRATOR in voices else voices[0]


def _most(groups: Iterable[tuple[Who, ...]]) -> tuple[Who, ...]:
    """Return the first group that names anybody."""
    return next((group for group in groups if group), ())


def _ids(whos: Iterable[Who]) -> tuple[str, ...]:
    """Return the ids of actors, without those who resolve to nobody."""
    return tuple(who.actor for who in whos if who.actor is not None)


def _best_reason(context: Context, holdings: Sequence[Holding]) -> str | None:
    """Return the words for why somebody is held, the fullest; a list is one."""
    words = []
    for one in holdings:
        joined: list[Span] = []
        for span in sorted(one.reasons):
            before = joined[-1] if joined else None
            gap = context.text[before.end : span.start] if before else "none"
            if before is not None and _LISTED.fullmatch(gap):
                joined[-1] = Span(before.start, span.end)
            else:
                joined.append(span)
        words += [context.words(span) for span in joined]
    return max(words, key=len) if words else None


def _status(spell: Spell, holdings: Sequence[Holding]) -> CustodyStatus:
    """Return where the person stands as the article tells it."""
    if spell.kind == "wanted":
        return CustodyStatus.WANTED
    if spell.has_ended:
        return CustodyStatus.PAST
    return CustodyStatus.HELD
