import subprocess
import sys

import pytest

from onrecord.read.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The court ruled on Tuesday that the pilot must be freed at once.", "en"),
        (
            "Das Gericht hat am Dienstag entschieden, dass der Lotse sofort "
            "freigelassen werden muss, wie ein Sprecher der Regierung erkl\xe4rte.",
            "de",
        ),
        (
            "Le tribunal a jug\xe9 mardi que le pilote devait \xeatre "
            "lib\xe9r\xe9 sans d\xe9lai, a dit un porte-parole du gouvernement.",
            "fr",
        ),
        ("\u4e16\u754c\u65b0\u95fb\u62a5\u9053", "zh"),
        ("Police said no.", "en"),
        ("Bayern 2-1 Arsenal, Inter 0-0 Milan, Celtic 3-1 Hearts, Ajax 1-1 PSV", "en"),
        ("12345 ... !", "und"),
    ],
)
def test_languages_are_told_apart(text, language):
    assert find_language(text) == language


def test_importing_the_reader_loads_no_heavy_library():
    code = (
        "import sys, onrecord.read\n"
        "heavy = {'trafilatura', 'lxml', 'py3langid', 'htmldate', 'numpy'}\n"
        "sys.exit(str(sorted(heavy & set(sys.modules))) if heavy & set(sys.modules)"
        " else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
