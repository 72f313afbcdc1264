"""The scorers of `eval/` are scripts, so their folder is put on the path here."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "eval"))

Record = dict[str, Any]


class Said:
    """A golden file said as a product would say it: the first acceptable values."""

    def __init__(self, gold: Record, texts: dict[str, Record]) -> None:
        self.gold, self.texts = gold, texts
        self.files = {f"ar-{file}": file for file in texts}
        names = [actor["name"] for actor in gold["actors"]]
        self.ids = {name: f"ac-{number}" for number, name in enumerate(names)}
        self.records = [*self._articles(), *self._actors()]
        statements = [*self._many("statement", gold["statements"], self._statement)]
        self.records += statements
        self.speaking = {
            (s["evidence"][0]["article"], s["speaker"]): s["id"] for s in statements
        }
        self.records += self._many("event", gold["events"], self._event)
        self.records += self._many("custody", gold["custody"], self._custody)
        self.records += self._many("proceeding", gold["proceedings"], self._proceeding)
        self.records += self._many("linkage", gold["linkages"], self._linkage)
        self.records += self._many("claim", gold["claims"], self._claim)
        self.records += self._many("decision", gold["decisions"], self._decision)
        self.records += self._many("relation", gold["relations"], self._relation)

    def of(self, name: str) -> list[Record]:
        return [record for record in self.records if record["type"] == name]

    def evidence(self, file: str, exact: str) -> Record:
        for field in ("text", "title"):
            start = (self.texts[file][field] or "").find(exact)
            if start >= 0:
                end = start + len(exact)
                break
        else:
            raise AssertionError(f"{file} lacks {exact!r}")
        where = {"article": f"ar-{file}", "field": field}
        return {**where, "start": start, "end": end, "exact": exact}

    def _many(
        self, name: str, golds: list[Record], say: Callable[[Record], Record]
    ) -> Iterable[Record]:
        for number, gold in enumerate(golds):
            said = {"type": name, "id": f"{name}-{number}", **say(gold)}
            if "evidence" not in said:
                said["evidence"] = [
                    self.evidence(e["article"], e["exact"]) for e in gold["evidence"]
                ]
            yield {key: value for key, value in said.items() if value is not None}

    def _ids(self, names: Any) -> list[str]:
        names = [names] if isinstance(names, str) else names or []
        return [self.ids.get(name, name) for name in names if name is not None]

    def _one(self, names: Any) -> str | None:
        return next(iter(self._ids(names)), None)

    def _articles(self) -> Iterable[Record]:
        copied = {f: g[0] for g in self.gold["copies"] for f in g[1:]}
        for article in self.gold["articles"]:
            file = article["file"]
            yield {
                "type": "article",
                "id": f"ar-{file}",
                **self.texts[file],
                "published": article["published"],
                "publisher": article["outlet"],
                "duplicate_of": f"ar-{copied[file]}" if file in copied else None,
            }

    def _actors(self) -> Iterable[Record]:
        for actor in self.gold["actors"]:
            yield {
                **actor,
                "type": "actor",
                "id": self.ids[actor["name"]],
                "evidence": [],
            }

    def _statement(self, gold: Record) -> Record:
        pieces = [self.evidence(gold["article"], words) for words in gold["content"]]
        return {
            "speaker": self._one(gold.get("speaker")),
            "on_behalf_of": self._ids(gold.get("on_behalf_of")),
            "content": " ".join(gold["content"]),
            "content_spans": [[e["start"], e["end"]] for e in pieces],
            "mode": gold["mode"],
            "act": gold["act"][0],
            "addressee": self._ids(gold.get("addressee")),
            "channel": (gold.get("channel") or [None])[0],
            "said_on": gold.get("said_on"),
            "denies": gold.get("denies"),
            "evidence": pieces,
        }

    def _event(self, gold: Record) -> Record:
        trigger = self.evidence(gold["article"], gold["trigger"])
        voice = gold["voice"]
        if voice != "narrator":
            speaker = self._one(voice)
            voice = self._voice(trigger["article"], speaker)
        return {
            "event_type": gold["event_type"][0],
            "trigger": gold["trigger"],
            "trigger_spans": [[trigger["start"], trigger["end"]]],
            "source": self._ids(gold["source"]),
            "target": self._ids(gold["target"]),
            "when": gold.get("when"),
            "factuality": gold["factuality"],
            "voice": voice,
            "evidence": [trigger],
        }

    def _voice(self, article: str, speaker: str | None) -> str:
        """Return a statement of the speaker's, any one where this article has none."""
        fallback = next((i for (_, s), i in self.speaking.items() if s == speaker), "?")
        return self.speaking.get((article, speaker), fallback)

    def _custody(self, gold: Record) -> Record:
        keys = ("place", "from", "to", "end", "grounds", "status")
        return {
            **{key: gold.get(key) for key in keys},
            "person": self._one(gold["person"]),
            "holder": self._ids(gold.get("holder")),
            "kind": gold["kind"][0],
            "conditions": [
                {**c, "evidence": [self.evidence(c["article"], c["text"])]}
                for c in gold.get("conditions") or []
            ],
        }

    def _proceeding(self, gold: Record) -> Record:
        stages = [
            {
                **stage,
                "stage": stage["stage"][0],
                "evidence": [self.evidence(stage["article"], stage["exact"])],
            }
            for stage in gold["stages"]
        ]
        return {
            "kind": gold["kind"][0],
            "subject": self._ids(gold["subject"]),
            **{k: self._ids(gold.get(k)) for k in ("forum", "requested_by", "decider")},
            **{k: gold.get(k) for k in ("allegations", "status", "next_on")},
            "stages": stages,
            "evidence": stages[0]["evidence"],
        }

    def _linkage(self, gold: Record) -> Record:
        roles = {
            "exchange": ("give", "get"),
            "demand": ("what",),
            "offer": ("what",),
            "condition": ("if", "then"),
            "threat": ("if", "then"),
        }
        # The first kind whose terms are those that the golden record has.
        kind = next(
            (k for k in gold["kind"] if any(gold.get(r) for r in roles[k])),
            gold["kind"][0],
        )
        terms = {r: {"text": gold[r][0]} for r in roles[kind] if gold.get(r)}
        return {
            "kind": kind,
            **terms,
            "deadline": gold.get("deadline"),
            "proposed_by": self._ids(gold.get("proposed_by")),
            "addressed_to": self._ids(gold.get("addressed_to")),
            "responses": [
                {
                    "actor": self._one(r["actor"]),
                    "stance": r["stance"],
                    "evidence": [self.evidence(r["article"], r["exact"])],
                }
                for r in gold.get("responses") or []
            ],
        }

    def _claim(self, gold: Record) -> Record:
        sides = {
            side: [{"actor": actor} for actor in self._ids(gold.get(side))]
            for side in ("asserted_by", "denied_by")
        }
        contested = all(sides.values())
        return {"text": gold["text"], **sides, "contested": contested}

    def _decision(self, gold: Record) -> Record:
        return {
            "decider": self._ids(gold.get("decider")),
            "subject": gold["subject"],
            "status": gold["status"][0],
            "due": gold.get("due"),
            "when": gold.get("when"),
        }

    def _relation(self, gold: Record) -> Record:
        return {
            "actors": self._ids(gold["actors"]),
            "direction": gold.get("direction"),
        }


@pytest.fixture
def say() -> Callable[[Record, dict[str, Record]], Said]:
    return Said
