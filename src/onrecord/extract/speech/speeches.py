"""What statements of one article tell about each other: one speech, one day."""

from msgspec.structs import replace

from onrecord.extract.context import Context
from onrecord.model.statement import Act, Statement

_FIRST_PERSON = frozenset(["i", "we"])


def fold_first_person(statements: list[Statement]) -> list[Statement]:
    """Drop "we are asking ..." inside a quotation: it is the quotation's own act.

    The outer statement takes the act over where its own cue only says that it was said.
    """
    by_id = {s.id: s for s in statements}
    acts: dict[str, Act] = {}
    kept = []
    for statement in statements:
        outer = by_id.get(statement.within or "")
        words = (statement.speaker_text or "").lower()
        if outer is not None and words in _FIRST_PERSON:
            if outer.act is Act.ASSERT and not statement.belief:
                acts.setdefault(outer.id, statement.act)
            continue
        if outer is not None and outer.act is Act.DENY and _is_denied(statement, outer):
            continue
        kept.append(statement)
    return [replace(s, act=acts[s.id]) if s.id in acts else s for s in kept]


def _is_denied(statement: Statement, outer: Statement) -> bool:
    """Whether a statement is itself what is denied: "denied that he asked for a swap".

    It is, where its speaker and cue open the words denied.
    """
    first = outer.content_spans[0]
    spans = [*statement.source_spans, *statement.cue_spans]
    return any(s.start == first.start for s in spans)


def carry_days(context: Context, statements: list[Statement]) -> list[Statement]:
    """Give a speaker's words the day of what he said right before or after them.

    Only inside one paragraph or from one to the next, only where all of the speaker's
    dated words there have one day; the basis then says `discourse`.
    """
    place = {s.id: context.paragraph(s.content_spans[0].start) for s in statements}
    said: dict[tuple[str | None, int], set[tuple[str, str | None]]] = {}
    for one in statements:
        if one.said_on is not None:
            days = said.setdefault((one.speaker, place[one.id]), set())
            days.add((one.said_on, one.when_text))
    done = []
    for statement in statements:
        if statement.said_on is not None or statement.speaker is None:
            done.append(statement)
            continue
        here = place[statement.id]
        near = {
            day
            for paragraph in (here - 1, here, here + 1)
            for day in said.get((statement.speaker, paragraph), ())
        }
        if len({day for day, _ in near}) != 1:
            done.append(statement)
            continue
        day, words = min(near, key=str)
        done.append(
            replace(statement, said_on=day, when_text=words, when_basis="discourse")
        )
    return done
