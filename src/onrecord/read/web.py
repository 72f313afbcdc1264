"""Web addresses as inputs: how one is told, and what fetching it gives.

Kept apart from `fetch.py`, so that reading files loads nothing that knows a network.
"""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.model.article import Rejected


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as received, unpacked.

    Attributes:
        url: Where it stood in the end, after redirects.
        content: Its bytes.
        retrieved: When, as ISO 8601 UTC.
    """

    url: str
    content: bytes
    retrieved: str


Fetch = Callable[[str], Fetched | Rejected]
"""Fetches the page at an address, or says in a sentence why not."""


def is_web_address(path: str) -> bool:
    """Whether what stands on a command line is an address and not a file."""
    return path[:8].lower().startswith(("http://", "https://"))
