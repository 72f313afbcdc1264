"""A few breaks of each command; `durability.py` makes hundreds by command."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from kill_worker import COMMANDS, make_inputs, prepare

from durability import WORKER, Broken, content_of, run
from onrecord.store import Store

pytestmark = pytest.mark.slow


@pytest.fixture(params=list(COMMANDS))
def broken(request, tmp_path):
    return Broken(request.param, tmp_path)


def test_kills_lose_and_double_nothing(broken):
    chance = random.Random(broken.command)
    for _ in range(2):
        broken.kill_at_step(chance.randint(1, broken.steps))
    broken.kill_after(0.7 * broken.seconds)


def test_a_torn_log_loses_at_most_what_is_due_again(broken):
    broken.tear_log(int(0.8 * broken.steps), 0.5)


@pytest.mark.parametrize("share", [0.2, 0.9])
def test_a_full_disk_is_told_and_the_case_stays_good(broken, share):
    broken.fill_disk(int(share * broken.size))


def test_a_kill_at_each_of_the_last_steps_of_a_command(tmp_path):
    broken = Broken("merge", tmp_path)
    for back in (1, 40, 200):
        broken.kill_at_step(broken.steps - back)


@pytest.mark.parametrize("writers", [2, 8])
def test_several_writers_at_once_make_the_case_that_one_makes(tmp_path, writers):
    alone, together = tmp_path / "alone.db", tmp_path / "together.db"
    run("read", alone)
    started = [
        subprocess.Popen([sys.executable, WORKER, "read", together, "--first", str(n)])
        for n in range(writers)
    ]
    assert [one.wait() for one in started] == [0] * writers
    assert _without_order(together) == _without_order(alone)


def _without_order(path):
    """What a case holds; each text once, whoever of the writers came first."""
    found = content_of(path)
    assert len(found) == len(set(found))
    return found


def test_a_reader_sees_whole_articles_during_a_long_write(tmp_path):
    path = tmp_path / "case.db"
    prepare("reread", path)
    facts = {article: len(rows) for article, rows in _by_article(path).items()}
    writer = subprocess.Popen([sys.executable, WORKER, "reread", path, "--count"])
    looks = 0
    while writer.poll() is None:
        seen = {article: len(rows) for article, rows in _by_article(path).items()}
        assert seen == facts
        looks += 1
        time.sleep(0.005)
    assert writer.returncode == 0
    assert looks > 1


def _by_article(path):
    with Store.open(path, read_only=True) as store, store.snapshot():
        return {
            article.id: store.facts(article=article.id) for article in store.articles()
        }


def test_the_worker_reads_each_text_once():
    inputs = make_inputs(3)
    assert len({item.article.id for item in inputs}) < len(inputs)
