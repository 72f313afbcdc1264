"""Base forms by table, rule and word list."""

import pytest

from onrecord.annotate.encoder.lemmas import Lemmas

KNOWN = frozenset({"release", "stop", "free", "call", "bus", "hope", "big", "say"})
LEMMAS = Lemmas({"went/v": "go", "women/n": "woman", "better/a": "good"}, KNOWN)


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "lemma"),
    [
        ("went", "VERB", "VBD", "go"),
        ("released", "VERB", "VBN", "release"),
        ("stopped", "VERB", "VBD", "stop"),
        ("called", "VERB", "VBD", "call"),
        ("freeing", "VERB", "VBG", "free"),
        ("hoping", "VERB", "VBG", "hope"),
        ("denies", "VERB", "VBZ", "deny"),
        ("denied", "VERB", "VBD", "deny"),
        ("extradited", "VERB", "VBN", "extradite"),
        ("says", "VERB", "VBZ", "say"),
        ("women", "NOUN", "NNS", "woman"),
        ("buses", "NOUN", "NNS", "bus"),
        ("parties", "NOUN", "NNS", "party"),
        ("courts", "NOUN", "NNS", "court"),
        ("better", "ADJ", "JJR", "good"),
        ("bigger", "ADJ", "JJR", "big"),
        ("Sahl", "PROPN", "NNP", "Sahl"),
        ("Tavarans", "PROPN", "NNPS", "Tavaran"),
        ("The", "DET", "DT", "the"),
    ],
)
def test_lemmas(form: str, upos: str, xpos: str, lemma: str) -> None:
    assert LEMMAS.find(form, upos, xpos) == lemma
