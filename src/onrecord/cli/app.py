"""The group of all commands, and what every command's errors become."""

import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from onrecord import __version__
from onrecord.errors import OnrecordError

COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("reading", "Read articles into a case."),
    "reread": ("reading", "Upgrade a case to the installed version."),
    "brief": ("reports", "Where the dispute stands, every line with its sources."),
    "timeline": ("reports", "What happened, in order."),
    "changes": ("reports", "What was known on two days, and what changed."),
    "actors": ("lists", "Who takes part."),
    "statements": ("lists", "Who said what."),
    "events": ("lists", "Who did what to whom."),
    "custody": ("lists", "Who is held, where and on what terms."),
    "proceedings": ("lists", "Where each legal process stands."),
    "linkages": ("lists", "Who demands what in exchange for what."),
    "claims": ("lists", "What one side asserts and another denies."),
    "decisions": ("lists", "What is still undecided, and what was decided."),
    "relations": ("lists", "How pairs of actors stand to each other."),
    "articles": ("lists", "The articles of a case, or what was rejected."),
    "search": ("lists", "Find articles by their words."),
    "actor": ("pages", "Everything one actor said, did and suffered."),
    "why": ("pages", "The words behind a fact, who read them, its corrections."),
    "confirm": ("corrections", "Say that a fact is right."),
    "reject": ("corrections", "Say that a fact is wrong."),
    "edit": ("corrections", "Set a field of a fact."),
    "add": ("corrections", "Add a fact that no reading found."),
    "merge": ("corrections", "Say that two actors are the same."),
    "split": ("corrections", "Set apart actors that were joined."),
    "undo": ("corrections", "Take a correction back."),
    "log": ("corrections", "All corrections, with what became of them."),
    "export": ("files", "Write a case as JSONL, CSV, PLOVER, TimelineJS, a calendar."),
    "forget": ("forgetting", "Remove an article or actor for good."),
    "verify": ("files", "Check that every quote is in its place."),
}
"""Name to the module of `onrecord.cli` that has it, and its line in `--help`."""


class Commands(click.Group):
    """The commands, loaded one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return their names, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"onrecord.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="onrecord")
@click.option(
    "--config",
    "config_file",
    type=click.Path(dir_okay=False),
    help="TOML file of settings; else ONRECORD_CONFIG, else ./onrecord.toml.",
)
@click.option("--verbose", is_flag=True, help="Log what goes on, to stderr.")
@click.pass_context
def app(ctx: click.Context, config_file: str | None, verbose: bool) -> None:
    """Keep a sourced case file on a dispute, from news articles.

    Every line that is shown carries an id; `onrecord why CASE ID` opens it at the words
    that say it.
    """
    from onrecord.cli.settings import read_config

    logging.basicConfig(
        level=logging.DEBUG if verbose else logging.WARNING,
        format="%(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    ctx.obj = read_config(config_file, os.environ)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code.

    Every error that is meant for the user is one message, or with `--json` one object
    `{"error": {"type", "message"}}`, on stderr.
    """
    try:
        result = app.main(
            args=list(arguments), prog_name="onrecord", standalone_mode=False
        )
        sys.stdout.flush()
    except click.UsageError as error:
        hint = f"\n{error.ctx.get_usage()}" if error.ctx else ""
        return _fail(arguments, "UsageError", error.format_message(), hint, code=2)
    except click.ClickException as error:
        return _fail(arguments, "UsageError", error.format_message(), code=2)
    except OnrecordError as error:
        return _fail(arguments, type(error).__name__, str(error))
    except (KeyboardInterrupt, click.Abort):
        message = "Stopped. What was finished is stored; run the same command again."
        return _fail(arguments, "Interrupted", message)
    except (BrokenPipeError, SystemExit):
        # Whoever read the output has enough of it (click leaves by SystemExit then);
        # keep the interpreter from a second complaint when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _fail(arguments, "OSError", f"{error.filename or 'output'}: {error}")
    return result if isinstance(result, int) else 0


def _fail(
    arguments: Sequence[str], kind: str, message: str, hint: str = "", *, code: int = 1
) -> int:
    """Print an error in the form that was asked for; return the exit code."""
    from onrecord.text.safe import printable

    if "--json" in arguments:
        import json

        print_error(json.dumps({"error": {"type": kind, "message": message}}))
    else:
        print_error(f"Error: {printable(message, keep_lines=True)}{hint}")
    return code


def print_error(line: str) -> None:
    """Write a line to stderr."""
    click.echo(line, err=True)
