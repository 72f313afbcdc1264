import hashlib

from read_builders import CONFIG, read_all

from onrecord.model.article import PublishedBasis
from onrecord.read.days import Day
from onrecord.read.inputs import read_any
from onrecord.read.overlay import as_received, overlay, overlay_day
from onrecord.read.place import Budget, Place
from onrecord.read.receive import make_options

TEXT = b"Title: A\n\nThe court ruled."


def place(published=None):
    options = make_options(CONFIG, published=published, field_map=None, retrieved=None)
    return Place("in", options, read_any, Budget())


def test_what_the_container_knows_takes_the_place_of_what_was_read():
    (item,) = read_all(TEXT)
    known = overlay(item, title="B", url=None, authors=()).article
    assert (known.title, known.url, known.text) == ("B", None, item.article.text)


def test_filling_leaves_what_was_read():
    (item,) = read_all(TEXT)
    known = overlay(item, fill=True, title="B", publisher="C").article
    assert (known.title, known.publisher) == ("A", "C")


def test_a_day_is_set_unless_the_caller_gave_one():
    (item,) = read_all(TEXT)
    day = Day("2031-03-05", "day")
    known = overlay_day(item, place(), day, PublishedBasis.MAIL).article
    assert (known.published, known.published_basis) == ("2031-03-05", "mail")
    same = overlay_day(item, place("2030-01-01"), day, PublishedBasis.MAIL)
    assert same == item
    assert overlay_day(item, place(), None, PublishedBasis.MAIL) == item


def test_the_containers_bytes_are_those_received():
    (item,) = read_all(TEXT)
    whole = as_received(item, b"all", "message/rfc822")
    assert (whole.content, whole.media_type) == (b"all", "message/rfc822")
    assert whole.article.sha256 == hashlib.sha256(b"all").hexdigest()


def test_what_was_rejected_stays_so():
    (item,) = read_all(b"...")
    assert overlay(item, title="B") == item
    assert as_received(item, b"all", "x").reason == item.reason
