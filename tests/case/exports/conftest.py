"""Makes `timeline_builders` importable: importlib mode adds no test folder."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
