"""Which network addresses may be fetched from: public ones.

A page, a feed or a redirect can name any host, one inside the reader's own network
included (a router, a database, a cloud's metadata service). So the host is resolved
here, once, and the connection is made to what was found here and nowhere else: a name
that answers differently the second time gains nothing.
"""

import ipaddress
import socket
from collections.abc import Callable

from onrecord.errors import InputError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

Resolve = Callable[[str, int], list[str]]
"""Gives the addresses of a host, in order of preference; raises `OSError`."""

# What `ipaddress` of some Python versions still takes for public.
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(network)
    for network in (
        "100.64.0.0/10",  # carrier-grade NAT, RFC 6598
        "192.0.0.0/24",  # protocol assignments, RFC 6890
        "192.88.99.0/24",  # 6to4 relays, deprecated by RFC 7526
        "198.18.0.0/15",  # benchmarks, RFC 2544
        "64:ff9b:1::/48",  # local translation, RFC 8215
        "100::/64",  # discard, RFC 6666
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation, RFC 9637
        "5f00::/16",  # segment routing, RFC 9602
        "fec0::/10",  # site-local, deprecated by RFC 3879
    )
)
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # NAT64, RFC 6052
_IPV4_BITS = 0xFFFFFFFF


def resolve_host(host: str, port: int) -> list[str]:
    """Ask the system for a host's addresses.

    Raises:
        OSError: there is no such host, or nobody to ask.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(item[4][0]) for item in found))


def find_addresses(
    host: str, port: int, *, allow_private: bool, resolve: Resolve = resolve_host
) -> list[str]:
    """Return the addresses of a host that may be connected to, in order.

    Args:
        host: A name, or an address in any spelling.
        port: Its port.
        allow_private: Take every address.
        resolve: Asks for the addresses.

    Raises:
        InputError: the host has no address, or none that may be connected to.
    """
    try:
        # A name too long or with a half surrogate fails as it is encoded.
        found = resolve(host, port)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or "no such host"
        raise InputError(
            f"The host {host} was not found ({why}); check the address and the network."
        ) from error
    allowed = [one for one in found if allow_private or is_public(one)]
    if not allowed:
        raise InputError(
            f"The host {host} is at {found[0] if found else 'no address'}, which is "
            "not a public address; give --allow-private if you mean to read from your "
            "own network."
        )
    return allowed


def is_public(address: str) -> bool:
    """Whether an address belongs to the public network; false for what is no address.

    An IPv4 address wrapped into an IPv6 one counts as what it wraps.
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return all(_is_public(one) for one in _unwrap(parsed))


def _unwrap(address: Address) -> list[Address]:
    """Return the address, or the IPv4 addresses it carries."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address.sixtofour is not None:
        return [address.sixtofour]
    if address in _TRANSLATED:
        return [ipaddress.IPv4Address(int(address) & _IPV4_BITS)]
    return [address]


def _is_public(address: Address) -> bool:
    refused = (
        address.is_multicast,
        address.is_private,
        address.is_link_local,
        address.is_loopback,
        address.is_reserved,
        address.is_unspecified,
    )
    if any(refused) or not address.is_global:
        return False
    return not any(
        address.version == network.version and address in network
        for network in _NOT_PUBLIC
    )
