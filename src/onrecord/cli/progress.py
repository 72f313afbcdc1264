"""Progress of long work, on stderr and only where somebody looks at it."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import Progress as Bar
from rich.progress import ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.text import Text

from onrecord.cli.output import make_console
from onrecord.config import Config
from onrecord.pipeline import Progress, Tally
from onrecord.text.safe import printable


class Rate(ProgressColumn):
    """Articles per second so far."""

    def render(self, task: Task) -> Text:
        """Return the cell."""
        return Text(say_rate(task.completed, task.elapsed or 0.0))


def say_rate(done: float, seconds: float) -> str:
    """Return `12.3 articles/s`; nothing before there is a rate."""
    return f"{done / seconds:.1f} articles/s" if done and seconds > 0 else ""


def say_tally(tally: Tally) -> str:
    """Return the counts of a tally."""
    parts = [f"{tally.done:,} done"]
    if tally.known:
        parts.append(f"{tally.known:,} known")
    if tally.rejected:
        parts.append(f"{tally.rejected:,} rejected")
    return ", ".join(parts)


@contextmanager
def watching(config: Config, title: str) -> Iterator[Progress | None]:
    """Give what is to be told of progress; None where stderr is no terminal."""
    console = make_console(config, stderr=True)
    if not console.is_terminal:
        yield None
        return
    with Bar(
        SpinnerColumn(),
        TextColumn(title),
        TextColumn("{task.description}", markup=False),
        Rate(),
        console=console,
        transient=True,
    ) as bar:
        task = bar.add_task("", total=None)
        seen = 0

        def tell(tally: Tally, /) -> None:
            nonlocal seen
            bar.update(task, completed=tally.done, description=say_tally(tally))
            if tally.rejected > seen and tally.latest is not None:
                seen = tally.rejected
                one = tally.latest
                console.print(Text(printable(f"rejected {one.source}: {one.reason}")))

        yield tell
