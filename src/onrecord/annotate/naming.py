"""Which chain a name belongs to: by full name, short form, title or initials."""

import re
from itertools import islice

from onrecord.annotate.linking import Links, agree
from onrecord.model.actor import ActorKind
from onrecord.model.document import Gender, Phrase

_BODIES = (ActorKind.ORGANIZATION, ActorKind.PUBLIC_BODY, ActorKind.GROUP)
_ARTICLE = re.compile(r"^(?:al|el|ad|an|as|ar|at)-")


class Naming:
    """Finds the chains of names in one article."""

    def __init__(self, links: Links) -> None:
        """Note which fuller names hold each single one."""
        self.links = links
        self.full = self._fuller_names()

    def find(self, key: str, phrase: Phrase) -> tuple[int | None, str]:
        """Return the chain that has this name already."""
        keys = {key}
        if phrase.kind is ActorKind.PERSON and len(self.full.get(key, ())) == 1:
            keys |= self.full[key]
        person = phrase.kind is ActorKind.PERSON
        parts = {key.split()[0], key.split()[-1]} if person else set()
        for n in self.links.recall.named(keys | parts):
            chain = self.links.chains[n]
            if keys & set(chain.names) and agree(chain.kind, phrase.kind):
                return n, "name" if key in chain.names else "short form"
            if person and chain.kind is ActorKind.PERSON:
                short = {k for k in chain.names if key in self.full.get(k, ())}
                if any(len(self.full[k]) == 1 for k in short):
                    return n, "short form"
        shared = self._find_by_gender(key, phrase)
        if shared is not None:
            return shared, "short form"
        in_brackets = self._find_in_brackets(phrase)
        if in_brackets is not None:
            return in_brackets, "acronym"
        return self._find_acronym(key), "acronym"

    def _find_in_brackets(self, phrase: Phrase) -> int | None:
        """Return the body whose short name follows it in brackets: "(MOD)".

        The letters need not be its initials: it may be short for its name in another
        language. A state's letters are its own, as in "Harbour Union (U.S.)".
        """
        links, name = self.links, phrase.name
        if name is None:
            return None
        text = links.parse.text
        letters = text[name.start : name.end].replace(".", "")
        is_short = 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper()
        left = text[max(0, name.start - 3) : name.start].rstrip()
        right = text[name.end : name.end + 3]
        bracketed = left.endswith("(") and right.lstrip().startswith(")")
        if not is_short or not bracketed or links.key(phrase) in links.words.states:
            return None
        end = len(text[: text.rindex("(", 0, name.start)].rstrip())
        for n, (chain, _) in islice(reversed(links.of.items()), 20):
            full = links.found[n].phrase
            if full.name is not None and full.name.end == end:
                fits = full.kind in _BODIES and " " in links.key(full)
                return chain if fits else None
        return None

    def _find_by_gender(self, key: str, phrase: Phrase) -> int | None:
        """Return whose family name it is where "Mr" or "Ms" leaves only one."""
        if phrase.gender is Gender.UNKNOWN or key not in self.full:
            return None
        fits = []
        for n in self.links.recall.named(self.full[key]):
            if self.links.chains[n].gender in (phrase.gender, Gender.UNKNOWN):
                fits.append(n)
        return fits[0] if len(fits) == 1 else None

    def _find_acronym(self, key: str) -> int | None:
        """Return the chain of a fuller name that an acronym stands for."""
        letters = key.replace(".", "")
        if not 2 <= len(letters) <= 6 or " " in letters:
            return None
        return self.links.recall.abbreviated(letters)

    def _fuller_names(self) -> dict[str, set[str]]:
        """Map a last or first name to the fuller personal names that hold it."""
        fuller: dict[str, set[str]] = {}
        for item in self.links.found:
            phrase = item.phrase
            if phrase.kind is ActorKind.PERSON and phrase.name:
                key = self.links.key(phrase)
                last, first = key.split()[-1], key.split()[0]
                # "al-Tamir" is "Tamir" the second time.
                for part in {last, first, _ARTICLE.sub("", last)}:
                    if " " in key:
                        fuller.setdefault(part, set()).add(key)
        return fuller
