import io

import pytest
from rich.console import Console

from onrecord.cli import progress as module
from onrecord.cli.progress import say_rate, say_tally, watching
from onrecord.config import Config
from onrecord.model.article import Rejected
from onrecord.pipeline import Tally


def test_rates_and_counts_are_in_words() -> None:
    assert say_rate(30, 2.0) == "15.0 articles/s"
    assert say_rate(0, 2.0) == ""
    assert say_tally(Tally(done=1200, known=3, rejected=1)) == (
        "1,200 done, 3 known, 1 rejected"
    )


def test_nothing_is_drawn_where_nobody_looks() -> None:
    with watching(Config(), "Reading") as progress:
        assert progress is None


def test_what_is_rejected_is_told_once_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=100)
    monkeypatch.setattr(module, "make_console", lambda config, stderr: console)
    rejected = Rejected(source="bad\x1b.txt", reason="It is empty.")
    with watching(Config(), "Reading") as progress:
        assert progress is not None
        for done in (1, 2):
            progress(Tally(done=done, rejected=1, latest=rejected))
    assert screen.getvalue().count("It is empty.") == 1
    assert "bad\x1b.txt" not in screen.getvalue()
