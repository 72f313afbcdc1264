import pytest

from onrecord.errors import InputError
from onrecord.read.addresses import find_addresses, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.254",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "100::1",
        "localhost",
        "2130706433",
        "",
    ],
)
def test_what_is_not_of_the_public_network_is_refused(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "8.8.4.4",
        "172.32.0.1",
        "100.128.0.1",
        "2606:4700:4700::1111",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2002:808:808::1",
    ],
)
def test_public_addresses_are_let_through(address):
    assert is_public(address)


def test_of_a_host_with_both_only_public_addresses_are_dialled():
    found = find_addresses(
        "paper.example",
        80,
        allow_private=False,
        resolve=lambda *_: ["10.0.0.1", "1.1.1.1", "::1"],
    )
    assert found == ["1.1.1.1"]


def test_every_address_is_taken_where_the_caller_allows_it():
    found = find_addresses(
        "nas.example", 80, allow_private=True, resolve=lambda *_: ["10.0.0.1"]
    )
    assert found == ["10.0.0.1"]


def test_a_host_without_address_is_refused():
    with pytest.raises(InputError, match="no address"):
        find_addresses("a.example", 80, allow_private=True, resolve=lambda *_: [])


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.1", "0177.0.0.1"])
def test_an_address_in_an_odd_spelling_is_seen_through(host):
    with pytest.raises(InputError, match=r"not a public address|not found"):
        find_addresses(host, 80, allow_private=False)


def test_a_name_that_cannot_be_encoded_is_not_found():
    with pytest.raises(InputError, match="was not found"):
        find_addresses("a" * 80 + ".example\ud800", 80, allow_private=False)
