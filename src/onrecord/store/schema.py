"""The tables of a case file, and why each is as it is.

    originals ◄─ appearances ─► articles ◄─ readings ─► runs
                                   ▲            ▲
                                   └─ facts     └─ mention_rows, time_rows ─► shapes

- `articles` holds each text once, with the canonical metadata and the basis worked out
  from its appearances. Its key `n` is explicit because full-text search points at it.
- `facts` holds read facts as JSON bodies. A row is never changed but for
  `superseded_at`; current rows have none.
- `mention_rows` and `time_rows` hold the two records that a text has by the hundred:
  numbers only, their words are cut from the text when they are loaded. What recurs
  (form, name type, method, ...) stands once in `shapes`. `reading` and `superseded_by`
  say when.
- `corrections` are in the order given (`n`). `redirects` lead from replaced ids on.
- `cache` holds derived data only and is emptied whenever content changes.
- `forgotten` holds no content: hashes by which what was removed for good is known when
  it is met again. `alone` is 1 where no other article came in the same bytes. An
  original that others share stays as a row without content.
- The meta row `secure` is 1 where the file has overwritten whatever it deleted from its
  first page on (`PRAGMA secure_delete`).
- `appearances.translation_of` names the article that a person translated.

A released statement is never edited: a change is a new migration.
"""

APPLICATION_ID = 0x6F6E7263
"""`onrc` in ASCII: tells a case from any other SQLite file."""

VERSION_1 = (
    """
    CREATE TABLE meta (
        key TEXT PRIMARY KEY,
        value INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "INSERT INTO meta (key, value) VALUES ('content', 0)",
    """
    CREATE TABLE originals (
        sha256 TEXT PRIMARY KEY,
        media_type TEXT NOT NULL,
        content BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE articles (
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        title TEXT,
        publisher TEXT,
        published TEXT,
        url TEXT,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        basis TEXT NOT NULL,
        recorded_at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE appearances (
        n INTEGER PRIMARY KEY,
        article TEXT NOT NULL REFERENCES articles (id),
        sha256 TEXT NOT NULL REFERENCES originals (sha256),
        ref TEXT,
        url TEXT,
        title TEXT,
        publisher TEXT,
        authors TEXT NOT NULL,
        published TEXT,
        published_precision TEXT,
        published_basis TEXT,
        dateline TEXT,
        language TEXT NOT NULL,
        retrieved TEXT,
        digest TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        UNIQUE (article, digest)
    )
    """,
    """
    CREATE TABLE runs (
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        started_at TEXT NOT NULL,
        version TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        models TEXT NOT NULL,
        settings TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE readings (
        n INTEGER PRIMARY KEY,
        article TEXT NOT NULL REFERENCES articles (id),
        run TEXT NOT NULL REFERENCES runs (id),
        basis TEXT NOT NULL,
        notes TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        superseded_at TEXT
    )
    """,
    "CREATE INDEX readings_article ON readings (article)",
    """
    CREATE UNIQUE INDEX readings_current ON readings (article)
    WHERE superseded_at IS NULL
    """,
    """
    CREATE TABLE facts (
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        type TEXT NOT NULL,
        article TEXT NOT NULL REFERENCES articles (id),
        field TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        body TEXT NOT NULL,
        run TEXT NOT NULL REFERENCES runs (id),
        recorded_at TEXT NOT NULL,
        superseded_at TEXT
    )
    """,
    "CREATE INDEX facts_id ON facts (id)",
    "CREATE INDEX facts_article ON facts (article)",
    """
    CREATE UNIQUE INDEX facts_current ON facts (id)
    WHERE superseded_at IS NULL
    """,
    "CREATE INDEX facts_type ON facts (type)",
    """
    CREATE TABLE shapes (
        n INTEGER PRIMARY KEY,
        body TEXT NOT NULL UNIQUE
    )
    """,
    """
    CREATE TABLE mention_rows (
        n INTEGER PRIMARY KEY,
        key INTEGER NOT NULL,
        article INTEGER NOT NULL REFERENCES articles (n),
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        evidence_start INTEGER,
        evidence_end INTEGER,
        actor INTEGER,
        shape INTEGER NOT NULL REFERENCES shapes (n),
        reading INTEGER NOT NULL REFERENCES readings (n),
        superseded_by INTEGER REFERENCES readings (n)
    )
    """,
    "CREATE INDEX mention_rows_key ON mention_rows (key)",
    "CREATE INDEX mention_rows_article ON mention_rows (article)",
    """
    CREATE TABLE time_rows (
        n INTEGER PRIMARY KEY,
        key INTEGER NOT NULL,
        article INTEGER NOT NULL REFERENCES articles (n),
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        evidence_start INTEGER,
        evidence_end INTEGER,
        actor INTEGER,
        shape INTEGER NOT NULL REFERENCES shapes (n),
        reading INTEGER NOT NULL REFERENCES readings (n),
        superseded_by INTEGER REFERENCES readings (n)
    )
    """,
    "CREATE INDEX time_rows_key ON time_rows (key)",
    "CREATE INDEX time_rows_article ON time_rows (article)",
    """
    CREATE TABLE redirects (
        old TEXT PRIMARY KEY,
        new TEXT NOT NULL,
        recorded_at TEXT NOT NULL
    )
    """,
    "CREATE INDEX redirects_new ON redirects (new)",
    """
    CREATE TABLE corrections (
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        why TEXT,
        operation TEXT NOT NULL,
        fact_type TEXT,
        target TEXT,
        body TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE rejected (
        n INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        sha256 TEXT,
        reason TEXT NOT NULL,
        run TEXT NOT NULL REFERENCES runs (id),
        recorded_at TEXT NOT NULL
    )
    """,
    """
    CREATE UNIQUE INDEX rejected_once ON rejected (source, ifnull(sha256, ''))
    """,
    """
    CREATE TABLE cache (
        n INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        value BLOB NOT NULL
    )
    """,
    """
    CREATE VIRTUAL TABLE article_words USING fts5 (
        title, text, content='articles', content_rowid='n',
        tokenize='porter unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
        INSERT INTO article_words (rowid, title, text)
        VALUES (new.n, new.title, new.text);
    END
    """,
    """
    CREATE TRIGGER articles_changed AFTER UPDATE OF title, text ON articles BEGIN
        INSERT INTO article_words (article_words, rowid, title, text)
        VALUES ('delete', old.n, old.title, old.text);
        INSERT INTO article_words (rowid, title, text)
        VALUES (new.n, new.title, new.text);
    END
    """,
)

VERSION_2 = (
    """
    CREATE TABLE forgotten (
        n INTEGER PRIMARY KEY,
        article TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        alone INTEGER NOT NULL,
        forgotten_at TEXT NOT NULL,
        UNIQUE (article, sha256)
    )
    """,
    "CREATE INDEX forgotten_sha256 ON forgotten (sha256)",
    """
    INSERT INTO meta (key, value)
    SELECT 'secure', NOT EXISTS (SELECT 1 FROM articles)
    """,
    "ALTER TABLE appearances ADD COLUMN translation_of TEXT",
)
"""What `forget` and translations need."""
