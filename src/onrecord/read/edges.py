"""What stands at the head and tail of an article and is not its story.

    By Jonas Merrit                                       a byline
    24 September 2031, 6.15am                             a line with a day
    Photograph: Courier archive                           a caption or credit
    Jonas Merrit is a reporter in Quellmar.               a note on its author
    Read more: ... / Subscribe ... / (c) 2031 ...         furniture

Only whole lines are taken off, only near the two ends, and only where they say nothing
else: better to keep a credit than to lose a sentence. A day is taken only from a line
of its own; a day in running text is never a publication day. Corrections and notes on
amendments are story and stay.
"""

import re
from dataclasses import dataclass
from itertools import groupby

from onrecord.read.dateline import Dateline, find_dateline
from onrecord.read.days import Day, parse_day
from onrecord.read.furniture import is_furniture, is_label
from onrecord.read.names import split_names

HEAD_LINES = 12
TAIL_LINES = 16
# A subtitle and one more line may stand before the byline.
STORY_LINES_BEFORE = 2
MAX_MATTER = 300

_BYLINE = re.compile(
    r"(?:(?:written|reported|story|words)\s)?by[:\s]\s*"
    # "By Friday" begins a sentence; a point is only part of a name's initial.
    r"(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)"
    r"(?:(?-i:(?:the\s)?[A-ZÀ-Þ](?:[^.!?\"\u201c]|(?<=[A-Z])\.|(?<=\b[JSD]r)\.)*)"
    r"|our\s[a-z ]+)",
    re.IGNORECASE,
)
_DAY_LINE = re.compile(
    r"(?:(?:first\s)?(?:published|posted|created|date|updated|last\supdated|modified)"
    r"(?:\s(?:on|at))?[:\s]\s*)?(?P<day>.{6,60}?)(?:\s[|·•-]\s.{0,40})?",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"(?:last\s)?(?:updated|modified)\b", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:(?:photo(?:graph)?|picture|image|file\sphoto|illustration|video)s?"
    r"(?:\s(?:credit|caption|by|courtesy))?[:/]\s.*"
    r"|image\s(?:copyright|caption|source)\s.*|(?:getty\simages|shutterstock|istock)(?:\s?[/|].{0,40})?"
    r"|advertisements?\W*"
    r"|(?:story\scontinues\sbelow|scroll\sto\scontinue).{0,40}"
    r"|.{0,200}\((?:photo|picture|image)(?:\scredit)?(?::|\sby|/)[^)]*\)"
    r"|(?:.{0,200}\W\s?)?(?:photos?|pictures?|images?)\s(?:©|\(c\)|by)\s[^.?!]{2,80}"
    r"|\d+\s(?:min(?:ute)?s?\sread|comments?|shares?))",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:(?:©|\(c\)\s|copyright\s(?:©|\(c\)|by\b|(?:\S+\s){0,5}\d{4})).{0,250}"
    r"|(?:source|sources|agencies|via)\s?:\s?.{1,60}"
    r"|(?:email|e-mail|contact|reach|follow)\s.{2,120}(?:@|\bon\stwitter|\bon\sfacebook)"
    r".{0,120}|\S+@\S+\.\w+|(?:https?://)?(?:www\.)?(?:twitter|facebook|x)\.com/\S+)",
    re.IGNORECASE,
)
# "Updated at 1:23 p.m.", "Posted 3 hours ago": no day, so nothing is read from them.
_CLOCK_LINE = re.compile(
    r"\(?(?:last\s)?(?:updated|modified|published|posted|first\spublished)\s?:?\s"
    r"(?:(?:on|at)\s)?(?:\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s\(?[a-z]{2,4}\)?)?"
    r"|(?:an?|\d+)\s(?:minute|min|hour|hr|day|week|month|year)s?\sago)\W*",
    re.IGNORECASE,
)
# Agencies print who else worked on a story behind it.
_CREDIT = re.compile(
    r"\W?(?:(?:additional\s|further\s)?(?:reporting|writing|editing|compiled|edited"
    r"|written)\s(?:and\s\w+\s)?by\s.{2,250}"
    r"|.{2,250}\scontributed\s(?:reporting\s)?to\sthis\s(?:report|story|article)\.?)\)?",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\W_]{0,40}")
_SENTENCE_END = re.compile(r"[.!?][\W_]*$")
# Headings ask and shout; but they have no full stop.
_FULL_STOP = re.compile(r"\.[\W_]*$")
# Behind an author's name: "is a reporter", ", who writes", "can be reached at".
_NOTE = re.compile(
    r"(?:['\u2019]s\s(?:\w+\s)?(?:book|novel|podcast|column|newsletter)\b|,?\s(?:who\s|also\s)?(?:is|was|are|covers?|writes?|reports?|edits?|joined"
    r"|has\s(?:written|covered|reported|been|worked)|can\sbe\s(?:reached|found"
    r"|followed|contacted)|contributed)\b|\sat\s\S+@|[:,|]?\s@\w)",
    re.IGNORECASE,
)
_MATTER = (_CAPTION, _FURNITURE, _CLOCK_LINE, _CREDIT, _RULE)


@dataclass(frozen=True, slots=True)
class Edges:
    """An article's paragraphs without head and tail matter, and what that said."""

    paragraphs: tuple[str, ...]
    authors: tuple[str, ...] = ()
    published: Day | None = None
    dateline: Dateline | None = None


def trim_edges(
    paragraphs: list[str],
    *,
    titles: tuple[str, ...],
    authors: tuple[str, ...] = (),
    links: frozenset[str] = frozenset(),
) -> Edges:
    """Take what is not story off head and tail, into fields where it says something.

    Args:
        paragraphs: In order; none is empty.
        titles: A line at the head that repeats one of them is taken off too.
        authors: The page's authors; at the tail a note on one of them goes.
        links: The wordings of the page's links (`spell_link`); at the tail lines that
            are a link and no sentence, several in a row or the last one, go too.

    Returns:
        `paragraphs` is empty where nothing but such matter was found.
    """
    found: tuple[str, ...] = ()
    published: Day | None = None
    kept: list[str] = []
    repeated = {_words(title) for title in titles}
    seen = 0
    for line in paragraphs[:HEAD_LINES]:
        if len(kept) > STORY_LINES_BEFORE:
            break
        seen += 1
        names, day = read_byline(line), read_day_line(line)
        found = found or names
        if not _CHANGED.match(line):
            published = published or day
        if not (names or day or is_matter(line) or _words(line) in repeated):
            kept.append(line)
    tail = _Tail(authors or found, links)
    kept = tail.trim(kept + paragraphs[seen:])
    return Edges(tuple(kept), found, published, find_dateline(kept[0] if kept else ""))


def find_byline(text: str) -> tuple[str, ...]:
    """Return the authors if the first line of `text` is a byline, else nothing."""
    return read_byline(text[:500].lstrip().split("\n", 1)[0].strip())


def read_byline(line: str) -> tuple[str, ...]:
    """Return the authors of a line that is nothing but a byline, else nothing."""
    if len(line) > 120 or not _BYLINE.fullmatch(line):
        return ()
    return split_names(line)


def read_day_line(line: str) -> Day | None:
    """Return the full day of a line that says nothing else."""
    match = _DAY_LINE.fullmatch(line) if len(line) <= 120 else None
    day = parse_day(match["day"]) if match else None
    return day if day and day.is_full else None


def is_caption(line: str) -> bool:
    """Whether a line is a caption or credit of a picture."""
    return len(line) <= MAX_MATTER and bool(_CAPTION.fullmatch(line))


def is_matter(line: str) -> bool:
    """Whether a line is a caption, a credit, furniture or a rule."""
    if len(line) <= MAX_MATTER and any(form.fullmatch(line) for form in _MATTER):
        return True
    return is_furniture(line)


@dataclass(frozen=True, slots=True)
class _Tail:
    """Takes matter off the end of a story; the first line always stays."""

    authors: tuple[str, ...]
    links: frozenset[str]

    def trim(self, paragraphs: list[str]) -> list[str]:
        """Drop what is no story from the end, and runs of links shortly before it."""
        first = max(1, len(paragraphs) - TAIL_LINES)
        kept = self._drop_link_runs(paragraphs, first)
        kept = _cut_list(kept, first)
        while len(kept) > first and self._is_end_matter(kept[-1]):
            kept.pop()
        return kept

    def _drop_link_runs(self, paragraphs: list[str], first: int) -> list[str]:
        """The paragraphs without captions and lists of links near the end."""
        kept = paragraphs[:first]
        for is_link, run in groupby(paragraphs[first:], self._is_link):
            lines = list(run)
            if not (is_link and len(lines) > 1):
                kept += [line for line in lines if not is_caption(line)]
        return kept

    def _is_end_matter(self, line: str) -> bool:
        return bool(
            is_matter(line)
            or read_byline(line)
            or read_day_line(line)
            or self._is_link(line)
            or self._is_note_on_author(line)
        )

    def _is_link(self, line: str) -> bool:
        """Whether a line is a link to another story: its heading, no sentence."""
        return not _FULL_STOP.search(line) and spell_link(line) in self.links

    def _is_note_on_author(self, line: str) -> bool:
        """Whether a line tells who an author of this very article is."""
        if len(line) > MAX_MATTER:
            return False
        return any(
            line.startswith(name) and _NOTE.match(line, len(name))
            for name in self.authors
        )


def _cut_list(paragraphs: list[str], first: int) -> list[str]:
    """The paragraphs up to a heading behind which only headings stand."""
    for at in range(len(paragraphs) - 1, first - 1, -1):
        if is_label(paragraphs[at]):
            return paragraphs[:at]
        if _SENTENCE_END.search(paragraphs[at]) and not is_matter(paragraphs[at]):
            break
    return paragraphs


def spell_link(line: str) -> str:
    """The wording of a link, whatever its spaces, case and punctuation; "" if short.

    One or two words may be any heading's; more are another story's own heading.
    """
    words = _words(line)
    return " ".join(words) if len(words) > 2 else ""


def _words(line: str) -> tuple[str, ...]:
    """The words of a line, whatever its punctuation and case."""
    return tuple(re.findall(r"\w+", line.lower()))
