"""Proceedings: one legal matter from many reports.

Reports are of one proceeding when they are of one kind, share a subject, and name no
different requester. A report that names no subject joins the only proceeding of its
kind that shares its forum or requester, else the only one that its own article tells
of, else it stands alone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from onrecord.model.evidence import Evidence
from onrecord.model.fact import Factuality
from onrecord.model.proceeding import (
    AnnouncedDay,
    Proceeding,
    ProceedingKind,
    ProceedingStatus,
    Stage,
)
from onrecord.resolve.announced import judge_days, next_day, unite_days
from onrecord.resolve.fold import (
    as_case,
    group_by,
    most_said,
    most_said_list,
    reading_key,
    unite,
)
from onrecord.resolve.known import Known
from onrecord.resolve.mapping import article_of
from onrecord.resolve.stages import unite_stages
from onrecord.resolve.words import containment, content_words

# A process is over when one of these is asserted.
FINAL_STAGES = frozenset(
    {
        "acquittal",
        "closure",
        "discharge",
        "dismissal",
        "pardon",
        "settlement",
        "surrender",
        "withdrawal",
    }
)
FINAL_OUTCOMES = frozenset({"acquitted", "withdrawn"})
PUT_OFF = "adjourned"
"""The outcome of a step that only put the matter off."""

# After one of these nobody knows whether there will be an appeal.
_JUDGED = frozenset({"sentence", "verdict"})
_SAME_ALLEGATION = 0.75


@dataclass(slots=True, eq=False)
class _Matter:
    """A proceeding being put together."""

    kind: ProceedingKind
    subject: set[str] = field(default_factory=set)
    requesters: set[str] = field(default_factory=set)
    forums: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    reports: list[Proceeding] = field(default_factory=list)

    def add(self, report: Proceeding) -> None:
        """Add a report and what it says of the parties."""
        self.reports.append(report)
        self.subject.update(report.subject)
        self.requesters.update(report.requested_by)
        self.forums.update(report.forum)
        self.articles.add(article_of(report) or "")


def make_proceedings(facts: Sequence[Proceeding], known: Known) -> list[Proceeding]:
    """Return the case's proceedings, from read facts in canonical order."""
    matters: list[_Matter] = []
    for kind, reports in group_by(facts, lambda one: one.kind).items():
        mine = _by_subject(kind, (one for one in reports if one.subject))
        matters += mine
        matters += _place_rest([one for one in reports if not one.subject], mine)
    return [_make_proceeding(matter, known) for matter in matters]


def _by_subject(kind: ProceedingKind, reports: Iterable[Proceeding]) -> list[_Matter]:
    """Put reports that name their subject into matters."""
    matters: list[_Matter] = []
    of_subject: dict[str, list[_Matter]] = {}
    # The reports that name a requester come first: the others join what these make.
    for report in sorted(reports, key=lambda one: not one.requested_by):
        near = [m for one in report.subject for m in of_subject.get(one, ())]
        fit = [one for one in near if _agrees(report, one)]
        matter = fit[0] if fit else _Matter(kind)
        if not fit:
            matters.append(matter)
        for one in report.subject:
            if matter not in of_subject.setdefault(one, []):
                of_subject[one].append(matter)
        matter.add(report)
    return matters


def _agrees(report: Proceeding, matter: _Matter) -> bool:
    """Whether a report names no requester other than a matter's."""
    mine = set(report.requested_by)
    return not mine or not matter.requesters or bool(mine & matter.requesters)


def _place_rest(
    reports: Sequence[Proceeding], matters: Sequence[_Matter]
) -> list[_Matter]:
    """Add reports without a subject where one matter alone fits; return the others."""
    places = [(report, _only_fit(report, matters)) for report in reports]
    alone = []
    for report, matter in places:
        if matter is None:
            matter = _Matter(report.kind)
            alone.append(matter)
        matter.add(report)
    return alone


def _only_fit(report: Proceeding, matters: Sequence[_Matter]) -> _Matter | None:
    """Return the one matter that a report without a subject can be about."""
    parties = {*report.forum, *report.requested_by}
    fit = [m for m in matters if _agrees(report, m)]
    sharing = [m for m in fit if parties & (m.forums | m.requesters)]
    if len(sharing) == 1:
        return sharing[0]
    near = [m for m in fit if article_of(report) in m.articles]
    return near[0] if len(near) == 1 else None


def _make_proceeding(matter: _Matter, known: Known) -> Proceeding:
    """Make the case fact of one matter."""
    reports = sorted(matter.reports, key=lambda one: reading_key(one, known))
    stages = unite_stages(s for report in reports for s in _dated_stages(report))
    stages = _without_kept(stages)
    told = [one for one in stages if one.factuality is Factuality.ASSERTED]
    days = unite_days(day for report in reports for day in _announcements(report))
    days = judge_days(
        days,
        (stage.when for stage in told if stage.outcome != PUT_OFF),
        (stage.when for stage in told if stage.outcome == PUT_OFF),
    )
    subject, subject_text = _unite_subject(reports)
    fields = dict[str, object](
        subject=subject,
        subject_text=subject_text,
        allegations=_unite_allegations(reports),
        stages=stages,
        announced=days,
        next_on=next_day(days, known.today),
        waits_for=next((o.waits_for for o in reversed(reports) if o.waits_for), None),
        status=_find_status(reports, told),
    )
    for name in ("forum", "requested_by", "decider"):
        fields[name], fields[f"{name}_text"] = most_said_list(reports, name)
    return as_case(reports, known, **fields)


def _unite_subject(
    reports: Sequence[Proceeding],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return all subjects, the most named first, with words for each."""
    counts = Counter(one for report in reports for one in report.subject)
    ids = tuple(sorted(counts, key=lambda one: -counts[one]))
    words: dict[str, str] = {}
    for report in reports:
        for one, text in zip(report.subject, report.subject_text, strict=False):
            words.setdefault(one, text)
    if not ids:
        return (), most_said(one.subject_text or None for one in reports) or ()
    return ids, tuple(words[one] for one in ids if one in words)


def _unite_allegations(reports: Iterable[Proceeding]) -> tuple[str, ...]:
    """Return allegations in the order told, each once under its fullest words."""
    found: list[str] = []
    for text in unite(report.allegations for report in reports):
        words = content_words(text)
        near = next((o for o in found if _same_allegation(words, o)), None)
        if near is None:
            found.append(text)
        elif len(words) > len(content_words(near)):
            found[found.index(near)] = text
    return tuple(found)


def _same_allegation(words: frozenset[str], other: str) -> bool:
    """Whether an allegation says no more, or no less, than another."""
    return containment(words, content_words(other)) >= _SAME_ALLEGATION


def _dated_stages(report: Proceeding) -> Iterable[Stage]:
    """Return a report's steps with the day they became known."""
    return (replace(one, known_from=report.known_from) for one in report.stages)


def _announcements(report: Proceeding) -> Iterable[AnnouncedDay]:
    """Return the days a report announces, `next_on` among them."""
    days = [replace(one, known_from=report.known_from) for one in report.announced]
    if report.next_on and report.next_on not in {one.day for one in days}:
        evidence: tuple[Evidence, ...] = report.evidence[:1]
        days.append(
            AnnouncedDay(
                day=report.next_on, evidence=evidence, known_from=report.known_from
            )
        )
    return days


def _without_kept(stages: Sequence[Stage]) -> tuple[Stage, ...]:
    """Return stages without those that were planned for a day and came on it."""
    done = [one for one in stages if one.factuality is Factuality.ASSERTED]
    return tuple(
        one
        for one in stages
        if one.factuality is not Factuality.PLANNED
        or not any(o.stage == one.stage and o.when == one.when for o in done)
        or one.when is None
    )


def _find_status(
    reports: Sequence[Proceeding], told: Sequence[Stage]
) -> ProceedingStatus:
    """Return closed after a final step, unknown after a verdict, else what was last.

    A process that is told of and not known to be over is open.
    """
    if any(o.stage in FINAL_STAGES or o.outcome in FINAL_OUTCOMES for o in told):
        return ProceedingStatus.CLOSED
    if told and told[-1].stage in _JUDGED:
        return ProceedingStatus.UNKNOWN
    given = [o for o in reports if o.status is not ProceedingStatus.UNKNOWN]
    if given:
        return given[-1].status
    return ProceedingStatus.OPEN if told else ProceedingStatus.UNKNOWN
