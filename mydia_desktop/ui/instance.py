"""One window per profile: a second start hands what it was given to the first, and ends."""

from __future__ import annotations

import getpass
import json
import logging
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLockFile, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from mydia_desktop.config.profile import Profile
from mydia_desktop.ui.handing_over import LARGEST_MESSAGE, gather, pack, unpack
from mydia_desktop.workflows.release_reader import Source

logger = logging.getLogger(__name__)

ANSWER_WITHIN_MS = 5_000
CLOSING_WITHIN_MS = 10_000
TAKEN_WITHIN_MS = 30_000
"""A hundred mebibytes take the first start a moment to look through."""
_LENGTH = struct.Struct(">Q")
"""What goes before a message: how many bytes it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the first instance made of the arguments. ``message`` says why not, for the second's standard error."""

    taken: bool
    message: str = ""


class Instance(QObject):
    """The right to open this profile's window."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        profile.create()
        self._lock = QLockFile(str(profile.lock_file))
        # Never stale by age: only a process that is gone gives up its lock.
        self._lock.setStaleLockTime(0)
        self._awaited: dict[QLocalSocket, int] = {}
        self._name = f"{profile.lock_name}-{getpass.getuser()}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        self._receive: Callable[[list[Source]], Reply] | None = None

    def claim(self, arguments: Sequence[str]) -> Reply | None:
        """Become the first instance (None), or hand the arguments over and return what became of them.

        An instance that is just closing takes nothing; then its lock is waited for. Files are handed over as their
        bytes: this start may see a folder that the first one does not, or end before the first one reads it.
        """
        if self._lock.tryLock(0):
            return None
        reply = self._hand_over(arguments)
        if reply is not None:
            return reply
        if self._lock.tryLock(CLOSING_WITHIN_MS):
            return None
        return Reply(taken=False, message="Another window of this profile is running but does not answer.")

    def listen(self, receive: Callable[[list[Source]], Reply]) -> None:
        """Take what later starts hand over; ``receive`` says what became of it."""
        self._receive = receive
        QLocalServer.removeServer(self._name)  # left behind by a crash: the lock is ours
        if not self._server.listen(self._name):
            logger.warning("A second start can't be noticed: %s", self._server.errorString())

    def stop_listening(self) -> None:
        """Take nothing more: the window is closing, and a new start has to wait for its lock."""
        self._server.close()

    def close(self) -> None:
        """Let the next start in."""
        self.stop_listening()
        self._lock.unlock()

    def _hand_over(self, arguments: Sequence[str]) -> Reply | None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_WITHIN_MS):
            return None
        given = gather(arguments)
        if given.complaints and not given.sources:
            return Reply(taken=False, message=" ".join(given.complaints))
        reply = self._converse(socket, pack(given.sources))
        if reply is None or not given.complaints:
            return reply
        return Reply(taken=False, message=" ".join(filter(None, (reply.message, *given.complaints))))

    def _converse(self, socket: QLocalSocket, message: bytes) -> Reply | None:
        socket.write(_LENGTH.pack(len(message)) + message)
        while socket.bytesToWrite():
            if not socket.waitForBytesWritten(ANSWER_WITHIN_MS):
                return None
        answer = b""
        while not answer.endswith(b"\n"):
            if not socket.waitForReadyRead(TAKEN_WITHIN_MS):
                return None
            answer += bytes(socket.readAll().data())
        said = json.loads(answer)
        return Reply(taken=bool(said["taken"]), message=str(said["message"]))

    def _connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(lambda socket=socket: self._forget(socket))
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            self._read(socket)

    def _forget(self, socket: QLocalSocket) -> None:
        self._awaited.pop(socket, None)
        socket.deleteLater()

    def _read(self, socket: QLocalSocket) -> None:
        """Take the message once all of it is here."""
        if socket not in self._awaited:
            if socket.bytesAvailable() < _LENGTH.size:
                return
            (self._awaited[socket],) = _LENGTH.unpack(socket.read(_LENGTH.size).data())
        length = self._awaited[socket]
        if length > LARGEST_MESSAGE:
            socket.abort()
        elif socket.bytesAvailable() >= length:
            self._answer(socket, bytes(socket.read(length).data()))

    def _answer(self, socket: QLocalSocket, message: bytes) -> None:
        try:
            sources = unpack(message)
        except ValueError:
            socket.abort()
            return
        if self._receive is None:
            socket.abort()
            return
        reply = self._receive(sources)
        socket.write(json.dumps({"taken": reply.taken, "message": reply.message}).encode() + b"\n")
        socket.flush()
