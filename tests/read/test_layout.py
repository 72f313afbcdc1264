import textwrap

import pytest
from read_builders import STORY

from onrecord.read.layout import (
    Line,
    Page,
    drop_running,
    find_headline,
    group_lines,
    join_lines,
    order_lines,
)

HEIGHT = 800.0


def line(text, bottom, *, left=60.0, size=10.0, page=0, is_broken=False):
    """One line, five points a character."""
    return Line(page, left, left + 5 * len(text), bottom, size, text, is_broken)


def set_text(paragraphs, *, left=60.0, top=700.0, page=0, indent=0.0, gap=8.0):
    lines, y = [], top
    for paragraph in paragraphs:
        for number, words in enumerate(textwrap.wrap(paragraph, 40)):
            inset = indent if number == 0 else 0
            lines.append(line(words, y, left=left + inset, page=page))
            y -= 12
        y -= gap
    return lines


def texts(pages):
    return ["|".join(block) for block in group_lines(pages)]


def test_lines_are_joined_to_paragraphs_where_gaps_part_them():
    assert texts([Page(HEIGHT, set_text(STORY))]) == list(STORY)


def test_indents_part_paragraphs():
    lines = set_text(STORY, indent=12, gap=0)
    assert texts([Page(HEIGHT, lines)]) == list(STORY)


def test_a_short_last_line_ends_a_paragraph():
    lines = set_text(STORY[:2], gap=0)
    assert texts([Page(HEIGHT, lines)]) == list(STORY[:2])


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page():
    words = textwrap.wrap(STORY[0], 40)
    left = [line(text, 700 - 12 * n) for n, text in enumerate(words[:2])]
    right = [line(words[2], 700, left=320)]
    after = [line(words[2], 700, page=1)]
    joined = [" ".join(words[:3])]
    assert texts([Page(HEIGHT, left + right)]) == joined
    assert texts([Page(HEIGHT, left), Page(HEIGHT, after)]) == joined


def test_short_lines_that_stand_together_are_a_block_of_lines():
    form = [line("512 words", 700), line("5 March 2031", 688), line("Courier", 676)]
    more = set_text(STORY, top=640)
    assert group_lines([Page(HEIGHT, form + more)])[0] == (
        "512 words",
        "5 March 2031",
        "Courier",
    )


def test_broken_words_are_made_whole():
    lines = [line("The inter", 700, is_broken=True), line("national court", 688)]
    assert join_lines(lines, words=frozenset()) == "The international court"


@pytest.mark.parametrize(
    ("before", "after", "words", "joined"),
    [
        ("self", "rule.", "", "self-rule."),
        ("Anglo", "French", "", "Anglo-French"),
        ("power", "sharing", "power-sharing", "power-sharing"),
        ("co", "operate", "cooperate", "cooperate"),
        ("con", "vict,", "", "convict,"),
    ],
)
def test_a_hyphen_stays_where_it_belongs_to_the_word(before, after, words, joined):
    lines = [line(before, 700, is_broken=True), line(after, 688)]
    assert join_lines(lines, words=frozenset(words.split())) == joined


def with_edges(number, head, foot):
    return Page(
        HEIGHT,
        [
            line(head, 770, page=number),
            *set_text(STORY, page=number),
            line(foot, 30, page=number),
        ],
    )


def test_heads_feet_and_page_numbers_are_dropped():
    pages = [
        with_edges(n, f"Marn Wire {n + 1}", f"Page {n + 1} of 3") for n in range(3)
    ]
    dropped = drop_running(pages)
    assert len(dropped) == 6
    assert texts(pages) == list(STORY) * 3


def test_left_and_right_pages_may_have_heads_of_their_own():
    heads = ["Marn Wire", "The verdict"] * 2
    pages = [with_edges(n, head, str(n)) for n, head in enumerate(heads)]
    drop_running(pages)
    assert texts(pages) == list(STORY) * 4


def test_lines_of_the_story_at_a_pages_edge_stay():
    pages = [
        with_edges(0, "He said no.", "She left."),
        with_edges(1, "It rained.", "So."),
    ]
    assert drop_running(pages) == []


def test_a_line_that_repeats_elsewhere_stays():
    pages = [
        Page(
            HEIGHT,
            [line("He said no.", 700 - 40 * n, page=n), *set_text(STORY, page=n)],
        )
        for n in range(3)
    ]
    assert drop_running(pages) == []


def test_the_address_that_a_browser_prints_is_dropped_and_told():
    pages = [with_edges(0, "The court", "https://courier.example/a 1/1")]
    assert drop_running(pages) == ["https://courier.example/a 1/1"]


def test_the_headline_is_the_largest_type_at_the_top():
    big = [line("Pilot", 760, size=20), line("convicted", 738, size=20)]
    page = Page(HEIGHT, big + set_text(STORY))
    assert find_headline([page]) == "Pilot convicted"
    assert texts([page]) == list(STORY)


def test_type_of_one_size_has_no_headline():
    assert find_headline([Page(HEIGHT, set_text(STORY))]) is None
    assert find_headline([Page(HEIGHT, [])]) is None
    assert find_headline([]) is None


def test_columns_written_row_by_row_are_put_in_order():
    left = set_text(STORY[:1], left=60)
    right = set_text(STORY[1:2], left=320)
    mixed = [one for pair in zip(left, right, strict=False) for one in reversed(pair)]
    mixed = [*mixed[::-1], line("A headline over both of the two columns of it", 740)]
    ordered = order_lines(mixed)
    assert ordered[0].text.startswith("A headline")
    assert [one.left for one in ordered[1:]] == sorted(one.left for one in ordered[1:])


def test_columns_written_in_order_stay():
    lines = set_text(STORY[:1], left=60) + set_text(STORY[1:2], left=320)
    assert order_lines(lines) == lines
