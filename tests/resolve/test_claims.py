import resolve_builders as build

from onrecord.model.claim import Claim, Position

claim = build.claim


def claims(*facts, **options):
    return list(build.view(*facts, **options).claims)


def test_like_words_are_one_claim_contested_when_it_has_both_sides():
    (made,) = claims(
        claim("cl-2", "a", "the two were seized in retaliation", asserted_by=["ac-1"]),
        claim("cl-1", "b", "they were seized in retaliation", denied_by=["ac-2"]),
    )
    assert made.id == "cl-1"
    assert made.contested
    assert [one.actor for one in made.asserted_by] == ["ac-1"]
    assert [one.actor for one in made.denied_by] == ["ac-2"]


def test_one_side_alone_is_not_contested():
    (made,) = claims(claim("cl-1", "a", "he forged charts", asserted_by=["ac-1"]))
    assert not made.contested


def test_other_words_are_another_claim():
    made = claims(
        claim("cl-1", "a", "he falsified depth charts", asserted_by=["ac-1"]),
        claim("cl-2", "b", "he fled the country by ferry", asserted_by=["ac-1"]),
    )
    assert len(made) == 2


def test_nobody_is_put_on_both_sides_by_a_join():
    made = claims(
        claim("cl-1", "a", "Fask was held alone", asserted_by=["ac-1"]),
        claim("cl-2", "b", "Fask was not held alone", denied_by=["ac-1"]),
    )
    assert len(made) == 2


def test_a_party_is_named_once_with_the_statement_that_says_so():
    said = build.fact(
        Claim,
        "cl-2",
        "b",
        text="he forged charts",
        asserted_by=(Position(actor="ac-1", statement="st-1"),),
    )
    (made,) = claims(claim("cl-1", "a", "he forged charts", asserted_by=["ac-1"]), said)
    assert made.asserted_by == (Position(actor="ac-1", statement="st-1"),)


def test_the_narrator_is_a_party():
    (made,) = claims(
        claim("cl-1", "a", "shots were fired", asserted_by=["narrator"]),
        claim("cl-2", "b", "shots were fired", denied_by=["ac-1"]),
    )
    assert made.contested
