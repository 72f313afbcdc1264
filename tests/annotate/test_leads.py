from onrecord.annotate.chains import link_phrases
from onrecord.annotate.leads import Chain, find_leads, find_members
from onrecord.annotate.parse import Parse
from onrecord.annotate.phrases import Found
from onrecord.model.document import Gender
from onrecord.model.evidence import Span
from parse_by_hand import WORDS, make_parse, phrases_of

LEAD = "a/DT/det/2 young/JJ/amod/2 diver/NN/nsubjpass/3 held:hold/VBN/ROOT/3"
NAMED = "Jonas/NNP/compound/1 Halvik/NNP/nsubj/2 left:leave/VBD/ROOT/2"


def read(parse: Parse) -> tuple[list[Found], list[Chain], tuple[Span, ...]]:
    """Each sentence is a paragraph; chains are linked without their leads."""
    found, names = phrases_of(parse)
    chains, _ = link_phrases(found, parse, names, WORDS, (), ())
    return found, chains, tuple(parse.sents)


def leads(parse: Parse) -> list[list[set[str]]]:
    found, chains, paragraphs = read(parse)
    pairs = find_leads(chains, found, paragraphs, WORDS)
    return [[set(chains[n].names) or chains[n].heads for n in pair] for pair in pairs]


def members(parse: Parse) -> list[list[str]]:
    found, chains, paragraphs = read(parse)
    grouped = find_members(chains, found, paragraphs)
    return [[chains[n].names[0] for n in people] for people in grouped.values()]


def test_the_one_described_first_is_the_one_named_next() -> None:
    assert leads(make_parse(LEAD, NAMED)) == [[{"jonas halvik"}, {"diver"}]]


def test_two_described_or_two_named_join_nobody() -> None:
    another = NAMED.replace("Jonas", "Oskar").replace("Halvik", "Brun")
    assert leads(make_parse(LEAD, NAMED, another)) == []
    both = (
        "a/DT/det/2 young/JJ/amod/2 diver/NN/nsubj/3 met:meet/VBD/ROOT/3 "
        "a/DT/det/6 young/JJ/amod/6 captain/NN/dobj/3"
    )
    assert leads(make_parse(both, NAMED)) == []


def test_who_speaks_is_not_whom_the_lead_describes() -> None:
    speaks = NAMED.replace("left:leave", "said:say")
    assert leads(make_parse(LEAD, speaks)) == []


def test_a_relative_is_nobody_named_next() -> None:
    assert leads(make_parse(LEAD.replace("a/DT/det", "his/PRP$/poss"), NAMED)) == []


def test_who_only_explains_another_is_nobody_described() -> None:
    another = (
        "police/NNS/nsubj/1 held:hold/VBD/ROOT/1 the/DT/det/3 captain/NN/dobj/1 "
        "of/IN/prep/3 Jonas/NNP/compound/6 Halvik/NNP/pobj/4"
    )
    assert leads(make_parse(LEAD, another)) == []


def test_one_paragraph_has_no_lead() -> None:
    assert leads(make_parse(LEAD)) == []


def test_genders_must_agree() -> None:
    parse = make_parse(LEAD, NAMED)
    found, chains, paragraphs = read(parse)
    for chain, gender in zip(chains, (Gender.MALE, Gender.FEMALE), strict=True):
        chain.gender = gender
    assert find_leads(chains, found, paragraphs, WORDS) == []


GROUP = (
    "police/NNS/nsubj/1 held:hold/VBD/ROOT/1 two/CD/nummod/3 divers:diver/NNS/dobj/1"
)
LISTED = (
    "Noor/NNP/compound/1 Fask/NNP/nsubj/5 and/CC/cc/1 Bram/NNP/compound/4 "
    "Ostrey/NNP/conj/1 left:leave/VBD/ROOT/5"
)


def test_names_listed_together_are_the_group() -> None:
    assert members(make_parse(GROUP, LISTED)) == [["noor fask", "bram ostrey"]]


def test_names_in_the_next_paragraph_are_the_group_if_as_many() -> None:
    one, two = NAMED, "Oskar/NNP/compound/1 Brun/NNP/nsubj/2 came:come/VBD/ROOT/2"
    found, chains, sents = read(make_parse(GROUP, one, two))
    paragraphs = (sents[0], Span(sents[1].start, sents[2].end))
    (people,) = find_members(chains, found, paragraphs).values()
    assert [chains[n].names[0] for n in people] == ["jonas halvik", "oskar brun"]
    assert members(make_parse(GROUP, one)) == []


def test_a_list_of_another_length_is_another_group() -> None:
    assert members(make_parse(GROUP.replace("two", "three"), LISTED)) == []


def test_a_group_that_speaks_is_not_named_after() -> None:
    speaks = "two/CD/nummod/1 divers:diver/NNS/nsubj/2 said:say/VBD/ROOT/2"
    assert members(make_parse(speaks, LISTED)) == []


def test_a_group_without_a_number_has_no_members() -> None:
    bare = "police/NNS/nsubj/1 held:hold/VBD/ROOT/1 divers:diver/NNS/dobj/1"
    assert members(make_parse(bare, LISTED)) == []
