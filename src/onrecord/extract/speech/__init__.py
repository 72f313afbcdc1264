"""Who said what: cues, quotations, speakers, acts and channels."""
