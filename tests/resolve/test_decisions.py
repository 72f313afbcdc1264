import resolve_builders as build

from onrecord.model.decision import DecisionStatus

PENDING, POSTPONED, TAKEN, REVERSED = DecisionStatus
decision = build.decision
SURRENDER = "whether to surrender Halvik"


def decisions(*facts, **options):
    return list(build.view(*facts, **options).decisions)


def test_status_is_that_of_the_latest_report():
    (made,) = decisions(
        decision("de-1", "b", "the surrender of Halvik", status=POSTPONED),
        decision("de-2", "a", SURRENDER, waits_on="the appeal"),
    )
    assert (made.id, made.status) == ("de-1", POSTPONED)
    assert made.waits_on == "the appeal"


def test_of_one_day_the_report_that_goes_further_stands():
    (made,) = decisions(
        decision("de-1", "a", SURRENDER, status=TAKEN, outcome="refused"),
        decision("de-2", "a", SURRENDER),
    )
    assert (made.status, made.outcome, made.waits_on) == (TAKEN, "refused", None)


def test_another_decider_or_subject_is_another_decision():
    made = decisions(
        decision("de-1", "a", SURRENDER, decider=("ac-1",)),
        decision("de-2", "a", SURRENDER, decider=("ac-2",)),
        decision("de-3", "a", "the barley tariff", decider=("ac-1",)),
    )
    assert len(made) == 3


def test_a_day_that_was_put_off_was_missed_and_the_new_one_is_due():
    (made,) = decisions(
        decision("de-1", "a", SURRENDER, due="2032-01-15"),
        decision("de-2", "b", SURRENDER, status=POSTPONED, due="2032-03-01"),
    )
    assert [(one.day, one.kept) for one in made.announced] == [
        ("2032-01-15", False),
        ("2032-03-01", None),
    ]
    assert (made.due, made.kept) == ("2032-03-01", None)


def test_a_decision_taken_on_its_day_kept_it():
    (made,) = decisions(
        decision("de-1", "a", SURRENDER, due="2031-02-15"),
        decision("de-2", "b", SURRENDER, status=TAKEN, when="2031-02-15"),
    )
    assert (made.due, made.kept, made.when) == ("2031-02-15", True, "2031-02-15")


def test_days_that_contradict_each_other_are_kept():
    (made,) = decisions(
        decision("de-1", "a", SURRENDER, status=TAKEN, when="2031-02-15"),
        decision("de-2", "b", SURRENDER, status=TAKEN, when="2031-02-16"),
    )
    assert made.when == "2031-02-15"
    assert made.conflicts == {"when": ("2031-02-16",)}


def test_an_office_and_its_holder_decide_one_thing():
    (made,) = decisions(
        decision(
            "de-1",
            "a",
            "her decision on whether to surrender Halvik",
            decider=("ac-1",),
            decider_text=("Tavara's justice minister",),
        ),
        decision(
            "de-2",
            "b",
            SURRENDER,
            decider=("ac-2",),
            decider_text=("Justice Minister Ines Calloran",),
        ),
    )
    assert made.sources == 2
