"""Where the program writes what happened: a file that does not grow for ever, and standard error for trouble."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler

from mydia_desktop.config.profile import Profile

LARGEST = 1_000_000
KEPT = 3
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def set_level(level: str) -> None:
    """Log this much from now on: ``warning``, ``info`` or ``debug``.

    The libraries say no more than they did at "info": what they tell of a connection may hold more than a log should.
    """
    chosen = logging.getLevelNamesMapping()[level.upper()]
    logging.getLogger("mydia_desktop").setLevel(chosen)
    logging.getLogger().setLevel(max(chosen, logging.INFO))


def log_to(profile: Profile) -> None:
    """Log to the profile's folder; without a writable one, to standard error alone."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    errors = logging.StreamHandler(sys.stderr)
    errors.setLevel(logging.WARNING)
    errors.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    root.addHandler(errors)
    try:
        profile.log_dir.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            profile.log_dir / "mydia-desktop.log", maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError as error:
        root.warning("No log is kept: %s", error)
        return
    file.setFormatter(logging.Formatter(FORMAT))
    root.addHandler(file)
