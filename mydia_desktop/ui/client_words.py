"""How we stand with a client, in words for the banner, the health strip and the Issues view."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import ceil

from PySide6.QtCore import QCoreApplication

from mydia_desktop.config.client_section import BUILTIN
from mydia_desktop.config.clients import KINDS
from mydia_desktop.domain.errors import Cause
from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.ui.formatting import format_age, format_duration
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.plurals import Plurals

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


def in_trouble(state: ClientState) -> bool:
    """It was asked and gave no answer, or not one of use; its rows may still be live for a moment."""
    return state.problem is not None and state.phase is not Phase.DISABLED


def name(state: ClientState) -> str:
    """What the user called it."""
    return plain(state.name)


def program(state: ClientState) -> str:
    """Its program, and the version once known: ``qBittorrent 5.1.4``."""
    title = program_title(state.kind)
    return f"{title} {plain(state.facts.version)}" if state.facts is not None else title


def program_title(kind: str) -> str:
    """What a kind of client is called: the names of programs are the same in every language, ours is not."""
    if kind == BUILTIN:
        return translate("Client", "Built-in client")
    return next((info.title for known, info in KINDS.items() if known == kind), kind)


def standing(state: ClientState) -> str:
    """How we stand with it, in a word or two; empty while all is well."""
    if state.phase is Phase.ONLINE and state.live:
        return ""
    return _standings()[state.phase]


def headline(state: ClientState) -> str:
    """Its trouble as the title of a message."""
    sentence = translate("Client", "{client} can’t be reached")  # noqa: RUF001 - an apostrophe as it is printed
    if state.phase is Phase.BANNED:
        sentence = translate("Client", "{client} has blocked this computer")
    elif state.phase is Phase.INCOMPATIBLE:
        sentence = translate("Client", "{client} can’t be understood")  # noqa: RUF001 - likewise
    elif state.phase is Phase.UNAUTHORIZED:
        sentence = translate("Client", "{client} does not let Mydia Desktop in")
        if state.problem is not None and state.problem.cause is Cause.KEYRING:
            sentence = translate("Client", "The password of {client} can’t be read")  # noqa: RUF001 - likewise
    return sentence.format(client=name(state))


def short_cause(state: ClientState) -> str:
    """Why it is in trouble, in two or three words."""
    return _short_causes()[state.problem.cause] if state.problem is not None else ""


def last_seen(state: ClientState, now: float) -> str:
    """``last seen 12 s ago``; empty if it never answered."""
    if state.answered_at is None:
        return ""
    return translate("Client", "last seen {age}").format(age=format_age(now - state.answered_at))


def next_try(state: ClientState, now: float) -> str:
    """``retry in 8 s``; empty when only the user can help."""
    if state.next_try_at is None:
        return ""
    if state.next_try_at <= now:
        return translate("Client", "trying now")
    return translate("Client", "retry in {time}").format(time=format_duration(ceil(state.next_try_at - now)))


class _ClientRows(Plurals):
    """What is said of the rows of a silent client."""

    def hidden(self, n: int) -> str:
        return self.tr("%Ln download(s) on {client} hidden, not seen for {time}.", "", n)

    def stale(self, n: int) -> str:
        return self.tr("Its %Ln download(s) show what was {last_seen}.", "", n)


_ROWS = _ClientRows()


def rows_sentence(state: ClientState, now: float) -> str:
    """What has become of its rows, as in ``Its 14 downloads show what was last seen 12 s ago.``."""
    if state.answered_at is None:
        return ""
    if state.withdrawn:
        return _ROWS.hidden(state.withdrawn).format(client=name(state), time=format_duration(now - state.answered_at))
    if not state.transfers:
        return ""
    return _ROWS.stale(state.transfers).format(last_seen=last_seen(state, now))


def next_try_sentence(state: ClientState, now: float) -> str:
    """``Next try in 8 s.``; empty when only the user can help."""
    if state.next_try_at is None:
        return ""
    if state.next_try_at <= now:
        return translate("Client", "Trying now.")
    return translate("Client", "Next try in {time}.").format(time=format_duration(ceil(state.next_try_at - now)))


@cache
def _standings() -> Mapping[Phase, str]:
    return {
        Phase.CONNECTING: translate("Client", "Connecting…"),
        Phase.ONLINE: translate("Client", "Not answering"),
        Phase.UNREACHABLE: translate("Client", "Unreachable"),
        Phase.UNAUTHORIZED: translate("Client", "Not signed in"),
        Phase.BANNED: translate("Client", "Blocked"),
        Phase.INCOMPATIBLE: translate("Client", "Not understood"),
        Phase.DISABLED: translate("Client", "Switched off"),
    }


@cache
def _short_causes() -> Mapping[Cause, str]:
    return {
        Cause.REFUSED: translate("Client", "Connection refused"),
        Cause.TIMED_OUT: translate("Client", "Timed out"),
        Cause.NAME_NOT_FOUND: translate("Client", "Host not found"),
        Cause.NETWORK: translate("Client", "No network"),
        Cause.CUT_OFF: translate("Client", "Connection cut off"),
        Cause.TLS: translate("Client", "Certificate not trusted"),
        Cause.SERVER_ERROR: translate("Client", "Server error"),
        Cause.BUSY: translate("Client", "Busy"),
        Cause.UNAUTHORIZED: translate("Client", "Sign-in refused"),
        Cause.BANNED: translate("Client", "Too many sign-ins"),
        Cause.HOST_REFUSED: translate("Client", "Host name refused"),
        Cause.KEYRING: translate("Client", "Keyring locked"),
        Cause.WRONG_PROGRAM: translate("Client", "Another program"),
        Cause.REDIRECTED: translate("Client", "Redirected"),
        Cause.TOO_OLD: translate("Client", "Version too old"),
        Cause.GARBLED: translate("Client", "Unreadable answer"),
        Cause.ACTION_REFUSED: translate("Client", "Refused"),
        Cause.CONFIG: translate("Client", "Settings not complete"),
    }
