import report_builders as build

from onrecord.model.linkage import Linkage, LinkageKind, Stance, Term
from onrecord.report.lines import LinkageLine
from onrecord.report.sections.desk import make_desk
from onrecord.report.sections.linkages import linkage_lines, term_words


def lines(*linkages: Linkage, **fields: object) -> tuple[LinkageLine, ...]:
    view = build.view(linkages=linkages, **fields)
    return linkage_lines(view, make_desk(view))


def test_a_refusal_is_told_with_its_words_and_source() -> None:
    said = build.statement("st-2", "We do not trade people", speaker=build.POLICE)
    answer = build.refusal(statement="st-2", when="2031-03-06")
    (line,) = lines(build.linkage(responses=(answer,)), statements=(said,))
    (detail,) = line.details
    assert detail.words == (
        "Refused by Coastal Police, 6 March 2031: “We do not trade people”"
    )
    assert (detail.fact, detail.sources) == ("st-2", (1,))
    assert line.answers[0].stance == "rejects"


def test_an_answer_without_a_statement_quotes_its_own_evidence() -> None:
    answer = build.refusal(
        actor=None, actor_text="the mayor", stance=Stance.EVADES,
        evidence=(build.words("declined to comment"),),
    )  # fmt: skip
    (line,) = lines(build.linkage(responses=(answer,)))
    assert line.details[0].words == (
        "Left unanswered by the mayor: “declined to comment”"
    )


def test_no_answer_is_said() -> None:
    (line,) = lines(build.linkage())
    assert [d.words for d in line.details] == ["No answer reported"]


def test_answered_linkages_come_first() -> None:
    open_one = build.linkage("li-2", sources=5)
    answered = build.linkage(responses=(build.refusal(),))
    assert [line.fact for line in lines(open_one, answered)] == ["li-1", "li-2"]


def test_a_deadline_gone_by_says_so() -> None:
    (line,) = lines(build.linkage(deadline="2031-03-10"))
    assert line.words.endswith(
        "open until 10 March 2031, which has passed; first reported on 5 March 2031"
    )


def test_terms_keep_the_names_of_the_record() -> None:
    threat = build.linkage(
        kind=LinkageKind.THREAT, what=None, if_=Term(text="a"), then=Term(text="b")
    )
    assert term_words(threat) == {"if": "a", "then": "b"}
