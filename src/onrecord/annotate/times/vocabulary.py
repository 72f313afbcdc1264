"""The words of time expressions, as data: each word has one class and one value.

A class is what patterns are written in (`patterns.py`); a value is what the word says
(`march` is 3, `weeks` is `W`, `couple` is 2, `few` is `X`: a number nobody said).
Words that are also ordinary words (`may`, `march`, `fall`, `second`) have a class of
their own, or take their place only where a pattern has more than one word.
"""

UNKNOWN_NUMBER = "X"


def _list(words: str) -> list[str]:
    """Return the words of a text."""
    return words.split()


def _set(words: str) -> frozenset[str]:
    """Return the words of a text, for looking up."""
    return frozenset(words.split())


MONTHS = _list(
    "january february march april may june july august september october november "
    "december"
)
MONTH_ABBREVIATIONS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS = _list("monday tuesday wednesday thursday friday saturday sunday")
WEEKDAY_ABBREVIATIONS = {
    "mon": 1,
    "tue": 2,
    "tues": 2,
    "wed": 3,
    "thu": 4,
    "thur": 4,
    "thurs": 4,
    "fri": 5,
    "sat": 6,
    "sun": 7,
}
SMALL = _list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
TENS = _list("twenty thirty forty fifty sixty seventy eighty ninety")
ORDINALS = _list(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
    "twentieth"
)

# TIMEX3's letters; those of less than a day are written after a T. F (14 days) is ours.
UNITS = {
    "second": "s",
    "minute": "m",
    "hour": "h",
    "day": "D",
    "week": "W",
    "fortnight": "F",
    "month": "M",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
IRREGULAR_PLURALS = {"century": "centuries"}

DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

# Class of words -> word -> value. Where the value is the word, a string of words.
TABLES: dict[str, str | dict[str, str]] = {
    "relative": {
        "last": "last",
        "past": "past",
        "previous": "previous",
        "preceding": "previous",
        "this": "this",
        "current": "this",
        "next": "next",
        "coming": "next",
        "upcoming": "next",
        "following": "following",
        "latest": "latest",
        "that": "that",
        "same": "that",
    },
    "recent": "recent",
    "edge": ("early late mid middle end start earlier later sometime much most rest"),
    "daypart": {
        "morning": "MO",
        "afternoon": "AF",
        "evening": "EV",
        "night": "NI",
        "overnight": "NI",
    },
    "dayparts": {
        "mornings": "MO",
        "afternoons": "AF",
        "evenings": "EV",
        "nights": "NI",
    },
    "noon": {"noon": "12:00", "midday": "12:00", "midnight": "24:00"},
    "season": {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"},
    "fall": {"fall": "FA"},
    "quarter": "quarter",
    "quarters": "quarters",
    "half": "half",
    "weekend": "weekend",
    "period": "period",
    "deictic": {"today": "0", "yesterday": "-1", "tomorrow": "1", "tonight": "0"},
    "ago": "ago",
    "sequence": "before after",
    "old": "old long",
    "the": "the",
    "and": "and",
    "a": {"a": "1", "an": "1"},
    "of": "of",
    "in": "in",
    "to": "to or",
    "than": "than",
    "at": "at",
    "up": "up as no",
    "most": "least many",
    "more": "more less fewer",
    "approx": {
        "about": "~",
        "around": "~",
        "nearly": "~",
        "almost": "~",
        "roughly": "~",
        "approximately": "~",
    },
    "filler": (
        "additional trading business working consecutive straight full extra calendar "
        "successive further"
    ),
    "vague": {
        "few": "X",
        "several": "X",
        "many": "X",
        "couple": "2",
        "pair": "2",
        "dozen": "12",
        "dozens": "X",
        "hundreds": "X",
        "some": "X",
    },
    "every": "every each",
    "frequency": {
        "daily": "P1D",
        "nightly": "P1D",
        "weekly": "P1W",
        "monthly": "P1M",
        "yearly": "P1Y",
        "hourly": "PT1H",
    },
    "fiscal": "fiscal",
    "comparable": "comparable corresponding",
    "present": {"now": "", "currently": "", "nowadays": ""},
    "these": "these",
    "from": "from",
    "hence": "hence",
    "then": "then",
    "bygone": "recently",
    "future": "future",
    "near": "near",
    "zone": {
        # Hours from UTC; those that more than one country uses for its own have none.
        "est": "-05:00",
        "edt": "-04:00",
        "cst": "-06:00",
        "cdt": "-05:00",
        "mst": "-07:00",
        "mdt": "-06:00",
        "pst": "-08:00",
        "pdt": "-07:00",
        "gmt": "+00:00",
        "utc": "+00:00",
        "cet": "+01:00",
        "cest": "+02:00",
        "bst": "",
        "ist": "",
    },
    "zone_name": "local eastern central mountain pacific moscow",
    "clock_word": "time",
    "term": "term terms",
    "possessive": "his her their",
    "so": "so",
    "ended": "ended ending starting",
    "beginning": "beginning",
}

# Tell that the time after (or before) them lies ahead of the publication day.
FUTURE_CUES = _set(
    """
    will shall would ll next upcoming must should be tomorrow could may might can
    going likely payable effective
    """
)
# The same, where no `had been` stands before them: "had been due to expire Friday".
PLAN_CUES = _set(
    """
    due scheduled expects expected expect expecting plans planned plan planning set
    slated intends intend hopes hope hoping aims aim preparing
    """
)
# Of these, those that are nouns unless `to` follows.
PLAN_NOUNS = _set("plans plan hopes hope aims aim intends intend")
# After `set`, showing that it is about what is to come.
PLAN_FOLLOWERS = _set("to for")
# Verbs of what went on: "he was held until late May" lies behind.
DURATIVES = _set(
    """
    held lived ran stayed remained served worked lasted ruled kept reigned continued
    waited slept stood lay
    """
)
# Point ahead only where they stand right before the expression.
BOUND_SIGNS = _set("until till by")
# Tell that it lies behind, besides words in -ed.
PAST_CUES = _set(
    """
    was were had did been said told began met held came went took gave made left fell
    rose won lost found saw got kept sent spoke wrote brought caught fought sold bought
    shot broke fled knew led ran sat stood thought hit struck grew became ago since last
    flew drove put won paid heard hung has have
    """
)
# What may stand before a bare `May` or `March` that is a month.
MONTH_SIGNS = _set(
    """
    in of since by until till from last next this early late mid before after between
    during through to and for each every the a an its his their on ending ended was
    beginning starting or throughout past around about
    """
)
# Of these, those after which a capital word is no surname: "in June Mr. Petrov".
STRONG_SIGNS = _set(
    """
    in since until till last next this early late mid during through throughout by
    """
)
# After it, showing that people walk.
MARCH_SIGNS = _set("for on of to against in through toward towards was will drew")
# Before it, showing that they do not.
PLAIN_SIGNS = _set("in since until by last next from between through during early late")
TITLES = _set("mr mrs ms dr sen gen gov rep prof capt col sgt st")
# Before a bare number of four digits that is a year.
YEAR_SIGNS = _set(
    """
    in of since by until till from before after between during through to and for early
    late mid fiscal year circa or around about end throughout the a autumn fall spring
    summer winter last
    """
)
# After it, showing that it counts things.
COUNT_SIGNS = _set(
    """
    people men women percent million billion thousand hundred dollars miles km feet
    meters metres kilometers kilometres tons tonnes troops soldiers jobs votes shares
    points pounds homes euros acres hectares
    """
)
# Before a bare plural unit that is a length of time.
LENGTH_SIGNS = _set(
    "for in within over after during than of last lasted took takes many follows"
)
# End the words of an event: "after the raid | on the camp".
EVENT_ENDS = _set(
    """
    on at in by to for with from as and but or who which that when while where because
    said says is are was were has had have will would he she they it we i you
    """
)
# Before `then`, showing that it is a day told before.
THEN_SIGNS = _set("since until till by before")
# Before "one day", showing that it lies ahead.
MODALS = _set("will would may might could can shall must should to")
# After "the year", showing that a year of another kind follows: "the year that".
THAT_SIGNS = _set("that when which in ended ending of after before to ago old long s")
# After a length that ends in `old`, showing that it is somebody's age.
AGE_NOUNS = _set(
    """
    baby babies boy boys girl girls child children infant infants son daughter twin
    twins man woman toddler toddlers puppy kitten
    """
)
CURRENCY = frozenset("$£€¥#")


def list_words() -> dict[str, tuple[str, str]]:
    """Return every word in lower case with its class and its value."""
    words: dict[str, tuple[str, str]] = {}
    for name, table in TABLES.items():
        pairs = (
            table.items()
            if isinstance(table, dict)
            else zip(table.split(), table.split(), strict=True)
        )
        words.update({word: (name, value) for word, value in pairs})
    words.update(_list_calendar())
    words.update(_list_numbers())
    words.update(_list_units())
    return words


def _list_calendar() -> dict[str, tuple[str, str]]:
    """Return months, weekdays and decades."""
    words = {word: ("month", str(i)) for i, word in enumerate(MONTHS, 1)}
    words |= {word: ("maybe_month", words[word][1]) for word in ("may", "march")}
    words |= {w: ("short_month", str(i)) for w, i in MONTH_ABBREVIATIONS.items()}
    words |= {word: ("weekday", str(i)) for i, word in enumerate(WEEKDAYS, 1)}
    words |= {f"{w}s": ("weekdays", str(i)) for i, w in enumerate(WEEKDAYS, 1)}
    words |= {w: ("short_weekday", str(i)) for w, i in WEEKDAY_ABBREVIATIONS.items()}
    return words | {word: ("decade", str(digit)) for word, digit in DECADES.items()}


def _list_numbers() -> dict[str, tuple[str, str]]:
    """Return cardinals and ordinals."""
    words = {word: ("number_word", str(i)) for i, word in enumerate(SMALL)}
    words |= {word: ("number_word", str(10 * i)) for i, word in enumerate(TENS, 2)}
    words |= {"hundred": ("number_word", "100"), "thousand": ("number_word", "1000")}
    return words | {word: ("ordinal", str(i)) for i, word in enumerate(ORDINALS, 1)}


def _list_units() -> dict[str, tuple[str, str]]:
    """Return units; `second` alone stays an ordinal."""
    words = {word: ("unit", letter) for word, letter in UNITS.items()}
    del words["second"]
    for word, letter in UNITS.items():
        words[IRREGULAR_PLURALS.get(word, f"{word}s")] = ("units", letter)
    return words


WORDS = list_words()
