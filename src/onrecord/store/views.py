"""Views for people who open a case with Datasette or another SQL tool.

They show current read facts as read, one view a type, with the article and its exact
words beside them. Corrections are not applied and actors are those of single articles:
that is what `onrecord export` gives.
"""

import sqlite3

COLUMNS: dict[str, tuple[str, tuple[str, ...]]] = {
    "statements": (
        "statement",
        (
            "speaker_text",
            "on_behalf_of_text*",
            "act",
            "cue",
            "content",
            "mode",
            "strength",
            "denies",
            "addressee_text*",
            "channel",
            "place",
            "said_on",
            "belief",
            "speaker",
            "within",
        ),
    ),
    "events": (
        "event",
        (
            "event_type",
            "mode",
            "source_text*",
            "trigger",
            "target_text*",
            "on_behalf_of_text*",
            "place",
            "context*",
            "happening",
        ),
    ),
    "custody": (
        "custody",
        (
            "person_text",
            "kind",
            "status",
            "holder_text*",
            "on_behalf_of_text*",
            "place",
            "from",
            "to",
            "end",
            "grounds",
            "conditions*text",
            "person",
        ),
    ),
    "proceedings": (
        "proceeding",
        (
            "kind",
            "subject_text*",
            "forum_text*",
            "requested_by_text*",
            "decider_text*",
            "allegations*",
            "stages*stage",
            "waits_for",
            "next_on",
            "announced*day",
            "status",
        ),
    ),
    "linkages": (
        "linkage",
        (
            "kind",
            "give.text",
            "get.text",
            "what.text",
            "if.text",
            "then.text",
            "deadline",
            "proposed_by_text*",
            "addressed_to_text*",
            "responses*stance",
        ),
    ),
    "claims": (
        "claim",
        ("text", "asserted_by*actor_text", "denied_by*actor_text", "contested"),
    ),
    "decisions": (
        "decision",
        ("decider_text*", "subject", "status", "outcome", "due", "kept", "waits_on"),
    ),
    "relations": (
        "relation",
        ("actors_text*", "direction", "direction_text", "points*score", "flashpoints*"),
    ),
    "actors": (
        "actor",
        ("name", "kind", "aliases*", "roles*title", "nationality", "size", "code"),
    ),
}
"""View, record type, columns: `x` a value, `x.y` a value inside, `x*` a list joined by
`; `, `x*y` the `y` of each item of a list. The column is named `x`."""

DEFAULTS = {
    "voice": "narrator",
    "factuality": "asserted",
    "custody.status": "held",
    "proceeding.status": "unknown",
    "statement.belief": 0,
    "claim.contested": 0,
}
"""What bodies leave out because it is the record's default."""


def make_views(db: sqlite3.Connection) -> None:
    """Make all views anew; runs inside the caller's transaction."""
    for name, sql in _all_views().items():
        db.execute(f"DROP VIEW IF EXISTS {name}")
        db.execute(f"CREATE VIEW {name} AS {sql}")


def _all_views() -> dict[str, str]:
    found = {name: _fact_view(*spec) for name, spec in COLUMNS.items()}
    found["mentions"] = _MENTIONS
    found["times"] = _TIMES
    return found


def _fact_view(kind: str, columns: tuple[str, ...]) -> str:
    own = ",\n".join(_column(kind, column) for column in columns)
    return f"""
        SELECT f.id AS id,
        {own},
        {_value("when")} AS "when",
        {_value("when_text")} AS when_text,
        {_with_default(kind, "voice")} AS voice,
        {_with_default(kind, "factuality")} AS factuality,
        {_value("evidence[0].exact")} AS words,
        a.title AS article_title, a.publisher AS publisher, a.published AS published,
        f.article AS article, f.start AS anchor_start, f.end AS anchor_end,
        {_value("method")} AS method, f.run AS run, f.recorded_at AS recorded_at
        FROM facts AS f JOIN articles AS a ON a.id = f.article
        WHERE f.type = '{kind}' AND f.superseded_at IS NULL
    """


def _column(kind: str, column: str) -> str:
    """Return the SQL of one column, as `COLUMNS` describes it."""
    name, star, inner = column.partition("*")
    if star:
        item = f"json_extract(value, '$.{inner}')" if inner else "value"
        value = (
            f"(SELECT group_concat({item}, '; ') FROM json_each(f.body, '$.{name}'))"
        )
        return f'{value} AS "{name}"'
    return f'{_with_default(kind, name)} AS "{name.partition(".")[0]}"'


def _with_default(kind: str, name: str) -> str:
    default = DEFAULTS.get(f"{kind}.{name}", DEFAULTS.get(name))
    if default is None:
        return _value(name)
    return f"ifnull({_value(name)}, {default!r})"


def _value(path: str) -> str:
    return f"json_extract(f.body, '$.{path}')"


_MARKS = """
    SELECT printf('{prefix}-%015x', m.key) AS id,
    substr(a.text, m.start + 1, m.end - m.start) AS words,
    {own},
    a.title AS article_title, a.publisher AS publisher, a.published AS published,
    a.id AS article, m.start AS anchor_start, m.end AS anchor_end,
    json_extract(s.body, '$.method') AS method, r.run AS run,
    r.recorded_at AS recorded_at
    FROM {table} AS m JOIN articles AS a ON a.n = m.article
    JOIN shapes AS s ON s.n = m.shape JOIN readings AS r ON r.n = m.reading
    WHERE m.superseded_by IS NULL
"""


def _shape(*names: str) -> str:
    return ", ".join(f"json_extract(s.body, '$.{name}') AS {name}" for name in names)


_MENTIONS = _MARKS.format(
    prefix="me",
    table="mention_rows",
    own=_shape("form", "name_type", "link_reason")
    + ", CASE WHEN m.actor IS NOT NULL THEN printf('ac-%015x', m.actor) END AS actor",
)
_TIMES = _MARKS.format(
    prefix="ti",
    table="time_rows",
    own=_shape("timex_type", "value", "edtf", "earliest", "latest", "basis"),
)
