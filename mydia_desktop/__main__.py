"""Reads the arguments and starts the window or the command line's snapshot."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from mydia_desktop import __version__

NO_DISPLAY = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; its exit code."""
    given = _parser().parse_args(arguments)
    if given.demo:
        return _demo(given.report)
    # Not before the arguments are known: --version and --help answer at once.
    from mydia_desktop.app.logs import log_to  # noqa: PLC0415 - see above
    from mydia_desktop.config.profile import Profile  # noqa: PLC0415

    profile = Profile.at(given.profile) if given.profile else Profile.default()
    log_to(profile)
    if given.snapshot:
        from mydia_desktop.app.snapshot import run_snapshot  # noqa: PLC0415

        return run_snapshot(profile)
    if not _has_display():
        return _say_no_display("On a machine without one, mydia-desktop --snapshot prints what all clients say.")
    from mydia_desktop.app.window import run_window  # noqa: PLC0415

    return run_window(profile, given.downloads)


def _demo(report: Path | None) -> int:
    if not _has_display():
        return _say_no_display("On a machine without one, xvfb-run mydia-desktop --demo --report DIR needs none.")
    from mydia_desktop.app.demo import run_demo  # noqa: PLC0415 - as above

    return run_demo(report)


def _say_no_display(instead: str) -> int:
    text = f"mydia-desktop: there is no display to open a window on. {instead}"
    print(text, file=sys.stderr)  # noqa: T201 - the command line's own output
    return NO_DISPLAY


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mydia-desktop", description="One window over every download client you run.", allow_abbrev=False
    )
    parser.add_argument(
        "downloads",
        nargs="*",
        metavar="MAGNET|URL|FILE",
        help="handed to the window that runs already, if one does",
    )
    parser.add_argument("--profile", type=Path, metavar="DIR", help="keep everything under DIR")
    parser.add_argument(
        "--snapshot",
        action="store_true",
        help="print what every client says now as JSON; exit 0 if all answered, 3 if some did not, 2 for bad "
        "arguments or configuration",
    )
    parser.add_argument(
        "--demo", action="store_true", help="show real transfers in a profile that is gone when the window is closed"
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="DIR",
        help="with --demo: end after the first import, and leave a screenshot and the snapshot's JSON in DIR",
    )
    parser.add_argument("--version", action="version", version=f"mydia-desktop {__version__}")
    return parser


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
