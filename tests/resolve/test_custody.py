import resolve_builders as build

from onrecord.model.custody import Condition, CustodyEnd, CustodyStatus
from onrecord.model.fact import Factuality

HELD, WANTED, PAST = CustodyStatus
custody, custody_of = build.custody, build.custody_of


def term(one, text, kind="curfew", **fields):
    return Condition(id=one, kind=kind, text=text, **fields)


def test_reports_of_one_start_are_one_spell_with_the_evidence_of_all():
    (spell,) = custody_of(
        custody("cu-2", "a", from_="2031-03-05"),
        custody("cu-1", "b", from_="2031-03"),
        custody("cu-3", "c"),
    )
    assert (spell.id, spell.sources) == ("cu-1", 3)
    assert spell.members == ("cu-2", "cu-1", "cu-3")
    assert (spell.from_, spell.status) == ("2031-03-05", HELD)
    assert spell.conflicts == {}


def test_days_that_contradict_each_other_are_both_kept():
    (spell,) = custody_of(
        custody("cu-1", "a", from_="2031-03-17"),
        custody("cu-2", "b", from_="2031-03-18"),
        custody("cu-3", "c", from_="2031-03-18"),
    )
    assert spell.from_ == "2031-03-18"
    assert spell.conflicts == {"from": ("2031-03-17",)}


def test_two_persons_are_two_records():
    made = custody_of(
        custody("cu-1", "a", person="ac-1"), custody("cu-2", "a", person="ac-2")
    )
    assert len(made) == 2


def test_reports_about_nobody_known_stand_alone():
    made = custody_of(
        custody("cu-1", "a", person=None), custody("cu-2", "b", person=None)
    )
    assert len(made) == 2


def test_bail_closes_the_detention_before_it():
    first, second = custody_of(
        custody("cu-1", "a", from_="2031-03-05"),
        custody("cu-2", "b", "bail", from_="2031-03-11"),
    )
    assert (first.to, first.end) == ("2031-03-11", CustodyEnd.RELEASED)
    assert (first.status, second.status) == (PAST, HELD)
    assert {one.article for one in first.evidence} == {"a", "b"}
    assert first.sources == 1


def test_prison_after_detention_is_a_transfer():
    first, _ = custody_of(
        custody("cu-1", "a", from_="2031-03-05"),
        custody("cu-2", "b", "prison", from_="2031-09-01"),
    )
    assert first.end is CustodyEnd.TRANSFERRED


def test_an_exit_ban_runs_beside_a_detention():
    made = custody_of(
        custody("cu-1", "a", from_="2031-03-05"),
        custody("cu-2", "b", "exit_ban", from_="2031-03-11"),
    )
    assert [one.status for one in made] == [HELD, HELD]


def test_a_report_of_the_end_closes_the_open_spell():
    (spell,) = custody_of(
        custody("cu-1", "a", from_="2031-03-05"),
        custody("cu-2", "b", to="2031-06-02", end=CustodyEnd.RELEASED),
    )
    assert (spell.to, spell.end, spell.status) == (
        "2031-06-02",
        CustodyEnd.RELEASED,
        PAST,
    )


def test_an_end_told_without_a_day_closes_the_spell_too():
    (spell,) = custody_of(
        custody("cu-1", "a", from_="2031-01-05"),
        custody("cu-2", "b", end=CustodyEnd.ESCAPED),
    )
    assert (spell.to, spell.status) == (None, PAST)


def test_an_end_belongs_to_the_spell_that_was_open_then():
    detention, bail = custody_of(
        custody("cu-1", "a", from_="2031-03-05"),
        custody("cu-2", "b", "bail", from_="2031-03-11"),
        custody("cu-3", "c", to="2031-09-01", end=CustodyEnd.RELEASED),
    )
    assert detention.to == "2031-03-11"
    assert (bail.to, bail.kind, bail.status) == ("2031-09-01", "bail", PAST)


def test_a_release_on_bail_ends_the_detention_and_not_the_bail():
    detention, bail = custody_of(
        custody("cu-1", "a", from_="2031-03-05"),
        custody("cu-2", "b", "bail", from_="2031-03-11"),
        custody("cu-3", "b", to="2031-03-11", end=CustodyEnd.RELEASED),
    )
    assert detention.members == ("cu-1", "cu-3")
    assert bail.status is HELD


def test_an_end_before_a_spell_began_is_another_ones():
    made = custody_of(
        custody("cu-1", "b", from_="2031-03-05"),
        custody("cu-2", "a", to="2029-01-01", end=CustodyEnd.RELEASED),
    )
    assert {one.id: one.status for one in made} == {"cu-1": HELD, "cu-2": PAST}


def test_a_new_arrest_after_bail_is_a_new_spell():
    made = custody_of(
        custody("cu-1", "a", from_="2031-03-05"),
        custody("cu-2", "b", "bail", from_="2031-03-11"),
        custody("cu-3", "c", from_="2031-03-15"),
    )
    assert [one.id for one in made] == ["cu-1", "cu-2", "cu-3"]
    assert [one.status for one in made] == [PAST, PAST, HELD]


def test_a_report_without_a_start_is_of_the_spell_begun_last_by_then():
    days = {"a": "2031-03-07", "b": "2031-03-12", "c": "2031-05-01", "d": "2031-04-01"}
    made = custody_of(
        custody("cu-1", "a", from_="2031-03-05"),
        custody("cu-2", "b", "bail", from_="2031-03-11"),
        custody("cu-3", "c", "bail"),
        custody("cu-4", "d"),
        days=days,
    )
    assert [one.members for one in made] == [("cu-1", "cu-4"), ("cu-2", "cu-3")]


def test_being_held_ends_being_wanted():
    wanted, held = custody_of(
        custody("cu-1", "a", from_="2030-11", status=WANTED),
        custody("cu-2", "b", from_="2031-03-05"),
    )
    assert (wanted.status, wanted.to, wanted.end) == (PAST, "2031-03-05", None)
    assert held.status is HELD


def test_somebody_wanted_and_not_held_is_wanted():
    (spell,) = custody_of(custody("cu-1", "a", status=WANTED))
    assert spell.status is WANTED


def test_what_is_planned_or_denied_stands_apart():
    made = custody_of(
        custody("cu-1", "a", from_="2031-03-05"),
        custody("cu-2", "b", from_="2031-03-05", factuality=Factuality.DENIED),
        custody("cu-3", "b", "bail", factuality=Factuality.ASKED),
    )
    assert {one.id: one.status for one in made}["cu-1"] is HELD
    assert len(made) == 3


def test_terms_of_one_kind_and_like_words_are_one_term():
    (spell,) = custody_of(
        custody(
            "cu-1",
            "a",
            "bail",
            conditions=(
                term("co-2", "remain indoors", evidence=(build.words("a"),)),
                term("co-4", "wear an ankle tag", "electronic_monitoring"),
            ),
        ),
        custody(
            "cu-2",
            "b",
            "bail",
            conditions=(
                term(
                    "co-1",
                    "remain indoors between 10pm and 6am",
                    evidence=(build.words("b"),),
                    from_="2031-03-11",
                ),
            ),
        ),
    )
    curfew, tag = spell.conditions
    assert (curfew.id, curfew.text) == ("co-1", "remain indoors between 10pm and 6am")
    assert (len(curfew.evidence), curfew.from_) == (2, "2031-03-11")
    assert tag.id == "co-4"


def test_a_term_that_a_later_report_lifts_has_an_end():
    guards = term("co-1", "two guards must accompany him", "escort")
    free = term("co-2", "no longer has to be accompanied by guards", "escort")
    tag = term("co-3", "wear an ankle tag", "electronic_monitoring")
    (spell,) = custody_of(
        custody("cu-1", "a", "bail", conditions=(guards, tag)),
        custody("cu-2", "b", "bail", conditions=(free,)),
    )
    assert {one.id: one.to for one in spell.conditions} == {
        "co-1": "../2031-02-15",
        "co-2": None,
        "co-3": None,
    }


def test_a_term_told_again_after_it_was_lifted_holds():
    guards = term("co-1", "two guards must accompany him", "escort")
    again = term("co-4", "two guards must accompany him", "escort")
    free = term("co-2", "no longer has to be accompanied", "escort")
    (spell,) = custody_of(
        custody("cu-1", "a", "bail", conditions=(guards,)),
        custody("cu-2", "b", "bail", conditions=(free,)),
        custody("cu-3", "c", "bail", conditions=(again,)),
    )
    assert [one.to for one in spell.conditions] == [None, None]


def test_holder_and_place_are_what_most_reports_say():
    (spell,) = custody_of(
        custody("cu-1", "a", holder=("ac-1",), holder_text=("police",), place="Velm"),
        custody("cu-2", "b", holder=("ac-2",), holder_text=("the Office",)),
        custody("cu-3", "c", holder=("ac-2",), holder_text=("officers",), place="Velm"),
    )
    assert (spell.holder, spell.holder_text) == (("ac-2",), ("the Office",))
    assert spell.place == "Velm"


def test_the_narrators_words_come_before_those_of_a_quote():
    (spell,) = custody_of(
        custody("cu-1", "a", voice="st-1"), custody("cu-2", "b", start=7)
    )
    assert spell.voice == "narrator"
    assert spell.evidence[0].article == "b"


def test_the_most_precise_day_that_reports_agree_on_stands():
    (spell,) = custody_of(
        custody("cu-1", "a", from_="2031-03"),
        custody("cu-2", "b", from_="2031-03-18"),
        custody("cu-3", "c", from_="2031/.."),
        custody("cu-4", "d", from_="2031-03-17"),
    )
    assert spell.from_ == "2031-03-18"
    assert spell.conflicts == {"from": ("2031-03-17",)}


def test_a_release_without_a_day_takes_that_of_the_bail_that_follows():
    first, _ = custody_of(
        custody("cu-1", "a", from_="2031-03-05", end=CustodyEnd.RELEASED),
        custody("cu-2", "b", "bail", from_="2031-03-11"),
    )
    assert (first.to, first.end) == ("2031-03-11", CustodyEnd.RELEASED)


def test_who_held_before_holds_on_where_nobody_says():
    holder = {"holder": ("ac-1",), "holder_text": ("Tavara",)}
    first, bail, house = custody_of(
        custody("cu-1", "a", from_="2031-03-05", **holder),
        custody("cu-2", "b", "bail", from_="2031-03-11"),
        custody("cu-3", "c", "house_arrest", from_="2031-06-01"),
    )
    assert first.holder == bail.holder == ("ac-1",)
    assert {one.article for one in bail.evidence} == {"a", "b", "c"}
    assert house.holder == ()


def test_a_kidnapper_does_not_hold_who_is_then_arrested():
    holder = {"holder": ("ac-1",), "holder_text": ("gunmen",)}
    _, bail = custody_of(
        custody("cu-1", "a", "hostage", from_="2031-03-05", **holder),
        custody("cu-2", "b", "bail", from_="2031-03-11"),
    )
    assert bail.holder == ()
