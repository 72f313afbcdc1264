"""How, and of which day, a step is told that a noun names.

The verb decides: a hearing that is set, due or awaited is still to come, a request that
is asked for is the step itself. The day is the noun's own, else that of its verb.
"""

import re

from onrecord.extract.context import Context
from onrecord.extract.dating import When
from onrecord.extract.legal.holding import find_day, judge_told
from onrecord.extract.legal.step_subjects import Owner
from onrecord.model.clause import Clause, Role, Tense
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality
from onrecord.model.lexicon import Row

SETS = frozenset({"order", "schedule", "set"})
_STARTS = frozenset({"open", "begin", "start"})
_DUE = frozenset({"due", "expect", "schedule", "set"})
# "Freed pending a hearing": what stands after these is still to come.
_BESIDE = frozenset({"after", "at", "before", "during", "from", "in", "with"})
_REACH = 24
_SITTINGS = frozenset({"bail_hearing", "committal", "hearing", "trial"})
_FROM_DAY = re.compile(r" (?:beginning|starting|opening) ")
_AHEAD = frozenset({"ahead of", "awaiting", "pending", "until"})


def noun_factuality(
    context: Context,
    row: Row,
    nominal: Clause | None,
    owner: Owner | None,
    support: Row | None,
) -> Factuality:
    """Return how a step is told; to ask for extradition is the step itself."""
    verb, argument = owner or (None, None)
    clause = verb or nominal
    told = judge_told(context, clause) if clause else Factuality.ASSERTED
    if verb is not None and verb.lemma in SETS:
        # "No date has been set for her trial": it is still to come.
        is_set = told in (Factuality.ASSERTED, Factuality.NEGATED)
        return Factuality.PLANNED if is_set else told
    if verb is not None and verb.lemma == "attend" and row["stage"] in _SITTINGS:
        # Who is told to come, or need not, says that it is held.
        is_to_come = told in (Factuality.ASKED, Factuality.PLANNED)
        return Factuality.PLANNED if is_to_come else Factuality.ASSERTED
    is_told = told is Factuality.ASSERTED
    if verb is not None and is_told and _due(context, verb):
        return Factuality.PLANNED
    if is_told and argument is not None and argument.marker in _AHEAD:
        return Factuality.PLANNED
    if row["stage"] in ("request", "application") and told is Factuality.ASKED:
        return Factuality.ASSERTED
    # "rejected an appeal" is its outcome: the appeal was made all the same.
    has_outcome = support is not None and "outcome" in support
    # "Barred from the hearing": what is done beside it leaves it as it is.
    is_beside = (
        argument is not None
        and argument.role is Role.OBLIQUE
        and argument.marker in _BESIDE
    )
    is_open = told is Factuality.ASSERTED and not has_outcome and not is_beside
    if nominal is not None and is_open:
        inner = context.factuality(nominal)
        is_asked = inner is Factuality.ASKED and row["stage"] in ("request", "sentence")
        return told if is_asked else inner
    return told


def _due(context: Context, verb: Clause) -> Clause | None:
    """Return what a step "is due to" do."""
    children = context.children(verb)
    return next((c for c in children if c.raised in _DUE and not c.negated), None)


def noun_day(
    context: Context, row: Row, nominal: Clause | None, owner: Owner | None
) -> When:
    """Return the day of a noun's step: its own, else its verb's."""
    verb, argument = owner or (None, None)
    if nominal is not None:
        own = context.when(nominal, follow=False)
        own = own if own.edtf else _day_begun(context, nominal, verb)
        if own.edtf is not None:
            return own
    if verb is None or (argument is not None and argument.marker in _AHEAD):
        return When()
    is_paper = row["stage"] in ("request", "warrant")
    if is_paper and verb.lemma in context.lexicons["custody"]:
        return When()  # the day of the arrest is not that of the warrant
    for child in context.children(verb):
        is_start = verb.lemma in (*SETS, "be") and child.lemma in _STARTS
        day = find_day(context, child) if is_start else When()
        if day.edtf is not None:
            return day
    if verb.lemma in context.lexicons["cues"]:
        return When()  # the day of speaking
    if verb.lemma == "set" or row["stage"] == "warrant":
        days = [t for t in context.times_in(verb.extent) if t.timex_type == "DATE"]
        return context.make_when(days[0]) if days else When()
    own = find_day(context, verb)
    return own if own.edtf else _day_taken_up(context, verb)


def _day_begun(context: Context, nominal: Clause, verb: Clause | None) -> When:
    """Return the day of "a hearing beginning August 19".

    Unless its verb is of the past, of two readings the later is meant.
    """
    start = nominal.predicate.end
    for time in context.times_in(Span(start, start + _REACH)):
        until = context.text[start : time.end]
        if time.edtf is None or _FROM_DAY.match(until) is None:
            continue
        when = context.make_when(time)
        is_past = verb is not None and verb.tense is Tense.PAST
        later = max(time.edtf, time.other or "")
        return when if is_past else when._replace(edtf=later)
    return When()


def _day_taken_up(context: Context, verb: Clause) -> When:
    """Return the day that "when" takes up: "until Feb. 2, when the hearing opens"."""
    if not context.words(verb.extent).lower().startswith("when "):
        return When()
    before = Span(max(0, verb.extent.start - 16), verb.extent.start)
    days = [t for t in context.times_in(before) if t.timex_type == "DATE"]
    gap = context.text[days[-1].end : verb.extent.start] if days else "none"
    return context.make_when(days[-1], verb) if not gap.strip(", ") else When()
