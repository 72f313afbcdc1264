"""What a case shows: its lists, pages and reports, each with filters and days.

`Shown` is the half of `Case` that only reads. It is apart from the other half because
one class would be too long to read in one sitting, and long because it is one list of
methods, each a few lines that call the step that does it.
"""

from collections.abc import Collection, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.case.actor_page import ActorPage
from onrecord.case.choosing import Choices, make_filter
from onrecord.case.explain import Why
from onrecord.case.exports import Content
from onrecord.case.filters import check_values, select
from onrecord.case.listing import Listing
from onrecord.case.lookup import actor_names, find_actor
from onrecord.case.moments import Day, Moment, parse_day, parse_moment
from onrecord.case.views import LIST_TYPES, PARTS, Views
from onrecord.case.why import explain, find_fact
from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model.actor import Actor
from onrecord.model.article import Article, Rejected
from onrecord.model.claim import Claim
from onrecord.model.custody import Custody
from onrecord.model.decision import Decision
from onrecord.model.event import Event
from onrecord.model.fact import NARRATOR
from onrecord.model.linkage import Linkage
from onrecord.model.proceeding import Proceeding
from onrecord.model.records import ACTOR_FIELDS, AnyFact
from onrecord.model.relation import Relation
from onrecord.model.statement import Statement
from onrecord.model.stored import SearchHit
from onrecord.model.view import CaseView
from onrecord.store import Store
from onrecord.text.ids import kind_of

if TYPE_CHECKING:
    from onrecord.case.reports import Reports
    from onrecord.report.lines import Brief, Changes, Timeline

R = TypeVar("R")

EXPORTED = {"article": "articles", **{t: name for name, t in LIST_TYPES.items()}}
"""Record type to the view's list of it, in the order of an export."""

ANY_ROLE = (
    "|".join(dict.fromkeys(name for names in ACTOR_FIELDS.values() for name in names))
    + "|responses|asserted_by|denied_by"
)
"""Every field that an actor can stand in."""


class Shown:
    """The part of `Case` that shows what a case holds."""

    def __init__(self, store: Store, *, config: Config) -> None:
        """Show what `store` holds."""
        self.store = store
        self.config = config
        self._views = Views(
            store,
            copy_similarity=config.copy_similarity,
            pack_reports=partial(_pack_reports, config.changed_within_days),
        )
        self._reports: Reports | None = None
        self._choices = Choices(self._views)
        # The view of the last listing with the names in it.
        self._named: tuple[CaseView, dict[str, str]] | None = None

    def _made(self) -> "Reports":
        """Return the reports made so far; their modules load with the first."""
        if self._reports is None:
            from onrecord.case.reports import Reports

            self._reports = Reports(self._views)
        return self._reports

    def view(self, *, as_of: Day = None, recorded_as_of: Moment = None) -> CaseView:
        """Return the whole case as derived: what every other method shows a part of."""
        return self._view(PARTS, as_of, recorded_as_of)

    def _view(
        self, only: Collection[str], as_of: Day, recorded_as_of: Moment
    ) -> CaseView:
        """Return the case as derived, with only these fields sure to be there."""
        return self._views.get(
            as_of=parse_day(as_of, name="as_of"),
            recorded_as_of=parse_moment(recorded_as_of, name="recorded_as_of"),
            only=only,
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
            as_of=as_of,
            recorded_as_of=recorded_as_of,
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
        mode: str | None = None,
        factuality: str | None = None,
        voice: str | None = None,
        since: Day = None,
        until: Day = None,
        text: str | None = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> Listing[Event]:
        """Return who did what to whom; further arguments as those of `statements`.

        Args:
            source: Name or id of who did it, or on whose behalf.
            target: Name or id of whom it was done to.
            event_type: One of PLOVER's sixteen, such as `COERCE`.
            mode: PLOVER's finer type, such as `arrest`.
            factuality: How it is told, such as `asserted` or `denied`.
            voice: Who tells it: `narrator`, or the name or id of a speaker.
            since: First day.
            until: Last day.
            text: Words that must stand in it.
            as_of: Only what had been published by this day.
            recorded_as_of: Only what had been recorded by this time.
        """
        days: dict[str, Any] = {"as_of": as_of, "recorded_as_of": recorded_as_of}
        speaker = None if voice == NARRATOR else voice
        told = self._list(
            "event",
            **days,
            actors={"source|on_behalf_of": source, "target": target},
            values={
                "event_type": event_type,
                "mode": mode,
                "factuality": factuality,
                "voice": voice if speaker is None else None,
            },
            since=since,
            until=until,
            text=text,
        )
        if speaker is None:
            return told
        said = {one.id for one in self.statements(speaker=speaker, **days)}
        return Listing("event", [e for e in told if e.voice in said], told.names)

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
            as_of=as_of,
            recorded_as_of=recorded_as_of,
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
            as_of=as_of,
            recorded_as_of=recorded_as_of,
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
            as_of=as_of,
            recorded_as_of=recorded_as_of,
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
            as_of=as_of,
            recorded_as_of=recorded_as_of,
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
            as_of=as_of,
            recorded_as_of=recorded_as_of,
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
            as_of=as_of,
            recorded_as_of=recorded_as_of,
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
            as_of=as_of,
            recorded_as_of=recorded_as_of,
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
        only = {*EXPORTED.values()} - {"articles"}
        view = self._view(only, as_of, recorded_as_of)
        actor = find_actor(name, view.actors)

        def of(type_: str, fields: str) -> Listing[Any]:
            return self._choose(type_, view, actors={fields: actor.id})

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
        view = self._view({"articles"}, as_of, recorded_as_of)
        return Listing("article", view.articles, {})

    def rejected(self) -> list[Rejected]:
        """Return what could not be read, with the reasons."""
        return self.store.rejected()

    def search(self, words: str, *, limit: int = 20) -> list[SearchHit]:
        """Return the articles that hold all the words, best first.

        Raises:
            InputError: there is no word in `words`.
        """
        if not any(map(str.isalnum, words)):
            raise InputError(f"There is no word to search for in {words!r}; give one.")
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
        from onrecord.case.reports import asked_for, brief_name, recent_brief
        from onrecord.report.lines import Brief

        within = self.config.changed_within_days
        first = parse_day(since, name="since")

        def make() -> Brief:
            view = self._view(PARTS - {"read_facts"}, as_of, recorded_as_of)
            return recent_brief(view, since=first, within_days=within)

        asked = asked_for(f"brief {first} {within}", as_of, recorded_as_of)
        is_plain = first is None and asked[1:] == (None, None)
        name = brief_name(within) if is_plain else None
        return self._made().get(asked, Brief, make, in_file=name)

    def brief_page(
        self,
        *,
        since: Day = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> str:
        """Return the brief as one HTML file; arguments as those of `brief`.

        It has the timeline too, drawn and listed, and each paragraph that is cited.
        """
        from onrecord.case.pages import render_brief

        days: dict[str, Any] = {"as_of": as_of, "recorded_as_of": recorded_as_of}
        brief, timeline = self.brief(since=since, **days), self.timeline(**days)
        view = self._view({"articles", "proceedings"}, **days)
        return render_brief(view, brief, timeline)

    def timeline(
        self,
        *,
        actor: str | None = None,
        kinds: Iterable[str] = (),
        outlets: Iterable[str] = (),
        since: Day = None,
        until: Day = None,
        certainties: Iterable[str] = (),
        with_undated: bool = False,
        limit: int | None = None,
        as_of: Day = None,
        recorded_as_of: Moment = None,
    ) -> "Timeline":
        """Return what happened in order, contradictions side by side.

        Args:
            actor: Name or id; only what it takes part in.
            kinds: `custody`, `stage`, `decision`, `statement`, `event`; none is all.
            outlets: Only what these publishers tell.
            since: First day.
            until: Last day.
            certainties: `day`, `month`, `season`, `year`, `years`, `between`,
                `before`, `after`, `about`, `perhaps`; only days known so, none is all.
            with_undated: Put what has no day at the end, rather than only count it.
            limit: Most rows.
            as_of: Only what had been published by this day.
            recorded_as_of: Only what had been recorded by this time.
        """
        from onrecord.case.reports import TIMELINE, asked_for, first_rows
        from onrecord.report.lines import Timeline
        from onrecord.report.timeline import make_timeline

        filters: dict[str, Any] = {
            "kinds": list(kinds) or None,
            "outlets": list(outlets) or None,
            "since": parse_day(since, name="since"),
            "until": parse_day(until, name="until"),
            "certainties": list(certainties) or None,
            "with_undated": with_undated,
        }
        is_whole = actor is None and not any(filters.values())

        def make() -> Timeline:
            view = self.view(as_of=as_of, recorded_as_of=recorded_as_of)
            actors = [find_actor(actor, view.actors).id] if actor is not None else None
            cut = None if is_whole else limit
            return make_timeline(view, actors=actors, limit=cut, **filters)

        # One whole timeline serves every limit.
        words = "timeline" if is_whole else f"timeline {actor!r} {limit} {filters}"
        asked = asked_for(words, as_of, recorded_as_of)
        name = TIMELINE if is_whole and asked[1:] == (None, None) else None
        timeline = self._made().get(asked, Timeline, make, in_file=name)
        return first_rows(timeline, limit) if is_whole else timeline

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
        wanted = make_filter(
            view.actors,
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

    def _list(
        self, type_: str, *, as_of: Day, recorded_as_of: Moment, **asked: Any
    ) -> Listing[Any]:
        """Return the records of one type that are asked for."""
        check_values(type_, asked.get("values") or {})
        if as_of is None and recorded_as_of is None:
            found = self._choices.choose(type_, EXPORTED[type_], **asked)
            if found is not None:
                return found
        view = self._view({"actors", EXPORTED[type_]}, as_of, recorded_as_of)
        return self._choose(type_, view, **asked)

    def _choose(self, type_: str, view: CaseView, **asked: Any) -> Listing[Any]:
        """Return the records of a view's list that are asked for."""
        wanted = make_filter(view.actors, **asked)
        facts = getattr(view, EXPORTED[type_])
        return Listing(type_, select(facts, wanted), self._names(view))

    def _names(self, view: CaseView) -> dict[str, str]:
        """Return the names of a view's actors, kept for the next listing of it."""
        if self._named is None or self._named[0] is not view:
            self._named = view, actor_names(view)
        return self._named[1]


def _pack_reports(within_days: int, view: CaseView) -> dict[str, bytes]:
    """Return what is kept in the file with the view of everything.

    No method: a view's maker that knew the case would keep it in memory for good.
    """
    from onrecord.case.reports import pack_reports

    return pack_reports(view, within_days=within_days)
