import io
import json
import re
import tracemalloc

import pytest

from onrecord.read.json_stream import CHUNK, CUT_OFF, JsonStream

START = re.compile(r'"list"\s*:\s*\[')
NEXT = re.compile(r"\}\s*,\s*(?=\{)")


def entries(content, limit=10_000_000):
    stream = JsonStream(io.BytesIO(content), limit=limit)
    assert stream.find(START) is not None
    return list(stream.entries(NEXT))


@pytest.mark.parametrize("size", [1, CHUNK - 20, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_entries_may_lie_across_chunks(size):
    values = [{"a": "x" * size}, {"b": "é" * size}, {"c": [1, {"d": "}, {"}]}]
    content = json.dumps({"name": "y" * size, "list": values}).encode()
    found = entries(content)
    assert [entry.value for entry in found] == values
    assert [json.loads(entry.written) for entry in found] == values


def test_what_stands_before_is_handed_out():
    stream = JsonStream(io.BytesIO(b'{"name": "A", "list": [], "list": [1]'), limit=99)
    assert stream.find(START) == '{"name": "A", '
    assert list(stream.entries(NEXT)) == []
    assert stream.find(START) == ", "


def test_a_broken_entry_costs_itself_only():
    found = entries(b'{"list": [{"a": 1}, {"b": tru}, {"c": 3}]}')
    assert [entry.value for entry in found][::2] == [{"a": 1}, {"c": 3}]
    assert "no JSON" in found[1].problem


def test_an_entry_over_the_limit_costs_itself_only():
    big = b'{"a": "' + b"x" * (3 * CHUNK) + b'"}'
    found = entries(b'{"list": [' + big + b', {"c": 3}]}', limit=CHUNK)
    assert found[0].problem is not None
    assert found[-1].value == {"c": 3}


def test_deep_nesting_is_told():
    found = entries(b'{"list": [' + b'{"a":' * 100_000)
    assert "nested" in found[0].problem


def test_an_array_without_its_end_is_told():
    assert entries(b'{"list": [{"a": 1}, ')[-1].problem == CUT_OFF
    assert "cut off" in entries(b'{"list": [{"a": 1}, {"a": "x')[-1].problem


def test_many_entries_are_read_in_flat_memory(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b'{"list": [' + b'{"a": "%s"},' % (b"x" * 60_000) * 300)
    tracemalloc.start()
    with path.open("rb") as file:
        stream = JsonStream(file, limit=1_000_000)
        stream.find(START)
        count = sum(entry.value is not None for entry in stream.entries(NEXT))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 300
    assert peak < 6_000_000


def test_many_broken_entries_cost_no_more_than_their_length():
    found = entries(b'{"list": [' + b'{"a": tru}, ' * 50_000 + b'{"b": 1}]}')
    assert len(found) == 50_001
    assert found[-1].value == {"b": 1}
