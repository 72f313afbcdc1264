"""Which steps are of one legal matter.

Steps of one kind about one person are one matter. A step that names nobody ("the trial
opened on Monday") is of the matter told last before it; one that could be of any kind
(a hearing, an appeal) is of whatever matter its person has. Inquiries and sanctions
need no person: whose they are tells them apart.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.extract.context import Context, Who
from onrecord.extract.legal.holding import Holding
from onrecord.extract.legal.holdings import find_holdings
from onrecord.extract.legal.persons import is_told_by_name, precedes_name
from onrecord.extract.legal.step import Step
from onrecord.extract.legal.steps import bail_step, find_blame, find_steps
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality

# "Handed over to Freedonia", not "to police".
_EXTRADITION = re.compile(
    r"[Ee]xtradit|\b(?:hand(?:ed|ing)? over|surrender(?:ed|ing)?) to [A-Z]"
)
_NO_PERSON_NEEDED = frozenset({"arbitration", "inquiry", "sanction"})
_NOT_TOLD = frozenset({Factuality.HYPOTHETICAL, Factuality.ASKED})
_NEGATED = Factuality.NEGATED
_OPENERS = frozenset(
    {"appeal", "charge", "double_criminality", "ruling", "trial", "warrant"}
)
# A step that names nobody may wait this many sentences for one that does.
_NEAR = 3


@dataclass(slots=True, eq=False)
class Matter:
    """A legal matter being put together; `kind` is None while nothing says it."""

    kind: str | None
    subjects: dict[str, Who] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    arrests: list[Holding] = field(default_factory=list)
    reasons: list[Span] = field(default_factory=list)

    def add(self, step: Step) -> None:
        """Add a step and whom it is about."""
        self.steps.append(step)
        if step.factuality not in _NOT_TOLD:
            self.kind = self.kind or step.kind
        for key, who in subjects_of(step):
            self.subjects.setdefault(key, who)


def find_matters(context: Context) -> list[Matter]:
    """Return the legal matters of a document, in text order."""
    holdings = find_holdings(context)
    steps = find_steps(context)
    steps += [s for h in holdings if (s := bail_step(context, h)) is not None]
    steps.sort(key=lambda one: one.trigger)
    matters: list[Matter] = []
    for step in _split(steps):
        _place(matters, step)
    matters = _join_leads(context, matters)
    kept = [matter for matter in matters if _is_firm(matter)]
    for matter in kept:
        matter.kind = matter.kind or _guess_kind(context)
    _add_court(context, kept)
    _add_arrests(holdings, kept)
    _add_blame(context, kept)
    kept.sort(key=lambda matter: matter.steps[0].trigger)
    return kept


def subjects_of(step: Step) -> list[tuple[str, Who]]:
    """Return whom a step is about, by key."""
    found = [(p.key, Who(p.actor, p.text, p.span)) for p in step.persons]
    return found + [(w.actor or w.text, w) for w in step.others]


def _split(steps: Sequence[Step]) -> list[Step]:
    """Give each person a step of their own where one is also told of alone."""
    single = [s.persons[0] for s in steps if len(s.persons) == 1]
    alone = {person.key for person in single if person.number == 1}
    found: list[Step] = []
    for step in steps:
        if len(step.persons) < 2 or not any(p.key in alone for p in step.persons):
            found.append(step)
        else:
            found += [replace(step, persons=(person,)) for person in step.persons]
    return found


def _place(matters: list[Matter], step: Step) -> None:
    """Add a step to the matter it is of, or begin one."""
    keys = {key for key, _ in subjects_of(step)}
    for matter in _nearest(matters, step, keys):
        if _is_of(matter, step, keys):
            matter.add(step)
            return
    if keys or step.kind in _NO_PERSON_NEEDED or step.stage in _OPENERS:
        matter = Matter(step.kind)
        matter.add(step)
        matters.append(matter)


def _nearest(matters: Sequence[Matter], step: Step, keys: set[str]) -> list[Matter]:
    """Return matters in the order in which a step looks for its own.

    The last told comes first; a step that names nobody prefers a matter before the same
    court, and one that has somebody.
    """
    last_first = list(reversed(matters))
    if keys:
        return last_first
    court = {who.actor for who in step.forum}

    def order(matter: Matter) -> tuple[bool, bool, bool]:
        mine = {who.actor for one in matter.steps for who in one.forum}
        is_told = any(one.factuality not in _NOT_TOLD for one in matter.steps)
        return not is_told, not (court & mine), not matter.subjects

    return sorted(last_first, key=order)


def _is_of(matter: Matter, step: Step, keys: set[str]) -> bool:
    """Whether a step is of a matter: by its people, else by its kind."""
    if step.kind and matter.kind and step.kind != matter.kind:
        return False
    if (step.kind or matter.kind) in _NO_PERSON_NEEDED:
        return _is_same_cause(matter, step, keys)
    if keys and matter.subjects:
        return bool(keys & matter.subjects.keys())
    if keys:
        return step.clause.sent - matter.steps[-1].clause.sent <= _NEAR
    return True


def _is_same_cause(matter: Matter, step: Step, keys: set[str]) -> bool:
    """Whether an inquiry or sanction is one told before: same target, same author."""
    mine = {who.actor for who in step.forum}
    known = {who.actor for one in matter.steps for who in one.forum}
    if mine and known and not mine & known:
        return False
    return not (keys and matter.subjects) or bool(keys & matter.subjects.keys())


def _join_leads(context: Context, matters: list[Matter]) -> list[Matter]:
    """Join a matter of somebody whom the lead only describes to that of their name."""
    kept: list[Matter] = []
    for matter in matters:
        before = next((m for m in kept if _is_lead_of(context, m, matter)), None)
        if before is None:
            kept.append(matter)
            continue
        named = matter.subjects
        before.steps += matter.steps
        before.subjects = dict(named)
    return kept


def _is_lead_of(context: Context, lead: Matter, matter: Matter) -> bool:
    """Whether the only subject of a matter is a description of that of another."""
    if lead.kind and matter.kind and lead.kind != matter.kind:
        return False
    if len(lead.subjects) != 1 or len(matter.subjects) != 1:
        return False
    (one,), (other,) = lead.subjects.values(), matter.subjects.values()
    if not is_told_by_name(context, other.actor):
        return False
    return precedes_name(context, one, other)


def _is_firm(matter: Matter) -> bool:
    """Whether a matter is told of and not only alluded to."""
    if not matter.subjects and matter.kind not in _NO_PERSON_NEEDED:
        return False
    told = {step.factuality for step in matter.steps}
    if told <= _NOT_TOLD or (not matter.subjects and told <= {*_NOT_TOLD, _NEGATED}):
        return False
    return any(not step.is_weak for step in matter.steps)


def _guess_kind(context: Context) -> str:
    """Return the kind of a matter that no word gives one."""
    return "extradition" if _EXTRADITION.search(context.text) else "criminal"


def _add_court(context: Context, matters: Sequence[Matter]) -> None:
    """Give the main matter the only court that an article names."""
    open_ones = [m for m in matters if m.kind not in _NO_PERSON_NEEDED]
    main = max(open_ones, key=lambda matter: len(matter.steps), default=None)
    if main is None or any(step.forum for step in main.steps):
        return
    courts: dict[str, Who] = {}
    for index, phrase in enumerate(context.document.phrases):
        if phrase.head_lemma in ("court", "tribunal") and phrase.actor is not None:
            who = context.who_phrase(index)
            if who is not None:
                courts.setdefault(phrase.actor, who)
    if len(courts) == 1:
        main.steps[0] = replace(main.steps[0], forum=tuple(courts.values()))


def _add_arrests(holdings: Sequence[Holding], matters: Sequence[Matter]) -> None:
    """Add the arrest of a matter's person as a step of it."""
    for holding in holdings:
        is_arrest = holding.effect == "start" and holding.kind in (
            "detention",
            "prison",
        )
        if not is_arrest or holding.lemma in ("sentence", "jail", "convict"):
            continue
        mine = [m for m in matters if holding.person.key in m.subjects]
        mine.sort(key=lambda matter: matter.kind != "extradition")
        if mine:
            mine[0].arrests.append(holding)
            mine[0].reasons += holding.reasons


def _add_blame(context: Context, matters: Sequence[Matter]) -> None:
    """Add what a matter's person is accused of."""
    for person, reason in find_blame(context):
        mine = [m for m in matters if person.key in m.subjects]
        if mine:
            mine[0].reasons.append(reason)
