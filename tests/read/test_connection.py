import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.read.connection import Patience, hide_secret, parse_address


@pytest.mark.parametrize(
    ("url", "site", "target"),
    [
        ("http://Paper.Example", "http://paper.example", "/"),
        ("https://paper.example:443/a?b=c#d", "https://paper.example", "/a?b=c"),
        (
            "HTTP://paper.example:8080/a b".replace(" ", "%20"),
            "http://paper.example:8080",
            "/a%20b",
        ),
        ("http://[2606:4700::1]/x", "http://[2606:4700::1]", "/x"),
        ("https://münchen.example/ü", "https://xn--mnchen-3ya.example", "/%C3%BC"),
        ("http://paper.example?q=1", "http://paper.example", "/?q=1"),
    ],
)
def test_an_address_is_taken_apart(url, site, target):
    found = parse_address(url)
    assert (found.site, found.target) == (site, target)
    assert parse_address(found.url) == found


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "https://paper.example/b"),
        ("b?x=1", "https://paper.example/a/b?x=1"),
        ("//other.example/c", "https://other.example/c"),
        ("http://other.example/c", "http://other.example/c"),
        (" ../d ", "https://paper.example/d"),
    ],
)
def test_a_redirect_is_followed_from_where_it_stands(location, url):
    assert parse_address("https://paper.example/a/").follow(location).url == url


def test_a_backslash_does_not_hide_the_host():
    """Browsers read a backslash as a slash; what is dialled is what was checked."""
    try:
        found = parse_address("http://paper.example\\@router.example/")
    except InputError:
        return
    assert found.host == "paper.example"


@pytest.mark.parametrize(
    "url",
    [
        "https://ana:topsecret@paper.example/",
        "https://topsecret@paper.example",
        "https://ana:tops\u00e9topsecret@paper.example/a",
        "https://a@topsecret:b@paper.example/",
        "HTTPS:\\\\ana:topsecret@paper.example/",
        "http://topsecret@[::1/",
    ],
)
def test_a_password_is_never_sent_and_never_told(url):
    with pytest.raises(InputError) as caught:
        parse_address(url)
    assert "topsecret" not in str(caught.value)
    assert "topsecret" not in hide_secret(url)


def test_an_at_sign_behind_the_host_is_no_secret():
    url = "https://paper.example/@ana?to=b@c.example"
    assert hide_secret(url) == url
    assert parse_address(url).target == "/@ana?to=b@c.example"


@pytest.mark.parametrize("location", ["http://[", "//[x/", "http://a:b:c/", "a\x00b"])
def test_a_redirect_to_nowhere_is_refused(location):
    with pytest.raises(InputError):
        parse_address("https://paper.example/").follow(location)


@given(st.text(max_size=60), st.sampled_from(["http://", "https://", "", "//"]))
def test_no_address_is_too_odd(text, start):
    try:
        found = parse_address(start + text)
        again = found.follow(text)
    except InputError:
        return
    assert found.scheme in ("http", "https")
    assert again.host


def test_patience_counts_over_several_requests():
    class Idle:
        def cut(self):
            raise AssertionError("too early")

    patience = Patience(10)
    for _ in range(2):
        with patience.watch(Idle()):
            pass
    assert 9 < patience.left_s < 10
    assert not patience.is_over
