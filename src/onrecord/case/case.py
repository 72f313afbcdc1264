"""`Case`: everything that can be done with a case file, as a typed Python API.

    with onrecord.open("dispute.db") as case:
        case.read("articles/", jobs=2)
        for statement in case.statements(speaker="Verrin", since="2031-03-01"):
            print(statement.content)

What holds here: every method that shows something takes `as_of` (a day: only what had
been published by then) and `recorded_as_of` (a time: only what was recorded by then);
ids may be given by their beginning, actors by any of their names. What shows is in
`Shown`; reading, correcting, removing and exporting are here. It is long because it is
one list of methods, each a few lines that call the step that does it.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Self

import msgspec

from onrecord import __version__
from onrecord.case.corrector import Corrector
from onrecord.case.explain import LoggedCorrection
from onrecord.case.exports import TimelineFormat, find_format
from onrecord.case.forgetting import find_meant
from onrecord.case.listing import Listing
from onrecord.case.lookup import complete_id
from onrecord.case.moments import Day, Moment, parse_moment
from onrecord.case.shown import Shown
from onrecord.case.translating import translate
from onrecord.case.why import log_of
from onrecord.case.writing import timeline_choice, write_export, write_pieces
from onrecord.config import Config
from onrecord.model.article import Article, Received, Rejected
from onrecord.model.correction import Correction, CorrectionState, Operation, Run
from onrecord.model.stored import Forgotten
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
from onrecord.text.ids import make_id

if TYPE_CHECKING:
    from onrecord.read.web import Fetch

MOST_NAMED = 100
"""Articles that are listed as still holding a forgotten name's last word."""


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


class Case(Shown):
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
        super().__init__(store, config=config)
        self._make_reader, self._clock = make_reader, clock
        self._reader: Reader | None = None
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
        stdin: BinaryIO | None = None,
        translation_of: str | None = None,
        fetch: bool = False,
        allow_private: bool = False,
        jobs: int | None = None,
        progress: Progress | None = None,
    ) -> ReadResult:
        """Read articles into the case, then whatever else is due.

        Args:
            *paths: Files and folders; `-` is `stdin`; web addresses as text, each of
                which is leave to fetch that one page.
            published: The day of articles that name none themselves, and over what
                they name.
            field_map: Our field names to those of JSON lines.
            stdin: What `-` reads.
            translation_of: Id of the foreign article in the case that these are a
                person's translation of. Facts are read from the translation.
            fetch: Fetch the pages that feeds name, too.
            allow_private: Fetch from addresses that are not public.
            jobs: Processes; None takes the setting. A program that asks for more than
                one must guard its own start with `if __name__ == "__main__"`.
            progress: Is told after each input.

        Raises:
            InputError: a path does not exist, or `published` is no day.
            UnknownFactError: the case has no article `translation_of`.
            StoreError: the case cannot be written; what was finished is kept.
        """
        from onrecord.read import read_paths

        named = [str(path) for path in paths]
        inputs = read_paths(
            named,
            config=self.config,
            published=str(published) if published is not None else None,
            field_map=field_map,
            stdin=stdin,
            fetch=self._fetch(named, follow=fetch, allow_private=allow_private),
            follow=fetch,
        )
        if translation_of is not None:
            known = {one.id: one for one in self.store.articles()}
            original = known[complete_id(translation_of, known)]
            inputs = translate(inputs, original)
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

    # Removing

    def to_forget(self, given: str) -> Listing[Article]:
        """Return the articles that `forget` removes with an article or an actor.

        Raises:
            UnknownFactError: the case has no such article or actor.
            InputError: several actors go by that name.
        """
        return Listing("article", find_meant(given, self.view()).articles, {})

    def forget(self, given: str, *, vacuum: bool = True) -> Forgotten:
        """Remove an article, or every article that names an actor, for good.

        Texts, received files, facts, corrections that rest on them alone, and the
        search index: nothing of them is left in the file. They are not read again
        unless `lift` allows it.

        Args:
            given: An article's id, or an actor's id or name.
            vacuum: Write the file anew, so that it gets smaller.

        Raises:
            UnknownFactError: the case has no such article or actor.
            InputError: several actors go by that name.
        """
        meant = find_meant(given, self.view())
        done = self.store.forget(
            [one.id for one in meant.articles],
            words=meant.words,
            rewrite=vacuum,
            at=stamp(self._clock()),
        )
        last = meant.last_word()
        named = self.store.search(f'"{last}"', limit=MOST_NAMED) if last else []
        return msgspec.structs.replace(
            done, still_named=tuple(sorted(one.article for one in named))
        )

    def lift(self, article: str) -> None:
        """Let a forgotten article be read again; its whole id is needed."""
        self.store.lift(article)

    # Export

    def export(
        self, format_: str, out: str | Path | IO[str], **choice: Any
    ) -> dict[str, int]:
        """Write the case's records in a format.

        Args:
            format_: `jsonl` (articles, actors, facts, one record a line), `csv` or
                `plover` (coded events); of the timeline `timelinejs` (JSON for
                TimelineJS) or `ics` (a calendar).
            out: A file or stream. A format that needs a file for each record type
                (csv) takes a folder, unless one type is chosen.
            **choice: As in `content`: `types`, `actor`, `since`, `until`, `text`,
                `read_facts`, `as_of`, `recorded_as_of`. Formats of the timeline take
                those of `timeline`, with `types` for its `kinds`.

        Returns:
            How many records of each type were written, or rows under `timeline`.

        Raises:
            InputError: there is no such format or type, or `out` cannot take it.
        """
        chosen = find_format(format_)
        if isinstance(chosen, TimelineFormat):
            timeline = self.timeline(**timeline_choice(chosen.name, choice))
            write_pieces(chosen.render(timeline), out)
            return {"timeline": len(timeline.rows)}
        return write_export(chosen, self.content(**choice), out)

    def _fetch(
        self, paths: Iterable[str], *, follow: bool, allow_private: bool
    ) -> "Fetch | None":
        """Return what fetches pages, where that is asked for; else load none of it."""
        from onrecord.read.web import is_web_address

        if not follow and not any(map(is_web_address, paths)):
            return None
        from onrecord.read.fetch import Fetcher

        return Fetcher(self.config, allow_private=allow_private).fetch

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
