"""The records of the text itself: which actors matter, their mentions, the times."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from onrecord.model.actor import Actor, ActorKind, Form, Mention
from onrecord.model.clause import PredicateKind, Role
from onrecord.model.document import Document, Phrase
from onrecord.model.records import ACTOR_FIELDS, AnyFact
from onrecord.model.statement import Statement
from onrecord.model.time import Time
from onrecord.text.ids import fact_id
from onrecord.text.quote import cut_evidence

METHOD = "mentions/1"
_OWNERS = frozenset(["his", "her", "its", "their", "my", "our", "your"])


def used_actors(document: Document, facts: Iterable[AnyFact]) -> list[Actor]:
    """Return the actors a fact refers to, all that have a name and all that act.

    In text order. A description that does nothing and that no fact needs is left out.
    """
    facts = list(facts)
    used = {actor for fact in facts for actor in actor_ids(fact)} | _acting(document)
    speakers = {f.speaker for f in facts if isinstance(f, Statement)}
    named = {
        p.actor for p in document.phrases if p.name is not None and p.kind is not None
    }
    return [
        a if a.id in speakers else replace(a, anonymous=False)
        for a in document.actors
        if a.id in used or a.id in named
    ]


def _acting(document: Document) -> set[str]:
    """Return the people and bodies that do something in a clause of their own."""
    acting = set()
    for clause in document.clauses:
        if clause.kind is not PredicateKind.VERB or clause.subject_shared:
            continue
        for argument in clause.all(Role.AGENT):
            if argument.mention is None:
                continue
            phrase = document.phrases[argument.mention]
            if phrase.animate and phrase.actor is not None:
                acting.add(phrase.actor)
    return acting & {p.actor for p in document.phrases if _stands(document, p)}


def _stands(document: Document, phrase: Phrase) -> bool:
    """Whether words say by themselves whom they mean; a pronoun never does.

    "His client" and "the courts" do not: they are kept where a fact needs them.
    """
    if phrase.form is Form.PRONOUN:
        return False
    words = document.article.text[phrase.span.start : phrase.span.end].lower()
    if phrase.name is None and words.partition(" ")[0] in _OWNERS:
        return False
    return phrase.kind is not ActorKind.PUBLIC_BODY or phrase.number < 2


def actor_ids(fact: AnyFact) -> Iterator[str]:
    """Yield every actor id that a fact's fields hold."""
    for name in ACTOR_FIELDS.get(_type(fact), ()):
        value = getattr(fact, name)
        if isinstance(value, str):
            yield value
        elif value:
            yield from value
    for name in ("responses", "asserted_by", "denied_by"):
        for part in getattr(fact, name, ()):
            if part.actor:
                yield part.actor
    for stage in getattr(fact, "stages", ()):
        yield from stage.by


def _type(fact: AnyFact) -> str:
    """Return the record type's name."""
    return str(fact.__struct_config__.tag)


def make_mentions(document: Document, kept: set[str]) -> list[Mention]:
    """Return the mentions of the actors that are kept, in text order."""
    article = document.article
    made = []
    for phrase in document.phrases:
        if phrase.actor not in kept:
            continue
        span = phrase.name or phrase.span
        made.append(
            Mention(
                id=fact_id("mention", article.id, "text", span.start, span.end),
                evidence=(
                    cut_evidence(
                        article.text, span.start, span.end, article=article.id
                    ),
                ),
                method=METHOD,
                article=article.id,
                start=span.start,
                end=span.end,
                form=phrase.form,
                name_type=_name_type(phrase.name_type, phrase.kind),
                actor=phrase.actor,
                link_reason=phrase.link_reason,
            )
        )
    unique = {m.id: m for m in made}
    return sorted(unique.values(), key=lambda m: (m.start, m.end))


def _name_type(name_type: str | None, kind: ActorKind | None) -> str | None:
    """Return the type of a name, finer where its kind says so."""
    if name_type == "LOC" and kind is ActorKind.STATE:
        return "LOC:state"
    return name_type


def make_times(document: Document) -> list[Time]:
    """Return the document's time expressions."""
    return list(document.times)
