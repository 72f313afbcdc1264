"""What stands at the head and tail of an article and is not its story.

    By Jonas Merrit                                       a byline
    24 September 2031, 6.15am                             a line with a day
    Photograph: Courier archive                           a caption or credit
    Read more: ... / Subscribe ... / (c) 2031 ...         furniture

Only whole lines are taken off, only near the two ends, and only where they say nothing
else: better to keep a credit than to lose a sentence. A day is taken only from a line
of its own; a day in running text is never a publication day. Corrections and notes on
amendments are story and stay.
"""

import re
from dataclasses import dataclass

from onrecord.read.dateline import Dateline, find_dateline
from onrecord.read.days import Day, parse_day
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
    r"|\d+\s(?:min(?:ute)?s?\sread|comments?|shares?))",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:(?:read|see|find\sout|learn)\smore\b[:.…]?.{0,200}"
    r"|read\s(?:also|next|now)\b.{0,200}|(?:also|related)\s?(?:read|stories|articles"
    r"|news|topics|content|links)?\s?:.{0,200}|related\s(?:stories|articles|news|topics)"
    r"|(?:subscribe|sign\sup|log\sin|register)(?:\s(?:to|for|now|here|today|and)\b"
    r".{0,200}|\W*)"
    r"|(?:share|tweet|print|email|e-mail|save|comments?|tags?|topics?)"
    r"(?:\s(?:this|on|via|article|story|page|now|facebook|twitter|whatsapp)\b.{0,80})?"
    r"|(?:tags?|topics?|filed\sunder|categories)\s?:.{0,200}"
    r"|(?:follow|like)\s(?:us|me|him|her|@?\w+)\son\b.{0,150}"
    r"|(?:more\s(?:from|on|about|stories)|most\s(?:read|popular)|you\smay\salso)\b.{0,120}"
    r"|(?:download|get)\s(?:our|the)\s.{0,40}(?:app|newsletter)\b.{0,120}"
    r"|(?:©|\(c\)\s|copyright\s(?:©|\(c\)|by\b|\d{4})).{0,250}|.{0,150}all\srights\sreserved\.?.{0,80}"
    r"|(?:source|sources|agencies|via)\s?:\s?.{1,60}"
    r"|(?:like|enjoy(?:ed)?)\s(?:this|what)\b.{0,80}\?.{0,80}"
    r"|tell\sus\swhat\syou\sthink.{0,40}"
    r"|(?:email|e-mail|contact|reach|follow)\s.{2,120}(?:@|\bon\stwitter|\bon\sfacebook)"
    r".{0,120}|\S+@\S+\.\w+|(?:https?://)?(?:www\.)?(?:twitter|facebook|x)\.com/\S+"
    r"|click\shere\b.{0,150}|.{0,80}newsletter\shere\.?)",
    re.IGNORECASE,
)
# Agencies print who else worked on a story behind it.
_CREDIT = re.compile(
    r"\(?(?:(?:additional\s|further\s)?(?:reporting|writing|editing|compiled|edited"
    r"|written)\s(?:and\s\w+\s)?by\s.{2,250}"
    r"|.{2,250}\scontributed\s(?:reporting\s)?to\sthis\s(?:report|story|article)\.?)\)?",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\W_]{0,40}")


@dataclass(frozen=True, slots=True)
class Edges:
    """An article's paragraphs without head and tail matter, and what that said."""

    paragraphs: tuple[str, ...]
    authors: tuple[str, ...] = ()
    published: Day | None = None
    dateline: Dateline | None = None


def trim_edges(paragraphs: list[str], *, titles: tuple[str, ...]) -> Edges:
    """Take what is not story off head and tail, into fields where it says something.

    Args:
        paragraphs: In order; none is empty.
        titles: A line at the head that repeats one of them is taken off too.

    Returns:
        `paragraphs` is empty where nothing but such matter was found.
    """
    authors: tuple[str, ...] = ()
    published: Day | None = None
    kept: list[str] = []
    repeated = {_words(title) for title in titles}
    seen = 0
    for line in paragraphs[:HEAD_LINES]:
        if len(kept) > STORY_LINES_BEFORE:
            break
        seen += 1
        names, day = read_byline(line), read_day_line(line)
        authors = authors or names
        if not _CHANGED.match(line):
            published = published or day
        if not (names or day or is_matter(line) or _words(line) in repeated):
            kept.append(line)
    kept = _trim_tail(kept + paragraphs[seen:])
    return Edges(
        tuple(kept), authors, published, find_dateline(kept[0] if kept else "")
    )


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


def is_matter(line: str) -> bool:
    """Whether a line is a caption, a credit, furniture or a rule."""
    if len(line) > MAX_MATTER:
        return False
    return any(form.fullmatch(line) for form in (_CAPTION, _FURNITURE, _CREDIT, _RULE))


def _trim_tail(paragraphs: list[str]) -> list[str]:
    """Drop matter, bylines and day lines from the end; the first line always stays."""
    end = len(paragraphs)
    last = max(1, end - TAIL_LINES)
    while end > last and (
        is_matter(paragraphs[end - 1])
        or read_byline(paragraphs[end - 1])
        or read_day_line(paragraphs[end - 1])
    ):
        end -= 1
    return paragraphs[:end]


def _words(line: str) -> tuple[str, ...]:
    """The words of a line, whatever its punctuation and case."""
    return tuple(re.findall(r"\w+", line.lower()))
