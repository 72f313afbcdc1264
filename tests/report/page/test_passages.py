import report_builders as build

from onrecord.report.lines import Cite
from onrecord.report.page.passages import (
    LONGEST,
    find_passages,
    paragraph_around,
    place_of,
)

TEXT = "First words.\nStill first.\n\nSecond words here.\n\nThird."


def test_a_paragraph_ends_at_a_blank_line() -> None:
    start = TEXT.index("Second")
    left, right = paragraph_around(TEXT, start, start + 6)
    assert TEXT[left:right] == "Second words here."
    assert TEXT[slice(*paragraph_around(TEXT, 0, 5))] == "First words.\nStill first."


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    text = "One line.\nAnother line."
    assert text[slice(*paragraph_around(text, 10, 17))] == "Another line."


def test_words_of_one_paragraph_stand_in_one_passage() -> None:
    start = TEXT.index("Second")
    places = {
        ("a", "text", start, start + 6): 1,
        ("a", "text", start + 3, start + 12): 2,
        ("a", "text", 0, 5): 3,
    }
    found = find_passages(places, {"a": build.article("a", text=TEXT)})["a"]
    assert [passage.places for passage in found] == [(3,), (1, 2)]
    second = found[1]
    assert "".join(piece.text for piece in second.pieces) == "Second words here."
    assert [(p.text, p.places) for p in second.pieces if p.places] == [
        ("Sec", (1,)),
        ("ond", (1, 2)),
        (" words", (2,)),
    ]


def test_a_title_comes_before_the_text() -> None:
    places = {("a", "text", 0, 5): 1, ("a", "title", 0, 5): 2}
    found = find_passages(places, {"a": build.article("a", text=TEXT)})["a"]
    assert [passage.field for passage in found] == ["title", "text"]
    assert found[0].pieces[0].text == "Story"


def test_of_a_long_paragraph_what_is_near_is_shown() -> None:
    text = "word " * 2000 + "here it is " + "word " * 2000
    start = text.index("here")
    places = {("a", "text", start, start + 10): 1}
    (passage,) = find_passages(places, {"a": build.article("a", text=text)})["a"]
    shown = "".join(piece.text for piece in passage.pieces)
    assert passage.is_cut == (True, True)
    assert len(shown) < LONGEST
    assert shown in text
    assert shown.startswith("word ")
    assert [p.text for p in passage.pieces if p.places] == ["here it is"]


def test_a_long_word_is_cut_all_the_same() -> None:
    text = "x" * 5000
    (passage,) = find_passages(
        {("a", "text", 2000, 2005): 1}, {"a": build.article("a", text=text)}
    )["a"]
    assert sum(len(piece.text) for piece in passage.pieces) == 805


def test_an_article_that_is_not_there_has_no_passage() -> None:
    assert find_passages({("b", "text", 0, 5): 1}, {"a": build.article("a")}) == {}


def test_a_place_is_where_a_citation_points() -> None:
    cite = Cite(source=3, article="a", field="text", start=1, end=2, exact="x")
    assert place_of(cite) == ("a", "text", 1, 2)
