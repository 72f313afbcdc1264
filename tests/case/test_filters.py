import pytest

from onrecord.case.filters import (
    Filter,
    actor_ids,
    check_values,
    choices_of,
    select,
    time_of,
)
from onrecord.errors import InputError
from onrecord.model.claim import Claim, Position
from onrecord.model.custody import Custody
from onrecord.model.evidence import Evidence, Span
from onrecord.model.statement import Act, Mode, Statement


def statement(**more) -> Statement:
    exact = "He denied the swap"
    return Statement(
        **{
            "id": "st-1",
            "evidence": (
                Evidence(article="ar-1", start=0, end=len(exact), exact=exact),
            ),
            "content": "the swap",
            "content_spans": (Span(10, 18),),
            "mode": Mode.INDIRECT,
            "act": Act.DENY,
            "speaker": "ac-1",
            "known_from": "2031-03-07",
            **more,
        }
    )


def holds(wanted: Filter, fact) -> bool:
    return list(select([fact], wanted)) == [fact]


def test_any_of_several_fields_may_hold_the_actor() -> None:
    wanted = Filter(actors={"speaker|on_behalf_of": "ac-2"})
    assert not holds(wanted, statement())
    assert holds(wanted, statement(on_behalf_of=("ac-2",)))


def test_actors_are_found_in_records_inside_a_field() -> None:
    claim = Claim(id="cl-1", evidence=(), text="x", denied_by=(Position(actor="ac-9"),))
    assert actor_ids(claim, "denied_by") == ("ac-9",)


def test_values_are_compared_without_case() -> None:
    assert holds(Filter(values={"act": "DENY"}), statement())
    assert not holds(Filter(values={"act": "assert"}), statement())


def test_words_are_found_in_what_the_article_says() -> None:
    assert holds(Filter(text="DENIED  the"), statement())
    assert not holds(Filter(text="granted"), statement())


@pytest.mark.parametrize(
    ("since", "until", "is_within"),
    [
        ("2031-03-07", None, True),
        ("2031-03-08", None, False),
        (None, "2031-03-07", True),
        (None, "2031-03-06", False),
    ],
)
def test_what_tells_no_time_counts_by_the_day_it_was_known(
    since: str | None, until: str | None, is_within: bool
) -> None:
    assert holds(Filter(since=since, until=until), statement()) is is_within


def test_a_coarse_time_is_within_where_one_of_its_days_can_be() -> None:
    fact = statement(said_on="2031-02")
    assert holds(Filter(since="2031-02-20"), fact)
    assert holds(Filter(until="2031-02-01"), fact)
    assert not holds(Filter(since="2031-03-01"), fact)


def test_a_spell_is_the_time_from_its_first_to_its_last_day() -> None:
    custody = Custody(
        id="cu-1", evidence=(), kind="detention", from_="2031-03-05", to="2031-04"
    )
    assert time_of(custody) == "2031-03-05/2031-04-30"
    assert holds(Filter(since="2031-04-20"), custody)
    open_ended = Custody(id="cu-2", evidence=(), kind="bail", from_="2031-03-05")
    assert time_of(open_ended) == "2031-03-05/.."


def test_what_has_no_time_at_all_is_in_no_period() -> None:
    assert not holds(Filter(since="2031-01-01"), statement(known_from=None))


def test_a_value_outside_a_closed_vocabulary_is_refused_with_the_choices() -> None:
    check_values("statement", {"act": "DENY", "channel": "anything", "speaker": None})
    with pytest.raises(InputError, match="No event has the type 'LIE'; choose"):
        check_values("event", {"event_type": "LIE"})


def test_only_closed_vocabularies_have_choices() -> None:
    assert choices_of("custody", "status") == ("held", "wanted", "past")
    assert choices_of("custody", "kind") == choices_of("custody", "nothing") == ()
