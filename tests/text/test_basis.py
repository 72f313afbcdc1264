import pytest

from onrecord.model.article import Article
from onrecord.text.basis import basis_of

FIELDS = {"id": "ar-1", "text": "A.", "sha256": "0", "title": "T", "published": "2021"}


def test_basis_is_the_same_for_the_same_article_elsewhere():
    here = Article(**FIELDS, url="https://a.example", publisher="A")
    there = Article(**FIELDS, url="https://b.example", publisher="B")
    assert basis_of(here) == basis_of(there)


@pytest.mark.parametrize(
    "change",
    [
        {"id": "ar-2"},
        {"title": "U"},
        {"title": None},
        {"title": ""},
        {"published": "2022"},
        {"published": None},
        {"language": "fr"},
    ],
)
def test_basis_changes_with_what_facts_depend_on(change):
    assert basis_of(Article(**(FIELDS | change))) != basis_of(Article(**FIELDS))
