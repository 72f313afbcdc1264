from clauses_by_hand import argument, clause, context, time
from onrecord.extract.dating import When, governing_when, make_when
from onrecord.model.clause import Link, PredicateKind, Role, Tense

TEXT = "Brun left Karsk on Monday"


def test_a_clause_has_the_day_of_its_own_expression() -> None:
    left = clause(TEXT, "left", argument(TEXT, Role.TIME, "Monday"))
    day = time(TEXT, "Monday", "2031-03-10", basis="published")
    told = context(TEXT, clauses=(left,), times=(day,))
    assert governing_when(told, left) == When("2031-03-10", "Monday", "published")


def test_a_past_deed_takes_a_day_that_stands_near_only_where_that_is_enough() -> None:
    left = clause(TEXT, "left", tense=Tense.PAST)
    told = context(TEXT, clauses=(left,), times=(time(TEXT, "Monday", "2031-03-10"),))
    assert governing_when(told, left).edtf == "2031-03-10"
    assert governing_when(told, left, loose=False) == When()


def test_what_lasts_is_not_dated_by_a_day_that_stands_near() -> None:
    left = clause(TEXT, "left", tense=Tense.PRESENT)
    told = context(TEXT, clauses=(left,), times=(time(TEXT, "Monday", "2031-03-10"),))
    assert governing_when(told, left) == When()


def test_a_duration_is_no_day() -> None:
    text = "Brun waited two weeks"
    waited = clause(text, "waited", argument(text, Role.TIME, "two weeks"))
    weeks = time(text, "two weeks", "2031-03", timex_type="DURATION")
    told = context(text, clauses=(waited,), times=(weeks,))
    assert governing_when(told, waited) == When()


def test_a_day_inside_another_verbs_clause_is_that_verbs() -> None:
    text = "Brun left because Velt fell on Monday"
    left = clause(text, "left", tense=Tense.PAST)
    fell = clause(
        text, "fell", index=1, parent=0, extent="Velt fell on Monday", tense=Tense.PAST
    )
    told = context(
        text, clauses=(left, fell), times=(time(text, "Monday", "2031-03-10"),)
    )
    assert governing_when(told, left) == When()
    assert governing_when(told, fell).edtf == "2031-03-10"


def test_a_verb_that_goes_on_has_the_day_of_the_verb_before() -> None:
    text = "Brun came on Monday and sang"
    came = clause(
        text, "came", argument(text, Role.TIME, "Monday"), extent="Brun came on Monday"
    )
    sang = clause(
        text,
        "sang",
        index=1,
        parent=0,
        extent="sang",
        link=Link.COORDINATE,
        subject_shared=True,
    )
    told = context(
        text, clauses=(came, sang), times=(time(text, "Monday", "2031-03-10"),)
    )
    assert governing_when(told, sang).edtf == "2031-03-10"


def test_a_noun_has_the_day_of_its_verb_but_not_the_day_of_saying() -> None:
    text = "Velt saw the arrest on Monday"
    day = time(text, "Monday", "2031-03-10")
    arrest = clause(
        text,
        "arrest",
        index=1,
        parent=0,
        kind=PredicateKind.NOUN,
        link=Link.NOMINAL,
        extent="the arrest",
    )
    dated = {}
    for lemma in ("see", "say"):
        verb = clause(text, "saw", argument(text, Role.TIME, "Monday"), lemma=lemma)
        told = context(text, clauses=(verb, arrest), times=(day,))
        dated[lemma] = governing_when(told, arrest).edtf
    assert dated == {"see": "2031-03-10", "say": None}


def test_the_tense_chooses_between_two_readings_of_a_day() -> None:
    day = time(TEXT, "Monday", "2031-03-17", other="2031-03-10")
    told = context(TEXT)
    past = clause(TEXT, "left", tense=Tense.PAST)
    future = clause(TEXT, "left", tense=Tense.FUTURE)
    assert make_when(told, day, past).edtf == "2031-03-10"
    assert make_when(told, day, future).edtf == "2031-03-17"


def test_the_past_ends_an_interval_on_the_day_of_publication() -> None:
    text = "Brun left this week"
    week = time(text, "this week", "2031-03-10/2031-03-16")
    left = clause(text, "left", tense=Tense.PAST)
    assert make_when(context(text), week, left).edtf == "2031-03-10/2031-03-14"


def test_a_day_right_behind_a_cue_is_the_day_of_saying() -> None:
    for text, day in (
        ("Velt said on Monday he left", "2031-03-10"),
        ("Velt said Monday's raid failed", None),
        ("Velt said he left on Monday", None),
    ):
        said = clause(text, "said", lemma="say", extent="Velt said", tense=Tense.PAST)
        monday = time(text, "Monday", "2031-03-10")
        told = context(text, clauses=(said,), times=(monday,))
        assert governing_when(told, said).edtf == day, text


def test_what_is_said_in_a_participle_has_the_day_of_its_verb() -> None:
    text = "Velt refused on Monday, saying it was late"
    refused = clause(text, "refused", argument(text, Role.TIME, "Monday"))
    saying = clause(
        text,
        "saying",
        index=1,
        parent=0,
        lemma="say",
        extent="saying it was late",
        link=Link.ADVERBIAL,
        subject_shared=True,
    )
    monday = time(text, "Monday", "2031-03-10")
    told = context(text, clauses=(refused, saying), times=(monday,))
    assert governing_when(told, saying).edtf == "2031-03-10"


def test_nothing_has_been_said_on_a_day_to_come() -> None:
    text = "Velt said no on Thursday week"
    said = clause(text, "said", lemma="say", tense=Tense.PAST)
    for first, second, day in (
        ("2031-03-20", None, None),
        ("2031-03-20", "2031-03-13", "2031-03-13"),
    ):
        week = time(text, "Thursday week", first, other=second)
        told = context(text, clauses=(said,), times=(week,))
        assert governing_when(told, said).edtf == day


def test_what_happened_when_something_else_did_has_its_day() -> None:
    text = "Velt left on Monday when Brun met her"
    left = clause(text, "left", argument(text, Role.TIME, "Monday"), tense=Tense.PAST)
    monday = time(text, "Monday", "2031-03-10")
    for marker, day in (("when", "2031-03-10"), ("before", None)):
        met = clause(
            text,
            "met",
            index=1,
            parent=0,
            extent="when Brun met her",
            link=Link.ADVERBIAL,
            marker=marker,
            tense=Tense.PAST,
        )
        told = context(text, clauses=(left, met), times=(monday,))
        assert governing_when(told, met).edtf == day
