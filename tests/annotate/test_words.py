from onrecord.annotate.words import make_words
from onrecord.model.actor import ActorKind
from onrecord.model.lexicon import Lexicons

TABLES = {
    "titles": {
        "mr.": {"gender": "male", "use": "hon"},
        "president": {"use": "title"},
    },
    "countries": {"tavara": {"adjective": "Tavaran"}, "orvenia": {}},
    "actor_nouns": {"diver": {"kind": "person"}, "court": {"kind": "public_body"}},
    "cues": {
        "say": {"act": "assert", "strength": "says", "frames": "c"},
        "deny": {"act": "deny", "frames": "cn"},
        "think": {"act": "assert", "strength": "says", "frames": "c", "belief": "yes"},
    },
    "place_nouns": {"harbour": {}},
    "nominals": {"arrest": {"verb": "arrest", "poss": "patient", "of": "patient"}},
}
WORDS = make_words(Lexicons(tables=TABLES, digest=""))


def test_a_form_of_address_says_no_office() -> None:
    assert WORDS.honorifics == {"mr."}
    assert WORDS.offices == {"president", "diver"}
    assert WORDS.titles == {"mr.": "male", "president": ""}


def test_nouns_have_their_kinds() -> None:
    assert WORDS.nouns["diver"] is ActorKind.PERSON
    assert WORDS.nouns["court"] is ActorKind.PUBLIC_BODY


def test_a_state_without_adjective_has_no_demonym() -> None:
    assert WORDS.demonyms == {"tavaran": "tavara"}
    assert WORDS.states == {"tavara", "orvenia"}


def test_only_plain_verbs_of_speech_count_as_speech() -> None:
    assert WORDS.speech == {"say"}


def test_a_noun_names_its_verb_and_roles() -> None:
    assert WORDS.nominals["arrest"] == ("arrest", "patient", "patient")
    assert WORDS.places == {"harbour"}
