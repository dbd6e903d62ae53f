"""Real download clients, each in its own empty folder on its own loopback ports.

Another build of a daemon is tried by naming its command: ``MYDIA_TRANSMISSION`` and ``MYDIA_QBITTORRENT``, such as
``chroot DIR transmission-daemon``; paths must then mean the same inside.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shlex
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

from mydia_desktop.config.clients import ClientConfig, Kind
from mydia_desktop.domain.transfer import ClientId
from tests.torrents import Torrent

USER, PASSWORD = "media", "correct horse"
START_SECONDS = 30


def free_port() -> int:
    """A loopback port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Daemon:
    """One running daemon; it can be stopped, started again on the same state, frozen and killed."""

    kind: Kind
    home: Path
    port: int
    peer_port: int
    command: list[str]
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def downloads(self) -> Path:
        """Where it saves."""
        return self.home / "downloads"

    def config(self, **changes: Any) -> ClientConfig:
        """How to reach it; the password is written down, so no keyring is asked."""
        known: dict[str, Any] = {
            "id": ClientId(self.kind),
            "kind": self.kind,
            "name": {"transmission": "NAS", "qbittorrent": "Seedbox"}[self.kind],
            "url": self.url,
            "username": USER,
            "password": PASSWORD,
        }
        return ClientConfig(**(known | changes))

    def start(self) -> None:
        """Start it and wait until it answers."""
        assert self.process is None
        with (self.home / "output.log").open("ab") as log:
            # Its own group: through a chroot or a wrapper the signals reach the daemon itself.
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        pause = threading.Event()
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError(f"{self.command} did not start:\n{(self.home / 'output.log').read_text()}")
            pause.wait(0.05)

    def stop(self) -> None:
        """End it as its service manager would, and wait."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it without a warning."""
        self._end(signal.SIGKILL)

    def freeze(self) -> None:
        """It keeps its sockets and says nothing more."""
        assert self.process
        self._signal(signal.SIGSTOP)
        # On a busy computer it may answer one more question before the signal reaches it.
        os.waitid(os.P_PID, self.process.pid, os.WSTOPPED)

    def wake(self) -> None:
        """Go on after freeze."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        assert self.process
        os.killpg(self.process.pid, number)

    def _end(self, number: signal.Signals) -> None:
        if self.process is None:
            return
        if self.process.poll() is None:
            self._signal(number)
            self._signal(signal.SIGCONT)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self._signal(signal.SIGKILL)
            self.process.wait(15)
        self.process = None

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return True
        except OSError:
            return False

    # -- a third party's hand: the daemon's own interface, not our adapters ------------------------------------

    def rpc(self, method: str, **arguments: Any) -> Any:
        """Transmission's own RPC; ``torrent_get`` keyword underscores stand for its hyphens."""
        url, auth = f"{self.url}/transmission/rpc", (USER, PASSWORD)
        with requests.Session() as session:
            session.trust_env = False
            token = session.post(url, json={}, auth=auth, timeout=30).headers["X-Transmission-Session-Id"]
            answer = session.post(
                url,
                json={"method": method, "arguments": {k.replace("_", "-"): v for k, v in arguments.items()}},
                auth=auth,
                headers={"X-Transmission-Session-Id": token},
                timeout=60,
            ).json()
        assert answer["result"] == "success", answer
        return answer["arguments"]

    def api(self, path: str, *, files: Any = None, **fields: Any) -> requests.Response:
        """Ask the own API of qBittorrent, signed in anew."""
        with requests.Session() as session:
            session.trust_env = False
            login = session.post(
                f"{self.url}/api/v2/auth/login", data={"username": USER, "password": PASSWORD}, timeout=30
            )
            assert login.ok, login.text
            assert login.text in ("Ok.", ""), login.text
            answer = session.post(f"{self.url}/api/v2/{path}", data=fields, files=files, timeout=60)
        answer.raise_for_status()
        return answer

    def fail_to_sign_in(self, times: int) -> None:
        """Try a wrong password as often, or until it hears no more of it."""
        with requests.Session() as session:
            session.trust_env = False
            for _ in range(times):
                if self.kind == "transmission":
                    answer = session.post(f"{self.url}/transmission/rpc", auth=(USER, "wrong"), timeout=30)
                else:
                    fields = {"username": USER, "password": "wrong"}
                    answer = session.post(f"{self.url}/api/v2/auth/login", data=fields, timeout=30)
                if answer.status_code == 403:
                    return

    def add(self, torrent: bytes, *, paused: bool = False, save_path: Path | None = None) -> None:
        """Put a torrent in behind our back."""
        target = str(save_path or self.downloads)
        if self.kind == "transmission":
            metainfo = base64.b64encode(torrent).decode()
            self.rpc("torrent-add", metainfo=metainfo, paused=paused, download_dir=target)
        else:
            word = "true" if paused else "false"
            self.api(
                "torrents/add",
                files={"torrents": ("a.torrent", torrent)},
                savepath=target,
                autoTMM="false",
                paused=word,
                stopped=word,
            )

    def takes(self, torrent: Torrent) -> bool:
        """Whether this version can read such a torrent at all; it is empty again afterwards."""
        try:
            self.add(torrent.data, paused=True)
        except (AssertionError, requests.HTTPError):
            return False
        self.clear()
        return True

    def add_magnet(self, magnet: str, *, paused: bool = False) -> None:
        """Put a magnet link in behind our back."""
        if self.kind == "transmission":
            self.rpc("torrent-add", filename=magnet, paused=paused)
        else:
            word = "true" if paused else "false"
            self.api("torrents/add", urls=magnet, paused=word, stopped=word)

    def remove(self, *hashes: str, delete_files: bool = False) -> None:
        """Take torrents out behind our back."""
        if self.kind == "transmission":
            self.rpc("torrent-remove", ids=list(hashes), delete_local_data=delete_files)
        else:
            self.api("torrents/delete", hashes="|".join(hashes), deleteFiles=str(delete_files).lower())

    def pause(self, *hashes: str) -> None:
        """Pause torrents behind our back."""
        self._start_or_stop(hashes, old="pause", new="stop", rpc="torrent-stop")

    def resume(self, *hashes: str) -> None:
        """Resume torrents behind our back."""
        self._start_or_stop(hashes, old="resume", new="start", rpc="torrent-start")

    def _start_or_stop(self, hashes: tuple[str, ...], *, old: str, new: str, rpc: str) -> None:
        if self.kind == "transmission":
            self.rpc(rpc, ids=list(hashes))
            return
        try:
            self.api(f"torrents/{new}", hashes="|".join(hashes))
        except requests.HTTPError as error:
            if error.response is None or error.response.status_code != 404:
                raise
            self.api(f"torrents/{old}", hashes="|".join(hashes))

    def rename(self, infohash: str, old: str, new: str) -> None:
        """Rename a torrent behind our back."""
        if self.kind == "transmission":
            self.rpc("torrent-rename-path", ids=[infohash], path=old, name=new)
        else:
            self.api("torrents/rename", hash=infohash, name=new)

    def deselect(self, infohash: str, *files: int) -> None:
        """Say behind our back that these files, by their place in the torrent, are not wanted."""
        if self.kind == "transmission":
            self.rpc("torrent-set", ids=[infohash], **{"files-unwanted": list(files)})
        else:
            self.api("torrents/filePrio", hash=infohash, id="|".join(map(str, files)), priority=0)

    def limit_ratio(self, infohash: str, ratio: float) -> None:
        """Have it stop by itself at this ratio, behind our back."""
        if self.kind == "transmission":
            self.rpc("torrent-set", ids=[infohash], seedRatioMode=1, seedRatioLimit=ratio)
        else:
            limits = {"seedingTimeLimit": -1, "inactiveSeedingTimeLimit": -1}
            self.api("torrents/setShareLimits", hashes=infohash, ratioLimit=ratio, **limits)

    def recheck(self, infohash: str) -> None:
        """Have the files checked behind our back."""
        if self.kind == "transmission":
            self.rpc("torrent-verify", ids=[infohash])
        else:
            self.api("torrents/recheck", hashes=infohash)

    def listed(self) -> dict[str, dict[str, Any]]:
        """What it says itself: native id -> its own fields (Transmission's status words, qBittorrent's info)."""
        if self.kind == "transmission":
            fields = [
                "hashString", "name", "status", "error", "errorString", "percentDone", "leftUntilDone", "sizeWhenDone",
                "metadataPercentComplete", "rateDownload", "labels", "queuePosition", "recheckProgress",
                "peersSendingToUs", "webseedsSendingToUs",
            ]  # fmt: skip
            return {row["hashString"]: row for row in self.rpc("torrent-get", fields=fields)["torrents"]}
        return {row["hash"]: row for row in self.api("torrents/info").json()}

    def set_slow(self, *, slow: bool) -> None:
        """Switch its second speed limits behind our back."""
        if self.kind == "transmission":
            self.rpc("session-set", **{"alt-speed-enabled": slow})
        elif self.is_slow() is not slow:
            self.api("transfer/toggleSpeedLimitsMode")

    def is_slow(self) -> bool:
        """Whether its second speed limits are in force."""
        if self.kind == "transmission":
            return bool(self.rpc("session-get")["alt-speed-enabled"])
        return self.api("transfer/speedLimitsMode").text == "1"

    def trackers(self, infohash: str) -> list[str]:
        """The announce addresses of a torrent."""
        if self.kind == "transmission":
            (row,) = self.rpc("torrent-get", ids=[infohash], fields=["trackers"])["torrents"]
            return [tracker["announce"] for tracker in row["trackers"]]
        listed = self.api("torrents/trackers", hash=infohash).json()
        return [tracker["url"] for tracker in listed if not tracker["url"].startswith("** ")]

    def clear(self) -> None:
        """Empty it, files and all; the row of files it can't delete (Transmission 4.1 keeps it) goes without them."""
        pause = threading.Event()
        for delete_files, patience in ((True, 5), (False, 30)):
            if hashes := list(self.listed()):
                self.remove(*hashes, delete_files=delete_files)
            deadline = time.monotonic() + patience
            while self.listed() and time.monotonic() < deadline:
                pause.wait(0.05)
        assert not self.listed(), "it did not let go of its torrents"


def _command(variable: str, program: str) -> list[str]:
    if named := os.environ.get(variable):
        return shlex.split(named)
    path = shutil.which(program)
    # A missing server is a failure and not a skip: a suite that silently tests nothing is worse than none.
    assert path, f"{program} is not installed: packaging/linux-packages test"
    return [path]


@contextmanager
def run_transmission(home: Path, *, port: int | None = None, **settings: Any) -> Iterator[Daemon]:
    """A transmission-daemon with nothing in it. ``settings`` are its own, with underscores for hyphens."""
    port, peer_port = port or free_port(), free_port()
    (home / "downloads").mkdir(parents=True)
    known: dict[str, Any] = {
        "rpc-enabled": True,
        "rpc-bind-address": "127.0.0.1",
        "rpc-port": port,
        "rpc-username": USER,
        "rpc-password": PASSWORD,
        "rpc-authentication-required": True,
        "rpc-whitelist": "127.0.0.1",
        "bind-address-ipv4": "127.0.0.1",
        "bind-address-ipv6": "::1",
        "peer-port": peer_port,
        "dht-enabled": False,
        "lpd-enabled": False,
        "pex-enabled": False,
        "utp-enabled": False,
        "port-forwarding-enabled": False,
        "download-dir": str(home / "downloads"),
        "download-queue-enabled": False,
        "seed-queue-enabled": False,
    }
    known |= {name.replace("_", "-"): value for name, value in settings.items()}
    (home / "settings.json").write_text(json.dumps(known))
    command = [*_command("MYDIA_TRANSMISSION", "transmission-daemon"), "-f", "-g", str(home)]
    yield from _run(Daemon("transmission", home, port, peer_port, command))


@contextmanager
def run_qbittorrent(
    home: Path, *, port: int | None = None, queueing: bool = False, active_downloads: int = 3, **preferences: Any
) -> Iterator[Daemon]:
    """A qbittorrent-nox with nothing in it. ``preferences`` go under [Preferences], ``WebUI``."""
    port, peer_port = port or free_port(), free_port()
    (home / "downloads").mkdir(parents=True)
    salt = os.urandom(16)
    key = hashlib.pbkdf2_hmac("sha512", PASSWORD.encode(), salt, 100_000)
    secret = f"{base64.b64encode(salt).decode()}:{base64.b64encode(key).decode()}"
    web = {
        "Address": "127.0.0.1",
        "Port": port,
        "Username": USER,
        "Password_PBKDF2": f'"@ByteArray({secret})"',
        "LocalHostAuth": "true",
        "MaxAuthenticationFailCount": 100,
        **preferences,
    }
    folder = home / "qBittorrent" / "config"
    folder.mkdir(parents=True)
    (folder / "qBittorrent.conf").write_text(
        "[LegalNotice]\nAccepted=true\n\n[BitTorrent]\n"
        "Session\\Interface=lo\nSession\\InterfaceName=lo\nSession\\InterfaceAddress=127.0.0.1\n"
        "Session\\DHTEnabled=false\nSession\\LSDEnabled=false\nSession\\PeXEnabled=false\n"
        f"Session\\Port={peer_port}\nSession\\DefaultSavePath={home / 'downloads'}\n"
        f"Session\\QueueingSystemEnabled={str(queueing).lower()}\n"
        f"Session\\MaxActiveDownloads={active_downloads}\n\n[Preferences]\n"
        + "".join(f"WebUI\\{name}={value}\n" for name, value in web.items())
    )
    command = [*_command("MYDIA_QBITTORRENT", "qbittorrent-nox"), f"--profile={home}"]
    yield from _run(Daemon("qbittorrent", home, port, peer_port, command))


def _run(daemon: Daemon) -> Iterator[Daemon]:
    daemon.start()
    try:
        yield daemon
    finally:
        daemon.kill()
