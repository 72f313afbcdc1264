"""Article -> Document: the layers that extraction reads.

    annotator = Annotator(load_models(), load_lexicons())
    document = annotator.annotate(article)

Rules that hold in this folder: no other step sees a parser's labels; one article is
analysed alone, so that its layers do not depend on what is read beside it; offsets are
code points into the article's text, which nothing here changes.
"""

from msgspec.structs import replace

from onrecord.annotate.actors import make_actors
from onrecord.annotate.chains import link_phrases
from onrecord.annotate.clauses import find_clauses
from onrecord.annotate.layout import find_paragraphs
from onrecord.annotate.mend import mend_parse
from onrecord.annotate.names import find_names
from onrecord.annotate.parse import Parse, Parser
from onrecord.annotate.phrases import find_phrases
from onrecord.annotate.quotes import find_quotes
from onrecord.annotate.times import find_times
from onrecord.annotate.words import make_words
from onrecord.model.article import Article
from onrecord.model.document import Document, Phrase, Token
from onrecord.model.lexicon import Lexicons
from onrecord.model.resources import Models

__all__ = ["Annotator"]


class Annotator:
    """Builds documents. Holds a model: one for each process, not thread-safe."""

    def __init__(self, models: Models, lexicons: Lexicons) -> None:
        """Take the loaded models and lexicons."""
        self._words = make_words(lexicons)
        pairs = frozenset(k for k in self._words.demonyms if " " in k)
        self._parser = Parser(models.parser, pairs)

    def annotate(self, article: Article) -> Document:
        """Return the article with all layers.

        Args:
            article: Any article; without `published`, relative dates stay unresolved.
        """
        text = article.text
        paragraphs = find_paragraphs(text)
        parse = self._parser.parse(text, paragraphs)
        mend_parse(parse)
        times = find_times(article)
        names = find_names(parse, self._words)
        found = find_phrases(parse, names, self._words)
        quotes = find_quotes(text, paragraphs)
        chains, links = link_phrases(
            found, parse, names, self._words, quotes, paragraphs
        )
        actors = make_actors(
            article, chains, found, parse, names, self._words, paragraphs
        )
        phrases: list[Phrase] = []
        for i, item in enumerate(found):
            chain, reason = links.get(i, (None, None))
            actor = actors[chain] if chain is not None else None
            kind = item.phrase.kind
            if chain is not None:
                kind = chains[chain].kind
            phrases.append(
                replace(
                    item.phrase,
                    actor=actor.id if actor is not None else None,
                    link_reason=reason,
                    kind=kind,
                    chain=chain,
                )
            )
        return Document(
            article=article,
            paragraphs=paragraphs,
            sents=tuple(parse.sents),
            tokens=_tokens(parse),
            phrases=tuple(phrases),
            quotes=quotes,
            times=times,
            clauses=find_clauses(parse, found, times, self._words),
            actors=tuple(actor for actor in actors if actor is not None),
        )


def _tokens(parse: Parse) -> tuple[Token, ...]:
    """Return the words as tokens, white space left out."""
    return tuple(
        Token(w.start, w.end, w.lemma, w.sent) for w in parse.words if w.text.strip()
    )
