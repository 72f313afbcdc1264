"""What is demanded, offered, threatened or tied, and who accepted or refused."""

from collections.abc import Iterator
from datetime import date

from onrecord.model.linkage import Linkage, Response
from onrecord.model.view import CaseView
from onrecord.report.days import last_day, say_day
from onrecord.report.lines import Answer, Detail, LinkageLine
from onrecord.report.lookup import SOMEBODY
from onrecord.report.sections.desk import (
    Desk,
    first_reported,
    is_told_as_fact,
    told_by,
)
from onrecord.report.sentences import said_words, say_linkage
from onrecord.report.words import STANCES, quoted


def linkage_lines(view: CaseView, desk: Desk) -> tuple[LinkageLine, ...]:
    """Return the linkages, the best sourced first, then the latest."""
    kept = desk.keep("linkages", view.linkages, _rank)
    return tuple(_line(linkage, desk) for linkage in kept)


def term_words(linkage: Linkage) -> dict[str, str]:
    """Return the words of each term under the name it has in the record."""
    terms = {
        "give": linkage.give,
        "get": linkage.get,
        "what": linkage.what,
        "if": linkage.if_,
        "then": linkage.then,
    }
    return {name: term.text for name, term in terms.items() if term}


def say_response(response: Response, desk: Desk) -> str:
    """Return who answered how and when, with the words of the answer."""
    who = desk.look.name(response.actor, response.actor_text) or SOMEBODY
    day = f", {say_day(response.when)}" if response.when else ""
    statement = desk.look.statement(response.statement)
    words = said_words(statement) if statement else _first_words(response)
    said = f": {quoted(words)}" if words else ""
    return f"{STANCES[response.stance]} {who}{day}{said}"


def _rank(linkage: Linkage) -> tuple[bool, bool, int, date]:
    """Rank: told as so, answered, by sources, by the day it became known."""
    known = last_day(linkage.known_from) or date.min
    answered = bool(linkage.responses)
    return is_told_as_fact(linkage), answered, told_by(linkage), known


def _line(linkage: Linkage, desk: Desk) -> LinkageLine:
    """Make the line of one linkage."""
    look = desk.look
    return LinkageLine(
        words=say_linkage(linkage, look)
        + _deadline_passed(linkage, desk)
        + first_reported(linkage),
        **desk.basics(linkage),
        kind=linkage.kind,
        terms=term_words(linkage),
        proposed_by_names=look.names(linkage.proposed_by, linkage.proposed_by_text),
        addressed_to_names=look.names(linkage.addressed_to, linkage.addressed_to_text),
        deadline=linkage.deadline,
        answers=tuple(
            Answer(
                actor_name=look.name(r.actor, r.actor_text),
                stance=r.stance,
                when=r.when,
                statement=r.statement,
            )
            for r in linkage.responses
        ),
        details=tuple(_details(linkage, desk)),
    )


def _details(linkage: Linkage, desk: Desk) -> Iterator[Detail]:
    """Yield each answer, or that there is none."""
    for response in linkage.responses:
        statement = desk.look.statement(response.statement)
        evidence = response.evidence or (statement.evidence if statement else ())
        yield desk.detail(say_response(response, desk), evidence, response.statement)
    if not linkage.responses:
        yield desk.detail("No answer reported")


def _first_words(response: Response) -> str:
    """Return the words that give an answer, or nothing."""
    return response.evidence[0].exact if response.evidence else ""


def _deadline_passed(linkage: Linkage, desk: Desk) -> str:
    """Return that the deadline has passed, where it has."""
    deadline = last_day(linkage.deadline)
    is_past = bool(deadline and desk.day and deadline < desk.day)
    return ", which has passed" if is_past else ""
