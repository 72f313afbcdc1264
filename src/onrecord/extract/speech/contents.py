"""The words of a statement: which span of the text is what was said."""

from onrecord.extract.context import Context
from onrecord.model.clause import Argument, Clause, Role, Voice
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Row
from onrecord.model.statement import Mode

_PREPOSITIONS = {"f": "for", "o": "of", "a": "as", "g": "against", "b": "about"}
# "she said" between commas is short; what is longer is a sentence of its own.
_ASIDE = 60
_CONJUNCTIONS = ("that ", "whether ", "if ")


def clause_contents(context: Context, clause: Clause, row: Row) -> list[Span]:
    """Return what a cue's clause gives as the words said, by the cue's frames.

    A complement clause comes before a noun phrase; none is fine, for a quotation may
    still be found beside the cue.
    """
    frames = row.get("frames", "c")
    told = context.phrase(clause.first(Role.PATIENT))
    if row.get("addressee") and told is not None and not told.animate:
        frames = frames.replace("t", "")  # "ordered a hearing to open" tells nobody
    complements = [a for a in clause.all(Role.COMPLEMENT) if _allowed(a, frames)]
    if complements:
        best = max(complements, key=lambda a: a.span.end - a.span.start)
        if best.marker in _PREPOSITIONS.values():
            return [_reach(context, clause, best)]
        return [_complement_span(context, clause, best)]
    if "x" in frames:
        return _named_as(context, clause)
    for letter in frames:
        marker = _PREPOSITIONS.get(letter)
        if marker is not None:
            found = clause.marked(marker)
            if found:
                return [_reach(context, clause, found[-1])]
    if "p" in frames:
        objects = [a for a in clause.all(Role.OBLIQUE, Role.PLACE) if a.marker]
        return [_reach(context, clause, a) for a in objects[:1]]
    if "n" in frames and clause.voice is Voice.ACTIVE:
        after = clause.predicate.end
        patients = [
            a
            for a in clause.all(Role.PATIENT)
            if a.clause is None and a.span.start >= after
        ]
        if patients:
            last = [*patients, *(clause.marked("as") if "a" in frames else ())][-1]
            end = _reach(context, clause, last).end
            return [context.inner(Span(patients[0].span.start, end))]
    return []


def around_cue(context: Context, clause: Clause, speaker: Span, row: Row) -> list[Span]:
    """Return the words around a cue between commas: "Giving in, she said, would"."""
    if "c" not in row.get("frames", ""):
        return []
    sentence = context.sentence(clause)
    start = min(speaker.start, clause.predicate.start)
    end = max(speaker.end, clause.predicate.end)
    for time in clause.all(Role.TIME):  # "she said on Monday"
        if 0 <= time.span.start - end <= len(" on "):
            end = time.span.end
    before = context.text[sentence.start : start].rstrip()
    after = context.text[end : sentence.end].lstrip()
    if end - start > _ASIDE or not before.endswith(",") or not after.startswith(","):
        return []
    return [
        context.inner(Span(sentence.start, start)),
        context.inner(Span(end, sentence.end)),
    ]


def _allowed(argument: Argument, frames: str) -> bool:
    """Whether a complement is of a form that the cue's frames allow."""
    if argument.marker == "to":
        return "t" in frames
    if argument.marker in ("of", "for", "about", "against", "as"):
        return any(_PREPOSITIONS.get(f) == argument.marker for f in frames)
    return "c" in frames


def _complement_span(context: Context, clause: Clause, best: Argument) -> Span:
    """Return the span of a complement, without "that" and without the cue itself."""
    start, end = best.span.start, best.span.end
    if start <= clause.predicate.start < end:  # the parse put the cue inside
        before, after = clause.predicate.start - start, end - clause.predicate.end
        for speaker in clause.all(Role.AGENT):  # "that Orvenia says is baseless"
            if start <= speaker.span.start < clause.predicate.start:
                before = speaker.span.start - start
        if before > after:
            end = clause.predicate.start
        else:
            start = clause.predicate.end
    words = context.text[start:end]
    for conjunction in _CONJUNCTIONS:
        if words.lower().startswith(conjunction) and conjunction == "that ":
            start += len(conjunction)
    return context.inner(Span(start, end)) if end > start else best.head


def _named_as(context: Context, clause: Clause) -> list[Span]:
    """Return what somebody calls a thing: the thing and its name together."""
    attributes = clause.all(Role.ATTRIBUTE)
    calls_for = clause.marked("for")
    if calls_for:
        return [_reach(context, clause, calls_for[-1])]
    if not attributes:
        return []
    start = clause.predicate.end
    if attributes[0].span.start < start:
        return [context.inner(attributes[0].span)]
    return [context.inner(Span(start, attributes[-1].span.end))]


def _reach(context: Context, clause: Clause, argument: Argument) -> Span:
    """Return an argument with all that belongs to it.

    It goes on to the end of the clause, or to where the verb's next argument or a
    clause that hangs on the verb begins.
    """
    end = max(argument.span.end, clause.extent.end)
    for other in clause.arguments:
        if other.span.start > argument.span.end:
            end = min(end, _marker_start(context, argument.span.end, other))
    for child in context.children(clause):
        loose = child.link.value in ("adverbial", "purpose", "coordinate")
        if loose and argument.span.end < child.extent.start < end:
            end = child.extent.start
    return context.inner(Span(argument.span.start, max(end, argument.span.end)))


def _marker_start(context: Context, after: int, argument: Argument) -> int:
    """Return where an argument begins, its preposition counted in."""
    first = (argument.marker or "").split(" ")[0]
    if not first:
        return argument.span.start
    between = context.text[after : argument.span.start]
    found = between.lower().rfind(first)
    return after + found if found >= 0 else argument.span.start


def choose_mode(context: Context, contents: list[Span], cue: Span | None) -> Mode:
    """Return whether the words stand in quotation marks wholly, partly or not.

    A quotation that holds the cue too is somebody else's and says nothing of the mode;
    a few quoted words inside the reporter's sentence are mixed, not direct.
    """
    whole = part = 0
    for content in contents:
        inside = [
            q
            for q in context.lookup.quotes_over(content)
            if not (cue and q.span.holds(cue))
        ]
        if any(q.span.holds(content) for q in inside):
            whole += 1
        elif inside:
            part += 1
    if whole == len(contents) and not context.text[contents[0].start].islower():
        return Mode.DIRECT
    return Mode.MIXED if whole or part else Mode.INDIRECT


def _with_partners(context: Context, span: Span) -> Span:
    """Return a span with the mark at its edge whose partner stands inside it."""
    partners = context.lookup.partners
    start, end = span.start, span.end
    if start <= partners.get(end, -1) < end:
        end += 1
    if start < partners.get(start - 1, -1) < end:
        start -= 1
    return Span(start, end)


def join_spans(context: Context, spans: list[Span], cue: Span | None) -> list[Span]:
    """Return spans in order, trimmed, none inside another, none over the cue."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        inner = _with_partners(context, context.inner(span))
        if cue is not None and inner.overlaps(cue):
            continue
        if kept and kept[-1].holds(inner):
            continue
        if kept and kept[-1].overlaps(inner):
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, inner.end))
            continue
        kept.append(inner)
    return kept
