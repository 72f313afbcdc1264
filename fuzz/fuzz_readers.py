r"""Fuzz one reader with atheris (libFuzzer), guided by the coverage of our own code.

    pip install atheris
    python fuzz/fuzz_readers.py html|feed|warc|docx|text|jsonl [FOLDER] \
        [-max_total_time=3600]

Each input is read as `onrecord read` reads a file. A reader must hand out articles and
rejections and raise nothing; what it hands out must be storable and printable
(`checks.py`). A finding stops the run and is written to `crash-*`; it belongs into
`tests/hostile` as a test. FOLDER keeps inputs between runs; libFuzzer's last line says
how many inputs were tried.
"""

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["onrecord.read"]):
    from onrecord.config import Config
    from onrecord.read import read_bytes

from checks import check_item

# Mutations of a small input reach more code a second than those of a large one.
MAX_BYTES = 4096
CONFIG = Config(max_page_bytes=200_000)

_STORY = (
    "<p>A court in Quellmar ordered the release of a harbour pilot on Tuesday, six "
    "months after his arrest at the ferry port.</p><p>Judge Milla Strand said so.</p>"
)
_HTML = (
    '<html><head><title>Pilot</title><meta property="og:title" content="Pilot">'
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pilot",'
    '"datePublished":"2031-03-07"}</script></head><body><article><h1>Pilot</h1>'
    f"<p>By Jo Lane</p>{_STORY}<ul><li><a href='/a'>More of it</a></li></ul>"
    "</article></body></html>"
)
_RSS = (
    '<rss version="2.0"><channel><title>Post</title><item><title>Pilot</title>'
    "<link>https://post.example/1</link>"
    "<pubDate>Fri, 07 Mar 2031 06:15:00 GMT</pubDate>"
    f"<description><![CDATA[{_STORY}]]></description></item></channel></rss>"
)
_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>Pilot'
    '</title><updated>2031-03-07T06:15:00Z</updated><content type="html">&lt;p&gt;A '
    "court ruled on Tuesday.&lt;/p&gt;</content></entry></feed>"
)
_WORDS = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Pilot</w:t>"
    "</w:r></w:p><w:p><w:r><w:t>A court in Quellmar ruled.</w:t></w:r></w:p></w:body>"
    "</w:document>"
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/'
    'document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def make_warc() -> bytes:
    """Return a web archive of one page."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{_HTML}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/1\r\n"
        "WARC-Date: 2031-03-07T06:15:00Z\r\nContent-Type: application/http; "
        f"msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def make_docx(document: bytes) -> bytes:
    """Return a Word document around its main part, so that mutations hit the part."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("word/document.xml", document)
    return packed.getvalue()


def _as_it_is(content: bytes) -> bytes:
    return content


SEEDS: dict[str, tuple[Callable[[bytes], bytes], list[bytes]]] = {
    "html": (_as_it_is, [_HTML.encode()]),
    "feed": (_as_it_is, [_RSS.encode(), _ATOM.encode()]),
    "warc": (_as_it_is, [make_warc()]),
    "docx": (make_docx, [_WORDS.encode()]),
    "text": (
        _as_it_is,
        [b"Title: Pilot\nPublished: 2031-03-07\n\nQUELLMAR, March 7 - A"],
    ),
    "jsonl": (_as_it_is, [b'{"text": "A court ruled.", "published": "2031-03-07"}\n']),
}


def main() -> None:
    """Run libFuzzer on the reader that the first argument names."""
    kind, *rest = sys.argv[1:] or ["html"]
    wrap, seeds = SEEDS[kind]
    folders = [item for item in rest if not item.startswith("-")]
    folder = Path(folders[0] if folders else f"fuzz/inputs/{kind}")
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (folder / f"seed-{number}").write_bytes(seed)

    def try_one(content: bytes) -> None:
        for item in read_bytes(wrap(content), source="fuzz", config=CONFIG):
            check_item(item)

    for seed in seeds:
        try_one(seed)  # what is imported late must not count as a slow input
    options = [item for item in rest if item.startswith("-")]
    defaults = [f"-max_len={MAX_BYTES}", "-timeout=60", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], *defaults, *options, str(folder)], try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
