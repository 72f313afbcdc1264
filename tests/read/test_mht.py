from email.message import EmailMessage

from read_builders import STORY, page, read_all, read_one, refuse_one


def mht(html, *, charset="utf-8"):
    part = EmailMessage()
    part.set_content(html, subtype="html", charset=charset)
    del part["MIME-Version"]
    part["Content-Location"] = "https://courier.example/a"
    lines = (
        b"From: <Saved by Blink>",
        b"Snapshot-Content-Location: https://courier.example/a?x=1",
        b"Subject: Pilot convicted",
        b"MIME-Version: 1.0",
        b"Content-Type: multipart/related;",
        b'\ttype="text/html";',
        b'\tboundary="b"',
        b"",
        b"",
        b"--b",
        bytes(part),
        b"--b",
        b"Content-Type: text/css",
        b"",
        b"p {}",
        b"--b--",
        b"",
    )
    return b"\n".join(lines)


def test_the_page_of_an_mht_file_is_read_with_its_address():
    content = mht(page().decode())
    (item,) = read_all(content)
    assert item.article.text == "\n\n".join(STORY)
    assert item.article.url == "https://courier.example/a"
    assert item.article.title == "Pilot convicted"
    assert item.article.published is None
    assert (item.content, item.media_type) == (content, "multipart/related")


def test_what_the_page_declares_counts_before_where_it_was_saved():
    head = (
        '<link rel="canonical" href="https://courier.example/c">'
        '<meta property="article:published_time" content="2031-03-05">'
    )
    article = read_one(mht(page(head).decode()))
    assert article.url == "https://courier.example/c"
    assert (article.published, article.published_basis) == ("2031-03-05", "meta")


def test_the_charset_of_the_part_counts():
    html = page('<meta charset="utf-8">', before="<p>The Ødegård court met.</p>")
    article = read_one(mht(html.decode(), charset="iso-8859-1"))
    assert article.text.startswith("The Ødegård court met.")


def test_an_mht_file_without_a_page_is_told():
    content = mht(page().decode()).replace(b"text/html", b"text/css")
    assert "no page" in refuse_one(content)


def test_a_page_saved_by_singlefile_says_where_it_stood_and_when_it_was_saved():
    comment = (
        b"<!--\n Page saved with SingleFile \n url: https://courier.example/a \n"
        b" saved date: Wed Mar 05 2031 10:11:12 GMT+0100 (Central European Time)\n-->"
    )
    content = page().replace(b"<head>", comment + b"<head>")
    (item,) = read_all(content)
    assert item.article.url == "https://courier.example/a"
    assert item.article.retrieved == "2031-03-05T10:11:12+01:00"
    assert item.article.published is None
    assert (item.content, item.media_type) == (content, "text/html")


def test_a_page_saved_by_a_browser_says_where_it_stood():
    content = b"<!-- saved from url=(0025)https://courier.example/a -->\n" + page()
    assert read_one(content).url == "https://courier.example/a"


def test_an_address_that_is_none_is_left_out():
    content = b"<!-- saved from url=(0025)file:///C:/secret.html -->\n" + page()
    assert read_one(content).url is None
