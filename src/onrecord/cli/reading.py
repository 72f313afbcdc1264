"""Commands that read articles, with their progress on stderr."""

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import case_argument, jobs_option, json_option, open_named
from onrecord.config import Config

if TYPE_CHECKING:
    from onrecord.pipeline import ReadResult, RereadResult

SHOWN_REASONS = 10


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-...")
@click.option(
    "--case", "case_file", required=True, metavar="CASE", help="Made if missing."
)
@click.option("--published", metavar="DAY", help="The day the articles appeared.")
@click.option(
    "--field",
    "field_map",
    multiple=True,
    metavar="OURS=THEIRS",
    help="How JSON lines call a field, such as text=body.",
)
@click.option(
    "--translation-of",
    metavar="ARTICLE",
    help="These are a person's translation of this article of the case.",
)
@click.option("--fetch", is_flag=True, help="Fetch the pages that feeds name, too.")
@click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch from addresses of your own network, too.",
)
@jobs_option
@json_option
@click.pass_obj
def read_command(
    config: Config,
    /,
    paths: tuple[str, ...],
    case_file: str,
    published: str | None,
    field_map: tuple[str, ...],
    translation_of: str | None,
    fetch: bool,
    allow_private: bool,
    jobs: int | None,
    as_json: bool,
) -> int:
    """Read articles into a case.

    Pages, text, feeds, mail, PDF, archives ...: files or folders; - is standard input.
    A URL is leave to fetch that one page; nothing else is fetched without --fetch.
    Reading the same again is safe. Exit 1 where something was rejected.
    """
    from onrecord.cli.output import print_json, print_text
    from onrecord.cli.progress import watching
    from onrecord.read.folder import check_paths

    fields = dict(_pair(text) for text in field_map)
    # Before the case is made, so that a slip of the pen leaves no empty one.
    check_paths(list(paths))
    with (
        open_named(config, case_file, create=True, jobs=jobs) as case,
        watching(config, "Reading") as progress,
    ):
        result = case.read(
            *paths,
            published=published,
            field_map=fields or None,
            stdin=sys.stdin.buffer,
            translation_of=translation_of,
            fetch=fetch,
            allow_private=allow_private,
            progress=progress,
        )
    if as_json:
        print_json(result)
    else:
        print_text(config, say_read(result))
    return 1 if result.rejected else 0


@click.command("reread")
@case_argument
@jobs_option
@json_option
@click.pass_obj
def reread_command(
    config: Config, /, case_file: str, jobs: int | None, as_json: bool
) -> int:
    """Upgrade a case to the installed version, and print what changed."""
    from onrecord.cli.output import print_json, print_text
    from onrecord.cli.progress import watching

    with (
        open_named(config, case_file, jobs=jobs) as case,
        watching(config, "Reading again") as progress,
    ):
        result = case.reread(progress=progress)
    if as_json:
        print_json(result)
    else:
        print_text(config, say_reread(result))
    return 1 if result.failed else 0


def say_read(result: "ReadResult") -> str:
    """Return what a reading did, in words."""
    lines = [
        f"{_count(result.read, 'article')} read, {_count(result.facts, 'fact')} found "
        f"in {_count(result.words, 'word')}."
    ]
    if result.known:
        lines.append(f"{_count(result.known, 'text')} known already.")
    notes = sorted(result.notes.items())
    lines += [f"{_count(count, 'article')}: {note}" for note, count in notes]
    if result.rejected:
        lines.append(f"{len(result.rejected):,} rejected:")
        reasons = Counter(one.reason for one in result.rejected)
        first = {one.reason: one.source for one in reversed(result.rejected)}
        for reason, count in reasons.most_common(SHOWN_REASONS):
            others = f" and {count - 1:,} more" if count > 1 else ""
            lines.append(f"  {first[reason]}{others}: {reason}")
        if len(reasons) > SHOWN_REASONS:
            lines.append("  … `onrecord articles CASE --rejected` lists all.")
    return "\n".join(lines)


def say_reread(result: "RereadResult") -> str:
    """Return what a re-reading changed, in words."""
    if not result.articles and not result.failed:
        return "Every article was read by this version; nothing to do."
    lines = [f"{_count(result.articles, 'article')} read again."]
    for name, changes in result.types.items():
        counts = {
            "added": changes.added,
            "gone": changes.gone,
            "moved": changes.moved,
            "changed": changes.changed,
            "same": changes.same,
        }
        told = ", ".join(f"{count:,} {what}" for what, count in counts.items() if count)
        lines.append(f"  {name}: {told}")
    if result.orphaned:
        lines.append(
            f"{_count(len(result.orphaned), 'correction')} found nothing to hold for "
            f"any more, and stay listed in `onrecord log`: {', '.join(result.orphaned)}"
        )
    lines += [f"  {one.source}: {one.reason}" for one in result.failed]
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _pair(text: str) -> tuple[str, str]:
    ours, equals, theirs = text.partition("=")
    if not equals or not ours or not theirs:
        raise click.UsageError(f"--field {text!r} is not OURS=THEIRS.")
    return ours, theirs
