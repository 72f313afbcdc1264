import report_builders as build

from onrecord.report.pairing import pair_facts


def test_facts_with_one_id_are_a_pair() -> None:
    view = build.view()
    pairs = pair_facts([build.event()], [build.event(when=None)], view, view)
    assert [(a.id, b.id) for a, b in pairs.both] == [("ev-1", "ev-1")]
    assert pairs.gone == pairs.added == []


def test_a_fact_whose_id_was_replaced_is_still_the_same() -> None:
    after = build.view(leads_to={"ev-2": "ev-1"})
    pairs = pair_facts(
        [build.event("ev-2")], [build.event("ev-1")], build.view(), after
    )
    assert [(a.id, b.id) for a, b in pairs.both] == [("ev-2", "ev-1")]


def test_a_member_is_enough_to_pair() -> None:
    old = build.event("ev-0", members=("ev-0", "ev-1"))
    pairs = pair_facts([old], [build.event("ev-1")], build.view(), build.view())
    assert len(pairs.both) == 1


def test_facts_that_were_joined_are_gone_into_one() -> None:
    after = build.view(leads_to={"ev-2": "ev-1"})
    old = [build.event("ev-2"), build.event("ev-1")]
    pairs = pair_facts(old, [build.event("ev-1")], build.view(), after)
    assert [fact.id for fact in pairs.gone] == ["ev-2"]
    assert pairs.joined == {"ev-2": "ev-1"}


def test_a_fact_that_came_out_of_another_was_parted() -> None:
    before = build.view(leads_to={"ev-2": "ev-1"})
    new = [build.event("ev-1"), build.event("ev-2")]
    pairs = pair_facts([build.event("ev-1")], new, before, build.view())
    assert [fact.id for fact in pairs.added] == ["ev-2"]
    assert pairs.parted == {"ev-2": "ev-1"}


def test_facts_without_a_counterpart_are_gone_and_added() -> None:
    pairs = pair_facts(
        [build.event("ev-1")], [build.event("ev-2")], build.view(), build.view()
    )
    assert [fact.id for fact in pairs.gone] == ["ev-1"]
    assert [fact.id for fact in pairs.added] == ["ev-2"]


def test_a_relation_is_its_pair_whatever_its_id_and_the_order_of_the_two() -> None:
    before = build.relation("re-1", actors=(build.POLICE, "ac-0"))
    after = build.relation("re-9", actors=(build.VESSIA, build.POLICE))
    leads_to = {"ac-0": build.VESSIA}
    pairs = pair_facts([before], [after], build.view(), build.view(leads_to=leads_to))
    assert pairs.both == [(before, after)]
    assert not pairs.gone
    assert not pairs.added


def test_relations_of_other_pairs_stay_apart() -> None:
    before = build.relation("re-1", actors=(build.POLICE, build.MAREN))
    after = build.relation("re-9", actors=(build.VESSIA, build.POLICE))
    pairs = pair_facts([before], [after], build.view(), build.view())
    assert (pairs.gone, pairs.added) == ([before], [after])
