"""A torrent as Transmission's RPC describes it, half fetched, for tests to change."""

from __future__ import annotations

from typing import Any

HASH = "a" * 40
WHOLE: dict[str, Any] = {
    "id": 1,
    "hash_string": HASH,
    "name": "Debian",
    "status": 4,
    "error": 0,
    "error_string": "",
    "percent_done": 0.5,
    "recheck_progress": 0.0,
    "metadata_percent_complete": 1.0,
    "left_until_done": 500,
    "size_when_done": 1000,
    "downloaded_ever": 500,
    "uploaded_ever": 20,
    "rate_download": 0,
    "rate_upload": 0,
    "eta": -1,
    "upload_ratio": 0.04,
    "added_date": 1_700_000_000,
    "done_date": 0,
    "activity_date": 0,
    "download_dir": "/srv/films",
    "labels": [],
    "peers_sending_to_us": 0,
    "webseeds_sending_to_us": 0,
    "peers_connected": 3,
    "queue_position": 0,
    "is_finished": False,
}
