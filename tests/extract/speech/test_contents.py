from clauses_by_hand import argument, clause, context, phrase, quote, span
from onrecord.extract.speech.contents import (
    around_cue,
    choose_mode,
    clause_contents,
    join_spans,
)
from onrecord.model.clause import Role
from onrecord.model.statement import Mode


def test_a_complement_is_the_words_said_without_that() -> None:
    text = "Velt said that the ship left"
    said = argument(text, Role.COMPLEMENT, "that the ship left", marker="that")
    cue = clause(text, "said", said)
    told = context(text, clauses=(cue,))
    found = clause_contents(told, cue, {"frames": "c"})
    assert [told.words(c) for c in found] == ["the ship left"]


def test_a_form_the_cue_does_not_allow_gives_no_words() -> None:
    text = "Velt said to leave"
    cue = clause(text, "said", argument(text, Role.COMPLEMENT, "leave", marker="to"))
    told = context(text, clauses=(cue,))
    assert clause_contents(told, cue, {"frames": "c"}) == []
    assert clause_contents(told, cue, {"frames": "t"}) == [span(text, "leave")]


def test_an_order_to_a_thing_tells_nobody() -> None:
    text = "Velt ordered a hearing to open"
    thing = argument(text, Role.PATIENT, "a hearing", mention=0)
    opens = argument(text, Role.COMPLEMENT, "open", marker="to")
    cue = clause(text, "ordered", thing, opens)
    told = context(text, clauses=(cue,), phrases=(phrase(text, "a hearing"),))
    row = {"frames": "tn"}
    assert clause_contents(told, cue, row) == [span(text, "open")]
    row["addressee"] = "yes"
    assert clause_contents(told, cue, row) == [span(text, "a hearing")]


def test_words_around_an_aside_between_commas() -> None:
    text = "Giving in, she said, would help nobody"
    cue = clause(text, "said")
    told = context(text, clauses=(cue,))
    found = around_cue(told, cue, span(text, "she"), {"frames": "c"})
    assert [told.words(c) for c in found] == ["Giving in", "would help nobody"]
    assert around_cue(told, cue, span(text, "she"), {"frames": "n"}) == []


def test_the_mode_is_told_by_the_quotation_marks() -> None:
    text = 'Velt: "It is late." Brun called it "a farce" too'
    quotes = (quote(text, '"It is late."'), quote(text, '"a farce"'))
    told = context(text, quotes=quotes)
    modes = {
        words: choose_mode(told, [span(text, words)], None)
        for words in ("It is late.", 'called it "a farce" too', "Brun called")
    }
    assert list(modes.values()) == [Mode.DIRECT, Mode.MIXED, Mode.INDIRECT]


def test_joined_spans_hold_neither_each_other_nor_the_cue() -> None:
    text = "The ship left, Velt said, on Monday"
    spans = [
        span(text, w) for w in ("on Monday", "ship", "The ship left,", "Velt said")
    ]
    found = join_spans(context(text), spans, span(text, "said"))
    assert found == [span(text, "The ship left"), span(text, "on Monday")]
