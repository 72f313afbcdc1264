"""onrecord reads news articles on a dispute and keeps a sourced case file.

    case = onrecord.open("dispute.db")
    case.read("article.html")
    case.statements(speaker="Foreign Ministry", as_of="2021-03-14")

Names are loaded when first used, so that importing the package reads nothing and the
command line answers `--help` at once.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.case import Case
    from onrecord.case import open_case as open
    from onrecord.config import Config
    from onrecord.errors import OnrecordError

__version__ = "0.1.0"

__all__ = ["Case", "Config", "OnrecordError", "__version__", "open"]

_HOMES = {
    "Case": ("onrecord.case", "Case"),
    "Config": ("onrecord.config", "Config"),
    "OnrecordError": ("onrecord.errors", "OnrecordError"),
    "open": ("onrecord.case", "open_case"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return list(__all__)
