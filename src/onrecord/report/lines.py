"""The records of a brief, a timeline and of changes: lines with numbered sources.

Every line carries the id of its fact, so that `why` opens it, and the numbers of its
sources, which the report lists once. Copies of one story are one source with one
number. `words` is the line as printed; the fields beside it are the same in parts, for
programs. Strings hold what articles say, unescaped: renderers make them safe.
"""

from enum import StrEnum

import msgspec

from onrecord.model.fact import Factuality


class Copy(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Another article that tells the story of a source, counted with it."""

    article: str
    outlet: str | None = None
    day: str | None = None
    url: str | None = None


class Source(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One numbered source: an article, with its copies. `day` is EDTF."""

    number: int
    article: str
    outlet: str | None = None
    day: str | None = None
    title: str | None = None
    url: str | None = None
    sha256: str
    copies: tuple[Copy, ...] = ()


class Cite(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Where a source says it: code points into that article's `field`."""

    source: int
    article: str
    field: str
    start: int
    end: int
    exact: str


class Detail(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A line under a line: a stage, a term, an answer, a side.

    `side` is `asserted` or `denied` under a claim.
    """

    words: str
    side: str | None = None
    fact: str | None = None
    sources: tuple[int, ...] = ()
    cites: tuple[Cite, ...] = ()


class Line(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One fact in words. `according_to` names whose voice it is if not the reporter's.

    `last_reported` is the day of the latest article behind it; `corrected` the ids of
    corrections that shaped it.
    """

    fact: str
    words: str
    sources: tuple[int, ...] = ()
    cites: tuple[Cite, ...] = ()
    according_to: str | None = None
    factuality: Factuality = Factuality.ASSERTED
    known_from: str | None = None
    last_reported: str | None = None
    corrected: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()


class DaysHeld(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Least and most days of a spell, None unknown; `as_of` is None if it ended."""

    min: int | None = None
    max: int | None = None
    as_of: str | None = None


class HeldLine(Line, frozen=True, gc=False, kw_only=True):
    """Somebody held or restricted, or no longer so."""

    person: str | None = None
    person_name: str | None = None
    holder: tuple[str, ...] = ()
    holder_names: tuple[str, ...] = ()
    kind: str
    place: str | None = None
    since: str | None = None
    until: str | None = None
    end: str | None = None
    days_held: DaysHeld | None = None
    terms: tuple[str, ...] = ()
    grounds: str | None = None
    status: str


class ProceedingLine(Line, frozen=True, gc=False, kw_only=True):
    """Where one proceeding stands. `kept` and `missed` are days announced for it."""

    kind: str
    subject_names: tuple[str, ...] = ()
    status: str
    last_stage: str | None = None
    waits_for: str | None = None
    next_on: str | None = None
    kept: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Who answered a demand or offer, and how."""

    actor_name: str | None = None
    stance: str
    when: str | None = None
    statement: str | None = None


class LinkageLine(Line, frozen=True, gc=False, kw_only=True):
    """What is demanded, offered or tied. `terms` holds the words of each term."""

    kind: str
    terms: dict[str, str] = {}
    proposed_by_names: tuple[str, ...] = ()
    addressed_to_names: tuple[str, ...] = ()
    deadline: str | None = None
    answers: tuple[Answer, ...] = ()


class ClaimLine(Line, frozen=True, gc=False, kw_only=True):
    """A contested proposition. `both_sides` names who stands on each side at once."""

    text: str
    asserted_by_names: tuple[str, ...] = ()
    denied_by_names: tuple[str, ...] = ()
    both_sides: tuple[str, ...] = ()


class DecisionLine(Line, frozen=True, gc=False, kw_only=True):
    """What is undecided. `overdue`: the day announced has passed, nothing is told."""

    subject: str
    status: str
    decider_names: tuple[str, ...] = ()
    due: str | None = None
    kept: bool | None = None
    overdue: bool = False
    waits_on: str | None = None


class Step(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One step of a relation: `fact` moved it to `score`, from -10 to 10."""

    when: str | None = None
    score: float
    fact: str
    words: str
    sources: tuple[int, ...] = ()
    cites: tuple[Cite, ...] = ()


class RelationLine(Line, frozen=True, gc=False, kw_only=True):
    """How two actors stand to each other, as the text puts it.

    `points` counts the steps; `steps` are the latest of them, those without a day
    first.
    """

    actors_names: tuple[str, ...] = ()
    direction: str | None = None
    direction_text: str | None = None
    points: int = 0
    last_score: float | None = None
    steps: tuple[Step, ...] = ()


class News(StrEnum):
    """What about a fact is new."""

    NEW = "new"
    ENDED = "ended"
    STAGE = "new stage"
    ANSWER = "new answer"


class RecentLine(Line, frozen=True, gc=False, kw_only=True):
    """What became known within the window, and on which day."""

    type: str
    news: News
    day: str


class Gap(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Something the case does not know. `facts` are up to ten of the `count`."""

    kind: str
    words: str
    count: int
    facts: tuple[str, ...] = ()


class Brief(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The page that people open first.

    `day` is the day it is written for: `as_of`, else that of the last article. `more`
    counts by section the lines that `limit` left out. `stories` counts articles with
    copies as one; `told_again` older facts that the window tells without news.
    """

    as_of: str | None = None
    day: str | None = None
    since: str | None = None
    articles: int = 0
    stories: int = 0
    held: tuple[HeldLine, ...] = ()
    released: tuple[HeldLine, ...] = ()
    proceedings: tuple[ProceedingLine, ...] = ()
    linkages: tuple[LinkageLine, ...] = ()
    claims: tuple[ClaimLine, ...] = ()
    decisions: tuple[DecisionLine, ...] = ()
    relations: tuple[RelationLine, ...] = ()
    recent: tuple[RecentLine, ...] = ()
    recent_statements: int = 0
    recent_events: int = 0
    told_again: int = 0
    gaps: tuple[Gap, ...] = ()
    more: dict[str, int] = {}
    sources: tuple[Source, ...] = ()


class RowKind(StrEnum):
    """What a row of a timeline is."""

    CUSTODY = "custody"
    STAGE = "stage"
    DECISION = "decision"
    STATEMENT = "statement"
    EVENT = "event"


class Certainty(StrEnum):
    """How surely and finely a day is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    YEARS = "years"
    BETWEEN = "between"
    BEFORE = "before"
    AFTER = "after"
    ABOUT = "about"
    PERHAPS = "perhaps"
    UNKNOWN = "unknown"


class Variant(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One of several days told for one thing, with who tells it and in which words."""

    when: str
    quote: str
    sources: tuple[int, ...] = ()
    facts: tuple[str, ...] = ()


class Row(Line, frozen=True, gc=False, kw_only=True):
    """One thing that happened. `folded` are other facts that tell the same.

    `conflict` has two or more days that cannot all be right, or is empty.
    """

    kind: RowKind
    when: str | None = None
    certainty: Certainty
    quote: str | None = None
    actors: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()
    conflict: tuple[Variant, ...] = ()


class Timeline(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Rows in order. `undated` counts by kind what no day is told for.

    `entries` counts what could be shown before folding and `limit`; `is_cut` says that
    rows were left out after the last one; `undated_articles` counts the articles that
    the view leaves out.
    """

    as_of: str | None = None
    rows: tuple[Row, ...] = ()
    entries: int = 0
    is_cut: bool = False
    undated: dict[str, int] = {}
    undated_articles: int = 0
    sources: tuple[Source, ...] = ()


class ReasonKind(StrEnum):
    """Why something differs between two views."""

    ARTICLE = "article"
    CORRECTION = "correction"
    JOINED = "joined"
    PARTED = "parted"
    LEFT_OUT = "left out"
    READING = "reading"


class Reason(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Why. `id` is the article, the correction or the other fact; `words` say it."""

    kind: ReasonKind
    id: str | None = None
    words: str


class FieldChange(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One field, before and after, in words; None is absent."""

    field: str
    old: str | None = None
    new: str | None = None


class ChangeLine(Line, frozen=True, gc=False, kw_only=True):
    """One fact that was added, is gone or changed. `was` is its id before if other."""

    type: str
    was: str | None = None
    fields: tuple[FieldChange, ...] = ()
    reasons: tuple[Reason, ...] = ()


class TypeChanges(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The changes of one record type. `more_sources` counts facts only told again."""

    type: str
    added: tuple[ChangeLine, ...] = ()
    gone: tuple[ChangeLine, ...] = ()
    changed: tuple[ChangeLine, ...] = ()
    more_sources: int = 0


class Changes(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What differs between two views of a case."""

    before: str | None = None
    after: str | None = None
    articles_added: tuple[str, ...] = ()
    articles_gone: tuple[str, ...] = ()
    types: tuple[TypeChanges, ...] = ()
    sources: tuple[Source, ...] = ()
