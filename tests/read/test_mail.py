from email.message import EmailMessage

import pytest
from read_builders import CONFIG, STORY, page, read_all, read_one, refuse_one

from onrecord.model.article import Received, Rejected
from onrecord.read import read_bytes


def mail(text=None, html=None, **headers):
    message = EmailMessage()
    given = {
        "From": "Petra Lind <lind@courier.example>",
        "To": "desk@wire.example",
        "Subject": "Pilot convicted: Ødegård's view",
        "Date": "Wed, 05 Mar 2031 23:15:00 +0100 (CET)",
        "Message-ID": "<1@courier.example>",
    }
    for name, value in (given | headers).items():
        message[name] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        if text is None:
            message.set_content(html, subtype="html")
        else:
            message.add_alternative(html, subtype="html")
    return message


def test_the_text_of_a_letter_is_an_article_by_its_sender():
    content = bytes(mail(text="\n\n".join(STORY)))
    (item,) = read_all(content)
    article = item.article
    assert article.text.split("\n\n")[0] == STORY[0]
    assert article.title == "Pilot convicted: Ødegård's view"
    assert (article.published, article.published_basis) == ("2031-03-05", "mail")
    assert article.published_precision == "minute"
    assert article.authors == ("Petra Lind",)
    assert article.ref == "<1@courier.example>"
    assert (item.content, item.media_type) == (content, "message/rfc822")


def test_the_page_of_a_newsletter_is_read_as_a_page_and_its_sender_is_the_outlet():
    message = mail(
        text="View this in your browser.",
        html=page("<title>Issue 9</title>").decode(),
        **{
            "From": "Corvane Courier <news@courier.example>",
            "List-Unsubscribe": "<mailto:leave@courier.example>",
        },
    )
    article = read_one(bytes(message))
    assert article.text == "\n\n".join(STORY)
    assert article.publisher == "Corvane Courier"
    assert article.title == "Pilot convicted: Ødegård's view"


def test_a_newsletter_laid_out_in_tables_is_read():
    rows = "".join(
        f"<table><tr><td><font>{line}</font></td></tr></table>" for line in STORY
    )
    html = f"<html><body><table><tr><td>{rows}</td></tr></table></body></html>"
    article = read_one(bytes(mail(html=html)))
    assert article.text == "\n\n".join(STORY)


def test_the_callers_day_wins():
    article = read_one(bytes(mail(text=STORY[0])), published="2030-01-01")
    assert (article.published, article.published_basis) == ("2030-01-01", "caller")


def test_lines_broken_by_the_mail_program_are_joined():
    message = b"".join(
        (
            b"From: a@b.example\r\nDate: Wed, 05 Mar 2031 23:15:00 +0100\r\n",
            b"Subject: =?utf-8?B?w5hk?= news\r\n",
            b"Content-Type: text/plain; charset=iso-8859-1; format=flowed\r\n\r\n",
            b"The court in \r\n\xd8d ruled.\r\n\r\nIt rained.\r\n-- \r\nPetra\r\n",
        )
    )
    article = read_one(message)
    assert article.text == "The court in Ød ruled.\n\nIt rained.\n-- \nPetra\n"
    assert article.title == "Ød news"


def test_attachments_are_read_as_what_they_are_and_pictures_are_passed_over():
    message = mail(text="Two pieces for you.")
    message.add_attachment(page(), maintype="text", subtype="html", filename="a.html")
    message.add_attachment(
        b'{"text": "One."}\n{"text": "Two."}\n',
        maintype="application",
        subtype="octet-stream",
        filename="b.jsonl",
    )
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png")
    items = read_all(bytes(message))
    assert [item.source for item in items] == [
        "in",
        "in!a.html",
        "in!b.jsonl#1",
        "in!b.jsonl#2",
    ]
    assert items[1].content.strip() == page().strip()
    assert items[1].media_type == "text/html"
    assert items[1].article.published is None


def test_a_mail_that_only_brings_an_article_is_no_article():
    message = mail(text="\n")
    message.add_attachment(page(), maintype="text", subtype="html", filename="a.html")
    (item,) = read_all(bytes(message))
    assert item.source == "in!a.html"


def test_a_forwarded_mail_is_read():
    message = mail(text="See below.")
    message.add_attachment(mail(text=STORY[0], Subject="Inside"))
    items = read_all(bytes(message))
    assert [item.article.title for item in items][1] == "Inside"


def test_an_attachment_that_is_no_article_is_told():
    message = mail(text="See this.")
    message.add_attachment(
        b"{\\rtf1 x}", maintype="application", subtype="rtf", filename="a.rtf"
    )
    items = read_all(bytes(message))
    assert isinstance(items[1], Rejected)
    assert "RTF" in items[1].reason


def test_a_mail_without_words_is_told():
    message = mail(html="<p></p>")
    assert refuse_one(bytes(message)).endswith(".")


def mailbox(*messages):
    lines = b"From lind@courier.example Wed Mar  5 23:15:00 2031\n"
    return b"".join(
        lines + one.replace(b"\nFrom ", b"\n>From ") + b"\n" for one in messages
    )


def test_every_mail_of_a_mailbox_is_read():
    first = bytes(mail(text="The court ruled.\nFrom there they went on.\n"))
    second = bytes(mail(text=STORY[1], Subject="Second"))
    items = read_all(mailbox(first, second))
    assert [item.source for item in items] == ["in#1", "in#2"]
    assert items[0].article.text == "The court ruled.\nFrom there they went on.\n"
    assert items[1].article.title == "Second"


def test_a_broken_mail_is_rejected_alone():
    broken = (
        b"Subject: x\nContent-Type: text/plain; charset=utf-8\n\n\x81\x8d\x8f\x90\n"
    )
    large = bytes(mail(text="a " * 60_000))
    config = CONFIG.__class__(max_page_bytes=50_000)
    content = mailbox(broken, large, bytes(mail(text=STORY[0])))
    items = list(read_bytes(content, source="in", config=config))
    assert [type(item) for item in items] == [Rejected, Rejected, Received]
    assert "max_page_bytes" in items[1].reason


@pytest.mark.parametrize(
    "content",
    [
        b"Message-ID: x\nContent-Type: multipart/mixed\n\nThe court ruled.",
        b"Message-ID: x\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\n--a",
        b"Message-ID: x\nContent-Type: text/plain; charset=\0\0\n\nThe court ruled.",
        b"Message-ID: x\nContent-Type: text/html; charset=rot13\n\nThe court ruled.",
        b"Message-ID: x\nContent-Transfer-Encoding: base64\n\n=====",
        b"Message-ID: x\nContent-Transfer-Encoding: uuencode\n\nbegin 644\n#!!",
        b"Message-ID: x\nSubject: =?x?b?A?= =?utf-8?b?\xff?=\n\nThe court ruled.",
        b"Message-ID: x\nDate: Wed, 99 Foo 20311\n\nThe court ruled.",
        b"Message-ID: x\nContent-Disposition: attachment; filename*=a'b'%ff\n\nA.",
        b'Message-ID: x\nFrom: "\0" <>,,;:\n\nThe court ruled.',
        b"Message-ID: x\n"
        + b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
            for n in range(3000)
        ),
        b"Message-ID: x\n" + b"Content-Type: message/rfc822\n\n" * 3000,
        b'Message-ID: x\nContent-Type: a/b; c="' + b";" * 2_000_000 + b"\n\nA.",
        b'Message-ID: x\nContent-Type: a/b; c="' + b";\n " * 600_000 + b"\n\nA.",
        b"Message-ID: x\nSubject: " + b"=?a?b?x" * 300_000 + b"\n\nThe court ruled.",
        b"Message-ID: x\nFrom: " + b"<(" * 500_000 + b"\n\nThe court ruled.",
        b"Message-ID: x\n\n" + b"--b\n" * 500_000,
    ],
)
def test_no_mail_raises(content):
    for item in read_all(content):
        assert isinstance(item, Received) or item.reason.endswith(".")
