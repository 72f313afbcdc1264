"""Writing an export: to a stream, a file, or a folder with a file for each type."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

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
    else:
        write_pieces(chosen.render(content), out)
    return {name: len(content.records[name]) for name in types}


def timeline_choice(name: str, choice: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of `Case.timeline` for those of an export.

    Raises:
        InputError: something is asked for that a timeline does not have.
    """
    asked = {key: value for key, value in choice.items() if value}
    for key in ("text", "read_facts"):
        if asked.pop(key, None):
            flag = key.replace("_", "-")
            raise InputError(f"{name} is made of the timeline, which has no --{flag}.")
    if "types" in asked:
        asked["kinds"] = asked.pop("types")
    return asked


def write_pieces(pieces: Iterator[str], out: str | Path | IO[str]) -> None:
    """Write pieces of text to a file or stream; `InputError` where it cannot be."""
    if isinstance(out, str | Path):
        _write_file(Path(out), pieces)
    else:
        for piece in pieces:
            out.write(piece)


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
