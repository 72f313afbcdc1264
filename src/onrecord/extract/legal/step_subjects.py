"""Whom a step is about that a noun names: "Kern's trial", "charges against two men"."""

import re

from onrecord.extract.context import Context, Who
from onrecord.extract.legal.persons import Person, find_persons, person_of_phrase
from onrecord.model.clause import Argument, Clause, Role, Voice
from onrecord.model.document import Phrase
from onrecord.model.lexicon import Row

Owner = tuple[Clause, Argument | None]
"""A verb clause and the argument of it that a noun is, or is a part of."""

_FOR_PERSON = re.compile(r" (?:of|against|for) ")
# These act for a party: the process is not about them.
_ACTS_FOR = re.compile(
    r"\b(?:lawyers?|attorneys?|counsel|prosecut\w+|defen[cs]e|solicitors?|barristers?"
    r"|judges?|government|police)$",
    re.IGNORECASE,
)
_ABOUT = frozenset({"against", "for", "of"})
_TARGET = frozenset({"on", "against", "into", "upon"})
_GIVES = frozenset({"give", "hand", "hand down"})
_GETS = frozenset({"receive", "get", "serve"})


def find_subjects(
    context: Context,
    phrase: Phrase,
    row: Row,
    nominal: Clause | None,
    owner: Owner | None,
) -> list[Person]:
    """Return whom a noun's process is about: its own person, else its verb's."""
    if nominal is not None:
        about = [a for a in nominal.arguments if a.marker in _ABOUT]
        found = find_persons(context, nominal.all(Role.PATIENT))
        found = found or find_persons(context, about)
        if found:
            return [person for person in found if not _acts_for(context, person)]
    found = _persons_inside(context, phrase) or _person_after(context, phrase)
    if not found and owner is not None:
        found = _persons_of_verb(context, row, owner)
    return [person for person in found if not _acts_for(context, person)]


def _acts_for(context: Context, person: Person) -> bool:
    """Whether somebody is of the court or acts for a party, by words or by name."""
    names = [a.name for a in context.document.actors if a.id == person.actor]
    return any(_ACTS_FOR.search(words) for words in (person.text, *names))


def _persons_of_verb(context: Context, row: Row, owner: Owner) -> list[Person]:
    """Return the person that the verb of a noun makes its subject."""
    verb, argument = owner
    marked = [a for a in verb.arguments if a.marker in _ABOUT and a is not argument]
    found = find_persons(context, marked)
    if found:
        return found
    support = context.lexicons["stage_support"].get(verb.lemma, {})
    is_subject = argument is not None and argument.role is Role.AGENT
    if support.get("person") == "agent" and argument is not None and not is_subject:
        is_active = verb.voice is Voice.ACTIVE
        return find_persons(
            context, verb.all(Role.AGENT if is_active else Role.PATIENT)
        )
    if row["stage"] in ("sentence", "charge") and verb.lemma in _GIVES:
        return find_persons(context, verb.all(Role.RECIPIENT, Role.PATIENT))
    if row["stage"] in ("sentence", "charge") and verb.lemma in _GETS:
        return find_persons(context, verb.all(Role.AGENT))
    is_object = argument is not None and argument.role is Role.PATIENT
    if verb.lemma in context.lexicons["custody"] and not is_object:
        return find_persons(context, verb.all(Role.PATIENT))
    return []


def _persons_inside(context: Context, phrase: Phrase) -> list[Person]:
    """Return the people named in a phrase: "Kern's trial", "charges against two"."""
    found = []
    for index in context.phrases_in(phrase.span):
        inner = context.document.phrases[index]
        if inner.head == phrase.head or not _is_owner(context, inner, phrase):
            continue
        person = person_of_phrase(context, index)
        if person is not None:
            found.append(person)
    return found[:4]


def _is_owner(context: Context, inner: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase inside another owns it, or stands after "of" or "against"."""
    if inner.span.end <= phrase.head.start:
        return context.text[inner.span.end : inner.span.end + 1] in ("'", "’")
    before = context.text[max(0, inner.span.start - 9) : inner.span.start].lower()
    return before.endswith((" of ", " against ", " for "))


def _person_after(context: Context, phrase: Phrase) -> list[Person]:
    """Return the person right after a noun: "charges against the suspect"."""
    found = _FOR_PERSON.match(context.text, phrase.head.end)
    if found is None:
        return []
    for index, other in enumerate(context.document.phrases):
        if other.span.start == found.end():
            person = person_of_phrase(context, index)
            return [person] if person is not None else []
    return []


def find_targets(
    context: Context,
    phrase: Phrase,
    row: Row,
    nominal: Clause | None,
    verb: Clause | None,
) -> tuple[Who, ...]:
    """Return the states and bodies that sanctions or an inquiry are about."""
    if row.get("kind") not in ("sanction", "inquiry"):
        return ()
    both = [c for c in (verb, nominal) if c is not None]
    marked = [a for c in both for a in c.arguments if a.marker in _TARGET]
    found = [w for w in context.all_who(marked) if w.actor is not None]
    for index in context.phrases_in(phrase.span):
        inner = context.document.phrases[index]
        before = context.text[max(0, inner.span.start - 9) : inner.span.start].lower()
        after = inner.span.start > phrase.head.end
        who = context.who_phrase(index) if after else None
        if (
            who is not None
            and who.actor
            and before.endswith((" on ", " against ", " into "))
        ):
            found.append(who)
    return tuple(found)
