"""Writing an export: to a stream, a file, or a folder with a file for each type."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from onrecord.case.exports import Content, Format
from onrecord.errors import InputError


def write_export(
    chosen: Format, content: Content, out: str | Path | IO[str]
) -> dict[str, int]:
    """Write `content` and return how many records of each type there were.

    A file is written beside its place and moved there when it is whole.

    Raises:
        InputError: the format needs a folder and `out` is none, or it cannot be
            written.
    """
    types = list(content.records)
    if chosen.one_type_a_file and len(types) != 1:
        if not isinstance(out, str | Path) or Path(out).is_file():
            raise InputError(
                f"{chosen.name} writes a file for each record type: give a folder to "
                "write to (-o FOLDER), or choose one type (--type statement)."
            )
        _write_folder(chosen, content, Path(out))
    elif isinstance(out, str | Path):
        _write_file(Path(out), chosen.render(content))
    else:
        for piece in chosen.render(content):
            out.write(piece)
    return {name: len(content.records[name]) for name in types}


def _write_folder(chosen: Format, content: Content, folder: Path) -> None:
    if "read" in content.records:
        raise InputError(f"{chosen.name} has no place for read facts; use jsonl.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder} cannot be made: {error.strerror}.") from error
    for name in content.records:
        pieces = chosen.render(content.only(name))
        _write_file(folder / f"{name}{chosen.suffix}", pieces)


def _write_file(path: Path, pieces: Iterator[str]) -> None:
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError(f"{path} cannot be written: {error.strerror}.") from error
