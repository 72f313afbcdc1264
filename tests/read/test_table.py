import tracemalloc

import pytest
from read_builders import CONFIG, read_all, read_one

from onrecord.config import Config
from onrecord.model.article import Received, Rejected
from onrecord.read import read_bytes, read_paths


def test_a_row_is_an_article():
    content = (
        b"id,title,outlet,date,text\r\n"
        b'7,Verdict,Marn Wire,2031-03-05,"The court, on Wednesday,\r\n""ruled"". "\r\n'
        b"8,Second,Marn Wire,,The ministry spoke.\r\n"
    )
    first, second = read_all(content, field_map={"ref": "id"})
    assert first.article.text == 'The court, on Wednesday,\r\n"ruled". '
    assert (first.article.ref, first.article.title) == ("7", "Verdict")
    assert (first.article.published, first.article.published_basis) == (
        "2031-03-05",
        "caller",
    )
    assert second.article.published is None
    assert [first.source, second.source] == ["in#1", "in#2"]
    assert first.media_type == "text/csv"


def test_the_bytes_of_a_row_are_a_table_again():
    content = b"title;text\nA;One.\nB;Two.\n"
    _, second = read_all(content)
    assert second.content == b"title;text\nB;Two.\n"
    assert read_one(second.content) == second.article


def test_tabs_part_cells_and_a_stray_mark_is_kept():
    content = b'title\ttext\nA\tA 5" pipe.\nB\tHe said "no".\n'
    assert [item.article.text for item in read_all(content)] == [
        'A 5" pipe.',
        'He said "no".',
    ]


def test_the_callers_names_of_columns_are_used():
    content = b"kopf,inhalt\nA,One.\n"
    article = read_one(content, field_map={"text": "inhalt", "title": "kopf"})
    assert (article.title, article.text) == ("A", "One.")


def test_a_table_without_the_text_says_which_columns_it_has():
    (item,) = read_all(b"headline,date,body\nA,2031-03-05,One.\n")
    assert "'headline'" in item.reason
    assert "field map" in item.reason


def test_a_row_with_another_number_of_cells_is_rejected_alone():
    items = read_all(b"title,text\nA,One, two.\nB,Three.\n")
    assert [type(item) for item in items] == [Rejected, Received]
    assert "3 cells" in items[0].reason


def test_a_mark_that_is_never_closed_costs_its_row_only():
    items = read_all(b'title,text\n"A,One.\nB,Two.\nC,Three.\n')
    assert [type(item) for item in items] == [Rejected, Received, Received]


def test_bytes_that_are_no_text_cost_their_row_only():
    items = read_all(b"title,text\nA,\xff\xfe\x81\x8d\nB,Two.\n")
    assert [type(item) for item in items] == [Rejected, Received]


def test_utf16_and_a_byte_order_mark_are_understood():
    table = "title\ttext\r\nÅ\tOne.\r\n"
    for content in (
        b"\xff\xfe" + table.encode("utf-16-le"),
        b"\xef\xbb\xbf" + table.encode(),
    ):
        article = read_one(content)
        assert (article.title, article.text) == ("Å", "One.")


@pytest.mark.parametrize("end", [b"", b"\n\n\n"])
def test_blank_lines_are_no_rows(end):
    assert len(read_all(b"title,text\nA,One.\n\nB,Two." + end)) == 2


def test_a_row_over_the_limit_is_rejected_alone():
    content = b"title,text\nA," + b"a " * 3000 + b"\nB,Two.\n"
    config = Config(max_page_bytes=3000)
    items = list(read_bytes(content, source="in", config=config))
    assert isinstance(items[-1], Received)
    assert "max_page_bytes" in items[0].reason


def test_a_large_table_is_read_in_flat_memory(tmp_path):
    path = tmp_path / "a.csv"
    row = b"x" * 20_000 + b",The court ruled.\n"
    path.write_bytes(b"note,text\n" + row * 2000)
    tracemalloc.start()
    count = sum(isinstance(item, Received) for item in read_paths(path, config=CONFIG))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 2000
    assert peak < 10_000_000
