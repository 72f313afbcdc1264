"""Why the case holds a fact: the words, who made it from them, what became of it."""

import re
from collections.abc import Iterable

import msgspec

from onrecord.case.translating import paragraph_at
from onrecord.model.article import Article
from onrecord.model.correction import Correction, CorrectionState
from onrecord.model.evidence import Evidence
from onrecord.model.records import AnyFact
from onrecord.model.stored import FactRow

_END = re.compile(
    "[.!?][\"'\u201d\u2019\u00bb)\\]]*\\s+(?=[\"'\u201c\u2018\u00ab(\\[]*[A-Z0-9])|\n+"
)
# A period after these ends no sentence. For display only: no rule reads it.
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|Mrs?|Ms|Dr|St|Gen|Lt|Col|Sen|Rep|No))\.\s+$")


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a sentence; `marked` where it is evidence."""

    text: str
    marked: bool = False


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """The sentence or sentences of an article around the evidence of a fact.

    The pieces joined are the article's own characters from `start`. In a translation,
    `original` is the paragraph of the original that stands in the same place, where the
    two have as many paragraphs.
    """

    article: str
    field: str
    start: int
    pieces: tuple[Piece, ...]
    original: str | None = None

    def plain(self) -> str:
        """Return the words without marks."""
        return "".join(piece.text for piece in self.pieces)


class Original(msgspec.Struct, frozen=True, kw_only=True):
    """The foreign article that a translation was made of."""

    article: str
    language: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What one article says of the fact, and how it was read.

    `current` is false for a reading that a later one replaced. `latest_version` names
    the text that stands at the article's address now, where this one is older;
    `original` what it is a translation of.
    """

    fact: str
    article: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    duplicate_of: str | None = None
    version_of: str | None = None
    latest_version: str | None = None
    original: Original | None = None
    passages: tuple[Passage, ...] = ()
    method: str | None = None
    confidence: float | None = None
    run: str | None = None
    version: str | None = None
    recorded_at: str | None = None
    superseded_at: str | None = None
    current: bool = True


class LoggedCorrection(msgspec.Struct, frozen=True, kw_only=True):
    """A correction with what became of it."""

    correction: Correction
    state: CorrectionState


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """All that stands behind a fact.

    Attributes:
        id: As asked for, completed.
        stands_for: The id of the fact it leads to now.
        type: Record type.
        fact: The fact as the case shows it; None where nothing current is left of it.
        rejected: Whether a correction took it out.
        sources: How many independent articles say it.
        names: The names of the actors that the fact's fields hold.
        reports: What each article says, earliest first, with replaced readings.
        corrections: Those that touch it, in the order given.
    """

    id: str
    stands_for: str
    type: str
    fact: dict[str, object] | None = None
    rejected: bool = False
    sources: int | None = None
    names: dict[str, str] = {}
    reports: tuple[Report, ...] = ()
    corrections: tuple[LoggedCorrection, ...] = ()


def make_report(
    fact: AnyFact,
    article: Article,
    *,
    row: FactRow | None,
    version: str | None,
    original: Article | None = None,
) -> Report:
    """Return what `article`, which may translate an `original`, says of a read fact."""
    return Report(
        fact=fact.id,
        article=article.id,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        duplicate_of=article.duplicate_of,
        version_of=article.version_of,
        latest_version=article.latest_version,
        original=_name_original(original) if original else None,
        passages=find_passages(
            article,
            [one for one in fact.evidence if one.article == article.id],
            original=original,
        ),
        method=fact.method,
        confidence=fact.confidence,
        run=row.run if row else fact.run,
        version=version,
        recorded_at=row.recorded_at if row else fact.recorded_at,
        superseded_at=row.superseded_at if row else None,
        current=row is None or row.superseded_at is None,
    )


def _name_original(article: Article) -> Original:
    return Original(
        article=article.id,
        language=article.language,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
    )


def find_passages(
    article: Article, evidence: Iterable[Evidence], *, original: Article | None = None
) -> tuple[Passage, ...]:
    """Return the sentences around pieces of evidence, those that touch joined."""
    found: list[Passage] = []
    for field, text in (("title", article.title), ("text", article.text)):
        spans = sorted((e.start, e.end) for e in evidence if e.field == field)
        if text is None or not spans:
            continue
        for start, end, inside in _stretches(text, spans):
            beside = original.title if original else None
            if original is not None and field == "text":
                beside = paragraph_at(text, start, original.text)
            found.append(
                Passage(
                    article=article.id,
                    field=field,
                    start=start,
                    pieces=_cut(text, start, end, inside),
                    original=beside,
                )
            )
    return tuple(found)


def _stretches(
    text: str, spans: list[tuple[int, int]]
) -> list[tuple[int, int, list[tuple[int, int]]]]:
    """Return (start, end, spans inside) of each run of sentences."""
    found: list[tuple[int, int, list[tuple[int, int]]]] = []
    for span in spans:
        start, end = sentence_around(text, *span)
        if found and start <= found[-1][1]:
            last_start, last_end, inside = found[-1]
            found[-1] = (last_start, max(last_end, end), [*inside, span])
        else:
            found.append((start, end, [span]))
    return found


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentences that `text[start:end]` stands in."""
    left, right = 0, len(text)
    for match in _END.finditer(text):
        if _ABBREVIATION.search(text[max(0, match.start() - 6) : match.end()]):
            continue
        if match.end() <= start:
            left = match.end()
        elif match.start() >= end - 1:
            right = match.end()
            break
    piece = text[left:right]
    return left, left + max(len(piece.rstrip()), end - left)


def _cut(
    text: str, start: int, end: int, spans: list[tuple[int, int]]
) -> tuple[Piece, ...]:
    """Return `text[start:end]` in pieces, the spans marked."""
    pieces: list[Piece] = []
    at = start
    for left, right in spans:
        left, right = max(left, at), max(right, at)
        pieces.append(Piece(text=text[at:left]))
        pieces.append(Piece(text=text[left:right], marked=True))
        at = right
    pieces.append(Piece(text=text[at:end]))
    return tuple(piece for piece in pieces if piece.text)
