import report_builders as build

from onrecord.model.claim import Position
from onrecord.model.fact import NARRATOR, Factuality
from onrecord.report.lookup import SOMEBODY, make_lookup


def test_a_name_is_found_by_any_id_that_leads_to_it() -> None:
    look = make_lookup(build.view(leads_to={"ac-old": build.MAREN}))
    assert look.name("ac-old") == "Ilse Maren"


def test_words_stand_in_where_no_actor_is_known() -> None:
    look = make_lookup(build.view())
    assert look.name(None, "two  gunmen") == "two gunmen"
    assert look.names((), ("two gunmen",)) == ("two gunmen",)
    assert look.name(None) is None


def test_one_actor_is_named_once() -> None:
    look = make_lookup(build.view(leads_to={"ac-old": build.MAREN}))
    assert look.names((build.MAREN, "ac-old")) == ("Ilse Maren",)


def test_the_narrator_needs_no_attribution() -> None:
    look = make_lookup(build.view())
    assert look.voice(NARRATOR) is None
    assert look.according_to(NARRATOR) == ""


def test_a_voice_is_the_speaker_and_for_whom() -> None:
    said = build.statement(speaker=build.MAREN, on_behalf_of=(build.VESSIA,))
    look = make_lookup(build.view(statements=(said,)))
    assert look.according_to("st-1") == ", according to Ilse Maren, for Vessia"


def test_a_quote_in_a_quote_names_both_speakers() -> None:
    inner = build.statement("st-2", speaker=build.MAREN, within="st-1")
    look = make_lookup(build.view(statements=(build.statement(), inner)))
    assert look.voice("st-2") == "Ilse Maren, as quoted by Vessia"


def test_who_quotes_himself_is_named_once() -> None:
    inner = build.statement("st-2", within="st-1")
    look = make_lookup(build.view(statements=(build.statement(), inner)))
    assert look.voice("st-2") == "Vessia"


def test_a_voice_that_is_not_known_is_never_the_narrator() -> None:
    assert make_lookup(build.view()).according_to("st-9").endswith(SOMEBODY)


def test_who_denies_or_asks_is_not_said_to_tell_it() -> None:
    look = make_lookup(build.view(statements=(build.statement(),)))
    assert look.according_to("st-1", Factuality.DENIED) == ", denied by Vessia"
    assert look.according_to("st-1", Factuality.ASKED) == ", asked for by Vessia"
    assert look.according_to("st-1", Factuality.PLANNED) == ", according to Vessia"


def test_who_the_sentence_names_already_is_not_named_again() -> None:
    look = make_lookup(build.view(statements=(build.statement(),)))
    assert look.according_to("st-1", but=(build.VESSIA,)) == ""


def test_the_narrators_side_is_said_in_words() -> None:
    look = make_lookup(build.view())
    assert "own voice" in look.position(Position(actor=NARRATOR))
    assert look.position(Position(actor="ac-x", actor_text="the aide")) == "the aide"


def test_last_reported_is_the_latest_article_of_the_evidence() -> None:
    articles = (build.article("a", "2031-03-05"), build.article("b", "2031-04"))
    look = make_lookup(build.view(articles=articles))
    evidence = [build.words("x", "b"), build.words("y", "a"), build.words("z", "q")]
    assert look.last_reported(evidence) == "2031-04"
    assert look.last_reported([]) is None
