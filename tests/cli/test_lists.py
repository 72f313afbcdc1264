import json
from pathlib import Path

import pytest

from fakes import make_reader, received
from onrecord.case import open_case
from onrecord.model.article import Rejected

LISTS = (
    "actors",
    "statements",
    "events",
    "custody",
    "proceedings",
    "linkages",
    "claims",
    "decisions",
    "relations",
    "articles",
)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_a_table_and_json(name: str, onrecord_, dispute: Path) -> None:
    table = onrecord_(name, dispute)
    assert (table.code, table.err) == (0, "")
    records = json.loads(onrecord_(name, dispute, "--json").out)
    assert table.out.splitlines()[-1].startswith(f"{len(records)} ")


def test_a_table_quotes_the_words_and_counts_the_sources(
    onrecord_, dispute: Path
) -> None:
    out = onrecord_("statements", dispute).out
    assert "“We will wait for the court”" in out
    assert "sources" in out.splitlines()[0]
    assert "Aldo Verrin" in out


def test_filters_and_days_choose(onrecord_, dispute: Path) -> None:
    def count(*more: str) -> int:
        return len(json.loads(onrecord_("statements", dispute, "--json", *more).out))

    assert count() == 3
    assert count("--speaker", "aldo verrin") == 2
    assert count("--as-of", "2031-03-10") == 2
    assert count("--act", "deny", "--until", "2031-03-10") == 1
    assert count("--text", "matter of law") == 1
    assert count("--recorded-as-of", "2020-01-01") == 0


def test_what_was_rejected_is_listed_with_its_reason(onrecord_, dispute: Path) -> None:
    with open_case(dispute, make_reader=make_reader) as case:
        case.read_received([Rejected(source="empty.txt", reason="There is no text.")])
    done = onrecord_("articles", dispute, "--rejected")
    assert "empty.txt" in done.out
    assert "There is no text." in done.out
    (record,) = json.loads(onrecord_("articles", dispute, "--rejected", "--json").out)
    assert record["source"] == "empty.txt"


def test_escapes_and_markup_in_articles_are_shown_not_obeyed(
    onrecord_, dispute: Path
) -> None:
    words = 'Renn said "\x1b]0;owned\x07 [bold red]\x9b31m\u202ehi".'
    with open_case(dispute, make_reader=make_reader) as case:
        case.read_received([received(words, title="\x1b[2J", url="x")])
    for command in ("statements", "articles"):
        out = onrecord_(command, dispute).out
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(out)
    assert "[bold red]" in onrecord_("statements", dispute).out
    raw = onrecord_("statements", dispute, "--json").out
    assert not {"\x1b", "\x07", "\x9b"} & set(raw)
    assert any("\x9b31m" in one["content"] for one in json.loads(raw))


def test_search_shows_the_piece_with_the_words(onrecord_, dispute: Path) -> None:
    assert "at the port" in onrecord_("search", dispute, "port").out
    (hit,) = json.loads(onrecord_("search", dispute, "port", "--json").out)
    assert hit["title"] == "An arrest"
    assert onrecord_("search", dispute, "zeppelin").out == "0 articles\n"


def test_a_value_that_nothing_can_have_is_a_failure_that_lists_the_choices(
    onrecord_, dispute: Path
) -> None:
    done = onrecord_("statements", dispute, "--act", "lie")
    assert done.code == 1
    assert "choose from assert, deny, accuse" in done.err


def test_a_search_without_a_word_is_a_failure(onrecord_, dispute: Path) -> None:
    done = onrecord_("search", dispute, " - ")
    assert done.code == 1
    assert "no word to search for" in done.err


def test_events_are_filtered_by_mode_voice_and_factuality(
    onrecord_, dispute: Path
) -> None:
    def ids(*options: str) -> set[str]:
        done = onrecord_("events", dispute, *options, "--json")
        assert done.code == 0
        return {record["id"] for record in json.loads(done.out)}

    told = json.loads(onrecord_("events", dispute, "--json").out)[0]
    assert told["id"] in ids("--factuality", told["factuality"])
    assert ids("--voice", "narrator") <= ids()
    assert ids("--mode", "nothing of the kind") == set()


def test_a_factuality_that_there_is_not_lists_those_there_are(
    onrecord_, dispute: Path
) -> None:
    done = onrecord_("events", dispute, "--factuality", "maybe")
    assert done.code == 1
    assert "hypothetical" in done.err
