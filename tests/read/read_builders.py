"""Pages and shortcuts that several tests of `read` share."""

from onrecord.config import Config
from onrecord.model.article import Article, Received, Rejected
from onrecord.read import read_bytes

CONFIG = Config()

STORY = (
    "A court in Marn on Wednesday convicted the retired pilot Edo Varr of espionage "
    "and sentenced him to six years in prison.",
    "Varr was driven from the court to a flat rented by the embassy, his lawyer said, "
    "and he may not leave it without an escort.",
    "The foreign ministry called the verdict a mistake and asked for a new hearing "
    "before the end of the year.",
)


def page(head: str = "", *, before: str = "", after: str = "") -> bytes:
    """A news page with the story between `before` and `after`."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><article>{before}{paragraphs}"
        f"{after}</article></body></html>"
    ).encode()


def read_all(content: bytes, **options: object) -> list[Received | Rejected]:
    """Everything read from `content`."""
    given: dict[str, object] = {"source": "in", "config": CONFIG, **options}
    return list(read_bytes(content, **given))  # type: ignore[arg-type] # test shortcut


def read_one(content: bytes, **options: object) -> Article:
    """The one article in `content`."""
    (item,) = read_all(content, **options)
    assert isinstance(item, Received), item
    return item.article


def refuse_one(content: bytes, **options: object) -> str:
    """The reason why `content` was rejected."""
    (item,) = read_all(content, **options)
    assert isinstance(item, Rejected), item
    return item.reason
