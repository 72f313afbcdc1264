"""The brief as one HTML file: reports joined into a page, a template that prints it."""

from onrecord import __version__
from onrecord.model.view import CaseView
from onrecord.report.lines import Brief, Timeline


def render_brief(view: CaseView, brief: Brief, timeline: Timeline) -> str:
    """Return the HTML of a brief: no script, nothing loaded from elsewhere.

    Args:
        view: What both reports were made of, with the texts of its articles.
        brief: The brief.
        timeline: The timeline of the same view.
    """
    from onrecord.report.page.marks import SYMBOLS
    from onrecord.report.page.page import make_page
    from onrecord.resources import load_template

    page = make_page(view, brief, timeline)
    symbols = {str(shape): symbol for shape, symbol in SYMBOLS.items()}
    return load_template("brief.html").render(
        page=page, symbols=symbols, version=__version__
    )
