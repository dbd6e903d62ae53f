"""Keyrings in the place of the system's: what a program may meet where there is no real one to try."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import keyring
import keyring.backends.fail
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordSetError

NoKeyring = keyring.backends.fail.Keyring


class MemoryKeyring(KeyringBackend):
    """Keeps entries in a dictionary."""

    priority = 5

    def __init__(self):
        super().__init__()
        self.entries = {}

    def get_password(self, service, username):
        return self.entries.get((service, username))

    def set_password(self, service, username, password):
        self.entries[service, username] = password

    def delete_password(self, service, username):
        del self.entries[service, username]


class LockedKeyring(MemoryKeyring):
    """The person closed the question to unlock it."""

    def get_password(self, service, username):  # noqa: ARG002 - the backend's interface
        raise KeyringLocked("The prompt was dismissed")


class RefusingKeyring(MemoryKeyring):
    """Repeats what it was told, as no backend should."""

    def set_password(self, service, username, password):  # noqa: ARG002 - the backend's interface
        raise PasswordSetError(f"can't set {username} to {password}")


class WaitingKeyring(MemoryKeyring):
    """Waits for a person who is not there, until the test lets it go."""

    def __init__(self):
        super().__init__()
        self.unlocked = threading.Event()
        self.asked = []

    def get_password(self, service, username):
        self.asked.append(username)
        self.unlocked.wait(30)
        return super().get_password(service, username)


for _backend in (MemoryKeyring, LockedKeyring, RefusingKeyring, WaitingKeyring):
    KeyringBackend._classes.discard(_backend)  # only who asks for one by name gets it


@contextmanager
def keyring_in_use(backend: KeyringBackend) -> Iterator[KeyringBackend]:
    """The system's keyring is this one until the block ends."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield backend
    finally:
        keyring.set_keyring(before)
