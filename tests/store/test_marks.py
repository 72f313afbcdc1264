import store_builders as build
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.actor import Form, Mention
from onrecord.model.evidence import Evidence
from onrecord.store.marks import mark_id, mark_key, to_mark
from onrecord.text.ids import fact_id
from onrecord.text.quote import cut_evidence

HOME = build.dated().article


def stored(store, *facts):
    build.save(store, build.dated(), *facts)
    (bodies,) = store._db.execute("SELECT count(*) FROM facts").fetchone()
    return bodies, [
        type(f)(**{n: getattr(f, n) for n in f.__struct_fields__} | COLUMNS)
        for f in store.facts()
    ]


COLUMNS = {"run": None, "recorded_at": None}


def test_mentions_and_times_are_kept_without_their_words(store):
    mention, time = build.a_mention(), build.a_time()
    assert stored(store, mention, time) == (0, [mention, time])


def test_a_mention_may_have_its_clause_as_evidence(store):
    mention = build.a_mention(evidence=(build.cut("Captain Mira Dorn"),))
    assert stored(store, mention) == (0, [mention])


def test_what_a_row_of_numbers_cannot_hold_is_kept_as_a_body(store):
    title = Evidence(article=HOME.id, field="title", start=0, end=7, exact="Captain")
    odd = (
        build.a_mention(evidence=(title,)),
        build.a_mention("Port Sel", actor="harbour"),
        build.a_time(id="ti-1"),
        build.a_time("4 May", evidence=()),
    )
    bodies, found = stored(store, *odd)
    assert bodies == 4
    assert sorted(f.id for f in found) == sorted(f.id for f in odd)
    assert {f.id: f for f in found} == {f.id: f for f in odd}


def test_what_recurs_is_stored_once(store):
    names = ("Mira Dorn", "Port Sel", "Police")
    build.save(store, build.dated(), *(build.a_mention(name) for name in names))
    assert store._db.execute("SELECT count(*) FROM shapes").fetchone() == (1,)


def test_key_and_id_spell_each_other():
    mention = build.a_mention()
    kind, key = mark_key(mention.id)
    assert mark_id(kind, key) == mention.id
    assert mark_key("st-000000000000001") is None
    assert mark_key("me-1") is None


@given(st.data())
def test_any_words_of_a_text_make_a_row(data):
    start = data.draw(st.integers(0, len(HOME.text) - 1))
    end = data.draw(st.integers(start + 1, len(HOME.text)))
    mention = Mention(
        id=fact_id("mention", HOME.id, "text", start, end),
        evidence=(cut_evidence(HOME.text, start, end, article=HOME.id),),
        article=HOME.id,
        start=start,
        end=end,
        form=data.draw(st.sampled_from(Form)),
        actor=data.draw(st.none() | st.just("ac-0123456789abcde")),
    )
    mark = to_mark(mention, HOME)
    assert mark is not None
    assert mark_id("mention", mark.key) == mention.id
