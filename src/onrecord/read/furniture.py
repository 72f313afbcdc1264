"""The words that a site puts around its stories, told by cues (`lexicons/edges.tsv`).

    is_furniture("Sign up for our weekly letter")   ->  True
    is_furniture("She signed up for the navy.")     ->  False

The cues are general English; none names an outlet. This module reads its table itself:
readers are called with bytes and settings only, and `read` and `resources` are
neighbours that never import one another.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

TABLE = "edges.tsv"
REST = 200
MAX_LINE = 450
MAX_LABEL = 80

# As in `resources`: the wheel packs the lexicons there, a checkout has its sources.
_PACKAGED = Path(__file__).parents[1] / "resources" / "lexicons"
_CHECKOUT = Path(__file__).parents[3] / "lexicons"

# Words that somebody said are story, whatever they say.
_SPOKEN = re.compile('["\u201c\u201d\u00ab\u00bb]')
_FORMS = {
    "whole": r"\W*(?:{cue})\W*",
    "starts": r"[^\w\"\u201c\u00ab]{{0,4}}(?:{cue})(?!\w).{{0,{rest}}}",
    "ends": r".{{0,{rest}}}(?<!\w)(?:{cue})\W*",
    "holds": r".{{0,{rest}}}(?<!\w)(?:{cue})(?!\w).{{0,{rest}}}",
}


def is_furniture(line: str) -> bool:
    """Whether a line is the site's own words by one of the cues."""
    if len(line) > MAX_LINE:
        return False
    line = line.replace("\u2019", "'")
    said = bool(_SPOKEN.search(line))
    return any(
        pattern.fullmatch(line)
        for form, pattern in _load_patterns()
        if not (said and form == "holds")
    )


def is_label(line: str) -> bool:
    """Whether a line is a heading over a site's own list ("Related stories")."""
    line = line.replace("\u2019", "'")
    return len(line) <= MAX_LABEL and any(
        form == "whole" and pattern.fullmatch(line)
        for form, pattern in _load_patterns()
    )


def parse_cues(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the form and pattern of each row of a table.

    Raises:
        ValueError: a row has a form that is not known.
    """
    lines = [x for x in text.splitlines() if x.strip() and not x.startswith("#")]
    for line in lines[1:]:
        cues, forms, rest, *_ = [*line.split("\t"), "", ""]
        words = "|".join(map(_spell, cues.split("|")))
        for form in forms.split(", "):
            if form not in _FORMS:
                raise ValueError(f"{TABLE}: unknown form {form!r} in {line!r}")
            pattern = _FORMS[form].format(cue=words, rest=rest or REST)
            yield form, re.compile(pattern, re.IGNORECASE)


def _spell(cue: str) -> str:
    """One cue as a pattern: any white space, and a star for some characters."""
    words = (".{1,60}?" if word == "*" else re.escape(word) for word in cue.split())
    return r"\s".join(words)


@cache
def _load_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The packaged cues, read once for each process."""
    folder = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    return tuple(parse_cues((folder / TABLE).read_text(encoding="utf-8")))
