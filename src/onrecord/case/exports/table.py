"""CSV for spreadsheets: one record type a file.

An actor field `<field>` holds names and `<field>_id` the ids. Several values in one
cell are joined by `; `; records inside records are JSON. A cell that a spreadsheet
would run as a formula is defused by an apostrophe (CWE-1236).
"""

import csv
import io
from collections.abc import Iterator, Mapping

import msgspec

from onrecord.case.exports.content import Content, to_record
from onrecord.model.article import Article
from onrecord.model.records import ACTOR_FIELDS, RECORD_TYPES

JOINT = "; "
_RUNNABLE = ("=", "+", "-", "@", "\t", "\r", "\n")
_EVIDENCE = ("article", "field", "start", "end", "exact")
# Long, or of no use in a cell; JSONL has them.
_LEFT_OUT = frozenset({"text", "appearances", "type"})


def to_csv(content: Content) -> Iterator[str]:
    """Give the header and one line a record. All records must be of one type."""
    for type_, records in content.records.items():
        columns = columns_of(type_)
        yield _line(columns)
        for record in records:
            cells = _cells(type_, to_record(record), content.names)
            yield _line([cells.get(name, "") for name in columns])


def columns_of(type_: str) -> list[str]:
    """Return the column names of a record type, the same for every case."""
    kind = Article if type_ == "article" else RECORD_TYPES[type_]
    left_out = _LEFT_OUT if type_ == "article" else {"type", "evidence"}
    found: list[str] = []
    for field in msgspec.structs.fields(kind):
        name = field.encode_name
        if name in left_out or (type_ == "statement" and name == "when"):
            continue
        found.append(name)
        if field.name in ACTOR_FIELDS.get(type_, ()):
            found.append(f"{name}_id")
    if type_ != "article":
        own = set(found)
        found += [_evidence_name(name, own) for name in _EVIDENCE]
        found.append("evidence_count")
    return found


def defuse(cell: str) -> str:
    """Return a cell that no spreadsheet runs."""
    return f"'{cell}" if cell.startswith(_RUNNABLE) else cell


def _evidence_name(name: str, own: set[str]) -> str:
    """Name a column of the evidence apart from a field of the record itself."""
    return f"evidence_{name}" if name in own or name == "field" else name


def _cells(
    type_: str, record: Mapping[str, object], names: Mapping[str, str]
) -> dict[str, str]:
    """Return the cells of a record, by column."""
    cells: dict[str, str] = {}
    renamed = {"group_members": "actor_members"}
    actors = {renamed.get(one, one) for one in ACTOR_FIELDS.get(type_, ())}
    for name, value in record.items():
        if name in actors:
            ids = [value] if isinstance(value, str) else list(_strings(value))
            cells[name] = defuse(JOINT.join(names.get(one, one) for one in ids))
            cells[f"{name}_id"] = JOINT.join(ids)
        elif name != "evidence":
            cells[name] = _cell(value)
    _add_evidence(cells, record, set(columns_of(type_)))
    return cells


def _add_evidence(
    cells: dict[str, str], record: Mapping[str, object], columns: set[str]
) -> None:
    evidence = record.get("evidence")
    if not isinstance(evidence, list | tuple):
        return
    cells["evidence_count"] = str(len(evidence))
    for name in _EVIDENCE if evidence else ():
        column = f"evidence_{name}" if f"evidence_{name}" in columns else name
        cells[column] = _cell(evidence[0].get(name))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, list | tuple):
        yield from (one for one in value if isinstance(one, str))


def _cell(value: object) -> str:
    """Return a value as a cell; numbers stay numbers, even negative ones."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        return defuse(value)
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return defuse(JOINT.join(value))
    return msgspec.json.encode(value).decode() if value else ""


def _line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
