"""The command that removes articles for good."""

from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.options import case_argument, json_option, open_named
from onrecord.config import Config

if TYPE_CHECKING:
    from onrecord.case.listing import Listing
    from onrecord.model.stored import Forgotten


@click.command("forget")
@case_argument
@click.argument("given", metavar="ARTICLE|ACTOR")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option(
    "--vacuum/--no-vacuum",
    default=True,
    help="Write the file anew, so that it gets smaller (the default).",
)
@click.option("--lift", is_flag=True, help="Let a forgotten article be read again.")
@json_option
@click.pass_obj
def forget_command(
    config: Config,
    /,
    case_file: str,
    given: str,
    yes: bool,
    vacuum: bool,
    lift: bool,
    as_json: bool,
) -> None:
    """Remove an article, or every article that names an actor, for good.

    Text, received file, facts and search index: nothing of it is left in the case. It
    cannot be undone. What was removed is not read again, unless --lift allows it.
    """
    from onrecord.cli.output import print_json, print_listing, print_text

    with open_named(config, case_file) as case:
        if lift:
            case.lift(given)
            print_text(config, f"{given} may be read again.")
            return
        if not yes and as_json:
            raise click.UsageError("--json asks nothing, so it needs --yes.")
        if not yes:
            listing: Listing[Any] = case.to_forget(given)
            print_listing(config, listing)
            click.confirm("Remove these for good?", abort=True, err=True)
        done = case.forget(given, vacuum=vacuum)
    if as_json:
        print_json(done)
    else:
        print_text(config, say_forgotten(done))


def say_forgotten(done: "Forgotten") -> str:
    """Return what was removed, in words."""
    counts = {
        "article": len(done.articles),
        "row of facts": done.facts,
        "received file": done.originals,
        "correction": done.corrections,
    }
    told = ", ".join(_count(number, noun) for noun, number in counts.items() if number)
    lines = [f"Removed for good: {told or 'nothing'}."]
    lines += [f"  {one}" for one in done.articles]
    if done.still_named:
        lines.append(
            f"{_count(len(done.still_named), 'article')} of the case still hold the "
            f"last word of the name: {', '.join(done.still_named)}"
        )
    if done.log_left:
        lines.append(
            "Another program has the case open: the file beside it that ends in -wal "
            "holds what was removed until that program closes the case."
        )
    lines.append("Copies, exports and backups made before still hold it.")
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    plural = noun.replace("row ", "rows ") if noun.startswith("row") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"
