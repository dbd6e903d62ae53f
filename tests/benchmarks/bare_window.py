"""The floor under every start: Qt, qasync and an empty table. Prints seconds since the moment it is given."""

from __future__ import annotations

import asyncio
import sys
import time

from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
from qasync import QEventLoop


async def _show() -> None:
    window = QMainWindow()
    window.setCentralWidget(QTableView())
    window.resize(1280, 800)
    window.show()
    await asyncio.sleep(0.01)  # a turn of the loop, in which it is painted
    print(time.time() - float(sys.argv[1]))


app = QApplication([])
with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
    runner.run(_show())
