"""What statements of one article tell about each other: one speech, one occasion."""

from msgspec.structs import replace

from onrecord.extract.context import Context
from onrecord.model.statement import Act, Statement

_CLIENT = ("client", "clients")
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


def carry_denial(statements: list[Statement]) -> list[Statement]:
    """Let a speaker deny what he says that those he speaks for deny.

    "His lawyer said his client denied the charge" denies the charge.
    """
    inner: dict[str | None, Statement] = {
        s.within: s for s in statements if s.act is Act.DENY and s.within is not None
    }
    done = []
    for statement in statements:
        denial = inner.get(statement.id)
        own = denial is not None and (
            denial.speaker in statement.on_behalf_of
            or (denial.speaker_text or "").lower().endswith(_CLIENT)
        )
        if denial is not None and own and statement.denies is None:
            statement = replace(statement, denies=denial.denies)
        done.append(statement)
    return done


def carry_occasion(context: Context, statements: list[Statement]) -> list[Statement]:
    """Give a quotation without a cue the channel and hearers of the words before it.

    Only where the same speaker goes on in the same paragraph or the next.
    """
    done: list[Statement] = []
    for statement in statements:
        before = next((s for s in reversed(done) if s.within is None), None)
        if before is not None and _goes_on(context, statement, before):
            statement = replace(
                statement,
                addressee=statement.addressee or before.addressee,
                addressee_text=statement.addressee_text or before.addressee_text,
                channel=statement.channel or before.channel,
                channel_text=statement.channel_text or before.channel_text,
                place=statement.place or before.place,
            )
        done.append(statement)
    return done


def _goes_on(context: Context, statement: Statement, before: Statement) -> bool:
    """Whether a quotation without a cue goes on with what its speaker said before."""
    if statement.cue_spans or statement.speaker is None:
        return False
    here = context.paragraph(statement.content_spans[0].start)
    there = context.paragraph(before.content_spans[-1].end - 1)
    return statement.speaker == before.speaker and 0 <= here - there <= 1
