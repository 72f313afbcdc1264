"""Draw events of newswire for the factuality gold, and take in the labels.

    ONRECORD_CORPUS=FILE python eval/sample_factuality.py draw --scratch FILE
    ONRECORD_CORPUS=FILE python eval/sample_factuality.py take LABELLED

`draw` writes `gold/factuality.jsonl`: the story, the place of one word and the hash of
its sentence, never the words; and, to a scratch file outside the repository, what a
labeller reads. Words are drawn by a list of forms and by what stands in the sentence
(negation, modals, conditions, plans, demands, speech), in equal shares, one a story. No
rule of the product chooses them. `take` puts the labels into the gold, the speaker's
words as a place in the text.
"""

import argparse
import gzip
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "gold" / "factuality.jsonl"
# Some words drawn tell no deed; 200 deeds are wanted.
ITEMS = 250
SKIPPED = 0
# How far before the word what colours it may stand, in characters.
_REACH = 90

_VERBS = (
    "abduct accuse agree arrest assassinate attack blame bomb boycott capture clash "
    "condemn convict criticise criticize demonstrate deport detain endorse evacuate "
    "execute expel extradite fight impose imprison invade investigate invite jail "
    "kidnap kill meet negotiate occupy pardon protest raid reject release rescue "
    "resign retreat seize sentence shoot sign sue surrender suspend threaten torture "
    "visit withdraw wound"
).split()
_IRREGULAR = (
    "fought imprisoned met shot signed struck seized sued withdrew withdrawn banned "
    "expelled shelled freed stormed bombarded"
).split()
_NOUNS = (
    "arrest attack boycott ceasefire clash deportation detention evacuation execution "
    "expulsion extradition investigation invasion killing meeting murder negotiations "
    "pardon protest raid release resignation sanctions strike talks truce visit "
    "withdrawal"
).split()
_COLOURS = {
    "negation": r"\b(?:not|n't|never|no|without|nor|neither|denied|denies|deny|refused|"
    r"refuses|failed|ruled out)\b|n['’]t\b",
    "modal": r"\b(?:may|might|could|would|can|cannot|possible|possibly|likely)\b",
    "condition": r"\b(?:if|unless|whether|until|in case|provided|should it|threatened|"
    r"threatens|warned|fear|feared)\b",
    "plan": r"\b(?:will|plans?|planned|agreed|intends?|due|scheduled|expected|promised|"
    r"vowed|pledged|prepared|preparing|hopes?|decided)\b",
    "demand": r"\b(?:demand(?:ed|s|ing)?|urged?|urging|call(?:ed|ing) (?:for|on)|asked|"
    r"ordered|must|should|appeal(?:ed|ing)?|request(?:ed)?|insisted)\b",
    "speech": r"[\"“]|\b(?:said|says|told|claimed|alleged|according to|accused|"
    r"reported|announced)\b",
}


def read_stories() -> Iterator[dict[str, Any]]:
    """Yield the corpus's stories; `ONRECORD_CORPUS` is its file or the folder of it."""
    path = Path(os.environ["ONRECORD_CORPUS"])
    path = path / "newswire.jsonl.gz" if path.is_dir() else path
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def digest(words: str) -> str:
    """Return the hash that stands for words which may not be published."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _forms() -> re.Pattern[str]:
    """Return a pattern of the words that may tell a deed."""
    verbs = {v: v.removesuffix("e") for v in _VERBS}
    forms = [rf"{stem}(?:e|es|ed|ing|s)?" for stem in verbs.values()]
    forms += [rf"{v}(?:s|es|ed|ing)?" for v in verbs]
    forms += [rf"{n}s?" for n in _NOUNS] + list(_IRREGULAR)
    return re.compile(rf"\b(?:{'|'.join(sorted(forms))})\b")


_STOP = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])[.?!][\"”’']?\s+(?=[\"“A-Z])")


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where sentences stand, cut at full stops before a capital letter."""
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in _STOP.finditer(line.group()):
            yield start, line.start() + stop.end()
            start = line.start() + stop.end()
        yield start, line.end()


def draw(scratch: Path) -> int:
    """Write the gold without labels and the labeller's file; return how many."""
    wanted = {name: ITEMS // len(_COLOURS) + 1 for name in _COLOURS}
    forms, items, shown = _forms(), [], []
    for story in sorted(read_stories(), key=lambda s: digest("1" + str(s["id"]))):
        found = list(_candidates(story["text"], forms, wanted))
        if not found or len(items) == ITEMS:
            continue
        colour, sent, word = min(found, key=lambda f: digest(str(story["id"]) + str(f)))
        wanted[colour] -= 1
        text, start, end = story["text"], word[0], word[1]
        name = digest(f"{story['id']} {start} {end}")
        items.append(
            {
                "id": name,
                "story": story["id"],
                "start": start,
                "end": end,
                "sent": list(sent),
                "sha256": digest(text[sent[0] : sent[1]]),
                "drawn_for": colour,
            }
        )
        around = text[max(0, text.rfind("\n\n", 0, max(0, sent[0] - 200))) : sent[0]]
        marked = f"{text[sent[0] : start]}*{text[start:end]}*{text[end : sent[1]]}"
        after = text[sent[1] : sent[1] + 200]
        shown.append(
            {
                "id": name,
                "word": text[start:end],
                "sentence": marked.strip(),
                "before": around.strip(),
                "after": after.strip(),
                "event": None,
                "factuality": None,
                "voice": None,
            }
        )
    _write(GOLD, items)
    _write(scratch, shown)
    return len(items)


def _candidates(
    text: str, forms: re.Pattern[str], wanted: dict[str, int]
) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Yield colour, sentence and word for every word that stands under a colour."""
    for start, end in _sentences(text):
        for word in forms.finditer(text, start, end):
            before = text[max(start, word.start() - _REACH) : word.start()]
            for colour, pattern in _COLOURS.items():
                if wanted[colour] > 0 and re.search(pattern, before, re.IGNORECASE):
                    yield colour, (start, end), (word.start(), word.end())


def take(labelled: Path) -> int:
    """Put labels into the gold; return how many voices are not in their story."""
    items = {i["id"]: i for i in _read(GOLD)}
    labels = {row["id"]: row for row in _read(labelled)}
    lost = 0
    for story in read_stories():
        for item in items.values():
            row = labels.get(item["id"])
            if item["story"] != story["id"] or row is None:
                continue
            item["event"] = row["event"]
            item["factuality"] = row.get("factuality") if row["event"] else None
            voice = row.get("voice") if row["event"] else None
            item["voice"] = _place(story["text"], item, voice)
            if voice and item["voice"] is None:
                lost += 1
                print(f"{item['id']}: the voice's words are not there", file=sys.stderr)
            if row.get("unsure"):
                item["unsure"] = True
    _write(GOLD, list(items.values()))
    return lost


def _place(text: str, item: dict[str, Any], voice: str | None) -> object:
    """Return `narrator`, or the place of a speaker's words nearest to the sentence."""
    if voice in (None, "", "narrator"):
        return voice or None
    places = [m.start() for m in re.finditer(re.escape(str(voice)), text)]
    if not places:
        return None
    start, end = item["sent"]
    best = min(places, key=lambda p: (not start <= p < end, abs(p - item["start"])))
    return [best, best + len(str(voice))]


def _read(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Draw or take in; 1 where a speaker's words are not in their story."""
    parser = argparse.ArgumentParser(description=__doc__)
    steps = parser.add_subparsers(dest="step", required=True)
    steps.add_parser("draw").add_argument("--scratch", type=Path, required=True)
    steps.add_parser("take").add_argument("labelled", type=Path)
    options = parser.parse_args(arguments)
    if "ONRECORD_CORPUS" not in os.environ:
        print("skipped: ONRECORD_CORPUS names no file of news stories")
        return SKIPPED
    if options.step == "draw":
        print(f"{draw(options.scratch)} items drawn")
        return 0
    return 1 if take(options.labelled) else 0


if __name__ == "__main__":
    sys.exit(main())
