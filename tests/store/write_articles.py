"""Save numbered articles with their readings: a process for tests to race and kill.

Usage: write_articles.py PATH FIRST COUNT DIE_AT, where DIE_AT is how many articles are
finished when the process is killed inside the next one's transaction; -1 for never.
"""

import os
import signal
import sys

import store_builders as build

from onrecord.store import Store, basis_of, readings


def main(path, first, count, die_at):
    with Store.open(path, create=True) as store:
        for done, n in enumerate(range(first, first + count)):
            if done == die_at:
                readings.replace_reading = die
            text = f"{build.TEXT} Report {n}."
            one = build.dated(text)
            store.save(
                one,
                build.a_reading(*build.all_facts(text), text=text),
                run=build.a_run(),
                basis=basis_of(one.article),
                at=build.DAY1,
            )


def die(*_, **__):
    """Die with the article written and its reading not."""
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
