import pytest

from onrecord.case import Case
from onrecord.errors import CorrectionError, UnknownFactError


def test_a_correction_names_members_and_their_places(case: Case) -> None:
    actor = case.actor("Aldo Verrin").actor
    correction = case.confirm(actor.id)
    assert correction.members == actor.members
    assert len(correction.anchors) == len(correction.members) == 2
    assert {anchor.exact for anchor in correction.anchors} == {"Aldo Verrin"}


def test_actors_are_given_by_name_in_edits(case: Case) -> None:
    event = case.events()[0]
    case.edit(event.id, "source", "Aldo Verrin; Lanz")
    edited = case.events()[0]
    assert [case.actor(one).actor.name for one in edited.source] == [
        "Aldo Verrin",
        "Lanz",
    ]


def test_rejecting_twice_is_an_error(case: Case) -> None:
    statement = case.statements()[0]
    case.reject(statement.id)
    with pytest.raises(CorrectionError, match="rejected already"):
        case.reject(statement.id)


def test_merging_an_actor_with_itself_is_an_error(case: Case) -> None:
    with pytest.raises(CorrectionError, match="are one actor"):
        case.merge("Lanz", "lanz")


def test_adding_the_same_words_twice_is_an_error(case: Case) -> None:
    article = case.articles()[0].id
    case.add("statement", article=article, words="the court", speaker="Lanz")
    with pytest.raises(CorrectionError, match="added at these words already"):
        case.add("statement", article=article, words="the court", speaker="Lanz")


def test_undoing_in_a_case_without_corrections_says_so(case: Case) -> None:
    with pytest.raises(UnknownFactError, match="No correction was ever given"):
        case.undo("cx-123456")


def test_mentions_can_be_confirmed(case: Case) -> None:
    content = case.content(read_facts=True)
    mention = next(f for f in content.records["read"] if f.id.startswith("me-"))
    assert case.confirm(mention.id).fact_type == "mention"
