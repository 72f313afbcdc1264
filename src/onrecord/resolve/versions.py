"""Versions: different texts that stood at one address, one after the other.

An outlet that mends or lengthens a story leaves its address as it is. The later texts
are versions of the first, and count as one source with it. Addresses are compared
without what does not name a page: scheme, `www.`, fragment, marks of a campaign. The
front page of a site is no article's address, and a translation is no version.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from onrecord.model.article import Article
from onrecord.resolve.days import FAR_AHEAD, known_order, published_day

_CAMPAIGN = frozenset(
    {"fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "cmpid"}
    | {"ocid", "smid", "ref_src", "share", "xtor"}
)
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Version:
    """Where an article stands among the versions of its page.

    Attributes:
        first: The earliest version; the article's own id where it is that.
        latest: The latest version; likewise.
    """

    first: str
    latest: str


def find_versions(articles: Iterable[Article]) -> dict[str, Version]:
    """Return the articles that have versions, with the first and latest of them.

    The order is that of publication, then of fetching; what was fetched nobody knows
    when comes last, by its id.
    """
    pages: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        page = page_of(article.url)
        if page is not None and article.translation_of is None:
            pages[page].append(article)
    found: dict[str, Version] = {}
    for states in pages.values():
        ordered = [one.id for one in sorted(states, key=_order)]
        if len(ordered) > 1:
            version = Version(ordered[0], ordered[-1])
            found.update(dict.fromkeys(ordered, version))
    return found


@lru_cache(maxsize=65536)
def page_of(url: str | None) -> str | None:
    """Return what names the page of an address; None where it is no article's."""
    try:
        parts = urlsplit((url or "").strip())
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    if parts.scheme.lower() not in _PORTS or not host:
        return None
    if port is not None and port != _PORTS[parts.scheme.lower()]:
        host = f"{host}:{port}"
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name.lower() not in _CAMPAIGN and not name.lower().startswith("utm_")
    ]
    path = parts.path.rstrip("/")
    if not path and not asked:
        return None
    return f"{host}{path}?{urlencode(sorted(asked))}"


def _order(article: Article) -> tuple[object, ...]:
    met = [one.retrieved for one in article.appearances if one.retrieved]
    retrieved = min(met, default=article.retrieved)
    day = known_order(published_day(article))
    return (*day, retrieved or str(FAR_AHEAD), article.id)
