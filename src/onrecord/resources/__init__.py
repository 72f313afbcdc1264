"""Loads the packaged lexicons, models and templates, once, with their digests."""

from onrecord.resources.lexicons import load_lexicons
from onrecord.resources.models import load_models
from onrecord.resources.templates import load_template

__all__ = ["load_lexicons", "load_models", "load_template"]
