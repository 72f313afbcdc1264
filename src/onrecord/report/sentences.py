"""Each fact as one sentence, as brief, timeline and changes say it.

What holds here: a fact known only from a quote names its voice; what was only planned,
asked for, denied or possible says so; words that the article quotes stand in quotation
marks as speech, and words it only reports are marked "as reported".
"""

from onrecord.model.claim import Claim
from onrecord.model.custody import Custody, CustodyStatus
from onrecord.model.decision import Decision, DecisionStatus
from onrecord.model.event import Event
from onrecord.model.fact import Factuality
from onrecord.model.linkage import Linkage, LinkageKind, Term
from onrecord.model.proceeding import Proceeding, Stage
from onrecord.model.relation import Relation
from onrecord.model.statement import Act, Mode, Statement
from onrecord.report.days import say_day, say_on, say_since
from onrecord.report.lookup import SOMEBODY, Lookup
from onrecord.report.words import (
    EVENT_NOUNS,
    HOW_HELD,
    LINKAGE_HEADS,
    PROCEEDING_OF,
    RESTRICTED,
    SAID,
    Sentence,
    capital,
    join_names,
    plain,
    quoted,
    shorten,
    told_as,
)

LEAST_SAID = 4
"""Words of speech that say something by themselves."""

_LINKS = ("if ", "unless ", "until ", "once ", "when ", "as long as ", "provided ")
_CHANNELS = {
    "letter": "in a letter",
    "interview": "in an interview",
    "post": "in a post",
    "broadcast": "in a broadcast",
    "court_filing": "in a court filing",
    "court_hearing": "in court",
    "phone": "by phone",
    "lawyer": "through a lawyer",
}
_PLACES = ("in ", "at ", "on ", "near ", "outside ", "aboard ", "inside ")
_GROUNDS = (
    "on ",
    "for ",
    "over ",
    "under ",
    "pending ",
    "after ",
    "in ",
    "as ",
    "because ",
    "accused ",
    "charged ",
    "suspected ",
    "awaiting ",
)


def say_custody(
    custody: Custody, look: Lookup, *, days: str = "", dated: bool = True
) -> str:
    """Return who is held, how, where, by whom, since when and why.

    Args:
        custody: One spell.
        look: The view's lookup.
        days: How long, in words; stands after the start.
        dated: Name the start; a timeline shows it beside the sentence.
    """
    is_so = custody.factuality is Factuality.ASSERTED
    person = look.name(custody.person, custody.person_text) or SOMEBODY
    parts = [
        person,
        HOW_HELD.get(custody.kind, f"in {plain(custody.kind)}") if is_so else "",
        _with(custody.place, "in", _PLACES),
        _by(look.names(custody.holder, custody.holder_text)),
        _behest(look.names(custody.on_behalf_of, custody.on_behalf_of_text)),
        _since(custody, days) if dated and (is_so or custody.from_) else "",
        _with(custody.grounds, "on the grounds of", _GROUNDS),
    ]
    voice = look.according_to(custody.voice, custody.factuality)
    return f"{custody_head(custody)}: {', '.join(filter(None, parts))}{voice}"


def say_release(
    custody: Custody, look: Lookup, *, after: str = "", dated: bool = True
) -> str:
    """Return who is no longer held, since when, how it ended and `after` how long."""
    person = look.name(custody.person, custody.person_text) or SOMEBODY
    head = capital(custody.end.value) if custody.end else "No longer so"
    told = told_as(custody.factuality)
    how = HOW_HELD.get(custody.kind) or f"in {plain(custody.kind)}"
    parts = [
        person,
        (say_on(custody.to) if custody.to else "on a day not told") if dated else "",
        f"after {after} {how}" if after else f"had been {how}",
        _held_by(custody, look),
    ]
    voice = look.according_to(custody.voice, custody.factuality)
    return f"{head}{told}: {', '.join(filter(None, parts))}{voice}"


def custody_head(custody: Custody) -> str:
    """Return `Held`, `Restricted`, `Wanted`, `Was held`, or what it is only said to be.

    A spell that was planned or denied is never headed as one that is.
    """
    if custody.factuality is not Factuality.ASSERTED:
        return capital(plain(custody.kind)) + told_as(custody.factuality)
    if custody.status is CustodyStatus.WANTED:
        return "Wanted"
    head = "Restricted" if custody.kind in RESTRICTED else "Held"
    return f"Was {head.lower()}" if custody.status is CustodyStatus.PAST else head


def say_matter(proceeding: Proceeding, look: Lookup) -> str:
    """Return what a proceeding is and against whom."""
    subject = join_names(look.names(proceeding.subject, proceeding.subject_text))
    return f"{PROCEEDING_OF[proceeding.kind]} {subject or SOMEBODY}"


def say_proceeding(proceeding: Proceeding, look: Lookup) -> str:
    """Return what a proceeding is, against whom, for whom, where, and its status."""
    requested = look.names(proceeding.requested_by, proceeding.requested_by_text)
    forum = look.names(proceeding.forum, proceeding.forum_text)
    decider = look.names(proceeding.decider, proceeding.decider_text)
    over = "; ".join(quoted(text, 90) for text in proceeding.allegations[:3])
    parts = [
        say_matter(proceeding, look),
        f"requested by {join_names(requested)}" if requested else "",
        f"before {join_names(forum)}" if forum else "",
        f"for {join_names(decider)} to decide" if decider else "",
        f"over {over}" if over else "",
    ]
    told = told_as(proceeding.factuality)
    voice = look.according_to(proceeding.voice, proceeding.factuality)
    return f"{', '.join(filter(None, parts))}{told}{voice} — {proceeding.status.value}"


def say_stage(stage: Stage, look: Lookup, *, dated: bool = True) -> Sentence:
    """Return a stage, its day, outcome and who took it, with the outcome's words."""
    parts = [
        capital(plain(stage.stage)) + told_as(stage.factuality),
        say_on(stage.when) if stage.when and dated else "",
    ]
    words = ", ".join(filter(None, parts))
    if stage.outcome:
        words += f": {plain(stage.outcome)}"
    said = stage.outcome_text if stage.outcome else None
    names = look.names(stage.by)
    words += f", by {join_names(names)}" if names else ""
    return Sentence(words + look.according_to(stage.voice, stage.factuality), said)


def say_linkage(linkage: Linkage, look: Lookup) -> str:
    """Return what is demanded, offered or tied, by whom and of whom."""
    by = look.names(linkage.proposed_by, linkage.proposed_by_text)
    to = look.names(linkage.addressed_to, linkage.addressed_to_text)
    head = LINKAGE_HEADS[linkage.kind] + told_as(linkage.factuality)
    head += f" by {join_names(by)}" if by else ""
    head += f", {_towards(linkage.kind)} {join_names(to)}" if to else ""
    deadline = f", open until {say_day(linkage.deadline)}" if linkage.deadline else ""
    voice = look.according_to(
        linkage.voice, linkage.factuality, but=linkage.proposed_by
    )
    return f"{head}{voice}: {_say_terms(linkage)}{deadline}"


def say_claim(claim: Claim, look: Lookup) -> str:
    """Return a claim's words with who asserts and who denies it, in short."""
    sides = [
        ("asserted by", claim.asserted_by),
        ("denied by", claim.denied_by),
    ]
    told = [
        f"{verb} {join_names(tuple(dict.fromkeys(map(look.position, positions))))}"
        for verb, positions in sides
        if positions
    ]
    return f"{quoted(claim.text)} — {', '.join(told) or 'nobody named'}"


def say_decision(decision: Decision, look: Lookup) -> str:
    """Return a decision's status, subject, decider, days and what it waits on."""
    who = look.names(decision.decider, decision.decider_text)
    parts = [
        f"{_decision_head(decision)}: {quoted(decision.subject)}",
        f"by {join_names(who)}" if who else "",
        say_on(decision.when) if decision.when else "",
        f"outcome {quoted(decision.outcome)}" if decision.outcome else "",
        f"due {say_day(decision.due)}" if decision.due else "",
        f"waits on {quoted(decision.waits_on)}" if decision.waits_on else "",
    ]
    voice = look.according_to(decision.voice, decision.factuality, but=decision.decider)
    return f"{', '.join(filter(None, parts))}{voice}"


def say_relation(relation: Relation, look: Lookup) -> str:
    """Return how two actors stand to each other, with the words that say so."""
    pair = join_names(look.names(relation.actors, relation.actors_text))
    way = relation.direction.value if relation.direction else "no direction told"
    said, words = relation.direction_text or "", ""
    if said.casefold() == way:
        way = quoted(said)
    elif said:
        words = f": {quoted(said)}"
    told = told_as(relation.factuality)
    voice = look.according_to(relation.voice, relation.factuality)
    return f"{pair or SOMEBODY} — {way}{told}{voice}{words}"


def say_statement(statement: Statement, look: Lookup) -> Sentence:
    """Return who said it, to whom and where, and the words.

    Words that the article does not put in quotation marks are "as reported".
    """
    verb = "held" if statement.belief else SAID[statement.act]
    to = look.names(statement.addressee, statement.addressee_text)
    who = look.speaker(statement)
    words = f"{who}{',' if ', for ' in who else ''} {verb}"
    words += f", to {join_names(to)}" if to else ""
    words += _channel(statement)
    words += look.quoted_by(statement)
    if statement.mode is not Mode.DIRECT:
        words += ", as reported"
    return Sentence(words, statement.content)


def said_words(statement: Statement) -> str:
    """Return the words of a statement, with their clause where they need it.

    What is refused is often an object alone ("the demand", "an offer to free them"),
    which says nothing, or the opposite, without its verb.
    """
    is_object = statement.act is Act.REFUSE
    is_object |= len(statement.content.split()) < LEAST_SAID
    if is_object and statement.mode is not Mode.DIRECT and statement.evidence:
        return statement.evidence[0].exact
    return statement.content


def say_event(event: Event, look: Lookup) -> Sentence:
    """Return what kind of event, by whom, towards whom, and the words that tell it."""
    noun, towards = EVENT_NOUNS[event.event_type.value]
    source = look.names(event.source, event.source_text)
    target = look.names(event.target, event.target_text)
    behalf = look.names(event.on_behalf_of, event.on_behalf_of_text)
    words = noun + (f" ({plain(event.mode)})" if event.mode else "")
    words += told_as(event.factuality)
    words += f" by {join_names(source)}" if source else ", by whom is not told,"
    words += f" {towards} {join_names(target)}" if target else ""
    words += f", at the behest of {join_names(behalf)}" if behalf else ""
    place = _with(event.place, "in", _PLACES)
    words += f", {place}" if place else ""
    voice = look.according_to(event.voice, event.factuality)
    quote = event.evidence[0].exact if event.evidence else event.trigger
    return Sentence(words.removesuffix(",") + voice, quote)


def _decision_head(decision: Decision) -> str:
    """Return the status of a decision, or what it is only said to be."""
    heads = {
        DecisionStatus.PENDING: "Pending",
        DecisionStatus.POSTPONED: "Put off",
        DecisionStatus.TAKEN: "Decided",
        DecisionStatus.REVERSED: "Reversed",
    }
    return heads[decision.status] + told_as(decision.factuality)


def _channel(statement: Statement) -> str:
    """Return the channel where it adds to "said": a letter does, a statement not."""
    word = _CHANNELS.get(statement.channel or "")
    return f", {word}" if word else ""


def _towards(kind: LinkageKind) -> str:
    """Return the word before whom a linkage addresses."""
    return "of" if kind is LinkageKind.DEMAND else "to"


def _say_terms(linkage: Linkage) -> str:
    """Return the terms, each in the words of its article."""
    if linkage.what:
        return quoted(linkage.what.text)
    if linkage.give or linkage.get:
        return f"{_term(linkage.give)} in return for {_term(linkage.get)}"
    if linkage.if_ is None:
        return _term(linkage.then)
    condition = shorten(linkage.if_.text)
    link = "" if condition.lower().startswith(_LINKS) else "if "
    return f"{_term(linkage.then)}, {link}{quoted(condition)}"


def _term(term: Term | None) -> str:
    """Return a term's words, or that they are not told."""
    return quoted(term.text) if term else "something not told"


def _with(text: str | None, word: str, openings: tuple[str, ...]) -> str:
    """Return `text` with a preposition before it, unless it brings its own."""
    line = shorten(text or "", 120)
    own = line.lower().startswith(openings)
    return f"{word} {line}" if line and not own else line


def _since(custody: Custody, days: str) -> str:
    """Return since when, and how long that is."""
    if not custody.from_:
        return "since a day not told"
    return say_since(custody.from_) + (f" ({days})" if days else "")


def _held_by(custody: Custody, look: Lookup) -> str:
    """Return who held somebody or restricted them; never read as who let them go."""
    verb = "ordered" if custody.kind in RESTRICTED else "held"
    holder = _by(look.names(custody.holder, custody.holder_text))
    return f"{verb} {holder}" if holder else ""


def _by(names: tuple[str, ...]) -> str:
    """Return `by A and B`, or nothing."""
    return f"by {join_names(names)}" if names else ""


def _behest(names: tuple[str, ...]) -> str:
    """Return `at the behest of A`, or nothing."""
    return f"at the behest of {join_names(names)}" if names else ""
