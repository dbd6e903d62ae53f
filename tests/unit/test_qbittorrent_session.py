"""Being let in: every refusal of every version, and never one sign-in too many."""

from contextlib import contextmanager

import pytest

from mydia_desktop.adapters.qbittorrent import QbittorrentAdapter
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.command import Command, Outcome, Verb
from mydia_desktop.domain.errors import (
    AuthenticationError,
    Cause,
    ClientUnreachableError,
    UnexpectedResponseError,
)
from mydia_desktop.domain.report import Full, Interest
from mydia_desktop.domain.transfer import ClientId, TransferKey
from tests.scripted_server import Say, scripted_server

PASSWORD = "secret"
LOGIN = "/api/v2/auth/login"
MAINDATA = "/api/v2/sync/maindata"
KEY = "qbt_" + "k" * 28
VERSION = "/api/v2/app/version"
API = "/api/v2/app/webapiVersion"
STOP = "/api/v2/torrents/stop"
HASH = "a" * 40
PAUSE = Command(verb=Verb.PAUSE, keys=(TransferKey(ClientId("seedbox"), HASH),))
ROWS = f'{{"rid": 1, "full_update": true, "torrents": {{"{HASH}": {{"name": "Debian", "state": "stalledUP"}}}}}}'


class Scripted:
    """A qBittorrent that knows a session cookie, as far as a sign-in cares. Tests overwrite single answers."""

    def __init__(self, answers=None, *, version="v5.1.0", api="2.11.4"):
        self.cookie = "SID=first"
        self.told = None
        self.answers = {
            LOGIN: lambda _: Say("Ok.", headers={"Set-Cookie": f"{self.cookie}; HttpOnly; path=/"}),
            VERSION: lambda request: self.inside(request, version),
            API: lambda request: self.inside(request, api),
            MAINDATA: self.maindata,
            "/api/v2/log/main": lambda request: self.inside(request, "[]"),
            "/api/v2/torrents/info": lambda request: self.inside(
                request, f'[{{"hash": "{HASH}", "state": "stalledUP"}}]'
            ),
            STOP: lambda request: self.inside(request, ""),
        }
        for path, say in (answers or {}).items():
            self.answers[path] = lambda _request, say=say: say

    def maindata(self, request):
        """Everything to a session seen for the first time, then no change."""
        if request.headers.get("Cookie") == self.cookie == self.told:
            return Say('{"rid": 2}')
        self.told = self.cookie
        return self.inside(request, ROWS)

    def inside(self, request, body):
        """An answer for who has the cookie."""
        return Say(body) if request.headers.get("Cookie") == self.cookie else Say("Forbidden", 403)

    def __call__(self, request):
        answer = self.answers.get(request.path.partition("?")[0])
        return answer(request) if answer else Say("Not Found", 404)


@contextmanager
def meeting(script, *, username="admin", password=PASSWORD, path=""):
    """An adapter in front of a scripted server."""
    with scripted_server(script) as server:
        config = ClientConfig(
            id=ClientId("seedbox"), kind="qbittorrent", name="Seedbox", url=server.url + path, username=username
        )
        adapter = QbittorrentAdapter(config, lambda: password, timeout=5)
        try:
            yield adapter, server
        finally:
            adapter.close()


def hang_up(_request):
    """An answer that never comes."""
    raise ConnectionAbortedError


def expire_after(script, request):
    """The answer, and the end of the session."""
    say = script.inside(request, f'[{{"hash": "{HASH}", "state": "stalledUP"}}]')
    script.cookie = "SID=second"
    return say


def refusal(adapter, kind):
    """The error of one refresh."""
    with pytest.raises(kind) as caught:
        adapter.refresh(Interest())
    return caught.value


def test_one_sign_in_serves_all_requests():
    """The cookie is kept, whatever its name: 5.2 calls it QBT_SID_<port>."""
    script = Scripted(version="v5.2.0", api="2.15.1")
    script.cookie = "QBT_SID_8080=abc+/="
    script.answers[LOGIN] = lambda _: Say("", 204, {"Set-Cookie": f"{script.cookie}; HttpOnly; SameSite=Strict"})
    with meeting(script) as (adapter, server):
        assert isinstance(adapter.refresh(Interest()), Full)
        report = adapter.refresh(Interest(whole=True))
    assert (report.facts.version, report.facts.api) == ("5.2.0", "2.15.1")
    assert server.count(LOGIN) == 1


@pytest.mark.parametrize("login", [Say("Fails."), Say("Unauthorized", 401)], ids=["to 5.1", "5.2"])
def test_a_wrong_password_is_tried_once(login):
    """Five tries are a ban, so there is one, until somebody changes the settings."""
    with meeting(Scripted({LOGIN: login}), password="wrong") as (adapter, server):
        for _ in range(3):
            error = refusal(adapter, AuthenticationError)
            assert error.cause is Cause.UNAUTHORIZED
            assert error.message == "Seedbox did not accept the user name or password."
        result = adapter.perform(PAUSE)
    assert [(r.outcome, r.message) for r in result] == [(Outcome.NOT_SENT, error.message)]
    assert server.count(LOGIN) == 1


def test_a_ban_is_waited_out():
    """Asking during a ban is no use; when it may be over we know."""
    banned = Say("Your IP address has been banned after too many failed authentication attempts.", 403)
    with meeting(Scripted({LOGIN: banned})) as (adapter, server):
        for _ in range(3):
            error = refusal(adapter, AuthenticationError)
            assert error.cause is Cause.BANNED
            assert 3500 < error.retry_after <= 3600
        assert error.message == "Seedbox has blocked this computer for too many sign-ins."
    assert server.count(LOGIN) == 1


def test_a_session_that_is_over_is_begun_again_once():
    """The server forgot us: the same question is asked again, and the answer says that it is a new session."""
    script = Scripted()
    with meeting(script) as (adapter, server):
        assert adapter.refresh(Interest()).new_session
        assert not adapter.refresh(Interest(whole=True)).new_session
        script.cookie = "SID=second"
        again = adapter.refresh(Interest())
        assert again.new_session
        assert isinstance(again, Full)
    assert server.count(LOGIN) == 2


def test_a_server_that_forgets_us_at_once_is_not_asked_in_a_loop():
    """A cookie that never works (a proxy that drops it) costs one more sign-in a poll at most."""
    script = Scripted({MAINDATA: Say("Forbidden", 403)})
    with meeting(script) as (adapter, server):
        assert refusal(adapter, AuthenticationError).cause is Cause.UNAUTHORIZED
        assert server.count(LOGIN) == 2
        assert server.count(MAINDATA) == 2


def test_an_api_key_is_sent_and_nobody_signs_in():
    """5.2 takes a key as a bearer; with it nothing of auth may be called."""
    script = Scripted(version="v5.2.0", api="2.15.1")
    script.inside = lambda request, body: (
        Say(body) if request.headers.get("Authorization") == f"Bearer {KEY}" else Say("Forbidden", 403)
    )
    with meeting(script, username="", password=KEY) as (adapter, server):
        assert isinstance(adapter.refresh(Interest()), Full)
        adapter.perform(PAUSE)
    assert server.count(LOGIN) == 0
    assert all(request.headers["Authorization"] == f"Bearer {KEY}" for request in server.asked[1:])


@pytest.mark.parametrize("status", [401, 403])
def test_a_wrong_api_key_is_tried_once(status):
    """The sentence names what was wrong, without the key."""
    with meeting(Scripted({VERSION: Say("", status)}), username="", password=KEY) as (adapter, server):
        for _ in range(2):
            assert refusal(adapter, AuthenticationError).message == "Seedbox did not accept the API key."
    assert [request.headers.get("Authorization") for request in server.asked] == [None, f"Bearer {KEY}"]


def test_without_a_password_nobody_signs_in():
    """A server may be open to its own network; if not, it is not asked again and again."""
    script = Scripted()
    script.inside = lambda _request, body: Say(body)
    with meeting(script, username="", password=None) as (adapter, server):
        assert isinstance(adapter.refresh(Interest()), Full)
    with meeting(Scripted(), username="", password=None) as (adapter, server):
        for _ in range(2):
            assert "user name and a password" in refusal(adapter, AuthenticationError).message
    assert server.count(LOGIN) == 0
    assert len(server.asked) == 2


def test_a_refused_address_is_not_called_a_wrong_password():
    """Up to 5.1 a 401 is about the Host header, also for the right password."""
    script = Scripted({LOGIN: Say("Unauthorized", 401), VERSION: Say("Unauthorized", 401)})
    with meeting(script) as (adapter, _server):
        error = refusal(adapter, AuthenticationError)
    assert error.cause is Cause.HOST_REFUSED
    assert "Web UI" in error.message


@pytest.mark.parametrize(
    "answers",
    [
        {LOGIN: Say("<html>Welcome</html>")},
        {LOGIN: Say("<html>Not Found</html>", 404)},
        {LOGIN: Say("Bad method", 405)},
        {VERSION: Say("<html>")},
        {VERSION: Say("3.00 (bb6b5a062e)")},
        {API: Say("{}")},
        {MAINDATA: Say("<!doctype html>")},
        {MAINDATA: Say("Not Found", 404)},
    ],
)
def test_another_program_is_named_as_such(answers):
    """Whatever answers there, it is not qBittorrent."""
    script = Scripted(answers)
    with meeting(script) as (adapter, server):
        error = refusal(adapter, UnexpectedResponseError)
    assert error.cause is Cause.WRONG_PROGRAM
    assert error.message == f"{server.url.removeprefix('http://')} answers, but is not qBittorrent."


@pytest.mark.parametrize(
    "body", ["[]", "{}", '{"rid": "x"}', '{"rid": 1, "torrents": []}', '{"rid": 1, "torrents": {"a": 5}}', "[[[", ""]
)
def test_an_answer_that_makes_no_sense_is_said_to(body):
    """Garbage is an outage with its cause, and the next good answer is whole again."""
    script = Scripted({MAINDATA: Say(body)})
    with meeting(script) as (adapter, _server):
        assert refusal(adapter, UnexpectedResponseError).cause is Cause.GARBLED
        script.answers[MAINDATA] = script.maindata
        report = adapter.refresh(Interest())
    assert isinstance(report, Full)
    assert report.new_session


def test_an_old_qbittorrent_is_said_to_be_old():
    """Before 4.1 the interface was elsewhere; it tells its number to anybody."""
    script = Scripted({LOGIN: Say("", 404), "/version/api": Say("17")})
    with meeting(script) as (adapter, _server):
        error = refusal(adapter, UnexpectedResponseError)
    assert error.cause is Cause.TOO_OLD


def test_a_redirect_is_not_followed():
    """A password goes to the address it was given for, and nowhere else."""
    script = Scripted({LOGIN: Say("", 302, {"Location": "https://elsewhere.example/"})})
    with meeting(script) as (adapter, server):
        error = refusal(adapter, UnexpectedResponseError)
    assert error.cause is Cause.REDIRECTED
    assert "https://elsewhere.example/" in error.message
    assert len(server.asked) == 1


def test_a_proxy_in_trouble_is_asked_again_later():
    """5xx is nobody's mistake in the settings."""
    with meeting(Scripted({MAINDATA: Say("Bad Gateway", 502)})) as (adapter, _server):
        error = refusal(adapter, ClientUnreachableError)
    assert error.cause is Cause.SERVER_ERROR


def test_a_path_in_the_address_is_kept():
    """Behind a reverse proxy the interface is not at the root; the sign-in and the commands go there too."""
    script = Scripted()
    script.answers = {f"/qbt{path}": answer for path, answer in script.answers.items()}
    with meeting(script, path="/qbt") as (adapter, server):
        adapter.refresh(Interest())
        adapter.perform(PAUSE)
    assert all(request.path.startswith("/qbt/api/v2/") for request in server.asked)
    assert server.count("/qbt/api/v2/torrents/stop") == 1


def test_neither_origin_nor_referer_is_sent():
    """Either, if it differs by a letter, makes qBittorrent refuse."""
    with meeting(Scripted()) as (adapter, server):
        adapter.refresh(Interest())
        adapter.perform(PAUSE)
    assert not any({"origin", "referer"} & {name.lower() for name in request.headers} for request in server.asked)


def test_a_command_is_sent_once_whatever_becomes_of_it():
    """The library would send a command again after any trouble: intent is carried out once or not at all."""
    script = Scripted()
    script.answers[STOP] = hang_up
    with meeting(script) as (adapter, server):
        adapter.refresh(Interest())
        (result,) = adapter.perform(PAUSE)
        assert result.outcome is Outcome.UNKNOWN
        assert result.message.startswith("Seedbox may still do this.")
        assert server.count(STOP) == 1

        script.answers[STOP] = lambda _: Say("Bad Gateway", 502)
        (result,) = adapter.perform(PAUSE)
        assert result.outcome is Outcome.UNKNOWN
        assert server.count(STOP) == 2


def test_a_command_whose_session_is_over_is_carried_out_after_signing_in():
    """403 means that nothing was done, so doing it again doubles nothing."""
    script = Scripted()
    script.answers[STOP] = lambda request: script.inside(request, "")
    with meeting(script) as (adapter, server):
        adapter.refresh(Interest())
        before = server.count(LOGIN)
        script.answers["/api/v2/torrents/info"] = lambda request: expire_after(script, request)
        (result,) = adapter.perform(PAUSE)
    assert result.outcome is Outcome.ACCEPTED
    assert server.count(LOGIN) == before + 1
    assert server.count(STOP) == 2


def test_a_command_that_is_refused_says_why():
    """The client's own words, as plain text on one line."""
    script = Scripted({STOP: Say("Torrent queueing\nmust be enabled", 409)})
    with meeting(script) as (adapter, _server):
        adapter.refresh(Interest())
        (result,) = adapter.perform(PAUSE)
    assert (result.outcome, result.message) == (
        Outcome.REFUSED,
        "Seedbox refused: Torrent queueing must be enabled",
    )


def test_the_environment_gives_nobody_a_password(monkeypatch):
    """The library takes what is missing from QBITTORRENTAPI_*; none of that may leave."""
    for name in ("USERNAME", "PASSWORD", "API_KEY"):
        monkeypatch.setenv(f"QBITTORRENTAPI_{name}", "from-the-environment")
    script = Scripted()
    script.inside = lambda _request, body: Say(body)
    with meeting(script, username="", password=None) as (adapter, server):
        adapter.refresh(Interest())
        adapter.perform(PAUSE)
    assert server.count(STOP) == 1
    assert "from-the-environment" not in repr(server.asked)
    assert not any("Authorization" in request.headers for request in server.asked)


def test_intent_first_a_half_done_command_is_unknown():
    """Stopped but not re-checked: that is neither done nor not sent."""
    script = Scripted({STOP: Say(""), "/api/v2/torrents/recheck": Say("Moved", 301, {"Location": "/"})})
    with meeting(script) as (adapter, _server):
        adapter.refresh(Interest())
        (result,) = adapter.perform(Command(verb=Verb.RECHECK, keys=PAUSE.keys))
    assert result.outcome is Outcome.UNKNOWN


def test_a_refused_connection_is_a_command_not_sent():
    """Nothing left us, so nothing will happen."""
    with meeting(Scripted()) as (adapter, _server):
        adapter.refresh(Interest())
    (result,) = adapter.perform(PAUSE)
    assert result.outcome is Outcome.NOT_SENT
    assert result.message
