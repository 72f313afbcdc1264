"""All settings, read once at the edge and passed down.

Precedence: flags, then environment (`ONRECORD_<NAME>`), then a TOML file, then these
defaults. An unknown or unparsable setting is an error.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting, with its default.

    Attributes:
        max_page_bytes: Larger inputs are refused with their reason.
        max_article_chars: Longer texts are refused with their reason.
        jobs: Processes that read articles; 1 reads in this process.
        who: Name written on corrections; None takes the login name.
        busy_timeout_s: How long a writer waits for another one.
        changed_within_days: What the brief calls recent.
        copy_similarity: Least share of shingles for two articles to be one source.
        fetch_timeout_s: Seconds that fetching one page may take, redirects included.
        fetch_delay_s: Seconds between two pages fetched from one host.
        width: Columns of tables; None asks the terminal.
    """

    max_page_bytes: int = 10_000_000
    max_article_chars: int = 300_000
    jobs: int = 1
    who: str | None = None
    busy_timeout_s: float = 60.0
    changed_within_days: int = 30
    copy_similarity: float = 0.35
    fetch_timeout_s: float = 30.0
    fetch_delay_s: float = 1.0
    width: int | None = None
