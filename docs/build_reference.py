"""Writes the pages of docs/reference that are made from the code: run `make docs`.

A test compares the pages with what this gives, so they cannot fall behind.
"""

import inspect
from dataclasses import fields
from pathlib import Path

import click

from onrecord.cli.app import COMMANDS, app
from onrecord.config import Config

FOLDER = Path(__file__).parent / "reference"


def commands_page() -> str:
    """Return the page of all commands, from their `--help`."""
    parts = [
        "# Commands\n",
        "Made from `--help`; `make docs` writes it again. Exit code 0 is done, 1 "
        "failed (or something was rejected), 2 wrong usage. With `--json` an error is "
        '`{"error": {"type": ..., "message": ...}}` on stderr.\n',
    ]
    context = click.Context(app, info_name="onrecord", terminal_width=78)
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
    described = inspect.getdoc(Config) or ""
    lines = [line.strip() for line in described.splitlines() if ": " in line]
    meaning = dict(line.split(": ", 1) for line in lines)
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


PAGES = {"commands.md": commands_page, "settings.md": settings_page}
"""File of docs/reference to what makes it."""


def main() -> None:
    """Write all pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main()
