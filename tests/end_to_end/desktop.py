"""A private desktop for one program: X server, session bus, accessibility bus, window manager."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[2]
AGENT = Path(__file__).with_name("accessibility_agent.py")
PROGRAM = str(ROOT / ".venv" / "bin" / "mydia-desktop")
DEBIAN_PYTHON = "/usr/bin/python3"
APPLICATION = "mydia-desktop"


def wait_for(condition: Callable[[], T], what: str, seconds: float = 30.0) -> T:
    """Ask until the answer is true, and return it; say what was awaited when it never is."""
    pause = threading.Event()
    deadline = time.monotonic() + seconds
    while True:
        if answer := condition():
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds:g} s: {what} (last seen: {answer!r})")
        pause.wait(0.1)


@dataclass
class Desktop:
    """The environment programs are started in, and the eyes and hands to use them."""

    environment: dict[str, str]
    _stack: ExitStack
    inside: Sequence[str] = ()
    """What each command is put behind: nothing, or what runs it in another root."""
    program: str = PROGRAM
    _agent: subprocess.Popen[str] | None = field(default=None)

    def start(self, *arguments: str, through: Sequence[str] = ()) -> subprocess.Popen[str]:
        """Start the installed program, or another command that becomes it; it is ended with the desktop."""
        program = subprocess.Popen(
            [*self.inside, *through, self.program, *arguments],
            env=self.environment,
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._stack.callback(_end, program)
        return program

    def ask(self, ask: str, **request: Any) -> Any:
        """One request to the accessibility agent."""
        if self._agent is None:
            self._agent = subprocess.Popen(
                [*self.inside, DEBIAN_PYTHON, "-c", AGENT.read_text(encoding="utf-8")],
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            self._stack.callback(_end, self._agent)
        assert self._agent.stdin
        assert self._agent.stdout
        self._agent.stdin.write(json.dumps({"ask": ask, "application": APPLICATION} | request) + "\n")
        self._agent.stdin.flush()
        return json.loads(self._agent.stdout.readline())["answer"]

    def rows(self, table: str = "Downloads") -> dict[str, dict[str, str]] | None:
        """The table as a screen reader reads it: name -> column -> text."""
        seen = self.ask("table", name=table)
        if seen is None:
            return None
        rows = (dict(zip(seen["columns"], row, strict=True)) for row in seen["rows"])
        # A second line, such as why a download stalls, follows the name. A row may leave while it is read.
        return {row["Name"].split(", ")[0]: row for row in rows if row["Name"] is not None}

    def selected(self) -> str | None:
        """The name of the selected row of the downloads, if one is on the screen."""
        seen = self.ask("table", name="Downloads") or {"rows": []}
        cells = (self.ask("cell", name="Downloads", row=row, column=0) for row in range(len(seen["rows"])))
        return next((cell["name"].split(", ")[0] for cell in cells if cell and cell["selected"]), None)

    def keys(self, *names: str) -> None:
        """Type keys by their X names, such as ``ctrl+f`` or ``Down``."""
        self._xdotool("key", "--clearmodifiers", *names)

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "15", text)

    def click(self, role: str, name: str, *, button: int = 1) -> None:
        """Click the middle of something that is on the screen."""
        found = wait_for(lambda: self.ask("find", role=role, name=name), f"{role} “{name}”")
        self.click_at(found["box"], button=button)

    def click_at(self, box: list[int], *, button: int = 1) -> None:
        """Click the middle of a box on the screen."""
        x, y, width, height = box
        self._xdotool("mousemove", str(x + width // 2), str(y + height // 2), "click", str(button))

    def drag(self, start: tuple[int, int], *way: tuple[int, int]) -> None:
        """Take what is at ``start`` along the way, and hold it there until ``drop``."""
        self._xdotool("mousemove", *map(str, start), "mousedown", "1")
        for x, y in way:
            # In small steps, as a hand would: who is dragged over has to notice.
            self._xdotool("mousemove", str(x - 8), str(y - 8), "mousemove", str(x), str(y))

    def drop(self) -> None:
        """Let go of it."""
        self._xdotool("mouseup", "1")

    def screenshot(self, path: Path) -> None:
        """What a person sees, as PNG."""
        subprocess.run([*self.inside, "scrot", "--overwrite", str(path)], env=self.environment, check=True)

    def windows(self) -> list[str]:
        """The titles of the program's windows that are on the screen, as the X server knows them."""
        found = subprocess.run(
            [
                *self.inside, "xdotool", "search", "--onlyvisible", "--class", APPLICATION,
                "getwindowname", "%@",
            ],
            env=self.environment, check=False, capture_output=True, text=True,
        )  # fmt: skip
        return found.stdout.splitlines()

    def minimise(self) -> None:
        """Minimise the window that has the keyboard."""
        self._xdotool("getactivewindow", "windowminimize")

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run([*self.inside, "xdotool", *arguments], env=self.environment, check=True)


@contextmanager
def run_desktop(
    home: Path, *, size: str = "1400x900", scale: int = 1, inside: Sequence[str] = (), program: str = PROGRAM
) -> Iterator[Desktop]:
    """Start everything a program needs to believe in a desktop; end it all, whatever happened."""
    for needed in ("Xvfb", "dbus-daemon", "openbox", "xdotool", "gnome-keyring-daemon", DEBIAN_PYTHON):
        assert inside or shutil.which(needed), f"{needed} is missing: packaging/linux-packages test"
    with ExitStack() as stack:
        environment = {
            name: value
            for name, value in os.environ.items()
            if name in ("PATH", "LANG", "LC_ALL", "TZ") or name.startswith("MYDIA_")
        }
        environment |= {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": str(scale),
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
        }
        (home / "run").mkdir(mode=0o700, parents=True, exist_ok=True)
        environment["DISPLAY"] = _x_server(stack, inside, size)
        environment["DBUS_SESSION_BUS_ADDRESS"] = _session_bus(stack, inside, environment)
        window_manager = subprocess.Popen(
            [*inside, "openbox", "--sm-disable"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        stack.callback(_end, window_manager)
        _keyring(stack, inside, environment)
        desktop = Desktop(environment, stack, inside, program)
        # A program that registers while the accessibility bus is just coming up may be missed for ever.
        desktop.ask("all")
        yield desktop


def _x_server(stack: ExitStack, inside: Sequence[str], size: str) -> str:
    reader, writer = os.pipe()
    server = subprocess.Popen(
        [*inside, "Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    stack.callback(_end, server)
    os.close(writer)
    with os.fdopen(reader) as answer:
        return f":{answer.readline().strip()}"


def _session_bus(stack: ExitStack, inside: Sequence[str], environment: dict[str, str]) -> str:
    bus = subprocess.Popen(
        [*inside, "dbus-daemon", "--session", "--nofork", "--print-address=1"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    stack.callback(_end, bus)
    assert bus.stdout
    return bus.stdout.readline().strip()


def _keyring(stack: ExitStack, inside: Sequence[str], environment: dict[str, str]) -> None:
    """An unlocked keyring, as after signing in."""
    keyring = subprocess.Popen(
        [*inside, "gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    stack.callback(_end, keyring)
    assert keyring.stdin
    keyring.stdin.write("\n")
    keyring.stdin.close()


def _end(program: subprocess.Popen[str]) -> None:
    program.terminate()
    try:
        program.wait(10)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait(10)
        print(f"{program.args} had to be killed", file=sys.stderr)
    for stream in (program.stdin, program.stdout, program.stderr):
        if stream:
            stream.close()
