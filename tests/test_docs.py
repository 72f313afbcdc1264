"""The documentation cannot fall behind the code."""

import importlib.util
import inspect
import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

import onrecord
from onrecord.case import Case
from onrecord.cli.app import COMMANDS, app
from onrecord.model.records import RECORD_TYPES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
FOLLOWED = [
    page
    for page in PAGES
    if page.parent.name in ("tutorial", "how-to", "explanation")
    and "\nonrecord " in page.read_text(encoding="utf-8").replace("\n$ ", "\n")
]


@pytest.fixture(scope="session")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("b", DOCS / "build_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "name",
    [
        "case-file.md",
        "commands.md",
        "json.md",
        "python.md",
        "records.md",
        "settings.md",
        "times.md",
    ],
)
def test_reference_pages_are_what_the_code_gives(
    name: str, builder: ModuleType
) -> None:
    written = (DOCS / "reference" / name).read_text(encoding="utf-8")
    assert written == builder.PAGES[name](), "run `make docs`"


def test_every_reference_page_is_made(builder: ModuleType) -> None:
    assert {page.name for page in (DOCS / "reference").iterdir()} == set(builder.PAGES)


def test_every_record_type_has_its_keys_explained(builder: ModuleType) -> None:
    assert set(RECORD_TYPES.values()) < set(builder.RECORDS)
    parts = [part for parts in builder.RECORDS.values() for part in parts]
    for kind in (*builder.RECORDS, *parts):
        keys = {one.encode_name for one in msgspec.structs.fields(kind)}
        assert set(builder.attributes(kind)) <= keys, kind


def test_every_public_method_of_a_case_is_on_the_page(builder: ModuleType) -> None:
    public = {
        name
        for name, _ in inspect.getmembers(Case, inspect.isfunction)
        if not name.startswith("_")
    }
    shown = {name for names in builder.CASE_GROUPS.values() for name in names}
    assert public == shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("folder", ["tutorial", "how-to", "explanation", "decisions"])
def test_every_page_is_in_the_index(folder: str) -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    for page in (DOCS / folder).glob("*.md"):
        assert f"({folder}/{page.name})" in index, page.name


@pytest.mark.parametrize(
    "page", [*PAGES, ROOT / "README.md"], ids=lambda page: str(page.relative_to(ROOT))
)
def test_commands_and_flags_in_pages_exist(page: Path) -> None:
    """Every `onrecord COMMAND` in a page, in a block or in a line, and its flags."""
    text = page.read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"^ *```\n(.*?)^ *```", text, re.M | re.S))
    lines = re.findall(r"^ *(?:\$ )?onrecord ([a-z].*)$", blocks, re.M)
    lines += re.findall(r"`onrecord ([a-z][^`]*)`", text)
    for line in lines:
        name, *rest = line.split()
        assert name in COMMANDS, line
        command = app.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None
        known = {flag for option in command.params for flag in option.opts}
        used = {word for word in rest if re.fullmatch(r"--[a-z-]+", word)}
        assert used <= known, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_files_and_targets_named_in_pages_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for name in re.findall(r"\bpython ((?:eval|bench|docs)/\w+\.py)", text):
        assert (ROOT / name).exists(), name
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:^|`)make (\w+)", text, re.M):
        assert f"\n{target}:" in makefile, target


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of the sample dispute."""
    path = tmp_path_factory.mktemp("docs") / "dispute.db"
    with onrecord.open(path) as case:
        case.read(ROOT / "samples" / "meridian")
    return path


FOREIGN = """<html lang="de"><body><article><h1>Hafen zu</h1>
<p>Der Hafen von Dunmere ist seit Montag geschlossen, teilte die Verwaltung mit.</p>
<p>Die Fischer der Stadt sagten, sie würden auf das Gericht warten.</p>
</article></body></html>"""
TRANSLATED = """The port of Dunmere has been closed since Monday, its office said.

The fishermen of the town said that they would wait for the court.
"""


@pytest.fixture
def desk(tmp_path: Path, sample: Path) -> Path:
    """A folder with all that the pages speak of."""
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    (tmp_path / "dispute.db").write_bytes(sample.read_bytes())
    (tmp_path / "archive").mkdir()
    source = ROOT / "samples" / "meridian" / "09-correction.txt"
    (tmp_path / "archive" / source.name).write_bytes(source.read_bytes())
    line = {"text": "The court in Dunmere sat on Monday."}
    (tmp_path / "more.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (tmp_path / "hafen.html").write_text(FOREIGN, encoding="utf-8")
    (tmp_path / "translation.txt").write_text(TRANSLATED, encoding="utf-8")
    return tmp_path


def run(arguments: list[str], folder: Path) -> str:
    """Run the command line as a user does; return what it prints."""
    environment = {k: v for k, v in os.environ.items() if "ONRECORD" not in k}
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(ROOT / "src"), "COLUMNS": "100"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, (arguments, done.stdout, done.stderr)
    return done.stdout


def commands_in(page: Path) -> list[tuple[list[str], list[str]]]:
    """Return each command of a page's blocks with the lines shown under it."""
    found: list[tuple[list[str], list[str]]] = []
    text = page.read_text(encoding="utf-8")
    for block in re.findall(r"^ *```\n(.*?)^ *```", text, re.M | re.S):
        inside: list[tuple[list[str], list[str]]] = []
        for line in map(str.strip, block.splitlines()):
            if re.match(r"(?:\$ )?onrecord [a-z]", line):
                # Four processes would load the model four times.
                call = line.removeprefix("$ ").replace("--jobs 4", "--jobs 1")
                inside.append((shlex.split(call, comments=True)[1:], []))
            elif inside:
                inside[-1][1].append(line)
        found += inside
    return found


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize("page", FOLLOWED, ids=lambda page: str(page.relative_to(DOCS)))
def test_pages_work_when_they_are_followed(page: Path, desk: Path) -> None:
    """Commands are run in order; lines shown under one must be in what it prints."""
    found = {"ID": first_id(desk), "ARTICLE-ID": first_id(desk, "articles")}
    for arguments, shown in commands_in(page):
        given = [found.get(word, word) for word in arguments]
        printed = plain(run(given, desk))
        for line in shown:
            assert line.strip() in ("", "…") or plain(line) in printed, line
        if (made := re.search(r"\bcx-[0-9a-f]+", printed)) and "log" not in arguments:
            found["CORRECTION-ID"] = made[0]


def first_id(desk: Path, command: str = "statements") -> str:
    return str(json.loads(run([command, "dispute.db", "--json"], desk))[0]["id"])


def plain(text: str) -> str:
    """Return text with single spaces."""
    return " ".join(text.split())


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize(
    "page",
    [
        page
        for page in PAGES
        if "```python" in page.read_text(encoding="utf-8")
        and page.parent.name != "reference"  # its blocks are signatures
    ],
    ids=lambda page: str(page.relative_to(DOCS)),
)
def test_python_in_pages_runs(
    page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    text = page.read_text(encoding="utf-8")
    for block in re.findall(r"^```python\n(.*?)^```", text, re.M | re.S):
        exec(compile(block, str(page), "exec"), {})


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if "```sql" in page.read_text(encoding="utf-8")],
    ids=lambda page: str(page.relative_to(DOCS)),
)
def test_sql_in_pages_finds_something(page: Path, sample: Path) -> None:
    blocks = re.findall(r"^```sql\n(.*?)^```", page.read_text("utf-8"), re.M | re.S)
    with closing(sqlite3.connect(sample)) as db:
        for block in blocks:
            assert db.execute(block).fetchall(), block


@pytest.mark.model
@pytest.mark.slow
def test_every_key_of_an_export_is_explained(sample: Path, tmp_path: Path) -> None:
    page = (DOCS / "reference" / "records.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `(\w+)` \|", page, re.M)) | {"type"}
    out = tmp_path / "all.jsonl"
    with onrecord.open(sample) as case:
        case.export("jsonl", out, read_facts=True)
    for line in out.read_text(encoding="utf-8").splitlines():
        assert keys_of(json.loads(line)) <= explained


def keys_of(value: object) -> set[str]:
    """Return the keys at every depth; those of `conflicts` and the like are fields."""
    if isinstance(value, dict):
        inner = (keys_of(one) for one in value.values())
        return set(value).union(*inner)
    if isinstance(value, list):
        return set().union(*(keys_of(one) for one in value))
    return set()
