from onrecord.extract.context import Who
from onrecord.extract.events.draft import Draft
from onrecord.extract.events.frames import Frame
from onrecord.model.clause import Clause, PredicateKind
from onrecord.model.event import EventType
from onrecord.model.evidence import Span


def draft() -> Draft:
    clause = Clause(
        index=0,
        sent=0,
        kind=PredicateKind.VERB,
        predicate=Span(0, 4),
        lemma="free",
        extent=Span(0, 4),
    )
    frame = Frame({"type": "RETREAT"}, (clause.predicate,))
    return Draft(clause, frame, EventType.RETREAT, None)


def test_words_that_resolve_to_nobody_are_no_side() -> None:
    made = draft()
    made.source = [Who(None, "they", Span(0, 4))]
    assert not made.has_side()


def test_one_actor_on_either_side_is_a_side() -> None:
    made = draft()
    made.target = [Who("ac-1", "Ilse Roth", Span(0, 4))]
    assert made.has_side()
