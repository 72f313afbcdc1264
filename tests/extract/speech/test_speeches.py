from clauses_by_hand import context, span, statement
from onrecord.extract.speech.speeches import carry_occasion, fold_first_person
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


def test_a_quotation_without_a_cue_has_the_hearers_of_the_words_before_it() -> None:
    said = [
        statement(
            TEXT,
            "It is late.",
            speaker="v",
            cue_spans=(span(TEXT, "is"),),
            channel="speech",
            addressee=("p",),
        ),
        statement(TEXT, "Nobody came.", speaker="v"),
        statement(TEXT, "Nobody will.", speaker="b"),
    ]
    done = carry_occasion(context(TEXT), said)
    assert [(s.channel, s.addressee) for s in done] == [
        ("speech", ("p",)),
        ("speech", ("p",)),
        (None, ()),
    ]


def test_words_with_a_cue_of_their_own_may_be_another_occasion() -> None:
    first = statement(TEXT, "It is late.", speaker="v", channel="speech")
    cue = (span(TEXT, "came"),)
    second = statement(TEXT, "Nobody came.", speaker="v", cue_spans=cue)
    assert carry_occasion(context(TEXT), [first, second])[1] == second
