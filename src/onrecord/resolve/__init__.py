"""Case facts from the read facts of many articles, corrections and a day."""

from onrecord.resolve.copies import group_copies
from onrecord.resolve.derive import derive

__all__ = ["derive", "group_copies"]
