"""Gives corrections to a case: finds what is meant, makes the row, stores it."""

import getpass
from collections.abc import Iterable, Mapping

import msgspec

from onrecord.case.correcting import added, anchors_of, edited, make_correction
from onrecord.case.exports.content import type_of
from onrecord.case.lookup import complete_id, find_actor
from onrecord.case.views import Views
from onrecord.case.why import Found, find_fact
from onrecord.config import Config
from onrecord.errors import CorrectionError, UnknownFactError
from onrecord.model.correction import Correction, CorrectionState, Operation
from onrecord.model.records import ACTOR_FIELDS, AnyFact
from onrecord.pipeline import Clock, stamp
from onrecord.store import Store
from onrecord.text.ids import kind_of

ONE_ACTOR = frozenset({"actor", "speaker", "person"})
"""Fields that hold one actor, not a list."""


class Corrector:
    """Makes the corrections of one case. All methods return the row they stored."""

    def __init__(
        self, store: Store, views: Views, *, config: Config, clock: Clock
    ) -> None:
        """Write to `store`, signed with `config.who` and dated by `clock`."""
        self._store, self._views = store, views
        self._config, self._clock = config, clock

    def judge(
        self, operation: Operation, given: str, *, why: str | None, report: bool
    ) -> Correction:
        """Confirm or reject the fact of an id."""
        found = self._find(given)
        if operation is Operation.REJECT and found.rejected and not report:
            raise CorrectionError(f"{found.stands_for} is rejected already.")
        return self._give(operation, why=why, **self._target(found, report=report))

    def edit(
        self, given: str, field: str, value: object, *, why: str | None, report: bool
    ) -> Correction:
        """Set a field of the fact of an id."""
        found = self._find(given)
        if found.fact is None:
            raise CorrectionError(
                f"{found.id} is history; only a current fact is edited."
            )
        fact = self._read_fact(found.id, found.fact) if report else found.fact
        old, new = edited(fact, field, self._named(type_of(fact), field, value))
        target = self._target(found, report=report)
        return self._give(
            Operation.EDIT, why=why, field=field, old=old, new=new, **target
        )

    def add(
        self,
        kind: str,
        article: str,
        words: str,
        fields: Mapping[str, object],
        *,
        nth: int,
        why: str | None,
    ) -> Correction:
        """Add a fact that no reading found."""
        view = self._views.get()
        home = complete_id(article, {one.id for one in view.articles})
        known = {name: self._named(kind, name, fields[name]) for name in fields}
        fact = added(kind, self._store.article(home), words, known, nth=nth)
        if fact.id in {one.id for one in view.read_facts}:
            raise CorrectionError(
                f"A {kind} was added at these words already: {fact.id}; edit that one."
            )
        return self._give(
            Operation.ADD,
            why=why,
            fact_type=kind,
            target=fact.id,
            members=(fact.id,),
            anchors=_builtins(anchors_of([fact])),
            new=msgspec.json.encode(fact).decode(),
        )

    def merge(self, one: str, other: str, *, why: str | None) -> Correction:
        """Join two actors into one."""
        view = self._views.get()
        first, second = find_actor(one, view.actors), find_actor(other, view.actors)
        if first.id == second.id:
            raise CorrectionError(f"{one!r} and {other!r} are one actor, {first.id}.")
        target = self._target(Found(first.id, first.id, first), report=False)
        return self._give(Operation.MERGE, why=why, new=second.id, **target)

    def split(self, given: str, parts: Iterable[str], *, why: str | None) -> Correction:
        """Set article actors apart from the actor they were joined to, for good."""
        view = self._views.get()
        actor = find_actor(given, view.actors)
        whole = set(actor.members or (actor.id,))
        apart = sorted({complete_id(part, whole) for part in parts})
        if not apart:
            raise CorrectionError(
                f"Name the reports of {actor.name} to set apart; `onrecord why` "
                f"{actor.id} lists them."
            )
        facts = self._read_facts(apart, actor)
        return self._give(
            Operation.SPLIT,
            why=why,
            fact_type="actor",
            target=actor.id,
            members=tuple(apart),
            anchors=_builtins(anchors_of(facts)),
        )

    def undo(self, given: str, *, why: str | None) -> Correction:
        """Take a correction back; it then counts as never given."""
        corrections = {one.id: one for one in self._store.corrections()}
        if not corrections:
            raise UnknownFactError("No correction was ever given in this case.")
        undone = corrections[complete_id(given, corrections)]
        states = self._views.get().corrections_state
        if states.get(undone.id) is CorrectionState.UNDONE:
            raise CorrectionError(f"{undone.id} is undone already.")
        return self._give(
            Operation.UNDO,
            why=why,
            undoes=undone.id,
            target=undone.target,
            fact_type=undone.fact_type,
        )

    def _give(self, operation: Operation, **fields: object) -> Correction:
        correction = make_correction(
            operation,
            at=stamp(self._clock()),
            who=self._config.who or getpass.getuser(),
            count=len(self._store.corrections()),
            **fields,
        )
        self._store.add_correction(correction)
        return correction

    def _find(self, given: str) -> Found:
        """Return what an id stands for, looking among mentions and times if need be."""
        is_text_record = kind_of(given) in ("mention", "time")
        view = self._views.get(with_text_records=is_text_record)
        return find_fact(given, view, self._store)

    def _target(self, found: Found, *, report: bool) -> dict[str, object]:
        """Return the fields that say what a correction is about."""
        if found.fact is None:
            raise CorrectionError(
                f"{found.id} is history; nothing current is left of it."
            )
        kind = type_of(found.fact)
        if not report:
            members = found.members()
            facts = self._read_facts(members, found.fact)
            return {
                "fact_type": kind,
                "target": found.stands_for,
                "members": tuple(fact.id for fact in facts),
                "anchors": _builtins(anchors_of(facts)),
            }
        fact = self._read_fact(found.id, found.fact)
        return {
            "fact_type": kind,
            "target": fact.id,
            "members": (fact.id,),
            "anchors": _builtins(anchors_of([fact])),
            "report": True,
        }

    def _read_facts(self, members: Iterable[str], fact: AnyFact) -> list[AnyFact]:
        """Return the read facts behind a fact, those that people added included."""
        known = {one.id: one for one in self._store.facts([type_of(fact)])}
        known.update({one.id: one for one in self._views.get().read_facts})
        return [
            known.get(one, fact) for one in members if one in known or one == fact.id
        ]

    def _read_fact(self, given: str, fact: AnyFact) -> AnyFact:
        """Return the one read fact that `--report` asks for."""
        rows = self._store.fact_history(given)
        if rows:
            return rows[-1].fact
        found = [one for one in self._read_facts([given], fact) if one.id == given]
        if not found or found[0].members:
            raise CorrectionError(
                f"{given} is worked out from other facts; there is no single report."
            )
        return found[0]

    def _named(self, kind: str, field: str, value: object) -> object:
        """Return the value with names of actors as ids, where the field holds actors.

        Several names are separated by `;`.
        """
        if field not in ACTOR_FIELDS.get(kind, ()) or not isinstance(value, str):
            return value
        actors = self._views.get().actors
        parts = [part.strip() for part in value.split(";") if part.strip()]
        ids = [find_actor(part, actors).id for part in parts]
        return ids[0] if field in ONE_ACTOR and len(ids) == 1 else ids


def _builtins(value: object) -> object:
    return msgspec.to_builtins(value)
