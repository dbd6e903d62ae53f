"""Passwords: in the system keyring, or in memory for this run. Each belongs to one client at one address."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, NoReturn, TypeVar

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.settings import SettingsNotSavedError
from mydia_desktop.domain.errors import AuthenticationError, Cause
from mydia_desktop.domain.sentence import translate
from mydia_desktop.threads.one_thread import OneThread

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_log = logging.getLogger(__name__)

SERVICE = "mydia-desktop"
BUDGET = 20.0
"""Seconds for one question to the keyring; it may have to ask the person to unlock it."""
_WORTH_USING = 1
"""What keyring itself rates the backends that keep a secret secret."""

T = TypeVar("T")


class Keep(StrEnum):
    """Where a password lies."""

    KEYRING = "keyring"
    THIS_RUN = "this_run"
    """In memory, until the program ends."""
    FILE = "file"
    """In config.toml, as plain text, because the person chose so."""


class _NoKeyringError(Exception):
    """This computer offers none."""


class Secrets:
    """The passwords of one profile.

    An entry is named after profile, client and address, so an address that was edited since finds nothing. Any
    thread may call. A call may block while the keyring asks the person to unlock it, but never over the budget:
    the keyring is spoken to in one thread of our own, which is left behind if it hangs.
    """

    def __init__(self, profile_id: str, *, budget: float = BUDGET) -> None:
        """Take what names the profile among others of this person."""
        self._profile_id = profile_id
        self._budget = budget
        self._thread = OneThread("keyring")
        self._this_run: dict[str, str] = {}
        self._lock = threading.Lock()

    def available(self) -> bool:
        """Whether this computer offers a keyring that keeps a secret."""
        try:
            self._ask(lambda _: None)
        except _NoKeyringError:
            return False
        except Exception as error:  # noqa: BLE001 - backends raise whatever is below them
            _log.warning("The system keyring does not answer: %s", _reason(error))
            return False
        return True

    def find(self, config: ClientConfig) -> Keep | None:
        """Where the password for this client at this address lies, if anywhere but in the file.

        Raises:
            AuthenticationError: the keyring does not say.
        """
        entry = self._entry(config)
        with self._lock:
            if entry in self._this_run:
                return Keep.THIS_RUN
        try:
            known = self._ask(lambda keyring: keyring.get_password(SERVICE, entry)) is not None
        except _NoKeyringError:
            return None
        except Exception as error:  # noqa: BLE001 - backends raise whatever is below them
            _did_not_give(config, error)
        return Keep.KEYRING if known else None

    def read(self, config: ClientConfig) -> str | None:
        """The password for this client at this address, if one was ever kept.

        Raises:
            AuthenticationError: the keyring does not give it, or there is none and the client needs one.
        """
        entry = self._entry(config)
        with self._lock:
            if entry in self._this_run:
                return self._this_run[entry]
        try:
            return self._ask(lambda keyring: keyring.get_password(SERVICE, entry))
        except _NoKeyringError as error:
            if not config.username:  # most likely it lets everybody in; if not, it says so itself
                return None
            raise AuthenticationError(
                translate(
                    "Keyring",
                    "The password of {name} is not known: this computer offers no keyring to programs. Type it "
                    "again in the settings of this client.",
                ).format(name=config.name),
                cause=Cause.KEYRING,
            ) from error
        except Exception as error:  # noqa: BLE001 - backends raise whatever is below them
            _did_not_give(config, error)

    def write(self, config: ClientConfig, password: str, keep: Keep) -> None:
        """Keep it in the keyring or for this run.

        Raises:
            SettingsNotSavedError: the keyring would not.
        """
        entry = self._entry(config)
        if keep is Keep.KEYRING:
            try:
                self._ask(lambda keyring: keyring.set_password(SERVICE, entry, password))
            except _NoKeyringError as error:
                raise SettingsNotSavedError(
                    translate(
                        "Keyring",
                        "This computer offers no keyring to programs. Choose where the password of {name} is kept.",
                    ).format(name=config.name),
                    no_keyring=True,
                ) from error
            except Exception as error:  # noqa: BLE001 - backends raise whatever is below them
                reason = _reason(error).replace(password, "\u2026")
                raise SettingsNotSavedError(
                    translate(
                        "Keyring",
                        "The system keyring did not take the password of {name}: {reason} Unlock it and save "
                        "again, or choose another place for the password.",
                    ).format(name=config.name, reason=reason),
                    no_keyring=True,
                ) from None  # what a backend raises may hold the password
        with self._lock:
            self._this_run.pop(entry, None)
            if keep is Keep.THIS_RUN:
                self._this_run[entry] = password

    def delete(self, config: ClientConfig) -> None:
        """Forget it wherever it lies; nothing there is fine.

        Raises:
            SettingsNotSavedError: the keyring would not.
        """
        entry = self._entry(config)
        with self._lock:
            self._this_run.pop(entry, None)

        def forget(keyring: KeyringBackend) -> None:
            if keyring.get_password(SERVICE, entry) is not None:
                keyring.delete_password(SERVICE, entry)

        try:
            self._ask(forget)
        except _NoKeyringError:
            return
        except Exception as error:
            raise SettingsNotSavedError(
                translate("Keyring", "The system keyring did not forget the password of {name}: {error}").format(
                    name=config.name, error=_reason(error)
                )
            ) from error

    def password_source(self, config: ClientConfig) -> Callable[[], str | None]:
        """What an adapter asks when it first needs the password: the file, this run, then the keyring."""
        return lambda: config.password if config.password is not None else self.read(config)

    def _entry(self, config: ClientConfig) -> str:
        return f"{self._profile_id}/{config.id}@{config.url}"

    def _ask(self, question: Callable[[KeyringBackend], T]) -> T:
        return self._thread.call(lambda: question(_backend()), self._budget)


def _backend() -> KeyringBackend:
    # Here and not above: loading it and looking for backends is slow, and most starts of the window need none.
    import keyring  # noqa: PLC0415

    backend = keyring.get_keyring()
    if backend.priority < _WORTH_USING:  # fails, forgets everything, or keeps it where anybody can read it
        raise _NoKeyringError
    return backend


def _did_not_give(config: ClientConfig, error: Exception) -> NoReturn:
    raise AuthenticationError(
        translate(
            "Keyring", "The system keyring did not give the password of {name}: {error} Unlock it and try again."
        ).format(name=config.name, error=_reason(error)),
        cause=Cause.KEYRING,
    ) from error


def _reason(error: Exception) -> str:
    """The backend's words as a sentence."""
    words = str(error).strip() or type(error).__name__
    return words if words.endswith((".", "!", "?")) else f"{words}."
