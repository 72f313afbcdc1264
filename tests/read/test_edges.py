import pytest

from onrecord.read.edges import find_byline, is_matter, read_byline, trim_edges

STORY = ["The court ruled on Tuesday.", "The minister said no.", "Nobody replied."]


def trim(paragraphs, *titles):
    return trim_edges(paragraphs, titles=titles)


def test_story_alone_is_left_as_it_is():
    assert trim(STORY).paragraphs == tuple(STORY)


def test_title_byline_and_day_line_become_fields():
    head = ["Court rules", "By Jonas Merrit and Milla Strand", "24 September 2031"]
    edges = trim(head + STORY, "Court Rules!")
    assert edges.paragraphs == tuple(STORY)
    assert edges.authors == ("Jonas Merrit", "Milla Strand")
    assert edges.published.edtf == "2031-09-24"


def test_a_byline_behind_a_subtitle_is_taken_off_and_the_subtitle_stays():
    edges = trim(["A long row about a bridge", "By Jonas Merrit", *STORY])
    assert edges.paragraphs == ("A long row about a bridge", *STORY)
    assert edges.authors == ("Jonas Merrit",)


def test_the_day_of_a_change_is_no_publication_day():
    edges = trim(["Updated: 25 September 2031", *STORY])
    assert edges.published is None
    assert edges.paragraphs == tuple(STORY)


def test_a_day_in_running_text_is_no_publication_day():
    assert trim(["He was held on 24 September 2031.", *STORY]).published is None


@pytest.mark.parametrize(
    "line",
    [
        "Photograph: Courier archive",
        "Getty Images",
        "3 min read",
        "Advertisement",
        "Read more: Harbour reopens",
        "Subscribe to our newsletter for more",
        "Share this article",
        "\u00a9 2031 Harbour Post",
        "Copyright 2031 Harbour Post. All rights reserved.",
        "Reporting by Jo Lane; editing by Sam Hill",
        "Milla Strand contributed to this report.",
        "Follow us on Twitter",
        "Updated at 1:23 p.m.",
        "Posted 3 hours ago",
        "Bridge, installation view, photos \u00a9 Harbour Post, 2031",
        "copyright Harbour Post 2031",
        "Have a tip? Write to the city desk.",
        "___",
    ],
)
def test_furniture_at_the_tail_is_taken_off(line):
    assert trim([*STORY, line]).paragraphs == tuple(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "Correction: the bail was 4 million crowns.",
        "Register offices stayed shut, the mayor said.",
        "Getty said it would appeal.",
        "Copyright law was changed last year.",
        "The prisoners share a cell.",
        "Advertisement revenue fell, the paper said.",
        "Sign of the times, she said.",
    ],
)
def test_sentences_that_begin_like_furniture_stay(line):
    assert not is_matter(line)
    assert trim([*STORY, line]).paragraphs == (*STORY, line)


def test_the_middle_of_a_story_is_not_touched():
    story = [*STORY, *STORY, "Share", *STORY, *["More was said."] * 20]
    assert "Share" in trim(story).paragraphs


def test_the_place_of_a_dateline_is_recorded_and_stays_in_the_text():
    edges = trim(["QUELLMAR, March 7 (Corvane) - Police said so.", *STORY])
    assert edges.dateline.place == "QUELLMAR"
    assert edges.paragraphs[0].startswith("QUELLMAR, March 7")


def test_furniture_alone_leaves_nothing():
    assert trim(["Share", "Advertisement"]).paragraphs == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jonas Merrit", ("Jonas Merrit",)),
        ("BY JONAS MERRIT", ("JONAS MERRIT",)),
        ("By Petra Lind, Courts Reporter", ("Petra Lind",)),
        ("By John F. Hale and A. Roe", ("John F. Hale", "A. Roe")),
        ("By the Standards Editor", ("the Standards Editor",)),
        ("By Oona Brandt in Sarnholt", ("Oona Brandt",)),
        ("By Friday the talks had ended", ()),
        ("By Monday, nobody spoke. It was over.", ()),
        ("By law he must be freed.", ()),
    ],
)
def test_a_line_is_a_byline_only_when_it_says_nothing_else(line, names):
    assert read_byline(line) == names


def test_a_byline_is_looked_for_in_the_first_line_only():
    assert find_byline("By Jo Lane\n\nThe court") == ("Jo Lane",)
    assert find_byline("The court\nBy Jo Lane") == ()


def test_a_note_on_the_author_is_taken_off_and_one_on_others_stays():
    note = "Jo Lane is a reporter in Quellmar."
    assert trim_edges([*STORY, note], titles=(), authors=("Jo Lane",)).paragraphs == (
        *STORY,
    )
    assert trim([*STORY, note]).paragraphs == (*STORY, note)


def test_links_go_where_several_follow_or_the_last_line_is_one():
    links = frozenset({"harbour reopens after storm", "who was the pilot"})
    lines = ["Harbour reopens after storm", "Who was the pilot?"]
    cut = trim_edges([*STORY, *lines, "It said no more."], titles=(), links=links)
    assert cut.paragraphs == (*STORY, "It said no more.")
    alone = trim_edges([*STORY, lines[0], "It ended."], titles=(), links=links)
    assert alone.paragraphs == (*STORY, lines[0], "It ended.")
    last = trim_edges([*STORY, lines[0]], titles=(), links=links)
    assert last.paragraphs == tuple(STORY)


def test_a_label_with_headings_behind_it_is_cut_off():
    lines = ["Related stories", "Harbour reopens", "Oranges dearer"]
    assert trim([*STORY, *lines]).paragraphs == tuple(STORY)
    assert trim([*STORY, *lines, "He went home."]).paragraphs[-1] == "He went home."
