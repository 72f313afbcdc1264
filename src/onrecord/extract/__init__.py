"""Document -> read facts with evidence.

    facts = Extractor(load_lexicons()).extract(document)

Rules that hold in this folder: rules read clauses and mentions, never a parser's
labels; every fact quotes its words; a fact told only in a statement has that statement
as its voice; unsure is no fact, not a wrong one.
"""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from onrecord.extract.context import Context
from onrecord.extract.events.codes import Codes
from onrecord.extract.events.events import find_events
from onrecord.extract.legal.custody import find_custody
from onrecord.extract.legal.proceedings import find_proceedings
from onrecord.extract.speech.statements import find_statements
from onrecord.extract.texts import make_mentions, make_times, used_actors
from onrecord.extract.ties.claims import find_claims
from onrecord.extract.ties.decisions import find_decisions
from onrecord.extract.ties.linkages import find_linkages
from onrecord.extract.ties.relations import find_relations
from onrecord.model.document import Document
from onrecord.model.lexicon import Lexicons
from onrecord.model.records import AnyFact

__all__ = ["Extractor"]

# In the order of an export. Each reads the document and the statements found before.
_FINDERS: tuple[Callable[[Context], Iterable[AnyFact]], ...] = (
    find_events,
    find_custody,
    find_proceedings,
    find_linkages,
    find_claims,
    find_decisions,
    find_relations,
)


class Extractor:
    """Applies the rules of every record type to one document after another."""

    def __init__(self, lexicons: Lexicons) -> None:
        """Take the loaded lexicons."""
        self._lexicons = lexicons

    def extract(self, document: Document) -> tuple[AnyFact, ...]:
        """Return an article's read facts: actors, mentions, times, then the rest.

        Args:
            document: As `annotate` gives it.
        """
        context = Context(document=document, lexicons=self._lexicons)
        context.statements = find_statements(context)
        facts: list[AnyFact] = [*context.statements]
        for find in _FINDERS:
            facts.extend(find(context))
        codes = Codes(context)
        actors = [
            replace(a, code=codes.of_actor(a.id)) for a in used_actors(document, facts)
        ]
        kept = {a.id for a in actors}
        mentions = make_mentions(document, kept)
        return (*actors, *mentions, *make_times(document), *facts)
