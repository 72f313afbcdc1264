import report_builders as build

from onrecord.model.claim import Position
from onrecord.model.proceeding import AnnouncedDay
from onrecord.model.records import AnyFact
from onrecord.report.fields import compare_fields
from onrecord.report.lookup import make_lookup


def changes(
    before: AnyFact, after: AnyFact, **leads_to: str
) -> list[tuple[str, str | None, str | None]]:
    look = make_lookup(build.view(leads_to=leads_to))
    found = compare_fields(before, after, look, look)
    return [(change.field, change.old, change.new) for change in found]


def test_a_day_is_shown_in_words() -> None:
    assert changes(build.custody(), build.custody(from_="2031-03")) == [
        ("from", "4 March 2031", "March 2031")
    ]


def test_a_field_that_was_absent_is_none() -> None:
    assert changes(build.custody(), build.released()) == [
        ("to", None, "14 March 2031"),
        ("end", None, "released"),
        ("status", "held", "past"),
    ]


def test_actors_are_compared_by_whom_they_lead_to_and_shown_by_name() -> None:
    other = build.custody(holder=(build.VESSIA,), holder_text=("Vessia",))
    assert changes(build.custody(), other) == [("holder", "Coastal Police", "Vessia")]
    renamed = build.custody(person="ac-new")
    assert changes(renamed, build.custody(), **{"ac-new": build.MAREN}) == []


def test_books_are_no_fields() -> None:
    after = build.custody("cu-2", sources=9, run="ru-2", corrected=("cx-1",))
    assert changes(build.custody(), after) == []


def test_lists_show_what_came_and_what_went() -> None:
    before = build.custody(conditions=(build.term("a tag"), build.term("guards")))
    after = build.custody(conditions=(build.term("a tag", to="2031-04"),))
    assert changes(before, after) == [
        (
            "conditions",
            "area: “a tag”; area: “guards”",
            "area: “a tag” (until April 2031)",
        )
    ]


def test_stages_days_sides_and_answers_are_said_in_words() -> None:
    matter = build.proceeding(
        "pr-1", build.stage(), announced=(AnnouncedDay(day="2031-06-30", kept=False),)
    )
    assert changes(build.proceeding(), matter) == [
        ("stages", None, "Arrest, on 4 March 2031"),
        ("announced", None, "30 June 2031 (not kept)"),
    ]
    assert changes(build.claim(), build.claim(denied_by=())) == [
        ("denied by", "Ilse Maren", None)
    ]
    narrated = build.claim(denied_by=(Position(actor="narrator"),))
    assert changes(build.claim(denied_by=()), narrated)[0][2] == (
        "the reports in their own voice"
    )
    answered = build.linkage(responses=(build.refusal(),))
    assert changes(build.linkage(), answered) == [
        ("responses", None, "Coastal Police rejects")
    ]


def test_days_in_conflict_are_a_field() -> None:
    after = build.custody(conflicts={"from": ("2031-03-06",)})
    assert changes(build.custody(), after) == [("conflicts", None, "from 6 March 2031")]


def test_a_voice_is_told_by_its_name() -> None:
    said = build.statement("st-1")
    view = build.view(statements=(said,))
    look = make_lookup(view)
    old, new = build.relation(), build.relation(voice="st-1")
    (change,) = compare_fields(old, new, look, look)
    assert (change.old, change.new) == ("the reports themselves", "Vessia")
