"""Reads `Config` once: flags over environment over a TOML file over defaults."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from onrecord.config import Config
from onrecord.errors import ConfigError

PREFIX = "ONRECORD_"
DEFAULT_FILE = "onrecord.toml"
# Variables of ours that are no settings of the package.
NOT_SETTINGS = frozenset({"ONRECORD_BENCH", "ONRECORD_CONFIG", "ONRECORD_CORPUS"})


def read_config(file: str | None, environment: Mapping[str, str]) -> Config:
    """Return the settings.

    Args:
        file: A TOML file; None takes that of `ONRECORD_CONFIG`, else `onrecord.toml`
            where one lies in the working folder.
        environment: `ONRECORD_<NAME>` sets `<name>`.

    Raises:
        ConfigError: a setting is unknown or is no value of its kind, or the file cannot
            be read.
    """
    named = file or environment.get("ONRECORD_CONFIG")
    path = Path(named or DEFAULT_FILE)
    values: dict[str, Any] = {}
    if named or path.is_file():
        for name, value in _read_toml(path).items():
            values[name] = _value(name, value, f"{name} in {path}")
    for variable, text in sorted(environment.items()):
        if variable.startswith(PREFIX) and variable not in NOT_SETTINGS:
            name = variable.removeprefix(PREFIX).lower()
            values[name] = _value(name, text, variable)
    return Config(**values)


def with_flags(config: Config, **flags: object) -> Config:
    """Return the settings with the flags that were given."""
    given: dict[str, Any] = {k: v for k, v in flags.items() if v is not None}
    return replace(config, **given)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(
            f"The settings file {path} cannot be read: {error.strerror}."
        ) from error
    except ValueError as error:
        raise ConfigError(f"The settings file {path} is not TOML: {error}.") from error


def _value(name: str, value: object, where: str) -> object:
    """Return a setting's value as its type."""
    known = [field.name for field in fields(Config)]
    if name not in known:
        raise ConfigError(
            f"{where} is no setting; the settings are {', '.join(known)}."
        )
    kind = get_type_hints(Config)[name]
    try:
        return msgspec.convert(value, kind, strict=not isinstance(value, str))
    except msgspec.ValidationError as error:
        raise ConfigError(f"{where} is {value!r}: {error}.") from error
