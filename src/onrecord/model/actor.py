"""Who: the words that name somebody, and who they are in the world."""

from enum import StrEnum

import msgspec

from onrecord.model.evidence import Evidence
from onrecord.model.fact import Fact


class ActorKind(StrEnum):
    """What an actor is (FollowTheMoney's Person, PublicBody, Organization, ...)."""

    PERSON = "person"
    STATE = "state"
    PUBLIC_BODY = "public_body"
    ORGANIZATION = "organization"
    GROUP = "group"
    OFFICE = "office"
    DOCUMENT = "document"


class Form(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Mention(Fact, frozen=True, gc=False, kw_only=True, tag="mention"):
    """Words of a text that stand for an actor.

    Attributes:
        article: Id of the article.
        start: First character in the article's `text`.
        end: One past the last character.
        form: How it names the actor.
        name_type: `PER`, `ORG`, `LOC`, `MISC`, or a finer one that says which of these
            it is (`LOC:state`).
        actor: Who it stands for; absent where a pronoun resolves to nothing.
        link_reason: The rule that joined it to its actor.
    """

    article: str
    start: int
    end: int
    form: Form
    name_type: str | None = None
    actor: str | None = None
    link_reason: str | None = None


class ActorRole(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A title somebody holds: "foreign minister" `of` "Ostrava", with its words.

    Attributes:
        title: The title, in the article's words.
        of: What it is held in, in words.
        from: First day, in EDTF. Not filled yet.
        to: Last day, in EDTF. Not filled yet.
        evidence: The words that say so.
    """

    title: str
    of: str | None = None
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Actor(Fact, frozen=True, gc=False, kw_only=True, tag="actor"):
    """Somebody or some body that says, does or suffers something.

    In a read fact this is one article's chain of mentions; in a case fact, everybody
    the case holds to be the same. Evidence: its first named mention in each article.

    Attributes:
        name: The fullest name, else the words it is described by.
        kind: What it is, after FollowTheMoney.
        aliases: Other names and descriptions that stand for it.
        roles: Titles it holds.
        nationality: The state a person or group is said to be of.
        actor_members: Who a group consists of, where they are named.
        size: How many a group is said to be.
        code: Country and sector after PLOVER ("KENGOV", "---COP", "IGOUNO"), read from
            the words that describe it.
        external: Ids in other data sets. Not filled yet.
        anonymous: Whether it speaks unnamed, as "a diplomat who asked not to be named"
            does.
        same_as: Actors it may be ("same?") without being joined to them.
    """

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[ActorRole, ...] = ()
    nationality: str | None = None
    group_members: tuple[str, ...] = msgspec.field(default=(), name="actor_members")
    size: int | None = None
    code: str | None = None
    external: dict[str, str] = msgspec.field(default_factory=dict)
    anonymous: bool = False
    same_as: tuple[str, ...] = ()
