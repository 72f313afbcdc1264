"""Bytes to characters, strictly: what does not decode is refused, never replaced.

The order, as browsers and editors settle it:

1. a byte order mark (it is taken off: it belongs to the encoding, not to the text);
2. the charset an HTML page declares; but one that declares an 8-bit charset and is
   valid UTF-8 with letters beyond ASCII is UTF-8 (nobody writes that by accident);
3. UTF-8;
4. Windows-1252, where the result looks like words.

Nothing else is changed: CRLF, no-break spaces, emoji and unpaired marks stay.
"""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{1,40})""",
    re.IGNORECASE,
)
# HTML looks for its charset in the first 1,024 bytes; many pages put it later.
_DECLARED_WITHIN = 4096
# Python knows codecs that are no charsets (zip, rot13, idna); only these are taken.
_CHARSETS = re.compile(
    r"(?:utf-8|iso8859|iso2022|cp|koi8|mac-|gb|big5|euc|shift_jis|tis-620|ptcp154"
    r"|johab|hz|kz1048|ascii)"
)
# The HTML standard reads these labels as Windows-1252.
_AS_CP1252 = ("iso8859-1", "ascii")
_8_BIT = re.compile(r"(?:iso8859|cp125|cp874|cp8[56]|koi8|mac-|tis-620|kz1048|ptcp154)")


def decode(content: bytes, *, declared: str | None = None) -> str | None:
    """Decode `content`, or return None where no encoding fits.

    Args:
        content: The bytes as received.
        declared: The Python codec an HTML page declares (`find_declared`).
    """
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return _try(content[len(mark) :], codec)
    as_utf8 = _try(content, "utf-8")
    if declared is not None and not (as_utf8 and _8_BIT.match(declared)):
        text = _try(content, declared)
        if text is not None:
            return text
    return as_utf8 if as_utf8 is not None else _try_cp1252(content)


def find_declared(content: bytes) -> str | None:
    """Return the Python codec that an HTML page declares, if we know it."""
    match = _DECLARED.search(content[:_DECLARED_WITHIN])
    if match is None:
        return None
    return find_codec((match[1] or match[2]).decode("ascii"))


def find_codec(label: str) -> str | None:
    """Return the Python codec for a charset as pages and mails name it."""
    try:
        codec = codecs.lookup(label).name
    except (LookupError, ValueError):
        # No such codec, or a name that is none (a NUL in it).
        return None
    if codec in _AS_CP1252:
        return "cp1252"
    return codec if _CHARSETS.match(codec) else None


def explain_failure(content: bytes) -> str:
    """Say why `content` was not decoded, and what to do."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as err:
        return (
            f"Its encoding is not known: byte {err.start} is no UTF-8, and it reads "
            "like no Western European text either; save it as UTF-8 and read again."
        )
    return "It does not hold what its byte order mark says; save it as UTF-8."


def _try(content: bytes, codec: str) -> str | None:
    """The characters, or None. A `UnicodeError` is how Python says "not this one"."""
    try:
        return content.decode(codec)
    except UnicodeError:
        return None


def _try_cp1252(content: bytes) -> str | None:
    """Windows-1252, where the result looks like words of a Western language."""
    text = _try(content, "cp1252")
    if text is None or _is_damaged_utf8(content):
        return None
    beyond = sum(not char.isascii() for char in text)
    # French has about 4 % letters beyond ASCII; other scripts give over 60 %.
    if beyond > 0.25 * sum(not char.isspace() for char in text):
        return None
    odd = sum(char in _ODD_CP1252 for char in text)
    return text if odd <= 0.3 * beyond else None


# Signs that words do not have, and that other encodings' letters turn into.
_ODD_CP1252 = frozenset(
    chr(code)
    for code in (
        *range(0xA1, 0xA8),
        *range(0xAA, 0xC0),
        *(0xD7, 0xF7, 0x192, 0x2C6, 0x2DC, 0x2020, 0x2021, 0x2030, 0x2039, 0x203A),
    )
) - frozenset("\xa3\xab\xad\xae\xb0\xb4\xb7\xbb\xbd")


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether most letters beyond ASCII are valid UTF-8, and only some are not."""
    text = content.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    return sum(not char.isascii() for char in text) - bad > bad
