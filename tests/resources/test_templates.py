import jinja2
import pytest

from onrecord.resources import load_template
from onrecord.resources import templates as module


def test_what_is_printed_is_escaped_and_safe_to_show() -> None:
    environment = load_template("brief.html").environment
    template = environment.from_string("<p>{{ words }}</p>")
    assert template.render(words="<b>\x1b[1m & \u202eon") == (
        "<p>&lt;b&gt;␛[1m &amp; \ufffdon</p>"
    )


def test_a_name_that_nobody_gives_is_an_error() -> None:
    template = load_template("brief.html").environment.from_string("{{ nobody }}")
    with pytest.raises(jinja2.UndefinedError):
        template.render()


def test_a_template_is_loaded_once() -> None:
    assert load_template("brief.html") is module.load_template("brief.html")
