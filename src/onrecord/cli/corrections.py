"""Commands that correct a case: rows with who, when and why."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.options import case_argument, corrects, json_option, open_named
from onrecord.config import Config

if TYPE_CHECKING:
    from onrecord.case import Case
    from onrecord.model.correction import Correction

report_option = click.option(
    "--report", is_flag=True, help="Only this one article's report of it."
)
fact_argument = click.argument("fact", metavar="FACT-ID")


def _give(
    config: Config,
    path: str,
    who: str | None,
    as_json: bool,
    give: "Callable[[Case], Correction]",
) -> None:
    """Open the case, give a correction, and print the row."""
    from onrecord.cli.output import print_json, print_text

    with open_named(config, path, who=who) as case:
        row = give(case)
    if as_json:
        print_json(row)
        return
    about = row.undoes or row.target
    print_text(config, f"{row.id}  {row.operation} {about}, by {row.who}, {row.at}")


@click.command("confirm")
@case_argument
@fact_argument
@report_option
@corrects
@click.pass_obj
def confirm_command(
    config: Config,
    /,
    case_file: str,
    fact: str,
    who: str | None,
    as_json: bool,
    **told: Any,
) -> None:
    """Say that a fact is right."""
    _give(config, case_file, who, as_json, lambda case: case.confirm(fact, **told))


@click.command("reject")
@case_argument
@fact_argument
@report_option
@corrects
@click.pass_obj
def reject_command(
    config: Config,
    /,
    case_file: str,
    fact: str,
    who: str | None,
    as_json: bool,
    **told: Any,
) -> None:
    """Say that a fact is wrong: it stays out, whoever finds it again."""
    _give(config, case_file, who, as_json, lambda case: case.reject(fact, **told))


@click.command("edit")
@case_argument
@fact_argument
@click.argument("field")
@click.argument("value")
@report_option
@corrects
@click.pass_obj
def edit_command(
    config: Config,
    /,
    case_file: str,
    fact: str,
    field: str,
    value: str,
    who: str | None,
    as_json: bool,
    **told: Any,
) -> None:
    """Set a field of a fact.

    VALUE is text, an actor's name where FIELD holds actors (several separated by `;`),
    or JSON; `null` empties the field.
    """

    def give(case: "Case") -> "Correction":
        return case.edit(fact, field, None if value == "null" else value, **told)

    _give(config, case_file, who, as_json, give)


@click.command("add")
@case_argument
@click.argument("type_", metavar="TYPE")
@click.option("--article", required=True, metavar="ID", help="Where its words stand.")
@click.option("--words", required=True, help="The words, character for character.")
@click.option("--nth", default=0, help="Which occurrence of them, from 1.")
@click.option(
    "--set", "fields", multiple=True, metavar="FIELD=VALUE", help="A field of the fact."
)
@corrects
@click.pass_obj
def add_command(
    config: Config,
    /,
    case_file: str,
    type_: str,
    fields: tuple[str, ...],
    who: str | None,
    as_json: bool,
    **told: Any,
) -> None:
    """Add a fact that no reading found, with the words that say it."""
    values: dict[str, Any] = dict(_split_field(field) for field in fields)

    def give(case: "Case") -> "Correction":
        return case.add(type_, **told, **values)

    _give(config, case_file, who, as_json, give)


def _split_field(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise click.UsageError(f"--set {text!r} is not FIELD=VALUE.")
    return name, value


@click.command("merge")
@case_argument
@click.argument("one")
@click.argument("other")
@corrects
@click.pass_obj
def merge_command(
    config: Config,
    /,
    case_file: str,
    one: str,
    other: str,
    who: str | None,
    as_json: bool,
    **told: Any,
) -> None:
    """Say that two actors are the same. Each may be a name or an id."""
    _give(config, case_file, who, as_json, lambda case: case.merge(one, other, **told))


@click.command("split")
@case_argument
@click.argument("actor")
@click.argument("parts", nargs=-1, required=True, metavar="REPORT-ID...")
@corrects
@click.pass_obj
def split_command(
    config: Config,
    /,
    case_file: str,
    actor: str,
    parts: tuple[str, ...],
    who: str | None,
    as_json: bool,
    **told: Any,
) -> None:
    """Set reports of an actor apart; `onrecord why CASE ACTOR-ID` lists them."""
    _give(
        config, case_file, who, as_json, lambda case: case.split(actor, *parts, **told)
    )


@click.command("undo")
@case_argument
@click.argument("correction", metavar="CORRECTION-ID")
@corrects
@click.pass_obj
def undo_command(
    config: Config,
    /,
    case_file: str,
    correction: str,
    who: str | None,
    as_json: bool,
    **told: Any,
) -> None:
    """Take a correction back; it then counts as never given."""
    _give(config, case_file, who, as_json, lambda case: case.undo(correction, **told))


@click.command("log")
@case_argument
@click.option("--recorded-as-of", metavar="TIME", help="Only those given by TIME.")
@json_option
@click.pass_obj
def log_command(
    config: Config, /, case_file: str, recorded_as_of: str | None, as_json: bool
) -> None:
    """List all corrections in the order given, with what became of them."""
    from onrecord.cli.output import make_console, make_table, print_json, safe

    with open_named(config, case_file) as case:
        log = case.log(recorded_as_of=recorded_as_of)
    if as_json:
        print_json(log)
        return
    console = make_console(config)
    table = make_table(["id", "at (UTC)", "who", "what", "target", "state", "why"])
    for one in log:
        row = one.correction
        change = f" {row.field} = {row.new}" if row.field else ""
        at = row.at.partition(".")[0].replace("T", " ")
        cells = [row.id, at, row.who, f"{row.operation}{change}"]
        cells += [row.undoes or row.target or "", str(one.state), row.why or ""]
        table.add_row(*(safe(cell) for cell in cells))
    if log:
        console.print(table)
    console.print(f"{len(log):,} correction{'s' * (len(log) != 1)}")
