"""Run the golden cases of tests/golden/times; a journalist can add one."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.annotate.times import find_times
from onrecord.model.article import Article
from onrecord.model.time import Time

FOLDER = Path(__file__).parents[2] / "golden" / "times"
# The issue asks for so many at least.
FEWEST_CASES = 150


def load_cases() -> list[Any]:
    """Return every case with the name of its file and its place in it."""
    return [
        pytest.param(case, id=f"{path.stem}-{i}")
        for path in sorted(FOLDER.glob("*.yaml"))
        for i, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
    ]


def read(case: dict[str, Any]) -> tuple[Time, ...]:
    """Return the expressions of a case's text."""
    published = case["published"]
    day = None if published is None else str(published)
    article = Article(id="ar-1", text=case["text"], sha256="", published=day)
    return find_times(article)


@pytest.mark.parametrize("case", load_cases())
def test_golden(case: dict[str, Any]) -> None:
    found = [
        [time.evidence[0].exact, time.timex_type, time.value, time.edtf]
        for time in read(case)
    ]
    assert found == case["expected"], case["why"]


@pytest.mark.parametrize("case", [c for c in load_cases() if "details" in c.values[0]])
def test_golden_details(case: dict[str, Any]) -> None:
    found = {time.evidence[0].exact: time for time in read(case)}
    for words, fields in case["details"].items():
        time = found[words]
        told = {name: getattr(time, name, None) for name in fields}
        if "basis_words" in fields:
            told["basis_words"] = case["text"][time.basis_start : time.basis_end]
        assert told == fields, case["why"]


def test_there_are_as_many_cases_as_asked_for() -> None:
    assert len(load_cases()) >= FEWEST_CASES
