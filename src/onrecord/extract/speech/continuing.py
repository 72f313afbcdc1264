"""Who goes on speaking: "he said" behind the words of a paragraph's only speaker.

Inside a paragraph, words with "he said" behind them are mostly the next words of who
spoke before, even where somebody else is named between. And nobody names himself in his
own words: in "Ilic is ill, he said" another speaks, the last one who did.
"""

from onrecord.extract.context import Context, Who
from onrecord.extract.speech.quoted import Draft
from onrecord.model.document import Gender
from onrecord.text.spans import SpanIndex

_GENDERS = {"he": Gender.MALE, "she": Gender.FEMALE}


def keep_speaking(context: Context, drafts: list[Draft]) -> None:
    """Give words with "he said" behind them to the only one who spoke before.

    Only in one paragraph, only where the pronoun was taken for somebody who had not
    spoken in it, and never inside what somebody else says.
    """
    said = SpanIndex((c, n) for n, d in enumerate(drafts) for c in d.contents)
    spoke: dict[int, list[Who]] = {}
    last: tuple[int, Who] | None = None
    for n, draft in enumerate(drafts):
        cue = draft.cue
        if cue is None or draft.row.get("belief"):
            continue
        if any(other != n for _, other in said.holding(cue)):
            continue
        paragraph = context.paragraph(cue.start)
        before = spoke.setdefault(paragraph, [])
        near = last[1] if last is not None and paragraph - last[0] <= 1 else None
        who = _only(context, draft, before) or _other(context, draft, near)
        if who is not None:
            draft.speakers = [draft.speakers[0]._replace(actor=who.actor)]
        before += draft.speakers
        if draft.speakers:
            last = (paragraph, draft.speakers[0])


def _only(context: Context, draft: Draft, before: list[Who]) -> Who | None:
    """Return the one earlier speaker that a pronoun behind its words can mean."""
    who, cue = draft.speakers[0], draft.cue
    gender = _GENDERS.get(who.text.lower())
    if gender is None or cue is None or not draft.contents:
        return None
    if max(c.end for c in draft.contents) > min(cue.start, who.span.start):
        return None
    known = {w.actor: w for w in before if w.actor is not None}
    if len(known) != 1 or who.actor in known:
        return None
    (one,) = known.values()
    return one if _agrees(context, one, gender) else None


def _other(context: Context, draft: Draft, last: Who | None) -> Who | None:
    """Return the last speaker where a pronoun was taken for one whom its words name."""
    who = draft.speakers[0]
    gender = _GENDERS.get(who.text.lower())
    if gender is None or last is None or last.actor in (None, who.actor):
        return None
    named = any(
        phrase.actor == who.actor
        and phrase.name is not None
        and any(content.holds(phrase.span) for content in draft.contents)
        for phrase in context.document.phrases
    )
    return last if named and _agrees(context, last, gender) else None


def _agrees(context: Context, who: Who, gender: Gender) -> bool:
    """Whether nothing says that somebody is of the other gender, or no person."""
    told = {p.gender for p in context.document.phrases if p.actor == who.actor}
    return told <= {gender, Gender.UNKNOWN}
