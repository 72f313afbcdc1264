"""A holding: what one trigger says of one person's custody, with its fields.

The fields are read the same way whatever the trigger is: who holds, for whom, where,
since when, why.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.context import Context, Who
from onrecord.extract.dating import When
from onrecord.extract.legal.persons import Person
from onrecord.extract.legal.wording import find_reasons
from onrecord.model.actor import ActorKind
from onrecord.model.clause import (
    Argument,
    Clause,
    Link,
    PredicateKind,
    Role,
    Tense,
    Voice,
)
from onrecord.model.document import Phrase
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality
from onrecord.model.lexicon import Row

COURT = frozenset(
    {"bench", "chamber", "court", "judge", "jury", "justice", "magistrate", "panel",
     "tribunal"}
)  # fmt: skip
_IN = frozenset(["in", "at", "near", "outside", "inside"])
# These never name who holds: their subject is who is held.
_HELD_SUBJECT = frozenset(
    {"be", "die", "go", "languish", "linger", "live", "remain", "serve", "sit",
     "spend", "stay"}
)  # fmt: skip
# A subject longer than this has clauses of its own.
_SUBJECT_REACH = 90
# What these bring in has not come yet.
_NOT_YET = frozenset({"until", "till", "unless", "lest"})
_BEHALF = re.compile(
    r"\b(?:request|behest|behalf|insistence|urging) (?:of|from)\b|\bon request from\b"
)
_PRISON = re.compile(
    r"\b(?:prisons?|jails?|gaols?|detention|detentions|remand|penitentiary|penal"
    r"|labou?r camps?|prison camps?|dungeon|custody|custodies|cells?)\b",
    re.IGNORECASE,
)
_BAIL = re.compile(r"\b(?:bail|parole|house arrest)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Holding:
    """What one trigger says of one person's custody.

    `kind` is None where the words leave it open ("was released"). `effect` is `start`,
    `hold`, `end` or `wanted`. `is_weak` marks what only counts with a firmer one.
    """

    person: Person
    trigger: Span
    sent: int
    span: Span
    effect: str
    lemma: str = ""
    kind: str | None = None
    end: str | None = None
    ordinal: int = 0
    when: When = When()  # noqa: RUF009 - a tuple: immutable
    since: When = When()  # noqa: RUF009 - a tuple: immutable
    until: When = When()  # noqa: RUF009 - a tuple: immutable
    holders: tuple[Who, ...] = ()
    behalf: tuple[Who, ...] = ()
    place: Span | None = None
    reasons: tuple[Span, ...] = ()
    factuality: Factuality = Factuality.ASSERTED
    is_weak: bool = False


NOBODY = Person("", None, "", Span(0, 1), 1, None)


def make_holding(
    context: Context, clause: Clause, row: Row, effect: str, factuality: Factuality
) -> Holding:
    """Return what a clause says of whomever it is done to; the person is left open.

    Args:
        context: The document.
        clause: The clause of the trigger.
        row: Its entry in the lexicon: `kind`, `end`, `needs`.
        effect: What it says, as told.
        factuality: How it is told.
    """
    kind = row.get("kind")
    if kind == "detention" and names_captor(context, clause):
        kind = "hostage"
    when = find_day(context, clause)
    return Holding(
        person=NOBODY,
        trigger=clause.predicate,
        sent=clause.sent,
        span=context.clause_span(clause),
        effect=effect,
        lemma=clause.lemma,
        kind="wanted" if effect == "wanted" else kind,
        end=row.get("end") if effect == "end" else None,
        when=when,
        since=_since(context, clause, effect, when),
        until=_until(context, clause, when) if effect == "end" else When(),
        holders=_holders(context, clause, effect),
        behalf=_behalf(context, clause),
        place=_place(context, clause, effect),
        reasons=() if effect == "end" else tuple(find_reasons(context, clause)),
        factuality=factuality,
        is_weak=row.get("needs") == "hold",
    )


def find_day(context: Context, clause: Clause) -> When:
    """Return the day of a clause; what is told together in one breath has one day."""
    timed = context.time_arguments(clause)
    if any(argument.marker in _NOT_YET for argument, _ in timed):
        dates = [t for a, t in timed if a.marker not in _NOT_YET and t.edtf]
        return context.make_when(dates[0]) if dates else When()
    when = context.when(clause)
    parent = context.parent(clause)
    if when.edtf is None and clause.link is Link.COORDINATE and parent is not None:
        when = context.when(parent)
        return when if when.edtf else _day_before(context, parent)
    return when if when.edtf else _day_before(context, clause)


def _day_before(context: Context, clause: Clause) -> When:
    """Return the day that stands between subject and verb ("a court on Friday jailed").

    A parser often gives it to the noun before it.
    """
    start, stop = clause.extent.start, clause.predicate.start
    if clause.kind is PredicateKind.NOUN or not 0 < stop - start <= _SUBJECT_REACH:
        return When()
    others = context.document.clauses[max(0, clause.index - 1) : clause.index]
    if any(one.predicate.start >= start for one in others):
        return When()
    days = [t for t in context.times_in(Span(start, stop)) if t.timex_type == "DATE"]
    is_one = len(days) == 1 and days[0].edtf is not None
    return context.make_when(days[0]) if is_one else When()


def judge_told(context: Context, clause: Clause) -> Factuality:
    """Return how a clause is told; what something waits for has not happened yet."""
    if _is_awaited(clause):
        return Factuality.HYPOTHETICAL
    parent = context.parent(clause)
    is_second = clause.link is Link.COORDINATE and parent is not None
    if is_second and parent is not None and _is_awaited(parent):
        return Factuality.HYPOTHETICAL
    return context.factuality(clause)


def _is_awaited(clause: Clause) -> bool:
    """Whether a clause stands after "until" or "unless" and is not of the past."""
    return clause.marker in _NOT_YET and clause.tense is not Tense.PAST


def _since(context: Context, clause: Clause, effect: str, when: When) -> When:
    """Return the day a spell began."""
    for argument, time in context.time_arguments(clause):
        if argument.marker == "since" and time.edtf is not None:
            made = context.make_when(time)
            # "since 11 March" may be read as an open interval: it began on that day.
            begun = (made.edtf or "").removesuffix("/..")
            return When(begun, made.text, made.basis)
    return when if effect == "start" else When()


def _until(context: Context, clause: Clause, when: When) -> When:
    """Return the day a spell ended: "held since April 3 were released Sunday"."""
    timed = context.time_arguments(clause)
    begun = [time for argument, time in timed if argument.marker == "since"]
    if not begun or when.text != context.words(Span(begun[0].start, begun[0].end)):
        return when
    others = [t for t in context.times_in(clause.extent) if t not in begun and t.edtf]
    dates = [time for time in others if time.timex_type == "DATE"]
    return context.make_when(dates[-1], clause) if dates else When()


# -- who holds, and for whom -----------------------------------------------------------


def names_captor(context: Context, clause: Clause) -> bool:
    """Whether those who act in a clause hold people outside the law."""
    nouns = context.lexicons["custody_nouns"]
    for argument in clause.all(Role.AGENT):
        phrase = context.phrase(argument)
        if phrase is None:
            continue
        head = context.words(phrase.head).lower()
        row = nouns.get(phrase.head_lemma) or nouns.get(head.removesuffix("s"))
        if row is not None and row["use"] == "captor":
            return True
    return False


def _holders(context: Context, clause: Clause, effect: str) -> tuple[Who, ...]:
    """Return who holds: the agent, but for courts, which only order it."""
    if effect == "wanted":
        return ()
    found = [] if clause.lemma in _HELD_SUBJECT else list(_agents(context, clause))
    if effect == "end" and not names_captor(context, clause):
        found = [who for who in found if _is_body(context, who)]
    return tuple(found) or (
        () if effect == "end" else _holder_of_place(context, clause)
    )


def _agents(context: Context, clause: Clause) -> Iterator[Who]:
    """Give those who act, without courts and judges."""
    for argument in clause.all(Role.AGENT):
        if clause.voice is Voice.PASSIVE and argument.marker != "by":
            continue
        phrase, who = context.phrase(argument), context.who(argument)
        if who is None or phrase is None or phrase.head_lemma in COURT:
            continue
        if re.search(r"\b(?:judge|justice|court)\b", who.text, re.IGNORECASE) is None:
            yield who


def _is_body(context: Context, who: Who) -> bool:
    """Whether an actor is a state or a body, so that letting go says who held."""
    kinds = {ActorKind.STATE, ActorKind.PUBLIC_BODY, ActorKind.GROUP}
    return any(p.span == who.span and p.kind in kinds for p in context.document.phrases)


def _holder_of_place(context: Context, clause: Clause) -> tuple[Who, ...]:
    """Return the state that "in Israeli jails" names."""
    for argument in clause.arguments:
        phrase = context.phrase(argument)
        if phrase is not None and argument.marker in _IN:
            found = state_of(context, phrase)
            if found:
                return found
    return ()


def state_of(context: Context, place: Phrase) -> tuple[Who, ...]:
    """Return the state whose people's name stands in the words for a place."""
    for index in context.phrases_in(place.span):
        if context.document.phrases[index].name_type == "MISC:demonym":
            who = context.who_phrase(index)
            if who is not None and who.actor is not None:
                return (who,)
    return ()


def _behalf(context: Context, clause: Clause) -> tuple[Who, ...]:
    """Return those at whose request it was done."""
    asked = [a for a in clause.arguments if _BEHALF.search(a.marker or "")]
    return tuple(context.all_who(asked))


# -- where -----------------------------------------------------------------------------


def _place(context: Context, clause: Clause, effect: str) -> Span | None:
    """Return where somebody is held or was taken."""
    if effect == "wanted":
        return None
    for argument in clause.arguments:
        if argument.marker in _IN and is_place(context, argument):
            return argument.span
    return None


def is_place(context: Context, argument: Argument) -> bool:
    """Whether an argument names a place, or a place of custody."""
    words = context.words(argument.span)
    if _BAIL.search(words) or argument.role is Role.TIME:
        return False
    if " " not in words and names_prison(words):
        return False  # "in jail" says how, not where
    if argument.role is Role.PLACE:
        return True
    phrase = context.phrase(argument)
    known = context.lexicons["place_nouns"]
    return phrase is not None and phrase.head_lemma in known and " " in words


def names_prison(text: str) -> bool:
    """Whether words name a place of custody by its kind."""
    return _PRISON.search(text) is not None
