"""Commands that list records: one function of `Case` each."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.options import case_argument, json_option, open_named, shows, within
from onrecord.config import Config

if TYPE_CHECKING:
    from onrecord.case import Case
    from onrecord.case.listing import Listing


def _show(
    config: Config,
    path: str,
    as_json: bool,
    ask: "Callable[[Case], Listing[Any]]",
) -> None:
    """Open the case, ask, and print what it lists."""
    from onrecord.case.exports.content import to_record
    from onrecord.cli.output import print_json, print_listing

    with open_named(config, path) as case:
        listing = ask(case)
    if as_json:
        print_json([to_record(record) for record in listing])
    else:
        print_listing(config, listing)


@click.command("actors")
@shows
@click.option("--kind", help="person, state, public_body, organization, group, …")
@click.option("--text", metavar="WORDS", help="Only with these words in it.")
@click.pass_obj
def actors_command(
    config: Config, /, case_file: str, as_json: bool, **asked: Any
) -> None:
    """List who takes part."""
    _show(config, case_file, as_json, lambda case: case.actors(**asked))


@click.command("statements")
@shows
@within
@click.option("--speaker", metavar="NAME", help="Who speaks, or for whom.")
@click.option("--addressee", metavar="NAME", help="Who is spoken to.")
@click.option("--act", help="assert, deny, accuse, demand, refuse, offer, warn, …")
@click.option("--channel", help="letter, interview, court_hearing, post, …")
@click.pass_obj
def statements_command(
    config: Config, /, case_file: str, as_json: bool, **asked: Any
) -> None:
    """List who said what."""
    _show(config, case_file, as_json, lambda case: case.statements(**asked))


@click.command("events")
@shows
@within
@click.option("--source", metavar="NAME", help="Who did it.")
@click.option("--target", metavar="NAME", help="To whom.")
@click.option("--type", "event_type", help="COERCE, REQUEST, ACCUSE, …")
@click.option("--mode", help="arrest, release, visit, demo, firearms, …")
@click.option(
    "--factuality", help="asserted, negated, denied, planned, asked, hypothetical"
)
@click.option("--voice", metavar="NAME", help="Who tells it: narrator, or a speaker.")
@click.pass_obj
def events_command(
    config: Config, /, case_file: str, as_json: bool, **asked: Any
) -> None:
    """List who did what to whom."""
    _show(config, case_file, as_json, lambda case: case.events(**asked))


@click.command("custody")
@shows
@within
@click.option("--person", metavar="NAME", help="Who is held.")
@click.option("--holder", metavar="NAME", help="Who holds.")
@click.option("--kind", help="detention, prison, house_arrest, bail, exit_ban, …")
@click.option("--status", help="held, wanted, past")
@click.pass_obj
def custody_command(
    config: Config, /, case_file: str, as_json: bool, **asked: Any
) -> None:
    """List who is held, where and on what terms."""
    _show(config, case_file, as_json, lambda case: case.custody(**asked))


@click.command("proceedings")
@shows
@within
@click.option("--actor", metavar="NAME", help="Who has any part in it.")
@click.option("--kind", help="extradition, criminal, asylum, civil, …")
@click.option("--status", help="open, closed, suspended, unknown")
@click.pass_obj
def proceedings_command(
    config: Config, /, case_file: str, as_json: bool, **asked: Any
) -> None:
    """List where each legal process stands."""
    _show(config, case_file, as_json, lambda case: case.proceedings(**asked))


@click.command("linkages")
@shows
@within
@click.option("--actor", metavar="NAME", help="Who proposes, is addressed or answers.")
@click.option("--kind", help="exchange, demand, offer, condition, threat")
@click.pass_obj
def linkages_command(
    config: Config, /, case_file: str, as_json: bool, **asked: Any
) -> None:
    """List who demands what in exchange for what."""
    _show(config, case_file, as_json, lambda case: case.linkages(**asked))


@click.command("claims")
@shows
@click.option("--actor", metavar="NAME", help="Who is on either side.")
@click.option(
    "--contested/--uncontested", default=None, help="Only with, or without, two sides."
)
@click.option("--text", metavar="WORDS", help="Only with these words in it.")
@click.pass_obj
def claims_command(
    config: Config, /, case_file: str, as_json: bool, **asked: Any
) -> None:
    """List what one side asserts and another denies."""
    _show(config, case_file, as_json, lambda case: case.claims(**asked))


@click.command("decisions")
@shows
@within
@click.option("--decider", metavar="NAME", help="Who decides.")
@click.option("--status", help="pending, postponed, taken, reversed")
@click.pass_obj
def decisions_command(
    config: Config, /, case_file: str, as_json: bool, **asked: Any
) -> None:
    """List what is still undecided, and what was decided."""
    _show(config, case_file, as_json, lambda case: case.decisions(**asked))


@click.command("relations")
@shows
@click.option("--actor", metavar="NAME", help="One of the pair.")
@click.option("--other", metavar="NAME", help="The other one.")
@click.pass_obj
def relations_command(
    config: Config, /, case_file: str, as_json: bool, **asked: Any
) -> None:
    """List how pairs of actors stand to each other."""
    _show(config, case_file, as_json, lambda case: case.relations(**asked))


@click.command("articles")
@shows
@click.option("--rejected", is_flag=True, help="What could not be read, with reasons.")
@click.pass_obj
def articles_command(
    config: Config, /, case_file: str, as_json: bool, rejected: bool, **asked: Any
) -> None:
    """List the articles of a case, or what was rejected."""
    if rejected:
        _show_rejected(config, case_file, as_json)
    else:
        _show(config, case_file, as_json, lambda case: case.articles(**asked))


def _show_rejected(config: Config, path: str, as_json: bool) -> None:
    from onrecord.cli.output import make_console, make_table, print_json, safe

    with open_named(config, path) as case:
        found = case.rejected()
    if as_json:
        print_json(found)
        return
    console = make_console(config)
    table = make_table(["source", "reason"])
    for one in found:
        table.add_row(safe(one.source), safe(one.reason))
    if found:
        console.print(table)
    console.print(f"{len(found):,} rejected")


@click.command("search")
@case_argument
@click.argument("words")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1))
@json_option
@click.pass_obj
def search_command(
    config: Config, /, case_file: str, words: str, limit: int, as_json: bool
) -> None:
    """Find articles by their words, best first."""
    from onrecord.case.columns import say_when
    from onrecord.cli.output import make_console, make_table, print_json, safe

    with open_named(config, case_file) as case:
        hits = case.search(words, limit=limit)
    if as_json:
        print_json(hits)
        return
    console = make_console(config)
    table = make_table(["article", "published", "title", "words"])
    for hit in hits:
        cells = (hit.article, say_when(hit.published), hit.title or "", hit.snippet)
        table.add_row(*(safe(cell) for cell in cells))
    if hits:
        console.print(table)
    console.print(f"{len(hits):,} article{'s' * (len(hits) != 1)}")
