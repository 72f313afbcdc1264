"""What records are compared in: the articles, and who stands for whom.

A golden file names actors by words and articles by file; an export names both by id.
`World` holds the two mappings and nothing that depends on a record type.

An actor of ours stands for a golden actor if its name, or else most of its aliases, is
the golden name or one of its aliases. A group written as "A and B" is A and B.
"""

import re
from collections.abc import Iterable
from typing import Any

from golden_words import Place, find_places, plain

Record = dict[str, Any]

_LEADING = re.compile(r"^(?:(?:the|an|a|(?:mr|mrs|ms|dr)\.?) )+")
_TRAILING = re.compile(r"(?:'s|[\s,.;:'\"])+$")


class World:
    """The articles and actors of a golden file and of an export, side by side.

    Args:
        gold: A golden file as loaded.
        records: The export's records.
        files: Article id to the name of its file.
    """

    def __init__(
        self, gold: Record, records: list[Record], files: dict[str, str]
    ) -> None:
        self.gold = gold
        self._same_story = {
            file: group[0] for group in gold.get("copies") or [] for file in group
        }
        self.files = files
        self.fields = {
            files[record["id"]]: {
                "text": record["text"],
                "title": record.get("title") or "",
            }
            for record in records
            if record["type"] == "article" and record["id"] in files
        }
        self._parts = _group_parts(gold)
        self.actors = {r["id"]: r for r in records if r["type"] == "actor"}
        self.stands = stands_for(gold, self.actors.values())
        self._speakers = {
            r["id"]: r.get("speaker") for r in records if r["type"] == "statement"
        }

    # Articles

    def story(self, file: str) -> str:
        """Return the file that stands for a file and its wire copies."""
        return self._same_story.get(file, file)

    def file_of(self, record: Record) -> str | None:
        """Return the file that a record's first evidence is in."""
        evidence = record.get("evidence") or [{}]
        return self.files.get(evidence[0].get("article", ""))

    def stories(self, evidence: Iterable[Record]) -> set[str]:
        """Return the stories that evidence (golden or ours) stands in."""
        found = (self.files.get(e["article"], e["article"]) for e in evidence)
        return {self.story(file) for file in found}

    def places(self, file: str, exact: str) -> list[Place]:
        """Return every place of golden words in a file."""
        return find_places(self.fields.get(file, {}), exact)

    def found(self, gold: Record, evidence: Iterable[Record]) -> bool:
        """Whether some of our evidence shares a character with golden evidence."""
        places = self.places(gold["article"], gold["exact"])
        return any(
            self.files.get(e["article"]) == gold["article"]
            and any(
                p[0] == e["field"] and p[1] < e["end"] and e["start"] < p[2]
                for p in places
            )
            for e in evidence
        )

    # Actors

    def expand(self, names: str | Iterable[str] | None) -> set[str]:
        """Return golden names with groups replaced by those they are made of."""
        names = [names] if isinstance(names, str) else names or []
        return {part for name in names for part in self._parts.get(name, (name,))}

    def golden(self, actor: str | None) -> set[str]:
        """Return the golden names that an actor of ours may stand for."""
        if actor is None:
            return set()
        if actor == "narrator":
            return {"narrator"}
        found = self.expand(self.stands.get(actor))
        if not found:
            members = self.actors.get(actor, {}).get("actor_members") or []
            found = {n for m in members if m != actor for n in self.golden(m)}
        return found

    def all_golden(self, actors: Iterable[str]) -> set[str]:
        """Return the golden names that a list of our actors may stand for."""
        return {name for actor in actors for name in self.golden(actor)}

    def name(self, actor: str | None) -> str:
        """Return an actor of ours in words, for people to read."""
        if actor is None:
            return "-"
        return self.actors.get(actor, {}).get("name", actor)

    def voice(self, record: Record) -> str | None:
        """Return the actor whose voice tells a record: `narrator` or an id."""
        voice = record.get("voice", "narrator")
        return voice if voice == "narrator" else self._speakers.get(voice)


def name_key(name: str) -> str:
    """Return a name as it is compared: no case, article, form of address, 's."""
    name = _TRAILING.sub("", plain(name))
    return _LEADING.sub("", name)


def stands_for(gold: Record, actors: Iterable[Record]) -> dict[str, set[str]]:
    """Return, for each of our actors by id, the golden names it may stand for."""
    names = {name_key(actor["name"]): actor["name"] for actor in gold["actors"]}
    known: dict[str, set[str]] = {}
    for actor in gold["actors"]:
        for alias in (actor["name"], *(actor.get("aliases") or [])):
            known.setdefault(name_key(str(alias)), set()).add(actor["name"])
    return {actor["id"]: _stands_for(actor, names, known) for actor in actors}


def _stands_for(
    actor: Record, names: dict[str, str], known: dict[str, set[str]]
) -> set[str]:
    key = name_key(actor["name"])
    if key in names:
        return {names[key]}
    aliases = {name_key(alias) for alias in actor.get("aliases") or []} - {key}
    votes: dict[str, int] = {}
    for alias in aliases:
        for name in known.get(alias, ()):
            votes[name] = votes.get(name, 0) + 1
    most = max(votes.values(), default=0)
    voted = {name for name, count in votes.items() if count == most}
    if key in known:
        # Several share a word such as "the ministry": the aliases may tell which.
        return (known[key] & voted) or known[key]
    return voted if most * 2 > len(aliases) else set()


def _group_parts(gold: Record) -> dict[str, tuple[str, ...]]:
    """Return what each group that joins other golden names is made of."""
    names = {actor["name"] for actor in gold["actors"]}
    parts = {}
    for name in names:
        split = tuple(re.split(r", | and ", name))
        if len(split) > 1 and names.issuperset(split):
            parts[name] = split
    return parts
