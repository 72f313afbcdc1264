from msgspec.structs import replace

from onrecord.annotate.actors import make_actors
from onrecord.annotate.chains import link_phrases
from onrecord.annotate.parse import Parse
from onrecord.model.actor import Actor, ActorKind
from onrecord.text.ids import fact_id
from parse_by_hand import WORDS, make_parse, name_entities, phrases_of
from shapes import make_article


def actors(parse: Parse, publisher: str | None = None) -> list[Actor]:
    found, names = phrases_of(parse)
    paragraphs = tuple(parse.sents)
    chains, _ = link_phrases(found, parse, names, WORDS, (), paragraphs)
    article = replace(make_article(parse.text), publisher=publisher)
    return make_actors(article, chains, found, parse, names, WORDS, paragraphs)


TITLED = make_parse(
    "Tavaran/JJ/amod/3 Minister/NNP/compound/3 Mira/NNP/compound/3 Adeyemi/NNP/nsubj/4 "
    "left:leave/VBD/ROOT/4",
    "the/DT/det/1 minister/NN/nsubj/2 sat:sit/VBD/ROOT/2",
    "Adeyemi/NNP/nsubj/1 spoke:speak/VBD/ROOT/1",
)


def test_an_actor_has_its_fullest_name_and_the_others_beside_it() -> None:
    minister = next(a for a in actors(TITLED) if a.kind is ActorKind.PERSON)
    assert minister.name == "Mira Adeyemi"
    assert "the minister" in minister.aliases
    assert "Adeyemi" in minister.aliases
    assert minister.name not in minister.aliases


def test_the_id_hashes_the_first_named_mention() -> None:
    minister = next(a for a in actors(TITLED) if a.kind is ActorKind.PERSON)
    start = TITLED.text.index("Mira Adeyemi")
    article = make_article(TITLED.text).id
    assert minister.id == fact_id("actor", article, "text", start, start + 12)
    assert minister.evidence[0].exact == "Mira Adeyemi"


def test_a_title_is_a_role_with_whose_it_is() -> None:
    minister = next(a for a in actors(TITLED) if a.kind is ActorKind.PERSON)
    roles = [(r.title.lower(), r.of) for r in minister.roles]
    assert ("minister", "Tavara") in roles
    for role in minister.roles:
        assert role.title in role.evidence[0].exact


def test_a_form_of_address_is_no_role() -> None:
    (brun,) = actors(
        make_parse("Mr./NNP/compound/1 Brun/NNP/nsubj/2 left:leave/VBD/ROOT/2")
    )
    assert (brun.name, brun.roles) == ("Brun", ())


def test_who_is_kept_unnamed_is_anonymous_where_indefinite() -> None:
    (diver,) = actors(make_parse("a/DT/det/1 diver/NN/nsubj/2 left:leave/VBD/ROOT/2"))
    assert (diver.name, diver.anonymous) == ("diver", True)
    (diver,) = actors(make_parse("the/DT/det/1 diver/NN/nsubj/2 left:leave/VBD/ROOT/2"))
    assert not diver.anonymous


def test_a_counted_group_has_a_size_and_its_members() -> None:
    parse = make_parse(
        "police/NNS/nsubj/1 held:hold/VBD/ROOT/1 two/CD/nummod/3 "
        "divers:diver/NNS/dobj/1 ,/,/punct/3 Noor/NNP/compound/6 Fask/NNP/dep/1 "
        "and/CC/cc/6 Bram/NNP/compound/9 Ostrey/NNP/conj/6"
    )
    made = actors(name_entities(parse, Noor_Fask="PERSON", Bram_Ostrey="PERSON"))
    by_id = {a.id: a.name for a in made}
    group = next(a for a in made if a.kind is ActorKind.GROUP)
    assert group.size == 2
    assert [by_id[m] for m in group.group_members] == ["Noor Fask", "Bram Ostrey"]


def test_a_bare_plural_says_no_size() -> None:
    (group,) = actors(make_parse("divers:diver/NNS/nsubj/1 left:leave/VBD/ROOT/1"))
    assert (group.kind, group.size) == (ActorKind.GROUP, None)


def test_a_demonym_tells_a_nationality() -> None:
    made = actors(
        make_parse(
            "a/DT/det/2 Tavaran/JJ/amod/2 diver/NN/nsubj/3 left:leave/VBD/ROOT/3"
        )
    )
    assert [a.nationality for a in made if a.kind is ActorKind.PERSON] == ["Tavara"]


def test_a_long_description_is_cut() -> None:
    many = " ".join(["very/RB/amod/90"] * 90)
    (diver, *_) = actors(make_parse(f"{many} diver/NN/ROOT/90"))
    assert len(diver.name) <= 120


def test_this_newspaper_is_the_outlet() -> None:
    parse = make_parse(
        "this/DT/det/1 newspaper/NN/nsubj/2 said:say/VBD/ROOT/2",
        "The/DT/det/1 Courier/NN/nsubj/2 said:say/VBD/ROOT/2",
        "a/DT/det/1 newspaper/NN/nsubj/2 said:say/VBD/ROOT/2",
    )
    told = [a for a in actors(parse, "Harbour Courier") if a is not None]
    assert {a.name for a in told} - {"newspaper"} == {"Harbour Courier"}
    assert {a.kind for a in told if a.name != "newspaper"} == {ActorKind.ORGANIZATION}
    assert "Harbour Courier" not in [a.name for a in actors(parse) if a is not None]
