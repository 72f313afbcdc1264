"""Runs the golden cases of clauses, statements and chains; a journalist can add one.

A case is a text, what it should give, and one line on why it exists. `known` marks what
the code does not give yet, with the reason: such a case must fail until it is mended.
`make golden` writes what the code gives into every other case.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.model.document import Document
from onrecord.model.records import AnyFact
from shapes import show_chains, show_clauses, show_statements

FOLDER = Path(__file__).parent
SHOW: dict[str, Callable[[Document, tuple[AnyFact, ...]], list[Any]]] = {
    "clauses": lambda document, _: show_clauses(document),
    "statements": show_statements,
    "chains": lambda document, _: show_chains(document),
}

pytestmark = pytest.mark.model


def load_cases() -> list[Any]:
    """Return every case with its file's name and its place in it."""
    return [
        pytest.param(path, n, case, id=f"{step}-{path.stem}-{n}")
        for step in SHOW
        for path in sorted((FOLDER / step).glob("*.yaml"))
        for n, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
    ]


@pytest.mark.parametrize(("path", "place", "case"), load_cases())
def test_golden(
    path: Path,
    place: int,
    case: dict[str, Any],
    extract: Callable[..., tuple[Document, tuple[AnyFact, ...]]],
    request: pytest.FixtureRequest,
) -> None:
    step = path.parent.name
    found = SHOW[step](*extract(case["text"]))
    if "known" in case:
        reason = case["known"]
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    elif request.config.getoption("--rewrite-golden"):
        rewrite(path, place, step, found)
        return
    assert found == case[step], case["why"]


def rewrite(path: Path, place: int, step: str, found: list[Any]) -> None:
    """Write what the code gives into one case, in the form the files have."""
    text = path.read_text(encoding="utf-8")
    cases = yaml.safe_load(text)
    cases[place - 1][step] = found
    head = [line for line in text.splitlines() if line.startswith("#")]
    body = "\n".join(write_case(case, step) for case in cases)
    path.write_text("\n".join([*head, body]) + "\n", encoding="utf-8")


def write_case(case: dict[str, Any], step: str) -> str:
    lines = [f"- text: {flow(case['text'])}"]
    lines += [f"  {key}: {flow(case[key])}" for key in ("why", "known") if key in case]
    lines.append(f"  {step}:" if case[step] else f"  {step}: []")
    lines += [f"  - {flow(shape)}" for shape in case[step]]
    return "\n".join(lines)


def flow(value: Any) -> str:
    """Return a value on one line."""
    text = yaml.safe_dump(
        value,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=10**6,
    )
    return text.removesuffix("...\n").strip()
