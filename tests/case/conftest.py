from collections.abc import Iterator
from pathlib import Path

import pytest

from fakes import INPUTS, Ticking, make_reader
from onrecord.case import Case, open_case
from onrecord.config import Config


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dispute.db"


@pytest.fixture
def case(path: Path, clock: Ticking) -> Iterator[Case]:
    config = Config(who="Ada")
    with open_case(path, config=config, make_reader=make_reader, clock=clock) as case:
        case.read_received(INPUTS)
        yield case
