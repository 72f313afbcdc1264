"""Making text from outside safe to print.

An article, a title or a name may hold characters that steer a terminal (escape
sequences), reverse the direction of what follows, or cannot be encoded. What is shown
to people passes through `printable`; what is stored or exported as JSON does not.
"""

import re

# C0 and C1 controls, DEL, line and paragraph separators, marks and overrides of
# direction (Trojan Source, CVE-2021-42574), interlinear marks, tags, lone surrogates.
# Joiners (U+200C, U+200D) stay: scripts and emoji need them.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACES = frozenset("\t\n\v\f\r\x85\u2028\u2029")
REPLACEMENT = "\ufffd"


def printable(text: str, *, keep_lines: bool = False) -> str:
    r"""Return `text` with everything neutralised that a terminal would obey.

    White space controls become one space each; other C0 controls their picture
    (`␛` for ESC), so that a reader sees what was there; the rest `REPLACEMENT`.

    Args:
        text: Anything that came from outside.
        keep_lines: Leave `\n` as it is.
    """
    if text.isprintable():
        return text
    return _UNSAFE.sub(_keep_lines if keep_lines else _neutralise, text)


def _neutralise(match: re.Match[str]) -> str:
    """Return what is shown instead of one unsafe character."""
    char = match.group()
    if char in _SPACES:
        return " "
    if char == "\x7f":
        return "\u2421"
    return chr(0x2400 + ord(char)) if ord(char) < 0x20 else REPLACEMENT


def _keep_lines(match: re.Match[str]) -> str:
    """Do as `_neutralise` does, but leave line feeds."""
    return "\n" if match.group() == "\n" else _neutralise(match)
