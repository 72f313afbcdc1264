import pytest

from fakes import received
from onrecord.case import Case
from onrecord.case.forgetting import find_meant
from onrecord.errors import UnknownFactError


def texts(case: Case) -> list[str]:
    return [one.text for one in case.articles()]


def test_an_article_is_forgotten_by_the_beginning_of_its_id(case: Case) -> None:
    first, *others = case.articles()
    assert case.to_forget(first.id[:9]) == [first]
    done = case.forget(first.id[:9])
    assert done.articles == (first.id,)
    assert list(case.articles()) == others
    assert case.verify() == []


def test_an_actor_is_forgotten_with_every_article_that_names_it(case: Case) -> None:
    case.read_received(
        [
            received('Officials said "nothing of ALDO  VERRIN is known".', url="a"),
            received("A list of names.", title="Aldo Verrin and others", url="b"),
            received("Aldo Verrinson, a baker, opened a shop.", url="c"),
            received("Verrin is a brand of bread.", url="d"),
        ]
    )
    done = case.forget("Aldo Verrin")
    left = " ".join(f"{one.title} {one.text}" for one in case.articles())
    assert "Aldo Verrin " not in left
    assert "ALDO" not in left
    assert "Verrinson" in left
    assert [case.store.article(one).text for one in done.still_named] == [
        "Verrin is a brand of bread."
    ]
    with pytest.raises(UnknownFactError):
        case.forget("Aldo Verrin")


def test_an_actor_of_one_word_takes_only_the_articles_it_is_found_in(
    case: Case,
) -> None:
    case.read_received([received("The lanz is a plough.", url="a")])
    meant = find_meant("Lanz", case.view())
    assert meant.words == ()
    assert "The lanz is a plough." not in [one.text for one in meant.articles]
    assert meant.articles


def test_what_was_forgotten_is_not_read_again_unless_it_is_allowed(case: Case) -> None:
    item = received(
        'Mira Dorn said "The port is closed".', url="https://a.example/dorn"
    )
    case.read_received([item])
    case.forget(item.article.id)
    again = case.read_received([item])
    assert (again.read, again.known) == (0, 0)
    assert "onrecord forget" in again.rejected[0].reason
    # Its source may name what was forgotten, so it is told and not stored.
    assert case.rejected() == []
    case.lift(item.article.id)
    assert case.read_received([item]).read == 1


def test_who_is_not_there_cannot_be_forgotten(case: Case) -> None:
    for given in ("Nobody Known", "ar-000000000000000"):
        with pytest.raises(UnknownFactError):
            case.forget(given)


def test_a_correction_of_an_actor_elsewhere_outlives_an_article(case: Case) -> None:
    statement = case.statements()[-1]
    case.reject(statement.id)
    other = next(
        one.id for one in case.articles() if one.id != statement.evidence[0].article
    )
    case.forget(other)
    assert statement.id not in [one.id for one in case.statements()]
    assert [one.state for one in case.log()] == ["applied"]
