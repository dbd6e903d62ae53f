"""What the pages of the dialog look at outside the settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QAction

from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.key_bindings import KeyBindings


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The window behind the dialog, as far as pages need it; without one they show less."""

    paths: Callable[[ClientId], Sequence[str]] = field(default=lambda _client: ())
    """Where a client says that its downloads lie, as it names them."""
    density: QAction | None = None
    """Checked while the rows are compact."""
    keys: KeyBindings | None = None
    has_tray: Callable[[], bool] = field(default=lambda: True)
    """Whether this desktop shows a tray now."""
