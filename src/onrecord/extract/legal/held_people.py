"""People named by their being held: "72 hostages", "comrades in Peruvian jails"."""

import re
from collections.abc import Iterator

from onrecord.extract.context import Context
from onrecord.extract.legal.holding import Holding, names_prison, state_of
from onrecord.extract.legal.persons import person_of_phrase
from onrecord.model.document import Phrase

_FORMER = re.compile(r"\b(?:former|ex)[- ]\s*(?:\w+ )?$", re.IGNORECASE)
# Two or an unknown plural: the text does not say how many, so it may be any.
_COUNTED = 3


def holdings_of_phrases(context: Context) -> Iterator[Holding]:
    """Give a holding for each phrase that names people by their being held."""
    nouns = context.lexicons["custody_nouns"]
    for index, phrase in enumerate(context.document.phrases):
        row = nouns.get(phrase.head_lemma)
        is_held = row is not None and row["use"] == "held" and phrase.number > 1
        is_staff = row is not None and row["use"] == "staff"
        prison = None if is_staff else _prison_after(context, phrase)
        if prison is None and not is_held:
            continue
        person = person_of_phrase(context, index, surely=True)
        before = context.text[max(0, phrase.head.start - 24) : phrase.head.start]
        if person is None or _FORMER.search(before):
            continue
        last = len(context.document.sents) - 1
        yield Holding(
            person=person,
            trigger=phrase.head,
            sent=phrase.sent,
            span=context.document.sents[min(phrase.sent, last)],
            effect="hold",
            kind=row["kind"] if row is not None and is_held else "prison",
            place=prison.span if prison is not None else None,
            holders=state_of(context, prison or phrase) if is_held or prison else (),
            is_weak=prison is None and phrase.number < _COUNTED,
        )


def _prison_after(context: Context, phrase: Phrase) -> Phrase | None:
    """Return the place of custody that stands right after a phrase for people."""
    after = context.text[phrase.span.end : phrase.span.end + 4]
    if after not in (" in ", " at ") or not (
        phrase.animate or phrase.number >= _COUNTED
    ):
        return None
    start = phrase.span.end + 4
    for other in context.document.phrases:
        if other.span.start == start:
            words = context.words(other.span)
            return other if names_prison(words) and " " in words else None
        if other.span.start > start:
            return None
    return None
