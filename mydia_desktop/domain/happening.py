"""What is worth telling a person who does not look at the window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mydia_desktop.domain.record import RecordId
from mydia_desktop.domain.transfer import ClientId, TransferKey


class HappeningKind(StrEnum):
    """What happened."""

    COMPLETED = "completed"
    FAILED = "failed"
    IMPORTED = "imported"
    IMPORT_FAILED = "import_failed"
    """It is given up until a person does something about it."""
    UNREACHABLE = "unreachable"
    """A client did not answer for two minutes."""
    BACK = "back"
    """One that was told to be unreachable answers again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened, once. Texts come from torrents and clients: they are not markup."""

    kind: HappeningKind
    client: ClientId
    key: TransferKey | None = None
    """The row it is about, if there is one."""
    record_id: RecordId | None = None
    title: str = ""
    """What the download is called on the screen: ``Nosferatu (1922)``, or its release name. Empty for a client."""
    size: int | None = None
    """Bytes."""
    duration: int | None = None
    """Seconds from when it was added until it was complete."""
    message: str = ""
    """Why, in the words of whoever said it."""
    while_away: bool = False
    """It happened while the program was closed, and was found out at this start."""
