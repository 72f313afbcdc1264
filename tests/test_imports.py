"""The layers of the house style, held by import-linter."""

import os
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent


def test_dependencies_point_one_way(monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    assert os.path.exists("pyproject.toml")
    assert lint_imports(no_cache=True) == 0
