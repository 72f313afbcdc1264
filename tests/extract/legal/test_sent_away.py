import pytest

import golden_legal as golden
from onrecord.extract.legal.sent_away import holdings_of_sending

pytestmark = pytest.mark.model

PUT = "Oskar Brun was put on a ferry to Brel on Tuesday."


def _ends(text):
    context = golden.read(text, "2031-03-14")
    return [
        (holding.person.text, holding.end, holding.until.edtf)
        for clause in context.document.clauses
        for holding in holdings_of_sending(context, clause)
    ]


def test_put_on_a_ferry_where_a_deportation_is_told_ends_custody() -> None:
    text = f"Freedonia deported a pilot it had held. {PUT}"
    assert _ends(text) == [("Oskar Brun", "deported", "2031-03-11")]


def test_put_on_a_ferry_alone_says_nothing() -> None:
    assert _ends(PUT) == []
