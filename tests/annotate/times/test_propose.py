import pytest

from onrecord.annotate.times import find_times
from onrecord.model.article import Article
from onrecord.model.time import Time


def read(text: str, published: str | None = None) -> tuple[Time, ...]:
    return find_times(Article(id="ar-1", text=text, sha256="", published=published))


def test_a_proposal_is_never_a_value() -> None:
    first, second = read("He was charged on March 9, 2031 and freed on Thursday.")
    assert (second.proposed, second.edtf, second.basis) == ("2031-03-13", None, None)
    assert second.reason
    assert first.proposed is None


def test_with_a_document_date_nothing_is_proposed_but_from_events() -> None:
    found = read("He was charged on March 9, 2031 and freed on Thursday.", "2031-03-14")
    assert [time.proposed for time in found] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "ZELDAN, March 14, 2031 (Agency) - He left yesterday.",
        "March 14, 2031 \u2014 He left yesterday.",
        "March 14, 2031\n\nHe left yesterday.",
    ],
)
def test_a_text_that_opens_with_its_day(text: str) -> None:
    found = read(text)
    assert [time.proposed for time in found] == [None, "2031-03-13"]


@pytest.mark.parametrize(
    "text",
    [
        "He was charged on March 14, 2031. He left yesterday.",
        "March 14, 2031 was a Friday. He left yesterday.",
        "In March 2031 (a Friday) he left yesterday.",
    ],
)
def test_a_day_in_the_story_is_no_dateline(text: str) -> None:
    assert read(text)[-1].proposed is None


def test_more_years_than_a_reader_would_weigh_suggest_nothing() -> None:
    years = ", ".join(str(year) for year in range(2000, 2020))
    *_, last = read(f"It failed in {years}. On Sunday, March 9, he died.")
    assert last.proposed is None


def test_an_event_is_dated_by_one_day_alone() -> None:
    text = "The raid was on {}. Two days after the raid he fled."
    assert read(text.format("March 3"), "2031-03-14")[-1].proposed == "2031-03-05"
    assert read(text.format("a Monday"), "2031-03-14")[-1].proposed is None
