"""Score whether a denial finds what it denies, on stories that may not be published.

    ONRECORD_CORPUS=FILE ONRECORD_BENCH=FOLDER python eval/run_denials.py [--errors N]

Gold: `gold/denials.jsonl`, drawn by `sample_denials.py` and labelled by
`gold/denials-guide.md` by somebody who had not seen the rules. A labelled denial gives
one pair: the denial and where the story tells what it denies (`told`; the sentence's
own words where it is told nowhere else). A claim of ours that quotes the marked word
gives one pair; it is right where one of its quotes, or its words, meet a labelled place
on at least half of the shorter's characters. Only figures and places are printed.
"""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from sample_denials import GOLD, read_all, read_rows
from sample_factuality import digest

from onrecord.annotate import Annotator
from onrecord.extract.context import Context
from onrecord.extract.speech.statements import find_statements
from onrecord.extract.ties.claims import find_claims
from onrecord.model.article import Article
from onrecord.model.claim import Claim
from onrecord.resources import load_lexicons, load_models

MEET = 0.5
"""Least share of the shorter place's characters that two places have in common."""
_AROUND = 20  # characters by which a quote of a denial may miss its marked word


def main() -> int:
    """Score and print figures; with `--errors`, the places of some that are wrong."""
    parser = argparse.ArgumentParser(description="Score pairs of denials.")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    if not {"ONRECORD_CORPUS", "ONRECORD_BENCH"} <= set(os.environ):
        print("skipped: ONRECORD_CORPUS and ONRECORD_BENCH name no stories")
        return 0
    items = [i for i in read_rows(Path(GOLD)) if "denial" in i]
    if not items:
        print("no item is labelled yet")
        return 0
    hit, want, said, wrong = score(items)
    precision, recall = hit / max(1, said), hit / max(1, want)
    both = 2 * hit / max(1, want + said)
    print(f"{len(items)} items, {want} denials with what they deny, {said} pairs said")
    print(f"precision {precision:.3f} recall {recall:.3f} F1 {both:.3f}")
    for line in wrong[: options.errors]:
        print(line)
    return 0


def score(items: list[dict[str, Any]]) -> tuple[int, int, int, list[str]]:
    """Return right pairs, labelled pairs, said pairs, and the lines of what is wrong.

    Raises:
        SystemExit: a story is another than that which was labelled.
    """
    wanted = {(i["set"], i["story"]) for i in items}
    texts = {(s, n): text for s, n, text in read_all() if (s, n) in wanted}
    lexicons = load_lexicons()
    annotate = Annotator(load_models(), lexicons).annotate
    hit = want = said = 0
    wrong: list[str] = []
    for item in items:
        text = texts[item["set"], item["story"]]
        low, high = item["sent"]
        if digest(text[low:high]) != item["sha256"]:
            raise SystemExit(f"{item['story']}: not the text that was labelled")
        article = Article(id=item["story"], text=text, sha256="")
        context = Context(document=annotate(article), lexicons=lexicons)
        context.statements = list(find_statements(context))
        places = _labelled(item)
        claims = [c for c in find_claims(context) if _quotes(c, item)]
        right = any(_finds(text, claim, item, places) for claim in claims)
        hit += right
        want += bool(places)
        said += bool(claims)
        if right != bool(places) or (claims and not places):
            missed = "missed" if not claims else "extra" if not places else "elsewhere"
            wrong.append(f"{item['id']} {item['story']} {item['start']}: {missed}")
    return hit, want, said, wrong


def _labelled(item: dict[str, Any]) -> list[list[int]]:
    """Return the places that a denial may be joined to; none where it is no denial."""
    return (item["told"] or item["own"]) if item["denial"] else []


def _quotes(claim: Claim, item: dict[str, Any]) -> bool:
    """Whether a claim is made of the marked denial: it quotes its place."""
    low, high = item["start"] - _AROUND, item["end"] + _AROUND
    inside = (q.start < high and low < q.end for q in claim.evidence)
    return bool(claim.denied_by) and any(inside)


def _finds(
    text: str, claim: Claim, item: dict[str, Any], places: list[list[int]]
) -> bool:
    """Whether a claim's quotes, or its words, meet a labelled place."""
    spans = [(q.start, q.end) for q in claim.evidence]
    if item["denial"] and item["told"]:
        spans = [s for s in spans if not s[0] <= item["start"] < s[1]]
    start = text.find(claim.text)
    if start >= 0:
        spans.append((start, start + len(claim.text)))
    return any(_meet(span, place) for span in spans for place in places)


def _meet(one: tuple[int, int], other: list[int]) -> bool:
    """Whether two places have half of the shorter in common."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    shorter = min(one[1] - one[0], other[1] - other[0])
    return common >= MEET * shorter


if __name__ == "__main__":
    sys.exit(main())
