"""Title, outlet, authors, address and day of a web page, from what its head declares.

The surest source counts for each field by itself: JSON-LD, then meta tags, then the
page's visible headline and byline. The day has one source more, htmldate, which looks
through addresses, `<time>` elements and short lines. It is given a copy of the page
without sentences, so that a day in running text is never taken for the day of
publication, and fixed bounds, because by itself it looks at the clock.
"""

import copy
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.model.article import PublishedBasis
from onrecord.read.days import Day, parse_day
from onrecord.read.jsonld import Linked, read_jsonld, read_stamp
from onrecord.read.names import clean_line, split_names

if TYPE_CHECKING:
    from lxml.html import HtmlElement
else:
    HtmlElement = Any

# htmldate's own default: pages existed from then on, and lesser years are errors.
EARLIEST_PAGE = "1995-01-01"
LATEST_PAGE = "2100-01-01"
# A line that only says a day is shorter ("First published on Wednesday 24 ...").
MAX_DAY_LINE = 80

_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title")
_OUTLETS = ("og:site_name", "dc.publisher", "citation_publisher", "application-name")
_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "byl",
    "sailthru.author",
    "citation_author",
)
_DAYS = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "citation_publication_date",
    "article.published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date",
    "dcterms.date",
    "date",
)
_SUFFIX = re.compile(r"\s+[|\u2013\u2014»·-]\s+[^|\u2013\u2014»·]{2,60}$")
_BLOCKS = "p|li|blockquote|figcaption|td|dd|pre|h2|h3"
_ELSEWHERE = "nav|aside|footer|form|iframe|noscript"
_RELATED = re.compile(
    r"\b(?:related|recommend\w*|comments?|sidebar|footer|more-|most-|trending|teaser"
    r"|promo|newsletter)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page declares; absent is None or empty.

    `titles` are all the wordings of its headline, the first of them is `title`.
    """

    title: str | None
    titles: tuple[str, ...]
    publisher: str | None
    authors: tuple[str, ...]
    url: str | None
    published: Day | None
    basis: PublishedBasis | None
    language: str | None


def read_metadata(tree: HtmlElement) -> Declared:
    """Read a page's metadata; `tree` is left as it is."""
    tags = _read_tags(tree)
    canonical = _first(tree, "//link[@rel='canonical']/@href")
    address = _absolute(canonical) or _absolute(tags.get("og:url"))
    scripts = tree.xpath("//script[contains(@type, 'ld+json')]")
    linked = read_jsonld([item.text or "" for item in scripts], address=address)
    publisher = linked.publisher or _pick(tags, _OUTLETS)
    titles = tuple(_find_titles(tree, tags, linked, publisher))
    day, basis = _find_day(tree, tags, linked)
    return Declared(
        title=next(iter(titles), None),
        titles=titles,
        publisher=publisher,
        authors=linked.authors or _find_authors(tree, tags),
        url=address or linked.url,
        published=day,
        basis=basis,
        language=_find_declared_language(tree),
    )


def _read_tags(tree: HtmlElement) -> dict[str, str]:
    """The meta tags by their lower-case name; of several the first counts."""
    tags: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        value = clean_line(tag.get("content"))
        if name and value:
            tags.setdefault(name.strip().lower(), value)
    return tags


def _find_titles(
    tree: HtmlElement, tags: dict[str, str], linked: Linked, publisher: str | None
) -> Iterator[str]:
    """The headline's wordings, the surest first, without the outlet behind them."""
    headings = [clean_line(item.text_content()) for item in tree.xpath("//h1")]
    # Of several, which one is the article's cannot be told before the others.
    only = headings[:1] if len(headings) == 1 else []
    named = [linked.title, *map(tags.get, _TITLES), *only]
    yield from (_cut_outlet(title, publisher) for title in named if title)
    for element in tree.xpath("//title")[:1]:
        written = clean_line(element.text_content())
        yield from [_SUFFIX.sub("", written)] if written else []
    yield from filter(None, headings)


def _cut_outlet(title: str, publisher: str | None) -> str:
    """The title without " - Outlet" at its end."""
    if publisher and title.lower().endswith(publisher.lower()):
        cut = re.sub(r"\s+[|\u2013\u2014»·-]\s*$", "", title[: -len(publisher)])
        return cut if cut and cut != title[: -len(publisher)] else title
    return title


def _find_authors(tree: HtmlElement, tags: dict[str, str]) -> tuple[str, ...]:
    """Authors from meta tags, else from the page's marked byline."""
    for name in _AUTHORS:
        value = tags.get(name, "")
        if value and not value.startswith(("http://", "https://")):
            return split_names(value)
    marked = tree.xpath(
        "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline')]"
        "[not(ancestor::aside)]"
    )
    for element in marked[:3]:
        line = clean_line(element.text_content())
        # Longer than a byline: a box about the author.
        if line and len(line) <= MAX_DAY_LINE and not re.search(r"\d", line):
            return split_names(line)
    return ()


def _find_day(
    tree: HtmlElement, tags: dict[str, str], linked: Linked
) -> tuple[Day | None, PublishedBasis | None]:
    """The day of publication from the surest source that has one."""
    if linked.published is not None:
        return linked.published, PublishedBasis.JSONLD
    for name in _DAYS:
        day = read_stamp(tags.get(name))
        if day is not None and day.is_full:
            return day, PublishedBasis.META
    day = _search_day(tree)
    return (day, PublishedBasis.HTMLDATE) if day else (None, None)


def _search_day(tree: HtmlElement) -> Day | None:
    """The day that htmldate finds outside running text."""
    # Imported here so that `onrecord --help` does not pay for it.
    from htmldate import find_date

    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    found = find_date(
        _drop_sentences(tree),
        original_date=True,
        extensive_search=False,
        min_date=EARLIEST_PAGE,
        max_date=LATEST_PAGE,
    )
    return parse_day(found) if found else None


def _drop_sentences(tree: HtmlElement) -> HtmlElement:
    """A copy of the page without running text and without what is no article."""
    page = copy.deepcopy(tree)
    for element in page.xpath("|".join(f"//{tag}" for tag in _ELSEWHERE.split("|"))):
        element.drop_tree()
    for element in page.xpath("//*[@class or @id]"):
        named = f"{element.get('class', '')} {element.get('id', '')}"
        if element.tag not in ("html", "body", "main", "article") and _RELATED.search(
            named
        ):
            _empty(element)
    for element in page.xpath("|".join(f"//{tag}" for tag in _BLOCKS.split("|"))):
        if len(" ".join(element.text_content().split())) > MAX_DAY_LINE:
            _empty(element)
    for element in page.iter():
        is_prose = element.tag not in ("script", "style", "title")
        if is_prose and len(element.text or "") > MAX_DAY_LINE:
            element.text = None
        if len(element.tail or "") > MAX_DAY_LINE:
            element.tail = None
    return page


def _empty(element: HtmlElement) -> None:
    """Take all content out of an element; what follows it stays."""
    for child in list(element):
        element.remove(child)
    element.text = None


def _find_declared_language(tree: HtmlElement) -> str | None:
    """The language a page declares ("en" of "en-GB")."""
    match = re.match(r"\s*([A-Za-z]{2})(?:[-_]|\s*$)", tree.get("lang") or "")
    return match[1].lower() if match else None


def _first(tree: HtmlElement, path: str) -> Any:
    """The first result of an XPath expression, or None."""
    return next(iter(tree.xpath(path)), None)


def _pick(tags: dict[str, str], names: tuple[str, ...]) -> str | None:
    """The first of the named tags that is there."""
    return next((tags[name] for name in names if name in tags), None)


def _absolute(value: str | None) -> str | None:
    """A full web address, or None."""
    line = clean_line(value)
    return line if line and line.startswith(("http://", "https://")) else None
