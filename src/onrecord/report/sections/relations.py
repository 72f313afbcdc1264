"""How relations move: the direction, with the words that put it so."""

from collections.abc import Iterator
from datetime import date

from onrecord.model.relation import Point, Relation
from onrecord.model.view import CaseView
from onrecord.report.days import day_bounds, say_day
from onrecord.report.lines import Detail, RelationLine
from onrecord.report.sections.desk import Desk, told_by
from onrecord.report.sentences import say_relation
from onrecord.report.words import quoted

MOST_FLASHPOINTS = 3


def relation_lines(view: CaseView, desk: Desk) -> tuple[RelationLine, ...]:
    """Return the relations, those with a direction first, then the best sourced.

    A pair that nothing is told of but one meeting is left out.
    """
    told = (r for r in view.relations if _moves(r))
    kept = desk.keep("relations", told, _rank)
    return tuple(_line(relation, desk) for relation in kept)


def latest_point(relation: Relation) -> Point | None:
    """Return the last point that has a day, or None."""
    dated = (p for p in relation.points if day_bounds(p.when)[0])
    return max(dated, key=lambda p: day_bounds(p.when)[0] or date.min, default=None)


def _moves(relation: Relation) -> bool:
    """Whether something is told of how two actors stand to each other over time."""
    return bool(relation.direction or relation.flashpoints or len(relation.points) > 1)


def _rank(relation: Relation) -> tuple[bool, int, int]:
    """Rank: with a direction, by sources, by points."""
    return relation.direction is not None, told_by(relation), len(relation.points)


def _line(relation: Relation, desk: Desk) -> RelationLine:
    """Make the line of one pair."""
    last = latest_point(relation)
    return RelationLine(
        words=say_relation(relation, desk.look),
        **desk.basics(relation),
        actors_names=desk.look.names(relation.actors, relation.actors_text),
        direction=relation.direction,
        direction_text=relation.direction_text,
        points=len(relation.points),
        last_score=last.score if last else None,
        details=tuple(_details(relation, last, desk)),
    )


def _details(relation: Relation, last: Point | None, desk: Desk) -> Iterator[Detail]:
    """Yield the flashpoints, then the last point of the scale."""
    for words in relation.flashpoints[:MOST_FLASHPOINTS]:
        yield desk.detail(f"Flashpoint: {quoted(words)}")
    if last:
        score = f"{last.score:+.1f} on a scale from -10 to 10"
        yield desk.detail(f"Last: {score}, {say_day(last.when)}", fact=last.fact)
