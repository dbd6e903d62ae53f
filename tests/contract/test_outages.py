"""Silence is not absence: whatever is in the way, it is one of our errors, in time, and never an empty list."""

import os
import time

import pytest

from mydia_desktop.domain.command import Outcome, Verb
from mydia_desktop.domain.errors import (
    AuthenticationError,
    Cause,
    ClientError,
    ClientUnreachableError,
    UnexpectedResponseError,
)
from mydia_desktop.domain.report import Interest
from mydia_desktop.domain.transfer import Status, TransferKey
from tests.contract.conftest import REMOTE
from tests.contract.parties import Screen, relay, threaded
from tests.daemons import PASSWORD, free_port, run_qbittorrent, run_transmission
from tests.scripted_server import Say, scripted_server
from tests.torrents import make_torrent

ALPHA = make_torrent("alpha")
TIMEOUT_S = 0.7
NOTHING_KNOWN = {Outcome.NOT_SENT, Outcome.UNKNOWN}


@pytest.fixture(params=REMOTE)
def daemon(request):
    """Each daemon with a wire between it and us."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def meet():
    """Clients that are closed when the test ends, whatever it did to them."""
    met = []

    def meet(daemon, **options):
        met.append(threaded(daemon, **options))
        return met[-1]

    yield meet
    for client in met:
        client.close()


async def refusal(client, kind=ClientError):
    """The error of one refresh."""
    with pytest.raises(kind) as caught:
        await client.refresh(Interest())
    assert caught.value.message
    assert PASSWORD not in caught.value.message
    return caught.value


async def test_silence_is_an_error_and_then_the_truth_again(party):
    """Frozen, a client is not empty; awake, it has what it had, and only does what may have been sent."""
    party.hand.add(ALPHA, paused=True)
    await party.screen.until_listed("alpha")
    await party.screen.until_still()
    keys = party.screen.rows.keys()
    party.hand.fall_silent()
    try:
        assert (await refusal(party.client, ClientUnreachableError)).cause is Cause.TIMED_OUT
        (outcome,) = await party.screen.tell(Verb.RESUME, "alpha")
    finally:
        party.hand.answer_again()
    assert outcome in NOTHING_KNOWN
    await party.screen.until_still()
    assert party.screen.rows.keys() == keys
    if outcome is Outcome.NOT_SENT:
        assert party.screen.named["alpha"].status is Status.PAUSED


async def test_no_one_waits_a_frozen_client_is_given_up_in_time(daemon, meet):
    """The budget is kept though the kernel still accepts connections in its name."""
    client = meet(daemon, timeout=TIMEOUT_S)
    await client.refresh(Interest())
    daemon.freeze()
    try:
        began = time.monotonic()
        error = await refusal(client, ClientUnreachableError)
        took = time.monotonic() - began
    finally:
        daemon.wake()
    assert error.cause is Cause.TIMED_OUT
    assert took < 3 * TIMEOUT_S


async def test_no_one_waits_a_call_over_its_budget_is_cut_off(daemon, meet):
    """The second net, should the first one have a hole: here the adapter itself would wait for a minute."""
    client = meet(daemon, timeout=60, budget=TIMEOUT_S)
    await client.refresh(Interest())
    daemon.freeze()
    try:
        began = time.monotonic()
        assert (await refusal(client, ClientUnreachableError)).cause is Cause.TIMED_OUT
        assert time.monotonic() - began < 3 * TIMEOUT_S
    finally:
        daemon.wake()
    await client.refresh(Interest())


async def test_a_killed_client_refuses_connections(daemon, meet):
    """A command to it never leaves; once it is back, everything is as it was."""
    client = meet(daemon)
    screen = Screen(client)
    daemon.add(ALPHA.data, paused=True)
    await screen.until_listed("alpha")
    daemon.stop()
    try:
        assert (await refusal(client, ClientUnreachableError)).cause is Cause.REFUSED
        assert await screen.tell(Verb.DELETE, "alpha") == [Outcome.NOT_SENT]
    finally:
        daemon.start()
    await screen.until(lambda rows: rows.keys() == {"alpha"} and screen.reports[-1].new_session is False)


async def test_a_command_that_the_client_never_sees_is_not_sent(daemon, meet):
    """The row is looked up first; if not even that is answered, nothing was asked for."""
    with scripted_server(relay(daemon.url)) as server:
        client = meet(daemon, url=server.url)
        screen = Screen(client)
        daemon.add(ALPHA.data, paused=True)
        await screen.until_listed("alpha")
    assert await screen.tell(Verb.DELETE, "alpha") == [Outcome.NOT_SENT]
    assert len(daemon.listed()) == 1


async def test_intent_first_an_answer_lost_on_the_way_is_unknown_and_the_command_done_once(daemon, meet):
    """We can't know, so we don't say; and nothing is sent a second time."""
    hand_on = relay(daemon.url)
    actions = []

    def lose_the_answer(request):
        say = hand_on(request)
        if any(word in request.path + request.body for word in ("torrents/delete", "torrent-remove")):
            actions.append(say)
            raise ConnectionAbortedError
        return say

    with scripted_server(lose_the_answer) as server:
        client = meet(daemon, url=server.url)
        screen = Screen(client)
        daemon.add(ALPHA.data, paused=True)
        await screen.until_listed("alpha")
        (result,) = await screen.results(Verb.REMOVE, screen.keys("alpha"))
        assert result.outcome is Outcome.UNKNOWN
        assert result.message.startswith(f"{daemon.config().name} may still do this.")
        await screen.until_listed()
    assert [say.status for say in actions if say.status != 409] in ([200], [204])


async def test_a_wrong_password_is_tried_once(daemon, meet):
    """Both clients lock out who tries too often: one attempt, until somebody changes the settings."""
    with scripted_server(relay(daemon.url)) as server:
        client = meet(daemon, url=server.url, password="wrong")
        errors = [await refusal(client, AuthenticationError)]
        asked = len(server.asked)
        errors += [await refusal(client, AuthenticationError) for _ in range(5)]
        key = TransferKey(daemon.config().id, ALPHA.id)
        assert [r.outcome for r in await Screen(client).results(Verb.DELETE, [key])] <= [Outcome.REFUSED]
        assert len(server.asked) == asked
    assert {error.cause for error in errors} == {Cause.UNAUTHORIZED}
    assert {error.message for error in errors} == {f"{daemon.config().name} did not accept the user name or password."}


async def test_no_password_is_said_to_be_wanted(daemon, meet):
    """Nothing was typed, so nothing was wrong."""
    error = await refusal(meet(daemon, password=None, username=""), AuthenticationError)
    assert error.cause is Cause.UNAUTHORIZED
    assert error.message == f"{daemon.config().name} wants a user name and a password."


@pytest.mark.parametrize("kind", ["transmission", "qbittorrent"])
async def test_a_lockout_is_recognised(kind, tmp_path, meet):
    """Who is locked out is told so, and not that the right password is wrong."""
    running = (
        run_transmission(tmp_path, anti_brute_force_enabled=True, anti_brute_force_threshold=3)
        if kind == "transmission"
        else run_qbittorrent(tmp_path, MaxAuthenticationFailCount=3)
    )
    with running as daemon:
        daemon.fail_to_sign_in(LOCKOUT_ATTEMPTS)
        client = meet(daemon)
        for _ in range(2):
            error = await refusal(client, AuthenticationError)
            # Transmission 4 says the same to an address that is not on its white list.
            assert error.cause in {Cause.BANNED, Cause.HOST_REFUSED}
            assert "too many sign-ins" in error.message


LOCKOUT_ATTEMPTS = 101
"""3.00 has its threshold built in."""

NOT_OURS = {
    "a web page": Say("<!doctype html><title>It works!</title>", headers={"Content-Type": "text/html"}),
    "nothing": Say(b""),
    "a list": Say("[]"),
    "an object": Say("{}"),
    "a word": Say('"hello"'),
    "no text": Say(b"\xff\xfe\x00\x01"),
    "not found": Say("Not Found", 404),
    "a stranger's conflict": Say("Conflict", 409),
    "a teapot": Say("short and stout", 418),
}


@pytest.mark.parametrize("answer", NOT_OURS.values(), ids=NOT_OURS)
async def test_another_program_is_said_to_be_one(daemon, meet, answer):
    """A port typed wrong usually belongs to somebody else."""
    title = {"transmission": "Transmission", "qbittorrent": "qBittorrent"}[daemon.kind]
    with scripted_server(lambda _: answer) as server:
        error = await refusal(meet(daemon, url=server.url), UnexpectedResponseError)
    assert error.cause in {Cause.WRONG_PROGRAM, Cause.GARBLED}
    if error.cause is Cause.WRONG_PROGRAM:
        assert error.message.endswith(f"answers, but is not {title}.")


def broken_off(_say):
    """No answer."""
    raise ConnectionAbortedError


FAULTS = {
    "hang up": broken_off,
    "server error": lambda _: Say("Bad Gateway", 502),
    "a page": lambda _: Say("<html>"),
    "nothing": lambda _: Say(b""),
    "half of it": lambda say: Say(say.body[: len(say.body) // 2], say.status, say.headers),
    "nested deeply": lambda _: Say("[" * 200_000),
    "other types": lambda _: Say('{"result": 7, "arguments": [], "rid": "x", "torrents": 3}'),
    "a redirect": lambda _: Say("", 302, {"Location": "https://elsewhere.example/"}),
    "forbidden": lambda _: Say("Forbidden", 403),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
async def test_no_error_but_ours_leaves_an_adapter(daemon, meet, fault):
    """A refresh raises ClientError and a command returns results, whatever happens in the middle of a session."""
    hand_on = relay(daemon.url)
    broken = False

    def answer(request):
        say = hand_on(request)
        return fault(say) if broken else say

    with scripted_server(answer) as server:
        client = meet(daemon, url=server.url)
        screen = Screen(client)
        daemon.add(ALPHA.data, paused=True)
        await screen.until_listed("alpha")
        broken = True
        await refusal(client)
        for verb in (Verb.PAUSE, Verb.SET_LABELS, Verb.RECHECK):
            (outcome,) = await screen.tell(verb, "alpha", values=("x",))
            assert outcome is not Outcome.ACCEPTED
        with pytest.raises(ClientError):
            await client.magnets(screen.keys("alpha"))
    assert daemon.listed().keys() == {ALPHA.id}


async def test_an_outage_ends_by_itself(daemon, meet):
    """After every kind of trouble the next good answer is the whole truth again."""
    hand_on = relay(daemon.url)
    fault = None

    def answer(request):
        say = hand_on(request)
        return fault(say) if fault else say

    with scripted_server(answer) as server:
        client = meet(daemon, url=server.url)
        screen = Screen(client)
        daemon.add(ALPHA.data, paused=True)
        await screen.until_listed("alpha")
        for name in ("hang up", "server error", "a page", "half of it", "other types"):
            fault = FAULTS[name]
            await refusal(client)
            fault = None
            await screen.until_listed("alpha")


async def test_an_address_nobody_has_is_said_so(daemon, meet):
    """As a sentence about the name, or about nobody listening."""
    unknown = meet(daemon, url="http://client.invalid:9091")
    assert (await refusal(unknown, ClientUnreachableError)).cause is Cause.NAME_NOT_FOUND
    nobody = meet(daemon, url=f"http://127.0.0.1:{free_port()}")
    error = await refusal(nobody, ClientUnreachableError)
    assert error.cause is Cause.REFUSED
    assert "127.0.0.1" in error.message


async def test_the_proxy_of_the_environment_is_not_asked(daemon, meet, monkeypatch):
    """A client in the living room is not behind the company's proxy, and its password is nobody's business."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    assert "http_proxy" in os.environ
    client = meet(daemon)
    screen = Screen(client)
    await screen.refresh()
    key = TransferKey(daemon.config().id, ALPHA.id)
    assert [result.outcome for result in await screen.results(Verb.PAUSE, [key])] == [Outcome.REFUSED]
