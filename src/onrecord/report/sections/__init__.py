"""The sections of a brief, each a function from the view to its lines."""
