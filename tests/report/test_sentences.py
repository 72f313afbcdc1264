import pytest
import report_builders as build

from onrecord.model.claim import Position
from onrecord.model.custody import CustodyStatus
from onrecord.model.event import EventType
from onrecord.model.fact import NARRATOR, Factuality
from onrecord.model.linkage import LinkageKind, Term
from onrecord.model.proceeding import ProceedingKind
from onrecord.model.statement import Act, Mode
from onrecord.report.lookup import Lookup, make_lookup
from onrecord.report.sentences import (
    custody_head,
    said_words,
    say_claim,
    say_custody,
    say_decision,
    say_event,
    say_linkage,
    say_proceeding,
    say_relation,
    say_release,
    say_stage,
    say_statement,
)
from onrecord.report.words import EVENT_NOUNS, PROCEEDING_OF, SAID


def look(*statements: object) -> Lookup:
    return make_lookup(build.view(statements=statements))


def test_custody_reads_as_a_reporter_would_write_it() -> None:
    assert say_custody(build.custody(), look(), days="212 days") == (
        "Held: Ilse Maren, in Port Sel, by Coastal Police, since 4 March 2031 "
        "(212 days), on suspicion of smuggling charts"
    )


def test_bail_is_restricted_and_not_held() -> None:
    words = say_custody(build.custody(kind="bail", grounds="fraud"), look())
    assert words.startswith("Restricted: Ilse Maren, on bail")
    assert words.endswith("on the grounds of fraud")


@pytest.mark.parametrize(
    ("factuality", "head"),
    [
        (Factuality.PLANNED, "Detention (planned)"),
        (Factuality.DENIED, "Detention (denied)"),
        (Factuality.ASKED, "Detention (asked for)"),
        (Factuality.HYPOTHETICAL, "Detention (only as a possibility)"),
        (Factuality.NEGATED, "Detention (told as not so)"),
    ],
)
def test_custody_that_is_not_asserted_is_never_held(
    factuality: Factuality, head: str
) -> None:
    assert custody_head(build.custody(factuality=factuality)) == head


def test_a_start_not_told_is_named_only_of_who_is_held() -> None:
    held, asked = (
        build.custody(from_=None),
        build.custody(from_=None, factuality=Factuality.ASKED),
    )
    assert "since a day not told" in say_custody(held, look())
    assert "since" not in say_custody(asked, look())


def test_days_can_be_left_to_the_column_beside() -> None:
    assert "March" not in say_custody(build.custody(), look(), dated=False)
    assert "March" not in say_release(build.released(), look(), dated=False)
    assert say_stage(build.stage(), look(), dated=False).words == "Arrest"


def test_the_mode_of_an_event_is_named() -> None:
    words = say_event(build.event(mode="arrest"), look()).words
    assert words.startswith("Coercion (arrest) by Coastal Police")


def test_wanted_and_past_have_their_own_heads() -> None:
    assert custody_head(build.custody(status=CustodyStatus.WANTED)) == "Wanted"
    assert custody_head(build.released()) == "Was held"
    wanted = build.custody(kind="wanted", status=CustodyStatus.WANTED)
    assert "wanted" not in say_custody(wanted, look())


def test_custody_from_a_quote_names_the_speaker() -> None:
    words = say_custody(build.custody(voice="st-1"), look(build.statement()))
    assert words.endswith(", according to Vessia")


def test_release_says_how_when_and_after_how_long() -> None:
    words = say_release(build.released(), look(), after="10 days")
    assert words == (
        "Released: Ilse Maren, on 14 March 2031, after 10 days in detention, "
        "held by Coastal Police"
    )


def test_an_end_without_a_manner_is_not_called_a_release() -> None:
    assert say_release(build.released(end=None), look()).startswith("No longer so:")


def test_proceeding_names_subject_requester_and_status() -> None:
    words = say_proceeding(build.proceeding(allegations=("fraud",)), look())
    assert (
        words == "Extradition of Ilse Maren, requested by Vessia, over “fraud” — open"
    )


def test_stage_has_day_outcome_and_its_words() -> None:
    stage = build.stage("bail_hearing", outcome="granted", outcome_text="freed on bail")
    assert say_stage(stage, look()).whole() == (
        "Bail hearing, on 4 March 2031: granted: “freed on bail”"
    )


def test_words_of_a_stage_are_those_of_its_outcome_alone() -> None:
    assert say_stage(build.stage(outcome_text="the hearing"), look()).quote is None


def test_demand_names_who_asks_whom() -> None:
    demand = build.linkage(addressed_to=(build.POLICE,), deadline="2031-04-01")
    assert say_linkage(demand, look()) == (
        "Demanded by Vessia, of Coastal Police: “her release”, open until 1 April 2031"
    )


def test_exchange_shows_both_terms() -> None:
    swap = build.linkage(
        kind=LinkageKind.EXCHANGE, what=None, give=Term(text="one"), get=None
    )
    assert say_linkage(swap, look()).endswith("“one” in return for something not told")


@pytest.mark.parametrize(
    ("condition", "expected"),
    [("she is freed", "if “she is freed”"), ("unless she is freed", ", “unless she")],
)
def test_a_condition_gets_if_only_where_it_has_no_link(
    condition: str, expected: str
) -> None:
    threat = build.linkage(
        kind=LinkageKind.THREAT,
        what=None,
        if_=Term(text=condition),
        then=Term(text="steps"),
    )
    assert expected in say_linkage(threat, look())


def test_a_demand_in_its_own_words_is_not_attributed_twice() -> None:
    said = look(build.statement())
    assert "according" not in say_linkage(build.linkage(voice="st-1"), said)


def test_claim_in_short_names_both_sides() -> None:
    claim = build.claim(asserted_by=(Position(actor=NARRATOR),))
    words = say_claim(claim, look())
    assert "asserted by the reports in their own voice, denied by Ilse Maren" in words


def test_decision_says_status_due_and_what_it_waits_on() -> None:
    words = say_decision(build.decision(due="2031-06-30", waits_on="the court"), look())
    assert words == (
        "Pending: “whether to surrender her”, by Vessia, due 30 June 2031, "
        "waits on “the court”"
    )


def test_relation_quotes_the_words_of_its_direction() -> None:
    assert say_relation(build.relation(), look()) == (
        "Vessia and Coastal Police — worsening: “ties sank to their lowest”"
    )


def test_quoted_speech_and_reported_speech_are_told_apart() -> None:
    direct = say_statement(build.statement(), look())
    indirect = say_statement(build.statement(mode=Mode.INDIRECT, act=Act.DENY), look())
    assert direct.words == "Vessia said"
    assert indirect.words == "Vessia denied, as reported"
    assert direct.quote == "We act on evidence"


def test_who_speaks_for_somebody_stands_between_commas() -> None:
    said = build.statement(speaker=build.MAREN, on_behalf_of=(build.VESSIA,))
    assert say_statement(said, look()).words == "Ilse Maren, for Vessia, said"


def test_a_belief_is_not_said() -> None:
    assert "said" not in say_statement(build.statement(belief=True), look()).words


def test_event_names_both_sides_and_factuality() -> None:
    event = build.event(factuality=Factuality.PLANNED, voice="st-1")
    assert say_event(event, look(build.statement())).words == (
        "Coercion (planned) by Coastal Police against Ilse Maren, according to Vessia"
    )


def test_event_without_a_source_says_so() -> None:
    words = say_event(build.event(source=(), target=()), look()).words
    assert words == "Coercion, by whom is not told"


def test_every_kind_of_the_model_has_words() -> None:
    assert set(EVENT_NOUNS) == {kind.value for kind in EventType}
    assert set(PROCEEDING_OF) == set(ProceedingKind)
    assert set(SAID) == set(Act)


def test_an_answer_of_few_words_stands_in_its_clause() -> None:
    clause = build.words("Vessia rejected the demand")
    answer = build.statement(
        content="the demand", mode=Mode.INDIRECT, evidence=(clause,)
    )
    assert said_words(answer) == "Vessia rejected the demand"
    assert said_words(build.statement(content="No")) == "No"


def test_what_is_refused_is_told_with_its_verb() -> None:
    offer = "an offer to free two detained sailors"
    clause = build.words(f"Vessia rejected {offer}")
    refusal = build.statement(
        content=offer, act=Act.REFUSE, mode=Mode.INDIRECT, evidence=(clause,)
    )
    assert said_words(refusal) == f"Vessia rejected {offer}"
    assert said_words(build.statement(content=offer, act=Act.REFUSE)) == offer
