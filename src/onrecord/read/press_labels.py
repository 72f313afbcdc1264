"""The labels of press databases (`lexicons/press_labels.tsv`), found at a line's start.

    find_label("Length: 512 words")  ->  Label(field="length", part="head", "512 words")
    find_code("HD  Pilot convicted") ->  Label(field="title", part="head", ...)

This module reads its table itself, as `furniture.py` does, for the same reason.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = "press_labels.tsv"

# As in `resources`: the wheel packs the lexicons there, a checkout has its sources.
_PACKAGED = Path(__file__).parents[1] / "resources" / "lexicons"
_CHECKOUT = Path(__file__).parents[3] / "lexicons"

_LABEL = re.compile(r"([A-Za-z][A-Za-z -]{1,24})(?::\s*(.*)|)", re.DOTALL)
_CODE = re.compile(r"\s{0,3}([A-Z]{2,3})(?:\s+(.*)|)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Label:
    """What one line says: the field it fills ("" for none), its part, its value."""

    field: str
    part: str
    value: str


def find_label(line: str) -> Label | None:
    """Return the label at the start of a line that has one."""
    match = _LABEL.fullmatch(line)
    if match is None:
        return None
    row = _load_labels().get(match[1].strip().lower())
    if row is None or row[0] == "code":
        return None
    # A word by itself is a label only where no story has such a line.
    is_bare = match[2] is None
    if is_bare and row[0] != "alone" and row[2] != "tail":
        return None
    return Label(row[1], row[2], match[2] or "")


def find_code(line: str) -> Label | None:
    """Return the field code at the start of a line that has one."""
    match = _CODE.fullmatch(line)
    row = _load_labels().get(match[1].lower()) if match else None
    if match is None or row is None or row[0] != "code":
        return None
    return Label(row[1], row[2], match[2] or "")


def parse_labels(text: str) -> dict[str, tuple[str, str, str]]:
    """Return form, field and part of every label."""
    lines = [x for x in text.splitlines() if x.strip() and not x.startswith("#")]
    labels: dict[str, tuple[str, str, str]] = {}
    for line in lines[1:]:
        names, form, field, part = line.split("\t")
        for name in names.split("|"):
            labels[name] = (form, field, part)
    return labels


@cache
def _load_labels() -> dict[str, tuple[str, str, str]]:
    """The packaged labels, read once for each process."""
    folder = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    return parse_labels((folder / TABLE).read_text(encoding="utf-8"))
