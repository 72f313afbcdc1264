"""Clauses from a dependency parse: predicates with their roles.

One clause for each verb that says something of its own, one for each noun that stands
for a clause ("her arrest by police"). Auxiliaries and verbs that only colour another
("agreed to release") are folded into it as `raised`.
"""

from onrecord.annotate.frames import Builder
from onrecord.annotate.nominals import build_nominal, is_nominal
from onrecord.annotate.parse import Parse, Word
from onrecord.annotate.phrases import Found
from onrecord.annotate.verbs import build_verb, is_predicate
from onrecord.annotate.words import Words
from onrecord.model.clause import Clause
from onrecord.model.evidence import Span
from onrecord.model.time import Time


def find_clauses(
    parse: Parse, found: list[Found], times: tuple[Time, ...], words: Words
) -> tuple[Clause, ...]:
    """Return the clauses of an article in text order of their predicates.

    Args:
        parse: The article's words.
        found: Its noun phrases; arguments point at them by index.
        times: Its time expressions; an argument that is one is a `time`.
        words: The nouns that stand for clauses.
    """
    predicates = [w for w in parse.words if is_predicate(w) or is_nominal(w, words)]
    builder = Builder(
        parse=parse,
        by_head={f.head.i: n for n, f in enumerate(found)},
        found=found,
        times=[Span(t.start, t.end) for t in times],
        number={w.i: n for n, w in enumerate(predicates)},
        places=words.places,
    )
    return tuple(_build(word, builder, words) for word in predicates)


def _build(word: Word, builder: Builder, words: Words) -> Clause:
    """Build the clause of one predicate."""
    if is_predicate(word):
        return build_verb(word, builder)
    return build_nominal(word, builder, words)
