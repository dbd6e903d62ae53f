"""How the client inside this program is set, and whether it can run here at all."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal, get_args

from platformdirs import user_downloads_dir

from mydia_desktop.domain.sentence import translate

Encryption = Literal["allowed", "required", "off"]
ENCRYPTIONS: tuple[Encryption, ...] = get_args(Encryption)
USUAL_PORT = 6881
SCHEME = "builtin"
"""Of the address that names it where others have theirs: ``builtin://`` and its id. Nothing answers there."""
PROXIES = {"socks5": 1080, "http": 8080}
"""What kinds of proxies there are, and their usual ports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltinOptions:
    """The client inside this program, as a person set it. Limits are bytes per second, 0 for none."""

    folder: str
    """Where downloads go that are added without a path; absolute."""
    port: int = USUAL_PORT
    """For other peers; 0 takes any that is free."""
    interface: str = ""
    """Address or name of the only network interface to use; empty for all."""
    download_limit: int = 0
    upload_limit: int = 0
    active_downloads: int = 4
    """So many run at once, the others wait in the queue; 0 for all."""
    dht: bool = True
    """Finds peers without a tracker."""
    lsd: bool = True
    """Finds peers in the local network."""
    pex: bool = True
    """Learns of peers from peers."""
    utp: bool = True
    encryption: Encryption = "allowed"
    proxy: str = ""
    """``socks5://host:port`` or ``http://host:port``; its user is the client's ``username``, its password the
    client's password, so that lies in the keyring like any other."""
    seed_ratio: float = 0.0
    """Stop offering once so many times its size was sent; 0 for never."""


def usual_options() -> BuiltinOptions:
    """What somebody gets who asks for nothing particular: into the folder where this person's downloads go."""
    return BuiltinOptions(folder=user_downloads_dir())


def address_of(client: str) -> str:
    """What stands for an address."""
    return f"{SCHEME}://{client}"


def why_not_here() -> str:
    """Why the client inside this program can't run on this computer: a sentence, or empty where it can."""
    if find_spec("libtorrent") is not None:
        return ""
    if sys.version_info >= (3, 14):
        version = ".".join(map(str, sys.version_info[:2]))
        return translate(
            "Builtin", "The built-in client needs libtorrent, which does not exist for Python {version} yet."
        ).format(version=version)
    return translate(
        "Builtin", "The built-in client needs libtorrent, which is not installed: pip install 'mydia-desktop[builtin]'."
    )
