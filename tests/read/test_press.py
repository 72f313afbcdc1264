import pytest
from press_samples import (
    CLASSIC,
    CODED,
    FACTIVA,
    FACTIVA_2,
    NEXIS,
    NEXIS_2,
)
from read_builders import read_all, read_one

from onrecord.model.article import Received, Rejected
from onrecord.read.press import is_export, split_blocks

TITLE = "Pilot convicted of espionage in Marn"
SECOND = "The foreign ministry asked for a new hearing before the end of the year."


def read(text):
    items = read_all(text.encode())
    assert all(isinstance(item, Received) for item in items), items
    return [item.article for item in items]


def test_a_nexis_export_is_split_into_its_articles():
    first, second = read(NEXIS)
    assert first.title == TITLE
    assert first.publisher == "Corvane Courier (Corvane)"
    assert first.authors == ("Petra Lind", "Jonas Merrit")
    assert (first.published, first.published_basis) == ("2031-03-05", "export")
    assert first.text.split("\n\n") == [
        "MARN, March 5 - A court in Marn convicted the retired pilot Edo Varr on "
        "Wednesday.",
        "His lawyer, Ines Hald, said on Wednesday that he would appeal within the "
        "month.",
    ]
    assert (second.title, second.publisher) == (
        "Ministry asks for a new hearing",
        "Marn Wire",
    )
    assert (second.published, second.text) == ("2031-03-06", SECOND)


def test_a_classic_nexis_export_has_its_headline_below_the_day():
    first, second = read(CLASSIC)
    assert first.title == (
        f"{TITLE} after a trial that lasted only two days and was closed"
    )
    assert first.publisher == "Corvane Courier (Corvane)"
    assert first.authors == ("PETRA LIND",)
    assert first.published == "2031-03-05"
    assert first.text == (
        "A court in Marn convicted the retired pilot Edo Varr of espionage on "
        "Wednesday and sentenced him to six years in prison.\n\n"
        "His lawyer, Ines Hald, said that he would appeal."
    )
    assert first.dateline == "MARN"
    assert (second.title, second.text) == ("Ministry asks for a new hearing", SECOND)


def test_a_factiva_export_is_split_into_its_articles():
    first, second = read(FACTIVA)
    assert (first.title, first.publisher) == (TITLE, "Corvane Courier")
    assert first.authors == ("Petra Lind",)
    assert (first.published, first.published_basis) == ("2031-03-05", "export")
    assert first.ref == "CORVCR0020310305eh3500001"
    assert first.text.startswith("A court in Marn convicted")
    assert first.text.endswith("he would appeal.")
    assert (second.title, second.text) == ("Ministry asks for a new hearing", SECOND)
    assert second.authors == ()


def test_factivas_field_codes_are_read():
    article = read_one(CODED.encode())
    assert (article.title, article.publisher) == (TITLE, "Corvane Courier")
    assert (article.published, article.authors) == ("2031-03-05", ("Petra Lind",))
    assert article.ref == "CORVCR0020310305eh3500001"
    assert article.text.split("\n\n")[1:] == [
        "His lawyer, Ines Hald, said that he would appeal.",
        "The ministry said nothing.",
    ]


def test_codes_may_stand_on_lines_of_their_own():
    lines = CODED.replace("  ", "\n")
    article = read_one(lines.encode())
    assert (article.title, article.published) == (TITLE, "2031-03-05")
    assert article.ref == "CORVCR0020310305eh3500001"


def test_the_bytes_of_an_article_are_its_piece():
    first, second = read_all(NEXIS.encode())
    assert (first.source, second.source) == ("in#1", "in#2")
    assert b"Ministry asks" not in second.content.split(b"Marn Wire", 1)[1]
    assert second.content.startswith(b"Ministry asks for a new hearing")
    assert second.media_type == "text/plain"


def test_an_article_without_its_text_is_rejected_alone():
    items = read_all(NEXIS_2.replace(SECOND, "").encode() + NEXIS.encode())
    assert [type(item) for item in items] == [Rejected, Received, Received]
    assert "only its head" in items[0].reason


def test_the_last_article_of_an_export_that_is_cut_off_is_read():
    articles = read(NEXIS[: NEXIS.rindex("Load-Date")])
    assert [article.title for article in articles][1] == (
        "Ministry asks for a new hearing"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled.\n\nEnd of Document\n",
        "Length: 5 words\n\nThe court ruled.\n",
        "Document the events of that day.\n",
        "He read 3 of 100 documents.\n",
    ],
)
def test_other_text_is_kept_character_for_character(text):
    assert read_one(text.encode()).text == text


def test_windows_line_ends_change_nothing():
    dos = FACTIVA_2.replace("\n", "\r\n")
    assert read_one(dos.encode()).text == SECOND


def test_blank_lines_part_blocks():
    assert split_blocks("a\n b\n\n \nc") == [("a", " b"), ("c",)]


@pytest.mark.parametrize(
    "line",
    ["End of Document", "  3 of 12 DOCUMENTS", "Document CORVCR0020310305eh35001"],
)
def test_the_marks_of_an_export_are_known(line):
    assert is_export(f"A\n{line}\nB")


@pytest.mark.parametrize(
    "piece",
    [
        "End of Document\n",
        "1 of 2 DOCUMENTS\n",
        "Length: 5 words\n",
        "HD x\n",
        "Copyright\n",
        "Copyright 2031\n\n",
        "5 words\n5 March 2031\n",
        "a\n\n",
    ],
)
def test_hostile_exports_cost_no_more_than_their_length(piece):
    for item in read_all(b"Body\nEnd of Document\n" + piece.encode() * 20_000):
        assert isinstance(item, Received) or item.reason.endswith(".")
