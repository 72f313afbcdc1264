"""Pages that an input names, fetched where the caller allows it.

    follow(read_feed)   ->  a reader that puts an entry's own page in its place
    read_address(url, place)  ->  what stands at an address

A page that is fetched is read like any other input, whatever it turns out to be.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import msgspec

from onrecord.model.article import Article, Received, Rejected
from onrecord.read.place import Item, Place
from onrecord.read.web import Fetch

ReadWhole = Callable[[bytes, Place], Iterator[Item]]


def read_address(url: str, fetch: Fetch, place: Place) -> Iterator[Item]:
    """Fetch a page and read it as what it is, its address and time with it."""
    found = fetch(url)
    if isinstance(found, Rejected):
        yield found
        return
    options = replace(place.options, address=found.url, retrieved=found.retrieved)
    yield from place.read_inside(found.content, url, options=options)


def follow(reader: ReadWhole) -> ReadWhole:
    """Return a reader that reads the page of each entry in its place.

    Only where the caller allows it (`Options.follow`). An entry whose page cannot be
    had is given as the input holds it, and the reason beside it.
    """

    def read(content: bytes, place: Place) -> Iterator[Item]:
        for item in reader(content, place):
            fetch = place.options.follow
            if fetch is None or isinstance(item, Rejected) or item.article.url is None:
                yield item
            else:
                yield from _read_page(item, item.article.url, fetch, place)

    return read


def _read_page(item: Received, url: str, fetch: Fetch, place: Place) -> Iterator[Item]:
    """Read the page of an entry; what it does not say, the entry says."""
    # A feed may name a feed: its entries are read, and no page of theirs is fetched.
    once = replace(place, options=replace(place.options, follow=None))
    found = list(read_address(url, fetch, once))
    if not any(isinstance(one, Received) for one in found):
        yield item
    for one in found:
        yield _complete(one, item.article) if isinstance(one, Received) else one


def _complete(page: Received, entry: Article) -> Received:
    """Return the page with what the feed knows and it does not tell."""
    missing: dict[str, object] = {}
    if page.article.published is None:
        missing = {
            "published": entry.published,
            "published_precision": entry.published_precision,
            "published_basis": entry.published_basis,
        }
    for name in ("title", "publisher", "ref"):
        if getattr(page.article, name) is None:
            missing[name] = getattr(entry, name)
    article = msgspec.structs.replace(page.article, **missing)
    return msgspec.structs.replace(page, article=article)
