"""The brief as a page: what one HTML file shows, as records that a template prints.

Nothing here is markup. Strings are as articles have them; the template escapes each.
"""
