"""People put on a ferry or a plane, where the article tells of a deportation.

"Orvania deported one of two men ... Kern was put on a ferry on Wednesday": the lead
says what it was, and the second sentence who and when.
"""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.context import Context
from onrecord.extract.legal.holding import Holding, make_holding
from onrecord.extract.legal.persons import find_persons
from onrecord.model.clause import Clause, PredicateKind, Role, Voice
from onrecord.model.fact import Factuality

_PUTS = frozenset({"put", "place", "escort", "fly", "send", "drive", "take"})
_VEHICLES = frozenset(
    {"aircraft", "airliner", "boat", "bus", "coach", "ferry", "flight", "jet", "plane",
     "ship", "train"}
)  # fmt: skip
_SENDS_AWAY = frozenset({"deport", "expel"})


def holdings_of_sending(context: Context, clause: Clause) -> Iterator[Holding]:
    """Give the end that being put on a vehicle is, where a deportation is told."""
    if clause.voice is not Voice.PASSIVE or not _is_put_on(context, clause):
        return
    told = context.factuality(clause)
    if told is not Factuality.ASSERTED or not _tells_deportation(context):
        return
    base = make_holding(context, clause, {"end": "deported"}, "end", told)
    for person in find_persons(context, clause.all(Role.PATIENT)):
        yield replace(base, person=person, place=None)


def _is_put_on(context: Context, clause: Clause) -> bool:
    """Whether a clause puts somebody on a vehicle."""
    return clause.lemma in _PUTS and any(
        argument.marker in ("on", "onto", "aboard")
        and context.words(argument.head).lower() in _VEHICLES
        for argument in clause.arguments
    )


def _tells_deportation(context: Context) -> bool:
    """Whether an article tells, as done, that somebody was deported."""
    return any(
        clause.lemma in _SENDS_AWAY
        and clause.kind is PredicateKind.VERB
        and context.factuality(clause) is Factuality.ASSERTED
        for clause in context.document.clauses
    )
