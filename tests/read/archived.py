"""Web archives, made record by record."""

import gzip

URL = "https://paper.example/story"
DATE = "2031-03-02T12:00:00Z"


def record(kind, body, *, url=URL, date=DATE, length=None, **more):
    """One record; `more` are lines of its head."""
    lines = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Date: {date}"]
    lines += [f"WARC-Target-URI: {url}"] if url else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in more.items()]
    lines.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"


def answer(content, *, status="200 OK", kind="text/html; charset=utf-8", **more):
    """What a server answered: its head and the body."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in more.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


def response(content, *, url=URL, date=DATE, **more):
    """The record of an answer."""
    return record("response", answer(content, **more), url=url, date=date)


def pack(*records):
    """A packed archive: each record by itself, as crawlers write them."""
    return b"".join(map(gzip.compress, records))
