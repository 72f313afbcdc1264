"""What is contested: who asserts and who denies it, side by side. Never a verdict."""

from collections.abc import Iterator

from msgspec.structs import replace

from onrecord.model.claim import Claim, Position
from onrecord.model.view import CaseView
from onrecord.report.days import say_day
from onrecord.report.lines import ClaimLine, Detail
from onrecord.report.sections.desk import Desk, first_reported, told_by
from onrecord.report.sentences import said_words
from onrecord.report.words import join_names, quoted


def claim_lines(view: CaseView, desk: Desk) -> tuple[ClaimLine, ...]:
    """Return the contested claims, those of most voices first."""
    contested = (claim for claim in view.claims if claim.contested)
    kept = desk.keep("claims", contested, _rank)
    return tuple(_line(claim, desk) for claim in kept)


def _rank(claim: Claim) -> tuple[int, int]:
    """Rank by sources, then by how many speak to it."""
    return told_by(claim), len(claim.asserted_by) + len(claim.denied_by)


def _line(claim: Claim, desk: Desk) -> ClaimLine:
    """Make the line of one claim with both its sides."""
    asserted = tuple(dict.fromkeys(map(desk.look.position, claim.asserted_by)))
    denied = tuple(dict.fromkeys(map(desk.look.position, claim.denied_by)))
    both = tuple(name for name in asserted if name in denied)
    turned = f" — {join_names(both)} on both sides" if both else ""
    return ClaimLine(
        words=f"{quoted(claim.text)}{turned}{first_reported(claim)}",
        **desk.basics(claim),
        text=claim.text,
        asserted_by_names=asserted,
        denied_by_names=denied,
        both_sides=both,
        details=(
            *_side("Asserted by", claim.asserted_by, claim, desk),
            *_side("Denied by", claim.denied_by, claim, desk),
        ),
    )


def _side(
    head: str, positions: tuple[Position, ...], claim: Claim, desk: Desk
) -> Iterator[Detail]:
    """Yield a detail for each party of one side, with its own words."""
    for position in positions:
        statement = desk.look.statement(position.statement)
        when = position.when or (statement.said_on if statement else None)
        day = f", {say_day(when)}" if when else ""
        said = f": {quoted(said_words(statement))}" if statement else ""
        # Without a statement nothing says which article tells it: all are named.
        evidence = statement.evidence if statement else claim.evidence
        words = f"{head} {desk.look.position(position)}{day}{said}"
        detail = desk.detail(words, evidence, position.statement)
        yield replace(detail, side=head.partition(" ")[0].lower())
