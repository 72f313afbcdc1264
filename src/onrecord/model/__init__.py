"""The records, clauses and EDTF: data only, known to every step."""
