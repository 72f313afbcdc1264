"""One request over one connection: to an address already chosen, within a time.

    ask(parse_address("https://paper.example/story"), addresses, Patience(30), ...)

The connection keeps the host's name (for `Host`, for SNI, for the certificate) and
dials the address it is given. A watch shuts it at the end of the time, whatever it is
doing: a time-out for each read never ends where a server drips one byte a second.
"""

import re
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from threading import Timer
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.util import parse_url

from onrecord.errors import InputError
from onrecord.read.body import read_body

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

PORTS = {"http": 80, "https": 443}
READ_TIMEOUT_S = 10.0
"""Longest silence of a server."""

CHUNK_BYTES = 65_536
MAX_URL_CHARS = 8_000
NOT_FOLLOWED = "only http and https are fetched"
# What browsers read a backslash as, they read as the end of the host.
_SECRET = re.compile(r"^([A-Za-z]+:[/\\]{2})[^/\\?#]*@")


@dataclass(frozen=True, slots=True)
class Address:
    """A web address taken apart; `target` is what is asked of the host."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def site(self) -> str:
        """Scheme, host and port, as an address writes them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def url(self) -> str:
        """The whole address, without fragment."""
        return self.site + self.target

    def follow(self, location: str) -> "Address":
        """Return where a redirect from here leads; raises as `parse_address`."""
        try:
            url = urljoin(self.url, location.strip())
        except ValueError as error:
            raise InputError(
                f"{self.host} leads on to {_cut(location)!r}, which is no web address."
            ) from error
        return parse_address(url)


def hide_secret(url: str) -> str:
    """Return an address without the name and password that may stand in it."""
    return _SECRET.sub(r"\1", url, count=1)


def parse_address(url: str) -> Address:
    """Take a web address apart.

    Raises:
        InputError: it is no address of a page, or one with a password in it.
    """
    scheme = url.partition(":")[0].lower()
    if scheme not in PORTS:
        raise InputError(f"{_cut(url)!r} is no web address: {NOT_FOLLOWED}.")
    # Before anything else, so that no message repeats it.
    if hide_secret(url) != url:
        raise InputError(
            f"The address {_cut(hide_secret(url))!r} had a name or password in it, "
            "which is never sent; save the page in a browser and read the file."
        )
    if len(url) > MAX_URL_CHARS or any(ord(c) <= 32 or ord(c) == 127 for c in url):
        raise InputError(
            f"{_cut(url)!r} is no web address: it is too long or has a space or a "
            "control character in it."
        )
    try:
        found = parse_url(_encode_host(url))
        host = (found.host or "").strip("[]")
        port = found.port or PORTS[scheme]
    except (LocationParseError, ValueError) as error:
        raise InputError(f"{_cut(url)!r} is no web address: {error}.") from error
    if (
        found.auth is not None
        or not host
        or found.scheme not in PORTS
        or not 0 < port < 65_536
    ):
        raise InputError(f"{_cut(url)!r} is no web address: it names no host.")
    return Address(found.scheme, host.lower(), port, found.request_uri)


class Patience:
    """The time left for one page, over all requests that it takes."""

    def __init__(self, limit_s: float) -> None:
        """Begin with `limit_s` seconds."""
        self.limit_s = self.left_s = limit_s
        self.is_over = False

    @contextmanager
    def watch(self, connection: "Watched") -> Iterator[None]:
        """Shut the connection when the time is over, and count what was used."""
        began = time.monotonic()
        timer = Timer(max(self.left_s, 0.0), self._end, [connection])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self.left_s -= time.monotonic() - began

    def _end(self, connection: "Watched") -> None:
        self.is_over = True
        connection.cut()


class Watched:
    """What both kinds of connection have: a given address, and a way to cut it."""

    addresses: list[str]
    timeout_s: float
    _handle: socket.socket | None = None
    _is_cut: bool = False

    def _new_conn(self) -> socket.socket:
        """Dial the addresses in turn; called by urllib3 before any handshake."""
        failed: OSError = OSError("no address")
        for address in self.addresses:
            if self._is_cut:
                break
            try:
                port: int = self.port  # type: ignore[attr-defined] # of HTTPConnection
                made = socket.create_connection((address, port), self.timeout_s)
            except OSError as error:
                failed = error
                continue
            # Wrapping for TLS takes the descriptor over; a copy stays ours to shut.
            self._handle = made.dup()
            if self._is_cut:
                self.cut()
            return made
        raise failed

    def cut(self) -> None:
        """End whatever the connection waits for."""
        self._is_cut = True
        if self._handle is not None:
            with suppress(OSError):
                self._handle.shutdown(socket.SHUT_RDWR)

    def let_go(self) -> None:
        """Close the copy of the descriptor."""
        if self._handle is not None:
            self._handle.close()


class _Plain(Watched, HTTPConnection):
    """HTTP."""


class _Secure(Watched, HTTPSConnection):
    """HTTPS."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; `content` only where it was asked for."""

    status: int
    reason: str
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b""


def trusted_context() -> ssl.SSLContext:
    """Return the certificates the system trusts, or packaged ones where it has none."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def ask(
    address: Address,
    addresses: list[str],
    patience: Patience,
    *,
    agent: str,
    limit: int,
    context: ssl.SSLContext,
) -> Answer:
    """Send one GET, and read the body where the answer is a page.

    Args:
        address: What to ask for.
        addresses: Network addresses of its host, dialled in order.
        patience: The time there is.
        agent: Name of this program.
        limit: Most bytes of the body.
        context: Which certificates are trusted.

    Raises:
        InputError: nothing came, or too much, or too slowly.
    """
    connection = _connect(address, addresses, patience, context)
    try:
        with patience.watch(connection):
            answer = _exchange(connection, address, agent, limit)
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise _explain(address, error, patience) from error
    finally:
        connection.let_go()
        connection.close()
    if patience.is_over:
        # A connection that was cut looks like a page that ended.
        raise _slow(address, patience)
    return answer


def _connect(
    address: Address, addresses: list[str], patience: Patience, context: ssl.SSLContext
) -> "_Plain | _Secure":
    timeout_s = max(0.01, min(READ_TIMEOUT_S, patience.left_s))
    options: dict[str, Any] = {"timeout": timeout_s}
    made: _Plain | _Secure
    if address.scheme == "https":
        made = _Secure(address.host, address.port, ssl_context=context, **options)
    else:
        made = _Plain(address.host, address.port, **options)
    made.addresses, made.timeout_s = addresses, timeout_s
    return made


def _exchange(
    connection: HTTPConnection, address: Address, agent: str, limit: int
) -> Answer:
    headers = {
        "User-Agent": agent,
        "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    connection.request(
        "GET",
        address.target,
        headers=headers,
        preload_content=False,
        decode_content=False,
    )
    answer = connection.getresponse()
    content = b""
    try:
        if 200 <= answer.status < 300:
            packed = answer.headers.get("Content-Encoding")
            content = read_body(_chunks(answer), packed, limit=limit)
    finally:
        # It holds the socket by now, not the connection.
        answer.close()
    named = {name.lower(): value for name, value in answer.headers.items()}
    return Answer(answer.status, answer.reason or "", named, content)


def _chunks(answer: "BaseHTTPResponse") -> Iterator[bytes]:
    while chunk := answer.read(CHUNK_BYTES, decode_content=False):
        yield chunk


def _explain(address: Address, error: Exception, patience: Patience) -> InputError:
    """Say in a sentence why no page came."""
    if isinstance(error, InputError):
        return error
    if patience.is_over:
        return _slow(address, patience)
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        why = f"it was silent for {READ_TIMEOUT_S:g} seconds"
    elif isinstance(error, ssl.SSLError) or "certificate" in str(error).lower():
        why = f"its certificate is not trusted or it speaks no TLS ({error})"
    else:
        said = f"{type(error).__name__}: {error}"
        why = getattr(error, "strerror", None) or _cut(said)
    return InputError(f"The host {address.host} could not be read: {why}; try again.")


def _slow(address: Address, patience: Patience) -> InputError:
    return InputError(
        f"The page at {address.host} took longer than {patience.limit_s:g} seconds; "
        "try again, save it in a browser, or raise the setting fetch_timeout_s."
    )


def _encode_host(url: str) -> str:
    """Write a host of other letters as the network does."""
    before, slashes, rest = url.partition("//")
    end = min((rest.find(c) for c in "/?#\\" if c in rest), default=len(rest))
    host = rest[:end]
    if host.isascii():
        return url
    return before + slashes + host.encode("idna").decode("ascii") + rest[end:]


def _cut(url: str) -> str:
    """Return the beginning of an address, enough to know it by."""
    return url if len(url) <= 200 else url[:200] + "…"
