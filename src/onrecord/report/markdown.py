"""Reports as Markdown: headings, lists, and every source with its link.

What came from an article is escaped, so that it can make neither markup nor HTML; a
link is made only of an http or https address.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.report.days import say_day
from onrecord.report.layout import (
    PARTS,
    TYPE_HEADINGS,
    Report,
    brief_basis,
    brief_title,
    change_groups,
    changes_basis,
    changes_title,
    copies_words,
    lines_of,
    mark,
    more_words,
    numbers,
    reason_words,
    recent_counts,
    recent_heading,
    recent_words,
    source_words,
    timeline_basis,
    timeline_title,
)
from onrecord.report.lines import (
    Brief,
    ChangeLine,
    Changes,
    Line,
    Row,
    Source,
    Timeline,
)
from onrecord.report.words import capital, quoted
from onrecord.text.safe import printable

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!$@])")
_LIST_MARK = re.compile(r"^(\s*)(?:([-+])|(\d+)([.)]))")
_LINK = re.compile(r"https?://[^\s<>()\[\]\"'`\\]+", re.ASCII)


def to_markdown(report: Report) -> str:
    """Return a report as Markdown (CommonMark), with a line feed at the end."""
    if isinstance(report, Brief):
        lines = _brief(report)
    elif isinstance(report, Timeline):
        lines = _timeline(report)
    else:
        lines = _changes(report)
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Return text on one line that Markdown shows as it is, HTML included."""
    safe = _MARKUP.sub(r"\\\1", printable(text))
    # Many renderers make links of bare addresses.
    safe = safe.replace("://", "\\://").replace("www.", "www\\.")
    return _LIST_MARK.sub(_escape_list_mark, safe)


def _escape_list_mark(match: re.Match[str]) -> str:
    """Return the start of a line that would make a list, as words."""
    space, bullet, number, mark = match.groups()
    return f"{space}\\{bullet}" if bullet else f"{space}{number}\\{mark}"


def _brief(brief: Brief) -> Iterator[str]:
    """Yield the lines of a brief."""
    yield f"# {escape(brief_title(brief))}"
    yield ""
    yield escape(brief_basis(brief))
    for part in PARTS:
        yield from _heading(part.heading)
        lines = lines_of(brief, part)
        if not lines:
            yield part.empty
        for line in lines:
            yield from _line(line, line.words)
        yield from _more(brief, part.key)
    yield from _heading(recent_heading(brief))
    yield recent_counts(brief)
    yield ""
    for recent in brief.recent:
        yield from _line(recent, recent_words(recent))
    yield from _more(brief, "recent")
    if brief.gaps:
        yield from _heading("Not known")
    for gap in brief.gaps:
        yield f"- {escape(gap.words)}"
    yield from _sources(brief.sources)


def _more(brief: Brief, key: str) -> Iterator[str]:
    """Yield how many lines of a section were left out."""
    if number := brief.more.get(key):
        yield f"- {more_words(number)}"


def _line(line: Line, words: str) -> Iterator[str]:
    """Yield a line with its sources and its id, then its details."""
    yield f"- {escape(words)}{_marks(line.sources)} `{_code(line.fact)}`{mark(line)}"
    for detail in line.details:
        yield f"  - {escape(detail.words)}{_marks(detail.sources)}"


def _timeline(timeline: Timeline) -> Iterator[str]:
    """Yield the lines of a timeline."""
    yield f"# {escape(timeline_title(timeline))}"
    yield ""
    yield escape(timeline_basis(timeline))
    yield ""
    for row in timeline.rows:
        yield from _row(row)
    yield from _sources(timeline.sources)


def _row(row: Row) -> Iterator[str]:
    """Yield a row with its day, then the days in conflict."""
    day = escape(say_day(row.when) if row.when else "day not told")
    quote = f": {quoted(row.quote)}" if row.quote else ""
    words = escape(f"{row.words}{quote}")
    yield f"- **{day}** — {words}{_marks(row.sources)} `{_code(row.fact)}`{mark(row)}"
    if row.conflict:
        yield "  - **Reports differ on the day:**"
    for variant in row.conflict:
        said = f" {quoted(variant.quote)}" if variant.quote else ""
        told = escape(f"{say_day(variant.when)}{said}")
        yield f"    - {told}{_marks(variant.sources)}"


def _changes(changes: Changes) -> Iterator[str]:
    """Yield the lines of changes."""
    yield f"# {escape(changes_title(changes))}"
    yield ""
    yield escape(changes_basis(changes))
    for group in changes.types:
        yield from _heading(TYPE_HEADINGS[group.type])
        for word, lines in change_groups(group):
            for line in lines:
                yield from _line(line, f"{word}: {line.words}")
                if isinstance(line, ChangeLine):
                    yield from _fields(line)
        if group.more_sources:
            yield f"- Told by more sources, else as before: {group.more_sources:,}"
    yield from _sources(changes.sources)


def _fields(line: ChangeLine) -> Iterator[str]:
    """Yield the fields that differ and the reasons."""
    for field in line.fields:
        old, new = field.old or "not told", field.new or "not told"
        yield f"  - {escape(f'{capital(field.field)}: {old} → {new}')}"
    if reasons := reason_words(line):
        yield f"  - {escape(f'Because: {reasons}')}"


def _sources(sources: Sequence[Source]) -> Iterator[str]:
    """Yield the numbered sources; a list of its own numbers them as the marks do."""
    if sources:
        yield from _heading("Sources")
    for source in sources:
        words = escape(source_words(source))
        yield f"{source.number}. {words}{_link(source.url)}"
        indent = " " * (len(str(source.number)) + 2)
        yield f"{indent}`{_code(source.article)}`, sha256 `{_code(source.sha256)}`"
        if source.copies:
            yield f"{indent}{escape(copies_words(source))}"


def _heading(words: str) -> Iterator[str]:
    """Yield a heading with a line free on both sides."""
    yield ""
    yield f"## {escape(words)}"
    yield ""


def _marks(sources: Sequence[int]) -> str:
    """Return the numbers of sources in brackets that make no link."""
    return f" {escape(numbers(sources))}" if sources else ""


def _code(text: str) -> str:
    """Return text that may stand in a code span."""
    return printable(text).replace("`", "'")


def _link(url: str | None) -> str:
    """Return a link to a web address, the address as words if it is another."""
    if not url:
        return ""
    return f" <{url}>" if _LINK.fullmatch(url) else f" {escape(url)}"
