"""Which columns are shown, in which order and how wide: what the user set, and what the width allows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mydia_desktop.ui.columns import COLUMNS, PLACE, ColumnId
from mydia_desktop.ui.filtering import View

_VERSION = 1


@dataclass(slots=True)
class ViewColumns:
    """The columns of one view, as far as the user set them."""

    order: list[ColumnId] = field(default_factory=lambda: list(ColumnId))
    shown: dict[ColumnId, bool] = field(default_factory=dict)
    """Switched on or off by hand."""
    widths: dict[ColumnId, int] = field(default_factory=dict)
    """Dragged by hand."""

    def wanted(self, view: View) -> list[ColumnId]:
        """What there would be if the window were wide enough, in order."""
        return [column for column in self.order if self.shown.get(column, view in COLUMNS[PLACE[column]].views)]

    def is_set(self, column: ColumnId) -> bool:
        """Whether the user touched it: then it stays, however narrow the window."""
        return self.shown.get(column, False) or column in self.widths


class ColumnLayout:
    """The columns of every view."""

    def __init__(self) -> None:
        self.view = View.ALL
        self._views = {view: ViewColumns() for view in View}

    @property
    def current(self) -> ViewColumns:
        """What the user set in the view that is open."""
        return self._views[self.view]

    def fit(self, available: int, natural: Callable[[ColumnId], int]) -> Mapping[ColumnId, int]:
        """The widths of the columns that are shown; the name takes what the others leave."""
        own = self.current
        columns = own.wanted(self.view)
        widths = {column: own.widths.get(column, natural(column)) for column in columns}
        dropping = sorted(
            (column for column in columns if COLUMNS[PLACE[column]].drops is not None and not own.is_set(column)),
            key=lambda column: COLUMNS[PLACE[column]].drops or 0,
        )
        while sum(widths.values()) > available and dropping:
            del widths[dropping.pop(0)]
        others = sum(widths.values()) - widths[ColumnId.NAME]
        widths[ColumnId.NAME] = max(natural(ColumnId.NAME), available - others)
        return widths

    def reset(self) -> None:
        """Forget what the user set in the view that is open."""
        self._views[self.view] = ViewColumns()

    def save(self) -> bytes:
        """Everything that was set, for ``restore``."""
        views = {
            view: {"order": own.order, "shown": own.shown, "widths": own.widths} for view, own in self._views.items()
        }
        return json.dumps({"version": _VERSION, "views": views}).encode()

    def restore(self, saved: bytes) -> bool:
        """Take up what was saved; what cannot be read is as if nothing had been saved. Returns whether it could."""
        try:
            document = json.loads(saved)
            if document["version"] != _VERSION:
                return False
            views = {View(name): _read(entry) for name, entry in document["views"].items()}
        except (ValueError, TypeError, KeyError, AttributeError):
            return False
        self._views |= views
        return True


def _read(entry: Mapping[str, Mapping[str, int]]) -> ViewColumns:
    order = [ColumnId(name) for name in entry["order"]]
    if ColumnId.NAME not in order:
        raise ValueError(order)
    # Columns that are newer than what was saved come last.
    order += [column for column in ColumnId if column not in order]
    shown = {ColumnId(name): bool(value) for name, value in entry["shown"].items()}
    widths = {ColumnId(name): max(20, min(4000, int(value))) for name, value in entry["widths"].items()}
    return ViewColumns(order=list(dict.fromkeys(order)), shown=shown | {ColumnId.NAME: True}, widths=widths)
