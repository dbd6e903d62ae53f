"""Being let in by Transmission, and what each of its refusals means."""

from contextlib import contextmanager

import pytest

from mydia_desktop.adapters.transmission_session import RefusedError, Session
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.errors import (
    AuthenticationError,
    Cause,
    ClientError,
    ClientUnreachableError,
    UnexpectedResponseError,
)
from mydia_desktop.domain.transfer import ClientId
from tests.scripted_server import Say, scripted_server

PASSWORD = "secret"
RPC = "/transmission/rpc"
SESSION_ID = "X-Transmission-Session-Id"
SUCCESS = '{"result": "success", "arguments": {"n": 7}}'
WHITELIST = "<h1>403: Forbidden</h1><p>Unauthorized IP Address.</p>"
LOCKED_OUT = "<h1>403: Forbidden</h1><p>Too many unsuccessful login attempts. Please restart transmission-daemon.</p>"


class Scripted:
    """A Transmission as far as its door: it wants its session id, then says one thing."""

    def __init__(self, say=None):
        self.say = say or Say(SUCCESS)
        self.session_id = "first"

    def __call__(self, request):
        if request.headers.get(SESSION_ID) != self.session_id and self.say.status == 200:
            return Say("", 409, {SESSION_ID: self.session_id})
        return self.say


@contextmanager
def meeting(script, *, username="admin", password=PASSWORD, path=""):
    """A session in front of a scripted server."""
    asked_for = []

    def say_password():
        asked_for.append(1)
        return password

    with scripted_server(script) as server:
        config = ClientConfig(
            id=ClientId("nas"), kind="transmission", name="NAS", url=server.url + path, username=username
        )
        session = Session(config, say_password, timeout=5)
        session.asked_for = asked_for
        try:
            yield session, server
        finally:
            session.close()


def ask(session):
    """One question."""
    return session.read("a-question", dict[str, int], {})


def refusal(session, kind):
    """Why there is no answer."""
    with pytest.raises(kind) as caught:
        ask(session)
    return caught.value


def test_the_session_id_is_fetched_once():
    """Its 409 says that nothing was done, so doing it again doubles nothing."""
    with meeting(Scripted()) as (session, server):
        assert [ask(session)["n"] for _ in range(3)] == [7, 7, 7]
        assert len(server.asked) == 4
        assert session.number == 1
        assert session.asked_for == [1]
        assert {request.headers["Authorization"] for request in server.asked} == {"Basic YWRtaW46c2VjcmV0"}


def test_another_session_id_is_another_session():
    """A restarted server, or an hour gone by: whoever counts on what it said before has to know."""
    script = Scripted()
    with meeting(script) as (session, _):
        ask(session)
        script.session_id = "second"
        ask(session)
        assert session.number == 2


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("", RPC),
        ("/transmission", RPC),
        ("/transmission/rpc", RPC),
        ("/behind", "/behind/transmission/rpc"),
        ("/behind/transmission/rpc", "/behind/transmission/rpc"),
    ],
)
def test_the_address_may_name_the_server_or_what_is_in_it(path, asked):
    """As people copy it from the address bar."""
    with meeting(Scripted(), path=path) as (session, server):
        ask(session)
        assert {request.path for request in server.asked} == {asked}


@pytest.mark.parametrize(
    ("username", "password", "message"),
    [
        ("admin", "wrong", "NAS did not accept the user name or password."),
        ("", None, "NAS wants a user name and a password."),
    ],
)
def test_a_wrong_password_is_tried_once(username, password, message):
    """The server counts: after a hundred of them it lets nobody in until it is restarted."""
    with meeting(Scripted(Say("", 401)), username=username, password=password) as (session, server):
        for _ in range(3):
            error = refusal(session, AuthenticationError)
            assert (error.cause, error.message) == (Cause.UNAUTHORIZED, message)
        assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("say", "cause", "words"),
    [
        (Say(WHITELIST, 403), Cause.HOST_REFUSED, "white list"),
        (Say("<h1>403: Forbidden</h1>", 403), Cause.HOST_REFUSED, "or there were too many sign-ins"),
        (Say(LOCKED_OUT, 403), Cause.BANNED, "Restart Transmission"),
        (Say("", 421), Cause.HOST_REFUSED, "rpc-host-whitelist"),
    ],
    ids=["white list", "4.x: either", "lockout", "host name"],
)
def test_what_is_put_right_at_the_server_is_asked_again(say, cause, words):
    """It counts nothing, so "Try now" may try; and it works as soon as somebody has allowed it."""
    script = Scripted(say)
    with meeting(script) as (session, _):
        error = refusal(session, AuthenticationError)
        assert error.cause is cause
        assert words in error.message
        assert refusal(session, AuthenticationError).cause is cause
        script.say = Say(SUCCESS)
        assert ask(session) == {"n": 7}


@pytest.mark.parametrize(
    ("say", "kind", "cause"),
    [
        (Say("", 302, {"Location": "https://elsewhere.example/"}), UnexpectedResponseError, Cause.REDIRECTED),
        (Say("", 502), ClientUnreachableError, Cause.SERVER_ERROR),
        (Say("", 404), UnexpectedResponseError, Cause.WRONG_PROGRAM),
        (Say("", 204), UnexpectedResponseError, Cause.WRONG_PROGRAM),
        (Say("", 409), UnexpectedResponseError, Cause.WRONG_PROGRAM),
        (Say("<html>"), UnexpectedResponseError, Cause.GARBLED),
        (Say('{"result": "success", "arguments": {"n": "x"}}'), UnexpectedResponseError, Cause.GARBLED),
        (Say('{"result": 5}'), UnexpectedResponseError, Cause.GARBLED),
    ],
)
def test_an_answer_that_is_none_says_why(say, kind, cause):
    """Each with what can be done about it."""
    with meeting(Scripted(say)) as (session, server):
        assert refusal(session, kind).cause is cause
        assert all(request.path == RPC for request in server.asked)


def test_a_session_id_that_never_fits_is_no_endless_conversation():
    """Two 409 in a row are one too many."""
    answers = iter(range(100))
    with meeting(lambda _: Say("", 409, {SESSION_ID: str(next(answers))})) as (session, server):
        refusal(session, ClientError)
        assert len(server.asked) == 2


def test_no_is_its_own_kind_of_answer():
    """In the server's words, no more than a line of them."""
    with meeting(Scripted(Say('{"result": "' + "no " * 500 + '"}'))) as (session, _):
        with pytest.raises(RefusedError) as caught:
            ask(session)
        assert len(str(caught.value)) <= 300


def test_a_call_cut_off_sends_nothing_more():
    """Also not its next step, until the adapter begins anew."""
    with meeting(Scripted()) as (session, server):
        session.abort()
        assert refusal(session, ClientUnreachableError).cause is Cause.TIMED_OUT
        assert server.asked == []
