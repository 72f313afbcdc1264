from clauses_by_hand import argument, clause, context, span, time
from onrecord.extract.context import Context
from onrecord.extract.governing import Governors, How
from onrecord.model.clause import Link, PredicateKind, Role, Tense
from onrecord.model.evidence import Span


def _found(told: Context, words: str) -> tuple[str, How] | None:
    one = Governors(told).find(span(told.text, words))
    return one and (told.text[one.time.start : one.time.end], one.how)


def _sentences(text: str) -> tuple[Span, ...]:
    """Each sentence with its full stop."""
    ends = [n + 1 for n, character in enumerate(text) if character == "."]
    return tuple(Span(a, b) for a, b in zip([0, *ends], ends, strict=False))


def test_an_expression_that_touches_a_verb_comes_before_the_clauses_own() -> None:
    text = "In March Brun left on Monday"
    left = clause(text, "left", argument(text, Role.TIME, "March"))
    times = (time(text, "March", "2031-03"), time(text, "Monday", "2031-03-10"))
    told = context(text, clauses=(left,), times=times)
    assert _found(told, "left") == ("Monday", How.BESIDE)


def test_a_noun_takes_what_stands_before_it() -> None:
    text = "the Monday raid on Friday"
    raid = clause(text, "raid", kind=PredicateKind.NOUN)
    times = (time(text, "Monday", "2031-03-10"), time(text, "Friday", "2031-03-14"))
    told = context(text, clauses=(raid,), times=times)
    assert _found(told, "raid") == ("Monday", How.BESIDE)


def test_the_clauses_own_expression_comes_before_a_nearer_one() -> None:
    text = "On Monday Brun saw ships that Friday brings"
    saw = clause(
        text, "saw", argument(text, Role.TIME, "Monday"), extent="On Monday Brun saw"
    )
    times = (time(text, "Monday", "2031-03-10"), time(text, "Friday", "2031-03-14"))
    told = context(text, clauses=(saw,), times=times)
    assert _found(told, "saw") == ("Monday", How.CLAUSE)


def test_what_no_clause_holds_is_the_nearest_in_the_sentence() -> None:
    text = "Brun spoke of war, Velt of peace, the day being Monday"
    told = context(text, times=(time(text, "Monday", "2031-03-10"),))
    assert _found(told, "peace") == ("Monday", How.SENTENCE)


def test_a_sentence_without_a_day_goes_on_under_the_one_that_opens_another() -> None:
    text = "In March prices rose from their level of May. Sales fell."
    fell = clause(text, "fell", sent=1, extent="Sales fell.", tense=Tense.PAST)
    told = context(
        text,
        sents=_sentences(text),
        clauses=(fell,),
        times=(time(text, "March", "2031-03"), time(text, "May", "2030-05")),
    )
    assert _found(told, "fell") == ("March", How.DISCOURSE)


def test_the_same_deed_told_elsewhere_has_one_day() -> None:
    text = "Brun was shot on Monday. He was buried on Friday. The shooting stunned all."
    shot = clause(
        text,
        "shot",
        argument(text, Role.TIME, "Monday"),
        lemma="shoot",
        extent="Brun was shot on Monday.",
    )
    noun = clause(
        text,
        "shooting",
        index=1,
        sent=2,
        lemma="shoot",
        kind=PredicateKind.NOUN,
        extent="The shooting",
    )
    told = context(
        text,
        sents=_sentences(text),
        clauses=(shot, noun),
        times=(time(text, "Monday", "2031-03-10"), time(text, "Friday", "2031-03-14")),
    )
    assert _found(told, "shooting") == ("Monday", How.DISCOURSE)


def test_speech_is_of_the_last_fresh_day_of_a_main_clause() -> None:
    text = "Velt spoke on Monday. Brun, whom 1962 formed, came. It is over, she said."
    spoke = clause(
        text,
        "spoke",
        argument(text, Role.TIME, "Monday"),
        extent="Velt spoke on Monday.",
    )
    formed = clause(
        text, "formed", index=1, sent=1, extent="whom 1962 formed", link=Link.RELATIVE
    )
    said = clause(
        text, "said", index=2, sent=2, lemma="say", extent="It is over, she said."
    )
    told = context(
        text,
        sents=_sentences(text),
        clauses=(spoke, formed, said),
        times=(time(text, "Monday", "2031-03-10"), time(text, "1962", "1962")),
    )
    assert _found(told, "said") == ("Monday", How.DISCOURSE)


def test_a_document_without_expressions_governs_nothing() -> None:
    assert _found(context("Brun left."), "left") is None
