"""Which words of a clause stand for people, and for whom.

Custody and proceedings are of people, so everything that is no person is turned away
here: held talks, seized cargo, a trial of a drug.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.extract.context import Context, Who
from onrecord.model.actor import ActorKind, Form
from onrecord.model.clause import Argument
from onrecord.model.document import Gender, Phrase
from onrecord.model.evidence import Span

_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.GROUP, ActorKind.OFFICE})
_DETERMINERS = re.compile(
    r"^(?:(?:the|a|an|his|her|their|its|some|about|all|nearly|more than|over|almost"
    r"|at least|around|up to|those|these|most of)\s+)+",
    re.IGNORECASE,
)
_RELATIVE = frozenset({"who", "whom", "whose", "that", "which"})
_PART = re.compile(
    r"(?:(?:\w+|two \w+) of (?:the|those|these|its|his|their|them)"
    r"|one of (?:two|three|four|five|six|several))\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s*(?:,|,? and|--?|:|\()\s*(?:the |a |an )?(?:\w+ ){0,3}?")
_FEW = (2, 5)
# The lead is this many sentences; the name follows within so many characters of it.
_LEAD = 2
_LEAD_REACH = 500
# These stand for people told before: the steps and states around them say who.
_VAGUE = frozenset(
    {"both", "both men", "others", "the others", "those", "the two", "two", "neither",
     "all", "some", "many", "anyone", "everyone", "someone", "anybody", "nobody",
     "people", "one", "another", "the other", "several", "each"}
)  # fmt: skip
# An antecedent stands right before its relative pronoun.
_NEAR = 3


class Person(NamedTuple):
    """A person or a group as told; `key` is the same for all mentions of them."""

    key: str
    actor: str | None
    text: str
    span: Span
    number: int
    phrase: int | None


def find_person(
    context: Context, argument: Argument | None, *, surely: bool = False
) -> Person | None:
    """Return the person or group that an argument names, None where it names none.

    Args:
        context: The document.
        argument: Any argument of a clause.
        surely: Whether the predicate is only said of people, so that a name or a
            plural that nothing else is known of can be taken for some.
    """
    if argument is None:
        return None
    if argument.mention is None:
        return _person_without_phrase(context, argument)
    index = argument.mention
    if context.words(argument.head).lower() in _RELATIVE:
        before = antecedent(context, argument.span.start)
        index = before if before is not None else index
    return person_of_phrase(context, index, surely=surely)


def find_persons(
    context: Context, arguments: Iterable[Argument], *, surely: bool = False
) -> list[Person]:
    """Return the people that several arguments name, each once."""
    found: dict[str, Person] = {}
    for argument in arguments:
        person = find_person(context, argument, surely=surely)
        if person is not None:
            found.setdefault(person.key, person)
    return list(found.values())


def person_of_phrase(
    context: Context, index: int, *, surely: bool = False
) -> Person | None:
    """Return the person or group that a phrase names."""
    phrase = context.document.phrases[index]
    if not _is_person(context, phrase, surely=surely):
        return None
    text = context.words(phrase.span)
    if text.lower() in _VAGUE:
        return None
    key = phrase.actor or plain_words(text)
    return Person(key, phrase.actor, text, phrase.span, phrase.number, index)


def _is_person(context: Context, phrase: Phrase, *, surely: bool) -> bool:
    """Whether a phrase can stand for a person or a group of people."""
    # "Two Tavarans", "Islamists": a plural in capitals names people.
    starts_sent = _starts_sent(context, phrase.head.start)
    is_people_name = context.text[phrase.head.start].isupper() and not starts_sent
    if phrase.form is Form.PRONOUN:
        return phrase.actor is not None and phrase.kind in _PEOPLE
    if phrase.number > 1 and phrase.kind is None and is_people_name:
        return True
    if phrase.kind in _PEOPLE and phrase.animate:
        # A named thing of no known sort may pass for a group: "the World Cup".
        is_unsure = phrase.name_type == "MISC" and phrase.number == 1
        return surely or not is_unsure
    if not surely or phrase.kind in (ActorKind.DOCUMENT, ActorKind.PUBLIC_BODY):
        return False
    if phrase.form is Form.NAME:
        return phrase.name_type != "MISC" or phrase.number > 1
    return phrase.number > 1 and phrase.gender is not Gender.THING


def _starts_sent(context: Context, at: int) -> bool:
    """Whether a sentence starts at a place."""
    sents = context.document.sents
    n = bisect_left(sents, at, key=lambda sent: sent.start)
    return n < len(sents) and sents[n].start == at


def plain_words(text: str) -> str:
    """Return words in lower case without what only determines them."""
    return _DETERMINERS.sub("", text.lower()).strip()


def _person_without_phrase(context: Context, argument: Argument) -> Person | None:
    """Return a part of a group ("fifteen of the hostages"), or a relative's person."""
    text = context.words(argument.span)
    if text.lower() in _RELATIVE:
        before = antecedent(context, argument.span.start)
        return None if before is None else person_of_phrase(context, before)
    if not _PART.match(text):
        return _person_of_surname(context, argument)
    inside = (context.document.phrases[n] for n in context.phrases_in(argument.span))
    whole = next((p for p in inside if p.kind in _PEOPLE and p.animate), None)
    if whole is None:
        return None
    return Person(plain_words(text), None, text, argument.span, 2, None)


def _person_of_surname(context: Context, argument: Argument) -> Person | None:
    """Return the one person of the article whose last name is all an argument says.

    Before an apposition ("Kern, head of the survey, was") a name may be no phrase.
    """
    text = context.words(argument.span)
    if not text[:1].isupper() or " " in text or argument.clause is not None:
        return None
    bearers = [
        actor
        for actor in context.document.actors
        if actor.kind is ActorKind.PERSON and actor.name.split()[-1] == text
    ]
    if len(bearers) != 1:
        return None
    actor = bearers[0].id
    return Person(actor, actor, text, argument.span, 1, None)


def expand(context: Context, person: Person) -> list[Person]:
    """Return the people of a group that is named one by one right after it.

    "Two Tavarans, Noor Fask and Bram Ostrey": as many names as the group has members;
    otherwise the group itself.
    """
    if person.phrase is None or not _FEW[0] <= person.number <= _FEW[1]:
        return [person]
    names: list[Person] = []
    end = person.span.end
    for index in range(person.phrase + 1, len(context.document.phrases)):
        phrase = context.document.phrases[index]
        if phrase.span.start < end:
            continue
        if not _LIST.fullmatch(context.text, end, phrase.span.start):
            break
        one = person_of_phrase(context, index, surely=True)
        if one is None or phrase.name is None:
            break
        names.append(one)
        end = phrase.span.end
        if len(names) == person.number:
            break
    return names if len(names) == person.number else [person]


def antecedent(context: Context, position: int) -> int | None:
    """Return the phrase that a relative pronoun at a position takes up."""
    best: int | None = None
    for index, phrase in enumerate(context.document.phrases):
        if phrase.span.start >= position:
            break
        gap = position - phrase.span.end
        if 0 <= gap <= _NEAR and (best is None or phrase.within is None):
            best = index
    return best


def is_told_by_name(context: Context, actor: str | None) -> bool:
    """Whether an article names an actor and does not only describe them."""
    return actor is not None and any(
        phrase.actor == actor and phrase.name is not None
        for phrase in context.document.phrases
    )


def precedes_name(
    context: Context, described: Who | Person, named: Who | Person
) -> bool:
    """Whether a description in the lead stands for somebody named right after it.

    News tells what happened to "a court clerk" and names the clerk in a sentence or
    two: the description stands in the first sentences, is of one person, has no name of
    its own, and the name comes only after it.
    """
    sents = context.document.sents
    lead = sents[min(_LEAD, len(sents)) - 1].end if sents else 0
    if described.span.start >= lead or is_told_by_name(context, described.actor):
        return False
    phrases = context.document.phrases
    mine = [p for p in phrases if p.span == described.span]
    if not mine or mine[0].number != 1 or mine[0].form is not Form.NOMINAL:
        return False
    first = next(p.span.start for p in phrases if p.actor == named.actor)
    return described.span.end <= first <= lead + _LEAD_REACH
