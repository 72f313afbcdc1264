import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.robots import MAX_DELAY_S, judge_answer, read_robots

RULES = b"""\
User-agent: *
Disallow: /admin/
Crawl-delay: 3

User-agent: greedybot
Disallow: /
"""


def test_rules_for_everybody_hold():
    rules = read_robots(RULES)
    assert not rules.allows("onrecord", "https://a.example/admin/x")
    assert rules.allows("onrecord", "https://a.example/story")
    assert not rules.allows("greedybot", "https://a.example/story")
    assert rules.delay_s("onrecord") == 3.0


def test_a_pause_of_hours_is_cut():
    rules = read_robots(b"User-agent: *\nCrawl-delay: 99999\n")
    assert rules.delay_s("onrecord") == MAX_DELAY_S


@pytest.mark.parametrize(
    "line",
    [
        b"Crawl-delay: " + b"9" * 100_000,
        "Crawl-delay: ²".encode(),
        b"Request-rate: x/" + b"9" * 100_000,
        b"Disallow: //[",
        b"Disallow: %5b//[::",
        b"\xff\xfe\x00",
        b":::::",
        b"Allow",
    ],
)
def test_odd_lines_are_passed_over_and_the_rest_holds(line):
    rules = read_robots(b"User-agent: *\n" + line + b"\nDisallow: /admin/\n")
    assert not rules.allows("onrecord", "https://a.example/admin/x")
    assert rules.allows("onrecord", "https://a.example/")


@pytest.mark.parametrize(
    ("status", "allowed"), [(200, False), (404, True), (403, True), (503, False)]
)
def test_what_an_answer_stands_for(status, allowed):
    found = judge_answer(status, b"User-agent: *\nDisallow: /\n")
    assert found.allows("onrecord", "https://a.example/") is allowed


@given(st.binary(max_size=200), st.sampled_from([b"Allow: ", b"Crawl-delay:", b""]))
def test_no_file_is_too_odd(content, start):
    rules = read_robots(b"User-agent: *\n" + start + content)
    assert rules.allows("onrecord", "https://a.example/x") in (True, False)
    assert 0 <= rules.delay_s("onrecord") <= MAX_DELAY_S
