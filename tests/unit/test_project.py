"""Promises the repository makes about itself."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_lock_is_hashed_and_names_no_hosts():
    """Whoever installs from it chooses where from, and gets these bytes or nothing."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z][\w.\-\[\]]*==", lock, re.MULTILINE | re.IGNORECASE)
    assert len(pins) > 20
    assert lock.count("--hash=sha256:") >= len(pins)
    assert not re.search(r"https?://|file:|find-links|index-url", lock)
