import contextlib
import io
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import times
from onrecord.errors import InputError

TEXT = "He fled on Friday, two days after the raid. By May he may be free."


def test_what_is_found_has_its_words_value_and_basis() -> None:
    friday, days, may = times.find(TEXT, "2031-03-14")
    assert (friday.text, friday.edtf, friday.basis) == (
        "Friday",
        "2031-03-14",
        "published",
    )
    assert days.basis == "event"
    assert TEXT[days.basis_start : days.basis_end] == "the raid"
    assert (may.value, may.edtf) == ("2031-05", "../2031-05")


@pytest.mark.parametrize(
    "day", ["2031-03-14", date(2031, 3, 14), datetime(2031, 3, 14, 9, tzinfo=UTC)]
)
def test_a_document_date_may_be_a_day_or_its_words(day: date | str) -> None:
    assert times.find(TEXT, day) == times.find(TEXT, "2031-03-14")


def test_without_a_document_date_nothing_is_resolved() -> None:
    assert [found.edtf for found in times.find(TEXT)] == [None, None, None]


@pytest.mark.parametrize("day", ["2031-03", "soon", "2031-02-30", "", "../2031-03-01"])
def test_a_document_date_that_is_no_day_is_refused(day: str) -> None:
    with pytest.raises(InputError, match="document_date"):
        times.find(TEXT, day)


def test_timeml_is_xml_with_the_text_unchanged() -> None:
    text = "A & B <met> in early March, \u201cat least\u201d two days."
    written = times.to_timeml(text, times.find(text, "2031-03-14"))
    root = ElementTree.fromstring(f"<TEXT>{written}</TEXT>")
    assert "".join(root.itertext()) == text
    march, days = root.findall("TIMEX3")
    assert march.attrib == {
        "tid": "t1",
        "type": "DATE",
        "value": "2031-03",
        "mod": "START",
    }
    assert days.get("value") == "P2D"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_any_text_can_be_marked_up(text: str) -> None:
    written = times.to_timeml(text, times.find(text))
    root = ElementTree.fromstring(f"<TEXT>{written}</TEXT>")
    assert "".join(root.itertext()) == text.replace("\r\n", "\n").replace("\r", "\n")


def test_the_how_to_page_prints_what_it_says() -> None:
    page = Path(__file__).parent.parent / "docs" / "how-to" / "dates.md"
    blocks = re.findall(r"```(python|text)\n(.*?)```", page.read_text("utf-8"), re.S)
    assert [kind for kind, _ in blocks] == ["python", "text"] * (len(blocks) // 2)
    for (_, code), (_, printed) in zip(blocks[::2], blocks[1::2], strict=True):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(code, {})
        assert out.getvalue() == printed


def test_no_model_and_no_reader_is_loaded() -> None:
    code = (
        "import sys, onrecord.times as t; t.find('on Friday', '2031-03-14');"
        "heavy = {'spacy', 'trafilatura', 'lxml', 'numpy', 'sqlite3', 'click'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
