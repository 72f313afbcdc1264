"""Commands that print a report: the brief, the timeline, the changes."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.options import (
    case_argument,
    json_option,
    markdown_option,
    open_named,
    shows,
)
from onrecord.config import Config

if TYPE_CHECKING:
    from onrecord.report.lines import Brief, Changes, Timeline


def _form_report(
    config: Config,
    report: "Brief | Timeline | Changes",
    *,
    as_json: bool,
    markdown: bool,
) -> str:
    """Return a report in the form that was asked for; the forms make it safe."""
    from onrecord.cli.output import format_json, make_console
    from onrecord.report.markdown import to_markdown
    from onrecord.report.text import to_text

    if as_json:
        return format_json(report) + "\n"
    if markdown:
        return to_markdown(report)
    return to_text(report, width=make_console(config).width)


@click.command("brief")
@shows
@click.option("--since", metavar="DAY", help="First day of what counts as recent.")
@markdown_option
@click.option("--html", is_flag=True, help="Print one HTML file, with the timeline.")
@click.option("-o", "--out", metavar="FILE", help="Write it there; .html means --html.")
@click.pass_obj
def brief_command(
    config: Config,
    /,
    case_file: str,
    as_json: bool,
    markdown: bool,
    html: bool,
    out: str | None,
    **asked: Any,
) -> None:
    """Print where the dispute stands: who is held, what is demanded, what is open.

    As HTML it is a page that opens from disk: every number opens the paragraph behind
    it, with the words marked.
    """
    html = html or bool(out and out.endswith((".html", ".htm")))
    if html + as_json + markdown > 1:
        raise click.UsageError("Give one of --html, --markdown and --json.")
    with open_named(config, case_file) as case:
        if html:
            written = case.brief_page(**asked)
        else:
            report = case.brief(**asked)
            written = _form_report(config, report, as_json=as_json, markdown=markdown)
    if out is None or out == "-":
        click.echo(written, nl=False)
    else:
        Path(out).write_text(written, encoding="utf-8", newline="\n")
        click.echo(f"Written to {out}", err=True)


@click.command("timeline")
@shows
@click.option("--since", metavar="DAY", help="Only from DAY on.")
@click.option("--until", metavar="DAY", help="Only until DAY.")
@click.option("--actor", metavar="NAME", help="Only what NAME takes part in.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    help="custody, stage, decision, statement, event; may be given again.",
)
@click.option("--outlet", "outlets", multiple=True, help="Only what it tells.")
@click.option(
    "--certainty",
    "certainties",
    multiple=True,
    help="day, month, year, between, before, after, about; may be given again.",
)
@click.option("--undated", "with_undated", is_flag=True, help="Also what has no day.")
@click.option("--limit", type=click.IntRange(min=1), help="Most rows.")
@markdown_option
@click.option("--format", "format_", metavar="NAME", help="timelinejs, ics")
@click.pass_obj
def timeline_command(
    config: Config,
    /,
    case_file: str,
    as_json: bool,
    markdown: bool,
    format_: str | None,
    **asked: Any,
) -> None:
    """Print what happened in order, contradictions side by side.

    Each day is shown as surely as it is known. --format gives it to other programs:
    timelinejs is JSON for TimelineJS, ics a calendar (RFC 5545).
    """
    if bool(format_) + as_json + markdown > 1:
        raise click.UsageError("Give one of --format, --markdown and --json.")
    with open_named(config, case_file) as case:
        report = case.timeline(**asked)
    if format_:
        from onrecord.case.exports import find_timeline_format

        # A calendar ends its lines as its standard says, whatever the system does.
        written = "".join(find_timeline_format(format_).render(report))
        click.echo(written.encode(), nl=False)
        return
    click.echo(
        _form_report(config, report, as_json=as_json, markdown=markdown), nl=False
    )


@click.command("changes")
@case_argument
@click.argument("before", metavar="DAY")
@click.argument("after", metavar="DAY")
@click.option(
    "--recorded-as-of", metavar="TIME", help="Only what had been recorded by TIME."
)
@json_option
@markdown_option
@click.pass_obj
def changes_command(
    config: Config,
    /,
    case_file: str,
    before: str,
    after: str,
    recorded_as_of: str | None,
    as_json: bool,
    markdown: bool,
) -> None:
    """Print what was known on two days, and what changed between them and why."""
    with open_named(config, case_file) as case:
        report = case.changes(before, after, recorded_as_of=recorded_as_of)
    click.echo(
        _form_report(config, report, as_json=as_json, markdown=markdown), nl=False
    )
