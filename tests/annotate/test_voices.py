from onrecord.annotate.chains import link_phrases
from onrecord.annotate.parse import Parse
from onrecord.model.document import Quote
from onrecord.model.evidence import Span
from parse_by_hand import WORDS, make_parse, phrases_of

SAID = (
    "“/``/punct/2 I/PRP/nsubj/2 left:leave/VBD/ccomp/5 ,/,/punct/5 ”/''/punct/5 "
    "said:say/VBD/ROOT/5 {who}"
)
BRUN = SAID.format(who="Mr./NNP/compound/7 Brun/NNP/nsubj/5")


def chain_of(
    parse: Parse, pronoun: str, *, paragraphs: tuple[Span, ...] = ()
) -> list[str]:
    """The words of the chain that the last such pronoun is in."""
    found, names = phrases_of(parse)
    whole = paragraphs or (Span(0, len(parse.text)),)
    low, high = parse.text.find("“"), parse.text.find("”")
    quote = (
        Quote(span=Span(low, high + 1), inner=Span(low + 1, high), speech=0)
        if high > 0
        else None
    )
    quotes = (quote,) if quote is not None else ()
    chains, links = link_phrases(found, parse, names, WORDS, quotes, whole)
    i = max(n for n, f in enumerate(found) if f.head.lower == pronoun)
    spans = [found[n].phrase.span for n in sorted(chains[links[i][0]].phrases)]
    return [parse.text[s.start : s.end] for s in spans]


def test_in_a_quotation_i_is_who_speaks_beside_it() -> None:
    assert chain_of(make_parse(BRUN), "i") == ["I", "Mr. Brun"]


def test_we_is_the_body_that_speaks() -> None:
    parse = make_parse(
        BRUN.replace("I/", "we/").replace(
            "Mr./NNP/compound/7 Brun/NNP", "the/DT/det/7 court/NN"
        )
    )
    assert chain_of(parse, "we") == ["we", "the court"]


def test_we_is_not_one_person() -> None:
    parse = make_parse(BRUN.replace("I/", "we/"))
    assert chain_of(parse, "we") == ["we"]


def test_outside_quotations_the_writer_is_one() -> None:
    sentence = "I/PRP/nsubj/1 left:leave/VBD/ROOT/1"
    assert chain_of(make_parse(sentence, sentence), "i") == ["I", "I"]


def test_whom_paragraphs_ask_is_who_answers() -> None:
    parse = make_parse(
        "did:do/VBD/aux/2 you/PRP/nsubj/2 leave/VB/ROOT/2 ?/./punct/2",
        "I/PRP/nsubj/1 left:leave/VBD/ROOT/1 ././punct/1",
    )
    cut = parse.text.index("?") + 1
    paragraphs = (Span(0, cut), Span(cut + 1, len(parse.text)))
    assert chain_of(parse, "i", paragraphs=paragraphs) == ["you", "I"]


def test_the_writer_is_not_who_is_quoted() -> None:
    parse = make_parse("I/PRP/nsubj/1 wrote:write/VBD/ROOT/1", BRUN)
    assert chain_of(parse, "i") == ["I", "Mr. Brun"]
