"""The public face of a case file: `onrecord.open` and `Case`."""

from onrecord.case.case import Case, open_case

__all__ = ["Case", "open_case"]
