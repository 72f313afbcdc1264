import gzip
import shutil
import ssl
import subprocess
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read_builders import page
from serving import serve

from onrecord.config import Config
from onrecord.model.article import Rejected
from onrecord.read.fetch import AGENT, MAX_REDIRECTS, Fetcher
from onrecord.read.web import Fetched

HEADS = [
    b"",
    b"HTTP/1.1 200 OK\r\n",
    b"HTTP/1.1 200 OK\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 9",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello",
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08",
    b"HTTP/1.1 302 Found\r\nLocation: ",
    b"HTTP/1.1 100 Continue\r\n\r\n",
]
QUICK = Config(fetch_delay_s=0.0, fetch_timeout_s=5.0)


@pytest.fixture
def site():
    with serve() as site:
        yield site


def fetcher(config=QUICK, **options):
    return Fetcher(config, allow_private=True, **options)


def get(url, **options):
    found = fetcher(**options).fetch(url)
    assert isinstance(found, Fetched), found
    return found


def refuse(url, **options):
    found = fetcher(**options).fetch(url)
    assert isinstance(found, Rejected), found
    assert found.source == url.replace("me:secret@", "")
    return found.reason


def test_a_page_is_fetched_with_its_address_and_time(site):
    site.put("/story?id=1", page())
    noon = datetime(2031, 3, 1, 12, tzinfo=UTC)
    found = get(f"{site.url}/story?id=1#part", now=lambda: noon)
    assert found.content == page()
    assert found.url == f"{site.url}/story?id=1"
    assert found.retrieved == "2031-03-01T12:00:00Z"


def test_a_request_says_who_asks_and_nothing_about_the_reader(site):
    site.put("/story", page())
    get(f"{site.url}/story")
    _, headers = site.asked[-1]
    assert headers["User-Agent"] == AGENT
    assert headers["Host"] == f"127.0.0.1:{site.port}"
    assert set(headers) <= {
        "Host",
        "User-Agent",
        "Accept",
        "Accept-Encoding",
        "Connection",
    }


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://paper.example/story",
        "gopher://paper.example/",
        "data:text/html,hello",
        "javascript:alert(1)",
        "//paper.example/story",
        "http:/paper.example",
        "http://",
        "http://paper.example:99999/",
        "http://paper.example/a\r\nHost: other.example",
        "http://paper.example/a b",
        "http://[::1",
        "https://me:secret@paper.example/",
        "http://" + "a" * 9000,
    ],
)
def test_nothing_but_an_address_of_a_page_is_fetched(url):
    asked = []
    reason = refuse(url, resolve=lambda *given: asked.append(given) or ["127.0.0.1"])
    assert "address" in reason
    assert "secret" not in reason
    assert asked == []


def test_redirects_are_followed_to_the_end(site):
    site.move("/old", "/new")
    site.move("/new", f"{site.url}/newest", status=301)
    site.put("/newest", page())
    assert get(f"{site.url}/old").url == f"{site.url}/newest"


def test_redirects_in_a_circle_end(site):
    site.move("/a", "/b")
    site.move("/b", "/a")
    assert "redirects" in refuse(f"{site.url}/a")
    assert len(site.paths) == 1 + MAX_REDIRECTS + 1


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://a.example/", "data:,x"])
def test_a_redirect_to_what_is_no_page_is_not_followed(site, to):
    site.move("/a", to)
    assert "no web address" in refuse(f"{site.url}/a")


def test_a_private_address_is_refused(site):
    site.put("/story", page())
    found = Fetcher(QUICK).fetch(f"{site.url}/story")
    assert isinstance(found, Rejected)
    assert "--allow-private" in found.reason
    assert site.asked == []


def test_a_host_that_resolves_to_a_private_address_is_refused(site):
    site.put("/story", page())
    for address in ("127.0.0.1", "10.0.0.8", "169.254.169.254", "::ffff:127.0.0.1"):
        found = Fetcher(QUICK, resolve=lambda *_, a=address: [a]).fetch(
            f"http://paper.example:{site.port}/story"
        )
        assert isinstance(found, Rejected)
        assert address in found.reason
    assert site.asked == []


def test_a_redirect_into_a_private_network_is_refused(site, monkeypatch):
    """The first hop is let through as if it were public; the second is not."""
    site.move("/story", "http://router.example/admin")
    monkeypatch.setattr(
        "onrecord.read.addresses.is_public", lambda address: address == "127.0.0.1"
    )
    hosts = {"paper.example": ["127.0.0.1"], "router.example": ["192.168.1.1"]}
    found = Fetcher(QUICK, resolve=lambda host, _: hosts[host]).fetch(
        f"http://paper.example:{site.port}/story"
    )
    assert isinstance(found, Rejected)
    assert "router.example is at 192.168.1.1" in found.reason


def test_a_host_is_dialled_where_it_was_resolved_and_nowhere_else(site, monkeypatch):
    """A name that answers otherwise the second time (rebinding) gains nothing."""
    site.put("/story", page())
    calls = []

    def resolve(host, port):
        calls.append(host)
        return ["127.0.0.1"]

    def never(*_, **__):
        raise AssertionError("resolved again")

    real = __import__("socket").create_connection

    def dial(address, timeout):
        assert address[0] == "127.0.0.1"
        with monkeypatch.context() as inner:
            inner.undo()
            return real(address, timeout)

    monkeypatch.setattr("onrecord.read.connection.socket.create_connection", dial)
    found = get(f"http://paper.example:{site.port}/story", resolve=resolve)
    assert found.content == page()
    assert site.asked[-1][1]["Host"] == f"paper.example:{site.port}"
    assert calls == ["paper.example"] * 2  # once for robots.txt, once for the page


def test_the_second_address_is_dialled_where_the_first_is_closed(site):
    site.put("/story", page())
    url = f"http://paper.example:{site.port}/story"
    assert get(url, resolve=lambda *_: ["127.0.0.2", "127.0.0.1"]).content == page()


def test_a_host_that_is_not_found_is_told():
    def resolve(host, port):
        raise OSError(-2, "Name or service not known")

    assert "Name or service not known" in refuse("http://no.example/", resolve=resolve)


def test_a_closed_port_is_told(site):
    port = site.port
    reason = refuse("http://127.0.0.1:1/") if port != 1 else ""
    assert "could not be read" in reason


def test_a_page_that_is_too_large_is_given_up_early(site):
    sent = []

    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        while not site.stopped.is_set():
            handler.wfile.write(b"x" * 65536)
            sent.append(65536)

    site.pages["/endless"] = endless
    config = Config(fetch_delay_s=0.0, max_page_bytes=500_000)
    assert "larger than the limit of 500,000 bytes" in refuse(
        f"{site.url}/endless", config=config
    )


def test_a_bomb_is_given_up_early(site):
    bomb = gzip.compress(gzip.compress(b"\0" * 200_000_000))
    assert len(bomb) < 10_000
    site.put("/bomb", bomb, content_encoding="gzip, gzip")
    assert "larger than the limit" in refuse(f"{site.url}/bomb")


def test_a_packed_page_is_unpacked(site):
    site.put("/story", gzip.compress(page()), content_encoding="gzip")
    assert get(f"{site.url}/story").content == page()


def drip(site, path, before=b""):
    def answer(handler):
        handler.wfile.write(before)
        while not site.stopped.wait(0.05):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    site.pages[path] = answer


@pytest.mark.parametrize(
    "before",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n",
    ],
)
def test_a_server_that_drips_is_left(site, before):
    """Each byte comes well within the time of one read; the whole would take hours."""
    drip(site, "/drip", before)
    config = Config(fetch_delay_s=0.0, fetch_timeout_s=0.6)
    began = time.monotonic()
    reason = refuse(f"{site.url}/drip", config=config)
    assert "longer than 0.6 seconds" in reason
    assert time.monotonic() - began < 4


def test_a_dripping_robots_txt_is_left_too(site):
    drip(site, "/robots.txt")
    site.put("/story", page())
    config = Config(fetch_delay_s=0.0, fetch_timeout_s=0.4)
    assert "longer than 0.4 seconds" in refuse(f"{site.url}/story", config=config)


def test_a_silent_server_is_left(site, monkeypatch):
    monkeypatch.setattr("onrecord.read.connection.READ_TIMEOUT_S", 0.2)
    site.pages["/silent"] = lambda _: site.stopped.wait(5)
    assert "silent" in refuse(f"{site.url}/silent")


@pytest.mark.parametrize(
    "head", [b"\x00\x01\x02", b"HTTP/9.9 hello\r\n\r\n", b"HTTP/1.1 200\r\n" * 9999]
)
def test_an_answer_that_is_no_http_is_told(site, head):
    site.pages["/odd"] = lambda handler: handler.wfile.write(head)
    assert "could not be read" in refuse(f"{site.url}/odd")


def test_an_answer_that_breaks_off_is_told(site):
    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        handler.wfile.write(b"only this")

    site.pages["/cut"] = answer
    assert "could not be read" in refuse(f"{site.url}/cut")


def test_an_error_page_is_no_article(site):
    site.put("/gone", page(), status=410)
    assert "answered 410" in refuse(f"{site.url}/gone")


def test_robots_txt_is_obeyed(site):
    site.put("/robots.txt", b"User-agent: *\nDisallow: /private/\n")
    site.put("/private/story", page())
    site.put("/story", page())
    assert "robots.txt" in refuse(f"{site.url}/private/story")
    assert "/private/story" not in site.paths
    assert get(f"{site.url}/story").content == page()


def test_robots_txt_is_obeyed_after_a_redirect_too(site):
    site.put("/robots.txt", b"User-agent: onrecord\nDisallow: /private/\n")
    site.move("/story", "/private/story")
    site.put("/private/story", page())
    assert "robots.txt" in refuse(f"{site.url}/story")
    assert "/private/story" not in site.paths


def test_a_robots_txt_that_fails_forbids(site):
    site.put("/robots.txt", status=503)
    site.put("/story", page())
    assert "503" in refuse(f"{site.url}/story")
    assert site.paths == ["/robots.txt"]


def test_robots_txt_is_asked_for_once_a_site(site):
    site.put("/a", page())
    site.put("/b", page())
    one = fetcher()
    one.fetch(f"{site.url}/a")
    one.fetch(f"{site.url}/b")
    assert site.paths == ["/robots.txt", "/a", "/b"]


def test_two_pages_of_a_host_are_a_pause_apart(site):
    for path in ("/a", "/b"):
        site.put(path, page())
    clock, slept = [100.0], []

    def sleep(seconds):
        slept.append(seconds)
        clock[0] += seconds

    one = fetcher(Config(fetch_delay_s=2.0), sleep=sleep, monotonic=lambda: clock[0])
    one.fetch(f"{site.url}/a")
    assert slept == []
    clock[0] += 0.5
    one.fetch(f"{site.url}/b")
    assert slept == [1.5]


def test_a_longer_pause_is_kept_where_the_site_asks_for_it(site):
    site.put("/robots.txt", b"User-agent: *\nCrawl-delay: 7\n")
    for path in ("/a", "/b"):
        site.put(path, page())
    slept = []
    one = fetcher(sleep=slept.append, monotonic=lambda: 1.0)
    one.fetch(f"{site.url}/a")
    one.fetch(f"{site.url}/b")
    assert slept == [7.0]


@given(st.binary(max_size=200), st.sampled_from(HEADS))
@settings(max_examples=60, deadline=None)
def test_no_answer_is_too_odd(content, head):
    with serve() as site:
        site.pages["/odd"] = lambda handler: handler.wfile.write(head + content)
        found = fetcher().fetch(f"{site.url}/odd")
    assert isinstance(found, Fetched | Rejected)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes a certificate")
def test_https_checks_the_name_and_sends_it(tmp_path):
    """The name of the host, not the address dialled, is asked for and checked."""
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        (
            f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout {key} "
            f"-out {cert} -subj /CN=paper.example "
            "-addext subjectAltName=DNS:paper.example"
        ).split(),
        check=True,
        capture_output=True,
    )
    names = []

    def wrap(server):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cert, key)
        context.sni_callback = lambda sock, name, context: names.append(name)
        server.socket = context.wrap_socket(server.socket, server_side=True)

    trust = ssl.create_default_context(cafile=str(cert))
    options = {"context": trust, "resolve": lambda *_: ["127.0.0.1"]}
    with serve(wrap) as site:
        site.put("/story", page())
        found = get(f"https://paper.example:{site.port}/story", **options)
        assert found.content == page()
        assert set(names) == {"paper.example"}
        reason = refuse(f"https://other.example:{site.port}/story", **options)
        assert "certificate" in reason
        untrusted = {"resolve": options["resolve"]}
        reason = refuse(f"https://paper.example:{site.port}/story", **untrusted)
        assert "certificate" in reason
