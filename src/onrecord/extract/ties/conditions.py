"""Conditions and threats told in clauses: "if ... will", "unless", "as long as".

Only what somebody says, or what the text tells of somebody's conduct: a conditional of
the article's own voice about the world is none.
"""

import re
from collections.abc import Iterator, Mapping

from onrecord.extract.context import Who
from onrecord.extract.ties.demands import Draft
from onrecord.extract.ties.terms import Outline
from onrecord.model.clause import Clause, Link, PredicateKind, Role, Voice
from onrecord.model.evidence import Span
from onrecord.model.linkage import LinkageKind
from onrecord.model.statement import Act, Statement

_MARKERS = frozenset(["if", "unless", "provided", "providing"])
_OPENS = ("as long as", "so long as", "on condition that", "only if", "provided that")
_WAITS = frozenset(["before", "until", "till"])
_WILL = frozenset(["will", "would", "shall", "could", "must", "should"])
_HARM = (Act.THREATEN, Act.WARN)
_OPENING = frozenset(["open", "clear", "pave", "prepare"])
_WAY = re.compile(r"(?:the|a) (?:way|door|road|path) (?:for|to) ")
_WORD = re.compile(r"[^\W\d_]+")


def find_conditions(outline: Outline) -> Iterator[Draft]:
    """Yield a draft for each condition that somebody sets, in text order."""
    voices = {s.id: s for s in outline.context.statements}
    cues = outline.context.lexicons["linkage_cues"]
    for clause in outline.context.document.clauses:
        opened = _opens_way(outline, clause, voices)
        if opened is not None:
            yield opened
            continue
        parent = outline.context.parent(clause)
        if parent is None or clause.kind is not PredicateKind.VERB:
            continue
        if _is_owned(outline, parent, cues):
            continue  # the demand, offer or threat itself carries its condition
        marker = _opener(outline, clause)
        if marker is None:
            continue
        said = voices.get(outline.context.voice(parent.predicate))
        if marker in _WAITS:
            draft = _wait(outline, clause, parent, said)
        else:
            draft = _condition(outline, clause, parent, said, marker)
        if draft is not None:
            yield draft


def _opens_way(
    outline: Outline, clause: Clause, voices: Mapping[str, Statement]
) -> Draft | None:
    """Read "the release of the crew would open the way for talks", when said."""
    if clause.lemma not in _OPENING or clause.negated or not _is_open(clause):
        return None
    said = voices.get(outline.context.voice(clause.predicate))
    deed, way = clause.first(Role.AGENT), clause.first(Role.PATIENT)
    if said is None or said.speaker is None or deed is None or way is None:
        return None
    words = outline.context.text[way.span.start : clause.extent.end]
    found = _WAY.match(words)
    if found is None:
        return None
    start = way.span.start + found.end()
    draft = Draft(LinkageKind.CONDITION, clause, clause.predicate)
    draft.terms = {"if_": deed.span, "then": outline.reach(clause, start)}
    draft.by = _proposers(outline, clause, said)
    return draft


def _is_owned(outline: Outline, parent: Clause, cues: object) -> bool:
    """Whether a cue of `demands` stands above a condition and takes it as its own."""
    here: Clause | None = parent
    for _ in range(2):
        if here is None:
            return False
        if here.raised in cues or here.lemma in cues:  # type: ignore[operator]
            return here.kind is PredicateKind.VERB
        here = outline.context.parent(here) if here.raised is not None else None
    return False


def _opener(outline: Outline, clause: Clause) -> str | None:
    """Return the word or words that make a clause a condition, None for none."""
    if clause.link is Link.CONDITION and clause.marker in _MARKERS:
        return clause.marker
    if clause.link is not Link.ADVERBIAL:
        return None
    if clause.marker in _WAITS:
        return clause.marker
    text = outline.context.text
    around = text[max(0, clause.extent.start - 8) : clause.predicate.start].lower()
    return next((o for o in _OPENS if o in around), None)


def _condition(
    outline: Outline,
    clause: Clause,
    parent: Clause,
    said: Statement | None,
    marker: str,
) -> Draft | None:
    """Return the draft of an "if" that somebody says or a warning carries."""
    act = _act_of(outline, parent, said)
    warned = parent.lemma in ("warn", "caution") and said is None
    if not warned and said is None:
        return None
    open_ = _is_open(parent) or (_is_ultimatum(outline, clause) and parent.modality)
    told = marker in _OPENS or _is_conduct(outline, clause)
    if act not in _HARM and not (open_ and told and clause.arguments):
        return None
    if _is_musing(outline, clause, parent) or _is_forecast(outline, clause, parent):
        return None
    here = _with_opener(outline, clause, marker)
    then = _warned_of(outline, parent) if warned else _rest(outline, parent, here)
    if then is None:
        return None
    harm = act in _HARM or _is_harm(outline, parent, then)
    harm = harm or _is_ultimatum(outline, clause)
    kind = LinkageKind.THREAT if harm else LinkageKind.CONDITION
    draft = Draft(kind, parent, clause.predicate)
    draft.terms = {"if_": outline.tidy(here), "then": then}
    draft.by = _proposers(outline, parent, said)
    draft.to = _addressed(outline, clause, draft.by)
    return draft


def _act_of(outline: Outline, parent: Clause, said: Statement | None) -> Act | None:
    """Return the act of who says a condition, or of the warning that carries it."""
    if said is not None and not said.belief:
        return said.act
    return Act.WARN if parent.lemma in ("warn", "caution") else None


def _is_open(parent: Clause) -> bool:
    """Whether the main clause says what will or would be, not what is."""
    return parent.modality in _WILL or parent.tense.value == "future"


def _is_conduct(outline: Outline, clause: Clause) -> bool:
    """Whether a condition is about what somebody does, not a state of things."""
    if clause.lemma.split(" ")[0] in ("be", "have", "seem", "know", "think", "want"):
        return False
    if clause.voice is Voice.PASSIVE:
        return clause.lemma in outline.context.lexicons["conduct"]
    if _is_ultimatum(outline, clause):
        return True
    agents = outline.agents(clause)
    return bool(agents) and agents[0].text.lower() not in ("you", "someone", "one")


def _is_ultimatum(outline: Outline, clause: Clause) -> bool:
    """Whether it reads "if you do not": said to somebody's face, with what follows."""
    first = clause.first(Role.AGENT)
    said = first is not None and outline.context.words(first.span).lower() == "you"
    parent = outline.context.parent(clause)
    other = parent.first(Role.AGENT, Role.PATIENT) if parent is not None else None
    same = other is not None and outline.context.words(other.span).lower() == "you"
    return said and clause.negated and not same


def _is_musing(outline: Outline, clause: Clause, parent: Clause) -> bool:
    """Whether a conditional only thinks aloud: a question, "as if", "even if", "I"."""
    text = outline.context.text
    before = text[max(0, clause.extent.start - 5) : clause.extent.start].lower()
    if parent.question or clause.modality == "would":
        return True
    if before.endswith(("as ", "even ")):
        return True
    words = outline.context.words(clause.extent).lower()
    return words.startswith(("even if", "as if", "if necessary", "if any"))


def _is_forecast(outline: Outline, clause: Clause, parent: Clause) -> bool:
    """Whether it tells what follows from one's own deed: "if we stop", "if they, they".

    Nobody puts a condition to themselves.
    """
    if clause.voice is Voice.PASSIVE or clause.negated:
        return False
    agents, others = outline.agents(clause), outline.agents(parent)
    if not agents:
        return False
    if agents[0].text.lower() in ("we", "i"):
        return True
    mine = {w.actor for w in agents if w.actor} | {w.text.lower() for w in agents}
    theirs = {w.actor for w in others if w.actor} | {w.text.lower() for w in others}
    return bool(mine & theirs)


def _is_harm(outline: Outline, parent: Clause, then: Span) -> bool:
    """Whether what would follow is a harm by its words, done by somebody."""
    table = outline.context.lexicons["threat_words"]
    if parent.lemma in table or parent.lemma.split(" ")[0] in table:
        return True
    words = outline.context.words(then).lower()
    return any(w in table or w.rstrip("s") in table for w in _WORD.findall(words))


def _warned_of(outline: Outline, parent: Clause) -> Span | None:
    """Return what a warning without a clause is of."""
    found = parent.marked("of", "about")
    return outline.reach(parent, found[0].span.start) if found else None


def _with_opener(outline: Outline, clause: Clause, marker: str) -> Span:
    """Return a condition with all of the words that open it: "as long as"."""
    if marker not in _OPENS:
        return clause.extent
    low = max(0, clause.extent.start - 24)
    before = outline.context.text[low : clause.predicate.start].lower()
    place = before.rfind(marker)
    start = low + place if place >= 0 else clause.extent.start
    return Span(min(start, clause.extent.start), clause.extent.end)


def _rest(outline: Outline, parent: Clause, inner: Span) -> Span | None:
    """Return the main clause without the condition, before or after it."""
    low, high = parent.extent.start, parent.extent.end
    before = (low, max(low, inner.start))
    after = (min(inner.end, high), high)
    start, end = max(before, after, key=lambda p: p[1] - p[0])
    if not start <= parent.predicate.start < end:
        start, end = (
            before if before[0] <= parent.predicate.start < before[1] else after
        )
    if end - start < 4:
        return None
    return outline.reach(parent, start, end)


def _proposers(outline: Outline, parent: Clause, said: Statement | None) -> list[Who]:
    """Return who sets a condition: who says it, else who warns."""
    if said is None:
        return outline.agents(parent)
    span = said.source_spans[0] if said.source_spans else said.content_spans[0]
    return [Who(said.speaker, said.speaker_text or "", span)]


def _addressed(outline: Outline, clause: Clause, by: list[Who]) -> list[Who]:
    """Return who would have to meet a condition, unless it is who sets it."""
    mine = {w.actor for w in by}
    acts = clause.voice is Voice.ACTIVE and clause.lemma != "be"
    found = outline.agents(clause) if acts else []
    return [w for w in found if w.actor is not None and w.actor not in mine]


def _wait(
    outline: Outline, clause: Clause, parent: Clause, said: Statement | None
) -> Draft | None:
    """Return the draft of "X must be lifted before", "will not talk until X"."""
    if said is None or said.belief:
        return None
    here = outline.tidy(clause.extent)
    rest = _rest(outline, parent, clause.extent)
    if rest is None or clause.marker is None:
        return None
    must = parent.modality == "must" or parent.raised == "have"
    opens = clause.modality in ("will", "would", "can", "could")
    if must and opens and not parent.negated and clause.marker == "before":
        terms = {"if_": rest, "then": here}
    elif parent.negated and parent.modality in ("will", "would"):
        terms = {"if_": here, "then": rest}
    else:
        return None
    draft = Draft(LinkageKind.CONDITION, parent, clause.predicate, terms)
    draft.by = _proposers(outline, parent, said)
    return draft
