import msgspec
import store_builders as build

from onrecord.model.correction import Anchor, Operation


def test_corrections_come_back_whole_and_in_the_order_given(store):
    full = build.a_correction(
        9,
        at=build.DAY1,
        why="wrong person",
        operation=Operation.EDIT,
        fact_type="custody",
        members=("cu-1", "cu-2"),
        anchors=(Anchor(article="ar-1", start=0, end=1, exact="x", prefix="p"),),
        field="holder",
        old='"a"',
        new='["b"]',
        report=True,
    )
    given = [build.a_correction(5), full, build.a_correction(1)]
    for one in given:
        store.add_correction(one)
    assert store.corrections() == given


def test_a_correction_given_twice_stands_once(store):
    store.add_correction(build.a_correction())
    version = store.version()
    store.add_correction(build.a_correction())
    assert store.corrections() == [build.a_correction()]
    assert store.version() == version


def test_corrections_as_recorded_are_those_given_by_then(store):
    late = msgspec.structs.replace(build.a_correction(2), at=build.DAY3)
    store.add_correction(late)
    store.add_correction(build.a_correction())
    assert store.corrections(recorded_as_of=build.DAY2) == [build.a_correction()]
