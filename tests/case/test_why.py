import pytest

from fakes import received
from onrecord.case import Case
from onrecord.case.why import find_fact
from onrecord.errors import InputError, UnknownFactError
from onrecord.model.proceeding import Proceeding, ProceedingKind, Stage
from onrecord.model.view import CaseView


def test_a_members_id_leads_to_its_case_fact(case: Case) -> None:
    statement = case.statements()[0]
    assert case.why(statement.members[0]).stands_for == statement.id


def test_every_article_that_says_it_is_shown(case: Case) -> None:
    why = case.why(case.actor("Aldo Verrin").actor.id)
    assert [report.title for report in why.reports] == ["Two speak", "An arrest"]
    assert all(report.current for report in why.reports)


def test_as_of_leaves_out_what_was_published_later(case: Case) -> None:
    actor = case.actor("Aldo Verrin", as_of="2031-03-10").actor
    assert len(case.why(actor.id, as_of="2031-03-10").reports) == 1


def test_a_rejected_fact_can_still_be_asked_about(case: Case) -> None:
    statement = case.statements()[0]
    case.reject(statement.id, why="misheard")
    why = case.why(statement.id)
    assert why.rejected
    assert [one.correction.why for one in why.corrections] == ["misheard"]


def test_an_undone_correction_is_shown_with_its_undoing(case: Case) -> None:
    statement = case.statements()[0]
    case.undo(case.reject(statement.id).id)
    why = case.why(statement.id)
    assert not why.rejected
    assert [str(one.state) for one in why.corrections] == ["undone", "applied"]


def test_mentions_have_their_reasons_too(case: Case) -> None:
    content = case.content(read_facts=True)
    mention = next(f for f in content.records["read"] if f.id.startswith("me-"))
    why = case.why(mention.id)
    assert why.type == "mention"
    assert why.reports[0].passages[0].plain()


def test_a_fact_worked_out_from_others_shows_their_words(case: Case) -> None:
    for relation in case.relations():
        assert case.why(relation.id).reports


def test_an_id_of_another_case_is_unknown(case: Case) -> None:
    with pytest.raises(UnknownFactError, match="another case"):
        case.why("ev-0123456789abcde")


def test_replaced_readings_are_marked(case: Case) -> None:
    first = received('Renn said "Yes".', published="2031-05-02", url="b")
    case.read_received([first])
    case.read_received([received('Renn said "Yes".', published="2031-05-01", url="a")])
    why = case.why(case.statements(speaker="Renn")[0].id)
    assert any(report.current for report in why.reports)


def test_the_id_of_an_article_is_told_from_that_of_a_fact(case: Case) -> None:
    with pytest.raises(InputError, match="is an article, and `why` opens facts"):
        case.why(case.articles()[0].id)


def test_a_part_stands_for_the_fact_that_it_is_in() -> None:
    stage = Stage(id="sg-0123456789abcde", stage="arrest", evidence=())
    whole = Proceeding(
        id="pr-0123456789abcde",
        evidence=(),
        kind=ProceedingKind.CRIMINAL,
        stages=(stage,),
    )
    view = CaseView(proceedings=(whole,))
    found = find_fact("sg-0123456", view, store=None)
    assert (found.id, found.stands_for, found.fact) == (stage.id, whole.id, whole)


PAGE = "https://paper.example/port"
OLD = received(
    'Mira Dorn said "The port is closed".',
    published="2031-04-01",
    title="Port closed",
    url=PAGE,
)
NEW = received(
    'Officials in the town met at noon. Mira Dorn said "The port is open again".',
    published="2031-04-02",
    title="Port open",
    url=f"{PAGE}?utm_source=mail",
)


def test_the_facts_of_an_older_version_stay_and_name_the_newer(case: Case) -> None:
    case.read_received([NEW, OLD])
    (old,) = case.statements(text="is closed")
    (report,) = case.why(old.id).reports
    assert report.latest_version == NEW.article.id
    (new,) = case.statements(text="open again")
    (report,) = case.why(new.id).reports
    assert (report.version_of, report.latest_version) == (OLD.article.id, None)


def test_on_the_day_of_the_older_version_it_is_the_only_one(case: Case) -> None:
    case.read_received([OLD, NEW])
    (old,) = case.statements(text="is closed", as_of="2031-04-01")
    (report,) = case.why(old.id, as_of="2031-04-01").reports
    assert report.latest_version is None


def test_two_versions_are_one_source(case: Case) -> None:
    case.read_received([OLD, NEW])
    (actor,) = [one for one in case.actors() if one.name == "Mira Dorn"]
    assert {one.article for one in actor.evidence} == {OLD.article.id, NEW.article.id}
    assert actor.sources == 1
