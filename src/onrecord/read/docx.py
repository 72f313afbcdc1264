"""Word documents (`.docx`): their paragraphs and what they say of themselves.

Paragraphs come in order, those of tables and text boxes included; deleted text, field
codes, notes, heads and feet do not. The title is a paragraph of the style Title, else
what the document's properties say, else a heading above the text. The days in the
properties say when a file was made and not when an article was published; they are not
used. A document that is an export of a press database is split (`press.py`).

XML is read by lxml with entities, network and document types off: a document with a
document type, which Word never writes, is refused. It may be `XML_TIMES` the limit for
one article and is read a piece at a time.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from onrecord.model.article import PublishedBasis
from onrecord.read.edges import trim_edges
from onrecord.read.kinds import Kind
from onrecord.read.names import clean_line, split_names
from onrecord.read.place import Item, Place
from onrecord.read.press import read_export
from onrecord.read.receive import Found, receive, reject

XML_TIMES = 5
"""Word's XML is a few times as long as its words."""

_TEXT_PART = re.compile(r"word/document\d*\.xml")
_CORE_PART = "docProps/core.xml"
_BROKEN = "This document cannot be read ({}); open it in Word and save it again."
_NO_TYPE = "it declares a document type, which may hide an attack"
_HEADING = re.compile(r"(?:Heading|berschrift|Titre)\s?1$")
_NO_TITLE = re.compile(
    r"(?:Microsoft Word - .*|Document\s?\d*|untitled|Word Document|.*\.(?:docx?|pdf|rtf"
    r"|indd|odt|qxd))",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(?:python-docx|Apache POI|Microsoft (?:Office )?User|Windows User|Un-?known|user"
    r"|admin(?:istrator)?|docx4j|Aspose.*|OpenOffice.*|LibreOffice.*|desk(?:top)?)",
    re.IGNORECASE,
)
# Text inside these is not shown, or is shown a second time.
_HIDDEN = frozenset(
    {"del", "moveFrom", "Fallback", "instrText", "delText", "fldData", "pict"}
)
_BREAKS = frozenset({"br", "cr"})


@dataclass(slots=True)
class _Paragraph:
    """One paragraph while it is read."""

    pieces: list[str] = field(default_factory=list)
    style: str = ""

    @property
    def text(self) -> str:
        lines = "".join(self.pieces).split("\n")
        return "\n".join(line for line in (" ".join(x.split()) for x in lines) if line)


def is_document(names: set[str]) -> bool:
    """Whether these members are those of a Word document."""
    return any(_TEXT_PART.fullmatch(name) for name in names)


def read_docx(archive: zipfile.ZipFile, content: bytes, place: Place) -> Iterator[Item]:
    """Read a Word document.

    Args:
        archive: The document, opened.
        content: Its bytes.
        place: Where it stands.
    """
    limit = XML_TIMES * place.options.config.max_page_bytes
    # Damaged members and broken XML raise exceptions of two libraries.
    try:
        part = next(filter(_TEXT_PART.fullmatch, archive.namelist()))
        paragraphs = list(_read_paragraphs(archive, part, limit))
        core = _read_core(archive, limit)
    except Exception as err:
        why = clean_line(str(err)) or type(err).__name__
        yield reject(place.source, _BROKEN.format(why[:150]), content)
        return
    blocks = [tuple(one.text.split("\n")) for one in paragraphs if one.text]
    export = read_export(blocks, content, str(Kind.DOCX), place)
    if export is not None:
        yield from export
        return
    yield receive(
        _find(paragraphs, core),
        content,
        source=place.source,
        media_type=Kind.DOCX,
        options=place.options,
    )


def _read_paragraphs(
    archive: zipfile.ZipFile, part: str, limit: int
) -> Iterator[_Paragraph]:
    """Every paragraph in order; one in a text box comes before the one around it."""
    open_ones: list[_Paragraph] = []
    hidden = 0
    for event, element in _iterate(archive, part, limit):
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if event == "start":
            hidden += name in _HIDDEN
            if name == "p":
                open_ones.append(_Paragraph())
            continue
        if name in _HIDDEN:
            hidden -= 1
        elif name == "p" and open_ones:
            yield open_ones.pop()
        elif open_ones and not hidden:
            _take(open_ones[-1], name, element)
        if name in ("p", "tbl", "sectPr"):
            element.clear()


def _take(paragraph: _Paragraph, name: str, element: Any) -> None:
    """Add what one element says to its paragraph."""
    if name == "t":
        paragraph.pieces.append(element.text or "")
    elif name in _BREAKS:
        paragraph.pieces.append("\n")
    elif name == "tab":
        paragraph.pieces.append("\t")
    elif name == "noBreakHyphen":
        paragraph.pieces.append("-")
    elif name == "pStyle":
        values = [v for k, v in element.attrib.items() if k.endswith("}val")]
        paragraph.style = values[0] if values else ""


def _iterate(archive: zipfile.ZipFile, part: str, limit: int) -> Iterator[Any]:
    """Parse one member, a piece at a time, with everything off that could do harm."""
    # Imported here so that `onrecord --help` does not pay for lxml.
    from lxml import etree

    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    with archive.open(part) as stream:
        size, is_first = 0, True
        while piece := stream.read(65_536):
            size += len(piece)
            if size > limit:
                raise ValueError(f"its text unpacks to more than {limit:,} bytes")
            parser.feed(piece)
            for event, element in parser.read_events():
                if is_first and element.getroottree().docinfo.doctype:
                    raise ValueError(_NO_TYPE)
                is_first = False
                yield event, element
    parser.close()


def _read_core(archive: zipfile.ZipFile, limit: int) -> dict[str, str]:
    """The document's properties by their names."""
    if _CORE_PART not in archive.namelist():
        return {}
    found: dict[str, str] = {}
    for event, element in _iterate(archive, _CORE_PART, limit):
        line = clean_line(element.text) if event == "end" else None
        if line and isinstance(element.tag, str):
            found.setdefault(element.tag.rpartition("}")[2], line)
    return found


def _find(paragraphs: list[_Paragraph], core: dict[str, str]) -> Found:
    """Gather the fields of a document that is one article."""
    said = [one for one in paragraphs if one.text]
    title = next((one.text for one in said if one.style == "Title"), None)
    named = core.get("title")
    if title is None and named and not _NO_TITLE.fullmatch(named):
        title = named
    if title is None and said and _HEADING.search(said[0].style):
        title = said[0].text
    title = " ".join(title.split()) if title else None
    edges = trim_edges([one.text for one in said], titles=(title,) if title else ())
    dateline = edges.dateline
    day = edges.published or (dateline.day if dateline else None)
    creator = core.get("creator", "")
    creator = "" if _NO_AUTHOR.fullmatch(creator) else creator
    return Found(
        text="\n\n".join(edges.paragraphs),
        title=title,
        authors=edges.authors or (split_names(creator) if creator else ()),
        published=day,
        basis=PublishedBasis.DATELINE if day else None,
        dateline=dateline.place if dateline else None,
    )
