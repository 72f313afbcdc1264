"""Writes the pages of docs/reference that are made from the code: run `make docs`.

A test compares the pages with what this gives, so they cannot fall behind. Meanings
come from docstrings: a key without a line under `Attributes` is an error.
"""

import inspect
import re
import sqlite3
import types
import typing
from collections.abc import Callable, Collection, Iterable
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any

import click
import msgspec

import onrecord
from onrecord import errors, times
from onrecord.case import Case
from onrecord.case.actor_page import ActorPage
from onrecord.case.explain import LoggedCorrection, Why
from onrecord.case.shown import EXPORTED
from onrecord.cli.app import COMMANDS, app
from onrecord.config import Config
from onrecord.model import edtf
from onrecord.model.actor import Actor, ActorRole, Mention
from onrecord.model.article import Appearance, Article, Rejected
from onrecord.model.claim import Claim, Position
from onrecord.model.correction import Correction
from onrecord.model.custody import Condition, Custody
from onrecord.model.decision import Decision
from onrecord.model.event import Event
from onrecord.model.evidence import Evidence, Span
from onrecord.model.fact import Fact
from onrecord.model.linkage import Linkage, Response, Term
from onrecord.model.proceeding import AnnouncedDay, Proceeding, Stage
from onrecord.model.records import ACTOR_FIELDS, RECORD_TYPES
from onrecord.model.relation import Point, Relation
from onrecord.model.statement import Statement
from onrecord.model.stored import Forgotten, SearchHit
from onrecord.model.time import Time, TimeExpression
from onrecord.pipeline.results import ReadResult, RereadResult
from onrecord.report.lines import Brief, Changes, Line, Timeline
from onrecord.store import schema, views

FOLDER = Path(__file__).parent / "reference"

RECORDS: dict[type[Any], tuple[type[Any], ...]] = {
    Article: (Appearance,),
    Actor: (ActorRole,),
    Statement: (),
    Event: (),
    Custody: (Condition,),
    Proceeding: (Stage, AnnouncedDay),
    Linkage: (Term, Response),
    Claim: (Position,),
    Decision: (),
    Relation: (Point,),
    Mention: (),
    Time: (),
}
"""Each record type, with the parts that are explained under it."""

PRINTED: dict[str, type[Any]] = {
    "brief": Brief,
    "timeline": Timeline,
    "changes": Changes,
    "why": Why,
    "read": ReadResult,
    "reread": RereadResult,
    "confirm`, `reject`, `edit`, `add`, `merge`, `split`, `undo": Correction,
    "forget": Forgotten,
}
"""Commands whose `--json` is one object, and what it is."""

LISTED: dict[str, type[Any]] = {
    "search": SearchHit,
    "log": LoggedCorrection,
    "articles --rejected": Rejected,
}
"""Commands whose `--json` is a list, and what it is of."""

CASE_GROUPS = {
    "Lists": [
        "statements", "events", "custody", "proceedings", "linkages", "claims",
        "decisions", "relations", "actors", "articles", "rejected",
    ],
    "Looking closer": [
        "actor", "why", "search", "view", "content", "verify",
    ],
    "Reports": ["brief", "brief_page", "timeline", "changes"],
    "Reading": ["read", "read_received", "reread"],
    "Corrections": [
        "confirm", "reject", "edit", "add", "merge", "split", "undo", "log",
    ],
    "Removing for good": ["to_forget", "forget", "lift"],
    "Export and close": ["export", "close"],
}  # fmt: skip
"""Methods of `Case` in the order of the page."""

TABLES = {
    "articles": "Each text once, with the metadata of its earliest appearance.",
    "appearances": "Each time and place where a text was met.",
    "originals": "The bytes as received, compressed, by their hash.",
    "rejected": "What could not be read, and why.",
    "runs": "Each reading: version, models, settings.",
    "readings": "Which run read which article, and until when that counted.",
    "facts": "Read facts. `body` is the record as JSON without its defaults; a row "
    "with `superseded_at` was replaced by a later reading.",
    "mention_rows": "Mentions as numbers; see the view `mentions`.",
    "time_rows": "Time expressions as numbers; see the view `times`.",
    "shapes": "What many mentions or times have in common.",
    "redirects": "Replaced ids, and what each leads to.",
    "corrections": "What people put right, in the order given; `body` holds all of it.",
    "forgotten": "Hashes of what was removed for good; no content.",
    "cache": "Derived case facts, packed. May be emptied at any time.",
    "meta": "A counter that goes up when content changes, and whether the file has "
    "overwritten whatever it deleted from its beginning.",
    "article_words": "Full-text index of `articles` (FTS5).",
}
"""What each table of a case file is for."""


def commands_page() -> str:
    """Return the page of all commands, from their `--help`."""
    parts = [
        "# Commands\n",
        "Made from `--help`; `make docs` writes it again. Exit code 0 is done, 1 "
        "failed (or something was rejected), 2 wrong usage. With `--json` an error is "
        '`{"error": {"type": ..., "message": ...}}` on stderr.\n',
    ]
    # As the command line makes it: "-h" beside "--help" is one of its settings.
    settings = {**app.context_settings, "terminal_width": 78}
    context = click.Context(app, info_name="onrecord", **settings)
    parts.append(f"```\n{app.get_help(context)}\n```\n")
    for name in COMMANDS:
        command = app.get_command(context, name)
        if command is not None:
            inner = click.Context(
                command, info_name=name, parent=context, terminal_width=78
            )
            parts.append(f"## {name}\n\n```\n{command.get_help(inner)}\n```\n")
    return "\n".join(parts)


def settings_page() -> str:
    """Return the page of all settings, from the docstring of `Config`."""
    meaning = attributes(Config)
    rows = [
        f"| `{field.name}` | `ONRECORD_{field.name.upper()}` | `{field.default}` | "
        f"{meaning[field.name]} |"
        for field in fields(Config)
    ]
    return "\n".join(
        [
            "# Settings\n",
            "Flags go over environment variables, these over a TOML file (`--config`, "
            "`ONRECORD_CONFIG`, else `onrecord.toml` in the working folder), and this "
            "over the defaults. An unknown setting is an error.\n",
            "| name | variable | default | meaning |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def records_page() -> str:
    """Return the page of all records, from the structs of `model`."""
    parts = [
        "# Records\n",
        "What `onrecord export --format jsonl` writes, one record a line, in this "
        f"order: {', '.join(f'`{name}`' for name in EXPORTED)}. "
        "With `--read-facts` come what single articles say, marked "
        '`"level": "read"`, and the two records of the text itself, `mention` and '
        "`time`. `--json` of a list gives the same records.\n",
        "`type` names the record. A key that is unknown is absent in a record and "
        "`null` in a part of one. Days are EDTF (ISO 8601-2: `2031-03`, `2031-03~`, "
        "`2031-03-01/2031-04-15`, `../2031-03-05`). A key that names an actor holds "
        "its id, and `<key>_text` the words. In CSV `<key>` is the name and "
        "`<key>_id` the id; parts are JSON, and the first evidence stands in "
        "`article`, `start`, `end` and `exact` (`evidence_…` where the record has a "
        "key of that name), and "
        "`evidence_count` counts all.\n",
        "## Every fact\n\nAll records but `article` have these, and their own below.\n",
        *_keys(Fact),
        "### Evidence\n\n" + summary(Evidence) + "\n",
        *_keys(Evidence),
    ]
    for kind, inside in RECORDS.items():
        parts.append(f"## {_record_name(kind)}\n\n{summary(kind)}\n")
        parts += _keys(kind)
        for part in inside:
            parts.append(f"### {_title(part)}\n\n{summary(part)}\n")
            parts += _keys(part)
    return "\n".join(parts)


def json_page() -> str:
    """Return the page of what `--json` prints that is no record."""
    groups = ", ".join(f"`{one}`" for one in ActorPage.__struct_fields__)
    rows = [(f"`{name}`", _type(kind)) for name, kind in PRINTED.items()]
    rows += [(f"`{name}`", f"list of {_type(kind)}") for name, kind in LISTED.items()]
    rows += [
        ("the other lists", "list of [records](records.md)"),
        ("`actor`", f"{groups}: a [record](records.md), then lists of them"),
        ("`export`", "`out`, and `records`: how many of each type"),
        ("`verify`", "`problems`: list of text, empty if all is well"),
        ("any, on failure", "`error`: `type`, `message`; on stderr"),
    ]
    parts = [
        "# JSON of commands\n",
        "What `--json` prints. `null` is unknown. Days are EDTF, offsets are Unicode "
        "code points, and every id can be given to `onrecord why`. Keys of records "
        "are in [Records](records.md).\n",
        "| command | prints |",
        "| --- | --- |",
        *(f"| {command} | {what} |" for command, what in rows),
        "",
    ]
    for kind in _reached([*PRINTED.values(), *LISTED.values()]):
        parts.append(f"## {_title(kind)}\n\n{summary(kind)}\n")
        base = Line if issubclass(kind, Line) and kind is not Line else None
        if base:
            parts.append("Has the keys of a [line](#line), and:\n")
        inherited = base.__struct_fields__ if base else ()
        parts += _json_keys(kind, left_out=inherited)
    return "\n".join(parts)


def _json_keys(kind: type[Any], *, left_out: Collection[str]) -> list[str]:
    """Return the table of keys; without meanings where the text above says all."""
    meaning = attributes(kind)
    columns = ["key", "type", "meaning"] if meaning else ["key", "type"]
    rows = [f"| {' | '.join(columns)} |", f"| {' | '.join('---' for _ in columns)} |"]
    for field in msgspec.structs.fields(kind):
        if field.name not in left_out:
            cells = [f"`{field.encode_name}`", _type(field.type)]
            cells += [meaning[field.encode_name]] if meaning else []
            rows.append(f"| {' | '.join(cells)} |")
    return [*rows, ""]


def _reached(kinds: list[type[Any]]) -> list[type[Any]]:
    """Return structs and all structs in their fields, each before its parts."""
    found: list[type[Any]] = []
    todo = list(kinds)
    while todo:
        kind = todo.pop(0)
        if kind in found:
            continue
        found.append(kind)
        base = [Line] if issubclass(kind, Line) and kind is not Line else []
        todo += [*_structs_in(typing.get_type_hints(kind).values()), *base]
    return found


def _structs_in(hints: Iterable[Any]) -> list[type[Any]]:
    found = []
    for hint in hints:
        if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
            found += [] if hint is Span else [hint]
        else:
            found += _structs_in(typing.get_args(hint))
    return found


def python_page() -> str:
    """Return the page of the Python API, from signatures and docstrings."""
    parts = [
        "# Python\n",
        "`import onrecord` gives `open`, `Case`, `Config`, `OnrecordError` and "
        "`__version__`. Everything else is reached through a case. Days may be "
        "`datetime.date` or `YYYY-MM-DD`, times `datetime.datetime` or ISO text (in "
        "UTC unless it says otherwise). Ids may be given by their beginning, actors "
        "by any of their names. `as_of` shows only what had been published by a day, "
        "`recorded_as_of` only what had been recorded by a time. A `Listing` is a "
        "sequence of [records](records.md) that shows itself as a table in a "
        "notebook.\n",
        _function("onrecord.open", onrecord.open),
        "## Case\n\n" + summary(Case) + "\n",
    ]
    for title, names in CASE_GROUPS.items():
        parts.append(f"### {title}\n")
        parts += [_function(f"case.{name}", getattr(Case, name)) for name in names]
    parts.append("## Config\n\n" + summary(Config) + "\n")
    defaults = ", ".join(f"{one.name}={one.default!r}" for one in fields(Config))
    parts.append(f"```python\n{_wrapped(f'onrecord.Config({defaults})')}\n```\n")
    parts.append("What each means is in [Settings](settings.md).\n")
    parts.append("## Errors\n\nIn `onrecord.errors`; catch `OnrecordError` for all.\n")
    parts += ["| error | kind of | when |", "| --- | --- | --- |"]
    for error in vars(errors).values():
        if isinstance(error, type):
            base = error.__bases__[0].__name__
            parts.append(f"| `{error.__name__}` | `{base}` | {summary(error)} |")
    return "\n".join([*parts, ""])


def times_page() -> str:
    """Return the page of `onrecord.times`, from its functions and the EDTF module."""
    calls = ("parse", "is_valid", "bounds", "known_by", "precision", "qualifier")
    calls += ("order_key", "overlaps", "same", "display")
    code = re.compile(r"^ {4}", re.MULTILINE)
    example = "\n\n".join(inspect.cleandoc(times.__doc__ or "").split("\n\n")[1:3])
    rules = inspect.cleandoc(edtf.__doc__ or "").split("\n\n")
    parts = [
        "# Time expressions\n",
        "`onrecord.times` finds the time expressions of English text without a case, a "
        "model or a file. How to use it is in [Dates](../how-to/dates.md).\n",
        f"```python\n{code.sub('', example)}\n```\n",
        _function("times.find", times.find),
        _function("times.to_timeml", times.to_timeml),
        "## Time expression\n\n" + summary(TimeExpression) + "\n",
        *_keys(TimeExpression),
        "Types, values and modifiers are those of TIMEX3 (TimeML 1.2.1). A value of "
        "TIMEX3 that EDTF cannot write, such as a week, a quarter or a half, is the "
        "interval of its days in `edtf`. Lengths and what repeats have no `edtf`, but "
        "for a length that is counted from a day.\n",
        "## EDTF\n\n`times.edtf`. " + " ".join(rules[1].split()) + "\n",
        f"```text\n{code.sub('', rules[2])}\n```\n",
        " ".join(rules[3].split()) + "\n",
    ]
    parts += [_function(f"edtf.{name}", getattr(edtf, name)) for name in calls]
    return "\n".join(parts)


def case_file_page() -> str:
    """Return the page of tables and views, from the schema."""
    db = sqlite3.connect(":memory:")
    for statement in (*schema.VERSION_1, *schema.VERSION_2):
        db.execute(statement)
    views.make_views(db)
    parts = [
        "# The case file\n",
        "A case is one SQLite file; `PRAGMA application_id` is "
        f"`{schema.APPLICATION_ID:#x}` (`onrc`), `PRAGMA user_version` its format. "
        "While it is open, SQLite keeps a `-wal` and a `-shm` file beside it; the "
        "last to close it folds them in. Read it with any SQLite tool. Write to it "
        "only through onrecord.\n",
        "## Views\n",
        "One for each record type, for people: current read facts, as single "
        "articles say them, with the article and its exact words beside them. "
        "Corrections are not applied and actors are those of single articles; for "
        "case facts use `onrecord export`. What the columns mean is in "
        "[Records](records.md); lists are joined by `; `.\n",
        "| view | columns |",
        "| --- | --- |",
    ]
    named = db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
    parts += [f"| `{view}` | {_columns(db, view)} |" for (view,) in named.fetchall()]
    parts += ["\n## Tables\n", "| table | what it holds | columns |"]
    parts.append("| --- | --- | --- |")
    for table in stored_tables(db):
        parts.append(f"| `{table}` | {TABLES[table]} | {_columns(db, table)} |")
    db.close()
    return "\n".join([*parts, ""])


def stored_tables(db: sqlite3.Connection) -> list[str]:
    """Return the tables of a case, in the order of `TABLES`, SQLite's own left out."""
    found = {
        name
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith(("article_words_", "sqlite_"))
    }
    return sorted(found, key=list(TABLES).index)


def attributes(kind: type) -> dict[str, str]:
    """Return the meaning of each attribute, from the docstring of a class."""
    text = inspect.cleandoc(kind.__doc__ or "")
    _, _, section = text.partition("Attributes:\n")
    section = section.split("\n\n")[0]
    lines = re.sub(r"\n {5,}", " ", section)
    pairs = re.findall(r"^ {4}(\w+): (.*)$", lines, re.MULTILINE)
    return dict(pairs)


def summary(kind: Any) -> str:
    """Return what a docstring says before its sections, as one paragraph each."""
    text = inspect.cleandoc(kind.__doc__ or "")
    text = re.split(r"\n\n(?:Attributes|Args|Returns|Raises|Source):", text)[0]
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _keys(kind: type[Any]) -> list[str]:
    """Return the table of a struct's own keys, as JSON has them."""
    meaning = attributes(kind)
    base = Fact if issubclass(kind, Fact) and kind is not Fact else None
    inherited = {one.name for one in msgspec.structs.fields(base)} if base else set()
    rows = ["| key | type | meaning |", "| --- | --- | --- |"]
    actors = ACTOR_FIELDS.get(_record_name(kind), ()) if base else ()
    for field in msgspec.structs.fields(kind):
        if field.name not in inherited:
            said = _type(field.type, is_actor=field.name in actors)
            key = field.encode_name
            rows.append(f"| `{key}` | {said} | {meaning[key]} |")
    return [*rows, ""]


def _type(kind: Any, *, is_actor: bool = False) -> str:
    """Return a type in words."""
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        (kind,) = [one for one in inside if one is not type(None)]
        return _type(kind, is_actor=is_actor)
    if origin is tuple:
        if inside[0] is Span:
            return "list of `[start, end]`"
        return f"list of {_type(inside[0], is_actor=is_actor)}"
    if origin is dict:
        return f"object of {_type(inside[1])}"
    if origin is typing.Literal:
        return " or ".join(f"`{one}`" for one in inside)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return ", ".join(f"`{one.value}`" for one in kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        title = _title(kind).lower()
        return f"[{title}](#{title.replace(' ', '-')})"
    plain = {
        object: "any value",
        str: "text",
        int: "whole number",
        float: "number",
        bool: "true or false",
    }
    return "actor id" if is_actor else plain[kind]


def _title(kind: type) -> str:
    """Return a struct's name in words; two packages have a `TypeChanges`."""
    name = kind.__name__
    if name == "TypeChanges" and kind.__module__.startswith("onrecord.pipeline"):
        name = "RereadChanges"
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).capitalize()


def _record_name(kind: type) -> str:
    names = {record: name for name, record in RECORD_TYPES.items()}
    return names.get(kind, "article")


def _function(name: str, function: Callable[..., Any]) -> str:
    """Return a function's signature and the first paragraph of its docstring."""
    text = inspect.cleandoc(function.__doc__ or "").split("\n\n")[0]
    return f"```python\n{_wrapped(_signature(name, function))}\n```\n\n{text}\n"


def _signature(name: str, function: Callable[..., Any]) -> str:
    """Return a signature in one line, types by their bare names."""
    found = inspect.signature(function)
    shown = [one for one in found.parameters.values() if one.name != "self"]
    text = f"{name}{found.replace(parameters=shown)}"
    text = re.sub(r"str \| datetime\.(date|datetime) \| None", r"\1 | str | None", text)
    text = re.sub(r"\b(?:\w+\.)+(?=[A-Z])", "", text)
    text = re.sub(r"Callable\[\[\], datetime\.datetime\]", "Clock", text)
    text = re.sub(r"<function (\w+) at \w+>", r"\1", text)
    text = re.sub(r"Union\[([^\]]*\[\w+\])\]", _with_bars, text)
    return text.replace("'", "") if "-> '" in text else text


def _with_bars(union: re.Match[str]) -> str:
    """Return `Union[A, B]` as `A | B`."""
    return union[1].replace(", ", " | ")


def _wrapped(call: str) -> str:
    """Return a call, one argument a line where it is long."""
    head, _, rest = call.partition("(")
    inner, _, tail = rest.rpartition(")")
    if len(call) <= 88 or not inner:
        return call
    pieces, depth = [""], 0
    for char in inner:
        depth += (char in "[(") - (char in "])")
        if char == "," and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += char
    lines = "".join(f"    {piece.strip()},\n" for piece in pieces)
    return f"{head}(\n{lines}){tail}"


def _columns(db: sqlite3.Connection, table: str) -> str:
    rows = db.execute(f"PRAGMA table_info({table})")
    return ", ".join(f"`{row[1]}`" for row in rows)


PAGES = {
    "commands.md": commands_page,
    "settings.md": settings_page,
    "records.md": records_page,
    "json.md": json_page,
    "python.md": python_page,
    "case-file.md": case_file_page,
    "times.md": times_page,
}
"""File of docs/reference to what makes it."""


def main() -> None:
    """Write all pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main()
