"""The documentation cannot fall behind the code."""

import importlib.util
import re
from pathlib import Path

import pytest

from onrecord.cli.app import COMMANDS, app

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


def builder():
    spec = importlib.util.spec_from_file_location("b", DOCS / "build_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands.md", "settings.md"])
def test_reference_pages_are_what_the_code_gives(name: str) -> None:
    written = (DOCS / "reference" / name).read_text(encoding="utf-8")
    assert written == builder().PAGES[name](), "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize(
    "page", [*PAGES, ROOT / "README.md"], ids=lambda page: str(page.relative_to(ROOT))
)
def test_commands_and_flags_in_pages_exist(page: Path) -> None:
    """Lines of code that begin with `onrecord COMMAND` are checked for their flags."""
    text = page.read_text(encoding="utf-8")
    for line in re.findall(r"^(?:\$ )?onrecord ([a-z].*)$", text, re.M):
        name, *rest = line.split()
        assert name in COMMANDS, line
        command = app.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None
        known = {flag for option in command.params for flag in option.opts}
        used = {word for word in rest if re.fullmatch(r"--[a-z-]+", word)}
        assert used <= known, line
