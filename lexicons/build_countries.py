"""Writes countries.tsv from the CIA World Factbook's entries (public domain).

    python lexicons/build_countries.py factbook.jsonl.gz

Each line of the input is one entry with `name`, `nationality_adj` and `capital`. The
alternatives below are added by hand; of two entries with one demonym the first in
`_SOVEREIGN` keeps it.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HEADER = """\
# States by name, with demonym and capital: a hint for a name's type, never evidence.
# Source: CIA World Factbook (public domain), names, nationality and capital; common
# English alternatives added by hand. Written by build_countries.py.
name\tadjective\tcapital
"""
_BY_HAND = [
    (
        "united states|us|u.s.|usa|united states of america|america",
        "American",
        "Washington",
    ),
    ("united kingdom|uk|u.k.|britain|great britain", "British", "London"),
    ("south korea", "South Korean", "Seoul"),
    ("north korea", "North Korean", "Pyongyang"),
    ("russia|russian federation", "Russian", "Moscow"),
    ("myanmar|burma", "Burmese", "Naypyidaw"),
    ("ivory coast|cote d'ivoire", "Ivorian", "Yamoussoukro"),
    ("czech republic|czechia", "Czech", "Prague"),
    ("turkey|turkiye", "Turkish", "Ankara"),
    ("palestine", "Palestinian", ""),
    ("taiwan", "Taiwanese", "Taipei"),
    ("yugoslavia", "Yugoslav", "Belgrade"),
    ("soviet union", "Soviet", "Moscow"),
    ("zaire", "Zairean", "Kinshasa"),
    ("vatican|holy see", "Vatican", "Vatican City"),
    ("kosovo", "Kosovar", "Pristina"),
    ("east timor|timor-leste", "Timorese", "Dili"),
    ("macedonia|north macedonia", "Macedonian", "Skopje"),
    ("swaziland|eswatini", "Swazi", "Mbabane"),
    ("congo|dr congo|democratic republic of congo", "Congolese", "Kinshasa"),
    ("bahamas|the bahamas", "Bahamian", "Nassau"),
    ("gambia|the gambia", "Gambian", "Banjul"),
    ("dominican republic", "Dominican", "Santo Domingo"),
    ("united arab emirates|uae", "Emirati", "Abu Dhabi"),
    ("central african republic", "Central African", "Bangui"),
    ("european union|eu", "European", ""),
]
# Entries that share a demonym with a state that the word nearly always means.
_SHARED = {"macau", "drc", "saint pierre and miquelon", "the dominican", "dominica"}


def read_entries(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (name, demonym, capital) of the factbook's states and territories."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            name = re.sub(r"^(.+), The$", r"\1", entry.get("name") or "").lower()
            demonym = re.split(r"[;,(]| or ", entry.get("nationality_adj") or "")[0]
            capital = re.split(r"[;(,]", entry.get("capital") or "")[0].strip()
            if name and demonym and not re.search(r"[,(]", name):
                shared = name in _SHARED
                yield name, "" if shared else demonym.strip(), capital


def main(source: Path) -> None:
    """Write the lexicon beside this script."""
    known = {name for names, _, _ in _BY_HAND for name in names.split("|")}
    known |= {"world", "none"}
    rows = [r for r in read_entries(source) if r[0] not in known]
    lines = sorted("\t".join(r) for r in [*_BY_HAND, *rows])
    target = Path(__file__).with_name("countries.tsv")
    target.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} states written")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
