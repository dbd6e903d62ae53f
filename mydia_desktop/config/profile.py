"""Where everything of one person lies: settings, what is remembered, logs, the window's state."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

_PROGRAM = "mydia-desktop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The folders of one profile. Two profiles share nothing: not settings, passwords, memory nor the window."""

    config_dir: Path
    data_dir: Path
    log_dir: Path
    state_dir: Path

    @classmethod
    def at(cls, directory: Path) -> Profile:
        """Everything under one folder, as ``--profile`` says."""
        root = directory.expanduser().resolve()
        return cls(config_dir=root, data_dir=root, log_dir=root / "logs", state_dir=root)

    @classmethod
    def default(cls) -> Profile:
        """Where this platform wants such things."""
        folders = PlatformDirs(_PROGRAM, appauthor=False, roaming=False)
        return cls(
            config_dir=folders.user_config_path,
            data_dir=folders.user_data_path,
            log_dir=folders.user_log_path,
            state_dir=folders.user_state_path,
        )

    @property
    def config_file(self) -> Path:
        """What the person sets."""
        return self.config_dir / "config.toml"

    @property
    def database_file(self) -> Path:
        """What no client remembers, unless the settings name another database."""
        return self.data_dir / "mydia.sqlite3"

    @property
    def torrents_dir(self) -> Path:
        """The bytes of what was added, so that adding it again needs nobody else."""
        return self.data_dir / "torrents"

    @property
    def builtin_dir(self) -> Path:
        """What the clients inside this program keep, a folder each."""
        return self.data_dir / "builtin"

    @property
    def window_state_file(self) -> Path:
        """What the window remembers of itself."""
        return self.state_dir / "window.ini"

    @property
    def lock_file(self) -> Path:
        """Held by the one running program of this profile."""
        return self.state_dir / "lock"

    @property
    def id(self) -> str:
        """Sixteen hex digits that name this profile to the rest of the system: keyring entries, the socket."""
        return hashlib.sha256(str(self.config_file).encode("utf-8", "surrogateescape")).hexdigest()[:16]

    @property
    def lock_name(self) -> str:
        """What a second start of this profile finds the first one by."""
        return f"{_PROGRAM}-{self.id}"

    def create(self) -> None:
        """Make the folders that are not there yet, for nobody else to read.

        Raises:
            OSError: one can't be made.
        """
        for folder in (self.config_dir, self.data_dir, self.log_dir, self.state_dir):
            make_private(folder)


def make_private(folder: Path) -> None:
    """Make a folder, and those above it, for nobody else to read; one that is there stays as it is."""
    for missing in reversed([parent for parent in (folder, *folder.parents) if not parent.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
