"""JSON: one object a line, one object by itself, or an array of objects.

`text` is kept character for character. The bytes of a line are the bytes received of
its article, without the line's end. One that is broken becomes one `Rejected` (source
`path#line`, or `path#entry` of an array) and the rest goes on.

The day of `published` is the caller's word (basis `caller`). A field that is absent,
null or empty is unknown; a day that is stated and not understood is an error, because
silently losing it would leave every relative date of the article unresolved.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.model.article import Received, Rejected
from onrecord.read.dateline import find_dateline
from onrecord.read.days import Day, parse_day
from onrecord.read.edges import find_byline
from onrecord.read.encoding import decode, explain_failure
from onrecord.read.kinds import Kind
from onrecord.read.lines import Line, split_lines
from onrecord.read.names import clean_line, split_names
from onrecord.read.plain import explain_day, settle_day
from onrecord.read.receive import FIELDS, Found, Options, receive, refuse_size, reject

ALSO = {
    "published": ("date",),
    "publisher": ("outlet",),
    "authors": ("byline", "author"),
}
"""Other names of a field, tried in order where the field map does not name it."""

_SPACE = re.compile(r"[ \t\r\n]*")


def read_lines(
    chunks: Iterable[bytes], *, source: str, options: Options
) -> Iterator[Received | Rejected]:
    """Read one object a line from a stream; blank lines are passed over."""
    for line in split_lines(chunks, limit=options.config.max_page_bytes):
        if line.content is None or line.content.strip():
            yield _read_line(line, source=f"{source}#{line.number}", options=options)


def read_document(
    content: bytes, *, source: str, options: Options
) -> Iterator[Received | Rejected]:
    """Read one object, or an array of objects, spread over any number of lines.

    What is no such document but has lines that are objects is read line by line.
    """
    text = decode(content)
    if text is None:
        yield reject(source, explain_failure(content), content)
    elif text.lstrip().startswith("["):
        yield from _read_array(text, source=source, options=options)
    elif isinstance(value := _parse(text), dict):
        yield read_object(
            value, content, source=source, media_type=Kind.JSON, options=options
        )
    elif any(isinstance(_parse(line), dict) for line in text.split("\n")):
        yield from read_lines([content], source=source, options=options)
    else:
        yield reject(source, str(value), content)


def _read_line(line: Line, *, source: str, options: Options) -> Received | Rejected:
    """Read one line as one article."""
    if line.content is None:
        refusal = refuse_size(source, line.size, options.config.max_page_bytes)
        return Rejected(source=source, reason=refusal.reason, sha256=line.sha256)
    text = decode(line.content)
    if text is None:
        return reject(source, explain_failure(line.content), line.content)
    value = _parse(text)
    if not isinstance(value, dict):
        return reject(source, str(value), line.content)
    return read_object(
        value, line.content, source=source, media_type=Kind.JSONL, options=options
    )


def _read_array(
    text: str, *, source: str, options: Options
) -> Iterator[Received | Rejected]:
    """Read an array entry by entry, so that those before a broken one are kept."""
    at = _skip(text, text.index("[") + 1)
    number = 0
    while at < len(text) and text[at] != "]":
        number += 1
        entry = f"{source}#{number}"
        try:
            value, end = json.JSONDecoder().raw_decode(text, at)
        except (ValueError, RecursionError) as err:
            rest = text[at:].encode("utf-8")
            yield reject(entry, _explain(err) + " Nothing behind it was read.", rest)
            return
        yield _read_entry(value, text[at:end], source=entry, options=options)
        at = _skip(text, end)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
    if not number:
        yield reject(source, "The array holds nothing; give one object an article.")
    elif at >= len(text):
        yield reject(f"{source}#{number + 1}", "The array has no end; is it cut off?")


def _read_entry(
    value: object, written: str, *, source: str, options: Options
) -> Received | Rejected:
    """Read one entry of an array; `written` is how it stands in the file."""
    content = written.encode("utf-8")
    if not isinstance(value, dict):
        return reject(source, _NO_OBJECT, content)
    return read_object(
        value, content, source=source, media_type=Kind.JSON, options=options
    )


def read_object(
    value: dict[str, Any],
    content: bytes,
    *,
    source: str,
    media_type: str,
    options: Options,
) -> Received | Rejected:
    """Read one object, or the row of a table, as one article."""
    try:
        found = _find(_pick_fields(value, options), options)
    except _FieldError as err:
        return reject(source, str(err), content)
    return receive(
        found, content, source=source, media_type=media_type, options=options
    )


class _FieldError(ValueError):
    """A field holds what it cannot hold; the message is the reason to reject."""


def _pick_fields(value: dict[str, Any], options: Options) -> dict[str, Any]:
    """The fields that are there, under our names; absent, null and "" are left out."""
    picked: dict[str, Any] = {}
    for name in FIELDS:
        mapped = options.field_map.get(name)
        names = (mapped,) if mapped is not None else (name, *ALSO.get(name, ()))
        for key in names:
            if value.get(key) not in (None, "", []):
                picked[name] = value[key]
                break
    if "text" not in picked:
        wanted = options.field_map.get("text", "text")
        if wanted in value:
            raise _FieldError(f"Its field {wanted!r} is empty; there is no article.")
        raise _FieldError(
            f"It has no field {wanted!r} with the article's text (its fields: "
            f"{', '.join(map(repr, list(value)[:8])) or 'none'}); name the right one "
            "in the field map."
        )
    return picked


def _find(fields: dict[str, Any], options: Options) -> Found:
    """Check the type of every field and gather them."""
    text = fields["text"]
    if not isinstance(text, str):
        raise _FieldError(
            f"Its text is {_name_type(text)}, not a string; give the text as a string."
        )
    dateline = find_dateline(text)
    stated = _read_day(fields.get("published"), options)
    day, basis = settle_day(stated, dateline)
    return Found(
        text=text,
        title=_read_string(fields, "title"),
        url=_read_string(fields, "url"),
        ref=_read_string(fields, "ref"),
        publisher=_read_string(fields, "publisher"),
        authors=_read_authors(fields.get("authors")) or find_byline(text),
        published=day,
        basis=basis,
        dateline=dateline.place if dateline else None,
        language=_read_language(fields),
        retrieved=_read_string(fields, "retrieved"),
    )


def _read_day(value: object, options: Options) -> Day | None:
    """The day that the object states; the caller's own day makes it irrelevant."""
    if value is None or options.published is not None:
        return None
    day = parse_day(str(value)) if isinstance(value, str | int) else None
    if day is None:
        raise _FieldError(explain_day(str(value)[:80]))
    return day


def _read_string(fields: dict[str, Any], name: str) -> str | None:
    """A string field as it is; a number is written out."""
    value = fields.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise _FieldError(
            f"Its {name} is {_name_type(value)}, not a string; give it as a string."
        )
    return value if value is None or isinstance(value, str) else str(value)


def _read_language(fields: dict[str, Any]) -> str | None:
    """The two letters of a language code ("en" of "en-GB"), else None."""
    value = _read_string(fields, "language")
    match = re.match(r"\s*([A-Za-z]{2})(?:[-_]|\s*$)", value or "")
    return match[1].lower() if match else None


def _read_authors(value: object) -> tuple[str, ...]:
    """Authors from a byline, or from a list of names or of objects with a `name`."""
    if isinstance(value, str):
        return split_names(value)
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        return ()
    named = (item.get("name") if isinstance(item, dict) else item for item in value)
    return tuple(name for item in named if (name := clean_line(item)))


def _parse(text: str) -> dict[str, Any] | str:
    """The object that `text` is, or why it is none."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as err:
        return _explain(err)
    return value if isinstance(value, dict) else _NO_OBJECT


_NO_OBJECT = 'This is JSON but no object; write one object like {"text": "..."} a line.'


def _explain(err: Exception) -> str:
    """The reason for which JSON did not parse."""
    if isinstance(err, json.JSONDecodeError):
        return f"This is no JSON: {err.msg} at character {err.pos}; repair it."
    if isinstance(err, RecursionError):
        return "This JSON is nested too deeply to be an article."
    return f"This JSON cannot be read: {err}."


def _name_type(value: object) -> str:
    """What JSON calls a value's type, with its article."""
    if isinstance(value, bool):
        return "true or false"
    names = {"dict": "an object", "list": "an array", "int": "a number"}
    return names.get(type(value).__name__, "a number")


def _skip(text: str, at: int) -> int:
    """The next place that is no JSON white space."""
    match = _SPACE.match(text, at)
    return match.end() if match else at
