from clauses_by_hand import argument, clause, context, phrase
from onrecord.extract.context import Context
from onrecord.extract.speech.addressees import find_addressee
from onrecord.model.clause import Clause, Link, Role, Voice
from onrecord.model.statement import Act


def _told(told: Context, cue: Clause, act: Act = Act.ASSERT, **row: str) -> list[str]:
    found = find_addressee(told, cue, {"act": str(act), **row}, act)
    return [who.text for who in found]


def _context(text: str, *names: str, clauses: tuple[Clause, ...]) -> Context:
    phrases = [phrase(text, n, actor=f"ac-{n}", animate=True) for n in names]
    return context(text, clauses=clauses, phrases=tuple(phrases))


def test_the_object_of_telling_is_told() -> None:
    text = "Velt told Brun that it rained"
    cue = clause(text, "told", argument(text, Role.PATIENT, "Brun", mention=0))
    told = _context(text, "Brun", clauses=(cue,))
    assert _told(told, cue, addressee="yes") == ["Brun"]
    assert _told(told, cue) == []


def test_a_thing_is_never_told() -> None:
    text = "Velt told a lie"
    cue = clause(text, "told", argument(text, Role.PATIENT, "a lie", mention=0))
    told = context(text, clauses=(cue,), phrases=(phrase(text, "a lie"),))
    assert _told(told, cue, addressee="yes") == []


def test_a_quotation_without_a_cue_tells_nobody() -> None:
    row = {"act": "assert"}
    assert find_addressee(context("It rains"), None, row, Act.ASSERT) == []


def test_a_letter_is_written_to_somebody_and_an_interview_given_to_one() -> None:
    for text, words in (
        ("Velt said in a letter to Brun so", "a letter"),
        ("Velt said in an interview with Brun so", "an interview"),
    ):
        cue = clause(text, "said", argument(text, Role.OBLIQUE, words, marker="in"))
        assert _told(_context(text, "Brun", clauses=(cue,)), cue) == ["Brun"]


def test_a_demand_is_made_of_who_is_to_do_it() -> None:
    text = "Velt demanded that Brun leave"
    that = argument(text, Role.COMPLEMENT, "that Brun leave", clause=1)
    cue = clause(text, "demanded", that)
    agent = argument(text, Role.AGENT, "Brun", mention=0)
    for voice, found in ((Voice.ACTIVE, ["Brun"]), (Voice.PASSIVE, [])):
        inner = clause(text, "leave", agent, index=1, parent=0, voice=voice)
        told = _context(text, "Brun", clauses=(cue, inner))
        assert _told(told, cue, Act.DEMAND) == found
        assert _told(told, cue, Act.ASSERT) == []


def test_who_was_summoned_is_who_a_demand_is_made_of() -> None:
    text = "Velt summoned Brun and demanded a word"
    called = clause(
        text,
        "summoned",
        argument(text, Role.PATIENT, "Brun", mention=0),
        lemma="summon",
    )
    cue = clause(
        text,
        "demanded",
        index=1,
        parent=0,
        link=Link.COORDINATE,
        subject_shared=True,
    )
    told = _context(text, "Brun", clauses=(called, cue))
    assert _told(told, cue, Act.DEMAND) == ["Brun"]


def test_a_threat_is_made_to_who_can_prevent_it() -> None:
    text = "Velt warned of war unless Brun leaves"
    cue = clause(text, "warned")
    inner = clause(
        text,
        "leaves",
        argument(text, Role.AGENT, "Brun", mention=0),
        index=1,
        marker="unless",
    )
    told = _context(text, "Brun", clauses=(cue, inner))
    assert _told(told, cue, Act.WARN) == ["Brun"]
    assert _told(told, cue, Act.ASSERT) == []
