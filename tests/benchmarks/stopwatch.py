"""Runs the program with a heartbeat beside it, and says as JSON how it did.

    python -m tests.benchmarks.stopwatch PROFILE ROWS SECONDS STARTED

STARTED is the wall clock's moment at which the process was begun. The heartbeat is a timer of the program's own event
loop: a gap between two beats is a time in which the window would not have answered.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from mydia_desktop.app import window as program
from mydia_desktop.config.profile import Profile
from mydia_desktop.ui.main_window import MainWindow

BEAT_MS = 4
REST_S = 10.0
"""Without the heartbeat, which would cost more than what it watches."""


class Stopwatch:
    """Watches from the first beat of the event loop until the rows are there and the time is over."""

    def __init__(self, rows: int, seconds: float, started: float) -> None:
        self._rows, self._seconds, self._started = rows, seconds, started
        self.figures: dict[str, float] = {}
        self._last = time.perf_counter()
        self._loading: list[float] = []
        self._resting: list[float] = []
        self._full_at = 0.0
        self._window: MainWindow | None = None
        self._timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        gap, self._last = (now - self._last) * 1000 - BEAT_MS, now
        self._window = self._window or next(
            (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()), None
        )
        window = self._window
        if window is None:
            return
        if "window_s" not in self.figures:
            # The gap before this beat was spent on building the window: nobody was there to wait.
            self.figures["window_s"] = time.time() - self._started
            return
        if not self._full_at:
            self._loading.append(gap)
            if window._model.total >= self._rows:
                self._full_at = now
                self.figures["full_list_s"] = time.time() - self._started
            return
        self._resting.append(gap)
        if now - self._full_at > self._seconds:
            self._timer.stop()
            cpu = time.process_time()
            QTimer.singleShot(int(REST_S * 1000), lambda: self._finish(window, time.process_time() - cpu))

    def _finish(self, window: MainWindow, cpu: float) -> None:
        self.figures |= {
            "cpu_percent": 100 * cpu / REST_S,
            "rss_mb": _rss_mb(),
            "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "loading_max_ms": max(self._loading),
            "stall_p99_ms": statistics.quantiles(self._resting, n=100)[98],
            "stall_max_ms": max(self._resting),
        }
        window.quit_requested.emit()


def _rss_mb() -> float:
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Run, then print the figures."""
    profile, rows, seconds, started = sys.argv[1:]
    watches: list[Stopwatch] = []
    build = program._application

    def with_stopwatch() -> QApplication:
        app = build()
        watches.append(Stopwatch(int(rows), float(seconds), float(started)))
        return app

    program._application = with_stopwatch
    program.run_window(Profile.at(Path(profile)), [])
    print(json.dumps(watches[0].figures))


if __name__ == "__main__":
    main()
