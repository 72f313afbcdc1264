"""What people put right: dated rows, in the order given, never changed."""

import sqlite3

import msgspec

from onrecord.model.correction import Correction
from onrecord.store.bodies import bare, encode


def add_correction(db: sqlite3.Connection, correction: Correction) -> None:
    """Store a correction; the same id again changes nothing."""
    db.execute(
        "INSERT INTO corrections (id, at, who, why, operation, fact_type, target, "
        "body) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (
            correction.id,
            correction.at,
            correction.who,
            correction.why,
            str(correction.operation),
            correction.fact_type,
            correction.target,
            encode(bare(correction)),
        ),
    )


def load_corrections(
    db: sqlite3.Connection, *, recorded_as_of: str | None = None
) -> list[Correction]:
    """Return corrections in the order given, those given by a time if one is."""
    rows = db.execute(
        "SELECT body FROM corrections WHERE ? IS NULL OR at <= ? ORDER BY n",
        (recorded_as_of, recorded_as_of),
    )
    decoder = msgspec.json.Decoder(Correction)
    return [decoder.decode(body) for (body,) in rows]
