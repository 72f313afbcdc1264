"""Small things that sentences are made of: lists, quotations, kinds in plain words.

Labels here are the words a reader sees for the values of the model; a value that has
none is shown with its underscores as spaces.
"""

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model.fact import Factuality
from onrecord.model.linkage import LinkageKind, Stance
from onrecord.model.proceeding import ProceedingKind
from onrecord.model.statement import Act

QUOTE_CHARS = 180
"""Longest quotation in a line: two lines of a terminal."""

MANY = 5
"""From so many names on, a list ends with a count."""


class Sentence(NamedTuple):
    """A sentence and the words of the evidence that belong to it, if any."""

    words: str
    quote: str | None = None

    def whole(self) -> str:
        """Return the sentence with its quotation."""
        return f"{self.words}: {quoted(self.quote)}" if self.quote else self.words


HOW_HELD = {
    "detention": "",
    "prison": "in prison",
    "house_arrest": "under house arrest",
    "bail": "on bail",
    "exit_ban": "under an exit ban",
    "hostage": "as a hostage",
    "deportation_custody": "in deportation custody",
    "wanted": "",
}

RESTRICTED = frozenset({"bail", "exit_ban", "house_arrest", "parole", "probation"})
"""Kinds of custody outside a cell: "restricted" rather than "held"."""

PROCEEDING_OF = {
    ProceedingKind.EXTRADITION: "Extradition of",
    ProceedingKind.CRIMINAL: "Criminal case against",
    ProceedingKind.ASYLUM: "Asylum claim of",
    ProceedingKind.CIVIL: "Civil case of",
    ProceedingKind.ARBITRATION: "Arbitration of",
    ProceedingKind.SANCTION: "Sanction case against",
    ProceedingKind.INQUIRY: "Inquiry into",
}

LINKAGE_HEADS = {
    LinkageKind.EXCHANGE: "Exchange",
    LinkageKind.DEMAND: "Demanded",
    LinkageKind.OFFER: "Offered",
    LinkageKind.CONDITION: "Condition",
    LinkageKind.THREAT: "Threatened",
}

STANCES = {
    Stance.ACCEPTS: "Accepted by",
    Stance.REJECTS: "Refused by",
    Stance.EVADES: "Left unanswered by",
    Stance.DENIES_LINK: "Link denied by",
}

SAID = {
    Act.ASSERT: "said",
    Act.DENY: "denied",
    Act.ACCUSE: "accused",
    Act.DEMAND: "demanded",
    Act.REFUSE: "refused",
    Act.DECLINE: "declined to comment",
    Act.PROMISE: "promised",
    Act.THREATEN: "threatened",
    Act.OFFER: "offered",
    Act.WARN: "warned",
    Act.ACKNOWLEDGE: "acknowledged",
    Act.PRAISE: "praised",
    Act.CRITICISE: "criticised",
    Act.ASK: "asked",
}

EVENT_NOUNS = {
    "AGREE": ("Agreement", "with"),
    "CONSULT": ("Talks", "with"),
    "SUPPORT": ("Support", "for"),
    "CONCEDE": ("Concession", "to"),
    "COOPERATE": ("Cooperation", "with"),
    "AID": ("Aid", "to"),
    "RETREAT": ("Retreat", "towards"),
    "REQUEST": ("Request", "to"),
    "ACCUSE": ("Accusation", "against"),
    "REJECT": ("Refusal", "towards"),
    "THREATEN": ("Threat", "against"),
    "PROTEST": ("Protest", "against"),
    "SANCTION": ("Sanction", "against"),
    "MOBILIZE": ("Mobilisation", "against"),
    "COERCE": ("Coercion", "against"),
    "ASSAULT": ("Assault", "on"),
}
"""PLOVER's types as a reader would say them, and the word before the target."""

FACTUALITY_WORDS = {
    Factuality.NEGATED: "told as not so",
    Factuality.DENIED: "denied",
    Factuality.PLANNED: "planned",
    Factuality.ASKED: "asked for",
    Factuality.HYPOTHETICAL: "only as a possibility",
}


def plain(value: str) -> str:
    """Return a value of the model as words: `exit_ban` as `exit ban`."""
    return value.replace("_", " ")


def one_line(text: str) -> str:
    """Return `text` with every run of white space as one space."""
    return " ".join(text.split())


def shorten(text: str, limit: int = QUOTE_CHARS) -> str:
    """Return `text` on one line, cut after a whole word with ` …` when too long."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    cut = head.rfind(" ")
    # A word longer than half the room (a link, a script without spaces) is cut inside.
    whole = head[:cut] if cut > limit // 2 else head
    return whole.rstrip(" ,;:—-\u2013") + " …"


def quoted(text: str, limit: int = QUOTE_CHARS) -> str:
    """Return `text` shortened, in quotation marks of its own or in ours."""
    line = shorten(text, limit)
    if line[:1] == "“" and line[-1:] == "”" and line.count("“") == 1:
        return line
    return f"“{line}”"


def join_names(names: Sequence[str]) -> str:
    """Return `A`, `A and B`, `A, B and C`, `A, B, C, D and 3 others`."""
    if len(names) > MANY:
        names = [*names[: MANY - 1], f"{len(names) - MANY + 1} others"]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def capital(text: str) -> str:
    """Return `text` with its first letter upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def told_as(factuality: Factuality) -> str:
    """Return ` (planned)` and the like; nothing for what is asserted."""
    words = FACTUALITY_WORDS.get(factuality)
    return f" ({words})" if words else ""
