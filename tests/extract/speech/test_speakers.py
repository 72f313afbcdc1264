from clauses_by_hand import argument, clause, context, phrase, who
from onrecord.extract.speech.speakers import Speakers
from onrecord.model.actor import ActorKind
from onrecord.model.clause import Role


def _spoken_for(text: str, lawyer: str) -> list[str]:
    phrases = (
        phrase(text, lawyer, actor="l", animate=True),
        phrase(text, "Brun", actor="b", animate=True, within=0),
    )
    found = Speakers(context(text, phrases=phrases))
    return [w.text for w in found.on_behalf_of(who(text, lawyer, "l"))]


def test_a_lawyer_speaks_for_a_client_and_a_friend_does_not() -> None:
    assert _spoken_for("the lawyer of Brun", "the lawyer of Brun") == ["Brun"]
    assert _spoken_for("the friend of Brun", "the friend of Brun") == []


def test_speaking_on_behalf_is_told_by_a_clause() -> None:
    text = "Velt will speak on behalf of Brun"
    names = ("Velt", "Brun")
    phrases = tuple(phrase(text, n, actor=n, animate=True) for n in names)
    speak = clause(
        text,
        "speak",
        argument(text, Role.AGENT, "Velt", mention=0),
        argument(text, Role.OBLIQUE, "Brun", mention=1, marker="on behalf of"),
    )
    found = Speakers(context(text, phrases=phrases, clauses=(speak,)))
    assert [w.actor for w in found.on_behalf_of(who(text, "Velt", "Velt"))] == ["Brun"]


def test_a_thing_does_not_speak() -> None:
    text = "the lamp and Velt said so"
    phrases = (phrase(text, "the lamp"), phrase(text, "Velt", actor="v", animate=True))
    said = clause(
        text,
        "said",
        argument(text, Role.AGENT, "the lamp", mention=0),
        argument(text, Role.AGENT, "Velt", mention=1),
    )
    found = Speakers(context(text, phrases=phrases, clauses=(said,)))
    assert [w.text for w in found.of_clause(said)] == ["Velt"]


def test_where_a_text_speaks_its_author_does() -> None:
    text = "the ministry's statement said so"
    phrases = (
        phrase(text, "the ministry's statement", actor="s", kind=ActorKind.DOCUMENT),
        phrase(text, "the ministry", actor="m", animate=True, within=0),
    )
    words = "the ministry's statement"
    said = clause(text, "said", argument(text, Role.AGENT, words, mention=0))
    found = Speakers(context(text, phrases=phrases, clauses=(said,)))
    assert [w.actor for w in found.of_clause(said)] == ["m"]
