"""What sentences near a linkage add: an offer's terms, its deadline, its addressee."""

import pytest

import golden_ties as golden

pytestmark = pytest.mark.model

OFFER = (
    "Osteria rejected a Norland offer to free two engineers in return for an end to "
    "the trial. "
)


def test_the_terms_of_a_proposal_are_part_of_the_offer() -> None:
    text = (
        "Foreign Minister Ada Renz made the proposal on Tuesday. The engineers could "
        "go home if Oskar Brun was released, Renz said."
    )
    (linkage,) = golden.short("linkages", OFFER + text, "2031-03-14")
    assert linkage["kind"] == "exchange"


def test_an_offer_stands_until_its_deadline() -> None:
    context = golden.read(OFFER + "The offer stands until 2 April.", "2031-03-14")
    (linkage,) = golden.FINDERS["linkages"](context)
    assert linkage.deadline == "2031-04-02"


def test_a_demand_is_put_to_whom_its_proposer_summoned() -> None:
    text = (
        "Foreign Minister Ada Renz summoned the ambassador, Jana Velt, on Thursday and "
        "demanded that both engineers be freed."
    )
    (linkage,) = golden.short("linkages", text, "2031-03-14")
    assert linkage["to"]
