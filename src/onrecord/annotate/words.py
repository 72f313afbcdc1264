"""The tables of `annotate`, made once from the lexicons into the shapes it asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.model.actor import ActorKind
from onrecord.model.lexicon import Lexicons, Row


@dataclass(frozen=True, slots=True)
class Words:
    """Lexicons in the shape that `annotate` asks them in; keys are lower case.

    Attributes:
        nouns: Head noun to the kind of actor it describes; plurals of persons are
            groups, which `phrases` decides.
        titles: Words before a personal name to `male`, `female` or ``.
        honorifics: Titles that are a form of address only.
        offices: Titles that say what somebody is, with the nouns for persons.
        speech: Verbs whose subject speaks, whatever it is.
        states: Names of states.
        demonyms: Adjective of a state to the state's name.
        places: Head nouns of places.
        nominals: Noun to (verb, role of a possessive, role of an of-phrase).
        capitals: Capital to the name of its state.
        same: Another name of a state or body to the one it goes by here.
        acts: Verbs that only somebody's words perform: say, demand, deny.
    """

    nouns: dict[str, ActorKind]
    titles: dict[str, str]
    honorifics: frozenset[str]
    offices: frozenset[str]
    speech: frozenset[str]
    states: frozenset[str]
    demonyms: dict[str, str]
    places: frozenset[str]
    nominals: dict[str, tuple[str, str, str]]
    acts: frozenset[str] = frozenset()
    capitals: dict[str, str] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)


def make_words(lexicons: Lexicons) -> Words:
    """Return the tables that `annotate` works with."""
    titles = lexicons["titles"]
    countries = lexicons["countries"]
    same = _first_names(countries)
    honorifics = frozenset(k for k, r in titles.items() if r.get("use") == "hon")
    people = [k for k, r in lexicons["actor_nouns"].items() if r["kind"] in _PEOPLE]
    return Words(
        nouns={k: ActorKind(r["kind"]) for k, r in lexicons["actor_nouns"].items()},
        titles={k: r.get("gender", "") for k, r in titles.items()},
        honorifics=honorifics,
        offices=(frozenset(titles) | frozenset(people)) - honorifics,
        speech=frozenset(k for k, r in lexicons["cues"].items() if _is_speech(r)),
        states=frozenset(countries),
        demonyms={
            r["adjective"].lower(): same[k]
            for k, r in countries.items()
            if "adjective" in r
        },
        places=frozenset(lexicons["place_nouns"]),
        nominals={
            k: (r["verb"], r["poss"], r["of"]) for k, r in lexicons["nominals"].items()
        },
        capitals={
            r["capital"].lower(): k for k, r in countries.items() if "capital" in r
        },
        same=same,
        acts=frozenset(
            k
            for k, r in lexicons["cues"].items()
            if " " not in k and not r.get("belief")
        ),
    )


def _first_names(table: Mapping[str, Row]) -> dict[str, str]:
    """Return the first key of each row for its others."""
    first: dict[int, str] = {}
    return {k: first.setdefault(id(row), k) for k, row in table.items()}


def _is_speech(row: Row) -> bool:
    """Whether a cue only says that something was said."""
    said = row["act"] == "assert" and row.get("strength") == "says"
    return said and not row.get("belief") and row.get("frames") == "c"


_PEOPLE = ("person", "office")
