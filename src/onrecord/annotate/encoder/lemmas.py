"""Base forms: a table of what is irregular, and rules for the rest.

A rule's answer is taken where the word list knows it ("releas" no, "release" yes); the
word list is the encoder's own vocabulary.
"""

from collections.abc import Container, Mapping

# Universal tags whose words inflect, and the class that the table files them under.
_CLASS = {
    "VERB": "v",
    "AUX": "v",
    "NOUN": "n",
    "PROPN": "p",
    "ADJ": "a",
    "ADV": "r",
    "PRON": "d",
    "DET": "d",
    "PART": "d",
}
_VOWELS = "aeiou"


class Lemmas:
    """Finds base forms."""

    def __init__(self, irregular: Mapping[str, str], known: Container[str]) -> None:
        """Take a table of "form/class" to lemma, and the words that exist."""
        self._irregular = irregular
        self._known = known
        self._found: dict[tuple[str, str, str], str] = {}

    def find(self, form: str, upos: str, xpos: str) -> str:
        """Return the lemma of a word with its universal and Penn tags."""
        key = (form, upos, xpos)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._find(form, upos, xpos)
        return found

    def _find(self, form: str, upos: str, xpos: str) -> str:
        low = form.lower().replace("’", "'")
        kind = _CLASS.get(upos, "x")
        if kind == "p":
            known = self._irregular.get(f"{low}/p")
            if known:
                return form[:1] + known[1:] if form[:1].isupper() else known
            if xpos == "NNPS":
                return self._plural(form, low)
            return form
        irregular = self._irregular.get(f"{low}/{kind}")
        if irregular:
            return irregular
        if kind == "n" and xpos == "NNS":
            return self._plural(low, low)
        if kind == "v":
            return self._verb(low, xpos)
        if kind in "ar" and xpos in {"JJR", "JJS", "RBR", "RBS"}:
            ending = "er" if xpos.endswith("R") else "est"
            return self._stem(low, ending)
        return form if upos in {"X", "SYM", "PUNCT"} else low

    def _plural(self, form: str, low: str) -> str:
        """Take a plural's ending off; `form` keeps its case."""
        if low.endswith("ies") and len(low) > 4:
            return form[:-3] + "y"
        if low.endswith(("sses", "shes", "ches", "xes", "zzes", "uses")):
            bare = low[:-2]
            if not low.endswith(("uses", "ches")) or bare in self._known:
                return form[:-2]
        if low.endswith("s") and not low.endswith(("ss", "'s")):
            return form[:-1]
        return form

    def _verb(self, low: str, xpos: str) -> str:
        """Return a verb's base form by its Penn tag."""
        if xpos == "VBZ":
            if low.endswith("ies") and len(low) > 4:
                return low[:-3] + "y"
            if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
                return low[:-2]
            return low[:-1] if low.endswith("s") else low
        if xpos == "VBG":
            return self._stem(low, "ing")
        if xpos in {"VBD", "VBN"}:
            if low.endswith("ied") and len(low) > 4:
                return low[:-3] + "y"
            return self._stem(low, "ed")
        return low

    def _stem(self, low: str, ending: str) -> str:
        """Take an ending off and give back what it took: a letter, or the e."""
        if not low.endswith(ending) or len(low) < len(ending) + 2:
            return low
        bare = low[: -len(ending)]
        if ending in {"er", "est"} and bare.endswith("i"):
            return bare[:-1] + "y"
        doubled = len(bare) > 2 and bare[-1] == bare[-2] and bare[-1] not in "aeiou"
        options = [bare, bare + "e"]
        if doubled:
            options = [bare, bare[:-1]] if bare[-1] in "lsfz" else [bare[:-1], bare]
        elif _takes_e(bare):
            options = [bare + "e", bare]
        return next((o for o in options if o in self._known), options[0])


def _takes_e(bare: str) -> bool:
    """Whether a stem of this shape usually ends in a silent e."""
    if bare.endswith(
        ("at", "it", "iv", "uc", "as", "ing", "ang", "uar", "os", "us", "ur")
    ):
        return True
    if bare[-1] in "cuvz" or bare.endswith(("dg", "rg", "lg", "bl", "tl", "pl", "gl")):
        return True
    vowel_before = len(bare) > 2 and bare[-2] in _VOWELS and bare[-3] not in _VOWELS
    return vowel_before and bare[-1] in "dklmnrstgbp" and len(bare) <= 5
