"""What people read: the brief, the timeline and the changes of a case.

Pure functions of a `CaseView`; the day asked about is the view's own. Records come
first (`make_brief`, `make_timeline`, `compare_views`), words and layout after
(`onrecord.report.text`, `onrecord.report.markdown`); JSON is the records encoded.
"""
