"""The weights are the ones that this version was made for, or nothing is read."""

from pathlib import Path

import pytest

from onrecord.annotate.encoder.network import Network
from onrecord.errors import MissingModelError


def test_other_weights_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "reader.onnx"
    path.write_bytes(b"no weights")
    with pytest.raises(MissingModelError, match="install onrecord again"):
        Network(path, sha256="0" * 64)
