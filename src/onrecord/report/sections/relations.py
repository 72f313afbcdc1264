"""How relations move: the direction, with the words that put it so, and each step."""

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.model.event import Event
from onrecord.model.relation import Point, Relation
from onrecord.model.statement import Statement
from onrecord.model.view import CaseView
from onrecord.report.days import day_bounds, say_day
from onrecord.report.lines import Detail, RelationLine, Step
from onrecord.report.sections.desk import Desk, told_by
from onrecord.report.sentences import say_event, say_relation, say_statement
from onrecord.report.words import quoted

MOST_FLASHPOINTS = 3

MOST_STEPS = 60
"""Steps given for one pair, the latest; all are in the record."""

Deeds = dict[str, Event | Statement]


def relation_lines(view: CaseView, desk: Desk) -> tuple[RelationLine, ...]:
    """Return the relations, those with a direction first, then the best sourced.

    A pair that nothing is told of but one meeting is left out.
    """
    told = (r for r in view.relations if _moves(r))
    kept = desk.keep("relations", told, _rank)
    deeds = _deeds(view, kept)
    return tuple(_line(relation, deeds, desk) for relation in kept)


def latest_point(relation: Relation) -> Point | None:
    """Return the last point that has a day, or None."""
    dated = (p for p in relation.points if day_bounds(p.when)[0])
    return max(dated, key=lambda p: day_bounds(p.when)[0] or date.min, default=None)


def say_score(score: float) -> str:
    """Return a score with its sign, a minus as long as a plus: `+4`, `−6.5`."""
    return f"{score:+g}".replace("-", "\N{MINUS SIGN}")


def _moves(relation: Relation) -> bool:
    """Whether something is told of how two actors stand to each other over time."""
    return bool(relation.direction or relation.flashpoints or len(relation.points) > 1)


def _rank(relation: Relation) -> tuple[bool, int, int]:
    """Rank: with a direction, by sources, by points."""
    return relation.direction is not None, told_by(relation), len(relation.points)


def _deeds(view: CaseView, relations: Sequence[Relation]) -> Deeds:
    """Return the events and statements behind the steps that will be shown, by id."""
    wanted = {p.fact for r in relations for p in r.points[-MOST_STEPS:]}
    deeds: Deeds = {event.id: event for event in view.events if event.id in wanted}
    deeds |= {one.id: one for one in view.statements if one.id in wanted}
    return deeds


def _line(relation: Relation, deeds: Deeds, desk: Desk) -> RelationLine:
    """Make the line of one pair."""
    last = latest_point(relation)
    steps = tuple(_step(p, deeds, desk) for p in relation.points[-MOST_STEPS:])
    return RelationLine(
        words=say_relation(relation, desk.look),
        **desk.basics(relation),
        actors_names=desk.look.names(relation.actors, relation.actors_text),
        direction=relation.direction,
        direction_text=relation.direction_text,
        points=len(relation.points),
        last_score=last.score if last else None,
        steps=steps,
        details=tuple(_details(relation, last, steps, desk)),
    )


def _step(point: Point, deeds: Deeds, desk: Desk) -> Step:
    """Make a step, with the sentence of the deed behind it."""
    deed = deeds.get(desk.look.lead(point.fact))
    words = "not told any more"
    if isinstance(deed, Event):
        words = say_event(deed, desk.look).whole()
    elif deed:
        words = say_statement(deed, desk.look).whole()
    sources, cites = desk.book.cite(deed.evidence if deed else ())
    return Step(
        when=point.when,
        score=point.score,
        fact=point.fact,
        words=words,
        sources=sources,
        cites=cites,
    )


def _details(
    relation: Relation, last: Point | None, steps: Sequence[Step], desk: Desk
) -> Iterator[Detail]:
    """Yield the flashpoints, then the last step that has a day."""
    for words in relation.flashpoints[:MOST_FLASHPOINTS]:
        yield desk.detail(f"Flashpoint: {quoted(words)}")
    step = next((s for s in steps if last and s.fact == last.fact), None)
    if step:
        score = f"{say_score(step.score)} on a scale from −10 (hostile) to 10"
        yield Detail(
            words=f"Last step with a day, {say_day(step.when)}, {score}: {step.words}",
            fact=step.fact,
            sources=step.sources,
            cites=step.cites,
        )
