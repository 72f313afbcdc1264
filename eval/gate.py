"""The quality gate: measure again, and fail where a score is below its floor.

    python eval/gate.py [--only NAME ...]   measure and compare; 1 where one is below
    python eval/gate.py --raise             set floors up to what is measured, not down
    python eval/gate.py --lower REASON      set floors to what is measured, down too

`eval/floors.json` pins each score with the sha256 of gold and inputs, so that a score
cannot be kept by changing what it is measured on. A floor goes down, or its inputs
change, only with `--lower`, whose reason must stand in a `changelog.d/*.measured.md`;
the file is sealed, so that a floor edited by hand is refused. What needs a bench that
is not there is skipped, and the gate says so.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gate_measures import MEASURES, ROOT, Measure, Measured, Skipped

FLOORS = ROOT / "eval" / "floors.json"
CHANGELOG = ROOT / "changelog.d"

TOLERANCE = 0.005
"""Figures are exact on one machine; another may parse a sentence differently."""

Floors = dict[str, Any]


class GateError(Exception):
    """The gate cannot be run or passed, for a reason that the user can act on."""


@dataclass(frozen=True, slots=True)
class Fall:
    """A score below its floor."""

    measure: str
    figure: str
    floor: float
    now: float


def main(arguments: list[str] | None = None) -> int:
    """Measure, then compare or pin; 0 passed, 1 failed, 2 used wrongly."""
    options = _parse(arguments)
    names = options.only or list(MEASURES)
    try:
        floors = load_floors(FLOORS)
        reason = check_reason(options.lower, CHANGELOG)
        found = measure({name: MEASURES[name] for name in names})
        if reason is not None or options.up:
            pin(floors, found, reason=reason)
            save_floors(FLOORS, floors)
            print(f"pinned in {FLOORS.name}")
            return 0
        return report(floors, found)
    except GateError as error:
        print(error, file=sys.stderr)
        return 2


def measure(measures: Mapping[str, Measure]) -> dict[str, Measured]:
    """Take the measures and say which were skipped."""
    found = {}
    for name, take in measures.items():
        result = take()
        if isinstance(result, Skipped):
            print(f"{name}: skipped, {result.reason}")
        else:
            found[name] = result
    return found


def report(floors: Floors, found: Mapping[str, Measured]) -> int:
    """Print every measure's state; 1 where one fails."""
    failed = False
    for name, measured in found.items():
        pinned = floors["measures"].get(name)
        if pinned is None:
            print(f"{name}: no floors yet; pin them with --raise")
            failed = True
        elif pinned["digest"] != measured.digest:
            print(f"{name}: gold or inputs changed; pin again with --lower REASON")
            failed = True
        else:
            falls = list(find_falls(name, pinned["floors"], measured.figures))
            failed = failed or bool(falls)
            print(f"{name}: {len(pinned['floors'])} floors, {len(falls)} not met")
            for fall in falls:
                print(f"  {fall.figure}: {fall.now:.4f}, its floor is {fall.floor:.4f}")
    return int(failed)


def find_falls(
    name: str, floors: Mapping[str, float], figures: Mapping[str, float]
) -> Iterable[Fall]:
    """Yield the floors that are not met; a figure that is gone has fallen to 0."""
    for figure, floor in floors.items():
        now = figures.get(figure, 0.0)
        if now < floor - TOLERANCE:
            yield Fall(name, figure, floor, now)


def pin(
    floors: Floors, found: Mapping[str, Measured], *, reason: str | None = None
) -> None:
    """Set floors to what was measured: up only, unless there is a reason.

    Raises:
        GateError: without a reason, where gold or inputs are not those pinned.
    """
    for name, measured in found.items():
        pinned = floors["measures"].get(name)
        changed = pinned is not None and pinned["digest"] != measured.digest
        if changed and reason is None:
            raise GateError(f"{name}: gold or inputs changed; use --lower REASON")
        if pinned is None or reason is not None:
            values = dict(measured.figures)
        else:
            known = pinned["floors"]
            values = {f: max(v, known.get(f, 0.0)) for f, v in measured.figures.items()}
            values = known | values
        before = pinned["floors"] if pinned else {}
        falls = [fall for fall in before if values.get(fall, 0.0) < before[fall]]
        floors["measures"][name] = {"digest": measured.digest, "floors": values}
        if falls or changed:
            floors["lowered"].append(
                {"measure": name, "floors": sorted(falls), "reason": reason}
            )


def check_reason(reason: str | None, changelog: Path) -> str | None:
    """Return a reason that users are told too.

    Raises:
        GateError: no `*.measured.md` holds it.
    """
    if reason is None:
        return None
    asked = " ".join(reason.split())
    for path in changelog.glob("*.measured.md"):
        told = " ".join(path.read_text(encoding="utf-8").split())
        if asked and asked in told:
            return asked
    raise GateError(
        "A floor goes down only where users are told: write the reason, in the same "
        "words, into a changelog.d/<issue>.measured.md first."
    )


def load_floors(path: Path) -> Floors:
    """Return the floors.

    Raises:
        GateError: they were edited by hand.
    """
    if not path.exists():
        return {"measures": {}, "lowered": []}
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    if floors.pop("seal", None) != seal_of(floors):
        raise GateError(
            f"{path.name} was edited by hand: take it back with git, then use --raise, "
            "or --lower REASON."
        )
    return floors


def save_floors(path: Path, floors: Floors) -> None:
    """Write the floors, sealed."""
    sealed = {**floors, "seal": seal_of(floors)}
    words = json.dumps(sealed, indent=1, sort_keys=True)
    path.write_text(words + "\n", encoding="utf-8")


def seal_of(floors: Floors) -> str:
    """Return a sha256 of the floors: a lock against haste, not against malice."""
    words = json.dumps(floors, sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", action="append", choices=tuple(MEASURES))
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--raise", dest="up", action="store_true")
    ways.add_argument("--lower", metavar="REASON")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
