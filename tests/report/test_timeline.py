import msgspec
import pytest
import report_builders as build

from onrecord.errors import InputError
from onrecord.model.view import CaseView
from onrecord.report.lines import Certainty, Timeline
from onrecord.report.timeline import make_timeline


def full_view() -> CaseView:
    return build.view(
        articles=(build.article("a"), build.article("b", publisher="Harbour Post")),
        custody=(build.released(),),
        proceedings=(build.proceeding("pr-1", build.stage()),),
        statements=(build.statement(), build.statement("st-2", "No", said_on=None)),
        events=(
            build.event("ev-1", when="2031-03", evidence=(build.words("x", "b"),)),
            build.event("ev-2", when="../2031-02-01", target=()),
        ),
        decisions=(build.decision(due="2031-06-30"),),
        undated=1,
    )


def test_rows_stand_in_order_with_their_certainty() -> None:
    rows = make_timeline(full_view()).rows
    assert [(row.fact, row.certainty) for row in rows] == [
        ("ev-2", Certainty.BEFORE),
        ("ev-1", Certainty.MONTH),
        ("cu-1", Certainty.DAY),
        ("sg-arrest-2031-03-04", Certainty.DAY),
        ("st-1", Certainty.DAY),
        ("cu-1", Certainty.DAY),
        ("de-1", Certainty.DAY),
    ]


def test_each_row_has_words_quote_id_and_sources() -> None:
    said = next(row for row in make_timeline(full_view()).rows if row.fact == "st-1")
    assert (said.words, said.quote) == ("Vessia said", "We act on evidence")
    assert len(said.sources) == 1
    assert said.cites[0].exact == "We act on evidence"
    assert said.actors == (build.VESSIA,)


def test_what_has_no_day_is_counted_and_listed_only_when_asked() -> None:
    timeline = make_timeline(full_view())
    assert timeline.undated == {"statement": 1}
    assert timeline.undated_articles == 1
    last = make_timeline(full_view(), with_undated=True).rows[-1]
    assert (last.fact, last.certainty, last.when) == ("st-2", Certainty.UNKNOWN, None)


def test_a_value_that_is_no_day_counts_as_undated() -> None:
    timeline = make_timeline(build.view(events=(build.event(when="soon"),)))
    assert timeline.undated == {"event": 1}


def test_kinds_actors_and_outlets_filter() -> None:
    view = full_view()
    assert {r.kind for r in make_timeline(view, kinds=["event"]).rows} == {"event"}
    mine = make_timeline(view, actors=[build.MAREN], kinds=["event", "statement"])
    assert [row.fact for row in mine.rows] == ["ev-1"]
    told = make_timeline(view, outlets=["harbour post"])
    assert [row.fact for row in told.rows] == ["ev-1"]


def test_a_window_keeps_rows_that_may_lie_in_it() -> None:
    rows = make_timeline(full_view(), since="2031-03-05", until="2031-03-31").rows
    assert [row.fact for row in rows] == ["ev-1", "st-1", "cu-1"]


def test_a_page_of_rows_says_that_it_is_cut() -> None:
    page = make_timeline(full_view(), offset=2, limit=2)
    assert [row.fact for row in page.rows] == ["cu-1", "sg-arrest-2031-03-04"]
    assert (page.entries, page.is_cut) == (7, True)
    assert not make_timeline(full_view(), limit=7).is_cut


def test_an_end_is_told_in_the_words_that_tell_it() -> None:
    ending = build.custody(
        "cu-9", to="2031-03-14", evidence=(build.words("walked out"),)
    )
    spell = build.released(members=("cu-1", "cu-9"))
    view = build.view(custody=(spell,), read_facts=(build.custody(), ending))
    assert make_timeline(view).rows[1].quote == "walked out"


def test_a_conflict_is_marked_on_the_row() -> None:
    events = (
        build.event(happening="ev-1"),
        build.event("ev-2", happening="ev-1", when="2031-03-05"),
    )
    (row,) = make_timeline(build.view(events=events)).rows
    assert row.folded == ("ev-2",)
    assert [variant.when for variant in row.conflict] == ["2031-03-04", "2031-03-05"]


def test_a_fact_from_a_quote_names_the_voice() -> None:
    view = build.view(
        events=(build.event(voice="st-1"),), statements=(build.statement(),)
    )
    row = make_timeline(view, kinds=["event"]).rows[0]
    assert row.according_to == "Vessia"
    assert row.words.endswith("according to Vessia")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"kinds": ["rumour"]}, "kind 'rumour' is unknown"),
        ({"since": "soon"}, "since"),
        ({"until": "soon"}, "until"),
    ],
)
def test_a_question_that_is_not_understood_is_an_input_error(
    asked: dict[str, object], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        make_timeline(full_view(), **asked)


def test_an_empty_case_has_an_empty_timeline() -> None:
    assert make_timeline(CaseView()) == Timeline()


def test_the_timeline_is_json_and_back() -> None:
    timeline = make_timeline(full_view())
    assert msgspec.json.decode(msgspec.json.encode(timeline), type=Timeline) == timeline


def test_only_days_known_as_asked_for() -> None:
    rows = make_timeline(full_view(), certainties=["before", "month"]).rows
    assert [row.certainty for row in rows] == [Certainty.BEFORE, Certainty.MONTH]
    undated = make_timeline(full_view(), certainties=["day"], with_undated=True)
    assert {row.certainty for row in undated.rows} == {Certainty.DAY}
    only = make_timeline(full_view(), certainties=["unknown"], with_undated=True)
    assert [row.fact for row in only.rows] == ["st-2"]


def test_an_unknown_certainty_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="'sure' is unknown; a day is day, month"):
        make_timeline(full_view(), certainties=["sure"])
