"""Golden pages: `pages/NAME.html` is read, `pages/NAME.txt` is its story."""

from pathlib import Path

import pytest
from read_builders import read_one

PAGES = sorted(Path(__file__).parent.glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_story_of_a_golden_page(page):
    story = page.with_suffix(".txt").read_text(encoding="utf-8")
    assert read_one(page.read_bytes()).text == story.rstrip("\n")
