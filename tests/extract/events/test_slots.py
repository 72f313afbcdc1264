from onrecord.extract.context import Context
from onrecord.extract.events.slots import Slots, split_words
from onrecord.model.actor import ActorKind, Form
from onrecord.model.article import Article
from onrecord.model.clause import Argument, Clause, PredicateKind, Role
from onrecord.model.document import Document, Phrase, Token
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Lexicons

CLASSES = {
    "amount": {"words": "tonne"},
    "part": {"words": "one both"},
    "whole": {"words": "both"},
    "force": {"words": "jet"},
    "crowd": {"words": "miner"},
}


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def phrase(text: str, words: str, *, kind: ActorKind | None = None) -> Phrase:
    head = words.split()[0] if " of " in words else words.split()[-1]
    where = span(text, words)
    at = where.start + words.index(head)
    return Phrase(
        span=where,
        head=Span(at, at + len(head)),
        head_lemma=head.lower(),
        form=Form.NOMINAL,
        sent=0,
        kind=kind,
        actor=f"ac-{words}" if kind else None,
        animate=kind is not None,
    )


def slots_of(text: str, *phrases: Phrase) -> tuple[Slots, Clause]:
    """Read "SUBJECT verb REST": the first two phrases are agent and patient."""
    tokens, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(start=start, end=at, lemma=word.lower(), sent=0))
    roles = (Role.AGENT, Role.PATIENT)
    clause = Clause(
        index=0,
        sent=0,
        kind=PredicateKind.VERB,
        predicate=Span(tokens[1].start, tokens[1].end),
        lemma=tokens[1].lemma,
        extent=Span(0, len(text)),
        arguments=tuple(
            Argument(role=role, span=p.span, head=p.head, mention=n)
            for n, (role, p) in enumerate(zip(roles, phrases, strict=False))
        ),
    )
    document = Document(
        article=Article(id="ar-1", text=text, sha256="0"),
        tokens=tuple(tokens),
        phrases=phrases,
        clauses=(clause,),
    )
    lexicons = Lexicons({"event_words": CLASSES}, "d")
    return Slots(Context(document=document, lexicons=lexicons)), clause


def test_words_of_a_cell_are_parted_by_commas_or_spaces() -> None:
    assert split_words("bomb, shell jet") == {"bomb", "shell", "jet"}


def test_a_plural_counts_as_its_singular() -> None:
    text = "Miners left"
    slots, clause = slots_of(text, phrase(text, "Miners", kind=ActorKind.GROUP))
    agent = clause.arguments[0]
    assert slots.lemma(agent) == "miner"
    assert slots.fits(agent, "@crowd")
    assert slots.fits(agent, "PERSON")
    assert not slots.fits(agent, "STATE")


def test_what_only_counts_is_seen_through() -> None:
    text = "Orsk sent tonnes of food"
    orsk = phrase(text, "Orsk", kind=ActorKind.STATE)
    slots, clause = slots_of(text, orsk, phrase(text, "tonnes of food"))
    assert slots.fits(clause.arguments[1], "food")


def test_the_owner_of_an_object_that_is_nobody() -> None:
    text = "Police seized cargo of Orsk"
    slots, clause = slots_of(
        text,
        phrase(text, "Police", kind=ActorKind.PUBLIC_BODY),
        phrase(text, "cargo"),
        phrase(text, "Orsk", kind=ActorKind.STATE),
    )
    assert [w.text for w in slots.who(clause, "patient,owner")] == ["Orsk"]


def test_a_preposition_behind_the_object() -> None:
    text = "Council imposed curfew on islanders"
    slots, clause = slots_of(
        text,
        phrase(text, "Council", kind=ActorKind.PUBLIC_BODY),
        phrase(text, "curfew"),
        phrase(text, "islanders", kind=ActorKind.GROUP),
    )
    assert [w.text for w in slots.who(clause, "on")] == ["islanders"]


def test_one_of_a_group_is_not_the_group() -> None:
    text = "Orsk deported one of sailors"
    slots, clause = slots_of(
        text,
        phrase(text, "Orsk", kind=ActorKind.STATE),
        phrase(text, "one of sailors"),
        phrase(text, "sailors", kind=ActorKind.GROUP),
    )
    found = slots.who(clause, "patient")
    assert [(w.actor, w.text) for w in found] == [(None, "one of sailors")]


def test_both_of_a_group_are_the_group() -> None:
    text = "Orsk deported both of sailors"
    slots, clause = slots_of(
        text,
        phrase(text, "Orsk", kind=ActorKind.STATE),
        phrase(text, "both of sailors"),
        phrase(text, "sailors", kind=ActorKind.GROUP),
    )
    assert [w.text for w in slots.who(clause, "patient")] == ["sailors"]


def test_a_document_is_nobody() -> None:
    text = "Orsk broke treaty"
    slots, clause = slots_of(
        text,
        phrase(text, "Orsk", kind=ActorKind.STATE),
        phrase(text, "treaty", kind=ActorKind.DOCUMENT),
    )
    assert slots.who(clause, "patient") == []
