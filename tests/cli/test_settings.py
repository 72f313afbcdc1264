from pathlib import Path

import pytest

from onrecord.cli.settings import read_config, with_flags
from onrecord.config import Config
from onrecord.errors import ConfigError


@pytest.fixture
def settings(tmp_path: Path) -> str:
    file = tmp_path / "mine.toml"
    file.write_text('jobs = 3\nwho = "Ada"\n')
    return str(file)


def test_defaults_stand_where_nothing_is_given() -> None:
    assert read_config(None, {}) == Config()


def test_environment_goes_over_the_file_and_flags_over_both(settings: str) -> None:
    config = read_config(settings, {"ONRECORD_JOBS": "5", "HOME": "/x"})
    assert (config.jobs, config.who) == (5, "Ada")
    assert with_flags(config, jobs=7, who=None) == Config(jobs=7, who="Ada")


def test_the_file_is_named_by_the_environment_or_lies_here(
    settings: str, tmp_path: Path
) -> None:
    assert read_config(None, {"ONRECORD_CONFIG": settings}).jobs == 3
    (tmp_path / "onrecord.toml").write_text("jobs = 9")
    assert read_config(None, {}).jobs == 9


def test_texts_of_the_environment_are_read_as_their_kind() -> None:
    config = read_config(None, {"ONRECORD_COPY_SIMILARITY": "0.5", "ONRECORD_WHO": "7"})
    assert (config.copy_similarity, config.who) == (0.5, "7")


def test_unknown_and_unparsable_settings_are_errors(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"ONRECORD_COLOUR is no setting; .*jobs"):
        read_config(None, {"ONRECORD_COLOUR": "red"})
    with pytest.raises(ConfigError, match="ONRECORD_JOBS is 'many'"):
        read_config(None, {"ONRECORD_JOBS": "many"})
    bad = tmp_path / "bad.toml"
    bad.write_text('jobs = "3"\nspeed = 1')
    with pytest.raises(ConfigError, match=r"speed in .* is no setting|Expected"):
        read_config(str(bad), {})
    bad.write_text("jobs = = 3")
    with pytest.raises(ConfigError, match="is not TOML"):
        read_config(str(bad), {})
    with pytest.raises(ConfigError, match="cannot be read"):
        read_config("none.toml", {})


def test_variables_that_are_no_settings_are_let_be() -> None:
    assert read_config(None, {"ONRECORD_BENCH": "/data"}) == Config()
