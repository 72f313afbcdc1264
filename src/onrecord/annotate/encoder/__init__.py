"""The reader: one small encoder with many heads, and what cuts text for it."""
