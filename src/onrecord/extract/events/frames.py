"""Frames: which event a clause tells, from the lexicons of events.

Rules that hold here:
- A phrase of verb and object ("impose sanctions") is asked before the verb alone.
- Frames of one word are tried in their order; the first whose tests hold is taken.
- A verb that only lends its noun a subject ("carried out the arrest") is one event with
  the noun, whose frame counts.
- Half a word only describes ("the Kestrian-backed council"). No frame fits: no event.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.extract.events.slots import Slots
from onrecord.model.clause import Argument, Clause, PredicateKind, Role, Tense
from onrecord.model.event import EventType
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Row

# Tests that a preposition further back in the clause can pass as well.
_WHO = frozenset(("ACTOR", "STATE", "BODY"))
_TYPES = frozenset(EventType)
REPEATED = frozenset(
    (
        EventType.COERCE,
        EventType.ASSAULT,
        EventType.RETREAT,
        EventType.SANCTION,
        EventType.PROTEST,
    )
)
"""Types of which a bare noun ("the arrest") can be another mention."""
# What is asked, refused or threatened gives the mode (PLOVER's modes of these types).
_MODES: Mapping[EventType, Mapping[EventType, str]] = {
    EventType.REQUEST: {
        EventType.RETREAT: "yield",
        EventType.CONCEDE: "yield",
        EventType.CONSULT: "meet",
        EventType.AID: "assist",
        EventType.COOPERATE: "assist",
        EventType.SUPPORT: "assist",
    },
    EventType.THREATEN: {
        EventType.ASSAULT: "violence",
        EventType.COERCE: "restrict",
        EventType.SANCTION: "relations",
    },
}


@dataclass(frozen=True, slots=True)
class Frame:
    """The event a clause tells: its row, its words, and whose clauses hold its sides.

    `noun` is the noun clause that a light verb or phrase tells the event with.
    """

    row: Row
    trigger: tuple[Span, ...]
    noun: Clause | None = None
    subject: str = "agent"

    @property
    def event_type(self) -> EventType:
        """The frame's type."""
        return EventType(self.row["type"])


@lru_cache(maxsize=2048)
def parse_tests(cell: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return a cell's tests: "patient:PERSON,@crowd; kind:verb" as slots and words."""
    tests = []
    for test in cell.split(";"):
        slot, _, words = test.strip().partition(":")
        tests.append((slot, tuple(w.strip() for w in words.split(","))))
    return tuple(tests)


class Frames:
    """Finds the frame of each clause of a document, each clause once."""

    def __init__(self, slots: Slots) -> None:
        """Take the document's slots and its lexicons."""
        lexicons = slots.context.lexicons
        self._slots = slots
        self._words = lexicons["events"]
        self._phrases = lexicons["event_objects"]
        self._lights = lexicons["event_lights"]
        self._found: dict[int, Frame | None] = {}

    def of(self, clause: Clause) -> Frame | None:
        """Return the event that a clause tells, None where it tells none."""
        if clause.index not in self._found:
            self._found[clause.index] = None  # a clause inside itself ends here
            self._found[clause.index] = self._find(clause)
        return self._found[clause.index]

    def mode(self, clause: Clause, frame: Frame) -> str | None:
        """Return a frame's mode; that of a demand or threat is what it is about."""
        modes = _MODES.get(frame.event_type)
        if modes is not None and "mode" not in frame.row:
            for inner in self.inner(clause):
                about = self.of(inner)
                if about is None:
                    continue
                if about.row.get("mode") in ("arrest", "expel"):
                    return about.row["mode"] if "AID" not in modes else "change"
                if about.event_type in modes:
                    return modes[about.event_type]
        return frame.row.get("mode")

    def inner(self, clause: Clause) -> Iterator[Clause]:
        """Give the clauses that are a clause's complement or object."""
        for argument in clause.arguments:
            inner = self._slots.context.clause(argument.clause)
            if inner is None:
                inner = self._slots.nouns.get(argument.head.start)
            if inner is not None and inner.index != clause.index:
                yield inner

    # -- finding -----------------------------------------------------------------

    def _find(self, clause: Clause) -> Frame | None:
        if self._slots.is_half_word(clause):
            return None
        return (
            self._phrase(clause)
            or self._light(clause)
            or self._word(clause)
            or self._raised(clause)
        )

    def _phrase(self, clause: Clause) -> Frame | None:
        """Return the frame of a verb with its object, or of a compound noun."""
        objects = clause.kind is PredicateKind.VERB and clause.all(Role.PATIENT)
        for argument in clause.arguments:
            # "Six states impose ..." does not "impose a state", though states may.
            if argument.clause is not None or (objects and argument.role is Role.AGENT):
                continue
            for row in self._rows(clause, argument):
                if self._holds(clause, row):
                    noun = self._slots.nouns.get(argument.head.start)
                    return Frame(row, (clause.predicate, argument.head), noun)
        return None

    def _rows(self, clause: Clause, argument: Argument) -> Iterator[Row]:
        """Give the rows of a verb with an object, the object's two words first."""
        lemma, marker = self._slots.lemma(argument), argument.marker
        if clause.kind is PredicateKind.NOUN:
            yield from _numbered(self._phrases, f"{lemma} {self._noun_lemma(clause)}")
            return
        between = "" if marker is None or marker == "by" else f"{marker} "
        if argument.head.start > argument.span.start:
            before = self._slots.word_before(argument.head.start)
            key = f"{clause.lemma} {between}{before} {lemma}"
            yield from _numbered(self._phrases, key)
        yield from _numbered(self._phrases, f"{clause.lemma} {between}{lemma}")

    def _raised(self, clause: Clause) -> Frame | None:
        """Return the frame of "is willing to", where what is to be done has none."""
        parent = self._slots.context.parent(clause)
        if clause.raised is None or parent is None or parent.lemma != "be":
            return None
        for row in _numbered(self._words, f"be {clause.raised}"):
            if self._holds(clause, row):
                return Frame(row, (clause.predicate,))
        return None

    def _noun_lemma(self, clause: Clause) -> str:
        return self._slots.context.words(clause.predicate).lower()

    def _light(self, clause: Clause) -> Frame | None:
        """Return the frame of the noun that a light verb tells."""
        light = self._lights.get(clause.lemma)
        if light is None or clause.kind is PredicateKind.NOUN:
            return None
        for argument in self._slots.arguments(clause, "patient"):
            noun = self._slots.nouns.get(argument.head.start)
            if noun is None or noun.index == clause.index:
                continue
            row = self._row(noun, light=True)
            if row is not None:
                trigger = (clause.predicate, argument.head)
                return Frame(row, trigger, noun, light["subject"])
        return None

    def _word(self, clause: Clause) -> Frame | None:
        row = self._row(clause, light=False)
        return None if row is None else Frame(row, (clause.predicate,))

    def _row(self, clause: Clause, *, light: bool) -> Row | None:
        """Return the first row of a clause's word whose tests hold."""
        for row in _numbered(self._words, clause.lemma):
            if clause.kind is PredicateKind.NOUN:
                noun = row.get("noun")
                if noun == "never" or (noun == "light" and not light):
                    continue
            if self._holds(clause, row, light=light):
                return row
        return None

    # -- tests -------------------------------------------------------------------

    def _holds(self, clause: Clause, row: Row, *, light: bool = False) -> bool:
        """Whether all of a row's tests hold and none that forbids it does."""
        if "unless" in row and any(
            self._test(clause, *t) for t in parse_tests(row["unless"])
        ):
            return False
        waived: tuple[str, ...] = ("agent",) if light else ()
        if clause.kind is PredicateKind.NOUN and not clause.arguments:
            # A bare noun has no sides to test; it must repeat what an article has told.
            waived = ("agent", "patient") if row["type"] in REPEATED else waived
        return "if" not in row or all(
            slot in waived or self._test(clause, slot, words)
            for slot, words in parse_tests(row["if"])
        )

    def _test(self, clause: Clause, slot: str, words: tuple[str, ...]) -> bool:
        """Whether one test holds."""
        if slot == "kind":
            return clause.kind.value in words
        if slot == "voice":
            return clause.voice.value in words
        arguments = self._slots.arguments(clause, slot)
        if words == ("NONE",):
            return not arguments
        if not arguments and not _WHO.isdisjoint(words):
            return self._slots.is_behind(clause, slot)
        if slot == "complement":
            return any(self._is_said(clause, a, words) for a in arguments)
        return any(self._slots.fits(a, w) for a in arguments for w in words)

    def _is_others(self, clause: Clause, inner: Clause) -> bool:
        """Whether somebody else than the speaker is told what must be done."""
        speakers = {w.actor for w in self._slots.who(clause, "agent")}
        doers = {w.actor for w in self._slots.who(inner, "agent")}
        if doers:
            return doers.isdisjoint(speakers)
        return self.of(inner) is not None

    def _is_said(
        self, clause: Clause, argument: Argument, words: tuple[str, ...]
    ) -> bool:
        """Whether a complement is a clause of these types, words or forms."""
        marker = argument.marker
        inner = self._slots.context.clause(argument.clause)
        if inner is None:
            return False
        for word in words:
            if word in ("ANY", "CLAUSE") or word == inner.lemma:
                return True
            if word == "VERB-TO" and marker == "to":
                return True
            if word == "WHETHER" and (marker in ("if", "whether") or inner.question):
                return True
            if word == "FACT" and marker != "to" and inner.modality is None:
                return inner.tense in (Tense.PAST, Tense.PRESENT)
            if word == "MUST" and inner.modality in ("must", "should", "ought"):
                return self._is_others(clause, inner)
            if word in _TYPES:
                frame = self.of(inner)
                if frame is not None and frame.event_type == word:
                    return True
        return False


def _numbered(table: Mapping[str, Row], key: str) -> Iterator[Row]:
    """Give the rows of a key in their order: "attack", "attack 2", ... without gaps."""
    row = table.get(key)
    number = 2
    while row is not None:
        yield row
        row = table.get(f"{key} {number}")
        number += 1
