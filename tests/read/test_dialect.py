import pytest

from onrecord.read.dialect import Dialect, find_dialect


@pytest.mark.parametrize("delimiter", ["\t", ",", ";", "|"])
def test_the_delimiter_is_the_one_that_gives_column_names(delimiter):
    head = delimiter.join(["title", "text"]) + "\r\nA, b; c\td|e\n"
    assert find_dialect(head, field_map={}) == Dialect(delimiter, ("title", "text"))


def test_quoted_names_are_names():
    found = find_dialect('"title","text"\na,b\n', field_map={})
    assert found is not None
    assert found.columns == ("title", "text")


@pytest.mark.parametrize(
    "text",
    [
        "He came, saw, and left.\nThen it rained.\n",
        "text, text\na,b\n",
        "text\na\n",
        "The date, the title\nwere unknown.\n",
        'a,"b\nc,d\n',
        "text,title",
    ],
)
def test_other_text_is_no_table(text):
    assert find_dialect(text, field_map={}) is None
