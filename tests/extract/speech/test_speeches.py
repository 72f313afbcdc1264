from clauses_by_hand import context, span, statement
from onrecord.extract.speech.speeches import carry_days, fold_first_person
from onrecord.model.statement import Act

TEXT = "It is late.\nNobody came.\nNobody will.\nIt rained."


def test_a_demand_in_the_first_person_is_the_quotations_own_act() -> None:
    text = "we ask for help now"
    outer = statement(text, text, id="outer")
    inner = statement(
        text, "help", id="in", within="outer", speaker_text="We", act=Act.ASK
    )
    assert [(s.id, s.act) for s in fold_first_person([outer, inner])] == [
        ("outer", Act.ASK)
    ]


def test_somebody_else_inside_a_quotation_keeps_a_statement() -> None:
    text = "Brun asks for help now"
    outer = statement(text, text, id="outer")
    inner = statement(text, "help", id="in", within="outer", speaker_text="Brun")
    assert fold_first_person([outer, inner]) == [outer, inner]


def test_saying_that_is_itself_denied_is_no_statement() -> None:
    text = "denied that he asked for a swap"
    outer = statement(text, "he asked for a swap", id="outer", act=Act.DENY)
    inner = statement(
        text, "a swap", id="in", within="outer", source_spans=(span(text, "he"),)
    )
    assert fold_first_person([outer, inner]) == [outer]


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
