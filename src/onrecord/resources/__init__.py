"""Loads the packaged lexicons, models and templates, once, with their digests."""

from onrecord.resources.lexicons import load_lexicons
from onrecord.resources.models import load_models
from onrecord.resources.sources import (
    DERIVING,
    READING,
    digest_sources,
    stamp_sources,
)
from onrecord.resources.templates import load_template

__all__ = [
    "DERIVING",
    "READING",
    "digest_sources",
    "load_lexicons",
    "load_models",
    "load_template",
    "stamp_sources",
]
