"""Claims: one proposition with everybody who asserts it and everybody who denies it.

Reports are of one claim when their content words overlap and nobody changes sides. A
claim is contested when it has both sides; which one is right is never said.
"""

from collections.abc import Iterable, Sequence

from onrecord.model.claim import Claim, Position
from onrecord.resolve.fold import as_case
from onrecord.resolve.known import Known
from onrecord.resolve.overlap import group_by_words
from onrecord.resolve.words import content_words

SAME_WORDS = 0.6
"""Least Dice overlap of two reports of one claim."""


def make_claims(facts: Sequence[Claim], known: Known) -> list[Claim]:
    """Return the case's claims, from read facts in canonical order."""
    groups = group_by_words(
        facts,
        words=lambda one: content_words(one.text),
        least=SAME_WORDS,
        block=lambda _: None,
        fits=_nobody_changes_sides,
    )
    return [_make_claim(members, known) for members in groups]


def _nobody_changes_sides(claim: Claim, group: Sequence[Claim]) -> bool:
    """Whether nobody asserts in one report what they deny in another."""
    asserts, denies = _parties(claim)
    for other in group:
        others_assert, others_deny = _parties(other)
        if asserts & others_deny or denies & others_assert:
            return False
    return True


def _parties(claim: Claim) -> tuple[set[str], set[str]]:
    """Return who asserts and who denies a claim."""
    return {o.actor for o in claim.asserted_by}, {o.actor for o in claim.denied_by}


def _make_claim(members: Sequence[Claim], known: Known) -> Claim:
    """Make the case fact of one claim."""
    asserted = _unite_positions(one for m in members for one in m.asserted_by)
    denied = _unite_positions(one for m in members for one in m.denied_by)
    return as_case(
        members,
        known,
        asserted_by=asserted,
        denied_by=denied,
        contested=bool(asserted and denied),
    )


def _unite_positions(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Return who takes a side, each once, with the first statement that says so."""
    found: dict[str, Position] = {}
    for one in positions:
        had = found.get(one.actor)
        if had is None or (had.statement is None and one.statement is not None):
            found[one.actor] = one
    return tuple(found.values())
