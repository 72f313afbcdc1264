import io

from read_builders import CONFIG

from onrecord.read.inputs import read_any
from onrecord.read.place import MAX_DEPTH, Budget, Place
from onrecord.read.receive import make_options

OPTIONS = make_options(CONFIG, published=None, field_map=None, retrieved=None)
TEXT = b"The court ruled."


def test_what_stands_inside_is_read_as_what_it_is():
    place = Place("a", OPTIONS, read_any, Budget())
    for member in (TEXT, io.BytesIO(TEXT)):
        (item,) = place.read_inside(member, "a!b")
        assert (item.source, item.article.text) == ("a!b", "The court ruled.")


def test_what_is_nested_too_deep_is_rejected():
    place = Place("a", OPTIONS, read_any, Budget(), depth=MAX_DEPTH)
    (item,) = place.read_inside(TEXT, "a!b")
    assert "deep" in item.reason


def test_too_many_members_are_told_once():
    place = Place("a", OPTIONS, read_any, Budget(members=1))
    items = [i for n in range(4) for i in place.read_inside(TEXT, f"a!{n}")]
    assert len(items) == 2
    assert "members" in items[1].reason
