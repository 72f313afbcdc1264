import json

import msgspec
import store_builders as build
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.evidence import Evidence, Span
from onrecord.model.statement import Act, Mode, Statement
from onrecord.store.bodies import all_evidence, anchor_of, encode, pack, unpack
from onrecord.text.quote import cut_evidence

HOME = build.dated().article

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@st.composite
def statements(draw):
    """Texts of any characters with a statement anywhere in them."""
    text = draw(words)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    article = build.received(text).article
    fact = Statement(
        id="st-000000000000001",
        evidence=(cut_evidence(text, start, end, article=article.id),),
        speaker_text=draw(st.none() | words),
        on_behalf_of=tuple(draw(st.lists(words, max_size=2))),
        content=text[start:end],
        content_spans=(Span(start, end),),
        mode=draw(st.sampled_from(Mode)),
        act=draw(st.sampled_from(Act)),
        confidence=draw(st.none() | st.floats(0, 1)),
        belief=draw(st.booleans()),
    )
    return article, fact


@given(statements())
def test_any_statement_comes_back_as_it_was(case):
    article, fact = case
    body = encode(pack(fact, article))
    assert unpack(body, article.id, article.text) == fact


def test_every_record_type_comes_back_as_it_was():
    for fact in build.all_facts():
        body = encode(pack(fact, HOME))
        assert unpack(body, HOME.id, HOME.text) == fact


def test_body_leaves_out_defaults_columns_and_contexts():
    fact = msgspec.structs.replace(
        build.a_statement(), run="ru-1", recorded_at=build.DAY1
    )
    body = json.loads(encode(pack(fact, HOME)))
    assert {"run", "recorded_at", "voice", "belief", "within"}.isdisjoint(body)
    assert set(body["evidence"][0]) == {"article", "start", "end", "exact"}


def test_contexts_are_kept_where_the_text_does_not_give_them():
    title = Evidence(
        article=HOME.id, field="title", start=0, end=7, exact="Captain", suffix=" arr"
    )
    other = Evidence(article="ar-1", start=0, end=1, exact="x", prefix="p")
    wrong = Evidence(article=HOME.id, start=0, end=6, exact="Police", suffix="!")
    fact = build.an_event(evidence=(title, other, wrong))
    assert unpack(encode(pack(fact, HOME)), HOME.id, HOME.text) == fact


def test_evidence_of_parts_counts_as_evidence_of_the_fact():
    assert [e.exact for e in all_evidence(build.a_custody())][1:] == ["bail"]
    assert len(list(all_evidence(build.a_proceeding()))) == 3
    assert len(list(all_evidence(build.a_linkage()))) == 2
    assert len(list(all_evidence(build.an_event()))) == 1


def test_anchor_is_cue_trigger_words_or_first_evidence():
    said, arrested = build.span("said"), build.span("arrested")
    assert anchor_of(build.a_statement()) == ("text", said.start, said.end)
    assert anchor_of(build.an_event()) == ("text", arrested.start, arrested.end)
    no_cue = build.a_statement(cue_spans=())
    content = no_cue.content_spans[0]
    assert anchor_of(no_cue) == ("text", content.start, content.end)
    clause = build.a_custody().evidence[0]
    assert anchor_of(build.a_custody()) == ("text", clause.start, clause.end)
    assert anchor_of(build.a_custody(evidence=())) == ("text", 0, 0)
