"""Scoring what single articles tell: statements and events."""

from golden_fields import (
    Checks,
    check_actor,
    check_actors,
    check_day,
    check_value,
    check_words,
)
from golden_pairs import Record, Score, Tally, tally
from golden_words import Place, any_overlap, content_words, dice, sentence_of
from golden_world import World

SAME_CONTENT = 0.5
"""Least Dice coefficient of content words for one statement."""


def score_statements(world: World, ours: list[Record]) -> Tally:
    """Score attributions: same article, overlapping content.

    A golden file holds speech and writing: a belief of ours is let be where it pairs
    with none.
    """
    gold = world.gold.get("statements") or []
    kept = _told_in(world, ours, gold)
    counted = tally("statement", gold, kept, _statement_score(world))
    counted.extras = [record for record in counted.extras if not record.get("belief")]
    for want, got in counted.pairs:
        counted.checks.append((want, got, _statement_checks(world, want, got)))
    return counted


def score_events(world: World, ours: list[Record]) -> Tally:
    """Score events: same article, overlapping triggers or one sentence and type."""
    gold = world.gold.get("events") or []
    kept = _told_in(world, ours, gold)
    counted = tally("event", gold, kept, _event_score(world))
    for want, got in counted.pairs:
        counted.checks.append((want, got, _event_checks(world, want, got)))
    return counted


def _told_in(world: World, ours: list[Record], gold: list[Record]) -> list[Record]:
    """Leave out what ours tells from wire copies that the golden file leaves out."""
    written = {record["article"] for record in gold}
    copies = {
        file
        for group in world.gold.get("copies") or []
        for file in group
        if file not in written
    }
    return [record for record in ours if world.file_of(record) not in copies]


# Statements


def _statement_score(world: World) -> Score:
    def score(want: Record, got: Record) -> float:
        if world.file_of(got) != want["article"]:
            return 0.0
        file = want["article"]
        pieces = _pieces(world, file, got)
        wanted = [*want["content"], " ".join(want["content"])]
        best = max((dice(w, p) for w in wanted for p in pieces), default=0.0)
        if best < SAME_CONTENT:
            return 0.0
        # Of two attributions with the same words, the one of the same speaker.
        speaker = world.golden(got.get("speaker")) & world.expand(want.get("speaker"))
        return best + (0.2 if speaker else 0.0)

    return score


def _pieces(world: World, file: str, got: Record) -> list[str]:
    """Return the whole content and each of its spans."""
    text = world.fields.get(file, {}).get("text", "")
    if got["evidence"][0]["field"] == "title":
        text = world.fields.get(file, {}).get("title", "")
    spans = [text[start:end] for start, end in got.get("content_spans") or []]
    return [got["content"], *spans]


def _statement_checks(world: World, want: Record, got: Record) -> Checks:
    behalf = got.get("on_behalf_of")
    return [
        *check_actor(world, "speaker", want.get("speaker"), got.get("speaker")),
        *check_actors(world, "on_behalf_of", want.get("on_behalf_of"), behalf),
        *check_value("mode", want.get("mode"), got.get("mode")),
        *check_value("act", want.get("act"), got.get("act")),
        *check_actors(world, "addressee", want.get("addressee"), got.get("addressee")),
        *check_value("channel", want.get("channel"), got.get("channel")),
        *check_day("said_on", want.get("said_on"), got.get("said_on")),
        *check_words("denies", want.get("denies"), got.get("denies")),
    ]


# Events


def _event_score(world: World) -> Score:
    def score(want: Record, got: Record) -> float:
        if world.file_of(got) != want["article"]:
            return 0.0
        wanted, ours = _trigger_places(world, want, got)
        together = any_overlap(wanted, ours)
        typed = got["event_type"] in want["event_type"]
        if not together and not (typed and _same_sentence(world, want, wanted, ours)):
            return 0.0
        likeness = len(content_words(want["trigger"]) & content_words(got["trigger"]))
        value = (1.0 if together else 0.3) + (0.4 if typed else 0.0) + likeness / 10
        for name in ("source", "target"):
            who = world.all_golden(got.get(name) or [])
            value += 0.2 * bool(who & world.expand(want.get(name)))
        return value + 0.1 * bool(
            world.golden(world.voice(got)) & world.expand(want.get("voice"))
        )

    return score


def _trigger_places(
    world: World, want: Record, got: Record
) -> tuple[list[Place], list[Place]]:
    first = got["evidence"][0]
    spans = got.get("trigger_spans") or [[first["start"], first["end"]]]
    ours = [(first["field"], start, end) for start, end in spans]
    return world.places(want["article"], want["trigger"]), ours


def _same_sentence(
    world: World, want: Record, wanted: list[Place], ours: list[Place]
) -> bool:
    fields = world.fields[want["article"]]
    theirs = {sentence_of(fields, place) for place in wanted}
    return any(sentence_of(fields, place) in theirs for place in ours)


def _event_checks(world: World, want: Record, got: Record) -> Checks:
    voice = world.voice(got)
    return [
        *check_value("event_type", want["event_type"], got["event_type"]),
        *check_actors(world, "source", want.get("source"), got.get("source")),
        *check_actors(world, "target", want.get("target"), got.get("target")),
        *check_day("when", want.get("when"), got.get("when")),
        *check_value("factuality", want.get("factuality"), got.get("factuality")),
        *check_actor(world, "voice", want.get("voice"), voice),
    ]
