import pytest

from onrecord.read.web import is_web_address


@pytest.mark.parametrize(
    ("path", "is_address"),
    [
        ("https://paper.example/a", True),
        ("HTTP://PAPER.EXAMPLE", True),
        ("http.txt", False),
        ("https:/folder", False),
        ("file:///etc/passwd", False),
    ],
)
def test_an_address_is_told_from_a_file(path, is_address):
    assert is_web_address(path) is is_address
