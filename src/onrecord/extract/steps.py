"""Words that tell a step of a legal process: who is in it, where, how it came out.

What holds here: a step is what one trigger says; that several steps are one matter is
for `proceedings` to say. Words that have another sense too (a sentence, an appeal for
calm, a trial of a drug) count only beside the legal words that the lexicon asks for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.context import Context, When, Who
from onrecord.extract.persons import Person, find_persons, person_of_phrase
from onrecord.extract.wording import find_reasons, stretch
from onrecord.model.clause import (
    Argument,
    Clause,
    Link,
    PredicateKind,
    Role,
    Tense,
    Voice,
)
from onrecord.model.document import Phrase
from onrecord.model.evidence import Span
from onrecord.model.fact import Factuality
from onrecord.model.lexicon import Row

_LEGAL = re.compile(
    r"\b(?:court|tribunal|judges?|magistrates?|jury|lawyers?|attorneys?|prosecut\w+"
    r"|sentenced?s?|convict\w*|verdict|trial|extradit\w+|charge[ds]?|guilty|acquit\w+"
    r"|bail|jail\w*|prison|imprisonment|counsel|defendants?|barrister|solicitor"
    r"|indict\w+|warrant|committal)\b",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\b(?:courts?|tribunal|judges?|justices?|magistrates?|jury|bench|chamber"
    r"|commission|panel)\b",
    re.IGNORECASE,
)
_GUILTY = re.compile(r"\b(?:not )?guilty\b", re.IGNORECASE)
_CHARGE = re.compile(
    r"\b(?:with|of|against|file|press|drop|face|bring|fresh|new|additional|deny|denie[sd]"
    r"|faced|faces|facing|filed|pressed|dropped|brought|criminal|formal|perjury|murder"
    r"|murder|fraud|corruption|terrorism|espionage|treason|conspiracy|weapons|drug"
    r"|trumped)\b",
    re.IGNORECASE,
)
_FOR_TRIAL = re.compile(r"\bfor (?:trial|surrender|extradition)\b", re.IGNORECASE)
_ABOUT = ("of", "against", "for", "on", "over", "from")
_ASKED = frozenset({"request", "hearing", "application"})
_SUPPORT_SUBJECT = "agent"


@dataclass(frozen=True, slots=True)
class Step:
    """What one trigger tells of a process."""

    stage: str
    kind: str | None
    trigger: Span
    clause: Clause
    span: Span
    persons: tuple[Person, ...] = ()
    others: tuple[Who, ...] = ()
    forum: tuple[Who, ...] = ()
    decider: tuple[Who, ...] = ()
    requested_by: tuple[Who, ...] = ()
    by: tuple[Who, ...] = ()
    outcome: str | None = None
    outcome_text: str | None = None
    when: When = When()
    until: When = When()
    reasons: tuple[Span, ...] = ()
    factuality: Factuality = Factuality.ASSERTED
    is_over: bool = False
    is_weak: bool = False


def find_steps(context: Context) -> list[Step]:
    """Return all steps of a document, in text order of their triggers."""
    found: list[Step] = []
    owners = _owners(context)
    nouns = {
        c.predicate.start: c
        for c in context.document.clauses
        if c.kind is PredicateKind.NOUN
    }
    for clause in context.document.clauses:
        if clause.kind is PredicateKind.VERB:
            row = context.lexicons["stages"].get(clause.lemma)
            step = _of_verb(context, clause, row) if row is not None else None
            if step is not None:
                found.append(step)
    for phrase in context.document.phrases:
        step = _of_noun(context, phrase, nouns.get(phrase.head.start), owners)
        if step is not None:
            found.append(step)
    return sorted(found, key=lambda one: one.trigger)


def _owners(context: Context) -> dict[int, tuple[Clause, Argument]]:
    """Return, for each head of an argument, the verb clause it is an argument of."""
    owners: dict[int, tuple[Clause, Argument]] = {}
    for clause in context.document.clauses:
        if clause.kind is PredicateKind.VERB:
            for argument in clause.arguments:
                owners.setdefault(argument.head.start, (clause, argument))
    return owners


# -- verbs ---------------------------------------------------------------------------


def _of_verb(context: Context, clause: Clause, row: Row) -> Step | None:
    """Return the step that a verb like "charge" tells."""
    persons = _persons_of_verb(context, clause, row)
    if not _has_needed(context, clause, row.get("needs"), persons):
        return None
    factuality = context.factuality(clause)
    if factuality is Factuality.HYPOTHETICAL and clause.link is Link.CONDITION:
        return None
    outcome, words = _outcome(context, clause, row)
    courts = _courts(context, clause)
    return Step(
        stage=row["stage"]
        if factuality is not Factuality.ASSERTED or row["stage"] != "surrender"
        else "surrender",
        kind=row.get("kind") or _kind_beside(context, clause),
        trigger=clause.predicate,
        clause=clause,
        span=context.clause_span(clause),
        persons=tuple(persons),
        forum=courts[0],
        decider=courts[1],
        by=courts[0] + courts[1],
        requested_by=_requesters(context, clause, row),
        outcome=outcome,
        outcome_text=words,
        when=_day(context, clause),
        until=_next_day(context, clause),
        reasons=tuple(find_reasons(context, clause)),
        factuality=factuality,
        is_over=outcome == "acquitted" or row["stage"] == "pardon",
        is_weak=row.get("needs") in ("legal", "court")
        or (
            row["stage"] == "surrender"
            and factuality is not Factuality.ASSERTED
            and False
        ),
    )


def _persons_of_verb(context: Context, clause: Clause, row: Row) -> list[Person]:
    """Return whom the process is about."""
    if row.get("subject") == "agent":
        return find_persons(context, clause.all(Role.AGENT))
    found = find_persons(
        context, clause.all(Role.PATIENT), surely=row.get("needs") == "person"
    )
    if found or clause.first(Role.PATIENT) is not None:
        return found
    subject = clause.first(Role.AGENT)
    # "the men charged with murder" may be read as an active verb without object.
    if (
        row.get("needs") == "person"
        and subject is not None
        and clause.tense is Tense.PAST
    ):
        gap = context.text[subject.span.end : clause.predicate.start].strip(" ,")
        if not gap and clause.voice is Voice.ACTIVE:
            return find_persons(context, (subject,))
    return []


def _has_needed(
    context: Context, clause: Clause, need: str | None, persons: list[Person]
) -> bool:
    """Whether what a verb needs to be a step stands in its clause."""
    words = context.words(clause.extent)
    if need == "person":
        return (
            (bool(persons) and clause.first(Role.COMPLEMENT) is None)
            or (bool(persons) and clause.lemma not in ("try", "charge", "retry"))
            or (bool(persons) and _is_marked_complement(clause))
        )
    if need == "court":
        return any(_is_court(context, a) for a in clause.arguments)
    if need == "guilty":
        return _GUILTY.search(words) is not None
    if need == "charge":
        return (
            bool(persons)
            and re.search(r"\b(?:charges?|counts?|wrongdoing)\b", words) is not None
        )
    if need == "trial":
        return bool(persons) and _FOR_TRIAL.search(words) is not None
    if need == "legal":
        return _LEGAL.search(words) is not None
    return True


def _is_marked_complement(clause: Clause) -> bool:
    """Whether a clause's complement says what for, not what is said or tried."""
    complement = clause.first(Role.COMPLEMENT)
    return complement is not None and complement.marker not in (None, "to", "that")


def _outcome(
    context: Context, clause: Clause, row: Row
) -> tuple[str | None, str | None]:
    """Return the outcome of a verb's step and the words that say it."""
    outcome = row.get("outcome")
    words = context.words(clause.extent)
    if row["stage"] == "verdict" and row.get("needs") == "guilty":
        found = _GUILTY.search(words)
        if found is not None and found[0].lower().startswith("not"):
            return "acquitted", found[0]
    said = context.words(clause.predicate)
    if row["stage"] == "sentence":
        term = _term(context, clause)
        return None, f"{said} to {term}" if term else said
    return outcome, said


def _term(context: Context, clause: Clause) -> str | None:
    """Return the words for the term that somebody is sentenced to."""
    for argument in clause.arguments:
        if argument.marker == "to" and argument.clause is None:
            return context.words(stretch(context, clause, argument))
    return None


# -- nouns ---------------------------------------------------------------------------


def _of_noun(
    context: Context,
    phrase: Phrase,
    nominal: Clause | None,
    owners: dict[int, tuple[Clause, Argument]],
) -> Step | None:
    """Return the step that a noun like "trial" tells, with what its verb says of it."""
    row = _noun_row(context, phrase)
    if row is None:
        return None
    owner = owners.get(phrase.head.start) or _owner_around(context, phrase, owners)
    clause = nominal or (owner[0] if owner else None)
    if clause is None:
        return None
    if not _noun_counts(context, phrase, row, nominal, owner):
        return None
    return _make_noun_step(context, phrase, row, nominal, owner, clause)


def _noun_row(context: Context, phrase: Phrase) -> Row | None:
    """Return the entry of a noun, of its compound ("extradition request") first."""
    table = context.lexicons["stage_nouns"]
    before = context.text[max(0, phrase.head.start - 24) : phrase.head.start]
    word = before.split()[-1].lower() if before.strip() else ""
    if before.endswith(" ") and f"{word} {phrase.head_lemma}" in table:
        return table[f"{word} {phrase.head_lemma}"]
    return table.get(phrase.head_lemma)


def _owner_around(
    context: Context, phrase: Phrase, owners: dict[int, tuple[Clause, Argument]]
) -> tuple[Clause, Argument] | None:
    """Return the verb whose argument a phrase is a part of."""
    index = phrase.within
    for _ in range(4):
        if index is None:
            return None
        outer = context.document.phrases[index]
        if outer.head.start in owners:
            return owners[outer.head.start]
        index = outer.within
    return None


def _noun_counts(
    context: Context,
    phrase: Phrase,
    row: Row,
    nominal: Clause | None,
    owner: tuple[Clause, Argument] | None,
) -> bool:
    """Whether a noun that has other senses too is legal here."""
    need = row.get("needs")
    sentence = context.document.sents[min(phrase.sent, len(context.document.sents) - 1)]
    words = context.words(sentence)
    if need == "legal":
        rest = words.replace(context.words(phrase.head), "", 1)
        return _LEGAL.search(rest) is not None
    if need == "charge":
        around = context.text[max(0, phrase.span.start - 30) : phrase.span.end + 12]
        return _CHARGE.search(around) is not None and " in charge" not in around
    if need == "into":
        after = context.text[phrase.span.start : phrase.span.end + 30]
        return " into " in after or (
            owner is not None and owner[0].lemma in ("open", "launch", "order", "begin")
        )
    if need == "of":
        return nominal is not None and bool(nominal.all(Role.PATIENT))
    return True


def _make_noun_step(
    context: Context,
    phrase: Phrase,
    row: Row,
    nominal: Clause | None,
    owner: tuple[Clause, Argument] | None,
    clause: Clause,
) -> Step | None:
    """Return the step of a noun, put together from noun, phrase and verb."""
    verb = owner[0] if owner else None
    support = context.lexicons["stage_support"].get(verb.lemma) if verb else None
    factuality = _noun_factuality(context, row, nominal, verb)
    persons = _persons_of_noun(context, phrase, row, nominal, owner, support)
    courts = _courts(context, verb) if verb else ((), ())
    own = _courts(context, nominal) if nominal else ((), ())
    stage, outcome, over = _stage_of_noun(row, support, factuality)
    when = _noun_day(context, nominal, verb)
    if stage in ("request", "warrant", "application") and verb is not None:
        by = tuple(context.all_who(verb.all(Role.AGENT)))
    else:
        by = ()
    return Step(
        stage=stage,
        kind=row.get("kind") or _kind_beside(context, clause),
        trigger=phrase.head,
        clause=verb or clause,
        span=context.clause_span(verb or clause),
        persons=tuple(persons),
        others=_targets(context, phrase, row, verb),
        forum=own[0] or courts[0],
        decider=own[1] or courts[1],
        requested_by=by if row.get("kind") == "extradition" else (),
        by=by or own[0] or courts[0],
        outcome=outcome,
        outcome_text=_verb_words(context, phrase, verb, support),
        when=when,
        until=_next_day(context, verb) if verb else When(),
        reasons=_noun_reasons(context, phrase, row, nominal, verb),
        factuality=factuality,
        is_over=over and factuality is Factuality.ASSERTED,
        is_weak=row.get("needs") == "legal" or support is None,
    )


def _stage_of_noun(
    row: Row, support: Row | None, factuality: Factuality
) -> tuple[str, str | None, bool]:
    """Return the step, its outcome and whether it ends the process."""
    stage = row["stage"]
    if support is None:
        return stage, None, False
    outcome = support.get("outcome")
    over = support.get("ends") == "yes" and stage in (
        "charge",
        "request",
        "filing",
        "order",
    )
    if over and stage == "charge":
        stage = "withdrawal"
    return stage, outcome, over


def _noun_factuality(
    context: Context, row: Row, nominal: Clause | None, verb: Clause | None
) -> Factuality:
    """Return how a step is told; asking for extradition or asylum is the step itself."""
    if verb is None:
        told = context.factuality(nominal) if nominal else Factuality.ASSERTED
    else:
        told = context.factuality(verb)
    if row.get("stage") in ("request", "application") and told is Factuality.ASKED:
        return Factuality.ASSERTED
    return told


def _persons_of_noun(
    context: Context,
    phrase: Phrase,
    row: Row,
    nominal: Clause | None,
    owner: tuple[Clause, Argument] | None,
    support: Row | None,
) -> list[Person]:
    """Return whom a noun's process is about: its own person, else its verb's."""
    if nominal is not None:
        found = find_persons(context, nominal.all(Role.PATIENT))
        found = found or find_persons(
            context,
            [a for a in nominal.arguments if a.marker in ("of", "against", "for")],
        )
        if found:
            return found
    inside = _persons_inside(context, phrase)
    if inside:
        return inside
    if owner is None:
        return []
    verb, argument = owner
    marked = [a for a in verb.arguments if a.marker in ("against", "for", "on", "of")]
    found = find_persons(context, marked)
    if found:
        return found
    if (
        support is not None
        and support.get("person") == "agent"
        and argument.role is not Role.AGENT
    ):
        return find_persons(
            context,
            verb.all(Role.AGENT if verb.voice is Voice.ACTIVE else Role.PATIENT),
        )
    if row["stage"] in ("sentence", "charge") and verb.lemma in (
        "give",
        "hand",
        "receive",
        "get",
        "serve",
    ):
        return find_persons(
            context,
            verb.all(
                Role.RECIPIENT,
                Role.AGENT
                if verb.lemma in ("receive", "get", "serve")
                else Role.PATIENT,
            ),
        )
    return []


def _persons_inside(context: Context, phrase: Phrase) -> list[Person]:
    """Return the people named in a phrase: "Kern's trial", "charges against two men"."""
    found = []
    for index in context.phrases_in(phrase.span):
        inner = context.document.phrases[index]
        if inner.span == phrase.span or inner.head == phrase.head:
            continue
        before = context.text[max(0, inner.span.start - 9) : inner.span.start].lower()
        after = context.text[inner.span.end : inner.span.end + 2]
        if inner.span.end < phrase.head.start and after[:1] not in ("'", "’"):
            continue
        if inner.span.start > phrase.head.end and not before.endswith(
            ("of ", "against ", "for ")
        ):
            continue
        person = person_of_phrase(context, index)
        if person is not None:
            found.append(person)
    return found[:4]


def _targets(
    context: Context, phrase: Phrase, row: Row, verb: Clause | None
) -> tuple[Who, ...]:
    """Return the states and bodies that sanctions or an inquiry are about."""
    if row.get("kind") not in ("sanction", "inquiry"):
        return ()
    found: list[Who] = []
    for argument in verb.arguments if verb else ():
        if argument.marker in ("on", "against", "into", "upon"):
            who = context.who(argument)
            if who is not None and who.actor is not None:
                found.append(who)
    for index in context.phrases_in(phrase.span):
        inner = context.document.phrases[index]
        before = context.text[max(0, inner.span.start - 9) : inner.span.start].lower()
        if inner.span.start > phrase.head.end and before.endswith(
            ("on ", "against ", "into ")
        ):
            who = context.who_phrase(index)
            if who is not None and who.actor is not None:
                found.append(who)
    return tuple(found)


def _noun_reasons(
    context: Context,
    phrase: Phrase,
    row: Row,
    nominal: Clause | None,
    verb: Clause | None,
) -> tuple[Span, ...]:
    """Return the allegations that a noun's phrase or its verb names."""
    found: list[Span] = []
    after = re.compile(r"\s+(?:of|into|over|for|on charges of)\s+([^,.;:()\"“”\n]+)")
    if row["stage"] in ("charge", "inquiry", "trial", "indictment", "verdict"):
        match = after.match(context.text, phrase.head.end)
        if match is not None and not _names_person(context, match.start(1)):
            found.append(context.inner(Span(match.start(1), match.end(1))))
    if nominal is not None and row.get("kind") == "criminal":
        found += find_reasons(context, nominal, markers=False)
    if verb is not None and row.get("kind") == "criminal":
        found += find_reasons(context, verb, markers=False)
    return tuple(found)


def _names_person(context: Context, start: int) -> bool:
    """Whether a phrase for people begins here."""
    return any(p.span.start == start and p.animate for p in context.document.phrases)


def _verb_words(
    context: Context, phrase: Phrase, verb: Clause | None, support: Row | None
) -> str | None:
    """Return the words that say what becomes of a step: "trial opened"."""
    noun = context.words(phrase.head)
    if verb is None or support is None:
        return noun
    return f"{noun} {context.words(verb.predicate)}"


# -- court, requester, day -----------------------------------------------------------


def _is_court(context: Context, argument: Argument) -> bool:
    """Whether an argument names a court or a judge."""
    return (
        argument.role is not Role.PATIENT
        and _COURT.search(context.words(argument.span)) is not None
    )


def _courts(
    context: Context, clause: Clause | None
) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Return the courts, and the judges, that a clause names."""
    forum: list[Who] = []
    decider: list[Who] = []
    for argument in clause.arguments if clause else ():
        if argument.role is Role.PATIENT or not _is_court(context, argument):
            continue
        who = context.who(argument)
        phrase = context.phrase(argument)
        if who is None or phrase is None:
            continue
        is_judge = phrase.kind is not None and phrase.kind.value in (
            "person",
            "office",
            "group",
        )
        (decider if is_judge else forum).append(who)
        if is_judge:
            forum += _court_inside(context, argument)
    return tuple(forum), tuple(decider)


def _court_inside(context: Context, argument: Argument) -> list[Who]:
    """Return the court that a judge is said to sit in."""
    after = Span(argument.span.start, min(len(context.text), argument.span.end + 40))
    for index in context.phrases_in(after):
        phrase = context.document.phrases[index]
        if phrase.head_lemma in ("court", "tribunal") and phrase.span != argument.span:
            who = context.who_phrase(index)
            if who is not None:
                return [who]
    return []


def _requesters(context: Context, clause: Clause, row: Row) -> tuple[Who, ...]:
    """Return who asks for somebody to be sent, or who sues."""
    if row.get("kind") == "civil":
        return tuple(context.all_who(clause.all(Role.AGENT)))
    if row.get("kind") == "extradition":
        return tuple(context.all_who([a for a in clause.arguments if a.marker == "to"]))
    return ()


def _kind_beside(context: Context, clause: Clause) -> str | None:
    """Return the kind that the words beside a step give it."""
    words = context.words(context.sentence(clause)).lower()
    if "extradit" in words:
        return "extradition"
    if "asylum" in words:
        return "asylum"
    return None


def _day(context: Context, clause: Clause) -> When:
    """Return the day of a step; what is told together has one day."""
    when = context.when(clause)
    parent = context.parent(clause)
    if when.edtf is None and clause.link is Link.COORDINATE and parent is not None:
        return context.when(parent)
    return when


def _noun_day(context: Context, nominal: Clause | None, verb: Clause | None) -> When:
    """Return the day of a noun's step: its own, else its verb's."""
    if nominal is not None:
        own = context.when(nominal, follow=False)
        if own.edtf is not None:
            return own
    if verb is None or verb.lemma in context.lexicons["cues"]:
        return When()
    return _day(context, verb)


def _next_day(context: Context, clause: Clause | None) -> When:
    """Return the day until which a step is put off."""
    for argument, time in context.time_arguments(clause) if clause else ():
        if argument.marker in ("until", "till", "to") and time.edtf is not None:
            return context.make_when(time)
    return When()


def iter_blame(context: Context) -> Iterator[tuple[Person, Span]]:
    """Give whom the text accuses or suspects, with the words of what."""
    for clause in context.document.clauses:
        if (
            clause.lemma not in ("accuse", "suspect", "want")
            or clause.kind is PredicateKind.NOUN
        ):
            continue
        reasons = find_reasons(context, clause)
        for person in find_persons(context, clause.all(Role.PATIENT)):
            for reason in reasons:
                yield person, reason
