import sys
from pathlib import Path

import pytest

from onrecord.store import Store

# Scripts that tests start as processes of their own import the same builders.
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "case.db"


@pytest.fixture
def store(path):
    with Store.open(path, create=True) as store:
        yield store
