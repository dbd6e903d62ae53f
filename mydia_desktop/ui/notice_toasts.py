"""What workflows have to tell, as messages in the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mydia_desktop.domain.command import Outcome, Verb
from mydia_desktop.domain.transfer import Transfer
from mydia_desktop.ui.naming import NameOf
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import downloads, number
from mydia_desktop.ui.toast import Toasts, Tone
from mydia_desktop.workflows.notices import Dropped, Notice, RemovalDropped, RetryEnd, RetryEnded, Trouble

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

_LONGEST_NAME = 60


class NoticeToasts(QObject):
    """Turns notices into toasts, and their buttons into signals."""

    again_requested = Signal(object)  # Trouble
    download_requested = Signal(object)  # RetryEnded

    def __init__(self, toasts: Toasts, name_of: NameOf) -> None:
        super().__init__(toasts)
        self._toasts, self._name_of = toasts, name_of

    def tell(self, notice: Notice) -> None:
        """Show one."""
        said = sentence(notice, self._name_of)
        match notice:
            case Trouble(outcome=Outcome.UNKNOWN) | Trouble(rows=()):
                self._toasts.tell(said, tone=Tone.TROUBLE)
            case Trouble():
                self._toasts.tell(
                    said,
                    tone=Tone.TROUBLE,
                    act=self.tr("Retry"),
                    then=lambda: self.again_requested.emit(notice),
                )
            case RetryEnded(why=RetryEnd.NO_DATA):
                self._toasts.tell(
                    said,
                    tone=Tone.TROUBLE,
                    icon_name="file-question",
                    act=self.tr("Download again…"),
                    then=lambda: self.download_requested.emit(notice),
                )
            case RetryEnded():
                self._toasts.tell(said, tone=Tone.TROUBLE)
            case RemovalDropped():
                self._toasts.tell(said)


def sentence(notice: Notice, name_of: NameOf) -> str:
    """The notice in one or two sentences."""
    client = plain(notice.client)
    match notice:
        case Trouble():
            return _trouble(notice, name_of)
        case RemovalDropped(why=Dropped.GONE):
            text = translate("Notice", "{what} was removed in {client} by somebody else.")
        case RemovalDropped(why=Dropped.ADDED_ANEW):
            text = translate("Notice", "{what} was added anew in {client} and stays.")
        case RemovalDropped():
            text = translate("Notice", "{client} does not answer any more. {what} was not removed.")
        case RetryEnded(why=RetryEnd.NO_DATA):
            text = translate("Notice", "No data found on {client} for {what}. It was not started.")
        case _:
            text = translate("Notice", "{client} fell silent while it re-checked {what}. Retry once it answers.")
    return text.format(what=names(notice.rows, name_of), client=client)


def names(rows: Sequence[Transfer], name_of: NameOf) -> str:
    """Some of them by name: ``Nosferatu``, ``Nosferatu and Detour``, ``Nosferatu, Detour and 3 more``."""
    shown = [_shortened(name_of(row)) for row in rows[:2]]
    if len(rows) <= 1:
        return shown[0] if shown else downloads(1)
    if len(rows) == 2:
        return translate("Notice", "{first} and {second}").format(first=shown[0], second=shown[1])
    more = number(len(rows) - 2)
    return translate("Notice", "{first}, {second} and {count} more").format(first=shown[0], second=shown[1], count=more)


def _trouble(trouble: Trouble, name_of: NameOf) -> str:
    what = names(trouble.rows, name_of)
    if 0 < len(trouble.rows) < trouble.asked:
        what = translate("Notice", "{count} of {all} ({names})").format(
            count=number(len(trouble.rows)), all=number(trouble.asked), names=what
        )
    client = plain(trouble.client)
    message = plain(trouble.message)
    text = translate("Notice", "{client} refused to {act} {what}: {message}")
    if trouble.outcome is Outcome.NOT_SENT:
        text = translate("Notice", "Could not {act} {what}. {message}")
    elif trouble.outcome is Outcome.UNKNOWN:
        text = translate("Notice", "Asked {client} to {act} {what}. {message}")
    else:
        # Some clients' own words begin like our sentence.
        message = message.removeprefix(f"{client} refused: ")
    return text.format(client=client, act=_infinitives()[trouble.verb], what=what, message=message)


def _shortened(name: str) -> str:
    half = _LONGEST_NAME // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


@cache
def _infinitives() -> Mapping[Verb, str]:
    """As they stand after *to* and *could not*, in front of what is acted on."""
    queue = translate("Notice", "move in its queue")
    return {
        Verb.PAUSE: translate("Notice", "pause"),
        Verb.RESUME: translate("Notice", "resume"),
        Verb.FORCE_START: translate("Notice", "start"),
        Verb.RECHECK: translate("Notice", "re-check"),
        Verb.REANNOUNCE: translate("Notice", "re-announce"),
        Verb.REMOVE: translate("Notice", "remove"),
        Verb.DELETE: translate("Notice", "delete"),
        Verb.QUEUE_TOP: queue,
        Verb.QUEUE_UP: queue,
        Verb.QUEUE_DOWN: queue,
        Verb.QUEUE_BOTTOM: queue,
        Verb.SET_CATEGORY: translate("Notice", "set the category of"),
        Verb.SET_LABELS: translate("Notice", "set the labels of"),
    }
