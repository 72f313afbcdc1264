"""The scale in the docs is the one that is used."""

import re
from pathlib import Path

from onrecord.resolve.relations import ACT_SCALE, EVENT_SCALE

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "relations.md"


def test_the_page_gives_every_score_of_the_scale() -> None:
    told: dict[str, float] = {}
    for row in PAGE.read_text(encoding="utf-8").splitlines():
        told |= {
            name.lower(): float(score)
            for name, score in re.findall(r"\| ([A-Za-z]+) \| (-?\d+)(?= \|)", row)
            if name.isupper()
        }
    assert told == {kind.value.lower(): score for kind, score in EVENT_SCALE.items()}
    spoken = {
        name: float(score)
        for row in PAGE.read_text(encoding="utf-8").splitlines()
        for name, score in re.findall(r"\| ([a-z]+) \| (-?\d+)(?= \|)", row)
    }
    assert spoken == {act.value: score for act, score in ACT_SCALE.items()}
