"""What the banner has to say: at most one thing at a time, the worst first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui import client_words
from mydia_desktop.ui.icons import NOT_LIVE_ICON
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import number

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


class Tone(Enum):
    """How bad it is."""

    ERROR = auto()
    WARNING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message with what can be done about it."""

    tone: Tone
    icon: str
    title: str
    text: str
    subject: object
    """Stays equal as long as it is the same news, whatever its seconds say."""
    clients: tuple[ClientId, ...] = ()
    """In trouble; to be tried again."""
    to_settle: ClientId | None = None
    """Its settings are the place to look."""
    withdrawn: tuple[ClientId, ...] = ()
    """Their rows are off the screen, and can be shown as last known."""


def notice(states: Mapping[ClientId, ClientState], problems: Sequence[str], now: float) -> Notice | None:
    """The worst there is to say, or nothing."""
    troubled = [state for state in states.values() if client_words.in_trouble(state)]
    if troubled:
        return _of_clients(troubled, now)
    return _of_problems(problems) if problems else None


def _of_clients(troubled: list[ClientState], now: float) -> Notice:
    # The one whose settings may be wrong rather than its line.
    to_settle = next((state for state in troubled if state.phase is not Phase.UNREACHABLE), troubled[0])
    if len(troubled) == 1:
        title, text = client_words.headline(troubled[0]), _one_story(troubled[0], now)
    else:
        unreachable = all(state.phase is Phase.UNREACHABLE for state in troubled)
        title = (
            translate("Banner", "{count} clients can’t be reached")  # noqa: RUF001 - an apostrophe as it is printed
            if unreachable
            else translate("Banner", "{count} clients need attention")
        ).format(count=number(len(troubled)))
        text = " ".join(_short_story(state, now) for state in troubled)
    return Notice(
        tone=Tone.ERROR,
        icon=NOT_LIVE_ICON,
        title=title,
        text=text,
        subject=frozenset((state.id, state.phase, state.withdrawn > 0) for state in troubled),
        clients=tuple(state.id for state in troubled),
        to_settle=to_settle.id,
        withdrawn=tuple(state.id for state in troubled if state.withdrawn),
    )


def _one_story(state: ClientState, now: float) -> str:
    message = plain(state.problem.message) if state.problem is not None else ""
    sentences = (message, client_words.rows_sentence(state, now), client_words.next_try_sentence(state, now))
    return " ".join(filter(None, sentences))


def _short_story(state: ClientState, now: float) -> str:
    since = client_words.rows_sentence(state, now) if state.withdrawn else client_words.last_seen(state, now)
    told = ", ".join(filter(None, (client_words.short_cause(state), since))).removesuffix(".")
    return translate("Banner", "{client}: {story}.").format(client=client_words.name(state), story=told)


def _of_problems(problems: Sequence[str]) -> Notice:
    title = translate("Banner", "A part of the settings could not be read")
    if len(problems) > 1:
        title = translate("Banner", "{count} parts of the settings could not be read").format(
            count=number(len(problems))
        )
    return Notice(
        tone=Tone.WARNING,
        icon="triangle-alert",
        title=title,
        text=" ".join(plain(problem) for problem in problems),
        subject=tuple(problems),
    )
