from resolve_builders import actor

from onrecord.model.actor import Actor, ActorKind
from onrecord.resolve.spokesmen import join_spoken_for
from onrecord.resolve.union import Union

ADJECTIVES = {"tavaran": "tavara"}


def body(one: str, source: str, name: str) -> Actor:
    return actor(one, source, name, kind=ActorKind.PUBLIC_BODY)


def joined(*actors: Actor, apart: dict[str, str] | None = None) -> dict[str, str]:
    union = Union(one.id for one in actors)
    union.join(o.id for o in actors if o.kind is ActorKind.PERSON)
    join_spoken_for(actors, union, apart or {}, ADJECTIVES)
    return union.as_map()


HERE = actor("p1", "x", "Bram Orel", aliases=("foreign ministry spokesman Bram Orel",))
THERE = actor(
    "p2", "y", "Bram Orel", aliases=("a spokesman for Tavara's foreign ministry",)
)
BARE = body("b1", "x", "foreign ministry")
OWNED = body("b2", "y", "Tavaran foreign ministry")


def test_a_bare_body_is_the_one_its_spokesman_speaks_for() -> None:
    assert joined(HERE, THERE, BARE, OWNED)["b2"] == "b1"


def test_a_bare_body_of_an_article_without_its_spokesman_joins_nothing() -> None:
    other = body("b3", "z", "foreign ministry")
    assert joined(HERE, THERE, other, OWNED)["b3"] == "b3"


def test_two_owners_leave_it_open() -> None:
    both = actor(
        "p3", "z", "Bram Orel", aliases=("spokesman for Kestria's foreign ministry",)
    )
    assert joined(HERE, THERE, both, BARE, OWNED)["b1"] == "b1"


def test_a_body_that_people_split_off_stays_apart() -> None:
    assert joined(HERE, THERE, BARE, OWNED, apart={"b1": "side"})["b2"] == "b2"
