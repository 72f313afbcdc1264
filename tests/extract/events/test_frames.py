import pytest

from onrecord.extract.context import Context
from onrecord.extract.events.frames import Frame, Frames, parse_tests
from onrecord.extract.events.slots import Slots
from onrecord.model.article import Article
from onrecord.model.clause import Argument, Clause, PredicateKind, Role
from onrecord.model.document import Document, Token
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Lexicons
from onrecord.resources import load_lexicons

TABLES = {
    "event_words": {
        "crowd": {"words": "protester crowd"},
        "amount": {"words": "tonne"},
        "part": {"words": "one"},
    },
    "events": {
        "strike": {"type": "ASSAULT", "if": "patient:village"},
        "strike 2": {"type": "PROTEST", "if": "patient:NONE", "unless": "on:deal"},
        "talk": {"type": "CONSULT", "noun": "light"},
    },
    "event_objects": {"impose curfew": {"type": "COERCE", "mode": "curfew"}},
    "event_lights": {"hold": {"subject": "agent"}},
}


def frame_of(text: str, lemma: str, *arguments: Argument) -> Frame | None:
    document = Document(
        article=Article(id="ar-1", text=text, sha256="0"),
        tokens=tuple(_tokens(text)),
        clauses=(_clause(text, lemma, arguments), *_nouns(text)),
    )
    context = Context(document=document, lexicons=Lexicons(TABLES, "d"))
    return Frames(Slots(context)).of(document.clauses[0])


def _tokens(text: str) -> list[Token]:
    made, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        made.append(Token(start=start, end=at, lemma=word.lower(), sent=0))
    return made


def _clause(text: str, lemma: str, arguments: tuple[Argument, ...]) -> Clause:
    at = text.index(" ") + 1
    return Clause(
        index=0,
        sent=0,
        kind=PredicateKind.VERB,
        predicate=Span(at, text.index(" ", at) if " " in text[at:] else len(text)),
        lemma=lemma,
        extent=Span(0, len(text)),
        arguments=arguments,
    )


def _nouns(text: str) -> list[Clause]:
    if "talks" not in text:
        return []
    span = _span(text, "talks")
    kind = PredicateKind.NOUN
    return [
        Clause(index=1, sent=0, kind=kind, predicate=span, lemma="talk", extent=span)
    ]


def _span(text: str, word: str) -> Span:
    at = text.index(word)
    return Span(at, at + len(word))


def argument(text: str, word: str, role: Role, marker: str | None = None) -> Argument:
    span = _span(text, word)
    return Argument(role=role, span=span, head=span, marker=marker)


def test_tests_are_read_from_a_cell() -> None:
    assert parse_tests("patient:PERSON,@crowd; kind:verb") == (
        ("patient", ("PERSON", "@crowd")),
        ("kind", ("verb",)),
    )


def test_the_first_frame_whose_tests_hold_is_taken() -> None:
    text = "Jets struck village"
    frame = frame_of(text, "strike", argument(text, "village", Role.PATIENT))
    assert frame is not None
    assert frame.event_type == "ASSAULT"


def test_a_later_frame_is_tried_when_the_first_does_not_fit() -> None:
    frame = frame_of("Miners struck", "strike")
    assert frame is not None
    assert frame.event_type == "PROTEST"


def test_what_a_frame_forbids_blocks_it() -> None:
    text = "They struck on deal"
    deal = argument(text, "deal", Role.OBLIQUE, "on")
    assert frame_of(text, "strike", deal) is None


def test_a_phrase_of_verb_and_object_goes_before_the_verb() -> None:
    text = "Council imposed curfew"
    frame = frame_of(text, "impose", argument(text, "curfew", Role.PATIENT))
    assert frame is not None
    assert frame.row["mode"] == "curfew"
    assert [text[s.start : s.end] for s in frame.trigger] == ["imposed", "curfew"]


def test_a_light_verb_tells_the_event_of_its_noun() -> None:
    text = "Ministers held talks"
    frame = frame_of(text, "hold", argument(text, "talks", Role.PATIENT))
    assert frame is not None
    assert frame.event_type == "CONSULT"
    assert frame.noun is not None


def test_a_word_without_a_frame_tells_no_event() -> None:
    assert frame_of("Prices fell", "fall") is None


@pytest.mark.parametrize("name", ["events", "event_objects"])
def test_the_frames_of_a_word_are_numbered_without_gaps(name: str) -> None:
    table = load_lexicons()[name]
    for key in table:
        word, _, number = key.rpartition(" ")
        if number.isdecimal():
            before = word if number == "2" else f"{word} {int(number) - 1}"
            assert before in table, key
