import io
import json
import zipfile

from archived import pack, response
from read_builders import CONFIG, page

from onrecord.model.article import Rejected
from onrecord.read.inputs import read_any
from onrecord.read.place import Budget, Place
from onrecord.read.receive import Options
from onrecord.read.wacz import is_wacz, read_wacz

STORY_URL = "https://paper.example/story"
FRAME_URL = "https://ads.example/frame"


def make(pages=None, *, archives=("data.warc.gz",)):
    """A WACZ of a story and a frame, with a list of pages where one is given."""
    held = io.BytesIO()
    records = [response(page(), url=FRAME_URL), response(page(), url=STORY_URL)]
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("datapackage.json", '{"profile": "data-package"}')
        for name in archives:
            content = pack(*records) if name.endswith("gz") else b"".join(records)
            archive.writestr(f"archive/{name}", content)
        archive.writestr("indexes/index.cdx", "paper.example)/story 2031 {}")
        if pages is not None:
            archive.writestr("pages/pages.jsonl", pages)
    held.seek(0)
    return held


def listed(*urls):
    head = {"format": "json-pages-1.0", "id": "pages"}
    return "\n".join(json.dumps(one) for one in [head, *({"url": u} for u in urls)])


def read(held):
    place = Place("a.wacz", Options(CONFIG), read_any, Budget())
    with zipfile.ZipFile(held) as archive:
        assert is_wacz(archive.namelist())
        return list(read_wacz(archive, place))


def test_only_the_pages_of_the_list_are_read():
    (item,) = read(make(listed(STORY_URL + "#part")))
    assert item.article.url == STORY_URL
    assert item.source == "a.wacz!archive/data.warc.gz#2"


def test_without_a_list_everything_that_is_text_is_read():
    assert len(read(make())) == 2


def test_a_list_that_is_broken_or_hostile_is_no_list():
    for pages in ("", "not json\n[1]\n", "[" * 100_000, '{"url": 5}', "x" * 200_000):
        assert len(read(make(pages))) == 2


def test_all_archives_are_read_in_order():
    items = read(make(listed(STORY_URL), archives=("b.warc", "a.warc.gz")))
    assert [item.source for item in items] == [
        "a.wacz!archive/a.warc.gz#2",
        "a.wacz!archive/b.warc#2",
    ]


def test_another_zip_is_none():
    assert not is_wacz(["datapackage.json", "data.csv"])
    assert not is_wacz(["archive/data.warc.gz"])


def test_a_wacz_is_found_by_its_content():
    place = Place("a.zip", Options(CONFIG), read_any, Budget())
    items = list(read_any(make(listed(STORY_URL)), place))
    assert [item.article.url for item in items] == [STORY_URL]


def test_a_damaged_member_is_told_and_the_others_are_read():
    held = make(listed(STORY_URL), archives=("a.warc", "b.warc"))
    content = bytearray(held.getvalue())
    at = content.index(b"WARC/1.1") + 400
    content[at : at + 9] = b"~" * 9  # the sum of the bytes is wrong now
    items = read(io.BytesIO(content))
    (problem,) = [one for one in items if isinstance(one, Rejected)]
    (item,) = [one for one in items if "b.warc" in one.source]
    assert "cannot be" in problem.reason
    assert item.article.url == STORY_URL
