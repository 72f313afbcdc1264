"""String and offset functions that several steps use."""
