"""Peak memory of reading a large web archive: it must not grow with the file.

    python bench/warc_memory.py [--megabytes 300] [--plain]

Makes an archive of pages, images and requests of this size in a temporary folder,
packed record by record as crawlers do unless `--plain`, reads it without storing
anything, and prints pages, seconds and peak memory beside those of a tenth of the size.
"""

import argparse
import gzip
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from machine import describe, peak_mb

from onrecord.config import Config
from onrecord.model.article import Received
from onrecord.read import read_paths

PARAGRAPH = "The court in Marn heard the pilot's lawyer on day {number} of the case. "
PICTURES = 4
"""Images of 100 kB beside each page, as most of a crawl is no text."""


def main() -> None:
    """Make the archives, read each in a process of its own, print the figures."""
    parser = argparse.ArgumentParser(description="Measure memory on a web archive.")
    parser.add_argument("--megabytes", type=int, default=300)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read is not None:
        read(options.read)
        return
    print(describe(), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in (options.megabytes // 10, options.megabytes):
            path = Path(folder) / f"{megabytes}.warc"
            make(path, megabytes * 1_000_000, packed=not options.plain)
            subprocess.run([sys.executable, __file__, "--read", path], check=True)
            path.unlink()


def read(path: Path) -> None:
    """Read one archive and print its line."""
    before, began = peak_mb(), time.perf_counter()
    count = sum(isinstance(one, Received) for one in read_paths(path, config=Config()))
    seconds = time.perf_counter() - began
    print(
        f"{path.stat().st_size / 1e6:,.0f} MB: {count:,} pages in {seconds:.1f} s "
        f"({path.stat().st_size / 1e6 / seconds:.1f} MB a second), peak memory "
        f"{peak_mb():.0f} MB ({before:.0f} MB before)"
    )


def make(path: Path, size: int, *, packed: bool) -> None:
    """Write an archive of at least `size` bytes."""
    choose = random.Random(7)
    with path.open("wb") as out:
        for record in _records(choose):
            out.write(gzip.compress(record, 1) if packed else record)
            if out.tell() >= size:
                return


def _records(choose: random.Random) -> Iterator[bytes]:
    number = 0
    while True:
        number += 1
        url = f"https://paper.example/{number}"
        yield _record("request", url, b"GET / HTTP/1.1\r\n\r\n")
        told = "".join(
            f"<p>{PARAGRAPH.format(number=number + n) * 3}</p>" for n in range(8)
        )
        page = f"<html><head><title>Day {number}</title></head><body>{told}"
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        yield _record("response", url, head + page.encode())
        for picture in range(PICTURES):
            head = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n"
            noise = choose.randbytes(100_000)
            yield _record("response", f"{url}/{picture}.jpg", head + noise)


def _record(kind: str, url: str, body: bytes) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2031-03-02T12:00:00Z\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


if __name__ == "__main__":
    main()
