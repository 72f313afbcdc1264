"""Reports as Markdown: headings, lists, and every source with its link.

What came from an article is escaped, so that it can make neither markup nor HTML; a
link is made only of an http or https address.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.report.document import Item, Section, lay_out
from onrecord.report.layout import Report, copies_words, numbers, source_words
from onrecord.report.lines import Source
from onrecord.text.safe import printable

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!$@])")
_LIST_MARK = re.compile(r"^(\s*)(?:([-+])|(\d+)([.)]))")
_LINK = re.compile(r"https?://[^\s<>()\[\]\"'`\\]+", re.ASCII)


def to_markdown(report: Report) -> str:
    """Return a report as Markdown (CommonMark), with a line feed at the end."""
    document = lay_out(report)
    lines = [f"# {escape(document.title)}", "", escape(document.basis)]
    for section in document.sections:
        lines += _section(section)
    lines += _sources(document.sources)
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Return text on one line that Markdown shows as it is, HTML included."""
    safe = _MARKUP.sub(r"\\\1", printable(text))
    # Many renderers make links of bare addresses.
    safe = safe.replace("://", "\\://").replace("www.", "www\\.")
    return _LIST_MARK.sub(_escape_list_mark, safe)


def is_link(url: str | None) -> bool:
    """Whether a link may be made of an address: http or https, nothing else in it."""
    return bool(url and _LINK.fullmatch(url))


def _escape_list_mark(match: re.Match[str]) -> str:
    """Return the start of a line that would make a list, as words."""
    space, bullet, number, mark = match.groups()
    return f"{space}\\{bullet}" if bullet else f"{space}{number}\\{mark}"


def _section(section: Section) -> Iterator[str]:
    """Yield a heading with a line free on both sides, then the items."""
    yield ""
    if section.heading:
        yield f"## {escape(section.heading)}"
        yield ""
    if section.intro:
        yield escape(section.intro)
        if section.items:
            yield ""
    for item in section.items:
        yield from _item(item)


def _item(item: Item, depth: int = 0) -> Iterator[str]:
    """Yield an item with its sources and its id, then what stands under it."""
    day = f"**{escape(item.day)}** — " if item.day else ""
    words = f"**{escape(item.words)}**" if item.strong else escape(item.words)
    marks = f" {escape(numbers(item.sources))}" if item.sources else ""
    fact = f" `{_code(item.fact)}`" if item.fact else ""
    notes = "".join(f" ({escape(note)})" for note in item.notes)
    yield f"{'  ' * depth}- {day}{words}{marks}{fact}{notes}"
    for one in item.under:
        yield from _item(one, depth + 1)


def _sources(sources: Sequence[Source]) -> Iterator[str]:
    """Yield the numbered sources; a list of its own numbers them as the marks do."""
    if sources:
        yield from ("", "## Sources", "")
    for source in sources:
        words = escape(source_words(source))
        yield f"{source.number}. {words}{_link(source.url)}"
        indent = " " * (len(str(source.number)) + 2)
        yield f"{indent}`{_code(source.article)}`, sha256 `{_code(source.sha256)}`"
        if source.copies:
            yield f"{indent}{escape(copies_words(source))}"


def _code(text: str) -> str:
    """Return text that may stand in a code span."""
    return printable(text).replace("`", "'")


def _link(url: str | None) -> str:
    """Return a link to a web address, the address as words if it is another."""
    if not url:
        return ""
    return f" <{url}>" if is_link(url) else f" {escape(url)}"
