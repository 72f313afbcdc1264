"""Steps that a noun names, with what its verb says becomes of it: "appeal rejected".

The verb is one whose argument the noun is, or is a part of; the lexicon of support
verbs says what it does to the step and whether its subject is whom the process is of.
"""

import re

from onrecord.extract.context import Context, Who
from onrecord.extract.legal.noun_told import SETS, noun_day, noun_factuality
from onrecord.extract.legal.step import (
    Step,
    find_courts,
    is_legal,
    kind_beside,
    put_off_to,
    sentence_of,
)
from onrecord.extract.legal.step_subjects import Owner, find_subjects, find_targets
from onrecord.extract.legal.wording import find_reasons, without_time
from onrecord.model.clause import Clause, Role
from onrecord.model.document import Phrase
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality
from onrecord.model.lexicon import Row

_CHARGE = re.compile(
    r"\b(?:of|against|file[ds]?|press(?:ed)?|drop(?:ped)?|bring|brought|fac(?:e|es|ed|ing)"
    r"|fresh|new|additional|den(?:y|ies|ied)|criminal|formal|perjury|murder|fraud|weapons"
    r"|corruption|terrorism|espionage|treason|conspiracy|drugs?|trumped)\b",
    re.IGNORECASE,
)
_BEFORE = 2
_HEARING_ON = ("hearing on ", "hearings on ", "proceedings on ", "case on ")
_REASON = re.compile(r"\s+(?:of|into|over|on charges of)\s+([^,.;:()\"“”\n]+)")
_WITH_REASON = frozenset({"charge", "inquiry", "trial", "indictment", "verdict"})
_ALLUDED = frozenset({Factuality.DENIED})
_SEEKS = frozenset({"demand", "seek", "request", "ask", "want", "call for"})
_OPENS = frozenset({"open", "launch", "order", "begin", "start", "announce", "conduct"})
_ENDED_BY_SUPPORT = frozenset({"charge", "request", "filing", "order", "inquiry"})


def find_owners(context: Context) -> dict[int, Owner]:
    """Return, for each head of an argument, the verb clause it is an argument of."""
    owners: dict[int, Owner] = {}
    for clause in context.document.clauses:
        if clause.kind.value == "verb":
            for argument in clause.arguments:
                owners.setdefault(argument.head.start, (clause, argument))
    return owners


def noun_step(
    context: Context,
    phrase: Phrase,
    nominal: Clause | None,
    owners: dict[int, Owner],
) -> Step | None:
    """Return the step that a phrase names, None where it names none.

    Args:
        context: The document.
        phrase: Any phrase.
        nominal: The clause that its head stands for, where there is one.
        owners: From `find_owners`.
    """
    row = _row(context, phrase)
    if row is None:
        return None
    owner = owners.get(phrase.head.start) or _owner_around(context, phrase, owners)
    if owner is None and nominal is not None:
        parent = context.parent(nominal)
        owner = (parent, None) if parent is not None else None
    clause = nominal or (owner[0] if owner else None)
    if clause is None or not _counts(context, phrase, row, nominal, owner):
        return None
    return _make(context, phrase, row, nominal, owner, clause)


def _row(context: Context, phrase: Phrase) -> Row | None:
    """Return the entry of a noun, of its compound ("extradition request") first."""
    table = context.lexicons["stage_nouns"]
    before = context.text[max(0, phrase.head.start - 24) : phrase.head.start].lower()
    words = before.split()
    if words and before.endswith(" "):
        compound = table.get(f"{words[-1]} {phrase.head_lemma}")
        if compound is not None:
            return compound
    return table.get(phrase.head_lemma)


def _owner_around(
    context: Context, phrase: Phrase, owners: dict[int, Owner]
) -> Owner | None:
    """Return the verb of whose argument a phrase is a part."""
    index, depth = phrase.within, 0
    while index is not None and depth < 4:
        outer = context.document.phrases[index]
        if outer.head.start in owners:
            return owners[outer.head.start]
        index, depth = outer.within, depth + 1
    return None


def _counts(
    context: Context,
    phrase: Phrase,
    row: Row,
    nominal: Clause | None,
    owner: Owner | None,
) -> bool:
    """Whether a noun that has other senses too is legal here."""
    need = row.get("needs")
    if _is_absent(context, phrase) or _is_of_hearing(context, phrase):
        return False
    if row["stage"] in ("sentence", "verdict") and _is_appealed(context, phrase):
        return False
    if need in ("legal", "near"):
        span = sentence_of(context, phrase)
        if need == "near":
            first = context.document.sents[max(0, phrase.sent - _BEFORE)]
            span = Span(first.start, span.end)
        words = context.words(span)
        return is_legal(words.replace(context.words(phrase.head), "", 1))
    if need == "charge":
        around = context.text[max(0, phrase.span.start - 30) : phrase.span.end + 12]
        return _CHARGE.search(around) is not None and " in charge" not in around
    if need == "into":
        after = context.text[phrase.span.start : phrase.span.end + 30]
        return " into " in after or (owner is not None and owner[0].lemma in _OPENS)
    if need == "of":
        return nominal is not None and bool(nominal.all(Role.PATIENT))
    return True


def _is_absent(context: Context, phrase: Phrase) -> bool:
    """Whether a noun only says what there was not: "without a trial"."""
    before = context.text[max(0, phrase.span.start - 8) : phrase.span.start].lower()
    return before.endswith("without ")


def _is_of_hearing(context: Context, phrase: Phrase) -> bool:
    """Whether an extradition is what a hearing is on: the hearing is the step."""
    before = context.text[max(0, phrase.span.start - 30) : phrase.span.start].lower()
    is_extradition = phrase.head_lemma == "extradition"
    return is_extradition and before.endswith(_HEARING_ON)


def _is_appealed(context: Context, phrase: Phrase) -> bool:
    """Whether a sentence is only what an appeal is against."""
    before = context.text[max(0, phrase.span.start - 24) : phrase.span.start].lower()
    return "appeal" in before and before.rstrip().endswith(("against", "of"))


def _make(
    context: Context,
    phrase: Phrase,
    row: Row,
    nominal: Clause | None,
    owner: Owner | None,
    clause: Clause,
) -> Step | None:
    """Return the step of a noun, put together from noun, phrase and verb.

    What only stands in something denied ("a reward for the court's ruling") is none.
    """
    verb = owner[0] if owner else None
    support = _support(context, phrase, owner)
    factuality = noun_factuality(context, row, nominal, owner, support)
    before = context.text[max(0, phrase.span.start - 12) : phrase.span.start].lower()
    if before.endswith("way for ") and factuality is Factuality.ASSERTED:
        factuality = Factuality.PLANNED
    stage, outcome, is_over = _stage(row, support, verb)
    forum, decider = _courts(context, phrase, row, nominal, verb)
    persons = find_subjects(context, phrase, row, nominal, owner)
    if _is_told_by_verb(context, row, verb) or _is_waited_for(row, verb):
        return None
    if support is None and factuality in _ALLUDED and nominal is not None:
        return None
    asked_by = _askers(context, row, nominal, verb)
    return Step(
        stage=stage,
        kind=row.get("kind") or kind_beside(context, clause),
        trigger=phrase.head,
        clause=verb or clause,
        span=context.clause_span(verb or clause),
        persons=tuple(persons),
        others=find_targets(context, phrase, row, nominal, verb),
        forum=forum,
        decider=decider,
        requested_by=asked_by if row.get("kind") == "extradition" else (),
        by=asked_by or forum + decider,
        outcome=outcome,
        outcome_text=_words(context, phrase, verb, support),
        when=noun_day(context, row, nominal, owner),
        until=put_off_to(context, verb),
        reasons=_reasons(context, phrase, row, nominal, verb),
        factuality=factuality,
        is_over=is_over and factuality is Factuality.ASSERTED,
        is_weak=row.get("needs") in ("legal", "near")
        or (support is None and not persons),
    )


def _is_waited_for(row: Row, verb: Clause | None) -> bool:
    """Whether somebody waits for a hearing, which is told of elsewhere."""
    return row["stage"] == "hearing" and verb is not None and verb.lemma == "wait"


def _is_told_by_verb(context: Context, row: Row, verb: Clause | None) -> bool:
    """Whether a verb is the step by itself: "overturned a ruling", "sent for trial"."""
    told = context.lexicons["stages"].get(verb.lemma) if verb is not None else None
    if told is None:
        return False
    if row["stage"] == "ruling":
        return told.get("needs") == "case" and "outcome" in told
    return row["stage"] == "trial" and told.get("needs") == "trial"


def _support(context: Context, phrase: Phrase, owner: Owner | None) -> Row | None:
    """Return what a noun's verb does to it, where it is what the verb is about."""
    if owner is None:
        return None
    verb, argument = owner
    if argument is not None and argument.head != phrase.head:
        return None
    return context.lexicons["stage_support"].get(verb.lemma)


def _stage(
    row: Row, support: Row | None, verb: Clause | None
) -> tuple[str, str | None, bool]:
    """Return the step, its outcome and whether it is the last."""
    stage = row["stage"]
    if stage == "sentence" and verb is not None and verb.lemma in _SEEKS:
        return "sentence_request", None, False
    if support is None:
        return stage, None, False
    is_over = support.get("ends") == "yes" and stage in _ENDED_BY_SUPPORT
    if is_over and stage == "charge":
        return "withdrawal", "withdrawn", True
    if stage == "ruling" and support.get("outcome") == "reserved":
        return "hearing", "reserved", False  # a hearing ends with that
    return stage, support.get("outcome"), is_over


def _words(
    context: Context, phrase: Phrase, verb: Clause | None, support: Row | None
) -> str:
    """Return the words that say what becomes of a step: "trial opened"."""
    noun = context.words(phrase.head)
    if verb is None or support is None:
        return noun
    return f"{noun} {context.words(verb.predicate)}"


# -- who decides, who asks, what is alleged --------------------------------------------


def _courts(
    context: Context,
    phrase: Phrase,
    row: Row,
    nominal: Clause | None,
    verb: Clause | None,
) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Return the courts and judges of a noun's step: its own, else its verb's."""
    own, judge = find_courts(context, nominal)
    forum, decider = find_courts(context, verb)
    if row.get("kind") in ("inquiry", "sanction"):
        agents = [*(nominal.all(Role.AGENT) if nominal else ())]
        if verb is not None and verb.lemma in (*_OPENS, "impose", "lift"):
            agents += verb.all(Role.AGENT)
        who = context.all_who(agents) or _before_head(context, phrase)
        return tuple(w for w in who if w.actor is not None), ()
    return own or forum, judge or decider


def _before_head(context: Context, phrase: Phrase) -> list[Who]:
    """Return whose sanctions they are: "UN sanctions"."""
    for index in context.phrases_in(phrase.span):
        inner = context.document.phrases[index]
        if inner.span.end <= phrase.head.start:
            who = context.who_phrase(index)
            if who is not None:
                return [who]
    return []


def _askers(
    context: Context, row: Row, nominal: Clause | None, verb: Clause | None
) -> tuple[Who, ...]:
    """Return who asks for extradition or asylum, or issued a warrant."""
    if row["stage"] not in ("request", "warrant", "application"):
        return ()
    if nominal is not None:
        origin = [a for a in nominal.arguments if a.marker in ("from", "by")]
        asking = nominal.all(Role.AGENT) if row["stage"] == "request" else ()
        found = context.all_who([*asking, *origin])
        if found:
            return tuple(found)
    if verb is None or verb.lemma in context.lexicons["custody"]:
        return ()
    if row["stage"] == "request" and verb.lemma not in (*_SEEKS, "withdraw", "make"):
        return ()
    return tuple(context.all_who(verb.all(Role.AGENT)))


def _crime_before(context: Context, phrase: Phrase) -> list[Span]:
    """Return the crime that a compound names: "a perjury charge"."""
    crimes = context.lexicons["crimes"]
    before = context.text[phrase.span.start : phrase.head.start].rstrip()
    words = before.lower().split()
    for count in (2, 1):
        crime = " ".join(words[-count:])
        if len(words) >= count and crime in crimes:
            end = phrase.span.start + len(before)
            return [Span(end - len(crime), end)]
    return []


def _reasons(
    context: Context,
    phrase: Phrase,
    row: Row,
    nominal: Clause | None,
    verb: Clause | None,
) -> tuple[Span, ...]:
    """Return the allegations that a noun's phrase or its verb names."""
    found = _crime_before(context, phrase)
    match = _REASON.match(context.text, phrase.head.end)
    if match is not None and row["stage"] in _WITH_REASON:
        start = match.start(1)
        names_actor = any(
            p.span.start == start and (p.animate or p.actor)
            for p in context.document.phrases
        )
        if not names_actor:
            span = context.inner(Span(start, match.end(1)))
            found.append(without_time(context, span))
    if row.get("kind") == "criminal":
        for clause in (nominal, verb):
            if clause is not None and clause.lemma not in SETS:
                found += find_reasons(context, clause, blame=False)
    return tuple(found)
