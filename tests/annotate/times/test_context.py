from onrecord.annotate.times.context import MEMORY_TOKENS, Context
from onrecord.annotate.times.tokens import tokenize


def test_an_expression_is_forgotten_after_a_while() -> None:
    context = Context(tokenize(""), None)
    context.remember("2031-03-09", 0, basis="text")
    assert context.last_before(MEMORY_TOKENS - 1) == "2031-03-09"
    assert context.last_before(MEMORY_TOKENS) is None


def test_a_quarter_counted_from_another_is_not_what_a_report_is_about() -> None:
    context = Context(tokenize(""), None)
    context.remember("2031-Q1", 0, basis="published")
    context.remember("2030-Q1", 1, basis="expression")
    assert context.quarter_before(2) == "2031-Q1"
