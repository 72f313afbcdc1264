"""Build lemmas.tsv: the base forms that the rules of `annotate` do not find.

Usage: ONRECORD_BENCH=FOLDER python lexicons/build_lemmas.py VOCABULARY

Reads the training parts of UD English EWT and of GUM's free genres (CC BY-SA 4.0 and
CC BY 4.0) from `FOLDER/syntax`, and BERT's vocabulary as the list of known words.
"""

import gzip
import json
import os
import sys
from collections import Counter, defaultdict
from pathlib import Path

from onrecord.annotate.encoder.lemmas import _CLASS, Lemmas

HEAD = """\
# Base forms that suffix rules do not give: form/class (v verb, n noun, p proper noun,
# a adjective, r adverb, d pronoun or determiner) and lemma.
# Source: training parts of UD English EWT (CC BY-SA 4.0) and GUM's CC BY genres; forms
# seen at least twice, or once where the word is an irregular verb or noun.
form\tlemma
"""
FREE = frozenset(
    "news interview bio voyage speech textbook academic vlog conversation court"
    " essay letter podcast".split()
)


def main() -> None:
    """Write the lexicon beside this script."""
    known = frozenset(Path(sys.argv[1]).read_text("utf-8").split("\n"))
    rules = Lemmas({}, known)
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    told: dict[str, Counter[str]] = defaultdict(Counter)
    path = Path(os.environ["ONRECORD_BENCH"]) / "syntax" / "train.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["corpus"] == "lines" or (
                row["corpus"] == "gum" and row["genre"] not in FREE
            ):
                continue
            for sent in row["sentences"]:
                for form, _, _, lemma, upos, xpos, *_ in sent["tokens"]:
                    kind = _CLASS.get(upos)
                    if kind is None or not form.isascii() or "\t" in form:
                        continue
                    key = f"{form.lower()}/{kind}"
                    seen[key][lemma] += 1
                    told[key][rules.find(form, upos, xpos)] += 1
    out = []
    for key in sorted(seen):
        best, count = seen[key].most_common(1)[0]
        right = told[key].get(best, 0)
        if "|" in key or not best.isascii() or key.startswith("#"):
            continue
        if right < count and count >= 2:
            out.append(f"{key}\t{best.lower() if key[-1] == 'p' else best}\n")
    target = Path(__file__).parent / "lemmas.tsv"
    target.write_text(HEAD + "".join(out), encoding="utf-8")
    print(len(out), "entries")


if __name__ == "__main__":
    main()
