from lxml.html import fromstring

from onrecord.read.chunks import find_chunks, join_chunks

LONG = [
    f"Sentence {n} says at some length what happened in the harbour that day, " * 2
    for n in range(6)
]


def rows(*pieces, head=""):
    made = (
        f"<div class='row'>{head}<div class='body'>"
        + "".join(f"<p>{LONG[n]}</p>" for n in piece)
        + "</div></div>"
        for piece in pieces
    )
    return fromstring(f"<html><body><div>{''.join(made)}</div></body></html>")


def test_twins_are_joined_where_the_story_was_found():
    tree = rows((0, 1), (2, 3), (4, 5))
    assert join_chunks(find_chunks(tree), [LONG[0], LONG[1]])
    first, *others = tree.xpath("//div[@class='body']")
    assert [p.text for p in first] == LONG
    assert not any(len(other) for other in others)


def test_nothing_moves_where_the_story_is_elsewhere_or_whole():
    tree = rows((0, 1), (2, 3))
    assert not join_chunks(find_chunks(tree), ["Another text altogether."])
    assert not join_chunks(find_chunks(tree), LONG[:4])


def test_a_wrapper_with_a_head_of_its_own_is_another_article():
    assert find_chunks(rows((0, 1), (2, 3), head="<h1>Title</h1>")) == []


def test_a_lone_paragraph_makes_no_piece():
    assert find_chunks(rows((0, 1), (2,))) == []
