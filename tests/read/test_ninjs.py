import json

from read_builders import STORY, read_all, read_one, refuse_one

V1 = {
    "uri": "http://wire.example/items/7",
    "type": "text",
    "pubstatus": "usable",
    "versioncreated": "2031-03-06T09:00:00+01:00",
    "firstcreated": "2031-03-05T23:15:00+01:00",
    "byline": "By Petra Lind",
    "headline": "Pilot convicted",
    "located": "Marn",
    "copyrightholder": "Marn Wire",
    "language": "en",
    "body_xhtml": f"<div><p>{STORY[0]}</p><p>{STORY[1]}</p></div>",
}
V2 = {
    "uri": "urn:wire:8",
    "standard": {"name": "ninjs", "version": "2.1"},
    "versioncreated": "2031-03-06T09:00:00+01:00",
    "headlines": [
        {"role": "short", "value": "Convicted"},
        {"role": "main", "value": "Pilot convicted"},
    ],
    "bodies": [
        {"contenttype": "text/plain", "value": "Short."},
        {"contenttype": "text/html", "value": f"<p>{STORY[0]}</p><p>{STORY[1]}</p>"},
    ],
    "infosources": [{"name": "Marn Wire", "role": "publisher"}],
}


def write(value):
    return json.dumps(value).encode()


def test_an_item_of_version_1_is_read():
    article = read_one(write(V1))
    assert article.text == "\n\n".join(STORY[:2])
    assert article.title == "Pilot convicted"
    assert article.ref == article.url == "http://wire.example/items/7"
    assert (article.published, article.published_basis) == ("2031-03-05", "meta")
    assert (article.publisher, article.authors) == ("Marn Wire", ("Petra Lind",))
    assert article.dateline == "Marn"


def test_an_item_of_version_2_gives_its_fullest_body_and_main_headline():
    article = read_one(write(V2))
    assert article.text == "\n\n".join(STORY[:2])
    assert article.title == "Pilot convicted"
    assert article.publisher == "Marn Wire"


def test_the_bytes_are_kept():
    content = json.dumps(V1, indent=2).encode()
    (item,) = read_all(content)
    assert item.content == content
    assert item.media_type == "application/vnd.iptc.ninjs+json"


def test_many_items_are_read_from_an_array_from_lines_and_from_a_list_inside():
    for content in (
        write([V1, V2]),
        write(V1) + b"\n" + write(V2) + b"\n",
        write({"items": [V1, V2]}),
    ):
        items = read_all(content)
        assert [item.source for item in items] == ["in#1", "in#2"]
        assert items[1].article.ref == "urn:wire:8"


def test_a_withdrawn_item_is_not_read():
    assert "'canceled'" in refuse_one(write(V1 | {"pubstatus": "canceled"}))


def test_an_item_without_text_says_its_type():
    (item, _) = read_all(write([V1 | {"body_xhtml": "", "type": "picture"}, V2]))
    assert "picture" in item.reason


def test_a_broken_item_is_rejected_alone():
    items = read_all(write(V1) + b"\n" + write(V2)[:-5] + b"\n")
    assert items[0].article.ref == V1["uri"]
    assert "repair" in items[1].reason
