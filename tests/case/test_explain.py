from onrecord.case.explain import find_passages, sentence_around
from onrecord.model.article import Article
from onrecord.text.quote import cut_evidence

TEXT = (
    "It rained.\n\nMr. Halvik, 52, was held on Wednesday. "
    "“He did nothing,” said J. Daube. Nobody else spoke."
)


def around(words: str) -> str:
    start = TEXT.index(words)
    left, right = sentence_around(TEXT, start, start + len(words))
    return TEXT[left:right]


def test_a_sentence_ends_at_its_stop_and_not_at_an_abbreviation() -> None:
    assert around("was held") == "Mr. Halvik, 52, was held on Wednesday."
    assert around("did nothing") == "“He did nothing,” said J. Daube."
    assert around("rained") == "It rained."
    assert around("Nobody") == "Nobody else spoke."


def test_evidence_over_two_sentences_shows_both() -> None:
    assert around("Wednesday. “He") == (
        "Mr. Halvik, 52, was held on Wednesday. “He did nothing,” said J. Daube."
    )


def article(title: str | None = None) -> Article:
    return Article(id="ar-1", text=TEXT, sha256="0", title=title)


def test_pieces_joined_are_the_articles_own_characters() -> None:
    spans = [(TEXT.index("Halvik"), TEXT.index(", 52")), (0, 2)]
    evidence = [cut_evidence(TEXT, *span, article="ar-1") for span in spans]
    for passage in find_passages(article(), evidence):
        plain = passage.plain()
        assert TEXT[passage.start : passage.start + len(plain)] == plain


def test_evidence_is_marked_and_overlaps_are_marked_once() -> None:
    start = TEXT.index("was held on")
    evidence = [
        cut_evidence(TEXT, start, start + 8, article="ar-1"),
        cut_evidence(TEXT, start + 4, start + 11, article="ar-1"),
    ]
    (passage,) = find_passages(article(), evidence)
    marked = "".join(piece.text for piece in passage.pieces if piece.marked)
    assert marked == "was held on"


def test_evidence_in_a_title_is_shown_from_the_title() -> None:
    title = "Engineer held"
    evidence = [cut_evidence(title, 9, 13, article="ar-1", field="title")]
    (passage,) = find_passages(article(title), evidence)
    assert (passage.field, passage.plain()) == ("title", title)
