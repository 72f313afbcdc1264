import json

from read_builders import STORY, read_all, refuse_one

from onrecord.model.article import Received, Rejected


def channel(*messages, name="Marn \u201eNow\u201c"):
    return {
        "name": name,
        "type": "public_channel",
        "id": 1234567890,
        "messages": list(messages),
    }


def message(number, text, **more):
    return {
        "id": number,
        "type": "message",
        "date": "2031-03-05T23:15:00",
        "date_unixtime": "1930605300",
        "from": "Marn \u201eNow\u201c",
        "from_id": "channel1234567890",
        "text": text,
    } | more


def write(value):
    return json.dumps(value, indent=1).encode()


def test_a_message_is_an_article():
    (item,) = read_all(write(channel(message(7, STORY[0]))))
    article = item.article
    assert article.text == STORY[0]
    assert (article.publisher, article.ref) == ("Marn \u201eNow\u201c", "7")
    assert (article.published, article.published_basis) == ("2031-03-05", "export")
    assert article.authors == ()
    assert item.source == "in#7"
    assert item.media_type == "application/vnd.telegram.export+json"
    assert json.loads(item.content) == message(7, STORY[0])


def test_marked_up_pieces_are_joined():
    text = [{"type": "bold", "text": "Verdict"}, "\n\n", STORY[0], {"type": "x"}]
    (item,) = read_all(write(channel(message(7, text))))
    assert item.article.text == f"Verdict\n\n{STORY[0]}"


def test_service_messages_and_those_without_words_are_passed_over():
    service = {"id": 1, "type": "service", "action": "pin_message", "text": "Pinned"}
    items = read_all(write(channel(service, message(2, ""), message(3, "Words."))))
    assert [item.article.ref for item in items] == ["3"]


def test_the_channel_it_was_forwarded_from_is_the_author():
    (item,) = read_all(write(channel(message(7, "A.", forwarded_from="Other"))))
    assert item.article.authors == ("Other",)


def test_all_chats_of_an_export_are_read():
    about = "Here is the data you requested. " * 300
    content = {
        "about": about,
        "chats": {
            "about": about,
            "list": [
                channel(message(1, "One."), name="A"),
                channel(message(1, "Two."), name="B"),
            ],
        },
    }
    items = read_all(write(content))
    assert [item.article.publisher for item in items] == ["A", "B"]


def test_a_broken_message_is_rejected_alone():
    content = write(channel(*(message(n, f"Text {n}.") for n in range(4))))
    broken = content.replace(b'"Text 1."', b'"Text 1." oops')
    items = read_all(broken)
    assert [type(item) for item in items] == [Received, Rejected, Received, Received]
    assert [item.article.ref for item in items if isinstance(item, Received)] == [
        "0",
        "2",
        "3",
    ]


def test_an_export_that_is_cut_off_gives_what_is_there():
    content = write(channel(message(1, "One."), message(2, "Two.")))
    items = read_all(content[:-40])
    assert isinstance(items[0], Received)
    assert "cut off" in items[-1].reason


def test_an_export_without_messages_is_told():
    assert "no messages" in refuse_one(write(channel()))
