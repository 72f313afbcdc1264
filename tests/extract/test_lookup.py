from collections.abc import Callable

import pytest

from onrecord.extract.lookup import Lookup
from onrecord.model.document import Document
from onrecord.model.evidence import Span

TEXT = (
    "Captain Jonas Halvik of Tavara was arrested. “We will wait,” said Oskar Brun, "
    "who left.\n\nThe court sat and ruled."
)

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def document(annotate: Callable[..., Document]) -> Document:
    return annotate(TEXT)


@pytest.fixture(scope="module")
def lookup(document: Document) -> Lookup:
    return Lookup(document)


def test_clauses_are_found_by_their_parent_sentence_and_place(
    document: Document, lookup: Lookup
) -> None:
    for clause in document.clauses:
        assert lookup.children(clause) == [
            c for c in document.clauses if c.parent == clause.index
        ]
        assert clause in lookup.in_sentence(clause.sent)
        assert lookup.predicates_in(clause.predicate) == [clause]
    everything = Span(0, len(TEXT))
    assert lookup.predicates_in(everything) == list(document.clauses)


def test_phrases_in_a_span_lie_inside_it(document: Document, lookup: Lookup) -> None:
    for span in (*document.sents, Span(0, 20), Span(8, 50)):
        assert lookup.phrases_in(span) == [
            n for n, p in enumerate(document.phrases) if span.holds(p.span)
        ]


def test_parts_are_the_phrases_within_a_phrase(
    document: Document, lookup: Lookup
) -> None:
    for n in range(len(document.phrases)):
        assert lookup.parts(n) == [
            k for k, p in enumerate(document.phrases) if p.within == n
        ]
    assert lookup.parts(None) == []


def test_a_position_has_a_paragraph(lookup: Lookup) -> None:
    assert lookup.paragraph(0) == 0
    assert lookup.paragraph(TEXT.index("The court")) == 1
    assert lookup.paragraph(TEXT.index("The court") - 1) == 0


def test_marks_of_a_quotation_are_partners(lookup: Lookup) -> None:
    start, end = TEXT.index("“"), TEXT.index("”")
    assert lookup.partners == {start: end, end: start}


def test_quotes_over_a_span_share_a_character_with_it(lookup: Lookup) -> None:
    start = TEXT.index("We will")
    assert len(lookup.quotes_over(Span(start, start + 2))) == 1
    assert lookup.quotes_over(Span(0, 5)) == []


def test_actors_are_found_by_id(document: Document, lookup: Lookup) -> None:
    actor = document.actors[0]
    assert lookup.actor(actor.id) is actor
    assert lookup.actor(None) is None
    assert lookup.actor("ac-none") is None


def test_an_empty_document_has_nothing(annotate: Callable[..., Document]) -> None:
    lookup = Lookup(annotate(""))
    assert lookup.phrases_in(Span(0, 1)) == []
    assert lookup.paragraph(0) == 0
