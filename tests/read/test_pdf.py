import builtins
import textwrap

import pytest
from pdf_builder import column, pdf
from press_samples import FACTIVA, NEXIS
from read_builders import STORY, read_all, read_one, refuse_one

from onrecord.model.article import Rejected
from onrecord.read.layout import group_lines

pytest.importorskip("pypdfium2")


def headline(text="Pilot convicted"):
    return (60, 780, 20, text)


def test_the_text_and_headline_of_a_page_are_read():
    content = pdf([headline(), *column(STORY, top=740)])
    (item,) = read_all(content)
    assert item.article.text == "\n\n".join(STORY)
    assert item.article.title == "Pilot convicted"
    assert (item.content, item.media_type) == (content, "application/pdf")


def test_words_broken_at_a_lines_end_are_made_whole():
    lines = [
        (60, 700, 10, "The inter-"),
        (60, 687, 10, "national court in Marn ruled."),
    ]
    assert read_one(pdf(lines)).text == "The international court in Marn ruled."


def test_running_heads_and_page_numbers_are_dropped():
    pages = [
        [
            (60, 810, 9, f"Marn Wire, 5 March 2031, page {n}"),
            *column([STORY[n]], top=740),
            (290, 30, 9, str(n)),
        ]
        for n in range(3)
    ]
    assert read_one(pdf(*pages)).text == "\n\n".join(STORY)


def test_a_paragraph_goes_on_over_the_page():
    first, rest = STORY[1].split("rented by", 1)
    pages = [
        [*column([STORY[0]], top=400), *column([first + "rented by"], top=300)],
        column([rest.strip(), STORY[2]], top=780),
    ]
    assert read_one(pdf(*pages)).text == "\n\n".join(STORY)


def test_two_columns_are_read_one_after_the_other():
    left = column(STORY[:2], top=740, width=38)
    right = column(STORY[2:], top=740, x=320, width=38)
    assert read_one(pdf(left + right)).text == "\n\n".join(STORY)
    mixed = sorted(left + right, key=lambda line: -line[1])
    text = read_one(pdf([headline("Pilot convicted of spying"), *mixed])).text
    assert text.index("embassy") < text.index("foreign ministry")


def test_the_day_at_the_head_counts_and_that_of_the_file_does_not():
    info = {"CreationDate": "D:20350101000000Z", "Title": "a.docx"}
    undated = read_one(pdf(column(STORY), info=info))
    assert (undated.published, undated.title) == (None, None)
    lines = [(60, 770, 10, "By Petra Lind"), (60, 750, 10, "5 March 2031")]
    dated = read_one(pdf(lines + column(STORY, top=720), info=info))
    assert (dated.published, dated.published_basis) == ("2031-03-05", "dateline")
    assert dated.authors == ("Petra Lind",)


def test_the_title_in_the_files_information_counts_where_no_type_is_larger():
    assert read_one(pdf(column(STORY), info={"Title": "Verdict"})).title == "Verdict"


def test_a_page_printed_from_a_browser_has_its_address():
    foot = (60, 20, 8, "https://courier.example/a 1/1")
    article = read_one(pdf([*column(STORY), foot]))
    assert article.url == "https://courier.example/a"
    assert article.text == "\n\n".join(STORY)


def typeset(export):
    """An export on pages, with page numbers."""
    pages, lines, y = [], [], 780
    for block in export.split("\n\n"):
        for text in block.strip().split("\n"):
            for words in textwrap.wrap(text, 60):
                if y < 80:
                    pages.append(lines)
                    lines, y = [], 780
                lines.append((60, y, 10, words))
                y -= 13
        y -= 9
    pages.append(lines)
    numbers = [(260, 815, 8, f"Page {n} of {len(pages)}") for n in range(len(pages))]
    return pdf(*([number, *page] for number, page in zip(numbers, pages, strict=True)))


@pytest.mark.parametrize("export", [NEXIS, FACTIVA])
def test_an_export_of_a_press_database_is_split(export):
    content = typeset(export)
    items = read_all(content)
    assert [item.article.title for item in items] == [
        "Pilot convicted of espionage in Marn",
        "Ministry asks for a new hearing",
    ]
    assert [item.article.published for item in items] == ["2031-03-05", "2031-03-06"]
    assert items[0].article.text.split("\n\n")[1].startswith("His lawyer, Ines Hald")
    assert items[1].article.text == (
        "The foreign ministry asked for a new hearing before the end of the year."
    )
    assert {item.content for item in items} == {content}


def test_a_pdf_of_pictures_is_told():
    assert "OCR" in refuse_one(pdf([]))


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\n" + bytes(range(256)) * 50,
        pdf(column(STORY))[:600],
        pdf(column(STORY)).replace(b"/Kids [", b"/Kids [2 0 R "),
        pdf(column(STORY)).replace(b"/Length", b"/Lenght"),
        pdf(column(STORY)).replace(b"/Count 1", b"/Count 99999999"),
    ],
)
def test_a_damaged_pdf_raises_nothing(content):
    for item in read_all(content):
        assert not isinstance(item, Rejected) or item.reason.endswith(".")


def test_a_locked_pdf_is_told():
    content = pdf(column(STORY)).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        b"/O <%s> /U <%s> >>" % (b"ab" * 32, b"cd" * 32),
    )
    assert "password" in refuse_one(content)


def test_without_the_extra_a_pdf_says_how_to_install_it(monkeypatch):
    imported = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name == "pypdfium2":
            raise ImportError(name)
        return imported(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    assert "onrecord[pdf]" in refuse_one(pdf(column(STORY)))


def test_the_blocks_of_no_pages_are_none():
    assert group_lines([]) == []
