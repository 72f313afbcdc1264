"""What a site allows programs to fetch (robots.txt, RFC 9309), told from its text."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from urllib.robotparser import RobotFileParser

MAX_ROBOTS_BYTES = 512_000
"""RFC 9309 asks for at least 500 KiB to be read; what follows is not looked at."""

MAX_DELAY_S = 30.0
"""A site that asks for a longer pause gets this one: somebody waits for the page."""

MAX_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site; `why` says why nothing may be fetched at all."""

    rules: RobotFileParser | None = None
    why: str | None = None

    def allows(self, agent: str, url: str) -> bool:
        """Whether a program of this name may fetch the page."""
        if self.why is not None:
            return False
        return self.rules is None or self.rules.can_fetch(agent, url)

    def delay_s(self, agent: str) -> float:
        """Return the pause that the site asks for between two pages; 0 for none."""
        asked = self.rules.crawl_delay(agent) if self.rules is not None else None
        return min(float(asked), MAX_DELAY_S) if asked is not None else 0.0


def read_robots(content: bytes) -> Robots:
    """Read the text of a robots.txt."""
    rules = RobotFileParser()
    text = content[:MAX_ROBOTS_BYTES].decode("utf-8", errors="replace")
    rules.parse(filter(_is_readable, text.removeprefix("\ufeff").splitlines()))
    return Robots(rules)


def _is_readable(line: str) -> bool:
    """Whether the parser takes a line: it raises on some that sites write."""
    name, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
    if name.lower() == "request-rate":
        return False
    if name.lower() == "crawl-delay":
        return value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS
    try:
        urlsplit(unquote(value))
    except ValueError:
        return False
    return True


def judge_answer(status: int, content: bytes) -> Robots:
    """Return the rules that an answer to the request for robots.txt stands for.

    A site that has none (4xx) allows everything, one that cannot say (5xx) nothing.
    """
    if 200 <= status < 300:
        return read_robots(content)
    if status >= 500:
        return Robots(why=f"the site answered {status}")
    return Robots()
