"""The rows of all clients that are shown now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.live.watch import Watch


class Shown(Mapping[TransferKey, Transfer]):
    """As one mapping, without a second copy."""

    def __init__(self, watches: Mapping[ClientId, Watch]) -> None:
        self._watches = watches

    def __getitem__(self, key: TransferKey) -> Transfer:
        return self._watches[key.client].shown[key]

    def __iter__(self) -> Iterator[TransferKey]:
        for watch in self._watches.values():
            yield from watch.shown

    def __len__(self) -> int:
        return sum(len(watch.shown) for watch in self._watches.values())

    def named(self, names: Iterable[str]) -> list[TransferKey]:
        """Those known by one of these ids."""
        names = list(names)
        found = (key for watch in self._watches.values() for name in names for key in watch.join.rows_named(name))
        return [key for key in dict.fromkeys(found) if key in self]

    def of(self, keys: Iterable[TransferKey]) -> dict[TransferKey, Transfer]:
        """Those of these keys."""
        return {key: self[key] for key in keys if key in self}
