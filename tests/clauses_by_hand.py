"""Documents as `annotate` gives them, built by hand from their words."""

import re
from typing import Any

from onrecord.extract.context import Context, Who
from onrecord.model.actor import Actor, Form
from onrecord.model.article import Article
from onrecord.model.clause import Argument, Clause, PredicateKind, Role
from onrecord.model.document import Document, Phrase, Quote
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Lexicons, Table
from onrecord.model.statement import Act, Mode, Statement
from onrecord.model.time import Time

PUBLISHED = "2031-03-14"


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def argument(text: str, role: Role, words: str, **fields: Any) -> Argument:
    """The last word is the head."""
    where = span(text, words)
    head = Span(where.end - len(words.split()[-1]), where.end)
    return Argument(role=role, span=where, head=head, **fields)


def clause(text: str, predicate: str, *arguments: Argument, **fields: Any) -> Clause:
    """A verb's clause, over the whole text unless `extent` gives other words."""
    extent = fields.pop("extent", text)
    fields = {"index": 0, "sent": 0, "kind": PredicateKind.VERB, **fields}
    return Clause(
        predicate=span(text, predicate),
        lemma=fields.pop("lemma", predicate),
        extent=span(text, extent),
        arguments=arguments,
        **fields,
    )


def phrase(text: str, words: str, **fields: Any) -> Phrase:
    where = span(text, words)
    head = words.split()[-1]
    return Phrase(
        span=where,
        head=Span(where.end - len(head), where.end),
        head_lemma=head.lower(),
        form=fields.pop("form", Form.NOMINAL),
        sent=0,
        **fields,
    )


def actor(name: str, **fields: Any) -> Actor:
    return Actor(id=f"ac-{name}", evidence=(), method="hand", name=name, **fields)


def time(text: str, words: str, edtf: str | None, **fields: Any) -> Time:
    where = span(text, words)
    return Time(
        id=f"ti-{where.start}",
        evidence=(),
        method="hand",
        article="ar-1",
        start=where.start,
        end=where.end,
        timex_type=fields.pop("timex_type", "DATE"),
        edtf=edtf,
        **fields,
    )


def quote(text: str, words: str, **fields: Any) -> Quote:
    """A quotation by its words with their marks."""
    where = span(text, words)
    inner = Span(where.start + 1, where.end - 1)
    return Quote(span=where, inner=inner, speech=0, **fields)


def who(text: str, words: str, actor: str | None = None) -> Who:
    return Who(actor, words, span(text, words))


def statement(text: str, content: str, **fields: Any) -> Statement:
    where = span(text, content)
    return Statement(
        **{
            "id": f"st-{where.start}",
            "evidence": (),
            "method": "hand",
            "content": content,
            "content_spans": (where,),
            "mode": Mode.INDIRECT,
            "act": Act.ASSERT,
            **fields,
        }
    )


def context(
    text: str, tables: dict[str, Table] | None = None, **layers: Any
) -> Context:
    """Each line is a paragraph; all is one sentence unless `sents` is given."""
    layers.setdefault("sents", (Span(0, len(text)),))
    paragraphs = tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", text))
    article = Article(id="ar-1", text=text, sha256="0", published=PUBLISHED)
    document = Document(article=article, paragraphs=paragraphs, **layers)
    tables = {"cues": {"say": {}}, "colours": {}, **(tables or {})}
    return Context(document=document, lexicons=Lexicons(tables, "d"))
