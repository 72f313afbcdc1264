"""Spells: holdings of one person that are one stretch of custody.

Holdings are one spell when their kinds go together and no day of one contradicts the
other. News tells the end first ("was freed on Tuesday ... had been arrested in May"),
so order in the text says nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.extract.context import Context
from onrecord.extract.legal.holding import Holding
from onrecord.extract.legal.persons import (
    Person,
    is_told_by_name,
    plain_words,
    precedes_name,
)
from onrecord.model.edtf import bounds, is_valid
from onrecord.model.fact import Factuality

PLAIN = "detention"
"""The kind that says least."""

# Kinds that one spell may be told by; the later one is the more telling.
_ALIKE = (("detention", "prison"), ("detention", "hostage"))
# Somebody taken again was let go before.
_AGAIN = re.compile(r"re-?(?:arrest|detain|jail|captur)")
# What a plural without a number counts as.
_SOME = 2


@dataclass(slots=True, eq=False)
class Spell:
    """A spell being put together from holdings of one person."""

    person: Person
    kind: str | None
    factuality: Factuality
    holdings: list[Holding] = field(default_factory=list)
    told: dict[tuple[object, ...], Holding] = field(default_factory=dict)
    """One holding of each wording of days, effect and verb: all that can contradict."""

    def add(self, holding: Holding) -> None:
        """Take one more holding."""
        self.holdings.append(holding)
        key = (
            holding.since.edtf,
            holding.until.edtf,
            holding.effect,
            _AGAIN.match(holding.lemma) is not None,
        )
        self.told.setdefault(key, holding)

    @property
    def has_ended(self) -> bool:
        """Whether an end is told."""
        return any(one.effect == "end" for one in self.holdings)


def join_leads(context: Context, spells: Sequence[Spell]) -> list[Spell]:
    """Join a spell of somebody whom the lead only describes to that of their name."""
    kept: list[Spell] = []
    for spell in sorted(spells, key=lambda one: first_holding(one).trigger):
        before = next((one for one in kept if _is_lead_of(context, one, spell)), None)
        if before is None:
            kept.append(spell)
            continue
        for holding in spell.holdings:
            before.add(holding)
        before.person = spell.person
        before.kind = _join_kind(before.kind, spell.kind)
    return kept


def _is_lead_of(context: Context, lead: Spell, spell: Spell) -> bool:
    """Whether a spell in the lead is told again with the name of its person."""
    if not is_told_by_name(context, spell.person.actor):
        return False
    if lead.factuality is not spell.factuality or spell.person.number != 1:
        return False
    if not _go_together(lead.kind, spell.kind):
        return False
    if any(_contradict(a, b) for a in lead.told.values() for b in spell.told.values()):
        return False
    return precedes_name(context, lead.person, spell.person)


def by_strength(holdings: Sequence[Holding]) -> list[Holding]:
    """Return firm holdings before weak ones, each in text order."""
    return sorted(holdings, key=lambda one: one.is_weak)


class Spells:
    """The spells of an article, found by what a person of the same spell must share."""

    def __init__(self, context: Context) -> None:
        self.spells: list[Spell] = []
        self._context = context
        self._by_sign: dict[tuple[str, str], dict[int, Spell]] = {}

    def add(self, holding: Holding) -> None:
        """Add a holding to the spell it belongs to, or begin one."""
        context = self._context
        alike: dict[int, Spell] = {}
        for sign in _signs(context, holding.person):
            alike.update(self._by_sign.get(sign, {}))
        near = [n for n, one in alike.items() if _is_same(context, one, holding)]
        if near:
            number = max(near)
            spell = alike[number]
            spell.kind = _join_kind(spell.kind, holding.kind)
            if spell.person.actor is None and holding.person.actor is not None:
                spell.person = holding.person
        else:
            number = len(self.spells)
            spell = Spell(holding.person, holding.kind, holding.factuality)
            self.spells.append(spell)
        spell.add(holding)
        for sign in _signs(context, spell.person):
            self._by_sign.setdefault(sign, {})[number] = spell


def _signs(context: Context, person: Person) -> list[tuple[str, str]]:
    """What two persons of one spell have at least one of in common."""
    signs = [("key", person.key), ("words", plain_words(person.text))]
    noun = _held_noun(context, person)
    return [*signs, ("noun", noun)] if noun is not None else signs


def _is_same(context: Context, spell: Spell, holding: Holding) -> bool:
    """Whether a holding is of a spell: same person, kind and days."""
    if spell.factuality is not holding.factuality:
        return False
    if not _is_same_person(context, spell, holding):
        return False
    if not _go_together(spell.kind, holding.kind):
        return False
    return not any(_contradict(one, holding) for one in spell.told.values())


def _is_same_person(context: Context, spell: Spell, holding: Holding) -> bool:
    """Whether a holding is of the person of a spell, or of the same unnamed group."""
    one, other = spell.person, holding.person
    if one.key == other.key or plain_words(one.text) == plain_words(other.text):
        return True
    heads = [_held_noun(context, p) for p in (one, other)]
    if None in heads or heads[0] != heads[1]:
        return False
    if one.number > 2 and other.number > 2:
        return one.number == other.number
    return _is_bare(context, one) or _is_bare(context, other)


def _held_noun(context: Context, person: Person) -> str | None:
    """Return the kind that a noun for people held stands for."""
    if person.phrase is None or person.number < 2:
        return None
    lemma = context.document.phrases[person.phrase].head_lemma
    row = context.lexicons["custody_nouns"].get(lemma)
    return row["kind"] if row is not None and row["use"] == "held" else None


def _is_bare(context: Context, person: Person) -> bool:
    """Whether a group is told by its noun alone ("the hostages")."""
    return " " not in plain_words(person.text)


def _go_together(one: str | None, other: str | None) -> bool:
    """Whether two kinds can be of one spell."""
    if one is None or other is None:
        return not {one, other} & {"bail", "exit_ban", "wanted", "parole"}
    return one == other or (one, other) in _ALIKE or (other, one) in _ALIKE


def _join_kind(one: str | None, other: str | None) -> str | None:
    """Return the more telling of two kinds."""
    if one is None or (one, other) in _ALIKE:
        return other
    return one


def _contradict(one: Holding, other: Holding) -> bool:
    """Whether two reports give days that one spell cannot have."""
    if _apart(one.since.edtf, other.since.edtf):
        return True
    if _apart(one.until.edtf, other.until.edtf):
        return True
    for ended, begun in ((one, other), (other, one)):
        if ended.effect == "end" and begun.effect == "start":
            late, early = _days(begun.since.edtf), _days(ended.until.edtf)
            if late and early and late[0] > early[1]:
                return True
            if _AGAIN.match(begun.lemma):
                return True
    return False


def _days(edtf: str | None) -> tuple[date, date] | None:
    """Return the first and last day of a date that has both."""
    if edtf is None or not is_valid(edtf):
        return None
    first, last = bounds(edtf)
    return (first, last) if first is not None and last is not None else None


def _apart(one: str | None, other: str | None) -> bool:
    """Whether two dates have no day in common."""
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return False
    return first[1] < second[0] or second[1] < first[0]


def settle_kinds(context: Context, spells: Sequence[Spell]) -> None:
    """Say hostages where the noun does, or where an open kind stands beside some."""
    for spell in spells:
        is_open = spell.kind in (None, PLAIN)
        if is_open and _held_noun(context, spell.person) == "hostage":
            spell.kind = "hostage"
    kinds = {spell.kind for spell in spells}
    for spell in spells:
        if spell.kind is None:
            spell.kind = "hostage" if "hostage" in kinds else PLAIN


def join_told_again(context: Context, spells: Sequence[Spell]) -> list[Spell]:
    """Join people told by their being held alone to the group that they are.

    A story that tells of "400 jailed strikers" goes on about "the jailed workers": a
    plural without a number, whose participle stands before it, is no second group.
    """
    kept: list[Spell] = []
    bare = [spell for spell in spells if _is_only_labelled(context, spell)]
    for spell in spells:
        group = next((o for o in spells if _is_group_of(spell, o, bare)), None)
        if spell in bare and group is not None:
            group.holdings += spell.holdings
        else:
            kept.append(spell)
    return kept


def _is_only_labelled(context: Context, spell: Spell) -> bool:
    """Whether all that is told of some people is a participle before their noun."""
    if spell.person.number != _SOME or is_told_by_name(context, spell.person.actor):
        return False
    return all(
        one.person.span.start <= one.trigger.start < one.person.span.end
        for one in spell.holdings
    )


def _is_group_of(spell: Spell, other: Spell, bare: Sequence[Spell]) -> bool:
    """Whether a spell is of a group that another can be told of again."""
    if other is spell or other in bare or other.person.number < _SOME:
        return False
    return spell.kind == other.kind and spell.factuality is other.factuality


def _is_served_elsewhere(spell: Spell, spells: Sequence[Spell]) -> bool:
    """Whether a prison term is to be served under house arrest, as told with it."""
    if spell.kind != "prison" or any(h.lemma != "sentence" for h in spell.holdings):
        return False
    sents = {holding.sent for holding in spell.holdings}
    return any(
        other.kind == "house_arrest"
        and other.person.key == spell.person.key
        and sents & {holding.sent for holding in other.holdings}
        for other in spells
    )


def is_firm(spell: Spell, spells: Sequence[Spell]) -> bool:
    """Whether a spell rests on more than a weak word, or on a search already over."""
    if all(one.is_weak for one in spell.holdings):
        return False
    if _is_served_elsewhere(spell, spells):
        return False
    if spell.factuality is Factuality.DENIED or spell.kind == "wanted":
        return not any(
            other is not spell
            and other.person.key == spell.person.key
            and other.factuality is Factuality.ASSERTED
            and other.kind != "wanted"
            for other in spells
        )
    return True


def first_holding(spell: Spell) -> Holding:
    """Return the holding that a spell is anchored in."""
    return min(spell.holdings, key=lambda one: (one.trigger, one.ordinal))


def bears_terms(spell: Spell, spells: Sequence[Spell]) -> bool:
    """Whether terms told of a person are of this spell, or of bail where there is."""
    if spell.kind in ("bail", "exit_ban"):
        return spell.kind == "bail"
    others = [o for o in spells if o is not spell and o.person.key == spell.person.key]
    if spell.has_ended and any(not other.has_ended for other in others):
        return False  # terms are of what goes on
    return not any(other.kind == "bail" for other in others)
