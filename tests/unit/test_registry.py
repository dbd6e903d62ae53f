"""Each kind of client has its adapter, and costs nothing until somebody has one."""

import subprocess
import sys
from typing import get_args

import pytest

from mydia_desktop.adapters.builtin_lobby import Lobby
from mydia_desktop.adapters.registry import build_adapter
from mydia_desktop.config.builtin_options import why_not_here
from mydia_desktop.config.clients import ClientConfig, Kind
from mydia_desktop.domain.transfer import ClientId

LOADED = """
import sys
from mydia_desktop.adapters.registry import build_adapter
from mydia_desktop.config.clients import ClientConfig
config = ClientConfig(id="a", kind="transmission", name="A", url="http://127.0.0.1:1")
build_adapter(config, lambda: None).close()
libraries = ("qbittorrentapi", "transmission_rpc", "requests", "urllib3", "libtorrent")
print(*(name for name in libraries if name in sys.modules))
print(*(name for name in sys.modules if name.startswith("mydia_desktop.adapters.qbittorrent")))
"""


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_has_its_adapter(kind, tmp_path):
    """Building one asks nobody for anything, not even for the password."""

    def password():
        raise AssertionError("asked too early")

    if kind == "builtin" and why_not_here():
        pytest.skip(why_not_here())
    config = ClientConfig(id=ClientId("a"), kind=kind, name="A", url="http://127.0.0.1:1")
    adapter = build_adapter(config, password, Lobby(tmp_path))
    assert adapter.verbs
    adapter.abort()
    adapter.close()


def test_the_first_table_needs_no_library():
    """They take a quarter of a second to import, and the other kinds' code some more."""
    answer = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, timeout=60, check=True)
    assert answer.stdout.split() == []
