"""Commands that show one thing whole: an actor, the reasons for a fact."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.options import open_named, shows
from onrecord.config import Config

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.case.actor_page import ActorPage
    from onrecord.case.explain import Original, Report, Why

HEADINGS = {
    "said": "Said",
    "said_to": "Was told",
    "did": "Did",
    "suffered": "Suffered",
    "custody": "Custody",
    "proceedings": "Proceedings",
    "linkages": "Demands, offers, exchanges",
    "claims": "Claims",
    "decisions": "Decisions",
    "relations": "Relations",
}


@click.command("actor")
@shows
@click.argument("name")
@click.pass_obj
def actor_command(
    config: Config, /, case_file: str, name: str, as_json: bool, **asked: Any
) -> None:
    """Show everything one actor said, did and suffered. NAME may be an alias or id."""
    with open_named(config, case_file) as case:
        page = case.actor(name, **asked)
    if as_json:
        _print_actor_json(page)
    else:
        _print_actor(config, page)


def _print_actor_json(page: "ActorPage") -> None:
    from onrecord.case.exports.content import to_record
    from onrecord.cli.output import print_json

    groups = page.groups().items()
    lists = {name: [to_record(one) for one in group] for name, group in groups}
    print_json({"actor": to_record(page.actor), **lists})


def _print_actor(config: Config, page: "ActorPage") -> None:
    from rich.text import Text

    from onrecord.cli.output import make_console, print_listing, safe

    console = make_console(config)
    actor = page.actor
    console.print(Text(f"{safe(actor.name)}  {actor.kind}  {actor.id}", style="bold"))
    if actor.aliases:
        console.print(safe(f"also called: {', '.join(actor.aliases)}"))
    for role in actor.roles:
        console.print(safe(role.title + (f" of {role.of}" if role.of else "")))
    for name, group in page.groups().items():
        if group:
            console.print(Text(f"\n{HEADINGS[name]}", style="bold"))
            print_listing(config, group)


@click.command("why")
@shows
@click.argument("fact", metavar="FACT-ID")
@click.pass_obj
def why_command(
    config: Config, /, case_file: str, fact: str, as_json: bool, **asked: Any
) -> None:
    """Show the words behind a fact, who read them, and what became of it."""
    from onrecord.cli.output import make_console, print_json

    with open_named(config, case_file) as case:
        why = case.why(fact, **asked)
    if as_json:
        print_json(why)
        return
    console = make_console(config)
    _print_head(console, why)
    for report in why.reports:
        _print_report(console, report)
    _print_corrections(console, why)


def _print_head(console: "Console", why: "Why") -> None:
    from rich.text import Text

    from onrecord.cli.output import safe

    moved = f" → {why.stands_for}" if why.stands_for != why.id else ""
    console.print(Text(f"{why.type} {why.id}{moved}", style="bold"))
    if why.rejected:
        console.print(Text("rejected: it is not shown anywhere else", style="bold"))
    elif why.fact is None:
        console.print(Text("no current reading finds it; this is its history"))
    for name, value in (why.fact or {}).items():
        if name in _TOLD_ELSEWHERE or value in ([], (), "", {}):
            continue
        for line in _say_field(name, value, why.names):
            console.print(safe(line))
    if why.sources is not None:
        plural = "s" * (why.sources != 1)
        console.print(Text(f"  {why.sources} independent source{plural}"))


_TOLD_ELSEWHERE = frozenset(
    {"type", "id", "evidence", "members", "level", "run", "recorded_at", "sources"}
    | {"method", "corrected"}
    | {f"{name}_spans" for name in ("content", "cue", "source", "target", "trigger")}
)


# Stages and terms have evidence of their own, which stands among that of the fact.
_TOLD_OF_THE_WHOLE = frozenset({"evidence", "spans", "known_from"})


def _say_field(name: str, value: object, names: Mapping[str, str]) -> Iterator[str]:
    """Give the lines of a field; records inside it have one each."""
    if isinstance(value, list | tuple) and any(isinstance(one, dict) for one in value):
        yield f"  {name}:"
        for one in value:
            yield f"    - {_say(one, names)}"
    else:
        yield f"  {name}: {_say(value, names)}"


def _say(value: object, names: Mapping[str, str]) -> str:
    """Return a value in a line, with names beside the ids of actors."""
    import msgspec

    if isinstance(value, str):
        return f"{names[value]} ({value})" if value in names else value
    if isinstance(value, list | tuple):
        return ", ".join(_say(one, names) for one in value)
    if not isinstance(value, dict):
        return msgspec.json.encode(value).decode()
    told = {
        name: one
        for name, one in value.items()
        if name not in _TOLD_OF_THE_WHOLE and one not in (None, [], (), "", {})
    }
    if told.keys() == {"text"}:
        return f"“{told['text']}”"
    return ", ".join(f"{name}: {_say(one, names)}" for name, one in told.items())


def _print_report(console: "Console", report: "Report") -> None:
    from rich.padding import Padding
    from rich.text import Text

    from onrecord.cli.output import mark_pieces, safe

    head = ", ".join(
        part for part in (report.publisher, report.published, report.title) if part
    )
    copy = f" (copy of {report.duplicate_of})" if report.duplicate_of else ""
    if report.latest_version:
        copy += f" (the page was changed since: {report.latest_version})"
    elif report.version_of:
        copy += f" (a later version of {report.version_of})"
    replaced = "" if report.current else f"  replaced {report.superseded_at}"
    console.print()
    console.print(safe(f"{head or 'article'}  {report.article}{copy}{replaced}"))
    styled = console.is_terminal and not console.no_color
    if report.original:
        console.print(safe(_say_original(report.original)))
    for passage in report.passages:
        console.print(Padding(mark_pieces(passage.pieces, styled=styled), (0, 0, 0, 4)))
        if passage.original:
            console.print(Padding(safe(passage.original), (0, 0, 0, 8)))
    made = f"{report.fact}  by {report.method or 'an unnamed rule'}"
    if report.run:
        made += f", run {report.run}, onrecord {report.version or 'unknown'}"
    recorded = f", recorded {report.recorded_at}" if report.recorded_at else ""
    console.print(Text(f"    {made}{recorded}", style="dim"))


def _say_original(original: "Original") -> str:
    named = (original.publisher, original.published, original.title)
    head = ", ".join(part for part in named if part)
    return f"    translated from {original.language}: {head}  {original.article}"


def _print_corrections(console: "Console", why: "Why") -> None:
    from onrecord.cli.output import safe

    if why.corrections:
        console.print()
    for one in why.corrections:
        row = one.correction
        reason = f": {row.why}" if row.why else ""
        change = f" {row.field} {row.old} → {row.new}" if row.field else ""
        console.print(
            safe(f"{row.id}  {row.operation}{change}, {row.who}, {row.at}{reason}")
        )
        console.print(safe(f"    {one.state}"))
