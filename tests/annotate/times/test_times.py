"""Run the golden cases of tests/golden/times; a journalist can add one."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.annotate.times import find_times
from onrecord.model.article import Article

FOLDER = Path(__file__).parents[2] / "golden" / "times"


def load_cases() -> list[Any]:
    """Return every case with the name of its file and its place in it."""
    return [
        pytest.param(case, id=f"{path.stem}-{i}")
        for path in sorted(FOLDER.glob("*.yaml"))
        for i, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
    ]


@pytest.mark.parametrize("case", load_cases())
def test_golden(case: dict[str, Any]) -> None:
    published = case["published"]
    article = Article(
        id="ar-1",
        text=case["text"],
        sha256="",
        published=None if published is None else str(published),
    )
    found = [
        [time.evidence[0].exact, time.timex_type, time.value, time.edtf]
        for time in find_times(article)
    ]
    assert found == case["expected"], case["why"]
