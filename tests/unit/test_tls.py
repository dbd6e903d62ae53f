"""Whom we trust: the system's authorities, one of our own, one certificate, or anybody when told so."""

import hashlib
import time

import pytest

from mydia_desktop.adapters.http import Exchange, Tls, fetch_certificate
from mydia_desktop.domain.errors import Cause, ClientUnreachableError
from tests.daemons import free_port
from tests.raw_server import raw_server
from tests.scripted_server import Say, scripted_server
from tests.tls_front import tls_front

PIN = "0" * 64


@pytest.fixture(scope="module")
def front(tmp_path_factory):
    """A server behind TLS whose certificate nobody signed, made out to 127.0.0.1."""
    with scripted_server(lambda _: Say("hi")) as server:
        port = int(server.url.rpartition(":")[2])
        with tls_front(port, tmp_path_factory.mktemp("tls")) as front:
            yield front


def ask(url, **tls):
    """One exchange."""
    exchange = Exchange(url, Tls(**tls), timeout=5)
    try:
        return exchange.request("GET", "/").body
    finally:
        exchange.close()


def refusal(url, **tls):
    """Why there is none."""
    with pytest.raises(ClientUnreachableError) as caught:
        ask(url, **tls)
    assert caught.value.cause is Cause.TLS
    return caught.value.message


def by_name(front):
    """The same server under a name that its certificate does not have."""
    return front.url.replace("127.0.0.1", "localhost")


def pin(front):
    """The fingerprint of its certificate."""
    return hashlib.sha256(front.der).hexdigest()


def test_a_certificate_nobody_signed_is_refused_with_the_reason(front):
    """The password does not leave, and the person learns why."""
    assert refusal(front.url) == "The certificate of 127.0.0.1 is not trusted: self-signed certificate."


def test_an_authority_of_our_own_is_trusted(front):
    """For what it signed."""
    assert ask(front.url, ca_file=str(front.authority)) == b"hi"


def test_a_certificate_for_another_name_is_refused(front):
    """Whoever signed it."""
    message = refusal(by_name(front), ca_file=str(front.authority))
    assert "localhost" in message
    assert "match" in message


def test_one_certificate_is_trusted_whoever_signed_it(front):
    """By its fingerprint, in either case of letters, for any name."""
    assert ask(front.url, sha256=pin(front)) == b"hi"
    assert ask(by_name(front), sha256=pin(front).upper()) == b"hi"


def test_another_certificate_than_the_pinned_is_refused(front):
    """Also where nothing is verified otherwise: the pin says whom we trust. The new fingerprint begins the talk."""
    message = refusal(front.url, sha256=PIN, verify=False)
    assert message.startswith("The certificate of 127.0.0.1 is not trusted: it is not the one you chose to trust")
    assert pin(front)[:16] in message
    refusal(front.url, sha256=PIN, ca_file=str(front.authority))


def test_a_check_that_was_waived_is_not_made(front):
    """Somebody said so, for this client."""
    assert ask(front.url, verify=False) == b"hi"
    assert ask(by_name(front), verify=False) == b"hi"


def test_a_certificate_can_be_looked_at_before_it_is_trusted(front):
    """Whoever signed it; nothing is asked of the server."""
    assert fetch_certificate(front.url, 5) == front.der


def test_there_is_none_to_look_at_where_nobody_answers():
    """The reasons are those of any other question."""
    with pytest.raises(ClientUnreachableError) as caught:
        fetch_certificate(f"https://127.0.0.1:{free_port()}", 5)
    assert caught.value.cause is Cause.REFUSED


def test_there_is_none_to_look_at_without_tls():
    """An address without https shows no certificate."""
    with scripted_server(lambda _: Say("hi")) as server, pytest.raises(ClientUnreachableError) as caught:
        fetch_certificate(server.url, 5)
    assert caught.value.cause is Cause.TLS


def test_a_server_without_tls_is_said_to_have_none():
    """Typed https, listening in the clear."""
    with scripted_server(lambda _: Say("hi")) as server:
        message = refusal(server.url.replace("http:", "https:"))
    assert "Is it https at all?" in message


def test_no_one_waits_for_a_handshake_that_does_not_come():
    """A server that accepts and says nothing hangs in the middle of it."""
    with raw_server(lambda visit: visit.pause(10)) as server:
        exchange = Exchange(server.url.replace("http:", "https:"), Tls(), timeout=0.4)
        began = time.monotonic()
        with pytest.raises(ClientUnreachableError) as caught:
            exchange.request("GET", "/")
    assert caught.value.cause is Cause.TIMED_OUT
    assert time.monotonic() - began < 2


def test_an_authority_that_is_not_there_is_our_error(front, tmp_path):
    """A file that moved, or that holds no certificate, is said and not raised through."""
    (tmp_path / "empty.pem").write_text("nothing")
    for file in (tmp_path / "gone.pem", tmp_path / "empty.pem"):
        with pytest.raises(ClientUnreachableError) as caught:
            ask(front.url, ca_file=str(file))
        assert caught.value.cause is Cause.TLS
        assert str(file) in caught.value.message
