import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.resources import sources as module
from onrecord.resources.sources import (
    DERIVING,
    READING,
    digest_sources,
    stamp_sources,
)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "extract").mkdir()
    (tmp_path / "extract" / "rule.py").write_text("RULE = 1\n")
    (tmp_path / "cli").mkdir()
    (tmp_path / "cli" / "app.py").write_text("")
    monkeypatch.setattr(module, "PACKAGE", tmp_path)
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    digest_sources.cache_clear()
    stamp_sources.cache_clear()


def test_a_changed_rule_changes_both(package: Path) -> None:
    before = digest_sources(("extract",)), stamp_sources(("extract",))
    (package / "extract" / "rule.py").write_text("RULE = 22\n")
    forget()
    after = digest_sources(("extract",)), stamp_sources(("extract",))
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_what_is_no_rule_changes_nothing(package: Path) -> None:
    before = digest_sources(("extract",)), stamp_sources(("extract",))
    (package / "cli" / "app.py").write_text("X = 1\n")
    forget()
    assert (digest_sources(("extract",)), stamp_sources(("extract",))) == before


def test_the_digest_does_not_hang_on_times(package: Path) -> None:
    digest, stamp = digest_sources(("extract",)), stamp_sources(("extract",))
    os.utime(package / "extract" / "rule.py", ns=(1, 1))
    forget()
    assert digest_sources(("extract",)) == digest
    assert stamp_sources(("extract",)) != stamp


def test_every_folder_named_is_there() -> None:
    for folder in {*READING, *DERIVING}:
        assert list((module.PACKAGE / folder).glob("*.py"))
