"""What holds for any text and any order: the promises of the case file as a whole."""

import io
import random
import re
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fakes import Ticking, make_moved_reader, make_reader, received
from onrecord.annotate.layout import find_paragraphs
from onrecord.annotate.quotes import find_quotes
from onrecord.annotate.times import find_times
from onrecord.case import Case, open_case
from onrecord.config import Config
from onrecord.extract.texts import actor_ids
from onrecord.model.actor import Actor, Mention
from onrecord.model.article import Received
from onrecord.model.document import Document
from onrecord.model.fact import NARRATOR
from onrecord.model.records import AnyFact
from onrecord.model.statement import Statement
from onrecord.pipeline import Reader, load_reader
from onrecord.read import read_paths
from shapes import make_article

MERIDIAN = Path(__file__).parents[1] / "samples" / "meridian"
Extract = Callable[..., tuple[Document, tuple[AnyFact, ...]]]

# -- any text -------------------------------------------------------------------------

PROSE = [
    "Foreign Minister Mira Adeyemi said the ship had left Port Sel.",
    "“We will wait for the court,” she said.",
    "Police arrested Captain Jonas Halvik on Tuesday at the request of Kestria.",
    "Kestria denied that its police had beaten the captain.",
    'According to Oskar Brun, "the men are well", and both will be released.',
    "The court is expected to rule on his extradition on 21 March.",
    "Two divers, Noor Fask and Bram Ostrey, were jailed for spying.",
    "Tessaly offered to return the ship if Orvenia released the engineer.",
]
HOSTILE = [
    "\U0001f6a2\U0001f469\u200d\u2696\ufe0f",
    "e\u0301n\u0303 \uff21\u0308",
    "\r\n",
    "\r\n\r\n",
    "\n\n",
    "\r",
    "\u2028",
    "\xa0\u202f\u2007",
    "“",
    "”",
    '"',
    "'",
    "«",
    "‘",
    "’s",
    "((([[",
    "\u05d4\u05e9\u05e8 \u0627\u0644\u0648\u0632\u064a\u0631",
    "\u202eABC\u202c",
    "\x01\x07\x1b[31m\x7f\x85",
    "\ufeff\u200b",
    "a" * 400,
    "Adeyemi" * 40,
    "!?.,;:--…",
    "POLICE ARRESTED MIRA ADEYEMI IN PORT SEL",
    "nospacesbetweentheministersaidandthecourt",
    "1,234,567.89% 30/30/2031 99:99",
    "said said said",
    "that that who whom whose",
    "\t \t",
]
TEXTS = st.lists(st.sampled_from(PROSE + HOSTILE), min_size=1, max_size=8).flatmap(
    lambda pieces: st.sampled_from(["", " ", "\n", "\n\n"]).map(
        lambda joint: joint.join(pieces)
    )
)

# Half a surrogate pair is no character: `read` rejects it.
CHARACTERS = st.characters(exclude_characters="\0", exclude_categories=["Cs"])


def check_facts(text: str, facts: tuple[AnyFact, ...]) -> None:
    for fact in facts:
        for piece in fact.evidence:
            assert text[piece.start : piece.end] == piece.exact
            assert text[max(0, piece.start - 32) : piece.start] == piece.prefix
            assert text[piece.end : piece.end + 32] == piece.suffix
        assert fact.evidence
    ids = [fact.id for fact in facts]
    assert len(set(ids)) == len(ids)
    actors = {fact.id for fact in facts if isinstance(fact, Actor)}
    statements = {fact.id for fact in facts if isinstance(fact, Statement)}
    for fact in facts:
        assert set(actor_ids(fact)) - {NARRATOR} <= actors
        assert fact.voice == NARRATOR or fact.voice in statements
        if isinstance(fact, Mention):
            assert 0 <= fact.start < fact.end <= len(text)
        if isinstance(fact, Statement):
            for span in (*fact.content_spans, *fact.cue_spans, *fact.source_spans):
                assert span.end <= len(text)
            assert fact.content == " ".join(
                text[s.start : s.end] for s in fact.content_spans
            )
            assert fact.within is None or fact.within in statements - {fact.id}


def check_layers(text: str, document: Document) -> None:
    for spans in (document.paragraphs, document.sents):
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(span.end <= len(text) for span in spans)
    for token in document.tokens:
        assert text[token.start : token.end].strip()
    for phrase in document.phrases:
        assert phrase.span.holds(phrase.head)
        assert phrase.within is None or phrase.within < len(document.phrases)
    for n, clause in enumerate(document.clauses):
        assert clause.index == n
        assert clause.parent is None or clause.parent < len(document.clauses)
        for argument in clause.arguments:
            assert argument.span.end <= len(text)
            assert argument.clause is None or argument.clause < len(document.clauses)


@pytest.mark.model
@pytest.mark.slow
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_text_gives_facts_that_quote_it(extract: Extract, text: str) -> None:
    document, facts = extract(text)
    check_layers(text, document)
    check_facts(text, facts)


@pytest.mark.model
@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(text=st.text(CHARACTERS, max_size=200))
def test_any_characters_give_facts_that_quote_them(extract: Extract, text: str) -> None:
    document, facts = extract(text)
    check_layers(text, document)
    check_facts(text, facts)


@pytest.mark.model
@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "“", "\u202e", "A"])
def test_next_to_nothing_gives_no_fact_but_what_it_quotes(
    extract: Extract, text: str
) -> None:
    _, facts = extract(text, None)
    check_facts(text, facts)


# -- reading --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


@pytest.fixture(scope="module")
def articles() -> list[Received]:
    found = read_paths([str(MERIDIAN)], config=Config())
    return [item for item in found if isinstance(item, Received)]


def opened(path: Path, reader: Reader) -> Case:
    return open_case(
        path,
        config=Config(who="Ada"),
        make_reader=lambda: reader,
        clock=Ticking(),
    )


def exported(case: Case, *, level: bool = True) -> list[str]:
    """Return the export with what tells of the act of reading blanked."""
    out = io.StringIO()
    case.export("jsonl", out, read_facts=level)
    lines = out.getvalue().splitlines()
    return [
        re.sub(r'"(run|recorded_at|retrieved)":"[^"]*"', r'"\1":""', line)
        for line in lines
    ]


@pytest.fixture(scope="module")
def in_order(
    tmp_path_factory: pytest.TempPathFactory, reader: Reader, articles: list[Received]
) -> list[str]:
    path = tmp_path_factory.mktemp("order") / "case.db"
    with opened(path, reader) as case:
        case.read_received(articles)
        return exported(case)


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_order_of_reading_does_not_matter(
    tmp_path: Path,
    reader: Reader,
    articles: list[Received],
    in_order: list[str],
    seed: int,
) -> None:
    shuffled = random.Random(seed).sample(articles, len(articles))
    with opened(tmp_path / "case.db", reader) as case:
        for item in shuffled:
            case.read_received([item])
        assert exported(case) == in_order


@pytest.mark.model
@pytest.mark.slow
def test_reading_twice_equals_reading_once(
    tmp_path: Path, reader: Reader, articles: list[Received], in_order: list[str]
) -> None:
    with opened(tmp_path / "case.db", reader) as case:
        case.read_received(articles)
        result = case.read_received(articles)
        assert (result.read, result.known) == (0, len(articles))
        assert exported(case) == in_order


@pytest.mark.model
@pytest.mark.slow
def test_two_jobs_give_the_bytes_of_one(
    tmp_path: Path, articles: list[Received], in_order: list[str]
) -> None:
    with open_case(
        tmp_path / "case.db", config=Config(who="Ada"), clock=Ticking()
    ) as case:
        case.read_received(articles, jobs=2)
        assert exported(case) == in_order


@pytest.mark.model
@pytest.mark.slow
def test_undo_restores_the_export(
    tmp_path: Path, reader: Reader, articles: list[Received], in_order: list[str]
) -> None:
    with opened(tmp_path / "case.db", reader) as case:
        case.read_received(articles)
        statements = case.statements()
        people = [a for a in case.actors() if a.kind.value == "person"]
        given = [
            case.reject(statements[0].id),
            case.edit(statements[1].id, "act", "warn"),
            case.confirm(statements[2].id),
            case.merge(people[0].id, people[1].id),
            case.reject(case.events()[0].id, report=True),
        ]
        assert exported(case) != in_order
        for correction in reversed(given):
            case.undo(correction.id)
        assert exported(case) == in_order


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    words=st.lists(
        st.sampled_from(["alpha", "beta", "gamma", "delta"]), min_size=2, max_size=5
    ),
    act=st.sampled_from(["reject", "edit", "confirm"]),
)
def test_corrections_outlive_spans_that_move_by_one_token(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], act: str
) -> None:
    path = tmp_path_factory.mktemp("moved") / "case.db"
    article = received(f'Verrin said "{" ".join(words)}". Lanz denied "it all".')
    config = Config(who="Ada")
    clock = Ticking()
    with open_case(path, config=config, make_reader=make_reader, clock=clock) as case:
        case.read_received([article])
        (said,) = case.statements(speaker="Verrin")
        if act == "edit":
            case.edit(said.id, "act", "warn")
        else:
            getattr(case, act)(said.id)
        before = {(s.content, s.act, bool(s.corrected)) for s in case.statements()}
    with open_case(
        path, config=config, make_reader=make_moved_reader, clock=clock
    ) as case:
        assert case.reread().orphaned == ()
        after = {(s.content, s.act, bool(s.corrected)) for s in case.statements()}
    assert after == before


# -- time -----------------------------------------------------------------------------

LONG = {
    "straight marks": '"',
    "opening marks": "“",
    "closing marks": "”",
    "single marks": "' a",
    "brackets": "([{",
    "digits": "7",
    "digits apart": "12 ",
    "letters": "A",
    "initials": "A.",
    "line feeds": "\n",
    "broken lines": "Ab.\r\n",
    "odd spaces": "\xa0",
    "quoted words": '"a b." ',
    "days": "Monday, ",
}


def seconds(work: Callable[[], object]) -> float:
    """Return the better of two runs: other processes only ever make it slower."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def check_linear(work: Callable[[int], Callable[[], object]], small: int) -> None:
    """Four times as much may take at most eight times as long (16 were it squared)."""
    short, long = seconds(work(small)), seconds(work(4 * small))
    assert long < 8 * max(short, 0.05)


@pytest.mark.slow
@pytest.mark.parametrize("piece", LONG.values(), ids=LONG.keys())
def test_layers_of_a_hostile_text_take_time_in_proportion(piece: str) -> None:
    def work(size: int) -> Callable[[], object]:
        article = make_article(piece * (size // len(piece)))

        def layers() -> None:
            paragraphs = find_paragraphs(article.text)
            find_quotes(article.text, paragraphs)
            find_times(article)

        return layers

    check_linear(work, 60_000)


REPEATED = {
    "one giant paragraph": '"We will wait for the court," said Oskar Brun. ',
    "quotations without a cue": 'Oskar Brun left.\n\n"It is a matter of law."\n\n',
    "descriptions": "A diver was arrested. Two men who fled were held. ",
    "denials": "Kestria denied that Orvenia had said the ship left on Monday. ",
    "pronouns": "Mira Adeyemi met the captain. He left. She said so. ",
}


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize("sentence", REPEATED.values(), ids=REPEATED.keys())
def test_statements_of_a_long_text_take_time_in_proportion(
    annotate: Callable[..., Document], sentence: str, lexicons: object
) -> None:
    from onrecord.extract.context import Context
    from onrecord.extract.speech.statements import find_statements

    def work(size: int) -> Callable[[], object]:
        document = annotate(sentence * size)
        return lambda: find_statements(Context(document, lexicons))

    check_linear(work, 60)


@pytest.mark.model
@pytest.mark.slow
def test_chains_of_many_names_take_time_in_proportion(
    annotate: Callable[..., Document],
) -> None:
    def text(size: int) -> str:
        letters = "abcdefghij"
        return " ".join(
            f"Oskar Brun{letters[i % 10]}{letters[i // 10 % 10]}{letters[i // 100]}"
            " met the captain. He left."
            for i in range(size)
        )

    short, long = text(60), text(240)
    check_linear(lambda size: lambda: annotate(short if size == 1 else long), 1)
