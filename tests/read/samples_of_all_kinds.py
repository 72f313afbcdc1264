"""One small, whole input of every kind that is read."""

import gzip
import json

from docx_builder import document, pack, paragraph
from pdf_builder import column, pdf
from press_samples import CLASSIC, CODED, FACTIVA, NEXIS
from read_builders import STORY, page

_ITEM = {"id": "1", "title": "Verdict", "url": "https://wire.example/1"}
_MESSAGE = {"id": 7, "type": "message", "date": "2031-03-05T23:15:00", "text": STORY[0]}
_MAIL = (
    "From: Petra Lind <lind@courier.example>\r\nSubject: Verdict\r\n"
    "Date: Wed, 05 Mar 2031 23:15:00 +0100\r\nMIME-Version: 1.0\r\n"
)


def _mail():
    parts = (
        f'{_MAIL}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n',
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{STORY[0]}\r\n--b\r\n",
        "Content-Type: text/html\r\nContent-Disposition: attachment; filename=a.html",
        f"\r\n\r\n{page().decode()}\r\n--b--\r\n",
    )
    return "".join(parts).encode()


def _mht():
    head = _MAIL.replace("Petra Lind <lind@courier.example>", "<Saved by Blink>")
    return (
        f'{head}Content-Type: multipart/related; type="text/html"; boundary="b"'
        "\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: "
        f"https://courier.example/a\r\n\r\n{page().decode()}\r\n--b--\r\n"
    ).encode()


_RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>
<item><title>Verdict</title><link>https://wire.example/1</link><guid>1</guid>
<pubDate>Wed, 05 Mar 2031 23:15:00 +0100</pubDate>
<description>&lt;p&gt;{STORY[0]}&lt;/p&gt;</description></item></channel></rss>"""

SAMPLES = {
    "text": f"Title: Verdict\n\n{STORY[0]}\n".encode(),
    "page": page("<title>Verdict</title>"),
    "jsonl": json.dumps({"text": STORY[0], "title": "Verdict"}).encode() + b"\n",
    "json": json.dumps([{"text": STORY[0]}], indent=1).encode(),
    "rss": _RSS.encode(),
    "atom": (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry>'
        f"<title>A</title><id>1</id><content>{STORY[0]}</content></entry></feed>"
    ).encode(),
    "json_feed": json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "items": [_ITEM | {"content_html": f"<p>{STORY[0]}</p>"}],
        }
    ).encode(),
    "ninjs": json.dumps(
        {"uri": "a:1", "pubstatus": "usable", "body_text": STORY[0], "headline": "A"}
    ).encode(),
    "telegram": json.dumps(
        {"name": "Wire", "type": "public_channel", "id": 1, "messages": [_MESSAGE] * 2}
    ).encode(),
    "csv": f'title,date,text\nVerdict,2031-03-05,"{STORY[0]}"\nB,,Two.\n'.encode(),
    "mail": _mail(),
    "mbox": b"From a@b Wed Mar  5 23:15:00 2031\n" + _mail().replace(b"\r\n", b"\n"),
    "mht": _mht(),
    "docx": document(paragraph("Verdict", "Title"), *map(paragraph, STORY)),
    "pdf": pdf(
        [(60, 780, 20, "Verdict"), *column(STORY, top=740)], info={"Title": "A"}
    ),
    "nexis": NEXIS.encode(),
    "classic": CLASSIC.encode(),
    "factiva": FACTIVA.encode(),
    "coded": CODED.encode(),
    "zip": pack({"a.html": page(), "b/c.txt": STORY[0].encode()}),
    "gzip": gzip.compress(page()),
}
