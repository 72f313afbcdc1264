"""Printing: JSON for programs; tables and text for people, safe on a terminal.

All words come from articles, so nothing is read as markup and no control character
reaches the terminal.
"""

import re
import shutil
import sys
from collections.abc import Sequence

import click
import msgspec
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.case.columns import COLUMNS, Column
from onrecord.case.explain import Piece
from onrecord.case.listing import Listing
from onrecord.config import Config
from onrecord.text.safe import printable

# Where nobody looks at a width (a pipe, a file), lines may be longer than a terminal's.
PIPED_WIDTH = 120
SHORT_ID_CHARS = 11
# Narrower, and quoted words stand in a column of two or three words a line.
LEAST_WORDS = 36
# A longer cell (a full name with its title) may be wrapped once.
MOST_CELL = 22
CELL_GAP = 2
_ID = re.compile(r"[a-z]{2}-[0-9a-f]{15}")
# JSON leaves these as they are; some terminals obey them. Only strings can hold them.
_C1 = re.compile("[\x7f-\x9f\u2028\u2029]")


def make_console(config: Config, *, stderr: bool = False) -> Console:
    """Return a console of the width asked for."""
    stream = sys.stderr if stderr else sys.stdout
    width = config.width
    if width is None and not stream.isatty():
        # COLUMNS counts here too, where it is set.
        width = shutil.get_terminal_size((PIPED_WIDTH, 0)).columns
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def print_json(value: object) -> None:
    """Print a value as one JSON document."""
    click.echo(format_json(value))


def format_json(value: object) -> str:
    """Return a value as one JSON document that no terminal obeys."""
    encoded = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    return _C1.sub(lambda match: f"\\u{ord(match.group()):04x}", encoded)


def print_text(config: Config, text: str) -> None:
    """Print lines of text as they are, made safe."""
    make_console(config).print(Text(printable(text, keep_lines=True)), soft_wrap=True)


def print_listing(config: Config, listing: Listing[msgspec.Struct]) -> None:
    """Print records as a table, or where it is too narrow for one as paragraphs."""
    console = make_console(config)
    rows = [[printable(shorten_ids(cell)) for cell in row] for row in listing.rows()]
    columns = COLUMNS[listing.type]
    shown = [n for n in range(len(columns)) if any(row[n] for row in rows)]
    if rows and _needed_width(columns, rows, shown) > console.width:
        _print_paragraphs(console, columns, rows, shown)
    elif rows:
        console.print(_fill_table(columns, rows, shown))
    console.print(Text(count_of(len(rows), listing.type)))


def _needed_width(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], shown: Sequence[int]
) -> int:
    """Return the columns a table takes that leaves its words enough room."""
    widths = [
        LEAST_WORDS
        if columns[n].words
        else min(max(cell_len(row[n]) for row in rows), MOST_CELL)
        for n in shown
    ]
    headings = [len(columns[n].heading) for n in shown]
    return sum(map(max, widths, headings)) + CELL_GAP * len(shown)


def _fill_table(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], shown: Sequence[int]
) -> Table:
    table = make_table([columns[n].heading for n in shown])
    for number, column in zip(shown, table.columns, strict=True):
        column.no_wrap = not columns[number].wraps
        column.min_width = columns[number].least or None
    for row in rows:
        table.add_row(*(Text(row[n]) for n in shown))
    return table


def _print_paragraphs(
    console: Console,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    shown: Sequence[int],
) -> None:
    """Print each record as its id, its short cells, and its words below."""
    for row in rows:
        short = [
            f"{columns[n].heading}: {row[n]}"
            for n in shown[1:]
            if row[n] and not columns[n].words
        ]
        head = Text(row[0], style="bold")
        console.print(head.append(f"  {', '.join(short)}", style="not bold"))
        for n in shown:
            if columns[n].words and row[n]:
                console.print(Padding(Text(row[n]), (0, 0, 0, 4)))


def make_table(headings: Sequence[str]) -> Table:
    """Return an empty table in the house form."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(Text(heading), overflow="fold")
    return table


def safe(cell: str) -> Text:
    """Return a cell that is plain text, whatever it holds."""
    return Text(printable(cell))


def shorten_ids(cell: str) -> str:
    """Return a cell with ids cut to what a person types; they are found by it."""
    if not cell.startswith("“") and _ID.fullmatch(cell):
        return cell[:SHORT_ID_CHARS]
    return cell


def mark_pieces(pieces: Sequence[Piece], *, styled: bool) -> Text:
    """Return a passage with its evidence marked, by style or by brackets."""
    found = Text()
    for piece in pieces:
        words = printable(piece.text)
        if piece.marked and styled:
            found.append(words, style="bold underline")
        else:
            found.append(f"[[{words}]]" if piece.marked else words)
    return found


def count_of(number: int, type_: str) -> str:
    """Return `3 statements`."""
    plural = {"custody": "custody spells"}.get(type_, f"{type_}s")
    single = {"custody": "custody spell"}.get(type_, type_)
    return f"{number:,} {single if number == 1 else plural}"
