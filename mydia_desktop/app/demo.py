"""``mydia-desktop --demo``: real transfers between two built-in clients, in a profile that goes with the window.

Nothing here pretends: the releases are generated on the spot, but they are shared, fetched, noticed, imported and
fail by the same code as anybody's, and nothing comes from or goes to any network but this computer's own loopback.
"""

from __future__ import annotations

import asyncio
import json
import logging
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from mydia_desktop.app.core import Core
from mydia_desktop.app.demo_stage import (
    CAST,
    EPISODE,
    FAILING,
    FETCHER,
    KEPT,
    LAST,
    LOST,
    MOVIE,
    NOBODY_HAS,
    PAUSED,
    SHARER,
    UNHEARD_OF,
    WAITING,
    Part,
    Stage,
)
from mydia_desktop.app.logs import log_to
from mydia_desktop.app.snapshot import as_json
from mydia_desktop.config.builtin_options import why_not_here
from mydia_desktop.config.settings import SettingsNotSavedError
from mydia_desktop.domain.command import Addition, Command, Outcome, Verb
from mydia_desktop.domain.happening import Happening, HappeningKind
from mydia_desktop.domain.magnet import read_magnet
from mydia_desktop.domain.release import Release
from mydia_desktop.domain.transfer import ClientId, Status, TransferKey
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows.additions import Wanted
from mydia_desktop.workflows.importing.placing import Placed

if TYPE_CHECKING:
    from mydia_desktop.ui.main_window import MainWindow

logger = logging.getLogger(__name__)

WELL, NOT_HERE, NOTHING_IMPORTED = 0, 1, 3
PATIENCE_S = 180.0
"""For a report: a computer on which nothing is imported by then has shown that it does not work."""
_SETTLED_S = 6.5
"""After an import, until the window has shown it, and said what happened together."""
_SCREENSHOT, _SNAPSHOT = "mydia-desktop.png", "snapshot.json"


def run_demo(report: Path | None) -> int:
    """Show the demonstration until the window is closed; the exit code.

    With a ``report``, a folder, it ends by itself: after the first import, or when there is none, it leaves a picture
    of the window and the snapshot's JSON there.
    """
    if reason := why_not_here():
        print(f"mydia-desktop: there is nothing to demonstrate with. {reason}", file=sys.stderr)  # noqa: T201
        return NOT_HERE
    from mydia_desktop.app.window import run_window  # noqa: PLC0415 - Qt is loaded once it is needed

    with _throw_away() as root:
        stage = Stage(root)
        try:
            stage.set()
        except (OSError, SettingsNotSavedError) as error:
            print(f"mydia-desktop: there is no room for the demonstration: {error}", file=sys.stderr)  # noqa: T201
            return NOT_HERE
        log_to(stage.profile)
        _say(f"The demonstration is in {root}. Close the window, and all of it is gone.")
        play = _Play(stage, report)
        code = run_window(stage.profile, [], beside=play.begin)
    return code or play.code


@contextmanager
def _throw_away() -> Iterator[Path]:
    """A folder that is gone afterwards, however this ends."""
    before = signal.signal(signal.SIGTERM, _end)
    root = Path(tempfile.mkdtemp(prefix="mydia-desktop-demo-"))
    try:
        yield root
    finally:
        # A second Ctrl+C must not leave half of it.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        _close_logs()
        shutil.rmtree(root, ignore_errors=True)
        _say(f"Some of {root} could not be removed." if root.exists() else f"Nothing is left of {root}.")
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, before)


def _close_logs() -> None:
    """Nothing is written any more to files that are about to go."""
    logs = logging.getLogger()
    for handler in [handler for handler in logs.handlers if isinstance(handler, logging.FileHandler)]:
        logs.removeHandler(handler)
        handler.close()


def _end(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - the command line's own output


class _Play:
    """What happens, in order; everything after it happens by itself."""

    def __init__(self, stage: Stage, report: Path | None) -> None:
        self.code = WELL
        self._stage, self._report = stage, report
        self._imported = asyncio.Event()

    async def begin(self, core: Core, window: MainWindow, end: Callable[[], None]) -> None:
        """Play it in this window; ``end`` closes that."""
        self._core, self._window = core, window
        window.quitting.asks = False
        core.records.happenings.listen(self._hear)
        core.records.imports.watch_finished(lambda _record, _plan, imported: self._show_imported(imported.files))
        try:
            await self._play()
        except OSError as error:
            logger.error("The demonstration stops: %s", error)  # noqa: TRY400 - a full disk is told in a sentence
            self.code = NOT_HERE
        if self._report is not None:
            if self.code == WELL:
                await self._wait_for_import()
            await self._leave_report(self._report)
            end()

    async def _play(self) -> None:
        core, window, stage = self._core, self._window, self._stage
        releases = await in_own_thread(stage.make, name="demo")
        await self._until(lambda: all(core.live.clients[client].uuid for client in (SHARER, FETCHER)))
        for part in CAST:
            if part.shared:
                await core.live.add(SHARER, Addition(release=releases[part.name]))
        shared = {self._key(SHARER, releases, part) for part in CAST if part.shared}
        await self._until(lambda: self._have(shared, Status.SEEDING))
        for part in (FAILING, EPISODE, MOVIE, WAITING, LAST, PAUSED):
            await window.workflows.additions.add(
                Wanted(
                    release=stage.magnet(releases[part.name]),
                    client=FETCHER,
                    subject=part.subject,
                    save_path=str(stage.blocked) if part is FAILING else None,
                    paused=part is PAUSED,
                )
            )
        await self._force(releases[NOBODY_HAS.name], read_magnet(UNHEARD_OF))
        kept, lost = (self._key(SHARER, releases, part) for part in (KEPT, LOST))
        await core.live.perform(Command(verb=Verb.PAUSE, keys=(kept,)))
        await in_own_thread(lambda: stage.lose(LOST), name="demo")
        await core.live.perform(Command(verb=Verb.RECHECK, keys=(lost,)))

    async def _force(self, *releases: Release) -> None:
        """These wait for peers that never come, and nobody should wait behind them."""
        for release in releases:
            await self._core.live.add(FETCHER, Addition(release=release, paused=True))
        keys = [TransferKey(FETCHER, release.id) for release in releases]
        await self._until(lambda: all(key in self._core.live.transfers for key in keys))
        results = await self._core.live.perform(Command(verb=Verb.FORCE_START, keys=tuple(keys)))
        for result in results:
            if result.outcome is not Outcome.ACCEPTED:
                logger.warning("%s", result.message)

    def _key(self, client: ClientId, releases: dict[str, Release], part: Part) -> TransferKey:
        return TransferKey(client, releases[part.name].id)

    def _have(self, keys: Collection[TransferKey], status: Status) -> bool:
        rows = self._core.live.transfers
        return all(key in rows and rows[key].status is status for key in keys)

    async def _until(self, condition: Callable[[], bool]) -> None:
        async for _ in self._core.live.feed():
            if condition():
                return

    # -- what it comes to --------------------------------------------------------------------------------------

    def _hear(self, happening: Happening) -> None:
        words = {
            HappeningKind.COMPLETED: "Complete",
            HappeningKind.FAILED: "Failed",
            HappeningKind.IMPORTED: "Imported",
            HappeningKind.IMPORT_FAILED: "Not imported",
        }
        if happening.kind in words:
            reason = f" ({happening.message})" if happening.message else ""
            _say(f"{words[happening.kind]}: {happening.title}{reason}")
        if happening.kind is HappeningKind.IMPORTED:
            self._imported.set()

    def _show_imported(self, files: Collection[Placed]) -> None:
        for file in files:
            how = "linked, so it takes no room twice" if file.linked else "copied"
            _say(f"  {file.path.relative_to(self._stage.library)} ({how})")

    async def _wait_for_import(self) -> None:
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._imported.wait()
        except TimeoutError:
            _say(f"Nothing was imported within {PATIENCE_S:g} s.")
            self.code = NOTHING_IMPORTED
        await asyncio.sleep(_SETTLED_S)

    async def _leave_report(self, folder: Path) -> None:
        """A picture and the snapshot, as they are now."""
        picture, facts = folder / _SCREENSHOT, folder / _SNAPSHOT
        shot = self._window.grab()
        text = json.dumps(as_json(self._core.live.snapshot()), ensure_ascii=False, indent=2)

        def write() -> None:
            folder.mkdir(parents=True, exist_ok=True)
            facts.write_text(f"{text}\n", encoding="utf-8")

        try:
            await in_own_thread(write, name="demo")
        except OSError as error:
            _say(f"The report could not be left in {folder}: {error}")
            self.code = NOT_HERE
            return
        if not shot.save(str(picture)):
            _say(f"{picture} could not be written.")
            self.code = NOT_HERE
        _say(f"Screenshot: {picture}\nSnapshot:   {facts}")
