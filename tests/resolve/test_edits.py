import pytest
import resolve_builders as build

from onrecord.model.correction import Operation
from onrecord.model.custody import CustodyStatus
from onrecord.resolve.edits import apply_edit


def edit(field, new, **fields):
    fields.setdefault("target", "cu-1")
    return build.correction("cx-1", Operation.EDIT, field=field, new=new, **fields)


HELD = build.custody("cu-1", "a", from_="2031-03-05", place="Brannock")


@pytest.mark.parametrize("field", ["from", "from_"])
def test_a_field_is_named_as_in_json_or_in_code(field):
    assert apply_edit(HELD, edit(field, '"2031-03-06"')).from_ == "2031-03-06"


def test_values_are_json_and_checked():
    assert apply_edit(HELD, edit("status", '"past"')).status is CustodyStatus.PAST
    assert apply_edit(HELD, edit("place", "null")).place is None
    assert apply_edit(HELD, edit("holder", '["ac-1"]')).holder == ("ac-1",)


@pytest.mark.parametrize(
    ("field", "new"),
    [
        ("status", '"free"'),
        ("colour", '"red"'),
        ("id", '"cu-2"'),
        ("evidence", "[]"),
        ("place", None),
        ("place", "Velm"),
        ("place", "7"),
    ],
)
def test_what_does_not_fit_is_refused(field, new):
    with pytest.raises(ValueError, match=r".+"):
        apply_edit(HELD, edit(field, new))


def test_an_edit_that_does_not_fit_leaves_the_fact_and_a_note():
    made = build.view(HELD, corrections=[edit("status", '"free"')])
    assert made.custody[0].status is CustodyStatus.HELD
    assert made.custody[0].corrected == ()
    assert "cx-1" in made.notes[0]


def test_an_edit_of_a_case_fact_holds_for_it_and_not_for_what_articles_say():
    made = build.view(HELD, corrections=[edit("place", '"Velm"')])
    assert made.custody[0].place == "Velm"
    assert made.custody[0].corrected == ("cx-1",)
    assert [one.place for one in made.read_facts] == ["Brannock"]


def test_an_edit_of_one_report_changes_the_report():
    made = build.view(HELD, corrections=[edit("place", '"Velm"', report=True)])
    assert [one.place for one in made.read_facts] == ["Velm"]
    assert made.custody[0].place == "Velm"


def test_the_later_of_two_edits_stands():
    first = edit("place", '"Velm"', at="2032-01-01")
    second = build.correction(
        "cx-0",
        Operation.EDIT,
        target="cu-1",
        field="place",
        new='"Grell"',
        at="2032-01-02",
    )
    made = build.view(HELD, corrections=[second, first])
    assert made.custody[0].place == "Grell"
    assert made.custody[0].corrected == ("cx-1", "cx-0")


def test_an_edited_actor_field_leads_to_the_case_actor():
    actors = [build.actor(f"ac-{n}", s, "Mira Dorn") for n, s in ((2, "a"), (1, "b"))]
    made = build.view(HELD, *actors, corrections=[edit("person", '"ac-2"')])
    assert made.custody[0].person == "ac-1"


def test_a_confirmed_fact_carries_the_correction():
    confirm = build.correction("cx-1", Operation.CONFIRM, target="cu-1")
    assert build.view(HELD, corrections=[confirm]).custody[0].corrected == ("cx-1",)


def test_a_rejected_case_fact_is_listed_with_all_its_reports():
    again = build.custody("cu-2", "b", from_="2031-03-05")
    reject = build.correction("cx-1", Operation.REJECT, target="cu-2")
    made = build.view(HELD, again, corrections=[reject])
    assert made.custody == ()
    assert [(one.id, one.members) for one in made.rejected] == [
        ("cu-1", ("cu-1", "cu-2"))
    ]
    assert made.leads_to["cu-2"] == "cu-1"


def test_a_rejected_report_leaves_the_others():
    again = build.custody("cu-2", "b", from_="2031-03-05")
    reject = build.correction("cx-1", Operation.REJECT, target="cu-1", report=True)
    made = build.view(HELD, again, corrections=[reject])
    assert [one.id for one in made.custody] == ["cu-2"]
    assert [one.id for one in made.rejected] == ["cu-1"]
    assert made.leads_to["cu-1"] == "cu-1"


def test_a_rejected_spell_no_longer_closes_the_one_before():
    bail = build.custody("cu-2", "b", "bail", from_="2031-03-11")
    reject = build.correction("cx-1", Operation.REJECT, target="cu-2")
    made = build.view(HELD, bail, corrections=[reject])
    assert made.custody[0].status is CustodyStatus.HELD
    assert made.custody[0].to is None
