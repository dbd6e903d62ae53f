"""What is true, by the daemons' own account and the status tables, in as few words as possible and none of ours."""

from __future__ import annotations

from typing import Any

from tests.daemons import Daemon

Row = tuple[str, str]  # name, status

_QBITTORRENT = {
    "downloading": ("downloading", "forcedDL", "allocating"),
    "stalled": ("stalledDL",),
    "metadata": ("metaDL", "forcedMetaDL"),
    "paused": ("pausedDL", "stoppedDL"),
    "queued": ("queuedDL", "queuedUP"),
    "seeding": ("uploading", "stalledUP", "forcedUP"),
    "completed": ("pausedUP", "stoppedUP"),
    "checking": ("checkingDL", "checkingUP", "checkingResumeData"),
    "moving": ("moving",),
    "missing": ("missingFiles",),
    "failed": ("error",),
}


def truth(daemon: Daemon) -> dict[str, Row]:
    """Native id -> name and status, asked of the daemon directly."""
    status = _transmission_status if daemon.kind == "transmission" else _qbittorrent_status
    return {native: (row["name"], status(row)) for native, row in daemon.listed().items()}


def _qbittorrent_status(row: dict[str, Any]) -> str:
    if row["state"] == "forcedDL" and row["dlspeed"] == 0:
        return "stalled"
    return next(status for status, states in _QBITTORRENT.items() if row["state"] in states)


def _transmission_status(row: dict[str, Any]) -> str:
    if row["error"] == 3:
        return "missing" if "no data" in row["errorString"].lower() else "failed"
    moving = row["rateDownload"] > 0 or row["peersSendingToUs"] + row["webseedsSendingToUs"] > 0
    downloading = "metadata" if row["metadataPercentComplete"] < 1 else "downloading" if moving else "stalled"
    stopped = "completed" if row["leftUntilDone"] == 0 and row["sizeWhenDone"] > 0 else "paused"
    return {0: stopped, 1: "checking", 2: "checking", 3: "queued", 4: downloading, 5: "queued", 6: "seeding"}[
        row["status"]
    ]
