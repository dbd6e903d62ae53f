"""One thing to add, from what a person gave to what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from mydia_desktop.domain.media import SubjectDraft
from mydia_desktop.domain.release import Release
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.workflows.duplicates import Duplicate
from mydia_desktop.workflows.release_reader import FileSource
from mydia_desktop.workflows.release_text import TextSource
from mydia_desktop.workflows.suggestion import Suggestion

Origin: TypeAlias = TextSource | FileSource | Path
"""A line of text, a file that came with its bytes, or one that is still to be read."""


class Stage(StrEnum):
    """How far it is."""

    READING = "reading"
    READY = "ready"
    UNREADABLE = "unreadable"
    """Nothing can be made of it; ``message`` says why, and what to do."""
    ADDING = "adding"
    ADDED = "added"
    FAILED = "failed"
    """Nothing was added; ``message`` says why. It can be tried again."""
    UNKNOWN = "unknown"
    """No answer came: the client may still do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line of the dialog. The number names it for as long as the dialog lives."""

    number: int
    origin: Origin
    stage: Stage = Stage.READING
    release: Release | None = None
    """There from READY on."""
    suggestion: Suggestion | None = None
    subject: SubjectDraft | None = None
    """What it is for, as suggested or chosen."""
    duplicates: tuple[Duplicate, ...] = ()
    message: str = ""
    client: ClientId | None = None
    """Where it was sent last."""
    already_there: bool = False
    """Its client had it before: nothing was added."""

    @property
    def name(self) -> str:
        """The best name so far; from outside, so not to be trusted."""
        if self.release is not None:
            return self.release.name
        return self.origin.text if isinstance(self.origin, TextSource) else self.origin.name

    @property
    def waits(self) -> bool:
        """It could be added now."""
        return self.stage in (Stage.READY, Stage.FAILED)

    @property
    def is_over(self) -> bool:
        """It was sent, and is not to be sent again."""
        return self.stage in (Stage.ADDED, Stage.UNKNOWN)
