"""Subjects that have no argument of their own, read with the model."""

from functools import cache

import pytest

from onrecord.annotate import Annotator
from onrecord.extract.context import Context
from onrecord.extract.events.subjects import is_reduced, unsaid_subject
from onrecord.model.article import Article
from onrecord.model.clause import Argument, Clause, Link, PredicateKind, Role, Tense
from onrecord.model.document import Document
from onrecord.model.evidence import Span
from onrecord.resources import load_lexicons, load_models

pytestmark = pytest.mark.model


@cache
def annotator() -> Annotator:
    return Annotator(load_models(), load_lexicons())


def read(text: str, lemma: str) -> tuple[Context, Clause]:
    article = Article(id="ar-1", text=text, sha256="0", published="2031-03-14")
    context = Context(document=annotator().annotate(article), lexicons=load_lexicons())
    return context, next(c for c in context.document.clauses if c.lemma == lemma)


def subject(text: str, lemma: str) -> list[str]:
    context, clause = read(text, lemma)
    return [context.words(a.span) for a in unsaid_subject(context, clause)]


def test_who_is_willing_is_who_would_do_it() -> None:
    assert subject("Kestria is willing to send boats.", "send") == ["Kestria"]


def test_a_clause_with_a_subject_needs_no_other() -> None:
    assert subject("Kestria sent boats.", "send") == []


def test_a_noun_is_given_no_subject() -> None:
    assert subject("The arrest was wrong.", "arrest") == []


def relative(text: str, noun: str, verb: str) -> tuple[Context, Clause]:
    """Return a relative clause whose subject a parser took to be its noun."""
    start, at = text.index(noun), text.index(verb)
    span = Span(start, start + len(noun))
    clause = Clause(
        index=0,
        sent=0,
        kind=PredicateKind.VERB,
        predicate=Span(at, at + len(verb)),
        lemma=verb,
        extent=Span(start, len(text)),
        tense=Tense.PAST,
        link=Link.RELATIVE,
        arguments=(Argument(role=Role.AGENT, span=span, head=span),),
    )
    article = Article(id="ar-1", text=text, sha256="0", published="2031-03-14")
    document = Document(article=article, clauses=(clause,))
    return Context(document=document, lexicons=load_lexicons()), clause


def test_a_past_form_right_behind_its_noun_is_a_passive() -> None:
    text = "the pilot picked up a day after her"
    assert is_reduced(*relative(text, "the pilot", "picked up"))


def test_a_past_form_behind_who_is_none() -> None:
    text = "the pilot who picked up a day after her"
    assert not is_reduced(*relative(text, "the pilot", "picked up"))


def test_a_past_form_that_does_something_to_somebody_is_none() -> None:
    assert not is_reduced(*read("The men who picked up the pilot left.", "pick up"))
