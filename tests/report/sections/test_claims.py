import report_builders as build

from onrecord.model.claim import Claim, Position
from onrecord.model.fact import NARRATOR
from onrecord.report.lines import ClaimLine
from onrecord.report.sections.claims import claim_lines
from onrecord.report.sections.desk import make_desk


def lines(*claims: Claim) -> tuple[ClaimLine, ...]:
    said = build.statement("st-1", "She took them", speaker=build.POLICE)
    view = build.view(claims=claims, statements=(said,))
    return claim_lines(view, make_desk(view))


def test_both_sides_stand_side_by_side_with_their_words() -> None:
    (line,) = lines(build.claim(known_from="2031-03-05"))
    assert line.words == "“she smuggled charts”; first reported on 5 March 2031"
    assert [d.words for d in line.details] == [
        "Asserted by Coastal Police, 5 March 2031: “She took them”",
        "Denied by Ilse Maren",
    ]
    assert line.details[0].sources == (1,)


def test_what_nobody_contests_is_left_out() -> None:
    assert lines(build.claim(contested=False)) == ()


def test_who_stands_on_both_sides_is_named() -> None:
    both = (Position(actor=build.MAREN),)
    (line,) = lines(build.claim(asserted_by=both, denied_by=both))
    assert line.both_sides == ("Ilse Maren",)
    assert line.words.endswith("Ilse Maren on both sides")


def test_the_articles_own_voice_is_a_side_with_sources() -> None:
    (line,) = lines(build.claim(asserted_by=(Position(actor=NARRATOR),)))
    assert line.details[0].words == "Asserted by the reports in their own voice"
    assert line.details[0].sources == (1,)
