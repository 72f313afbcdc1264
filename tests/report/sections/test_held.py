from datetime import date

import report_builders as build

from onrecord.model.custody import CustodyEnd, CustodyStatus
from onrecord.model.fact import Factuality
from onrecord.report.lines import HeldLine
from onrecord.report.sections.desk import make_desk
from onrecord.report.sections.held import held_lines, released_lines, terms_in_force


def held(*custody: object, **fields: object) -> tuple[HeldLine, ...]:
    view = build.view(custody=custody, **fields)
    return held_lines(view, make_desk(view))


def released(*custody: object) -> tuple[HeldLine, ...]:
    view = build.view(custody=custody)
    return released_lines(view, make_desk(view))


def test_held_line_is_whole_in_words_and_in_fields() -> None:
    (line,) = held(build.custody())
    assert line.words == (
        "Held: Ilse Maren, in Port Sel, by Coastal Police, since 4 March 2031 "
        "(10 days), on suspicion of smuggling charts"
    )
    assert (line.person, line.person_name) == (build.MAREN, "Ilse Maren")
    assert line.holder_names == ("Coastal Police",)
    assert line.days_held is not None
    assert (line.days_held.min, line.days_held.as_of) == (10, "2031-03-14")
    assert (line.fact, line.sources) == ("cu-1", (1,))


def test_terms_in_force_are_details_with_sources() -> None:
    tag = build.term("must wear a tag", evidence=(build.words("tag"),))
    curfew = build.term("indoors by ten", "curfew", to="2031-03-10")
    (line,) = held(build.custody(conditions=(tag, curfew)))
    assert line.terms == ("must wear a tag",)
    assert [(d.words, d.sources) for d in line.details] == [
        ("Term: “must wear a tag”, reported on 5 March 2031", (1,))
    ]


def test_a_term_without_a_last_day_holds_on() -> None:
    spell = build.custody(conditions=(build.term("x"), build.term("y", to="2031-04")))
    assert len(list(terms_in_force(spell, date(2031, 4, 2)))) == 2
    assert len(list(terms_in_force(spell, date(2031, 5, 2)))) == 1


def test_a_term_lifted_by_some_day_holds_no_more_on_it() -> None:
    spell = build.custody(conditions=(build.term("x", to="../2031-04-02"),))
    assert len(list(terms_in_force(spell, date(2031, 4, 1)))) == 1
    assert not list(terms_in_force(spell, date(2031, 4, 2)))


def test_many_terms_are_cut_and_counted() -> None:
    terms = tuple(build.term(f"term {n}") for n in range(11))
    (line,) = held(build.custody(conditions=terms))
    assert line.details[-1].words == "and 3 more terms"
    assert len(line.terms) == 11


def test_who_is_only_to_be_held_comes_last_and_is_headed_so() -> None:
    planned = build.custody("cu-2", factuality=Factuality.PLANNED, sources=9)
    lines = held(planned, build.custody())
    assert [line.words.partition(":")[0] for line in lines] == [
        "Held",
        "Detention (planned)",
    ]


def test_the_released_and_the_moved_are_not_held() -> None:
    assert held(build.released(), build.custody("cu-2", end=CustodyEnd.DIED)) == ()


def test_an_old_report_says_how_old_it_is() -> None:
    (line,) = held(build.custody(), as_of="2031-10-02")
    assert line.words.endswith("; nothing reported since 5 March 2031")


def test_the_wanted_come_after_the_held() -> None:
    wanted = build.custody("cu-2", status=CustodyStatus.WANTED, sources=5)
    assert held(wanted, build.custody())[1].words.startswith("Wanted")


def test_released_line_says_when_and_after_how_long() -> None:
    (line,) = released(build.released())
    assert line.words.startswith(
        "Released: Ilse Maren, on 14 March 2031, after 10 days in detention"
    )
    assert line.until == "2031-03-14"


def test_the_latest_release_comes_first() -> None:
    old = build.released("cu-2", to="2031-03-09", end=CustodyEnd.ESCAPED)
    assert [line.end for line in released(old, build.released())] == [
        "released",
        "escaped",
    ]


def test_who_was_handed_on_and_is_still_held_was_not_released() -> None:
    moved = build.released(end=CustodyEnd.TRANSFERRED)
    now = build.custody("cu-2", kind="prison")
    assert released(moved, now) == ()
    assert len(released(moved)) == 1


def test_a_spell_from_a_quote_is_told_as_the_speakers() -> None:
    (line,) = held(build.custody(voice="st-1"), statements=(build.statement(),))
    assert line.according_to == "Vessia"
    assert "according to Vessia" in line.words
