"""Everything a person can set off for downloads, over one live view."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mydia_desktop.domain.snapshot import Update
from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.workflows.actions import Actions, Live
from mydia_desktop.workflows.labelling import Labelling
from mydia_desktop.workflows.notices import Notice
from mydia_desktop.workflows.records import Records
from mydia_desktop.workflows.removal import Removals, Spawn
from mydia_desktop.workflows.retry import Retries
from mydia_desktop.workflows.targets import Targets


class DownloadWorkflows:
    """Builds the workflows and hands updates on to them."""

    def __init__(self, live: Live, records: Records, announce: Callable[[Notice], None], spawn: Spawn) -> None:
        """``announce`` hears what a person has to know; ``spawn`` gives work to whoever owns the tasks."""
        self.live = live
        self.keeper = records.keeper
        self.identities = records.identities
        self.library = records.library
        self.matching = records.matching
        self.adoption = records.adoption
        self.history = records.history
        self.actions = Actions(live, announce)
        self.removals = Removals(live, self.actions, announce, spawn)
        self.retries = Retries(live, self.actions, announce)
        self.labelling = Labelling(live, self.actions)

    def targets(self, keys: Sequence[TransferKey]) -> Targets:
        """What these rows allow now."""
        held = {row.key for row in self.removals.rows}
        return Targets(keys, self.live, self.actions.unsettled | held)

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever something is on its way, or no longer is."""
        self.actions.watch(changed)
        self.removals.watch(changed)

    def apply(self, update: Update) -> None:
        """Take in what changed."""
        self.actions.apply(update)
        self.removals.apply(update)
        self.retries.apply(update)

    def tick(self) -> None:
        """A second has passed."""
        self.actions.tick()

    def close(self) -> None:
        """The program ends: what can still be undone is not sent."""
        self.removals.close()
