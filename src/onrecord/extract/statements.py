"""Statements: who said what, to whom, where and when.

A statement begins from a cue in a clause ("said", "denied", "according to") or from a
quotation without one, which goes to the speaker in play. Its words are the clause, the
quotation or the noun phrase that the cue's frame allows.
"""

from dataclasses import dataclass, field

from msgspec.structs import replace

from onrecord.extract.acts import choose_act, denied_words
from onrecord.extract.channels import find_channel
from onrecord.extract.contents import (
    around_cue,
    choose_mode,
    clause_contents,
    join_spans,
)
from onrecord.extract.context import Context, When, Who
from onrecord.extract.speakers import Speakers
from onrecord.extract.speeches import carry_days, fold_first_person
from onrecord.model.clause import (
    Argument,
    Clause,
    Link,
    PredicateKind,
    Role,
    Tense,
    Voice,
)
from onrecord.model.document import Quote
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Row, Table
from onrecord.model.statement import Statement

METHOD = "statements/1"
_BRINGS_IN = frozenset(["make", "issue", "repeat", "renew", "give", "send"])
# A cue further than this from its quotation belongs to something else.
_REACH = 120


@dataclass(slots=True)
class Draft:
    """A statement in the making: its cue's clause, speakers and words."""

    clause: Clause | None
    cue: Span | None
    row: Row
    speakers: list[Who]
    contents: list[Span] = field(default_factory=list)
    sentence: int = 0


def find_statements(context: Context) -> list[Statement]:
    """Return an article's statements in text order of their anchors.

    Args:
        context: Its document; `context.statements` need not be filled.
    """
    speakers = Speakers(context)
    drafts = _drafts_from_cues(context, speakers)
    _cut_coordinated(drafts)
    _attach_quotes(context, drafts)
    drafts += _uncued_quotes(context, drafts)
    made: list[Statement] = []
    for draft in drafts:
        made += _finish(context, draft, speakers)
    # One "according to" can stand in two clauses: one anchor is one statement.
    made = list({s.id: s for s in reversed(made)}.values())
    made.sort(key=lambda s: (s.content_spans[0].start, s.id))
    return carry_days(context, fold_first_person(_nest(made)))


def _drafts_from_cues(context: Context, speakers: Speakers) -> list[Draft]:
    """Return a draft for each clause whose predicate is a cue with a speaker."""
    cues = context.lexicons["cues"]
    drafts = []
    for clause in context.document.clauses:
        drafts += _according_to(context, speakers, clause)
        row = _cue_row(cues, clause)
        if row is None:
            continue
        if clause.kind is PredicateKind.NOUN:
            drafts += _from_noun(context, speakers, clause, row)
            continue
        who = speakers.of_clause(clause) or _borrowed(clause, drafts)
        if not who:
            continue
        contents = clause_contents(context, clause, row)
        contents = contents or around_cue(context, clause, who[0].span, row)
        drafts.append(Draft(clause, clause.predicate, row, who, contents, clause.sent))
    return drafts


def _from_noun(
    context: Context, speakers: Speakers, clause: Clause, row: Row
) -> list[Draft]:
    """Return a draft for "its demand that the case be dropped".

    Who says it owns the noun or, where nobody does, is the subject of the verb that
    only brings the noun in ("made a promise that ...").
    """
    told = [a for a in clause.all(Role.COMPLEMENT) if a.marker == "that"]
    if not told or row.get("belief"):
        return []
    who = speakers.of_clause(clause)
    parent = context.parent(clause)
    if not who and parent is not None and parent.lemma in _BRINGS_IN:
        who = speakers.of_clause(parent)
    if not who:
        return []
    contents = clause_contents(context, clause, {**row, "frames": "c"})
    return [Draft(clause, clause.predicate, row, who, contents, clause.sent)]


def _cue_row(cues: Table, clause: Clause) -> Row | None:
    """Return the entry of a cue, by its verb with a preposition first: "call on"."""
    for argument in clause.arguments:
        if argument.marker is not None:
            row = cues.get(f"{clause.lemma} {argument.marker}")
            if row is not None:
                return row
    return cues.get(clause.lemma)


def _borrowed(clause: Clause, drafts: list[Draft]) -> list[Who]:
    """Return the speaker of the cue that this cue goes on from.

    In "said the offer was kind and denied that ..." a parser hangs the second verb on
    the words said; a thing ("the offer") cannot deny, so it is the speaker who does.
    """
    if clause.link is not Link.COORDINATE or clause.tense is Tense.NONE:
        return []
    for draft in reversed(drafts):
        if any(c.holds(clause.predicate) for c in draft.contents):
            return draft.speakers
    return []


def _cut_coordinated(drafts: list[Draft]) -> None:
    """End the words said where the same speaker's next cue begins."""
    for draft in drafts:
        cue = draft.cue
        if cue is None or draft.clause is None:
            continue
        if draft.clause.link is not Link.COORDINATE:
            continue
        for other in drafts:
            if other is draft or other.speakers != draft.speakers:
                continue
            other.contents = [_before(c, cue) for c in other.contents]


def _before(content: Span, cue: Span) -> Span:
    """Return a span without a later cue in it and the "and" before that."""
    if not content.holds(cue) or cue.start - content.start < 8:
        return content
    return Span(content.start, cue.start - 1)


def _according_to(context: Context, speakers: Speakers, clause: Clause) -> list[Draft]:
    """Return a draft for "according to X": the rest of the clause is what X says."""
    drafts = []
    for argument in clause.marked("according to"):
        who = speakers.author(argument)
        if who is None:
            continue
        start = context.text.rfind("ccording", 0, argument.span.start) - 1
        if start < clause.extent.start:
            start = max(start, context.sentence(clause).start)
        cue = Span(start, start + len("according to"))
        before = (clause.extent.start, start)
        after = (argument.span.end, clause.extent.end)
        low, high = max(before, after, key=lambda p: p[1] - p[0])
        if high - low < 8:
            continue
        row = {"act": "assert", "strength": "says", "frames": "c"}
        drafts.append(
            Draft(None, cue, row, [who], [context.inner(Span(low, high))], clause.sent)
        )
    return drafts


def _attach_quotes(context: Context, drafts: list[Draft]) -> None:
    """Give each quotation to the cue nearest to it in its sentence or beside it."""
    for quote in context.document.quotes:
        if not quote.speech_like or quote.depth:
            continue
        best = _nearest(context, quote, drafts)
        if best is not None:
            _take(best, quote)


def _nearest(context: Context, quote: Quote, drafts: list[Draft]) -> Draft | None:
    """Return the draft whose cue stands closest to a quotation, if any does."""
    best: tuple[int, Draft] | None = None
    paragraph = context.paragraph(quote.span.start)
    for draft in drafts:
        if draft.cue is None or quote.span.overlaps(draft.cue):
            continue
        if any(c.overlaps(quote.span) for c in draft.contents):
            return draft
        if context.paragraph(draft.cue.start) != paragraph:
            continue
        if draft.contents and draft.row["frames"][0] not in "cx":
            continue
        gap = _gap(context, quote, draft)
        if gap is not None and gap <= _REACH and (best is None or gap < best[0]):
            best = (gap, draft)
    return best[1] if best else None


def _gap(context: Context, quote: Quote, draft: Draft) -> int | None:
    """Return how far a cue stands from a quotation, None across another sentence."""
    cue = draft.cue
    if cue is None:
        return None
    if cue.start >= quote.span.end:
        between = context.text[quote.span.end : cue.start]
        gap = cue.start - quote.span.end
    else:
        between = context.text[cue.end : quote.span.start]
        gap = quote.span.start - cue.end
    # A full stop between them: the quotation is a sentence of its own.
    return None if ". " in between or '"' in between else gap


def _take(draft: Draft, quote: Quote) -> None:
    """Add a quotation to a draft's words, in place of what it overlaps."""
    inner = quote.inner
    for n, content in enumerate(draft.contents):
        if content.overlaps(quote.span):
            low = min(content.start, inner.start)
            high = max(content.end, inner.end)
            if content.start >= quote.span.start:
                low = inner.start
            if content.end <= quote.span.end:
                high = inner.end
            draft.contents[n] = Span(low, high)
            return
    draft.contents.append(inner)
    draft.contents.sort()


def _uncued_quotes(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Return drafts for quotations without a cue: the speaker in play goes on."""
    taken = [c for d in drafts for c in d.contents]
    added: list[Draft] = []
    for quote in context.document.quotes:
        if not quote.speech_like or quote.depth:
            continue
        if any(c.overlaps(quote.span) for c in taken):
            continue
        if not _is_sentence(context, quote):
            continue
        speaker = _in_play(context, quote, [*drafts, *added])
        if speaker is not None:
            row = {"act": "assert", "strength": "says", "frames": "c"}
            added.append(Draft(None, None, row, speaker, [quote.inner]))
    return added


def _is_sentence(context: Context, quote: Quote) -> bool:
    """Whether a quotation stands by itself, as a sentence does."""
    before = context.text[max(0, quote.span.start - 2) : quote.span.start].strip()
    first = context.words(quote.inner).lstrip()[:1]
    return (not before or before[-1] in '.!?"”:') and (
        first.isupper() or not first.isalpha()
    )


def _in_play(context: Context, quote: Quote, drafts: list[Draft]) -> list[Who] | None:
    """Return who is speaking: the last speaker in this or the previous paragraph."""
    paragraph = context.paragraph(quote.span.start)
    last: tuple[int, list[Who]] | None = None
    for draft in drafts:
        if not draft.contents or draft.row.get("belief"):
            continue
        end = max(c.end for c in draft.contents)
        if draft.cue is not None:
            end = max(end, draft.cue.end)
        near = paragraph - context.paragraph(min(end, quote.span.start)) <= 1
        if end <= quote.span.start and near and (last is None or end > last[0]):
            last = (end, draft.speakers)
    return last[1] if last else None


def _finish(context: Context, draft: Draft, speakers: Speakers) -> list[Statement]:
    """Return the statement of a draft for each of its speakers."""
    contents = join_spans(context, draft.contents, draft.cue)
    if not contents:
        return []
    anchor = draft.cue or contents[0]
    clause = draft.clause
    act = choose_act(context, draft.row, clause, contents)
    addressee = _addressee(context, clause, draft.row)
    channel, channel_text = find_channel(context, clause, draft.speakers[0], addressee)
    when = _said_on(context, clause)
    content = " ".join(context.words(c) for c in contents)
    made = []
    for ordinal, who in enumerate(draft.speakers):
        behalf = speakers.on_behalf_of(who)
        made.append(
            Statement(
                id=context.make_id("statement", anchor, ordinal=ordinal),
                evidence=context.evidence(*_evidence(contents, draft.cue, who)),
                method=METHOD,
                speaker=who.actor,
                speaker_text=who.text,
                on_behalf_of=tuple(b.actor for b in behalf if b.actor),
                on_behalf_of_text=tuple(b.text for b in behalf),
                cue=context.words(draft.cue) if draft.cue else None,
                content=content,
                source_spans=(who.span,),
                cue_spans=(draft.cue,) if draft.cue else (),
                content_spans=tuple(contents),
                mode=choose_mode(context, contents, draft.cue),
                act=act,
                strength=draft.row.get("strength"),
                denies=denied_words(context, act, contents),
                addressee=tuple(a.actor for a in addressee if a.actor),
                addressee_text=tuple(a.text for a in addressee),
                channel=channel,
                channel_text=channel_text,
                place=_place(context, clause),
                said_on=when.edtf,
                when_text=when.text,
                when_basis=when.basis,
                belief=draft.row.get("belief") == "yes",
            )
        )
    return made


def _said_on(context: Context, clause: Clause | None) -> When:
    """Return the day of speaking: the cue's, else that of the letter it stands in."""
    if clause is None:
        return When()
    when = context.when(clause)
    if when.edtf is not None:
        return when
    for argument in clause.all(Role.OBLIQUE, Role.PLACE):
        for inner in context.document.clauses:
            describes = inner.link is Link.RELATIVE and inner.sent == clause.sent
            if describes and any(
                a.mention == argument.mention for a in inner.arguments
            ):
                return context.when(inner, follow=False)
    return When()


def _evidence(contents: list[Span], cue: Span | None, who: Who) -> list[Span]:
    """Return what to quote: cue and words together where short, else each."""
    pieces = [*contents, *([cue] if cue else [])]
    if cue is not None and abs(who.span.start - cue.start) < _REACH:
        pieces.append(who.span)
    low, high = min(p.start for p in pieces), max(p.end for p in pieces)
    return [Span(low, high)] if high - low <= 600 else pieces


def _addressee(context: Context, clause: Clause | None, row: Row) -> list[Who]:
    """Return who it was said to."""
    if clause is None:
        return []
    arguments: list[Argument] = [*clause.all(Role.RECIPIENT)]
    if row.get("addressee") == "yes" and clause.voice is Voice.ACTIVE:
        arguments += clause.all(Role.PATIENT)
    if row.get("addressee") == "on":
        arguments += clause.marked("on", "upon")
    arguments += [a for a in clause.marked("to", "with") if a.clause is None]
    return context.all_who(a for a in arguments if _is_animate(context, a))


def _is_animate(context: Context, argument: Argument) -> bool:
    """Whether an argument is somebody who can be spoken to."""
    phrase = context.phrase(argument)
    return phrase is not None and phrase.animate


def _place(context: Context, clause: Clause | None) -> str | None:
    """Return where it was said: the cue clause's own place."""
    if clause is None:
        return None
    place = clause.first(Role.PLACE)
    return context.words(place.span) if place is not None else None


def _nest(made: list[Statement]) -> list[Statement]:
    """Fill `within`: the smallest other statement that holds a statement's cue."""
    done = []
    for statement in made:
        anchor = (statement.cue_spans or statement.content_spans)[0]
        best: tuple[int, str] | None = None
        for other in made:
            if other.id == statement.id:
                continue
            for span in other.content_spans:
                size = span.end - span.start
                if span.holds(anchor) and (best is None or size < best[0]):
                    best = (size, other.id)
        done.append(replace(statement, within=best[1]) if best else statement)
    return done
