import pytest

from onrecord.annotate.parse import Parse
from onrecord.annotate.verbs import build_verb, is_predicate
from onrecord.model.clause import Clause, Link, Tense, Voice
from parse_by_hand import make_builder, make_parse, told


def clause(parse: Parse, *verbs: int, of: int | None = None) -> Clause:
    """The clause of the last of these predicates, or of `of`."""
    builder = make_builder(parse, *verbs)
    return build_verb(parse.words[verbs[-1] if of is None else of], builder)


def roles(parse: Parse, *verbs: int, of: int | None = None) -> list[str]:
    return told(parse, clause(parse, *verbs, of=of).arguments)


PASSIVE = make_parse(
    "Captain:captain/NN/nsubjpass/2 was:be/VBD/auxpass/2 arrested:arrest/VBN/ROOT/2 "
    "by/IN/agent/2 police/NNS/pobj/3"
)


def test_an_active_verb_has_its_subject_as_agent() -> None:
    parse = make_parse(
        "Police/NNS/nsubj/1 arrested:arrest/VBD/ROOT/1 a/DT/det/3 captain/NN/dobj/1"
    )
    made = clause(parse, 1)
    assert told(parse, made.arguments) == ["agent:Police", "patient:a captain"]
    assert (made.lemma, made.voice, made.tense) == ("arrest", Voice.ACTIVE, Tense.PAST)
    assert (made.link, made.parent) == (Link.ROOT, None)


def test_a_passive_turns_the_roles() -> None:
    made = clause(PASSIVE, 2)
    assert made.voice is Voice.PASSIVE
    assert told(PASSIVE, made.arguments) == ["patient:Captain", "agent:by:police"]


@pytest.mark.parametrize(
    ("auxiliary", "form", "tense", "modality"),
    [
        ("will/MD/aux/2", "free/VB/ROOT/2", Tense.FUTURE, "will"),
        ("'ll/MD/aux/2", "free/VB/ROOT/2", Tense.FUTURE, "will"),
        ("has/VBZ/aux/2", "freed:free/VBN/ROOT/2", Tense.PAST, None),
        ("does/VBZ/aux/2", "free/VB/ROOT/2", Tense.PRESENT, None),
        ("may/MD/aux/2", "free/VB/ROOT/2", Tense.NONE, "may"),
        ("'d/MD/aux/2", "free/VB/ROOT/2", Tense.NONE, "would"),
    ],
)
def test_auxiliaries_give_tense_and_modality(
    auxiliary: str, form: str, tense: Tense, modality: str | None
) -> None:
    parse = make_parse(f"court/NN/nsubj/2 {auxiliary} {form}")
    made = clause(parse, 2)
    assert (made.tense, made.modality) == (tense, modality)


@pytest.mark.parametrize(
    "sentence",
    [
        "court/NN/nsubj/3 did/VBD/aux/3 not/RB/neg/3 act/VB/ROOT/3",
        "court/NN/nsubj/3 has/VBZ/aux/3 never/RB/advmod/3 acted:act/VBN/ROOT/3",
        "No/DT/det/2 high/JJ/amod/2 court/NN/nsubj/3 acted:act/VBD/ROOT/3",
        "in/IN/prep/3 fact/NN/pobj/0 nobody/NN/nsubj/3 acted:act/VBD/ROOT/3",
    ],
)
def test_negation_counts_wherever_it_stands(sentence: str) -> None:
    assert clause(make_parse(sentence), 3).negated


def test_a_particle_belongs_to_the_verb() -> None:
    parse = make_parse(
        "court/NN/nsubj/1 called:call/VBD/ROOT/1 off/RP/prt/1 talks/NNS/dobj/1"
    )
    made = clause(parse, 1)
    assert made.lemma == "call off"
    assert parse.text[made.predicate.start : made.predicate.end] == "called off"


def test_what_was_agreed_to_is_coloured_and_shares_the_subject() -> None:
    parse = make_parse(
        "court/NN/nsubj/1 agreed:agree/VBD/ROOT/1 to/TO/aux/3 act/VB/xcomp/1"
    )
    made = clause(parse, 1, 3)
    assert (made.raised, made.tense, made.parent) == ("agree", Tense.PAST, 0)
    assert (made.link, made.marker) == (Link.COMPLEMENT, "to")
    assert made.subject_shared
    assert told(parse, made.arguments) == ["agent:court"]


@pytest.mark.parametrize(
    ("verb", "agent"), [("told:tell", "captain"), ("promised:promise", "court")]
)
def test_who_is_told_acts_who_promises_acts_himself(verb: str, agent: str) -> None:
    parse = make_parse(
        f"court/NN/nsubj/1 {verb}/VBD/ROOT/1 captain/NN/dobj/1 to/TO/aux/4 "
        "act/VB/xcomp/1"
    )
    assert roles(parse, 1, 4) == [f"agent:{agent}"]
    assert clause(parse, 1, 4).raised is None


def test_coordinated_verbs_share_their_subject() -> None:
    parse = make_parse(
        "police/NNS/nsubj/1 came:come/VBD/ROOT/1 and/CC/cc/1 left:leave/VBD/conj/1"
    )
    made = clause(parse, 1, 3)
    assert (made.link, made.subject_shared) == (Link.COORDINATE, True)
    assert told(parse, made.arguments) == ["agent:police"]


def test_coordinated_subjects_are_one_argument_each() -> None:
    parse = make_parse(
        "captain/NN/nsubj/3 and/CC/cc/0 diver/NN/conj/0 left:leave/VBD/ROOT/3"
    )
    assert roles(parse, 3) == ["agent:captain", "agent:diver"]


def test_who_stands_for_the_noun_before_it() -> None:
    parse = make_parse(
        "diver/NN/nsubj/4 who/WP/nsubj/2 signed:sign/VBD/relcl/0 it/PRP/dobj/2 "
        "left:leave/VBD/ROOT/4"
    )
    made = clause(parse, 2, 4, of=2)
    assert made.link is Link.RELATIVE
    assert told(parse, made.arguments) == ["agent:diver", "patient:it"]


def test_the_noun_before_a_relative_is_its_object() -> None:
    parse = make_parse(
        "boat/NN/nsubj/3 police/NNS/nsubj/2 searched:search/VBD/relcl/0 "
        "left:leave/VBD/ROOT/3"
    )
    assert roles(parse, 2, 3, of=2) == ["patient:boat", "agent:police"]


@pytest.mark.parametrize(
    ("mark", "link"),
    [("if", Link.CONDITION), ("unless", Link.CONDITION), ("after", Link.ADVERBIAL)],
)
def test_conjunctions_tell_conditions_from_circumstances(mark: str, link: Link) -> None:
    parse = make_parse(
        f"court/NN/nsubj/1 acts:act/VBZ/ROOT/1 {mark}/IN/mark/4 police/NNS/nsubj/4 "
        "leave/VBP/advcl/1"
    )
    made = clause(parse, 1, 4)
    assert (made.link, made.marker) == (link, mark)


def test_a_bare_infinitive_is_a_purpose() -> None:
    parse = make_parse(
        "police/NNS/nsubj/1 came:come/VBD/ROOT/1 to/TO/aux/3 help/VB/advcl/1"
    )
    assert clause(parse, 1, 3).link is Link.PURPOSE


def test_a_clause_said_is_a_complement() -> None:
    parse = make_parse(
        "court/NN/nsubj/1 said:say/VBD/ROOT/1 that/IN/mark/4 police/NNS/nsubj/4 "
        "left:leave/VBD/ccomp/1"
    )
    made = clause(parse, 1, 4, of=1)
    assert told(parse, made.arguments) == [
        "agent:court",
        "complement:that:that police left",
    ]
    assert made.arguments[1].clause == 1


def test_a_gerund_after_of_is_done_by_the_accused() -> None:
    parse = make_parse(
        "court/NN/nsubj/1 accused:accuse/VBD/ROOT/1 captain/NN/dobj/1 of/IN/prep/1 "
        "lying:lie/VBG/pcomp/3"
    )
    assert roles(parse, 1, 4) == ["agent:captain"]


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("was/VBD/auxpass/1", False),
        ("following/VBG/prep/1", False),
        ("left/VBD/ROOT/0", True),
        ("court/NN/ROOT/0", False),
    ],
)
def test_only_verbs_that_say_something_are_predicates(word: str, answer: bool) -> None:
    parse = make_parse(f"{word} court/NN/dobj/0")
    assert is_predicate(parse.words[0]) is answer


def test_a_participle_before_its_noun_is_a_predicate() -> None:
    parse = make_parse("jailed:jail/VBN/amod/1 captain/NN/ROOT/1 held:hold/VBN/amod/1")
    assert is_predicate(parse.words[0])
    assert not is_predicate(parse.words[2])
