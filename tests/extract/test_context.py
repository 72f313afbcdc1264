from clauses_by_hand import argument, clause, context, phrase, quote, span, statement
from onrecord.extract.context import LONGEST_EVIDENCE
from onrecord.model.clause import PredicateKind, Role
from onrecord.model.fact import NARRATOR


def test_a_thing_without_an_actor_is_nobody() -> None:
    text = "The lamp hit Mira Velt"
    told = context(
        text, phrases=(phrase(text, "The lamp"), phrase(text, "Mira Velt", actor="m"))
    )
    assert told.who_phrase(0) is None
    named = told.who_phrase(1)
    assert named is not None
    assert (named.actor, named.text) == ("m", "Mira Velt")


def test_an_actor_named_twice_is_listed_once() -> None:
    text = "Mira Velt and the mayor"
    names = ("Mira Velt", "the mayor")
    told = context(text, phrases=tuple(phrase(text, w, actor="m") for w in names))
    both = [argument(text, Role.AGENT, w, mention=n) for n, w in enumerate(names)]
    assert [w.text for w in told.all_who(both)] == ["Mira Velt"]


def test_inner_strips_a_mark_whose_partner_stands_outside() -> None:
    text = 'said "the harbour is shut", then left'
    told = context(text, quotes=(quote(text, '"the harbour is shut"'),))
    inner = told.inner(span(text, '"the harbour is'))
    assert told.words(inner) == "the harbour is"


def test_inner_keeps_a_mark_whose_partner_stands_inside() -> None:
    text = 'the "old" harbour is "shut", then'
    told = context(text, quotes=(quote(text, '"old"'), quote(text, '"shut"')))
    inner = told.inner(span(text, '"old" harbour is "shut",'))
    assert told.words(inner) == '"old" harbour is "shut"'


def test_evidence_quotes_each_span_once_as_it_stands() -> None:
    text = "Mira Velt left the harbour"
    told = context(text)
    name = span(text, "Mira Velt")
    found = told.evidence(name, None, span(text, "left"), name)
    assert [e.exact for e in found] == ["Mira Velt", "left"]
    assert all(text[e.start : e.end] == e.exact for e in found)


def test_a_noun_is_quoted_with_its_sentence() -> None:
    text = "They feared the arrest of Brun"
    noun = clause(text, "arrest", kind=PredicateKind.NOUN, extent="arrest of Brun")
    told = context(text, clauses=(noun,))
    assert told.words(told.clause_span(noun)) == text


def test_a_clause_too_long_to_quote_is_cut_to_its_own_words() -> None:
    text = "Brun left Karsk" + " and so on" * (LONGEST_EVIDENCE // 10)
    long = clause(text, "left", argument(text, Role.PLACE, "Karsk"))
    told = context(text, clauses=(long,))
    assert told.words(told.clause_span(long)) == "left Karsk"


def test_the_voice_is_the_innermost_statement() -> None:
    text = "Velt says Brun claims the ship left. It rained"
    told = context(text)
    outer = statement(text, "Brun claims the ship left", id="outer")
    told.statements = [outer, statement(text, "the ship left", id="inner")]
    assert told.voice(span(text, "ship")) == "inner"
    assert told.voice(span(text, "claims")) == "outer"
    assert told.voice(span(text, "rained")) == NARRATOR
