from onrecord.case.exports.content import Content, to_record, type_of
from onrecord.model.actor import Actor, ActorKind
from onrecord.model.article import Article

ARTICLE = Article(id="ar-1", text="x", sha256="0")
ACTOR = Actor(id="ac-1", evidence=(), name="Lanz", kind=ActorKind.PERSON)


def test_records_name_their_type_first() -> None:
    assert (type_of(ARTICLE), type_of(ACTOR)) == ("article", "actor")
    assert next(iter(to_record(ARTICLE))) == "type"
    assert next(iter(to_record(ACTOR))) == "type"


def test_one_type_can_be_taken_alone() -> None:
    content = Content({"article": [ARTICLE], "actor": [ACTOR]})
    assert list(content.only("actor").flat()) == [("actor", ACTOR)]
    assert list(content.only("event").flat()) == []
