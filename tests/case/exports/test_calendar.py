from datetime import date

import pytest
import timeline_builders as build
from hypothesis import given
from hypothesis import strategies as st

from onrecord.case.exports.calendar import MAX_OCTETS, escape, fold, to_ics
from onrecord.report.lines import Certainty, Row, Variant


def unescape(value: str) -> str:
    """Read a TEXT value as RFC 5545, 3.3.11 writes it."""
    out, chars = [], iter(value)
    for char in chars:
        if char != "\\":
            out.append(char)
            continue
        following = next(chars)
        out.append("\n" if following in "nN" else following)
    return "".join(out)


def parse(calendar: str) -> list[dict[str, str]]:
    """Read a calendar back: its events, each property by name."""
    assert calendar.endswith("\r\n")
    assert "\n" not in calendar.replace("\r\n", "")
    lines = calendar.replace("\r\n ", "").split("\r\n")[:-1]
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert {"VERSION:2.0", "PRODID:-//onrecord//timeline//EN"} <= set(lines)
    events: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and name not in ("END", "BEGIN"):
            assert name not in events[-1]
            events[-1][name] = value
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(events)
    return events


def write(*rows: Row) -> list[dict[str, str]]:
    return parse("".join(to_ics(build.timeline(*rows))))


def read_day(digits: str) -> date:
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


@pytest.mark.parametrize(
    ("when", "certainty", "first", "after_last"),
    [
        ("2031-03-09", Certainty.DAY, "20310309", "20310310"),
        ("2031-02", Certainty.MONTH, "20310201", "20310301"),
        ("2031", Certainty.YEAR, "20310101", "20320101"),
        ("2031-03-09/2031-03-12", Certainty.BETWEEN, "20310309", "20310313"),
        ("../2031-03-09", Certainty.BEFORE, "20310309", "20310310"),
        ("2031-03-09/..", Certainty.AFTER, "20310309", "20310310"),
        ("2999-12-31", Certainty.DAY, "29991231", "30000101"),
    ],
)
def test_days_are_whole_and_their_end_is_the_day_after(
    when: str, certainty: Certainty, first: str, after_last: str
) -> None:
    (event,) = write(build.row(when=when, certainty=certainty))
    assert event["DTSTART;VALUE=DATE"] == first
    assert event["DTEND;VALUE=DATE"] == after_last
    assert event["X-ONRECORD-EDTF"] == when


def test_an_event_reads_back_with_its_words_and_sources() -> None:
    variant = Variant(when="2031-03-10", quote="on Monday; not Sunday", sources=(1,))
    (event,) = write(build.row(words="A, B; and C\\D", conflict=(variant,)))
    assert unescape(event["SUMMARY"]) == "A, B; and C\\D"
    assert unescape(event["DESCRIPTION"]).split("\n") == [
        "\u201cWe act; on evidence\u201d",
        "Told otherwise \u2014 10 March 2031: on Monday; not Sunday "
        "(Harbour Post, 12 March 2031)",
        "Sources: Harbour Post, 12 March 2031.",
    ]
    assert event["DTSTAMP"] == "20310312T000000Z"
    assert event["STATUS"] == "CONFIRMED"


def test_a_day_that_is_not_exact_is_tentative_and_told_in_words() -> None:
    (event,) = write(build.row(when="../2031-03-09", certainty=Certainty.BEFORE))
    assert event["STATUS"] == "TENTATIVE"
    assert event["SUMMARY"] == "[before 9 March 2031] Vessia warned Dunmere"


def test_uids_are_one_for_each_row_and_the_same_every_time() -> None:
    rows = (build.row(), build.row(), build.row(when="2031-03-10"), build.row("ev-2"))
    uids = [event["UID"] for event in write(*rows)]
    assert len(set(uids)) == len(rows)
    assert uids == [event["UID"] for event in write(*rows)]
    assert write(build.row("ev-2"))[0]["UID"] == uids[-1]


def test_rows_without_a_day_are_left_out() -> None:
    assert write(build.row(when=None, certainty=Certainty.UNKNOWN)) == []


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_text_reads_back_but_for_control_characters(text: str) -> None:
    kept = "\n".join(text.splitlines())
    kept = "".join(c for c in kept if c in "\t\n" or (c >= " " and c != "\x7f"))
    assert unescape(escape(text)) == kept


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=400))
def test_folded_lines_are_short_and_unfold_to_themselves(line: str) -> None:
    folded = fold(line)
    assert folded.replace("\r\n ", "") == line
    assert all(len(p.encode()) <= MAX_OCTETS for p in folded.split("\r\n"))


def test_the_end_comes_after_the_start() -> None:
    for event in write(
        build.row(), build.row(when="2031-05", certainty=Certainty.MONTH)
    ):
        assert read_day(event["DTSTART;VALUE=DATE"]) < read_day(
            event["DTEND;VALUE=DATE"]
        )
