import pytest

import golden_ties as golden
from onrecord.extract.ties.terms import find_deadline
from onrecord.model.evidence import Span

pytestmark = pytest.mark.model


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("that the case be dropped, saying it was closed", "the case be dropped"),
        ("a swap, a plan that failed", "a swap"),
        ("free access and", "free access"),
        ('"free access"', "free access"),
        ('a "fair trial"', 'a "fair trial"'),
    ],
)
def test_a_term_is_cut_where_something_else_begins(words: str, kept: str) -> None:
    text = f"They want {words}."
    outline = golden.outline(text)
    assert outline.context.words(outline.tidy(_span(text, words))) == kept


def test_a_closing_mark_comes_along() -> None:
    text = 'They want a "fair trial".'
    outline = golden.outline(text)
    span = outline.tidy(_span(text, 'a "fair trial'))
    assert outline.context.words(span) == 'a "fair trial"'


def test_a_long_term_ends_at_a_comma() -> None:
    words = "a stop, " + "more words " * 40
    text = f"They want {'long ' * 10}{words}."
    outline = golden.outline(text)
    span = outline.tidy(Span(10, len(text) - 1))
    assert outline.context.words(span).endswith("a stop")


def test_a_term_ends_before_a_condition() -> None:
    outline = golden.outline("The rebels offered to free him if the army left.")
    cue = next(c for c in outline.context.document.clauses if c.lemma == "offer")
    (argument,) = [a for a in cue.arguments if a.clause is not None]
    assert outline.context.words(outline.complement(argument)) == "to free him"


def test_the_day_at_the_end_is_no_part_of_a_term() -> None:
    text = "Osteria suspended imports of barley on Thursday."
    outline = golden.outline(text)
    span = outline.without_day(_span(text, "imports of barley on Thursday"))
    assert outline.context.words(span) == "imports of barley"


def test_a_deadline_stays_in_its_term() -> None:
    text = "They must reopen the border by Thursday."
    outline = golden.outline(text)
    span = _span(text, "reopen the border by Thursday")
    assert outline.without_day(span) == span


def test_a_deadline_is_the_day_and_not_all_days_before() -> None:
    text = "They must reopen the border by June 30."
    context = golden.read(text)
    assert find_deadline(context, [Span(0, len(text))]) == "2031-06-30"


def test_a_plain_day_is_no_deadline() -> None:
    text = "They reopened the border on March 3."
    context = golden.read(text)
    assert find_deadline(context, [Span(0, len(text))]) is None


def test_a_pronoun_that_resolves_to_nobody_still_acts() -> None:
    outline = golden.outline("They demanded an answer.")
    (clause,) = [c for c in outline.context.document.clauses if c.lemma == "demand"]
    assert [w.text for w in outline.agents(clause)] == ["They"]
