"""Rules for years, decades and centuries.

A bare number of four digits is a year where no money, count or name stands beside it;
one outside the common years needs a preposition before it.
"""

from onrecord.annotate.times.context import Context, Reading
from onrecord.annotate.times.patterns import Match
from onrecord.annotate.times.rule import rule
from onrecord.annotate.times.tokens import Tokens
from onrecord.annotate.times.vocabulary import COUNT_SIGNS, CURRENCY, YEAR_SIGNS

# Bare numbers in these years are years wherever they stand; others need a preposition.
COMMON_YEARS = range(1900, 2100)
# These stand before other numbers too: "the 1,066 men", "to 1200".
_WEAK_SIGNS = frozenset({"the", "a", "to", "and", "for", "or", "about", "around"})


def read_year(match: Match, context: Context) -> Reading | None:
    """Read `2031`, `fiscal 2031`, `the year 2031`, `late 2031`."""
    at = match.groups["year"][0]
    if not (match.has("sign") or match.has("edge") or _is_year(match.tokens, at)):
        return None
    is_fiscal = match.has("sign") and match.tokens.is_a(
        match.groups["sign"][0], "fiscal"
    )
    mark = "~" if is_fiscal else match.value("about")  # It begins in another month.
    return Reading("DATE", match.value("year"), "text", mark=mark)


def _is_year(tokens: Tokens, at: int) -> bool:
    """Whether a bare number of four digits is a year."""
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    if before in CURRENCY or after in COUNT_SIGNS or after == "%":
        return False
    if tokens.is_a(at + 1, "unit", "units", "number_word"):
        return False
    if before in YEAR_SIGNS:
        return before not in _WEAK_SIGNS or int(tokens.values[at]) in COMMON_YEARS
    is_count = after.endswith("s") and tokens.is_a(at - 1, "other")
    if _is_numbered(tokens, at):
        return False
    if tokens.is_a(at - 1, "genitive") and tokens.is_capitalised(at + 1):
        return False  # "the driver's 2031 Falcon"
    is_model = tokens.is_capitalised(at - 1) and not tokens.opens_sentence(at - 1)
    return int(tokens.values[at]) in COMMON_YEARS and not (is_count or is_model)


def _is_numbered(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen ties the number to a model or a telephone: `K-2031`."""
    if at < 2 or not tokens.is_a(at - 1, "hyphen"):
        return False
    if tokens.starts[at - 1] != tokens.ends[at - 2]:
        return False
    if tokens.is_a(at - 2, "year", "month", "maybe_month", "season", "fall"):
        return False
    return tokens.is_capitalised(at - 2) or not tokens.word(at - 2)[:1].isalpha()


def read_spoken_year(match: Match, context: Context) -> Reading | None:
    """Read `nineteen ninety-six`, `the year two thousand`."""
    start, end = match.groups["spoken"]
    values = [int(v) for v in match.tokens.values[start:end] if v.isdigit()]
    if match.has("sign") and values == [2, 1000]:
        return Reading("DATE", "2000", "text")
    is_year = len(values) > 1 and values[0] in (18, 19) and values[1] in range(10, 100)
    if not is_year:
        return None
    year = f"{values[0] * 100 + sum(values[1:])}"
    if match.has("season"):
        year += f"-{match.value('season')}"
    if match.has("month"):
        year += f"-{match.integer('month'):02}"
    return Reading("DATE", year, "text")


def read_decade(match: Match, context: Context) -> Reading | None:
    """Read `the 1980s`, `the early '80s`, `the nineties`."""
    digits = match.value("decade")
    if match.tokens.is_a(match.start - 1, "possessive"):
        return None  # "in his 30s"
    if len(digits) == 1:
        if context.published is None:
            return None
        century = context.published.year // 100
        century -= int(digits) > context.published.year // 10 % 10
        digits = f"{century}{digits}"
    if len(digits) == 3 and digits[0] in "12":
        return Reading("DATE", digits, "text", mark=match.value("about"))
    return None


def read_century(match: Match, context: Context) -> Reading | None:
    """Read `the 20th century`, `this century`."""
    if match.value("unit") != "C":
        return None
    number = match.integer("ordinal")
    if number is None or not 11 <= number <= 30:
        return None
    return Reading("DATE", f"{number - 1}", "text")


_SPOKEN = "<number_word> <hyphen>? <number_word> (<hyphen>? <number_word>)?"

RULES = (
    rule(
        "{ABOUT} {EDGE} (<the>? sign=(<fiscal> <unit>? | <unit>))? year=<year>",
        read_year,
    ),
    rule(
        f"{{EDGE}} (<the>? sign=<unit>)? (<the>? season=<season|fall> <of>?)?"
        f" {{MONTH}}? spoken=({_SPOKEN})",
        read_spoken_year,
    ),
    rule(
        "{ABOUT} <the>? (edge=<edge> <hyphen>? <of>? <the>?)? decade=<decade>",
        read_decade,
    ),
    rule("{EDGE} <the>? ordinal=<ordinal> <hyphen>? unit=<unit>", read_century),
)
