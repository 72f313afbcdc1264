"""No step may be worse than linear: the input doubles, the calls may little more.

Counted are calls of Python and C functions (`sys.setprofile`), never seconds: equal
inputs give equal counts on any machine. A sort, or a search in a sorted list, may add a
little. Work inside one C call (a pattern, the parser) is not seen here; overlong runs
are cut before it (`annotate/runs.py`), and `max_article_chars` bounds the rest.
"""

import sys
from collections.abc import Callable

import pytest

from onrecord.annotate.times import find_times
from onrecord.config import Config
from onrecord.extract import Extractor
from onrecord.model.article import Received
from onrecord.pipeline.reader import read_article
from onrecord.read import read_bytes
from onrecord.resolve.derive import derive
from shapes import make_article

pytestmark = [pytest.mark.slow, pytest.mark.model]

# Twice, and a tenth for what sorts and what grows by its logarithm.
MOST = 2.2
SIZE = 2_000

STORY = (
    "A court in Quellmar ordered the release of harbour pilot Edo Varr on Tuesday, six "
    "months after his arrest. The minister denied that Varr had been charged. "
)
TEXTS: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "1234567890" * (n // 10),
    "spaced digits": lambda n: "12 345, 6.7 " * (n // 12),
    "days": lambda n: "on 3 May 2031, 2031-05-04, last week, " * (n // 38),
    "brackets": lambda n: "a " + "([{" * (n // 3),
    "spaced brackets": lambda n: "( a [ b { " * (n // 10),
    "quotation marks": lambda n: "a " + "\u201c\u2018\"'" * (n // 4),
    "spaced quotation marks": lambda n: "\u201c He said \u2018 so \" ' " * (n // 22),
    "open quotations": lambda n: "\u201cHe said so.\n\n" * (n // 14),
    "names": lambda n: (
        "Jo Lane, Petra Lind and Milla Strand of Tavara met. " * (n // 52)
    ),
    "other names": lambda n: " ".join(map(_other_name, range(n // 60))),
    "prose": lambda n: STORY * (n // len(STORY)),
    "blank lines": lambda n: STORY + "\n" * n + STORY,
}


def _other_name(n: int) -> str:
    letters = f"{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676 % 26)}"
    return f"Ma{letters} Ol{letters} said he was held. The judge met him."


def count_calls(work: Callable[[], object]) -> int:
    """How many functions are called while `work` runs."""
    count = 0

    def see(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    work()  # what is loaded and remembered once does not count
    before = sys.getprofile()
    sys.setprofile(see)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def check(make_work: Callable[[int], Callable[[], object]], size: int) -> None:
    """Fail where twice the size makes far more than twice the calls."""
    small, large = (count_calls(make_work(n)) for n in (size, 2 * size))
    assert large <= MOST * small + 500, (small, large)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("kind", ["plain", "page"])
def test_reading(name, kind):
    def make(n):
        text = TEXTS[name](n)
        content = text if kind == "plain" else f"<html><p>{text}</p></html>"
        return lambda: list(read_bytes(content.encode(), source="in", config=Config()))

    check(make, 20_000)


@pytest.mark.parametrize("name", TEXTS)
def test_times(name):
    check(lambda n: lambda: find_times(make_article(TEXTS[name](n))), SIZE)


@pytest.mark.parametrize("name", TEXTS)
def test_annotation(name, annotate):
    check(lambda n: lambda: annotate(TEXTS[name](n)), SIZE)


@pytest.mark.parametrize("name", TEXTS)
def test_extraction(name, annotate, lexicons):
    extractor = Extractor(lexicons)

    def make(n):
        document = annotate(TEXTS[name](n))
        return lambda: extractor.extract(document)

    check(make, 2 * SIZE)


def test_resolving_many_articles_of_different_people(annotate, lexicons):
    extractor = Extractor(lexicons)

    class Annotator:
        def annotate(self, article):
            return annotate(article.text)

    def make(n):
        articles, facts = [], []
        for number in range(n):
            text = " ".join(map(_other_name, range(4 * number, 4 * number + 4)))
            (item,) = read_bytes(text.encode(), source="in", config=Config())
            assert isinstance(item, Received)
            articles.append(item.article)
            reading = read_article(
                item.article, annotator=Annotator(), extractor=extractor
            )
            facts += reading.facts
        return lambda: derive(articles, facts, ())

    check(make, 10)
