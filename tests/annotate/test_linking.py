import pytest

from onrecord.annotate.linking import agree
from onrecord.model.actor import ActorKind
from parse_by_hand import chains_in, make_parse


def test_a_demonym_is_its_state() -> None:
    parse = make_parse(
        "Tavara/NNP/nsubj/1 left:leave/VBD/ROOT/1",
        "Tavaran/JJ/amod/1 boats:boat/NNS/nsubj/2 came:come/VBD/ROOT/2",
    )
    assert ["Tavara", "Tavaran"] in chains_in(parse)


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (ActorKind.PERSON, ActorKind.OFFICE, True),
        (ActorKind.PUBLIC_BODY, ActorKind.ORGANIZATION, True),
        (None, ActorKind.STATE, True),
        (ActorKind.STATE, ActorKind.PUBLIC_BODY, False),
        (ActorKind.PERSON, ActorKind.ORGANIZATION, False),
    ],
)
def test_kinds_that_may_be_one_actor(
    one: ActorKind | None, other: ActorKind, may: bool
) -> None:
    assert agree(one, other) is may
    assert agree(other, one) is may
