"""The day of speaking: what the cue says, else what is told around it.

A day of its own comes first: the cue's, that of the letter it is said in, or the deed
that the cue is told with ("freed on Tuesday after a judge ruled that ..."). Then the
speaker's own day: other words of his near by, or the dated deed he did just before.
Another speaker's day is never borrowed: unknown stays unknown. What was not the cue's
own has `discourse` as its basis.
"""

from msgspec.structs import replace

from onrecord.extract.context import Context
from onrecord.extract.dating import When
from onrecord.model.clause import Clause, Link, PredicateKind, Role, Tense
from onrecord.model.evidence import Span
from onrecord.model.statement import Statement
from onrecord.model.time import Time

DISCOURSE = "discourse"
_TOLD_WITH = frozenset(["when", "as", "after", "while", "where"])
_WHEN = "when"
_OPEN = "../"
_REACH = 40
_DAY = len("2031-03-14")
_PEOPLE = (Role.AGENT, Role.PATIENT, Role.RECIPIENT)


def said_on(context: Context, clause: Clause | None) -> When:
    """Return the day of speaking that a cue's sentence tells.

    Args:
        context: The document.
        clause: The cue's clause, None for a quotation without a cue.
    """
    if clause is None:
        return When()
    when = context.when(clause)
    if when.edtf is None:
        when = _day_when(context, clause)
    if when.edtf is None:
        when = _of_the_occasion(context, clause)
    if when.edtf is None:
        when = _told_with(context, clause)
    return when


def _of_the_occasion(context: Context, clause: Clause) -> When:
    """Return the day of the letter or hearing that a cue names.

    "in a letter sent on Monday", "at a hearing last Friday".
    """
    for argument in clause.all(Role.OBLIQUE, Role.PLACE):
        for inner in context.lookup.in_sentence(clause.sent):
            about = inner.link is Link.RELATIVE and any(
                a.mention == argument.mention for a in inner.arguments
            )
            if about or argument.head == inner.predicate:
                return context.when(inner, follow=False)
    return When()


def _day_when(context: Context, clause: Clause) -> When:
    """Return the day that a clause tells of: "until Tuesday, when the court said"."""
    start = clause.extent.start
    before = context.text[max(0, start - _REACH) : start + len(_WHEN)].lower()
    if clause.link is not Link.RELATIVE or _WHEN not in before:
        return When()
    for time in reversed(context.times_in(Span(max(0, start - _REACH), start))):
        gap = context.text[time.end : start + len(_WHEN)].lower()
        if time.end <= start and gap.strip(" ,").startswith(_WHEN):
            return context.make_when(_closed(time), clause)
    return When()


def _closed(time: Time) -> Time:
    """Return the day that an open end names: "until Tuesday" is Tuesday here."""
    edtf, other = time.edtf, time.other
    return replace(
        time,
        edtf=edtf and edtf.removeprefix(_OPEN),
        other=other and other.removeprefix(_OPEN),
    )


def _told_with(context: Context, clause: Clause) -> When:
    """Return the day of the deed that a cue is told with: "freed after a judge ruled".

    Only an exact day: a month holds many occasions.
    """
    parent = context.parent(clause)
    hangs = clause.link is Link.ADVERBIAL and clause.marker in _TOLD_WITH
    if parent is None or not hangs or parent.tense is not Tense.PAST:
        return When()
    return _exact(context.when(parent, follow=False))


def _exact(when: When) -> When:
    """Return a day where it is one, marked as taken from the discourse."""
    if when.edtf is None or len(when.edtf) != _DAY:
        return When()
    return When(when.edtf, when.text, DISCOURSE)


def carry_days(context: Context, statements: list[Statement]) -> list[Statement]:
    """Give words without a day the day of what the speaker says or does near by."""
    done = _carry_speech(context, statements)
    deeds = _Deeds(context)
    for n, statement in enumerate(done):
        if statement.said_on is None and not statement.belief:
            done[n] = _dated(statement, deeds.before(statement))
    return done


def _carry_speech(context: Context, statements: list[Statement]) -> list[Statement]:
    """Give a speaker's words the day of what he said right before or after them.

    Only inside one paragraph or from one to the next, only where all of the speaker's
    dated words there have one day.
    """
    place = {s.id: context.paragraph(s.content_spans[0].start) for s in statements}
    said: dict[tuple[str | None, int], set[tuple[str, str | None]]] = {}
    for one in statements:
        if one.said_on is not None:
            days = said.setdefault((one.speaker, place[one.id]), set())
            days.add((one.said_on, one.when_text))
    done = []
    for statement in statements:
        if statement.said_on is not None or statement.speaker is None:
            done.append(statement)
            continue
        here = place[statement.id]
        near = {
            day
            for paragraph in (here - 1, here, here + 1)
            for day in said.get((statement.speaker, paragraph), ())
        }
        when = When()
        if len({day for day, _ in near}) == 1:
            day, words = min(near, key=str)
            when = When(day, words, DISCOURSE)
        done.append(_dated(statement, when))
    return done


def _dated(statement: Statement, when: When) -> Statement:
    """Return a statement with a day of speaking."""
    if when.edtf is None:
        return statement
    return replace(
        statement, said_on=when.edtf, when_text=when.text, when_basis=when.basis
    )


class _Deeds:
    """Dated deeds by who did or suffered them, in text order.

    A deed counts where it is told in a main clause of the past with an exact
    day: the occasion on which the people in it are next heard.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._by_actor: dict[str, list[tuple[int, When]]] = {}
        for clause in context.document.clauses:
            if not self._may_date(clause):
                continue
            when = _exact(context.when(clause))
            if when.edtf is None or not self._is_behind(when.edtf):
                continue
            for who in context.all_who(clause.all(*_PEOPLE)):
                if who.actor:
                    place = (clause.predicate.start, when)
                    self._by_actor.setdefault(who.actor, []).append(place)

    def before(self, statement: Statement) -> When:
        """Return the day of the last dated deed of its speaker in its paragraph."""
        start = statement.content_spans[0].start
        if statement.cue_spans:
            start = min(start, statement.cue_spans[0].start)
        here = self._context.paragraph(start)
        found = When()
        for place, when in self._by_actor.get(statement.speaker or "", ()):
            if place < start and self._context.paragraph(place) == here:
                found = when
        return found

    def _may_date(self, clause: Clause) -> bool:
        """Whether a clause tells something that happened, in the narrator's line."""
        return (
            clause.kind is PredicateKind.VERB
            and clause.tense is Tense.PAST
            and clause.modality is None
            and clause.link in (Link.ROOT, Link.COORDINATE)
            and not self._context.lookup.quotes_over(clause.predicate)
        )

    def _is_behind(self, day: str) -> bool:
        """Whether a day is not after publication."""
        published = self._context.document.article.published
        return published is None or day <= published[:_DAY]
