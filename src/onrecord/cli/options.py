"""Arguments and options that several commands share."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord.cli.settings import with_flags
from onrecord.config import Config

if TYPE_CHECKING:
    from onrecord.case import Case

C = TypeVar("C", bound=Callable[..., Any])

case_argument = click.argument("case_file", metavar="CASE", type=click.Path())
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON instead of text."
)
markdown_option = click.option("--markdown", is_flag=True, help="Print Markdown.")
jobs_option = click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes that read."
)


def shows(command: C) -> C:
    """Add what every showing command has: the case, the two days, `--json`."""
    for option in (
        json_option,
        click.option(
            "--recorded-as-of",
            metavar="TIME",
            help="Only what had been recorded by TIME (UTC).",
        ),
        click.option(
            "--as-of", metavar="DAY", help="Only what had been published by DAY."
        ),
        case_argument,
    ):
        command = option(command)
    return command


def within(command: C) -> C:
    """Add the filters by time and words."""
    for option in (
        click.option("--text", metavar="WORDS", help="Only with these words in it."),
        click.option("--until", metavar="DAY", help="Only until DAY."),
        click.option("--since", metavar="DAY", help="Only from DAY on."),
    ):
        command = option(command)
    return command


def corrects(command: C) -> C:
    """Add what every correction has: who and why."""
    for option in (
        json_option,
        click.option("--who", metavar="NAME", help="Who says so; else the login name."),
        click.option("--why", metavar="TEXT", help="The reason."),
    ):
        command = option(command)
    return command


def open_named(
    config: Config, path: str, *, create: bool = False, **flags: object
) -> "closing[Case]":
    """Open the case of a command, to be used in a `with`.

    Args:
        config: As read at the start.
        path: The case file.
        create: Make it where there is none.
        **flags: Settings given on this command; None where they were not.
    """
    from onrecord.case import open_case

    return closing(
        open_case(Path(path), create=create, config=with_flags(config, **flags))
    )
