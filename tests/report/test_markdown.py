import pytest
import report_builders as build

from onrecord.model.view import CaseView
from onrecord.report.brief import make_brief
from onrecord.report.changes import compare_views
from onrecord.report.markdown import escape, to_markdown
from onrecord.report.timeline import make_timeline

VIEW = build.view(
    articles=(build.article("a"), build.article("b", "2031-03-06", duplicate_of="a")),
    custody=(build.custody(conditions=(build.term("stay in Port Sel"),)),),
    claims=(build.claim(),),
    events=(
        build.event(happening="ev-1"),
        build.event("ev-2", happening="ev-1", when="2031-03-05"),
    ),
)


def test_a_brief_has_headings_lines_and_numbered_sources() -> None:
    text = to_markdown(make_brief(VIEW))
    assert text.startswith("# Brief as of 14 March 2031\n")
    assert "\n## Who is held\n\n- Held: Ilse Maren" in text
    assert "\\[1\\] `cu-1`" in text
    assert "\n1. Outlet a, 5 March 2031: Story a <https://example.org/a>\n" in text
    assert "counted as one source" in text


def test_a_timeline_marks_conflicts() -> None:
    text = to_markdown(make_timeline(VIEW))
    assert "- **4 March 2031** — Held: Ilse Maren" in text
    assert "  - **Reports differ on the day:**\n    - 4 March 2031" in text


def test_changes_have_fields_and_reasons() -> None:
    text = to_markdown(compare_views(VIEW, build.view(custody=(build.released(),))))
    assert "## Custody" in text
    assert "  - Status: held → past" in text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<script>x</script>", "\\<script\\>x\\</script\\>"),
        ("[a](javascript:b)", "\\[a\\](javascript:b)"),
        ("**bold** _it_ `c`", "\\*\\*bold\\*\\* \\_it\\_ \\`c\\`"),
        ("1. first", "1\\. first"),
        ("- item", "\\- item"),
        ("# head", "\\# head"),
        ("http://x.org www.x.org", "http\\://x.org www\\.x.org"),
        ("a\n\n# b\x1b[0m", "a  \\# b␛\\[0m"),
        ("&lt;", "\\&lt;"),
    ],
)
def test_words_of_an_article_make_no_markup(given: str, expected: str) -> None:
    assert escape(given) == expected


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://x/> <img src=y>", "https://x/a b", "\x1b"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    view = build.view(articles=(build.article("a", url=url),), custody=VIEW.custody)
    text = to_markdown(make_brief(view))
    assert f"<{url}" not in text
    assert "<img" not in text.replace("\\<img", "")


def test_ids_cannot_close_their_code_span() -> None:
    text = to_markdown(make_brief(build.view(custody=(build.custody("cu`<b>`"),))))
    assert "`cu'<b>'`" in text


def test_an_empty_case_prints() -> None:
    for report in (make_brief(CaseView()), make_timeline(CaseView())):
        assert to_markdown(report).startswith("# ")
