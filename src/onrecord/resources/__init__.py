"""Loads the packaged lexicons and models, once, with their digests."""

from onrecord.resources.lexicons import load_lexicons
from onrecord.resources.models import load_models

__all__ = ["load_lexicons", "load_models"]
