"""Bodies of web answers: unpacked as they come in, and never past a limit.

Fetched pages and archived ones come packed the same way. A few kilobytes can unpack to
gigabytes, so every step hands out pieces of limited size and the sum is counted.
"""

import zlib
from collections.abc import Iterable, Iterator

from onrecord.errors import InputError

PIECE_BYTES = 65_536
MAX_LAYERS = 2
"""Encodings one over the other; a server that packs twice does so by mistake."""

_GZIP = zlib.MAX_WBITS | 16
_PLAIN = ("", "identity")
_KNOWN = ("gzip", "x-gzip", "deflate")


def read_body(chunks: Iterable[bytes], encoding: str | None, *, limit: int) -> bytes:
    """Return a body unpacked.

    Args:
        chunks: As received, each of limited size.
        encoding: The header `Content-Encoding`.
        limit: Most bytes, packed and unpacked.

    Raises:
        InputError: it is larger, cannot be unpacked, or is packed in an unknown way.
    """
    names = [name.strip().lower() for name in (encoding or "").split(",")]
    layers = [name for name in names if name not in _PLAIN]
    unknown = [name for name in layers if name not in _KNOWN]
    if unknown or len(layers) > MAX_LAYERS:
        raise InputError(
            f"The page is packed as {encoding!r}, which is not read; save it in a "
            "browser and read the file."
        )
    stream: Iterator[bytes] = _count(chunks, limit)
    for name in reversed(layers):
        stream = _count(_unpack(stream, name), limit)
    return b"".join(stream)


def _count(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Hand the chunks on until there are too many."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise InputError(
                f"The page is larger than the limit of {limit:,} bytes for one "
                "article; save it and split it, or raise the setting max_page_bytes."
            )
        yield chunk


def _unpack(chunks: Iterator[bytes], name: str) -> Iterator[bytes]:
    """Unpack one layer in pieces."""
    opened = None
    for chunk in chunks:
        if opened is None and chunk:
            opened = zlib.decompressobj(_find_window(name, chunk))
        waiting = chunk
        while opened is not None and waiting and not opened.eof:
            try:
                yield opened.decompress(waiting, PIECE_BYTES)
            except zlib.error as error:
                raise InputError(
                    f"The page cannot be unpacked ({error}); save it in a browser and "
                    "read the file."
                ) from error
            waiting = opened.unconsumed_tail
    if opened is not None and not opened.eof:
        raise InputError("The page breaks off before its end; fetch it again.")


def _find_window(name: str, head: bytes) -> int:
    """How zlib is to read: `deflate` means its own format, though some send bare."""
    if name != "deflate":
        return _GZIP
    is_zlib = head[0] & 0x0F == 8 and (
        len(head) < 2 or (head[0] << 8 | head[1]) % 31 == 0
    )
    return zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS
