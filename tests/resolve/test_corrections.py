import msgspec
import pytest
import resolve_builders as build

from onrecord.model.correction import CorrectionState, Operation
from onrecord.resolve.corrections import plan_corrections, widen

APPLIED, UNDONE, ORPHANED = CorrectionState

SAID = build.statement("st-1", "a", "he broke no law")


def plan(*corrections, facts=(SAID,), redirects=None):
    return plan_corrections(facts, corrections, redirects or {})


def undo(one, undoes, **fields):
    return build.correction(one, Operation.UNDO, undoes=undoes, **fields)


def reject(one="cx-1", target="st-1", **fields):
    return build.correction(one, Operation.REJECT, target=target, **fields)


def test_a_rejection_holds_for_the_fact_it_names():
    made = plan(reject())
    assert [one.id for one in made.by_member["st-1"]] == ["cx-1"]
    assert made.states == {"cx-1": APPLIED}


def test_a_correction_of_nothing_is_orphaned():
    made = plan(reject(target="st-404"))
    assert made.states == {"cx-1": ORPHANED}
    assert not made.by_member


def test_an_undone_correction_counts_as_never_given():
    made = plan(reject(), undo("cx-2", "cx-1"))
    assert not made.by_member
    assert made.states == {"cx-1": UNDONE, "cx-2": APPLIED}


def test_an_undo_can_be_undone_even_in_the_same_second():
    same = "2032-01-01T00:00:00Z"
    made = plan(
        reject("cx-9", at=same),
        undo("cx-5", "cx-9", at=same),
        undo("cx-1", "cx-5", at=same),
    )
    assert made.by_member
    assert made.states == {"cx-9": APPLIED, "cx-5": UNDONE, "cx-1": APPLIED}


def test_an_undo_of_nothing_is_orphaned():
    assert plan(undo("cx-1", "cx-404")).states == {"cx-1": ORPHANED}


def test_corrections_of_one_report_are_kept_apart():
    made = plan(reject(report=True))
    assert "st-1" in made.by_report
    assert not made.by_member


def test_an_added_fact_is_a_read_fact_of_a_person():
    body = msgspec.json.encode(build.custody("cu-1", "a")).decode()
    made = plan(build.correction("cx-1", Operation.ADD, new=body))
    assert [(one.id, one.method, one.corrected) for one in made.added] == [
        ("cu-1", "person", ("cx-1",))
    ]
    assert made.states == {"cx-1": APPLIED}


@pytest.mark.parametrize("new", [None, "{", '{"type": "custody"}', '{"type": "x"}'])
def test_what_is_added_and_no_fact_is_orphaned_with_a_note(new):
    made = plan(build.correction("cx-1", Operation.ADD, new=new))
    assert made.states == {"cx-1": ORPHANED}
    assert "cx-1" in made.notes[0]


@pytest.mark.parametrize("new", ["ac-2", '"ac-2"'])
def test_a_merge_names_the_other_actor_bare_or_as_json(new):
    facts = (build.actor("ac-1", "a", "Mira Dorn"), build.actor("ac-2", "b", "M. Dorn"))
    merge = build.correction("cx-1", Operation.MERGE, target="ac-1", new=new)
    made = plan(merge, facts=facts)
    assert made.joins.merged == (frozenset({"ac-1", "ac-2"}),)


def test_a_merge_with_nobody_is_orphaned():
    facts = (build.actor("ac-1", "a", "Mira Dorn"), SAID)
    for other in ("ac-404", "st-1"):
        merge = build.correction("cx-1", Operation.MERGE, target="ac-1", new=other)
        made = plan(merge, facts=facts)
        assert made.states == {"cx-1": ORPHANED}
        assert not made.joins.merged


def test_widening_carries_corrections_to_all_members():
    made = widen(plan(reject()), [("st-1", "st-7"), ("st-8",)])
    assert [one.id for one in made.by_member["st-7"]] == ["cx-1"]
    assert "st-8" not in made.by_member
