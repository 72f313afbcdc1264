"""Cutting evidence out of a text, and finding it again after offsets have moved."""

from onrecord.model.evidence import CONTEXT_CHARS, Evidence, Field, Span


def cut_evidence(
    text: str, start: int, end: int, *, article: str, field: Field = "text"
) -> Evidence:
    """Return the evidence for `text[start:end]`, with its context on both sides.

    Raises:
        ValueError: the span is empty or reaches past the text.
    """
    if end > len(text):
        raise ValueError(f"span {start}..{end} reaches past a text of {len(text)}")
    return Evidence(
        article=article,
        field=field,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_CHARS) : start],
        suffix=text[end : end + CONTEXT_CHARS],
    )


def trim_span(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space at its ends; None when nothing is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    return Span(start, end) if end > start else None
