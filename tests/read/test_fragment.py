import pytest

from onrecord.read.fragment import split_fragment, split_text, strip_markup


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("<p>One <b>two</b>.</p><p>Three.</p>", ["One two.", "Three."]),
        ("One<br>two<br/><br/>three", ["One\ntwo", "three"]),
        ("<div>One<p>two</p>three</div>", ["One", "two", "three"]),
        ("One <script>x()</script>two<style>p {}</style>", ["One two"]),
        ("<figure><figcaption>Photo: A</figcaption></figure>One", ["One"]),
        ("One<!-- no --> two", ["One two"]),
        ("a &lt; b &amp; c&nbsp;d", ["a < b & c d"]),
        ("<ul><li>One</li><li>Two</li></ul>", ["One", "Two"]),
        ("bare words", ["bare words"]),
        ("a\x00b", ["a b"]),
        ("", []),
        ("<p> </p>", []),
        ('<?xml version="1.0" encoding="utf-16"?><p>One</p>', ["One"]),
    ],
)
def test_every_block_is_a_paragraph(markup, paragraphs):
    assert split_fragment(markup) == paragraphs


def test_blank_lines_part_plain_text():
    assert split_text("One\ntwo\r\n\r\n three ") == ["One\ntwo", "three"]


@pytest.mark.parametrize(
    ("value", "title"),
    [("<i>A</i> &amp; B", "A & B"), ("A\n B", "A B"), ("", None), (None, None)],
)
def test_a_title_loses_its_markup(value, title):
    assert strip_markup(value) == title


@pytest.mark.parametrize("piece", ["<div>", "<b>", "<", "&", "<!--", "</p>", "<p a='"])
def test_hostile_markup_costs_no_more_than_its_length(piece):
    split_fragment(piece * 100_000)


def test_words_below_thousands_of_elements_are_not_lost():
    markup = "<div>" * 3000 + "One<script>x()</script>" + "</div>" * 3000 + "<p>Two</p>"
    assert split_fragment(markup) == ["One", "Two"]


def test_what_a_script_says_is_never_text():
    assert split_fragment("<script>x()</script>") == []
