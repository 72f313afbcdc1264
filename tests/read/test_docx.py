import pytest
from docx_builder import document, paragraph
from press_samples import CODED, FACTIVA, NEXIS
from read_builders import STORY, read_all, read_one, refuse_one

from onrecord.config import Config
from onrecord.model.article import Rejected
from onrecord.read import read_bytes


def story():
    return [paragraph(line) for line in STORY]


def test_the_paragraphs_of_a_document_are_its_text():
    content = document(*story())
    (item,) = read_all(content)
    assert item.article.text == "\n\n".join(STORY)
    assert item.content == content
    assert item.media_type.endswith("wordprocessingml.document")


def test_a_paragraph_of_the_style_title_is_the_title_and_no_text():
    article = read_one(
        document(paragraph("Pilot convicted", "Title"), *story(), core={"title": "X"})
    )
    assert article.title == "Pilot convicted"
    assert article.text == "\n\n".join(STORY)


def test_the_properties_give_title_and_author_but_no_day():
    core = {
        "title": "Pilot convicted",
        "creator": "Petra Lind",
        "created": "2031-03-05T10:00:00Z",
    }
    article = read_one(document(*story(), core=core))
    assert (article.title, article.authors) == ("Pilot convicted", ("Petra Lind",))
    assert article.published is None


@pytest.mark.parametrize("title", ["Document1", "Microsoft Word - a.docx", "a.doc"])
def test_what_programs_write_as_a_title_is_none(title):
    assert read_one(document(*story(), core={"title": title})).title is None


def test_programs_are_no_authors():
    assert read_one(document(*story(), core={"creator": "python-docx"})).authors == ()


def test_a_byline_and_a_day_at_the_head_are_read():
    head = [paragraph("By Jonas Merrit"), paragraph("5 March 2031")]
    article = read_one(document(*head, *story(), core={"creator": "desk"}))
    assert article.authors == ("Jonas Merrit",)
    assert (article.published, article.published_basis) == ("2031-03-05", "dateline")


def test_what_is_not_shown_is_not_read():
    hidden = (
        "<w:p><w:r><w:t>Seen </w:t></w:r><w:del><w:r><w:delText>cut</w:delText></w:r>"
        "</w:del><w:r><w:instrText>PAGE</w:instrText><w:br/><w:t>below</w:t></w:r></w:p>"
    )
    box = (
        "<w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t>"
        "</w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>Box</w:t>"
        "</w:r></w:p></mc:Fallback></mc:AlternateContent><w:r><w:t>Around</w:t></w:r>"
        "</w:p>"
    )
    article = read_one(document(hidden, box, paragraph(STORY[0])))
    assert article.text == f"Seen\nbelow\n\nBox\n\nAround\n\n{STORY[0]}"


def test_tables_are_read_in_order():
    cell = "<w:tc>{}</w:tc>"
    cells = "".join(cell.format(paragraph(word)) for word in ("One.", "Two."))
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    assert (
        read_one(document(table, paragraph("Three."))).text == "One.\n\nTwo.\n\nThree."
    )


@pytest.mark.parametrize("export", [NEXIS, FACTIVA])
def test_an_export_of_a_press_database_is_split(export):
    lines = [line for line in export.split("\n") if line.strip()]
    content = document(*map(paragraph, lines))
    items = read_all(content)
    titles = [item.article.title for item in items]
    assert titles == [
        "Pilot convicted of espionage in Marn",
        "Ministry asks for a new hearing",
    ]
    assert [item.article.published for item in items] == ["2031-03-05", "2031-03-06"]
    assert {item.content for item in items} == {content}
    assert [item.article.text.count("\n\n") for item in items] == [1, 0]


def test_field_codes_in_the_cells_of_a_table_are_read():
    rows = []
    for line in CODED.split("\n"):
        code, _, value = line.partition("  ")
        rows += [code, value] if value else [line]
    article = read_one(document(*(paragraph(row) for row in rows if row)))
    assert article.title == "Pilot convicted of espionage in Marn"
    assert article.publisher == "Corvane Courier"
    assert article.text.endswith("The ministry said nothing.")


BOMB = (
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
FILE = '<!DOCTYPE w [<!ENTITY c SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [BOMB, FILE, '<!DOCTYPE w SYSTEM "http://x/y">'])
def test_a_document_type_is_refused(doctype):
    text = "<w:p><w:r><w:t>The court &c; ruled.</w:t></w:r></w:p>"
    reason = refuse_one(document(text if "c" in doctype else "", doctype=doctype))
    assert "document type" in reason
    assert reason.endswith(".")


def test_a_document_of_nothing_but_pictures_is_told():
    assert "no article text" in refuse_one(document(paragraph(" ")))


@pytest.mark.parametrize("part", ["", "<w:document", "<a><b></a>", "\0", "<p>" * 5000])
def test_broken_xml_is_told(part):
    content = document(more={"word/document.xml": part})
    assert refuse_one(content).endswith(".")


def test_a_text_that_unpacks_to_too_much_is_told():
    content = document(*([paragraph("a " * 500)] * 300))
    config = Config(max_page_bytes=20_000)
    (item,) = read_bytes(content, source="in", config=config)
    assert isinstance(item, Rejected)
    assert "unpacks to more" in item.reason
