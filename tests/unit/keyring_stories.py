"""What tests/unit/test_secrets.py runs where there is a real keyring: each story in a program of its own."""

from __future__ import annotations

import pytest

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.secrets import Keep, Secrets
from mydia_desktop.config.settings import SettingsNotSavedError
from mydia_desktop.domain.errors import AuthenticationError, Cause
from mydia_desktop.domain.transfer import ClientId


def nas(**changes):
    """A client that wants a user name and a password."""
    values = {"id": ClientId("nas"), "kind": "transmission", "name": "NAS", "url": "http://nas.local:9091"}
    return ClientConfig(**(values | {"username": "media"} | changes))


def keep_one():
    """The keyring takes it."""
    secrets = Secrets("profile")
    assert secrets.available()
    secrets.write(nas(), "hunter2", Keep.KEYRING)


def find_it_again_and_only_there():
    """Another run of the program."""
    secrets = Secrets("profile")
    assert secrets.find(nas()) is Keep.KEYRING
    assert secrets.read(nas()) == "hunter2"
    assert secrets.read(nas(name="Attic", username="other")) == "hunter2"
    for other in (
        nas(url="http://nas.local:9092"),
        nas(url="https://nas.local:9091"),
        nas(url="http://nas.local:9091/path"),
        nas(url="http://nas.example:9091"),
        nas(id=ClientId("box")),
    ):
        assert secrets.find(other) is None
        assert secrets.read(other) is None
        assert secrets.password_source(other)() is None
    assert Secrets("another profile").read(nas()) is None


def forget_it():
    """It is gone, and forgetting what is not there is fine."""
    secrets = Secrets("profile")
    secrets.delete(nas())
    assert secrets.find(nas()) is None
    secrets.delete(nas())


def lock_it_and_ask():
    """Nobody is there to unlock it, so the prompt fails."""
    import secretstorage  # noqa: PLC0415 - only Linux has it

    secretstorage.get_default_collection(secretstorage.dbus_init()).lock()
    secrets = Secrets("profile")
    with pytest.raises(AuthenticationError, match="The system keyring did not give the password of NAS: ") as caught:
        secrets.password_source(nas())()
    assert caught.value.cause is Cause.KEYRING
    assert "Unlock it and try again." in caught.value.message
    with pytest.raises(AuthenticationError):
        secrets.find(nas())
    with pytest.raises(SettingsNotSavedError, match="did not take the password of NAS") as refused:
        secrets.write(nas(), "hunter3", Keep.KEYRING)
    assert refused.value.no_keyring
    with pytest.raises(SettingsNotSavedError):
        secrets.delete(nas())
