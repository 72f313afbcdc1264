"""`Case`: everything that can be done with a case file, as a typed Python API.

    with onrecord.open("dispute.db") as case:
        case.read("articles/", jobs=2)
        for statement in case.statements(speaker="Verrin", since="2031-03-01"):
            print(statement.content)

What holds here: every method that shows something takes `as_of` (a day: only what had
been published by then) and `recorded_as_of` (a time: only what was recorded by then);
ids may be given by their beginning, actors by any of their names. It is one long module
because it is one list of methods, each a few lines that call the step that does it.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self, TypeVar

import msgspec

from onrecord import __version__
from onrecord.case.corrector import Corrector
from onrecord.case.explain import LoggedCorrection, Why
from onrecord.case.exports import Content, find_format
from onrecord.case.filters import Filter, select
from onrecord.case.listing import Listing
from onrecord.case.lookup import actor_names, find_actor
from onrecord.case.moments import parse_day, parse_moment
from onrecord.case.views import Views
from onrecord.case.why import explain, find_fact, log_of
from onrecord.case.writing import write_export
from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model.actor import Actor
from onrecord.model.article import Article, Received, Rejected
from onrecord.model.claim import Claim
from onrecord.model.correction import Correction, CorrectionState, Operation, Run
from onrecord.model.custody import Custody
from onrecord.model.decision import Decision
from onrecord.model.event import Event
from onrecord.model.linkage import Linkage
from onrecord.model.proceeding import Proceeding
from onrecord.model.records import ACTOR_FIELDS, AnyFact
from onrecord.model.relation import Relation
from onrecord.model.statement import Statement
from onrecord.model.stored import SearchHit
from onrecord.model.view import CaseView
from onrecord.pipeline import (
    Clock,
    MakeReader,
    Progress,
    Reader,
    ReadResult,
    RereadResult,
    load_reader,
    read_into,
    reread,
    stamp,
    utc_now,
)
from onrecord.store import Store
from onrecord.text.ids import kind_of, make_id

if TYPE_CHECKING:
    from onrecord.report.lines import Brief, Changes, Timeline

F = TypeVar("F", bound=AnyFact)
Day = str | date | None
Moment = str | datetime | None

EXPORTED = {
    "article": "articles",
    "actor": "actors",
    "statement": "statements",
    "event": "events",
    "custody": "custody",
    "proceeding": "proceedings",
    "linkage": "linkages",
    "claim": "claims",
    "decision": "decisions",
    "relation": "relations",
}
"""Record type to the view's list of it, in the order of an export."""

ANY_ROLE = (
    "|".join(dict.fromkeys(name for names in ACTOR_FIELDS.values() for name in names))
    + "|responses|asserted_by|denied_by"
)
"""Every field that an actor can stand in."""


class ActorPage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the case holds on one actor."""

    actor: Actor
    said: Listing[Statement]
    said_to: Listing[Statement]
    did: Listing[Event]
    suffered: Listing[Event]
    custody: Listing[Custody]
    proceedings: Listing[Proceeding]
    linkages: Listing[Linkage]
    claims: Listing[Claim]
    decisions: Listing[Decision]
    relations: Listing[Relation]

    def groups(self) -> dict[str, Listing[Any]]:
        """Return the lists by their names, in the order shown."""
        names = [name for name in self.__struct_fields__ if name != "actor"]
        return {name: getattr(self, name) for name in names}


def open_case(
    path: str | Path,
    *,
    create: bool = True,
    read_only: bool = False,
    config: Config | None = None,
    make_reader: MakeReader = load_reader,
    clock: Clock = utc_now,
) -> "Case":
    """Open a case file.

    Args:
        path: The file.
        create: Make it where there is none.
        read_only: Write nothing, whatever is called.
        config: Settings; None takes the defaults.
        make_reader: Makes what reads articles, when first needed. A function that can
            be imported by its name, for processes call it too.
        clock: Gives the time of what is recorded.

    Raises:
        NotACaseError: the path is a folder or another kind of file.
        NewerCaseError: a newer onrecord made the case.
        StoreError: there is no such file, or it cannot be opened.
    """
    config = config or Config()
    store = Store.open(
        path,
        create=create and not read_only,
        read_only=read_only,
        busy_timeout_s=config.busy_timeout_s,
    )
    return Case(store, config=config, make_reader=make_reader, clock=clock)


class Case:
    """An open case file. Use it as a context manager, or call `close`."""

    def __init__(
        self,
        store: Store,
        *,
        config: Config,
        make_reader: MakeReader = load_reader,
        clock: Clock = utc_now,
    ) -> None:
        """Work on an open store; `onrecord.open` makes one."""
        self.store = store
        self.config = config
        self._make_reader, self._clock = make_reader, clock
        self._reader: Reader | None = None
        self._views = Views(store)
        self._corrector = Corrector(store, self._views, config=config, clock=clock)

    def close(self) -> None:
        """Close the file; the last to do so leaves one file. Twice is no harm."""
        self.store.close()

    def __enter__(self) -> Self:
        """Return the case itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    def __repr__(self) -> str:
        return f"<Case {self.store.path}>"

    # Reading

    def read(
        self,
        *paths: str | Path,
        published: Day = None,
        field_map: Mapping[str, str] | None = None,
        stdin: IO[bytes] | None = None,
        jobs: int | None = None,
        progress: Progress | None = None,
    ) -> ReadResult:
        """Read articles into the case, then whatever else is due.

        Args:
            *paths: Files and folders; `-` is `stdin`.
            published: The day of articles that name none themselves, and over what
                they name.
            field_map: Our field names to those of JSON lines.
            stdin: What `-` reads.
            jobs: Processes; None takes the setting. A program that asks for more than
                one must guard its own start with `if __name__ == "__main__"`.
            progress: Is told after each input.

        Raises:
            InputError: a path does not exist, or `published` is no day.
            StoreError: the case cannot be written; what was finished is kept.
        """
        from onrecord.read import read_paths

        inputs = read_paths(
            [str(path) for path in paths],
            config=self.config,
            published=str(published) if published is not None else None,
            field_map=field_map,
            stdin=stdin,
        )
        return self.read_received(inputs, jobs=jobs, progress=progress)

    def read_received(
        self,
        inputs: Iterable[Received | Rejected],
        *,
        jobs: int | None = None,
        progress: Progress | None = None,
    ) -> ReadResult:
        """Read what readers of your own hand over; see `read`."""
        reader, run = self._start_run("read")
        return read_into(
            self.store,
            inputs,
            reader=reader,
            run=run,
            make_reader=self._make_reader,
            jobs=jobs or self.config.jobs,
            clock=self._clock,
            progress=progress,
        )

    def reread(
        self, *, jobs: int | None = None, progress: Progress | None = None
    ) -> RereadResult:
        """Read again what another version of onrecord read; say what changed.

        Corrections are applied again to what is found. Those that find nothing any more
        are listed as orphaned, and kept.
        """
        reader, run = self._start_run("reread")
        before = self._orphans()
        result = reread(
            self.store,
            reader=reader,
            run=run,
            make_reader=self._make_reader,
            jobs=jobs or self.config.jobs,
            clock=self._clock,
            progress=progress,
        )
        orphaned = tuple(sorted(self._orphans() - before))
        return msgspec.structs.replace(result, orphaned=orphaned)

    # What the case holds

    def view(self, *, as_of: Day = None, recorded_as_of: Moment = None) -> CaseView:
        """Return the whole case as derived: what every other method shows a part of."""
        return self._views.get(
            as_of=parse_day(as_of, name="as_of"),
            recorded_as_of=parse_moment(recorded_as_of, name="recorded_as_of"),
        )

    def statements(
        self,
        *,
        speaker: str | None = None,
        addressee: str | None = None,
        act: str | None = None,
        channel: str | None = None,
        since: Day = None,
        until: Day = None,
        text: str | None = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> Listing[Statement]:
        """Return who said what, earliest known first.

        Args:
            speaker: Name or id of who speaks, or for whom is spoken.
            addressee: Name or id of who is spoken to.
            act: What is done by saying it, such as `deny`.
            channel: Where it was said, such as `letter`.
            since: First day.
            until: Last day. Both are compared with the time in the world, and where
                none is told with the day it was known from.
            text: Words that must stand in it.
            as_of: Only what had been published by this day.
            recorded_as_of: Only what had been recorded by this time.

        Raises:
            UnknownFactError: nobody has that name.
            InputError: several do (they are listed), or a day is no day.
        """
        return self._list(
            "statement",
            self.view(as_of=as_of, recorded_as_of=recorded_as_of),
            actors={"speaker|on_behalf_of": speaker, "addressee": addressee},
            values={"act": act, "channel": channel},
            since=since,
            until=until,
            text=text,
        )

    def events(
        self,
        *,
        source: str | None = None,
        target: str | None = None,
        event_type: str | None = None,
        since: Day = None,
        until: Day = None,
        text: str | None = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> Listing[Event]:
        """Return who did what to whom; arguments as those of `statements`."""
        return self._list(
            "event",
            self.view(as_of=as_of, recorded_as_of=recorded_as_of),
            actors={"source|on_behalf_of": source, "target": target},
            values={"event_type": event_type},
            since=since,
            until=until,
            text=text,
        )

    def custody(
        self,
        *,
        person: str | None = None,
        holder: str | None = None,
        kind: str | None = None,
        status: str | None = None,
        since: Day = None,
        until: Day = None,
        text: str | None = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> Listing[Custody]:
        """Return who is or was held; arguments as those of `statements`."""
        return self._list(
            "custody",
            self.view(as_of=as_of, recorded_as_of=recorded_as_of),
            actors={"person": person, "holder|on_behalf_of": holder},
            values={"kind": kind, "status": status},
            since=since,
            until=until,
            text=text,
        )

    def proceedings(
        self,
        *,
        actor: str | None = None,
        kind: str | None = None,
        status: str | None = None,
        since: Day = None,
        until: Day = None,
        text: str | None = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> Listing[Proceeding]:
        """Return where each legal process stands; `actor` in any part in it."""
        return self._list(
            "proceeding",
            self.view(as_of=as_of, recorded_as_of=recorded_as_of),
            actors={"subject|forum|requested_by|decider": actor},
            values={"kind": kind, "status": status},
            since=since,
            until=until,
            text=text,
        )

    def linkages(
        self,
        *,
        actor: str | None = None,
        kind: str | None = None,
        since: Day = None,
        until: Day = None,
        text: str | None = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> Listing[Linkage]:
        """Return what is tied to what; `actor` proposed, addressed or answering."""
        return self._list(
            "linkage",
            self.view(as_of=as_of, recorded_as_of=recorded_as_of),
            actors={"proposed_by|addressed_to|responses": actor},
            values={"kind": kind},
            since=since,
            until=until,
            text=text,
        )

    def claims(
        self,
        *,
        actor: str | None = None,
        contested: bool | None = None,
        text: str | None = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> Listing[Claim]:
        """Return what more than one party speaks to; `actor` on either side."""
        return self._list(
            "claim",
            self.view(as_of=as_of, recorded_as_of=recorded_as_of),
            actors={"asserted_by|denied_by": actor},
            values={"contested": contested},
            text=text,
        )

    def decisions(
        self,
        *,
        decider: str | None = None,
        status: str | None = None,
        since: Day = None,
        until: Day = None,
        text: str | None = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> Listing[Decision]:
        """Return what is to be decided or was; arguments as those of `statements`."""
        return self._list(
            "decision",
            self.view(as_of=as_of, recorded_as_of=recorded_as_of),
            actors={"decider": decider},
            values={"status": status},
            since=since,
            until=until,
            text=text,
        )

    def relations(
        self,
        *,
        actor: str | None = None,
        other: str | None = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> Listing[Relation]:
        """Return how pairs of actors stand to each other."""
        return self._list(
            "relation",
            self.view(as_of=as_of, recorded_as_of=recorded_as_of),
            actors={"actors": actor, "actors|actors": other},
        )

    def actors(
        self,
        *,
        kind: str | None = None,
        text: str | None = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> Listing[Actor]:
        """Return who takes part; `text` must stand in a name or the words around it."""
        return self._list(
            "actor",
            self.view(as_of=as_of, recorded_as_of=recorded_as_of),
            values={"kind": kind},
            text=text,
        )

    def actor(
        self, name: str, *, as_of: Day = None, recorded_as_of: Moment = None
    ) -> ActorPage:
        """Return everything one actor said, did and suffered.

        Raises:
            UnknownFactError: nobody goes by `name`.
            InputError: several do; the message lists them.
        """
        view = self.view(as_of=as_of, recorded_as_of=recorded_as_of)
        actor = find_actor(name, view.actors)

        def of(type_: str, fields: str) -> Listing[Any]:
            return self._list(type_, view, actors={fields: actor.id})

        return ActorPage(
            actor=actor,
            said=of("statement", "speaker|on_behalf_of"),
            said_to=of("statement", "addressee"),
            did=of("event", "source|on_behalf_of"),
            suffered=of("event", "target"),
            custody=of("custody", "person|holder|on_behalf_of"),
            proceedings=of("proceeding", "subject|forum|requested_by|decider"),
            linkages=of("linkage", "proposed_by|addressed_to|responses"),
            claims=of("claim", "asserted_by|denied_by"),
            decisions=of("decision", "decider"),
            relations=of("relation", "actors"),
        )

    def articles(
        self, *, as_of: Day = None, recorded_as_of: Moment = None
    ) -> Listing[Article]:
        """Return the articles, earliest first; near copies name what they copy."""
        view = self.view(as_of=as_of, recorded_as_of=recorded_as_of)
        return Listing("article", view.articles, {})

    def rejected(self) -> list[Rejected]:
        """Return what could not be read, with the reasons."""
        return self.store.rejected()

    def search(self, words: str, *, limit: int = 20) -> list[SearchHit]:
        """Return the articles that hold all the words, best first."""
        return self.store.search(words, limit=limit)

    def verify(self) -> list[str]:
        """Return what is wrong with the file, one sentence a problem; none is good."""
        return self.store.verify()

    # Reports

    def brief(
        self,
        *,
        since: Day = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> "Brief":
        """Return where the dispute stands; `since` says what counts as recent."""
        from onrecord.report.brief import make_brief

        view = self.view(as_of=as_of, recorded_as_of=recorded_as_of)
        return make_brief(view, since=parse_day(since, name="since"))

    def timeline(
        self,
        *,
        since: Day = None,
        until: Day = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> "Timeline":
        """Return what happened in order, contradictions side by side."""
        from onrecord.report.timeline import make_timeline

        return make_timeline(
            self.view(as_of=as_of, recorded_as_of=recorded_as_of),
            since=parse_day(since, name="since"),
            until=parse_day(until, name="until"),
        )

    def changes(
        self, before: Day, after: Day, *, recorded_as_of: Moment = None
    ) -> "Changes":
        """Return what was known on two days, and what changed between them and why."""
        from onrecord.report.changes import compare_views

        return compare_views(
            self.view(as_of=before, recorded_as_of=recorded_as_of),
            self.view(as_of=after, recorded_as_of=recorded_as_of),
        )

    def why(
        self, given: str, *, as_of: Day = None, recorded_as_of: Moment = None
    ) -> Why:
        """Return the words behind a fact, who read them, and what became of it.

        Raises:
            UnknownFactError: the case has no such fact.
            InputError: several ids begin with `given`.
        """
        moment = parse_moment(recorded_as_of, name="recorded_as_of")
        view = self._views.get(
            as_of=parse_day(as_of, name="as_of"),
            recorded_as_of=moment,
            with_text_records=kind_of(given) in ("mention", "time"),
        )
        found = find_fact(given, view, self.store)
        return explain(found, view, self.store, recorded_as_of=moment)

    # Corrections

    def confirm(
        self, fact: str, *, why: str | None = None, report: bool = False
    ) -> Correction:
        """Say that a fact is right; `report` limits it to the one read fact."""
        return self._corrector.judge(Operation.CONFIRM, fact, why=why, report=report)

    def reject(
        self, fact: str, *, why: str | None = None, report: bool = False
    ) -> Correction:
        """Say that a fact is wrong: it stays out, whoever finds it again."""
        return self._corrector.judge(Operation.REJECT, fact, why=why, report=report)

    def edit(
        self,
        fact: str,
        field: str,
        value: object,
        *,
        why: str | None = None,
        report: bool = False,
    ) -> Correction:
        """Set a field of a fact. Actors may be given by name.

        Raises:
            CorrectionError: the field cannot be edited or the value is not of its kind.
        """
        return self._corrector.edit(fact, field, value, why=why, report=report)

    def add(
        self,
        type_: str,
        *,
        article: str,
        words: str,
        nth: int = 0,
        why: str | None = None,
        **fields: object,
    ) -> Correction:
        """Add a fact that no reading found.

        Args:
            type_: Its record type.
            article: The article that says it.
            words: The words that say it, character for character.
            nth: Which occurrence of them, from 1; 0 where there is only one.
            why: The reason.
            **fields: The fact's own fields; actors may be given by name.

        Raises:
            CorrectionError: the words are not there, or a field is missing or wrong.
        """
        return self._corrector.add(type_, article, words, fields, nth=nth, why=why)

    def merge(self, one: str, other: str, *, why: str | None = None) -> Correction:
        """Say that two actors are the same."""
        return self._corrector.merge(one, other, why=why)

    def split(self, actor: str, *parts: str, why: str | None = None) -> Correction:
        """Say that these article actors are not the actor they were joined to."""
        return self._corrector.split(actor, parts, why=why)

    def undo(self, correction: str, *, why: str | None = None) -> Correction:
        """Take a correction back."""
        return self._corrector.undo(correction, why=why)

    def log(self, *, recorded_as_of: Moment = None) -> list[LoggedCorrection]:
        """Return all corrections in the order given, with what became of each."""
        moment = parse_moment(recorded_as_of, name="recorded_as_of")
        states = self._views.get(recorded_as_of=moment).corrections_state
        return log_of(self.store.corrections(recorded_as_of=moment), states)

    # Export

    def content(
        self,
        *,
        types: Iterable[str] = (),
        actor: str | None = None,
        since: Day = None,
        until: Day = None,
        text: str | None = None,
        read_facts: bool = False,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> Content:
        """Return the records of an export; see `export`."""
        chosen = list(types) or list(EXPORTED)
        unknown = [name for name in chosen if name not in EXPORTED]
        if unknown:
            raise InputError(
                f"{unknown[0]!r} is no record type; they are {', '.join(EXPORTED)}."
            )
        view = self._views.get(
            as_of=parse_day(as_of, name="as_of"),
            recorded_as_of=parse_moment(recorded_as_of, name="recorded_as_of"),
            with_text_records=read_facts,
        )
        wanted = self._filter(
            view,
            actors={ANY_ROLE: actor},
            since=since,
            until=until,
            text=text,
        )
        records: dict[str, list[Article | AnyFact]] = {}
        for name in EXPORTED:
            if name in chosen:
                found = getattr(view, EXPORTED[name])
                is_fact = name not in ("article", "actor")
                records[name] = list(select(found, wanted) if is_fact else found)
        if read_facts:
            records["read"] = list(select(view.read_facts, wanted))
        return Content(records, actor_names(view))

    def export(
        self, format_: str, out: str | Path | IO[str], **choice: Any
    ) -> dict[str, int]:
        """Write the case's records in a format.

        Args:
            format_: `jsonl` (articles, actors, facts, one record a line) or `csv`.
            out: A file or stream. A format that needs a file for each record type
                (csv) takes a folder, unless one type is chosen.
            **choice: As in `content`: `types`, `actor`, `since`, `until`, `text`,
                `read_facts`, `as_of`, `recorded_as_of`.

        Returns:
            How many records of each type were written.

        Raises:
            InputError: there is no such format or type, or `out` cannot take it.
        """
        chosen = find_format(format_)
        return write_export(chosen, self.content(**choice), out)

    def _start_run(self, command: str) -> tuple[Reader, Run]:
        """Load the reader, once, and open a run that names it."""
        if self._reader is None:
            self._reader = self._make_reader()
        started = stamp(self._clock())
        parts = (started, self._reader.fingerprint, len(self.store.runs()))
        run = Run(
            id=make_id("run", *parts),
            started_at=started,
            version=__version__,
            fingerprint=self._reader.fingerprint,
            models=dict(self._reader.parts),
            settings={"command": command},
        )
        self.store.start_run(run)
        return self._reader, run

    def _orphans(self) -> set[str]:
        states = self._views.get().corrections_state
        return {c for c, state in states.items() if state is CorrectionState.ORPHANED}

    def _list(self, type_: str, view: CaseView, **asked: Any) -> Listing[Any]:
        """Return the records of a view's list that are asked for."""
        wanted = self._filter(view, **asked)
        facts = getattr(view, EXPORTED[type_])
        return Listing(type_, select(facts, wanted), actor_names(view))

    @staticmethod
    def _filter(
        view: CaseView,
        *,
        actors: Mapping[str, str | None] | None = None,
        values: Mapping[str, object] | None = None,
        since: Day = None,
        until: Day = None,
        text: str | None = None,
    ) -> Filter:
        """Return a filter with names resolved and days checked."""
        return Filter(
            actors={
                fields: find_actor(name, view.actors).id
                for fields, name in (actors or {}).items()
                if name is not None
            },
            values={k: v for k, v in (values or {}).items() if v is not None},
            since=parse_day(since, name="since"),
            until=parse_day(until, name="until"),
            text=text,
        )
