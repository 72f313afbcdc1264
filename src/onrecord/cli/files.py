"""Commands on the file as a whole: export and check."""

import sys
from typing import Any

import click

from onrecord.cli.options import case_argument, json_option, open_named, within
from onrecord.config import Config


@click.command("export")
@case_argument
@click.option(
    "--format",
    "format_",
    required=True,
    metavar="NAME",
    help="jsonl, csv, plover, ftm, graphml, gexf, timelinejs, ics",
)
@click.option(
    "-o", "--out", default="-", metavar="OUT", help="File or folder; - is stdout."
)
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only this type.")
@click.option("--actor", metavar="NAME", help="Only facts with this actor in any part.")
@within
@click.option("--read-facts", is_flag=True, help="Also what single articles say.")
@click.option("--as-of", metavar="DAY", help="Only what had been published by DAY.")
@click.option(
    "--recorded-as-of", metavar="TIME", help="Only what had been recorded by TIME."
)
@json_option
@click.pass_obj
def export_command(
    config: Config,
    /,
    case_file: str,
    format_: str,
    out: str,
    as_json: bool,
    **choice: Any,
) -> None:
    """Write a case in a format for other programs.

    jsonl is one record a line: articles, actors, then facts. csv is for spreadsheets:
    one record type a file, so OUT is a folder unless one --type is chosen. plover is
    one coded event a line, with the words that tell it. ftm is one FollowTheMoney
    entity a line. graphml and gexf hold the actors and what ties them, as a graph.
    timelinejs and ics hold the timeline, for TimelineJS and for calendars; --type
    chooses kinds.
    """
    from onrecord.cli.output import make_console, print_json

    with open_named(config, case_file) as case:
        written = case.export(format_, sys.stdout if out == "-" else out, **choice)
    if out == "-":
        return
    if as_json:
        print_json({"out": out, "records": written})
    else:
        noun = "rows" if "timeline" in written else "records"
        total = f"{sum(written.values()):,} {noun}"
        make_console(config).print(f"{total} written to {out}", soft_wrap=True)


@click.command("verify")
@case_argument
@json_option
@click.pass_obj
def verify_command(config: Config, /, case_file: str, as_json: bool) -> int:
    """Check the file, and that every quote is in its place. Exit 1 where not."""
    from onrecord.cli.output import print_json, print_text

    with open_named(config, case_file) as case:
        problems = case.verify()
    if as_json:
        print_json({"problems": problems})
    else:
        print_text(config, "\n".join(problems) or "Every quote is in its place.")
    return 1 if problems else 0
