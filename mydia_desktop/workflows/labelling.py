"""Categories and labels, and the way back to what they were."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping

from mydia_desktop.domain.command import Outcome, Verb
from mydia_desktop.domain.transfer import Transfer, TransferKey
from mydia_desktop.workflows.actions import Actions
from mydia_desktop.workflows.targets import Live

_Values = tuple[str, ...]


class Labelling:
    """Sets categories and labels. The last change can be undone until it is forgotten."""

    def __init__(self, live: Live, actions: Actions) -> None:
        self._live, self._actions = live, actions
        self._former: tuple[Verb, Mapping[TransferKey, _Values]] | None = None

    @property
    def can_undo(self) -> bool:
        """Whether the last change is not undone and not forgotten."""
        return self._former is not None

    async def set_category(self, keys: Iterable[TransferKey], category: str) -> int:
        """Put these into the category, or with an empty one into none; how many the clients took."""
        values = (category,) if category else ()
        return await self._change(Verb.SET_CATEGORY, keys, lambda _row: values)

    async def add_label(self, keys: Iterable[TransferKey], label: str) -> int:
        """Give these one more label; how many the clients took."""
        return await self._change(Verb.SET_LABELS, keys, lambda row: (*row.labels, label))

    async def take_label(self, keys: Iterable[TransferKey], label: str) -> int:
        """Take one label from these; how many the clients took."""
        return await self._change(
            Verb.SET_LABELS, keys, lambda row: tuple(known for known in row.labels if known != label)
        )

    async def undo(self) -> None:
        """Set what was set before the last change."""
        if self._former is not None:
            (verb, former), self._former = self._former, None
            await self._run(verb, former)

    def forget(self) -> None:
        """The last change stays."""
        self._former = None

    async def _change(self, verb: Verb, keys: Iterable[TransferKey], values_for: Callable[[Transfer], _Values]) -> int:
        rows = [row for key in keys if (row := self._live.transfers.get(key)) is not None]
        former = {row.key: _values_of(verb, row) for row in rows}
        wanted = {row.key: values_for(row) for row in rows}
        taken = await self._run(verb, {key: values for key, values in wanted.items() if values != former[key]})
        self._former = (verb, {key: former[key] for key in taken}) if taken else self._former
        return len(taken)

    async def _run(self, verb: Verb, wanted: Mapping[TransferKey, _Values]) -> list[TransferKey]:
        """Set these values; the keys whose clients took them."""
        groups: dict[_Values, list[TransferKey]] = {}
        for key, values in wanted.items():
            groups.setdefault(values, []).append(key)
        async with asyncio.TaskGroup() as tasks:
            runs = [tasks.create_task(self._actions.run(verb, group, values)) for values, group in groups.items()]
        return [result.key for run in runs for result in run.result() if result.outcome is Outcome.ACCEPTED]


def _values_of(verb: Verb, row: Transfer) -> _Values:
    if verb is Verb.SET_LABELS:
        return row.labels
    return (row.category,) if row.category else ()
