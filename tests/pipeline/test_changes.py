from fakes import read as read_with_fake
from fakes import received
from onrecord.pipeline.changes import by_type, compare

FACTS = read_with_fake(received('Verrin said "No".').article).facts


class Redirects:
    def __init__(self, **known: str) -> None:
        self.known = known

    def redirect(self, fact: str) -> str:
        return self.known.get(fact, fact)


def test_the_same_facts_are_the_same_whatever_run_found_them() -> None:
    import msgspec

    again = [msgspec.structs.replace(fact, run="ru-2") for fact in FACTS]
    counts = by_type(compare(FACTS, again, Redirects()))  # type: ignore[arg-type]
    assert {name: c.same for name, c in counts.items()} == {
        "actor": 1,
        "mention": 1,
        "statement": 1,
    }


def test_what_only_one_side_has_is_gone_or_added() -> None:
    gone = by_type(compare(FACTS, [], Redirects()))  # type: ignore[arg-type]
    added = by_type(compare([], FACTS, Redirects()))  # type: ignore[arg-type]
    assert gone["statement"].gone == added["statement"].added == 1
