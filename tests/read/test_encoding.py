import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.encoding import decode, explain_failure, find_declared


@given(st.text(st.characters(codec="utf-8")).filter(lambda t: t[:1] != "\ufeff"))
def test_utf8_comes_back_character_for_character(text):
    assert decode(text.encode()) == text


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_taken_off(codec):
    assert (
        decode("\u201cNo\u201d, \U0001f600".encode(codec))
        == "\u201cNo\u201d, \U0001f600"
    )


def test_an_inner_mark_stays():
    assert decode("a\ufeffb".encode()) == "a\ufeffb"


def test_windows_1252_is_read_where_it_makes_words():
    text = "\u201cCaf\xe9 Z\xfcrich\u201d, he said \u2013 twice"
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("codec", ["koi8-r", "shift_jis", "cp1251", "gb18030"])
def test_other_scripts_without_a_declared_charset_are_not_guessed(codec):
    text = "\u041c\u0438\u043d\u0438\u0441\u0442\u0440 " * 20
    assert decode(text.encode(codec)) is None


def test_damaged_utf8_is_not_read_as_windows_1252():
    content = "\u201cNo\u201d, said the caf\xe9 owner".encode() + b"\xe2\x80 and left"
    assert decode(content) is None
    assert "UTF-8" in explain_failure(content)


def test_a_declared_charset_is_used():
    head = b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'
    declared = find_declared(head)
    assert declared == "koi8-r"
    assert decode("\u0434\u0430".encode("koi8-r"), declared=declared) == "\u0434\u0430"


def test_valid_utf8_wins_over_a_declared_8_bit_charset():
    assert decode("caf\xe9".encode(), declared="cp1252") == "caf\xe9"


def test_latin_1_means_windows_1252_as_in_browsers():
    assert find_declared(b'<meta charset="ISO-8859-1">') == "cp1252"


@pytest.mark.parametrize("label", [b"rot13", b"zlib", b"idna", b"utf-7", b"nonsense"])
def test_codecs_that_are_no_charsets_are_not_taken(label):
    assert find_declared(b'<meta charset="' + label + b'">') is None
