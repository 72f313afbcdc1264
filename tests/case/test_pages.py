import re
from html.parser import HTMLParser
from typing import Any

import pytest

from onrecord.case.pages import render_brief
from onrecord.model.actor import Actor, ActorKind
from onrecord.model.article import Article
from onrecord.model.custody import Custody
from onrecord.model.evidence import Evidence
from onrecord.model.view import CaseView
from onrecord.report.brief import make_brief
from onrecord.report.timeline import make_timeline

WORDS = "Ilse Maren was seized in Port Sel"
HOSTILE = "\"'><script>alert(1)</script></style><!--\x1b[2J\u202e{{ 7 * 7 }}\n# x"


def view(hostile: str = "") -> CaseView:
    text = f"{hostile}{WORDS}. {hostile}"
    start = len(hostile)
    said = Evidence(article="a", start=start, end=start + len(WORDS), exact=WORDS)
    return CaseView(
        articles=(
            Article(
                id="a",
                text=text,
                published="2031-03-05",
                sha256="f" * 64,
                title=f"Title {hostile}",
                publisher=f"Outlet {hostile}",
                url=f"https://example.org/{hostile}",
            ),
        ),
        actors=(
            Actor(
                id="ac-1",
                kind=ActorKind.PERSON,
                name=f"Ilse Maren{hostile}",
                evidence=(said,),
            ),
        ),
        custody=(
            Custody(
                id="cu-1",
                evidence=(said,),
                person="ac-1",
                kind=f"detention{hostile}",
                from_="2031-03-04",
                place=f"Port Sel{hostile}",
                known_from="2031-03-05",
            ),
        ),
        notes=(hostile,) if hostile else (),
    )


def render(one: CaseView) -> str:
    return render_brief(one, make_brief(one), make_timeline(one))


class Elements(HTMLParser):
    """Collects tags with their attributes, and what is open at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "line", "rect", "circle", "path"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def elements(html: str) -> Elements:
    parser = Elements()
    parser.feed(html)
    parser.close()
    return parser


@pytest.mark.parametrize("hostile", ["", HOSTILE])
def test_a_page_is_whole_and_loads_nothing(hostile: str) -> None:
    html = render(view(hostile))
    html.encode()
    parser = elements(html)
    assert parser.open == []
    tags = {tag for tag, _ in parser.found}
    assert not tags & {"script", "img", "link", "iframe", "object", "base", "form"}
    for _, attributes in parser.found:
        assert not [name for name in attributes if name.startswith("on")]
        assert "src" not in attributes
    assert not set(html) & set("\x1b\u202e")
    assert "49" not in html.partition("<body>")[2].partition("sha256")[0]


@pytest.mark.parametrize("hostile", ["", HOSTILE])
def test_every_link_inside_has_its_place_and_ids_stand_once(hostile: str) -> None:
    found = elements(render(view(hostile))).found
    ids = [a["id"] for _, a in found if "id" in a]
    assert len(ids) == len(set(ids))
    links = {a["href"] for tag, a in found if tag == "a"}
    inside = {link[1:] for link in links if link and link.startswith("#")}
    assert inside <= set(ids)
    assert {name for name in ids if re.fullmatch(r"c\d+", name or "")} <= inside


def test_a_number_opens_the_words_marked() -> None:
    html = render(view())
    number = re.search(r'href="#(c\d+)"', html)
    assert number
    assert f'<span id="{number[1]}"></span>' in html
    assert f'<mark class="{number[1]}">{WORDS}</mark>' in html
    assert f"#{number[1]}:target~.{number[1]}{{" in html


def test_drawings_are_named_and_stand_in_two_widths() -> None:
    drawn = [a for tag, a in elements(render(view())).found if tag == "svg"]
    assert [a["class"] for a in drawn] == ["narrow", "wide"]
    assert all(a["role"] == "img" and a["aria-label"] for a in drawn)


def test_an_empty_case_has_a_page() -> None:
    html = render(CaseView())
    assert "No articles." in html
    assert elements(html).open == []
