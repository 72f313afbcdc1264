"""Runs of characters without a space, cut so that no word costs more than its length.

    "x" + "([{" * 100_000   ->  the same with a space at every 200th place

A tokenizer takes signs off both ends of such a run one by one and looks through the
rest each time, which is quadratic: 20,000 brackets take minutes. No word of a language
is that long; a web address may be, and is cut in the parser's eyes only. Every other
code point stays where it is.
"""

import re

MAX_RUN = 600
PIECE = 200

_RUN = re.compile(rf"\S{{{MAX_RUN + 1},}}")
_PIECE = re.compile(rf"(\S{{{PIECE - 1}}})\S")


def break_runs(text: str) -> str:
    """Return the text with a space inside each overlong run, at fixed distances."""
    return _RUN.sub(lambda run: _PIECE.sub(r"\1 ", run[0]), text)
