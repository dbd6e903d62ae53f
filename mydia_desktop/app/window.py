"""The window's composition root: Qt, its event loop, and everything that runs in it until somebody quits."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import sys
import time
from collections.abc import Callable, Coroutine, Sequence
from types import TracebackType
from typing import Any, TypeAlias

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from mydia_desktop import __version__
from mydia_desktop.app.core import Core
from mydia_desktop.config.profile import Profile
from mydia_desktop.ui.instance import Instance, Reply
from mydia_desktop.ui.language import install_language
from mydia_desktop.ui.main_window import MainWindow
from mydia_desktop.ui.offers import of_arguments
from mydia_desktop.ui.resources import RESOURCES
from mydia_desktop.ui.slicing import ROWS, slices
from mydia_desktop.ui.theme import Theme, interface_font
from mydia_desktop.ui.window_state import WindowState
from mydia_desktop.workflows.record_keeper import StoreState
from mydia_desktop.workflows.release_reader import Source

logger = logging.getLogger(__name__)

QUIT_WITHIN_S = 3.0
AT_LEAST_TO_SAVE_S = 1.0
"""For the built-in client, whatever other clients took of that time."""
TURNS_TO_THE_FIRST_QUESTION = 3
"""Of the loop: the aggregator's, its pollers', their clients'. The answers come while the window is being built."""
SECOND = 1.0
_YOUNG, _OLD = 1, 2
"""Generations of garbage."""

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


Beside: TypeAlias = Callable[[Core, MainWindow, Callable[[], None]], Coroutine[Any, Any, None]]
"""Something that goes on beside the window; the last it is given is to quit."""


def run_window(profile: Profile, downloads: Sequence[str], *, beside: Beside | None = None) -> int:
    """Open the profile's window and stay until it is quit; the exit code."""
    gc.disable()  # see _collect_garbage
    qInstallMessageHandler(_log_qt)
    sys.excepthook = _log_exception
    app = _application()
    instance = Instance(profile)
    reply = instance.claim(downloads)
    if reply is not None:
        if reply.message:
            print(f"mydia-desktop: {reply.message}", file=sys.stderr)  # noqa: T201 - the command line's own output
        return 0 if reply.taken else 1
    try:
        with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
            runner.run(_live_in(app, profile, instance, downloads, beside))
    finally:
        instance.close()
    return 0


async def _live_in(
    app: QApplication, profile: Profile, instance: Instance, downloads: Sequence[str], beside: Beside | None
) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_log_from_loop)
    quit_asked = asyncio.Event()
    if sys.platform != "win32":
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, quit_asked.set)
    app.commitDataRequest.connect(quit_asked.set, Qt.ConnectionType.DirectConnection)  # the desktop session ends
    core = Core(profile)
    logger.info("Mydia Desktop %s with the profile in %s", __version__, profile.config_dir)
    async with asyncio.TaskGroup() as group:
        tasks = _Tasks(group)
        tasks.own(core.live.run())
        for _ in range(TURNS_TO_THE_FIRST_QUESTION):
            await asyncio.sleep(0)
        theme = Theme(app, core.settings.preferences.appearance.theme)
        theme.follow(core.settings.preferences.appearance)
        window = MainWindow(
            theme,
            core.live,
            core.records,
            core.client_settings,
            tasks.spawn,
            state=WindowState(profile.window_state_file),
            preferences=core.settings.preferences,
            problems=[problem.sentence for problem in core.settings.problems],
        )
        window.quit_requested.connect(quit_asked.set)
        instance.listen(lambda given: _take(window, given))
        tasks.own(window.background.run())
        if downloads or not core.settings.preferences.general.start_hidden:
            window.show()
        else:
            tasks.spawn(window.background.begin())
        if downloads:
            window.take_arguments(of_arguments(downloads))
        window.greet()
        # Not before: what is remembered is no reason to see later what there is.
        core.records.keeper.watch(lambda: _keep_what_was_read(core))
        tasks.own(core.records.run())
        tasks.own(_follow(core, window))
        tasks.own(_tick(core, window))
        if beside is not None:
            tasks.own(beside(core, window, quit_asked.set))
        await quit_asked.wait()
        instance.stop_listening()
        window.put_away()
        quit_at = loop.time() + QUIT_WITHIN_S
        await core.live.finish(QUIT_WITHIN_S)
        tasks.cancel()
    await core.put_away(max(quit_at - loop.time(), AT_LEAST_TO_SAVE_S))
    await core.records.close()
    window.deleteLater()


def _take(window: MainWindow, given: list[Source]) -> Reply:
    """Whatever a later start hands over is the window's before that start ends."""
    window.take_arguments(given)
    return Reply(taken=True)


class _Tasks:
    """What runs beside the window, and ends with it."""

    def __init__(self, group: asyncio.TaskGroup) -> None:
        self._group = group
        self._running: set[asyncio.Task[None]] = set()

    def own(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Run what the window is nothing without: if it fails, the program ends."""
        task = self._group.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run what somebody clicked: if that fails, it is logged, and the window stays."""
        # A task that is cancelled before it has begun never comes to its work.
        self.own(_guarded(work)).add_done_callback(lambda _: work.close())

    def cancel(self) -> None:
        """End all of it."""
        for task in self._running:
            task.cancel()


async def _guarded(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except Exception:
        logger.exception("An unexpected error; please report it")


async def _follow(core: Core, window: MainWindow) -> None:
    """Hand the window what changed, a large load in slices."""
    async for update in core.live.feed():
        for part in slices(update):
            window.apply(part)
            # A turn of the loop, in which Qt paints and hears the hand.
            await asyncio.sleep(0)
        if len(update.changed) > ROWS:
            # These rows stay: looking through them for garbage again and again is most of the longest stalls.
            gc.freeze()


def _keep_what_was_read(core: Core) -> None:
    """The records stay, too."""
    if core.records.keeper.state is StoreState.READY:
        gc.freeze()


async def _tick(core: Core, window: MainWindow) -> None:
    """Ages on the screen go on by themselves, and garbage is collected."""
    while True:
        await asyncio.sleep(SECOND - time.time() % SECOND)
        window.tick()
        # While records are read the old ones need no look: none of them goes, and a hundred thousand take long.
        _collect_garbage(oldest=_YOUNG if core.records.keeper.state is StoreState.OPENING else _OLD)


def _collect_garbage(*, oldest: int) -> None:
    """Do by the clock, in this thread, what Python would do in whichever thread happens to allocate.

    A client's thread that finds a widget in the garbage would destroy it there, and Qt aborts on that.
    """
    due = [
        generation
        for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > most
    ]
    if due:
        gc.collect(min(due[-1], oldest))


def _application() -> QApplication:
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(["mydia-desktop"])
    app.setApplicationName("mydia-desktop")
    app.setApplicationDisplayName("Mydia Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("mydia-desktop")
    app.setQuitOnLastWindowClosed(False)
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "mydia-desktop.svg")))
    app.setFont(interface_font(app))
    install_language(app)
    return app


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if message.startswith("AtSpiAdaptor::"):
        return  # what a screen reader asks and Qt does not offer; neither of them minds
    logger.log(_QT_LEVELS[kind], "Qt: %s", message)


def _log_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logger.critical("An unexpected error; please report it", exc_info=(kind, error, trace))


def _log_from_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    logger.error("%s", context["message"], exc_info=context.get("exception"))
