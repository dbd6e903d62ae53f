"""Starting with the desktop session: an entry in the user's autostart folder, as freedesktop.org describes it."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mydia_desktop.config.atomic_file import replace_file

_NAME = "mydia-desktop.desktop"
_OFF = re.compile(r"^\s*(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$", re.MULTILINE)
_RESERVED = re.compile(r'[\s"\'\\><~|&;$*?#()`%]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Autostart:
    """One entry. Its calls touch the disk."""

    file: Path
    command: tuple[str, ...]
    """The program and its arguments."""

    def is_on(self) -> bool:
        """Whether the session starts the program. An entry that a desktop has switched off is off."""
        try:
            return not _OFF.search(self.file.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            return False

    def set_on(self, *, on: bool) -> None:
        """Write the entry, or take it away.

        Raises:
            OSError: the folder can't be written.
        """
        if not on:
            self.file.unlink(missing_ok=True)
            return
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Mydia Desktop",
            f"Exec={' '.join(_quoted(part) for part in self.command)}",
            "Icon=mydia-desktop",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
        replace_file(self.file, "\n".join(lines).encode(), mode=0o644)


def autostart(
    arguments: Sequence[str], *, environment: Mapping[str, str] = os.environ, program: str | None = None
) -> Autostart | None:
    """The entry for this program with these arguments; None where there is no such folder, or no program to name."""
    found = program or shutil.which("mydia-desktop") or ""
    if not sys.platform.startswith("linux") or not Path(found).is_absolute():
        return None
    config = environment.get("XDG_CONFIG_HOME", "")
    folder = Path(config) if Path(config).is_absolute() else Path.home() / ".config"
    return Autostart(file=folder / "autostart" / _NAME, command=(found, *arguments))


def _quoted(argument: str) -> str:
    """An argument as the Exec key wants it."""
    argument = argument.replace("%", "%%")
    if not _RESERVED.search(argument) and argument:
        return argument
    # Twice: once for the quotation, once for the file itself.
    escaped = re.sub(r'(["`$\\])', r"\\\1", argument)
    return '"' + escaped.replace("\\", "\\\\") + '"'
