"""What an export holds: records in the order of CASEFILE.md, and names for actors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from onrecord.model.article import Article
from onrecord.model.records import AnyFact
from onrecord.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Content:
    """Records by type: articles first, then actors, then facts.

    Attributes:
        records: Record type to records. Case facts stand under their type; read facts
            under `read` in the order of their articles.
        names: Actor id to name.
    """

    records: Mapping[str, Sequence[Article | AnyFact]]
    names: Mapping[str, str] = field(default_factory=dict)

    def only(self, type_: str) -> "Content":
        """Return the content with the records of one type."""
        return Content({type_: self.records.get(type_, ())}, self.names)

    def flat(self) -> Iterator[tuple[str, Article | AnyFact]]:
        """Give (type, record), in order."""
        for group in self.records.values():
            for record in group:
                yield type_of(record), record


def type_of(record: Article | AnyFact) -> str:
    """Return the name of a record's type."""
    tag = record.__struct_config__.tag
    return "article" if tag is None else str(tag)


def to_record(record: Article | AnyFact) -> dict[str, object]:
    """Return a record as the interchange form writes it: what is unknown is absent.

    A statement's day is `said_on` and not `when`.
    """
    values = msgspec.to_builtins(record)
    found: dict[str, object] = {"type": type_of(record)}
    found.update({name: value for name, value in values.items() if value is not None})
    if isinstance(record, Statement):
        found.pop("when", None)
    return found
