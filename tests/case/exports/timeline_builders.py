"""A timeline by hand, and the rows that exports of it are tested with."""

from onrecord.report.lines import Certainty, Row, RowKind, Source, Timeline, Variant


def row(
    fact: str = "ev-1",
    when: str | None = "2031-03-09",
    certainty: Certainty = Certainty.DAY,
    words: str = "Vessia warned Dunmere",
    kind: RowKind = RowKind.EVENT,
    quote: str | None = "We act; on evidence",
    sources: tuple[int, ...] = (1,),
    conflict: tuple[Variant, ...] = (),
    known_from: str | None = "2031-03-12",
) -> Row:
    """Return a row."""
    return Row(
        fact=fact,
        words=words,
        kind=kind,
        when=when,
        certainty=certainty,
        quote=quote,
        sources=sources,
        conflict=conflict,
        known_from=known_from,
    )


def timeline(*rows: Row) -> Timeline:
    """Return a timeline with one source."""
    source = Source(
        number=1, article="ar-1", outlet="Harbour Post", day="2031-03-12", sha256=""
    )
    return Timeline(rows=rows, sources=(source,))
