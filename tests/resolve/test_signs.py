import pytest
import resolve_builders as build

from onrecord.model.actor import ActorRole
from onrecord.resolve import signs

ADJECTIVES = {"orvenian": "orvenia"}


def person(name="Teodor Halvik", **fields):
    return build.actor("ac-1", "a", name, **fields)


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("an Orvenian engineer", "engineer"),
        ("retired pilot of the port", "pilot"),
        ("engineer", "engineer"),
        ("the minister, a lawyer", "lawyer"),
        ("Teodor Halvik", None),
        ("the engineer Teodor Halvik", None),
        ("", None),
    ],
)
def test_a_description_ends_in_its_noun(words, noun):
    assert signs.head_noun(words) == noun


def test_roles_and_descriptions_give_nouns_and_names_none():
    one = person(
        aliases=("an engineer", "Halvik"), roles=(ActorRole(title="Foreign Minister"),)
    )
    assert signs.role_nouns(one) == {"engineer", "minister"}


def test_origin_is_said_by_nationality_role_or_adjective():
    assert signs.origins(person(nationality="Orvenia"), ADJECTIVES) == {"orvenia"}
    role = ActorRole(title="engineer", of="Orvenia")
    assert signs.origins(person(roles=(role,)), ADJECTIVES) == {"orvenia"}
    one = person(aliases=("the Orvenian engineer",))
    assert signs.origins(one, ADJECTIVES) == {"orvenia"}
    assert signs.origins(person(aliases=("the engineer",)), ADJECTIVES) == frozenset()


def test_titles_and_kinship_say_who_is_a_man_or_a_woman():
    assert signs.genders(person(aliases=("Mr. Halvik",))) == {"male"}
    assert signs.genders(person("Hanne", aliases=("His wife",))) == {"female"}
    assert signs.genders(person()) == frozenset()


def test_a_titled_name_is_compared_without_its_full_stop():
    one, other = person(aliases=("Mr. Halvik",)), person(aliases=("Mr Halvik",))
    assert signs.titled_names(one) == signs.titled_names(other) == {"mr halvik"}


def test_one_word_is_a_single_name_with_or_without_a_title():
    assert signs.single_name(person("Ms. Fask")) == "fask"
    assert signs.single_name(person("engineer")) is None
    assert signs.single_name(person("Noor Fask")) is None
