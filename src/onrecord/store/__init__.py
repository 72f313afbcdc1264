"""The case file on disk: one SQLite file with articles, read facts and corrections."""

from onrecord.model.stored import FactRow, SearchHit
from onrecord.store.store import Store
from onrecord.text.basis import basis_of

__all__ = ["FactRow", "SearchHit", "Store", "basis_of"]
