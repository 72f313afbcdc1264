"""Statements: who said what, to whom, where and when.

A statement begins from a cue in a clause ("said", "denied", "according to") or from a
quotation without one, which goes to the speaker in play. Its words are the clause, the
quotation or the noun phrase that the cue's frame allows.
"""

from itertools import islice

from msgspec.structs import replace

from onrecord.extract.context import Context, Who
from onrecord.extract.speech.acts import choose_act, denied_words
from onrecord.extract.speech.addressees import find_addressee
from onrecord.extract.speech.captions import captioned_quotes, transcript_turns
from onrecord.extract.speech.channels import find_channel
from onrecord.extract.speech.contents import (
    around_cue,
    choose_mode,
    clause_contents,
    join_spans,
)
from onrecord.extract.speech.continuing import keep_speaking
from onrecord.extract.speech.days import carry_days, said_on
from onrecord.extract.speech.quoted import REACH, Draft, attach_quotes, uncued_quotes
from onrecord.extract.speech.speakers import Speakers
from onrecord.extract.speech.speeches import (
    carry_denial,
    carry_occasion,
    fold_first_person,
)
from onrecord.model.clause import (
    Clause,
    Link,
    PredicateKind,
    Role,
    Tense,
)
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Row, Table
from onrecord.model.statement import Statement
from onrecord.text.spans import SpanIndex

METHOD = "statements/1"
# No sentence has as many cues; it bounds the work on a text that is one sentence.
_NEAR = 100
_BRINGS_IN = frozenset(["make", "issue", "repeat", "renew", "give", "send"])


def find_statements(context: Context) -> list[Statement]:
    """Return an article's statements in text order of their anchors.

    Args:
        context: Its document; `context.statements` need not be filled.
    """
    speakers = Speakers(context)
    drafts = _drafts_from_cues(context, speakers)
    _cut_coordinated(drafts)
    attach_quotes(context, drafts)
    keep_speaking(context, drafts)
    drafts += captioned_quotes(context, drafts)
    drafts += transcript_turns(context, drafts)
    drafts += uncued_quotes(context, drafts)
    made: list[Statement] = []
    for draft in drafts:
        made += _finish(context, draft, speakers)
    # One "according to" can stand in two clauses: one anchor is one statement.
    made = list({s.id: s for s in reversed(made)}.values())
    made.sort(key=lambda s: (s.content_spans[0].start, s.id))
    made = carry_denial(fold_first_person(_nest(made)))
    made = carry_occasion(context, made)
    return carry_days(context, made)


def _drafts_from_cues(context: Context, speakers: Speakers) -> list[Draft]:
    """Return a draft for each clause whose predicate is a cue with a speaker."""
    cues = context.lexicons["cues"]
    drafts = []
    for clause in context.document.clauses:
        drafts += _according_to(context, speakers, clause)
        row = _cue_row(cues, clause)
        if row is None or _is_unsaid(context, clause):
            continue
        if clause.kind is PredicateKind.NOUN:
            drafts += _from_noun(context, speakers, clause, row)
            continue
        who = _adding(clause, drafts) or speakers.of_clause(clause)
        who = who or _borrowed(clause, drafts)
        if not who:
            continue
        contents = clause_contents(context, clause, row)
        contents = contents or around_cue(context, clause, who[0].span, row)
        drafts.append(Draft(clause, clause.predicate, row, who, contents, clause.sent))
    return drafts


def _is_unsaid(context: Context, clause: Clause) -> bool:
    """Whether a cue is only refused or planned: "refused to say", "agreed to tell"."""
    colour = context.lexicons["colours"].get(clause.raised or "")
    return colour is not None and colour["factuality"] != "asserted"


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
    for draft in islice(reversed(drafts), _NEAR):
        if draft.sentence < clause.sent:
            break
        if any(c.holds(clause.predicate) for c in draft.contents):
            return draft.speakers
    return []


def _adding(clause: Clause, drafts: list[Draft]) -> list[Who]:
    """Return the speaker that "adding that" inside somebody's words goes on from."""
    if not _is_adding(clause):
        return []
    for draft in islice(reversed(drafts), _NEAR):
        if draft.sentence < clause.sent:
            break
        if any(c.holds(clause.predicate) for c in draft.contents):
            return draft.speakers
    return []


def _is_adding(clause: Clause) -> bool:
    """Whether a clause is "adding that", which always goes on from other words."""
    loose = clause.link is Link.ADVERBIAL and clause.tense is Tense.NONE
    return clause.lemma == "add" and loose


def _cut_coordinated(drafts: list[Draft]) -> None:
    """End the words said where the same speaker's next cue begins."""
    together: dict[int, list[Draft]] = {}
    for draft in drafts:
        together.setdefault(draft.sentence, []).append(draft)
    for draft in drafts:
        cue = draft.cue
        if cue is None or draft.clause is None:
            continue
        if draft.clause.link is not Link.COORDINATE and not _is_adding(draft.clause):
            continue
        for other in together[draft.sentence][:_NEAR]:
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


def _finish(context: Context, draft: Draft, speakers: Speakers) -> list[Statement]:
    """Return the statement of a draft for each of its speakers."""
    contents = join_spans(context, draft.contents, draft.cue)
    if not contents:
        return []
    anchor = draft.cue or contents[0]
    clause = draft.clause
    act = choose_act(context, draft.row, clause, contents)
    addressee = find_addressee(context, clause, draft.row, act)
    channel, channel_text = find_channel(context, clause, draft.speakers[0], addressee)
    when = said_on(context, clause)
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
                place=_place(context, clause, addressee),
                said_on=when.edtf,
                when_text=when.text,
                when_basis=when.basis,
                belief=draft.row.get("belief") == "yes",
            )
        )
    return made


def _evidence(contents: list[Span], cue: Span | None, who: Who) -> list[Span]:
    """Return what to quote: cue and words together where short, else each."""
    pieces = [*contents, *([cue] if cue else [])]
    if cue is not None and abs(who.span.start - cue.start) < REACH:
        pieces.append(who.span)
    low, high = min(p.start for p in pieces), max(p.end for p in pieces)
    return [Span(low, high)] if high - low <= 600 else pieces


def _place(context: Context, clause: Clause | None, addressee: list[Who]) -> str | None:
    """Return where it was said: the cue clause's place, unless that is spoken to."""
    if clause is None:
        return None
    told = {who.span for who in addressee}
    places = (p.span for p in clause.all(Role.PLACE) if p.span not in told)
    return next((context.words(place) for place in places), None)


def _nest(made: list[Statement]) -> list[Statement]:
    """Fill `within`: the smallest other statement that holds a statement's cue."""
    contents = SpanIndex((c, s.id) for s in made for c in s.content_spans)
    done = []
    for statement in made:
        anchor = (statement.cue_spans or statement.content_spans)[0]
        holding = [
            (span.end - span.start, other)
            for span, other in contents.holding(anchor)
            if other != statement.id
        ]
        within = min(holding, key=lambda h: h[0])[1] if holding else None
        done.append(replace(statement, within=within) if within else statement)
    return done
