"""Word pieces and word shapes."""

import pytest

from onrecord.annotate.encoder.pieces import SHAPES, Pieces, shape

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##rest", "rest", "##s", "u"]
VOCABULARY += [".", "'", "s", "cafe"]


@pytest.fixture
def pieces() -> Pieces:
    return Pieces(VOCABULARY)


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("unrest", ["un", "##rest"]),
        ("Unrests", ["un", "##rest", "##s"]),
        ("rests", ["rest", "##s"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("’s", ["'", "s"]),
        ("Café", ["cafe"]),
        ("zzz", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("u" * 101, ["[UNK]"]),
    ],
)
def test_the_longest_piece_comes_first(
    pieces: Pieces, word: str, cut: list[str]
) -> None:
    assert [VOCABULARY[i] for i in pieces.cut(word)] == cut


def test_whole_words_are_known(pieces: Pieces) -> None:
    assert "rest" in pieces
    assert "rests" not in pieces


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("rest", "lower"),
        ("Rest", "title"),
        ("U", "title"),
        ("UN", "upper"),
        ("iPad", "mixed"),
        ("McRest", "mixed"),
        ("2021", "digit"),
        ("B12", "digit"),
        ("—", "other"),
    ],
)
def test_shapes(word: str, name: str) -> None:
    assert SHAPES[shape(word)] == name
