"""What a person set, in libtorrent's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import libtorrent as lt

from mydia_desktop import __version__
from mydia_desktop.config.builtin_options import BuiltinOptions
from mydia_desktop.config.clients import ClientConfig

if TYPE_CHECKING:
    from mydia_desktop.config.builtin_options import Encryption

ALERTS = lt.alert_category.status | lt.alert_category.error | lt.alert_category.storage | lt.alert_category.tracker
ALERTS_KEPT = 20_000
"""Between two looks, which may be half a minute apart."""
NO_LIMIT = -1

_POLICIES: dict[Encryption, int] = {
    "allowed": int(lt.enc_policy.pe_enabled),
    "required": int(lt.enc_policy.pe_forced),
    "off": int(lt.enc_policy.pe_disabled),
}
_PROXIES = {
    ("socks5", False): lt.proxy_type_t.socks5,
    ("socks5", True): lt.proxy_type_t.socks5_pw,
    ("http", False): lt.proxy_type_t.http,
    ("http", True): lt.proxy_type_t.http_pw,
}


def options_of(config: ClientConfig) -> BuiltinOptions:
    """What is set of a client that is one inside this program."""
    if config.builtin is None:
        raise ValueError(f"{config.id} is no client inside this program")
    return config.builtin


def pack_of(config: ClientConfig, password: Callable[[], str | None]) -> dict[str, Any]:
    """Everything that can be set while it runs. The keyring may ask the person to unlock it: only a proxy needs it."""
    options = options_of(config)
    secret = password() if options.proxy and config.username else None
    return settings_pack(options, username=config.username, password=secret)


def settings_pack(options: BuiltinOptions, *, username: str, password: str | None) -> dict[str, Any]:
    """Everything that can be set while it runs; ``username`` and ``password`` are the proxy's."""
    policy = _POLICIES[options.encryption]
    return {
        "user_agent": f"Mydia Desktop/{__version__}",
        "alert_mask": ALERTS,
        "alert_queue_size": ALERTS_KEPT,
        "listen_interfaces": _listening(options),
        "outgoing_interfaces": options.interface,
        "download_rate_limit": options.download_limit,
        "upload_rate_limit": options.upload_limit,
        "active_downloads": options.active_downloads or NO_LIMIT,
        # What is done goes on offering: only the goal, or a person, ends that.
        "active_seeds": NO_LIMIT,
        "active_limit": NO_LIMIT,
        "enable_dht": options.dht,
        "enable_lsd": options.lsd,
        "enable_upnp": False,
        "enable_natpmp": False,
        "enable_incoming_utp": options.utp,
        "enable_outgoing_utp": options.utp,
        "in_enc_policy": policy,
        "out_enc_policy": policy,
        # Quitting waits for no tracker that does not answer.
        "stop_tracker_timeout": 1,
        **_proxied(options.proxy, username, password or ""),
    }


def resting_pack() -> dict[str, Any]:
    """For a session that is only looked at: it neither listens nor looks for anybody."""
    return {
        "alert_mask": ALERTS,
        "alert_queue_size": ALERTS_KEPT,
        "listen_interfaces": "",
        "enable_dht": False,
        "enable_lsd": False,
        "enable_upnp": False,
        "enable_natpmp": False,
    }


def limits_hold_everywhere() -> lt.ip_filter:
    """The classes of peers: one for all, since a limit that does not hold in the local network is none."""
    classes = 1 << lt.session.global_peer_class_id
    everywhere = lt.ip_filter()
    everywhere.add_rule("0.0.0.0", "255.255.255.255", classes)
    everywhere.add_rule("::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", classes)
    return everywhere


def _listening(options: BuiltinOptions) -> str:
    interface = options.interface
    if not interface:
        return f"0.0.0.0:{options.port},[::]:{options.port}"
    return f"[{interface}]:{options.port}" if ":" in interface else f"{interface}:{options.port}"


def _proxied(proxy: str, username: str, password: str) -> dict[str, Any]:
    if not proxy:
        return {
            "proxy_type": int(lt.proxy_type_t.none),
            "proxy_hostname": "",
            "proxy_username": "",
            "proxy_password": "",
        }
    parts = urlsplit(proxy)
    return {
        "proxy_type": int(_PROXIES[parts.scheme, bool(username)]),
        "proxy_hostname": parts.hostname or "",
        "proxy_port": parts.port or 0,
        "proxy_username": username,
        "proxy_password": password,
        "proxy_hostnames": True,
        "proxy_peer_connections": True,
        "proxy_tracker_connections": True,
    }
