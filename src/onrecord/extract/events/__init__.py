"""Who did what to whom: triggers, frames, sides, and what is told twice."""
