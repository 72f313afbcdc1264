"""What one article may cost: limits on sizes and counts, checked before any work.

Limits are on sizes, never on clocks, so that a second reading gives the same result on
any machine. `docs/reliability.md` says what an article at the limits costs.

    max_article_chars   a text longer than this is rejected with the reason
    MAX_FIELD_CHARS     a title, address and so on longer than this rejects the article
    MAX_ATTRIBUTES      a page in which one element has more is rejected: the parser
                        compares each attribute with all before it
"""

import re
from collections.abc import Mapping

from onrecord.config import Config

# Pages have up to a hundred or so; 5,000 cost a tenth of a second, 100,000 a minute.
MAX_ATTRIBUTES = 5_000

# English prose has five to a word or sign; brackets have one, and cost as much each.
CHARS_PER_WORD = 3
_WORD = re.compile(r"\w+|[^\w\s]")

# A title or an address; the longest real ones, data addresses aside, have some 2,000.
MAX_FIELD_CHARS = 50_000

# A start tag as the HTML standard cuts it: only a quoted value may hold ">".
# Possessive throughout: every character is looked at once, or twice at a stray "=".
_TAG = re.compile(r"""<[A-Za-z](?:[^=>]++|=\s*+(?:"[^"]*+"|'[^']*+'|))*+""")
_QUOTED = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")


def find_long_text(text: str, config: Config) -> str | None:
    """Say why a text is too long to be one article, or return None."""
    limit = config.max_article_chars
    if len(text) <= limit:
        most = max(1, limit // CHARS_PER_WORD)
        # Below that many characters no text has more words than that.
        count = 0 if len(text) <= most else sum(1 for _ in _WORD.finditer(text))
        return None if count <= most else _explain_words(count, most)
    return (
        f"The text has {len(text):,} characters, over the limit of {limit:,} for one "
        "article; split it, or raise the setting max_article_chars."
    )


def _explain_words(count: int, most: int) -> str:
    return (
        f"The text has {count:,} words and signs, over the limit of {most:,} for one "
        "article; split it, or raise the setting max_article_chars."
    )


def find_long_field(fields: Mapping[str, str | None]) -> str | None:
    """Say that a field beside the text is too long to be one, or return None."""
    for name, value in fields.items():
        if len(value or "") > MAX_FIELD_CHARS:
            return (
                f"The {name} has {len(value or ''):,} characters, over the limit of "
                f"{MAX_FIELD_CHARS:,}; repair it and read again."
            )
    return None


def find_wide_element(markup: str) -> str | None:
    """Say that an element has too many attributes, or return None."""
    if markup.count(" ") + markup.count("=") + markup.count("\n") < MAX_ATTRIBUTES:
        return None
    for match in _TAG.finditer(markup):
        if match.end() - match.start() < 2 * MAX_ATTRIBUTES:
            continue
        count = len(_QUOTED.sub("= ", match[0]).split())
        if count > MAX_ATTRIBUTES:
            return (
                f"An element of this page has about {count:,} attributes, over the "
                f"limit of {MAX_ATTRIBUTES:,}; save the story as plain text."
            )
    return None
