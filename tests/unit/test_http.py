"""One exchange with a server that may do anything: it ends in time, with an answer or with our words for why not."""

import socket
import threading
import time

import pytest

from mydia_desktop.adapters.http import Exchange, Tls
from mydia_desktop.domain.errors import Cause, ClientUnreachableError, UnexpectedResponseError
from tests.daemons import free_port
from tests.raw_server import black_hole, raw_server
from tests.scripted_server import Say, scripted_server

TIMEOUT_S = 0.4
IN_TIME_S = TIMEOUT_S * 2
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"


def ask(url, *, timeout=TIMEOUT_S, method="GET", **options):
    """One exchange on a connection of its own."""
    exchange = Exchange(url, Tls(), timeout=timeout)
    try:
        return exchange.request(method, "/", **options)
    finally:
        exchange.close()


def refusal(url, kind=ClientUnreachableError, **options):
    """Why there is no answer; said in time."""
    began = time.monotonic()
    with pytest.raises(kind) as caught:
        ask(url, **options)
    assert time.monotonic() - began < IN_TIME_S
    return caught.value


def test_an_answer_is_whole_whatever_its_status():
    """What a status means is for the caller to say."""
    with scripted_server(lambda asked: Say(asked.body.upper(), 418, {"X-Word": "short"})) as server:
        answer = ask(server.url, method="POST", body=b"stout", headers={"X-Mine": "1"})
        (asked,) = server.asked
    assert (answer.status, answer.body, answer.headers["x-word"]) == (418, b"STOUT", "short")
    assert 0 <= answer.first_byte < IN_TIME_S
    assert (asked.headers["X-Mine"], asked.headers["Host"]) == ("1", server.url.removeprefix("http://"))


def test_a_path_in_the_address_begins_every_request():
    """Behind a reverse proxy."""
    with scripted_server(lambda _: Say("hi")) as server:
        ask(f"{server.url}/behind/")
        assert server.asked[0].path == "/behind/"


def test_a_chunked_answer_is_put_together():
    """Whatever the server chose."""
    chunks = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n"

    def treat(visit):
        visit.read_request()
        visit.say(chunks)

    with raw_server(treat) as server:
        assert ask(server.url).body == b"abcde"


def test_a_redirect_is_an_answer_and_is_not_followed():
    """A password goes to the address it was given for, and nowhere else."""
    with scripted_server(lambda _: Say("", 302, {"Location": "/elsewhere"})) as server:
        assert ask(server.url).status == 302
        assert len(server.asked) == 1


def test_no_one_waits_for_a_server_that_trickles():
    """Each byte comes in time; all of them do not. The time holds for the whole."""

    def trickle(visit):
        visit.read_request()
        visit.say(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        while not visit.pause(0.05):
            visit.say(b".")

    with raw_server(trickle) as server:
        assert refusal(server.url).cause is Cause.TIMED_OUT


def test_no_one_waits_for_headers_that_never_end():
    """Trickled, too."""

    def trickle(visit):
        visit.say(b"HTTP/1.1 200 OK\r\n")
        while not visit.pause(0.05):
            visit.say(b"X-More: yes\r\n")

    with raw_server(trickle) as server:
        assert refusal(server.url).cause is Cause.TIMED_OUT


def test_no_one_waits_for_a_server_that_says_nothing():
    """It accepted, and that was all."""
    with raw_server(lambda visit: visit.pause(10)) as server:
        assert refusal(server.url).cause is Cause.TIMED_OUT


def test_no_one_waits_for_a_server_that_does_not_read():
    """A large request fills the buffers on the way and stops there."""
    with raw_server(lambda visit: visit.pause(10)) as server:
        assert refusal(server.url, method="POST", body=bytes(64_000_000)).cause is Cause.TIMED_OUT


def test_no_one_waits_for_a_black_hole():
    """Where not even the connection is answered."""
    with black_hole() as url:
        error = refusal(url)
    assert error.cause is Cause.TIMED_OUT
    assert error.message == f"Connection timed out after 0.4 s ({url})."


@pytest.mark.parametrize(
    "half",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
    ],
    ids=["nothing", "half a body", "half a chunk"],
)
def test_half_an_answer_is_none(half):
    """Cut off in the middle, a list would look like a shorter list."""

    def treat(visit):
        visit.read_request()
        visit.say(half)

    with raw_server(treat) as server:
        error = refusal(server.url)
    assert error.cause is Cause.CUT_OFF
    assert error.message == f"127.0.0.1:{server.port} broke off in the middle of its answer."


@pytest.mark.parametrize(
    "garbage",
    [b"220 mail.example ESMTP\r\n", b"\x16\x03\x01\x02\x00garbage\r\n", b"HTTP/1.1 abc OK\r\n\r\n", b"x" * 200_000],
    ids=["a mail server", "TLS", "no status", "a very long line"],
)
def test_what_does_not_speak_http_is_said_not_to(garbage):
    """Most likely the port is wrong."""

    def treat(visit):
        visit.read_request()
        visit.say(garbage)
        visit.pause(10)

    with raw_server(treat) as server:
        error = refusal(server.url, UnexpectedResponseError)
    assert error.cause is Cause.WRONG_PROGRAM
    assert error.message == f"127.0.0.1:{server.port} answers, but not in HTTP. Is the port right?"


@pytest.mark.parametrize("chunk", [b"zz\r\nab\r\n", b"-5\r\nab\r\n"])
def test_chunks_that_make_no_sense_are_no_answer(chunk):
    """No error but ours."""

    def treat(visit):
        visit.read_request()
        visit.say(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk)

    with raw_server(treat) as server, pytest.raises((UnexpectedResponseError, ClientUnreachableError)):
        ask(server.url)


@pytest.mark.parametrize("length", [b"Content-Length: 5000", b"X-No: length"])
def test_an_answer_without_end_is_not_read_to_it(length):
    """Memory is not for strangers to fill."""

    def treat(visit):
        visit.read_request()
        visit.say(b"HTTP/1.1 200 OK\r\n" + length + b"\r\n\r\n" + bytes(5000))

    with raw_server(treat) as server:
        assert refusal(server.url, UnexpectedResponseError, largest=1000).cause is Cause.GARBLED


def test_nobody_there_is_refused():
    """With the address, for it may be wrong."""
    port = free_port()
    error = refusal(f"http://127.0.0.1:{port}")
    assert (error.cause, error.message) == (Cause.REFUSED, f"Nothing answers at 127.0.0.1:{port}.")


def test_a_name_nobody_has_is_not_found():
    """Also one that no resolver would take."""
    assert refusal("http://client.invalid", timeout=5).cause is Cause.NAME_NOT_FOUND
    assert refusal(f"http://{'x' * 80}.invalid", UNREADABLE, timeout=5).message


UNREADABLE = (ClientUnreachableError, UnexpectedResponseError)


def test_an_ipv6_address_is_bracketed():
    """In the message, as it was typed."""
    port = free_port()
    error = refusal(f"http://[::1]:{port}")
    assert f"[::1]:{port}" in error.message or error.cause is Cause.NETWORK


@pytest.mark.parametrize("where", ["headers", "body", "accepted", "kept"])
def test_abort_ends_a_call_at_once(where):
    """From another thread, whatever it waits for; and the exchange can be used again."""
    reached = threading.Event()

    def treat(visit):
        if visit.number > 1:
            visit.read_request()
            visit.say(OK)
            return
        if where != "accepted":
            visit.read_request()
        if where == "kept":
            visit.say(OK)
            visit.read_request()
        if where == "body":
            visit.say(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        reached.set()
        visit.pause(10)

    with raw_server(treat) as server:
        exchange = Exchange(server.url, Tls(), timeout=20)
        if where == "kept":
            exchange.request("GET", "/")
        errors = []

        def call():
            try:
                exchange.request("GET", "/")
            except ClientUnreachableError as error:
                errors.append(error)

        caller = threading.Thread(target=call)
        caller.start()
        assert reached.wait(5)
        exchange.abort()
        began = time.monotonic()
        caller.join(5)
        assert not caller.is_alive()
        assert time.monotonic() - began < IN_TIME_S
        assert [error.cause for error in errors] == [Cause.TIMED_OUT]
        assert exchange.request("GET", "/").body == b"hi"
        exchange.close()


def test_abort_ends_a_connection_attempt():
    """The longest wait of all, otherwise."""
    with black_hole() as url:
        exchange = Exchange(url, Tls(), timeout=20)
        errors = []

        def call():
            try:
                exchange.request("GET", "/")
            except ClientUnreachableError as error:
                errors.append(error)

        caller = threading.Thread(target=call)
        caller.start()
        deadline = time.monotonic() + 5
        while caller.is_alive() and time.monotonic() < deadline:
            exchange.abort()  # again, for the first one may come before the attempt
            caller.join(0.05)
    assert [error.cause for error in errors] == [Cause.TIMED_OUT]


def test_an_abort_when_nothing_is_under_way_is_harmless():
    """It may come a moment late."""
    with scripted_server(lambda _: Say("hi")) as server:
        exchange = Exchange(server.url, Tls(), timeout=5)
        exchange.abort()
        assert exchange.request("GET", "/").body == b"hi"
        exchange.abort()
        assert exchange.request("GET", "/").body == b"hi"
        exchange.close()


def answering(*, closing_after=1):
    """A server that answers so many requests on a connection and then closes it, without a word of warning."""

    def treat(visit):
        for _ in range(closing_after):
            if not visit.read_request():
                return
            visit.say(OK)

    return treat


def test_a_connection_is_kept_for_the_next_question():
    """Unless a fresh one is wanted, or the server announces its end."""
    with raw_server(answering(closing_after=5)) as server:
        exchange = Exchange(server.url, Tls(), timeout=5)
        for _ in range(3):
            exchange.request("GET", "/")
        assert len(server.visits) == 1
        exchange.request("GET", "/", fresh=True)
        assert len(server.visits) == 2
        exchange.close()


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_connection_that_the_server_closed_is_not_used_again(method):
    """Seen before anything is sent, so that a command is as safe as a question."""
    closed = threading.Event()

    def treat(visit):
        answering()(visit)
        visit.link.shutdown(socket.SHUT_RDWR)
        closed.set()

    with raw_server(treat) as server:
        exchange = Exchange(server.url, Tls(), timeout=5)
        for _ in range(2):
            closed.clear()
            assert exchange.request(method, "/").body == b"hi"
            assert closed.wait(5)
        assert len(server.visits) == 2
        exchange.close()


@pytest.mark.parametrize(("method", "asked_again"), [("GET", True), ("POST", False)])
def test_intent_first_only_a_question_is_asked_again(method, asked_again):
    """The server hangs up on a kept connection after it read the request: a command may have been carried out."""
    requests = []

    def treat(visit):
        while request := visit.read_request():
            requests.append(request)
            if len(requests) == 2:
                return
            visit.say(OK)

    with raw_server(treat) as server:
        exchange = Exchange(server.url, Tls(), timeout=5)
        exchange.request("GET", "/")
        if asked_again:
            assert exchange.request(method, "/").body == b"hi"
        else:
            with pytest.raises(ClientUnreachableError) as caught:
                exchange.request(method, "/", body=b"do")
            assert caught.value.cause is Cause.CUT_OFF
        exchange.close()
    assert len(requests) == (3 if asked_again else 2)


@pytest.mark.parametrize(
    ("path", "headers"),
    [("/a\r\nX-Bad: 1", {}), ("/", {"X": "a\r\nX-Bad: 1"}), ("/", {"X": "a\nb"}), ("/\0", {})],
)
def test_no_header_is_smuggled_in(path, headers):
    """Nothing leaves."""
    with raw_server(answering()) as server:
        exchange = Exchange(server.url, Tls(), timeout=5)
        with pytest.raises(ValueError, match="line break"):
            exchange.request("GET", path, headers=headers)
        exchange.close()
        assert server.visits == []
