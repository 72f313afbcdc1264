"""From bytes to articles: plain text, HTML and JSONL, files, folders and stdin.

    read_paths(["articles/", "-"], config=Config())   ->  Received | Rejected, ...
    read_bytes(content, source="page", config=Config())  ->  the same, from memory

The kind is told from the content (`kinds.py`), never from a file name. What is read is
handed out with its bytes; what cannot be read, with one sentence that says why and what
to do. No clock, no settings outside `Config`, no network but in `fetch.py`, which is
loaded only where a page is to be fetched.
"""

from onrecord.read.inputs import read_bytes, read_paths

__all__ = ["read_bytes", "read_paths"]
