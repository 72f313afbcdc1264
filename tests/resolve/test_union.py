from onrecord.resolve.union import Union


def test_joined_ids_are_led_by_the_smallest() -> None:
    union = Union("abcd")
    union.join("cb")
    union.join("dc")
    assert union.as_map() == {"a": "a", "b": "b", "c": "b", "d": "b"}
    assert "a" in union
    assert "e" not in union
