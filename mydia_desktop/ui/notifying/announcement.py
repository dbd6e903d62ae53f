"""What is announced, in words. Plain text: names come from torrents, and are nobody's markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from mydia_desktop.domain.happening import Happening, HappeningKind
from mydia_desktop.domain.transfer import ClientId, TransferKey
from mydia_desktop.ui.formatting import Units, format_duration, format_size
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import number

translate = QCoreApplication.translate

NAMED_AT_MOST = 4
"""Downloads of which the names are listed; of more, how many."""


class Reply(StrEnum):
    """What a person can answer. The values are those that go over the bus."""

    SHOW = "default"
    """Also what a click on the announcement itself means."""
    OPEN_FOLDER = "open-folder"
    RETRY = "retry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """One message for one happening, or for several of a kind."""

    title: str
    body: str = ""
    kind: HappeningKind | None = None
    """What happened; None for a word of the program itself."""
    keys: tuple[TransferKey, ...] = ()
    """The rows it is about."""
    replies: tuple[tuple[Reply, str], ...] = ()
    """What can be answered, with the words on the buttons."""

    @property
    def is_trouble(self) -> bool:
        """Whether it is told although the window is looked at."""
        return self.kind in {HappeningKind.FAILED, HappeningKind.IMPORT_FAILED}


def announcements(
    happenings: Sequence[Happening], client_name: Callable[[ClientId], str], units: Units
) -> list[Announcement]:
    """One for each kind of what happened in the same moment; what happened while the program was closed apart."""
    groups: dict[tuple[HappeningKind, bool, ClientId | None], list[Happening]] = {}
    for happening in happenings:
        of_client = happening.client if happening.key is None else None
        groups.setdefault((happening.kind, happening.while_away, of_client), []).append(happening)
    return [
        _one(group[0], client_name, units) if len(group) == 1 and not away else _several(group, away=away)
        for (_, away, _), group in groups.items()
    ]


def _one(happening: Happening, client_name: Callable[[ClientId], str], units: Units) -> Announcement:
    client = plain(client_name(happening.client))
    name = plain(happening.title) if happening.key is not None else client
    body = plain(happening.message)
    if happening.kind is HappeningKind.COMPLETED:
        body = _how(happening, client, units)
    return Announcement(
        title=_title(happening.kind).format(name=name),
        body=body,
        kind=happening.kind,
        keys=() if happening.key is None else (happening.key,),
        replies=_replies(happening.kind),
    )


def _title(kind: HappeningKind) -> str:
    return {
        HappeningKind.COMPLETED: translate("Notification", "{name} is complete"),
        HappeningKind.FAILED: translate("Notification", "{name} failed"),
        HappeningKind.IMPORTED: translate("Notification", "{name} is in the library"),
        HappeningKind.IMPORT_FAILED: translate("Notification", "{name} could not be imported"),
        HappeningKind.UNREACHABLE: translate("Notification", "{name} does not answer"),
        HappeningKind.BACK: translate("Notification", "{name} is back"),
    }[kind]


def _several(happenings: Sequence[Happening], *, away: bool) -> Announcement:
    kind, count = happenings[0].kind, len(happenings)
    title = _joined_title(kind, away=away, one=count == 1)
    names = [plain(happening.title) for happening in happenings[:NAMED_AT_MOST]]
    if count > NAMED_AT_MOST:
        more = translate("Notification", "{count} more").format(count=number(count - len(names)))
        names.append(more)
    return Announcement(
        title=title.format(count=number(count)),
        body=", ".join(names),
        kind=kind,
        keys=tuple(happening.key for happening in happenings if happening.key is not None),
        replies=(
            (Reply.SHOW, translate("Notification", "Show") if count == 1 else translate("Notification", "Show all")),
        ),
    )


def _joined_title(kind: HappeningKind, *, away: bool, one: bool) -> str:
    if away and kind is HappeningKind.COMPLETED:
        if one:
            return translate("Notification", "A download finished while Mydia Desktop was closed")
        return translate("Notification", "{count} downloads finished while Mydia Desktop was closed")
    if away:
        if one:
            return translate("Notification", "A download failed while Mydia Desktop was closed")
        return translate("Notification", "{count} downloads failed while Mydia Desktop was closed")
    return {
        HappeningKind.COMPLETED: translate("Notification", "{count} downloads are complete"),
        HappeningKind.FAILED: translate("Notification", "{count} downloads failed"),
        HappeningKind.IMPORTED: translate("Notification", "{count} downloads are in the library"),
        HappeningKind.IMPORT_FAILED: translate("Notification", "{count} downloads could not be imported"),
        # A client that comes and goes within seconds: the last word counts.
        HappeningKind.UNREACHABLE: translate("Notification", "A client does not answer"),
        HappeningKind.BACK: translate("Notification", "A client is back"),
    }[kind]


def _how(happening: Happening, client: str, units: Units) -> str:
    """``48.7 GiB in 41 min from Seedbox``, as much of it as is known."""
    if happening.size is None:
        return translate("Notification", "from {client}").format(client=client)
    size = format_size(happening.size, units)
    if not happening.duration:
        return translate("Notification", "{size} from {client}").format(size=size, client=client)
    took = format_duration(happening.duration)
    return translate("Notification", "{size} in {time} from {client}").format(size=size, time=took, client=client)


def _replies(kind: HappeningKind) -> tuple[tuple[Reply, str], ...]:
    show = (Reply.SHOW, translate("Notification", "Show"))
    if kind in {HappeningKind.COMPLETED, HappeningKind.IMPORTED}:
        return (Reply.OPEN_FOLDER, translate("Notification", "Open folder")), show
    if kind is HappeningKind.FAILED:
        return (Reply.RETRY, translate("Notification", "Retry")), show
    return (show,)
