"""The limits of the house style that a machine can check."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "onrecord"
TESTS = ROOT / "tests"
MODULES = sorted(SOURCE.rglob("*.py"))

MAX_MODULE_LINES = 600
MAX_UNEXPLAINED_LINES = 400
MAX_FUNCTION_LINES = 60

TESTED_ELSEWHERE = {
    # Records hold data only; each is tested by the steps that make it.
    "model": "every step's tests",
    "errors": "the tests of what raises them",
}
"""Modules or folders without a test file of their own, and what tests them."""

TESTS_OF_THE_WHOLE = {
    "conftest",
    "test_docs",
    "test_imports",
    "test_linear",
    "test_privacy",
    "test_properties",
    "test_structure",
}
"""Test modules that mirror no single source module."""


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of code: a docstring explains and does not count against a function."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_module_is_short_or_says_why_not(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(text)) or ""
    if docstring.startswith("Generated"):
        return
    lines = text.count("\n")
    assert lines <= MAX_MODULE_LINES
    if lines > MAX_UNEXPLAINED_LINES:
        assert re.search(r"\b(long|one module|in one place)\b", docstring, re.I), (
            f"{lines} lines: the docstring must say why this is one long module"
        )


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_functions_are_short(path: Path) -> None:
    too_long = {
        f.name: body_lines(f)
        for f in functions(path)
        if body_lines(f) > MAX_FUNCTION_LINES
    }
    assert not too_long


def test_module_docstrings_open_every_module() -> None:
    silent = [
        str(path.relative_to(SOURCE))
        for path in MODULES
        if path.read_text(encoding="utf-8").strip()
        and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not silent


def test_every_source_module_has_its_test_module() -> None:
    missing = []
    for path in MODULES:
        inside = path.relative_to(SOURCE)
        parts = inside.with_suffix("").parts
        if path.name in {"__init__.py", "__main__.py"} or not list(functions(path)):
            continue
        if parts[0] in TESTED_ELSEWHERE or "/".join(parts) in TESTED_ELSEWHERE:
            continue
        if not (TESTS / inside.parent / f"test_{inside.name}").exists():
            missing.append(str(inside))
    assert not missing


def test_every_test_module_mirrors_a_source_module() -> None:
    strays = []
    for path in sorted(TESTS.rglob("test_*.py")):
        inside = path.relative_to(TESTS)
        apart = inside.parts[0] in {"golden", "eval", "hostile"}
        if inside.stem in TESTS_OF_THE_WHOLE or apart:
            continue
        mirrored = SOURCE / inside.parent / f"{inside.stem.removeprefix('test_')}.py"
        folder = SOURCE / inside.parent / inside.stem.removeprefix("test_")
        names_its_folder = inside.parent.name == inside.stem.removeprefix("test_")
        if not (mirrored.exists() or folder.is_dir() or names_its_folder):
            strays.append(str(inside))
    assert not strays


def test_public_names_are_sorted_and_importable() -> None:
    assert onrecord.__all__ == sorted(onrecord.__all__)
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None
    assert dir(onrecord) == onrecord.__all__


def test_unknown_public_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = onrecord.nothing


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, onrecord, onrecord.cli; "
        "print([m for m in ('spacy', 'numpy', 'lxml', 'trafilatura', 'rich', "
        "'sqlite3') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_locks_name_no_registry_and_no_local_path() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"://|--index-url|--find-links|^/|@ ", text, re.M)
