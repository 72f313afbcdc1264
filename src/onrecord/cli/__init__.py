"""The command line: parses, calls one public function, prints.

Each command is loaded when it is called, so that `onrecord --help` is quick. Results go
to stdout, progress and errors to stderr; exit 0 done, 1 failed, 2 wrong usage.
"""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from onrecord.cli.app import run

    sys.exit(run(sys.argv[1:]))
