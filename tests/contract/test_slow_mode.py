"""A client's second, lower speed limits: put in force by us or by somebody else, and seen either way."""

from __future__ import annotations

import pytest

from mydia_desktop.domain.errors import ActionRefusedError
from tests.contract.conftest import REMOTE


@pytest.fixture(params=REMOTE)
def remote(request):
    """Each client with two sets of limits."""
    daemon = request.getfixturevalue(request.param)
    yield daemon
    daemon.set_slow(slow=False)


@pytest.fixture
def daemon(remote):
    """The one that ``screen`` looks at."""
    return remote


async def slow(screen):
    return (await screen.refresh(whole=True)).facts.slow


async def test_it_is_put_in_force_and_out_again(remote, screen):
    """Said twice it stays so: nothing is toggled."""
    await screen.refresh()
    for wanted in (True, True, False, False):
        await screen.client.set_slow(slow=wanted)
        assert remote.is_slow() is wanted
        assert await slow(screen) is wanted


async def test_the_first_thing_asked_may_be_this(remote, screen):
    await screen.client.set_slow(slow=True)
    assert remote.is_slow()


async def test_truth_what_somebody_else_set_is_seen(remote, screen, monkeypatch):
    monkeypatch.setattr("mydia_desktop.adapters.transmission.SPACE_EVERY_S", 0.0)
    assert await slow(screen) is False
    remote.set_slow(slow=True)
    assert await slow(screen) is True


def test_what_has_no_second_limits_says_so(builtin):
    with pytest.raises(ActionRefusedError):
        builtin.adapter.set_slow(slow=True)
