"""What the case does not know, named and counted, so that silence is not read as no.

Facts without a day or an actor, articles left out or not extracted, actors who may be
the same, corrections that found no place, and since when nothing was reported.
"""

from collections import Counter
from collections.abc import Iterator

from onrecord.model.correction import CorrectionState
from onrecord.model.view import CaseView
from onrecord.report.days import count, last_day, say_on
from onrecord.report.lines import Gap
from onrecord.report.sections.desk import Desk

EXAMPLES = 10
"""Ids given with a gap."""

EXTRACTED = "en"
"""The language that is extracted; others are stored and searched only."""

_NOUNS = {
    "statement": ("statement",),
    "event": ("event",),
    "custody": ("spell of custody", "spells of custody"),
    "stage": ("stage",),
    "decision": ("decision",),
}


def gap_lines(view: CaseView, desk: Desk) -> tuple[Gap, ...]:
    """Return the gaps that are there, silence first."""
    found = (
        *_silence(view, desk),
        *_articles(view),
        *_days(view),
        *_actors(view),
        *_doubts(view),
    )
    return tuple(gap for gap in found if gap.count)


def _silence(view: CaseView, desk: Desk) -> Iterator[Gap]:
    """Yield since when nothing was reported."""
    days = {a.published for a in view.articles if a.published}
    dated = [(day, value) for value in days if (day := last_day(value))]
    if not view.articles:
        yield Gap(kind="silence", words="No article is known by this day", count=1)
    if not dated or desk.day is None:
        return
    last, value = max(dated)
    if (silent := (desk.day - last).days) > 0:
        words = f"Nothing reported since the article published {say_on(value)}"
        yield Gap(
            kind="silence", words=f"{words} ({count(silent, 'day')})", count=silent
        )


def _articles(view: CaseView) -> Iterator[Gap]:
    """Yield articles without a day, and languages that are not extracted."""
    left_out = view.undated
    words = f"{count(left_out, 'article')} without a day left out"
    yield Gap(kind="articles_left_out", words=words, count=left_out)
    undated = [a.id for a in view.articles if not a.published]
    words = f"{count(len(undated), 'article')} without a day of publication"
    yield _gap("articles_undated", words, undated)
    languages = Counter(a.language for a in view.articles)
    for language, number in sorted(languages.items()):
        if language != EXTRACTED:
            words = f"{count(number, 'article')} in {language!r} not extracted"
            yield Gap(kind="language", words=words, count=number)


def _days(view: CaseView) -> Iterator[Gap]:
    """Yield the facts that no day is told for."""
    lacking = [s.id for s in view.statements if not s.said_on]
    yield _of("statement", "without a day", lacking, len(view.statements))
    lacking = [e.id for e in view.events if not e.when]
    yield _of("event", "without a day", lacking, len(view.events))
    lacking = [c.id for c in view.custody if not c.from_]
    yield _of("custody", "without a start", lacking, len(view.custody))
    stages = [stage for p in view.proceedings for stage in p.stages]
    lacking = [stage.id for stage in stages if not stage.when]
    yield _of("stage", "without a day", lacking, len(stages))


def _actors(view: CaseView) -> Iterator[Gap]:
    """Yield the facts whose actor is not known."""
    lacking = [s.id for s in view.statements if not s.speaker]
    yield _of("statement", "without a speaker known", lacking, len(view.statements))
    lacking = [e.id for e in view.events if not e.source and not e.target]
    yield _of("event", "without an actor known", lacking, len(view.events))
    lacking = [c.id for c in view.custody if not c.person]
    yield _of("custody", "without a person known", lacking, len(view.custody))
    lacking = [d.id for d in view.decisions if not d.decider]
    yield _of("decision", "without a decider known", lacking, len(view.decisions))


def _doubts(view: CaseView) -> Iterator[Gap]:
    """Yield actors who may be the same, and corrections without a place."""
    doubted = [actor.id for actor in view.actors if actor.same_as]
    words = f"{count(len(doubted), 'actor')} who may be the same as another"
    yield _gap("same", words, doubted)
    states = view.corrections_state.items()
    lost = [key for key, state in states if state is CorrectionState.ORPHANED]
    words = f"{count(len(lost), 'correction')} whose fact was not found again"
    yield _gap("corrections_orphaned", words, lost)
    for note in view.notes:
        yield Gap(kind="note", words=note, count=1)


def _of(kind: str, lack: str, lacking: list[str], total: int) -> Gap:
    """Return how many facts of all of a kind lack something."""
    words = f"{len(lacking):,} of {count(total, *_NOUNS[kind])} {lack}"
    return _gap(f"{kind}_{lack.replace(' ', '_')}", words, lacking)


def _gap(kind: str, words: str, ids: list[str]) -> Gap:
    """Return a gap of these facts."""
    return Gap(kind=kind, words=words, count=len(ids), facts=tuple(ids[:EXAMPLES]))
