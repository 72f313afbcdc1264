"""Fetching pages: the one place from which anything leaves the machine.

    Fetcher(config).fetch("https://paper.example/story")  ->  Fetched | Rejected

What holds here:
- Only what is asked for is fetched: an address given by a person, or with `--fetch` the
  pages that a feed names. Nothing in a page is loaded, no cookie is kept or sent, no
  script run, no proxy of the environment used.
- Redirects are followed by hand, at most `MAX_REDIRECTS` of them. At every hop the
  scheme is http or https, the host is resolved once, and every address that is not
  public is left out, unless the caller allows private ones (`addresses.py`).
- A page has so many bytes, packed and unpacked, and so many seconds in all, whatever
  the server does (`connection.py`, `body.py`).
- robots.txt is obeyed, and two pages of one host are a pause apart.
"""

import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime

from onrecord import __version__
from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model.article import Rejected
from onrecord.read.addresses import Resolve, find_addresses, resolve_host
from onrecord.read.connection import (
    Address,
    Answer,
    Patience,
    ask,
    hide_secret,
    parse_address,
    trusted_context,
)
from onrecord.read.robots import Robots, judge_answer
from onrecord.read.web import Fetched

AGENT_NAME = "onrecord"
AGENT = f"{AGENT_NAME}/{__version__}"
MAX_REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})


def _now() -> datetime:
    return datetime.now(UTC)


class Fetcher:
    """Fetches pages one by one; keeps what sites allow and when they were asked.

    Attributes:
        allow_private: Whether addresses that are not public are fetched from.
    """

    def __init__(
        self,
        config: Config,
        *,
        allow_private: bool = False,
        resolve: Resolve = resolve_host,
        context: ssl.SSLContext | None = None,
        sleep: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = _now,
    ) -> None:
        """Fetch nothing yet.

        Args:
            config: Limits of size, time and pause.
            allow_private: Fetch from private addresses too.
            resolve: Gives the addresses of a host.
            context: Which certificates are trusted; None takes the system's.
            sleep: Waits between two pages of a host.
            monotonic: Measures that pause.
            now: Gives the time of retrieval.
        """
        self.allow_private = allow_private
        self._config, self._resolve, self._context = config, resolve, context
        self._sleep, self._monotonic, self._now = sleep, monotonic, now
        self._robots: dict[str, Robots] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched | Rejected:
        """Fetch one page, or say in a sentence why not."""
        try:
            return self._follow(parse_address(url))
        except InputError as error:
            return Rejected(source=hide_secret(url), reason=str(error))

    def _follow(self, address: Address) -> Fetched:
        """Fetch a page from where redirects lead in the end."""
        patience = Patience(self._config.fetch_timeout_s)
        for _ in range(MAX_REDIRECTS + 1):
            self._check_robots(address, patience)
            self._wait(address)
            answer = self._ask(address, patience, self._config.max_page_bytes)
            location = answer.headers.get("location")
            if answer.status not in _MOVED or not location:
                return self._take(address, answer)
            address = address.follow(location)
        raise InputError(
            f"More than {MAX_REDIRECTS} redirects, the last to {address.host}; give "
            "the page's own address."
        )

    def _take(self, address: Address, answer: Answer) -> Fetched:
        if answer.status != 200:
            named = f" ({answer.reason})" if answer.reason else ""
            raise InputError(
                f"The host {address.host} answered {answer.status}{named}; check the "
                "address, or save the page in a browser and read the file."
            )
        retrieved = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return Fetched(address.url, answer.content, retrieved)

    def _ask(self, address: Address, patience: Patience, limit: int) -> Answer:
        """Resolve the host and send one request there."""
        addresses = find_addresses(
            address.host,
            address.port,
            allow_private=self.allow_private,
            resolve=self._resolve,
        )
        self._context = self._context or trusted_context()
        return ask(
            address,
            addresses,
            patience,
            agent=AGENT,
            limit=limit,
            context=self._context,
        )

    def _check_robots(self, address: Address, patience: Patience) -> None:
        """Raise where the site does not allow the page."""
        robots = self._robots.get(address.site)
        if robots is None:
            robots = self._robots[address.site] = self._load_robots(address, patience)
        if robots.why is not None:
            raise InputError(
                f"The robots.txt of {address.host} could not be read ({robots.why}), "
                "so the page was not fetched; save it in a browser and read the file."
            )
        if not robots.allows(AGENT_NAME, address.url):
            raise InputError(
                f"The robots.txt of {address.host} does not allow programs to fetch "
                "this page; save it in a browser and read the file."
            )

    def _load_robots(self, address: Address, patience: Patience) -> Robots:
        """Fetch a site's rules; redirects are followed as those of pages."""
        here = address.follow("/robots.txt")
        for _ in range(MAX_REDIRECTS + 1):
            try:
                answer = self._ask(here, patience, self._config.max_page_bytes)
            except InputError as error:
                if patience.is_over or here.host == address.host:
                    raise
                return Robots(why=str(error))
            location = answer.headers.get("location")
            if answer.status not in _MOVED or not location:
                return judge_answer(answer.status, answer.content)
            here = here.follow(location)
        return Robots()  # RFC 9309: too many redirects count as none there

    def _wait(self, address: Address) -> None:
        """Keep two pages of one host a pause apart."""
        robots = self._robots[address.site]
        pause = max(self._config.fetch_delay_s, robots.delay_s(AGENT_NAME))
        last = self._asked.get(address.host)
        if last is not None:
            left = last + pause - self._monotonic()
            if left > 0:
                self._sleep(left)
        self._asked[address.host] = self._monotonic()
