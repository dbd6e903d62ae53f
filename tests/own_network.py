"""A network of a test's own: loopback and nothing else, on which every port is free, also the usual ones."""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

_CLONE_NEWNET = 0x40000000


@contextmanager
def own_network() -> Iterator[None]:
    """This thread, and every program it starts, is on it until the block ends. Needs root, on Linux."""
    libc = ctypes.CDLL(None, use_errno=True)
    before = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    try:
        if libc.unshare(_CLONE_NEWNET):
            number = ctypes.get_errno()
            raise PermissionError(number, f"no network of its own: {os.strerror(number)}")
        try:
            subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
            yield
        finally:
            if libc.setns(before, _CLONE_NEWNET):
                raise OSError(ctypes.get_errno(), "the way back to the network of before is lost")
    finally:
        os.close(before)
