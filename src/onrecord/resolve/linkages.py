"""Linkages: one demand, offer, exchange, condition or threat from many reports.

Reports are of one linkage when they are of one kind, their terms overlap, and somebody
proposes it in both (or one does not say who). Answers are united; a later report that
only adds an answer joins by its terms like any other.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from onrecord.model.linkage import Linkage, Response, Term
from onrecord.resolve.days import meet
from onrecord.resolve.fold import DENIALS, agree_day, as_case, most_said_list, unite
from onrecord.resolve.known import Known
from onrecord.resolve.overlap import group_by_words, share_any
from onrecord.resolve.words import Words, content_words

SAME_WORDS = 0.5
"""Least Dice overlap of the terms of two reports of one linkage."""

TERMS = ("give", "get", "what", "if_", "then")
"""The fields that hold the terms of a linkage."""


def make_linkages(facts: Sequence[Linkage], known: Known) -> list[Linkage]:
    """Return the case's linkages, from read facts in canonical order."""
    groups = group_by_words(
        facts,
        words=term_words,
        least=SAME_WORDS,
        block=lambda one: (one.kind, one.factuality in DENIALS),
        fits=lambda one, group: share_any(
            one.proposed_by, unite(other.proposed_by for other in group)
        ),
    )
    return [_make_linkage(members, known) for members in groups]


def term_words(linkage: Linkage) -> Words:
    """Return the content words of all terms."""
    terms: Iterable[Term | None] = (getattr(linkage, name) for name in TERMS)
    return content_words(" ".join(term.text for term in terms if term))


def _make_linkage(members: Sequence[Linkage], known: Known) -> Linkage:
    """Make the case fact of one linkage; its terms are those of the first report.

    Spans count in one article, so the terms are not mixed over reports; a term that
    the first report lacks is taken from the next one, without its spans.
    """
    made = as_case(
        members,
        known,
        deadline=agree_day(one.deadline for one in reversed(members))[0],
        responses=_unite_responses(o for m in members for o in m.responses),
        **_parties(members),
    )
    missing = {
        name: Term(text=term.text)
        for name in TERMS
        if getattr(made, name) is None
        and (term := next((t for m in members if (t := getattr(m, name))), None))
    }
    return replace(made, **missing) if missing else made


def _parties(members: Sequence[Linkage]) -> dict[str, tuple[str, ...]]:
    """Return who proposes and who is addressed, as most reports say."""
    fields = {}
    for name in ("proposed_by", "addressed_to"):
        fields[name], fields[f"{name}_text"] = most_said_list(members, name)
    return fields


def _unite_responses(responses: Iterable[Response]) -> tuple[Response, ...]:
    """Unite reports of one answer: same actor, same stance, days that can be one."""
    united: list[Response] = []
    for one in responses:
        place = next((p for p, had in enumerate(united) if _is_same(one, had)), None)
        if place is None:
            united.append(one)
        else:
            united[place] = _unite(united[place], one)
    return tuple(united)


def _is_same(one: Response, other: Response) -> bool:
    """Whether two reports can be of one answer."""
    if one.stance is not other.stance or not meet(one.when, other.when):
        return False
    if one.actor is None and other.actor is None:
        return one.actor_text == other.actor_text
    return one.actor == other.actor


def _unite(one: Response, other: Response) -> Response:
    """Make one answer of two reports of it."""
    return replace(
        one,
        when=agree_day((one.when, other.when))[0],
        statement=one.statement or other.statement,
        evidence=unite((one.evidence, other.evidence)),
    )
