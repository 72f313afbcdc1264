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
from onrecord.read.receive import Found, reject
from onrecord.read.web import Fetch

MAX_FOLLOWED = 500
"""Pages fetched for one input: with a second between two, ten minutes and more."""

ReadWhole = Callable[[bytes, Place], Iterator[Item]]


def read_address(url: str, fetch: Fetch, place: Place) -> Iterator[Item]:
    """Fetch a page and read it as what it is, its address and time with it."""
    found = fetch(url)
    if isinstance(found, Rejected):
        yield found
        return
    options = replace(place.options, address=found.url, retrieved=found.retrieved)
    yield from place.read_inside(found.content, url, options=options)


class EntryOnly(Rejected, frozen=True, gc=False, kw_only=True):
    """An entry that names its page and has no text: an article only if that is fetched.

    `entry` is what the input says of the page, as an article without text.
    """

    entry: Article


def reject_entry(found: Found, content: bytes, *, source: str, reason: str) -> Item:
    """Return the refusal of an entry without text, which `follow` may yet make good."""
    plain = reject(source, reason, content)
    day = found.published
    entry = Article(
        id="",
        text="",
        sha256="",
        ref=found.ref,
        url=found.url,
        title=found.title,
        publisher=found.publisher,
        published=day.edtf if day else None,
        published_precision=day.precision if day else None,
        published_basis=found.basis if day else None,
    )
    return EntryOnly(
        source=plain.source, reason=plain.reason, sha256=plain.sha256, entry=entry
    )


def follow(reader: ReadWhole) -> ReadWhole:
    """Return a reader that reads the page of each entry in its place.

    Only where the caller allows it (`Options.follow`), and for the first `MAX_FOLLOWED`
    entries of an input. An entry whose page cannot be had is given as the input holds
    it, and the reason beside it.
    """

    def read(content: bytes, place: Place) -> Iterator[Item]:
        count = 0
        for item in reader(content, place):
            fetch, entry = place.options.follow, _entry_of(item)
            if fetch is None or entry is None or entry.url is None:
                yield _plain(item)
                continue
            count += 1
            if count > MAX_FOLLOWED:
                yield _plain(item)
                if count == MAX_FOLLOWED + 1:
                    yield reject(place.source, _TOO_MANY)
                continue
            yield from _read_page(item, entry, entry.url, fetch, place)

    return read


_TOO_MANY = (
    f"The pages of the first {MAX_FOLLOWED} entries were fetched and no more; the "
    "others are as the feed holds them. Name the addresses you want, too."
)


def _entry_of(item: Item) -> Article | None:
    """What an input says of an entry's page."""
    if isinstance(item, Received):
        return item.article
    return item.entry if isinstance(item, EntryOnly) else None


def _plain(item: Item) -> Item:
    """The item as anybody else knows it."""
    if isinstance(item, EntryOnly):
        return Rejected(source=item.source, reason=item.reason, sha256=item.sha256)
    return item


def _read_page(
    item: Item, entry: Article, url: str, fetch: Fetch, place: Place
) -> Iterator[Item]:
    """Read the page of an entry; what it does not say, the entry says."""
    # A feed may name a feed: its entries are read, and no page of theirs is fetched.
    once = replace(place, options=replace(place.options, follow=None))
    found = list(read_address(url, fetch, once))
    if not any(isinstance(one, Received) for one in found):
        yield _plain(item)
    for one in found:
        yield _complete(one, entry) if isinstance(one, Received) else one


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
