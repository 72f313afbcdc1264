"""Loads the packaged templates of pages.

What a template prints is escaped, every string, and made safe to show: no title of an
article can bring markup or turn the direction of a page.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.text.safe import printable

if TYPE_CHECKING:
    from jinja2 import Template

_FOLDER = Path(__file__).parent / "templates"


@cache
def load_template(name: str) -> "Template":
    """Return a template of `resources/templates`, ready to render.

    A name it uses and nobody gives is an error, never an empty string.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    return environment.get_template(name)


def _shown(value: object) -> object:
    """Return what is printed for a value: strings without what steers a reader."""
    return printable(value) if type(value) is str else value
