"""Codes of actors: country and sector, as PLOVER writes them ("KENGOV", "IGOUNO").

Rules that hold here:
- A code is read from the words that name or describe somebody: "Kenyan police". Words
  of one mention come first, then those of the other mentions of the same actor.
- A person's own name says nothing ("Chad Adeyemi" is of no country).
- A sector without a country is "---COP"; nothing known is no code.
- A code is a hint beside the words and never takes their place.

Source: PLOVER codebook (Halterman et al. 2023): three letters of ISO 3166-1, or IGO,
NGO or IMG, then three of a sector. Of bodies between states we keep which one (IGOUNO),
as CAMEO does.
"""

import re
from collections.abc import Iterator

from onrecord.extract.context import Context
from onrecord.model.document import Phrase
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Row, Table

_WORD = re.compile(r"[^\W_](?:[\w.'’&-]*\w|\.)?(?:(?<=\.\w)\.)?")
_LONGEST = 7
_UNKNOWN = "---"
# A name this short is one only in capitals ("WHO", "US").
_SHORT = 4
_IN = frozenset(("in", "near", "at", "across", "throughout"))
# Those who act where they stand; armed movements and strangers are of anywhere.
_DOMESTIC = frozenset(
    ("COP", "JUD", "LEG", "GOV", "MIL", "CVL", "EDU", "LAB", "JRN", "MED", "OPP", "AGR")
)


class Codes:
    """Finds the codes of one document's actors, each phrase once."""

    def __init__(self, context: Context) -> None:
        """Take the document and its lexicons."""
        self._context = context
        lexicons = context.lexicons
        self._countries = lexicons["country_codes"]
        self._bodies = lexicons["known_bodies"]
        self._sectors = lexicons["actor_sectors"]
        self._read: dict[int, tuple[str, str]] = {}
        self._of: dict[str, list[int]] = {}
        for index, phrase in enumerate(context.document.phrases):
            if phrase.actor is not None:
                self._of.setdefault(phrase.actor, []).append(index)

    def of_actor(self, actor: str) -> str | None:
        """Return an actor's code from all its mentions, None where nothing is known."""
        return self._joined(self._of.get(actor, ()))

    def of_phrase(self, index: int) -> str | None:
        """Return a mention's code, what it does not say taken from the other ones."""
        actor = self._context.document.phrases[index].actor
        others = self._of.get(actor, []) if actor is not None else []
        return self._joined([index, *others])

    def _joined(self, indices: "list[int] | tuple[int, ...]") -> str | None:
        """Return the first country and the first sector that these mentions say."""
        country = sector = ""
        for index in indices:
            of, does = self._phrase(index)
            country, sector = country or of, sector or does
        if not country and indices:
            country, told = self._roles(indices[0])
            sector = sector or told
        if not country and sector in _DOMESTIC:
            country = self._around(self._context.document.phrases[indices[0]])
        if len(country) > len(_UNKNOWN):  # a body that is known by name
            return country
        return f"{country or _UNKNOWN}{sector}" if country or sector else None

    # -- one mention ---------------------------------------------------------------

    def _phrase(self, index: int) -> tuple[str, str]:
        if index not in self._read:
            phrase = self._context.document.phrases[index]
            self._read[index] = self._country(phrase), self._told_sector(phrase)
        return self._read[index]

    def _told_sector(self, phrase: Phrase) -> str:
        """Return a mention's sector; a bare "Kestrian" may stand before what acts."""
        if (phrase.name_type or "").startswith("LOC"):
            return ""
        outer = self._context.document.phrases[phrase.within or 0]
        if phrase.name_type == "MISC:demonym" and phrase.within is not None:
            return self._sector(outer) if outer.actor is None else ""
        return self._sector(phrase)

    def _country(self, phrase: Phrase) -> str:
        """Return the country or known body that a mention's words name first."""
        pieces = list(self._pieces(phrase))
        for table in (self._bodies, self._countries):
            for piece in pieces:
                for key, row in _found(piece, table):
                    if _is_written(piece, key, short=table is self._bodies):
                        return row["code"]
        return ""

    def _sector(self, phrase: Phrase) -> str:
        """Return the sector of a mention: its head's, else that of a word before it."""
        text = self._context.text
        name = phrase.name if phrase.name_type == "PER" else None
        stop = name.start if name is not None else phrase.head.end
        front = _tail(text[phrase.span.start : stop].lower())
        behind = text[phrase.head.end : phrase.span.end].lower()
        if phrase.name_type == "ORG":
            front, behind = text[phrase.span.start : phrase.span.end].lower(), ""
        best = weak = ""
        for key, row in _found(front, self._sectors):
            ends = front.endswith((key, f"{key}s", f"{key}'s", f"{key}’s", f"{key}es"))
            strength = row["strength"]
            if strength == "weak":
                weak = row["sector"]
            elif strength == "any" or ends:
                best = row["sector"]
        if not best:
            rows = (row for _, row in _found(behind, self._sectors))
            best = next((r["sector"] for r in rows if r["strength"] != "weak"), "")
        return best or weak

    def _pieces(self, phrase: Phrase) -> Iterator[str]:
        """Give a mention's words without a person's own name."""
        text, span = self._context.text, phrase.span
        name = phrase.name if phrase.name_type == "PER" else None
        if name is None:
            yield text[span.start : span.end]
        else:
            yield text[span.start : name.start]
            yield text[name.end : span.end]

    def _roles(self, index: int) -> tuple[str, str]:
        """Return what the titles of an actor say: "minister" of "Kestria"."""
        phrase = self._context.document.phrases[index]
        actor = self._context.lookup.actor(phrase.actor)
        if actor is None:
            return "", ""
        places = [role.of for role in actor.roles] + [actor.nationality]
        country = ""
        for place in places:
            rows = _found(place or "", self._countries)
            country = country or next((row["code"] for _, row in rows), "")
        sector = ""
        for role in actor.roles:
            found = [r["sector"] for _, r in _found(role.title.lower(), self._sectors)]
            sector = sector or next(iter(found), "")
        return country, sector

    def _around(self, phrase: Phrase) -> str:
        """Return the one country that a mention's sentence says something is in."""
        sents = self._context.document.sents
        sent = sents[min(phrase.sent, len(sents) - 1)]
        codes = set()
        for index in self._context.phrases_in(Span(sent.start, sent.end)):
            other = self._context.document.phrases[index]
            before = self._context.text[sent.start : other.span.start].split()
            if before and before[-1].lower() in _IN:
                codes.add(self._phrase(index)[0])
        codes.discard("")
        return codes.pop() if len(codes) == 1 else ""


def _found(text: str, table: Table) -> Iterator[tuple[str, Row]]:
    """Give the entries that a text names, in order, the longest at each place."""
    words = [_plain(m.group()) for m in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            first = " ".join(words[at : at + size - 1])
            row, key = None, ""
            for last in _forms(words[at + size - 1]):
                key = f"{first} {last}".strip()
                row = table.get(key)
                if row is not None:
                    break
            if row is not None:
                yield key, row
                at += size - 1
                break
        at += 1


def _plain(word: str) -> str:
    """Return a word in lower case without its possessive ending."""
    return re.sub(r"['’]s?$", "", word.lower())


def _forms(word: str) -> Iterator[str]:
    """Give a word and what it may be the plural of."""
    yield word
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("men"):
        yield f"{word[:-3]}man"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]


def _is_written(text: str, key: str, *, short: bool) -> bool:
    """Whether a name stands in a text as names are written."""
    at = text.lower().find(key)
    words = text[at : at + len(key)]
    letters = sum(c.isalpha() for c in key)
    if letters < _SHORT or (short and letters <= _SHORT and " " not in key):
        return words.isupper() or "." in key
    return words[:1].isupper() or words[:4] in ("the ", "al-q", "al-s")


def _tail(text: str) -> str:
    """Return what stands before a head without a clause or aside in between."""
    return text.rsplit(",", 1)[-1]
