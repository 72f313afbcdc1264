from onrecord.annotate.times.context import Reading
from onrecord.annotate.times.rule import rule
from onrecord.annotate.times.tokens import tokenize


def test_a_rule_compiles_its_pattern() -> None:
    made = rule("<month>", lambda match, context: Reading("DATE", None))
    assert made.pattern.match(tokenize("June").classes)
