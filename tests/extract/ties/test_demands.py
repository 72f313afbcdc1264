import pytest

import golden_ties as golden
from onrecord.extract.ties.demands import find_demands

pytestmark = pytest.mark.model


def _drafts(text: str) -> list[tuple[str, dict[str, str]]]:
    outline = golden.outline(text)
    words = outline.context.words
    return [
        (d.kind.value, {k: words(s) for k, s in d.terms.items()})
        for d in find_demands(outline)
    ]


def test_a_demand_has_what_it_demands() -> None:
    found = _drafts("Osteria demanded the release of two fishermen.")
    assert found == [("demand", {"what": "the release of two fishermen"})]


def test_what_is_demanded_in_exchange_is_got() -> None:
    found = _drafts("Kidnappers demanded a ransom in exchange for the engineer.")
    assert found == [("exchange", {"get": "a ransom", "give": "the engineer"})]


def test_what_is_offered_in_return_is_given() -> None:
    found = _drafts("Osteria offered to free two men in return for a pledge.")
    assert found == [("exchange", {"give": "to free two men", "get": "a pledge"})]


def test_a_promise_counts_only_with_a_condition() -> None:
    assert _drafts("Osteria agreed to withdraw its troops.") == []


def test_we_in_a_quotation_is_the_speaker() -> None:
    text = '"We demand the release of our members," union leader Jana Velt said.'
    outline = golden.outline(text)
    (draft,) = find_demands(outline)
    names = {a.id: a.name for a in outline.context.document.actors}
    assert [names.get(w.actor or "") for w in draft.by] == ["Jana Velt"]


def test_nobody_demands_in_a_passive_without_an_agent() -> None:
    assert _drafts("Farms have been asked to close.") == []


def test_a_thing_threatens_nobody() -> None:
    assert _drafts("The row threatens to harm trade.") == []


def test_what_must_be_done_by_the_speaker_is_no_demand() -> None:
    assert _drafts("We must win the match, captain Oskar Brun told reporters.") == []
