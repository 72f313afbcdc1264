"""Which chain a name belongs to: by full name, short form, title or initials."""

import re

from onrecord.annotate.linking import Links, agree
from onrecord.model.actor import ActorKind
from onrecord.model.document import Gender, Phrase

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
        return self._find_acronym(key), "acronym"

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
