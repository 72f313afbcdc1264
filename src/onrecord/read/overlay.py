"""What a container says of an article inside it, laid over what was read.

A mail knows its subject and day, a saved page its address. The text and the id stay;
the bytes are those of the container where they are what was received.
"""

import hashlib

import msgspec

from onrecord.model.article import PublishedBasis, Received, Rejected
from onrecord.read.days import Day
from onrecord.read.place import Item, Place


def overlay(
    item: Item,
    *,
    fill: bool = False,
    **known: str | tuple[str, ...] | None,
) -> Item:
    """Set fields of an article to what the container knows of them.

    Args:
        item: What was read; a rejected one stays as it is.
        fill: Only where the article itself says nothing.
        known: Fields of `Article`; what is None or empty is not known.
    """
    if isinstance(item, Rejected):
        return item
    changes = {name: value for name, value in known.items() if value}
    if fill:
        changes = {k: v for k, v in changes.items() if not getattr(item.article, k)}
    return msgspec.structs.replace(
        item, article=msgspec.structs.replace(item.article, **changes)
    )


def overlay_day(
    item: Item, place: Place, day: Day | None, basis: PublishedBasis
) -> Item:
    """Set the publication day, unless the caller gave one for everything."""
    if isinstance(item, Rejected) or day is None or place.options.published is not None:
        return item
    article = msgspec.structs.replace(
        item.article,
        published=day.edtf,
        published_precision=day.precision,
        published_basis=basis,
    )
    return msgspec.structs.replace(item, article=article)


def as_received(item: Item, content: bytes, media_type: str) -> Item:
    """Make the container's bytes those that were received."""
    digest = hashlib.sha256(content).hexdigest()
    if isinstance(item, Rejected):
        return msgspec.structs.replace(item, sha256=digest)
    article = msgspec.structs.replace(item.article, sha256=digest)
    return Received(
        article=article, content=content, media_type=media_type, source=item.source
    )
