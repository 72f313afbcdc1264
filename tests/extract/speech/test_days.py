from clauses_by_hand import argument, clause, context, phrase, statement, time
from onrecord.extract.context import Context
from onrecord.extract.speech.days import carry_days, said_on
from onrecord.model.clause import Clause, Link, PredicateKind, Role, Tense

TEXT = "It is late.\nNobody came.\nNobody will.\nIt rained."


def _with(text: str, *clauses: Clause, words: str = "Monday") -> Context:
    day = time(text, words, "2031-03-10", basis="published")
    return context(text, clauses=clauses, times=(day,))


def test_a_cue_has_its_own_day() -> None:
    text = "Velt said on Monday that it rained"
    cue = clause(text, "said", argument(text, Role.TIME, "Monday"), lemma="say")
    assert said_on(_with(text, cue), cue).edtf == "2031-03-10"


def test_a_quotation_without_a_cue_tells_no_day() -> None:
    assert said_on(context(TEXT), None).edtf is None


def test_a_hearing_with_a_day_is_the_day_of_what_is_said_at_it() -> None:
    text = "Velt said at the hearing on Monday that it rained"
    at = argument(text, Role.OBLIQUE, "the hearing", marker="at")
    cue = clause(text, "said", at, lemma="say", extent="Velt said")
    noun = clause(
        text,
        "hearing",
        argument(text, Role.TIME, "Monday"),
        index=1,
        kind=PredicateKind.NOUN,
    )
    assert said_on(_with(text, cue, noun), cue).edtf == "2031-03-10"


def test_what_is_told_with_a_deed_has_its_exact_day() -> None:
    text = "Brun was freed on Monday after a judge ruled that he could wait"
    freed = clause(text, "freed", argument(text, Role.TIME, "Monday"), tense=Tense.PAST)
    ruled = clause(
        text,
        "ruled",
        index=1,
        parent=0,
        lemma="rule",
        extent="a judge ruled that he could wait",
        link=Link.ADVERBIAL,
        marker="after",
    )
    found = said_on(_with(text, freed, ruled), ruled)
    assert (found.edtf, found.basis) == ("2031-03-10", "discourse")
    month = time(text, "Monday", "2031-03")
    vague = context(text, clauses=(freed, ruled), times=(month,))
    assert said_on(vague, ruled).edtf is None


def test_a_day_when_something_is_said_is_its_day_though_it_ends_another_deed() -> None:
    text = "It was kept secret until Monday, when Velt said so"
    kept = clause(text, "kept")
    said = clause(
        text,
        "said",
        index=1,
        parent=0,
        lemma="say",
        extent="when Velt said so",
        link=Link.RELATIVE,
        tense=Tense.PAST,
    )
    until = time(text, "until Monday", "../2031-03-10")
    told = context(text, clauses=(kept, said), times=(until,))
    assert said_on(told, said).edtf == "2031-03-10"


def test_a_day_is_carried_to_the_next_paragraph_and_no_further() -> None:
    said = [
        statement(TEXT, words, speaker="v", said_on=day)
        for words, day in (
            ("It is late.", "2031-03-10"),
            ("Nobody came.", None),
            ("Nobody will.", None),
        )
    ]
    done = carry_days(context(TEXT), said)
    assert [(s.said_on, s.when_basis) for s in done] == [
        ("2031-03-10", None),
        ("2031-03-10", "discourse"),
        (None, None),
    ]


def test_two_days_near_by_or_another_speaker_give_no_day() -> None:
    first = statement(TEXT, "It is late.", speaker="v", said_on="2031-03-10")
    bare = statement(TEXT, "Nobody came.", speaker="v")
    other = statement(TEXT, "Nobody came.", speaker="b", id="other")
    last = statement(TEXT, "Nobody will.", speaker="v", said_on="2031-03-12")
    assert carry_days(context(TEXT), [first, bare, other, last])[1:3] == [bare, other]


def _deed(day: str, speaker: str) -> str | None:
    """The day of "He was glad", said by somebody after Velt came on a day."""
    text = "Velt came on Monday. He was glad."
    came = clause(
        text,
        "came",
        argument(text, Role.AGENT, "Velt", mention=0),
        argument(text, Role.TIME, "Monday"),
        tense=Tense.PAST,
    )
    told = context(
        text,
        clauses=(came,),
        times=(time(text, "Monday", day),),
        phrases=(phrase(text, "Velt", actor="v", animate=True),),
    )
    (said,) = carry_days(told, [statement(text, "He was glad", speaker=speaker)])
    return said.said_on


def test_a_speaker_is_heard_on_the_day_of_his_deed_just_before() -> None:
    assert _deed("2031-03-10", "v") == "2031-03-10"


def test_nobody_else_and_no_month_and_no_day_to_come_dates_a_speaker() -> None:
    assert _deed("2031-03-10", "b") is None
    assert _deed("2031-03", "v") is None
    assert _deed("2031-03-20", "v") is None
