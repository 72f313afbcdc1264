import resolve_builders as build

from onrecord.model.actor import ActorKind
from onrecord.model.fact import Factuality
from onrecord.model.linkage import LinkageKind, Response, Stance, Term

demand = build.demand


def linkages(*facts, **options):
    return list(build.view(*facts, **options).linkages)


def refusal(actor, when=None, **fields):
    return Response(actor=actor, stance=Stance.REJECTS, when=when, **fields)


def test_like_terms_of_one_proposer_are_one_linkage():
    (made,) = linkages(
        demand("li-2", "a", "the release of Halvik", proposed_by=("ac-1",)),
        demand("li-1", "b", "Halvik be released at once", proposed_by=("ac-1",)),
        demand("li-3", "c", "Halvik's release"),
    )
    assert (made.id, made.sources, made.proposed_by) == ("li-1", 3, ("ac-1",))
    assert made.what.text == "the release of Halvik"


def test_another_kind_proposer_or_matter_is_another_linkage():
    made = linkages(
        demand("li-1", "a", "release Halvik", proposed_by=("ac-1",)),
        demand("li-2", "a", "release Halvik", proposed_by=("ac-2",)),
        demand("li-3", "a", "release Halvik", kind=LinkageKind.OFFER),
        demand("li-4", "a", "lower the barley tariff", proposed_by=("ac-1",)),
        demand("li-5", "a", "release Halvik", factuality=Factuality.DENIED),
    )
    assert len(made) == 5


def test_answers_are_united_and_later_ones_join():
    (made,) = linkages(
        demand("li-1", "a", "release Halvik", responses=(refusal("ac-5"),)),
        demand(
            "li-2",
            "b",
            "release Halvik",
            responses=(
                refusal("ac-5", "2031-04-16", statement="st-1"),
                refusal("ac-6"),
            ),
        ),
    )
    assert [(one.actor, one.when, one.statement) for one in made.responses] == [
        ("ac-5", "2031-04-16", "st-1"),
        ("ac-6", None, None),
    ]


def test_an_answer_given_twice_on_different_days_is_two():
    (made,) = linkages(
        demand("li-1", "a", "release", responses=(refusal("ac-5", "2031-04-16"),)),
        demand("li-2", "b", "release", responses=(refusal("ac-5", "2031-12-04"),)),
    )
    assert len(made.responses) == 2


def test_a_term_the_first_report_lacks_comes_without_its_spans():
    (made,) = linkages(
        build.fact(
            build.Linkage,
            "li-1",
            "a",
            kind=LinkageKind.EXCHANGE,
            give=Term(text="return of two Tavarans held in Orvenia"),
        ),
        build.fact(
            build.Linkage,
            "li-2",
            "b",
            kind=LinkageKind.EXCHANGE,
            give=Term(text="return of two Tavarans held in Orvenia"),
            get=Term(text="Halvik", spans=(build.Span(3, 9),)),
        ),
    )
    assert made.get == Term(text="Halvik")


def test_the_latest_deadline_told_stands():
    (made,) = linkages(
        demand("li-1", "a", "release Halvik", deadline="2031-05-01"),
        demand("li-2", "b", "release Halvik", deadline="2031-06-01"),
    )
    assert made.deadline == "2031-06-01"


ORVENIA = build.actor("ac-o", "a", "Orvenia", kind=ActorKind.STATE)
EMBASSY = build.actor("ac-e", "b", "Orvenia's embassy", kind=ActorKind.PUBLIC_BODY)
OFFICE = build.actor("ac-f", "c", "foreign ministry", kind=ActorKind.PUBLIC_BODY)


def test_a_state_and_its_embassy_make_one_demand_in_other_words():
    (made,) = linkages(
        ORVENIA,
        EMBASSY,
        demand("li-1", "a", "his release", proposed_by=("ac-o",), about=("ac-h",)),
        demand("li-2", "b", "send Brun home", proposed_by=("ac-e",), about=("ac-h",)),
    )
    assert (made.proposed_by, made.about) == (("ac-o",), ("ac-h",))


def test_the_release_of_somebody_else_is_another_demand():
    made = linkages(
        ORVENIA,
        demand("li-1", "a", "his release", proposed_by=("ac-o",), about=("ac-h",)),
        demand("li-2", "b", "her release", proposed_by=("ac-o",), about=("ac-k",)),
    )
    assert len(made) == 2


def test_the_same_terms_put_to_the_same_addressee_are_one():
    (made,) = linkages(
        EMBASSY,
        OFFICE,
        demand("li-1", "b", "drop the case", proposed_by=("ac-e",)),
        demand(
            "li-2", "c", "end the case", proposed_by=("ac-f",), addressed_to=("ac-m",)
        ),
        demand(
            "li-3",
            "d",
            "end the proceedings",
            proposed_by=("ac-e",),
            addressed_to=("ac-m",),
        ),
    )
    assert made.addressed_to == ("ac-m",)
