"""Linkages: one demand, offer, exchange, condition or threat from many reports.

Reports are of one linkage when they are of one kind, their terms overlap, and one side
proposes it in both (or one does not say who): the same actor, or two who count for the
same state. The same terms put to the same addressee are one as well, unless they come
from two states. Answers are united; a later report that only adds an answer joins by
its terms like any other.
"""

import re
from collections.abc import Hashable, Iterable, Sequence

from msgspec.structs import replace

from onrecord.model.linkage import Linkage, Response, Term
from onrecord.resolve.days import meet
from onrecord.resolve.fold import DENIALS, agree_day, as_case, most_said_list, unite
from onrecord.resolve.known import Known
from onrecord.resolve.overlap import group_by_words, share_any
from onrecord.resolve.states import States
from onrecord.resolve.words import Words, content_words

SAME_WORDS = 0.5
"""Least Dice overlap of the terms of two reports of one linkage."""

TERMS = ("give", "get", "what", "if_", "then")
"""The fields that hold the terms of a linkage."""


_RAW = re.compile(r"[^\W_]+")
_FREE = "free freed freeing freedom release released releasing liberate liberated"
_FREEING = frozenset(_FREE.split())
_SEND = "send sent let allow allowed return returned bring go"
_SENDING = frozenset(_SEND.split())
_END = """
    end ended ending drop dropped dropping stop stopped halt halted withdraw withdrawn
    discontinue discontinued terminate terminated abandon abandoned scrap
"""
_ENDING = frozenset(_END.split())
_CASES = frozenset(["case", "cases", "proceedings", "proceeding", "prosecution"])
# How urgently or fully something is asked says nothing of what is asked.
_DEGREES = frozenset(["immediate", "immediately", "unconditional", "unconditionally"])


def make_linkages(
    facts: Sequence[Linkage], known: Known, states: States
) -> list[Linkage]:
    """Return the case's linkages, from read facts in canonical order."""
    groups = group_by_words(
        facts,
        words=term_words,
        least=SAME_WORDS,
        block=_block,
        fits=lambda one, group: _fits(one, group, states),
    )
    joined = _join_addressed(groups, states)
    return [_make_linkage(members, known, states) for members in joined]


def term_words(linkage: Linkage) -> Words:
    """Return the content words of all terms, with the ids of whom they are about.

    To release somebody, set them free and send them home count as one, and so do all
    ways to end a case.
    """
    terms: Iterable[Term | None] = (getattr(linkage, name) for name in TERMS)
    text = " ".join(term.text for term in terms if term)
    asked = " ".join(linkage.addressed_to_text)
    words = frozenset(_RAW.findall(text.casefold())) - _DEGREES
    acts: set[str] = set()
    if words & _FREEING or ("home" in words and words & _SENDING):
        acts.add("free")
        words -= _FREEING | _SENDING | {"home"}
    if words & _ENDING and words & _CASES:
        acts |= {"end", "case"}
        words -= _ENDING | _CASES
    rest = content_words(" ".join(sorted(words))) - content_words(asked)
    return rest | acts | frozenset(linkage.about)


def _block(linkage: Linkage) -> Hashable:
    """Return what is equal in all reports of one linkage."""
    return linkage.kind, linkage.factuality in DENIALS


def _fits(linkage: Linkage, group: Sequence[Linkage], states: States) -> bool:
    """Whether a report is of a group's side and about nobody else than the group."""
    return share_any(
        _side(linkage, states), unite(_side(other, states) for other in group)
    ) and share_any(linkage.about, unite(other.about for other in group))


def _side(linkage: Linkage, states: States) -> set[str]:
    """Return who proposes, with the states that they count for."""
    return set(linkage.proposed_by) | _states(linkage, states)


def _states(linkage: Linkage, states: States) -> set[str]:
    """Return the states that the proposers count for."""
    return {state for one in linkage.proposed_by if (state := states.of(one))}


def _join_addressed(
    groups: Sequence[Sequence[Linkage]], states: States
) -> list[list[Linkage]]:
    """Join groups that put the same terms to the same addressee."""
    joined: list[list[Linkage]] = []
    by_key: dict[Hashable, list[Linkage]] = {}
    for group in groups:
        words = term_words(group[0])
        to = unite(one.addressed_to for one in group)
        keys = [(_block(group[0]), words, one) for one in to]
        mine = unite(_states(one, states) for one in group)
        had = next((by_key[key] for key in keys if key in by_key), None)
        if had is not None and share_any(
            mine, unite(_states(one, states) for one in had)
        ):
            had.extend(group)
        else:
            had = list(group)
            joined.append(had)
        for key in keys:
            by_key.setdefault(key, had)
    return joined


def _make_linkage(members: Sequence[Linkage], known: Known, states: States) -> Linkage:
    """Make the case fact of one linkage; its terms are those of the first report.

    Spans count in one article, so the terms are not mixed over reports; a term that
    the first report lacks is taken from the next one, without its spans.
    """
    made = as_case(
        members,
        known,
        deadline=agree_day(one.deadline for one in reversed(members))[0],
        responses=_unite_responses(o for m in members for o in m.responses),
        about=unite(one.about for one in members),
        **_parties(members, states),
    )
    missing = {
        name: Term(text=term.text)
        for name in TERMS
        if getattr(made, name) is None
        and (term := next((t for m in members if (t := getattr(m, name))), None))
    }
    return replace(made, **missing) if missing else made


def _parties(members: Sequence[Linkage], states: States) -> dict[str, tuple[str, ...]]:
    """Return who proposes and who is addressed, as most reports say.

    Where a state proposes in one report and somebody for it in another, it does.
    """
    fields = {}
    for name in ("proposed_by", "addressed_to"):
        fields[name], fields[f"{name}_text"] = most_said_list(members, name)
    meant = {states.of(one) for one in fields["proposed_by"]}
    for one in members:
        if set(one.proposed_by) == meant:
            fields["proposed_by"] = one.proposed_by
            fields["proposed_by_text"] = one.proposed_by_text
            break
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
