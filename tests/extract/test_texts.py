from msgspec.structs import replace

from clauses_by_hand import actor, argument, clause, context, phrase, statement, time
from onrecord.extract.texts import actor_ids, make_mentions, make_times, used_actors
from onrecord.model.actor import ActorKind
from onrecord.model.clause import Role

TEXT = "Velt saw a guard near the clerk"


def test_an_actor_stays_that_has_a_name_acts_or_is_in_a_fact() -> None:
    people = [actor(n, kind=ActorKind.PERSON) for n in ("named", "acts", "told", "no")]
    name = phrase(TEXT, "Velt", actor="ac-named", kind=ActorKind.PERSON)
    name = replace(name, name=name.span)
    acts = phrase(TEXT, "a guard", actor="ac-acts", animate=True)
    saw = clause(TEXT, "saw", argument(TEXT, Role.AGENT, "a guard", mention=1))
    made = context(
        TEXT, phrases=(name, acts), clauses=(saw,), actors=tuple(people)
    ).document
    facts = [statement(TEXT, "saw", speaker="ac-told")]
    assert [a.name for a in used_actors(made, facts)] == ["named", "acts", "told"]


def test_one_who_only_acts_stays_where_words_say_whom_they_mean() -> None:
    text = "her guard left ; his uncle left ; Velt's uncle left"
    people = [actor(n, kind=ActorKind.PERSON) for n in ("guard", "uncle")]
    phrases = (
        phrase(text, "her guard", actor="ac-guard", animate=True),
        phrase(text, "his uncle", actor="ac-uncle", animate=True),
        phrase(text, "Velt's uncle", actor="ac-uncle", animate=True),
    )
    clauses = tuple(
        clause(text, "left", argument(text, Role.AGENT, words, mention=n))
        for n, words in enumerate(("her guard", "his uncle"))
    )
    made = context(
        text, phrases=phrases, clauses=clauses, actors=tuple(people)
    ).document
    assert [a.name for a in used_actors(made, [])] == ["uncle"]


def test_only_who_speaks_is_anonymous() -> None:
    people = [
        actor(n, kind=ActorKind.PERSON, anonymous=True) for n in ("speaks", "told")
    ]
    made = context(TEXT, actors=tuple(people)).document
    fact = statement(TEXT, "saw", speaker="ac-speaks", addressee=("ac-told",))
    kept = {a.name: a.anonymous for a in used_actors(made, [fact])}
    assert kept == {"speaks": True, "told": False}


def test_every_actor_of_a_statement_is_found() -> None:
    fact = statement(TEXT, "saw", speaker="s", addressee=("a",), on_behalf_of=("b",))
    assert set(actor_ids(fact)) == {"s", "a", "b"}


def test_mentions_of_kept_actors_quote_their_words() -> None:
    phrases = (
        phrase(TEXT, "the clerk", actor="c"),
        phrase(TEXT, "Velt", actor="v", name_type="LOC", kind=ActorKind.STATE),
        phrase(TEXT, "a guard", actor="g"),
    )
    found = make_mentions(context(TEXT, phrases=phrases).document, {"c", "v"})
    assert [m.evidence[0].exact for m in found] == ["Velt", "the clerk"]
    assert [m.name_type for m in found] == ["LOC:state", None]


def test_times_are_the_documents_own() -> None:
    text = "Velt left on Monday"
    day = time(text, "Monday", "2031-03-10")
    assert make_times(context(text, times=(day,)).document) == [day]
