"""One client while it is being edited: what the form holds, whether or not it makes sense yet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from mydia_desktop.config.builtin_options import BuiltinOptions, address_of, usual_options
from mydia_desktop.config.builtin_section import checked, tidied
from mydia_desktop.config.clients import KINDS, ClientConfig, Kind
from mydia_desktop.config.secrets import Keep
from mydia_desktop.domain.paths import PathMapping
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.settings.address import Address, host_is_sound
from mydia_desktop.workflows.client_settings import NewPassword

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

_ABSOLUTE = re.compile(r"/|[A-Za-z]:[\\/]|\\\\")


class Part(Enum):
    """The fields that can be wrong."""

    NAME = auto()
    HOST = auto()
    PORT = auto()
    PATH = auto()
    FINGERPRINT = auto()
    PATH_MAP = auto()
    FOLDER = auto()
    INTERFACE = auto()
    PROXY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A client as the form shows it."""

    kind: Kind
    id: ClientId | None = None
    """None until it is saved for the first time; it never changes afterwards."""
    serial: int = 0
    """Tells new clients apart while they have no id."""
    name: str = ""
    address: Address = field(default_factory=Address)
    username: str = ""
    typed: str = field(default="", repr=False)
    """The password typed now; empty leaves what is stored."""
    keep: Keep = Keep.KEYRING
    enabled: bool = True
    verify_tls: bool = True
    ca_file: str = ""
    fingerprint: str = ""
    path_map: tuple[PathMapping, ...] = ()
    builtin: BuiltinOptions | None = None
    """How the client inside this program is set; it has this in place of an address."""
    refresh_seconds: float = 1.0
    hidden_refresh_seconds: float = 30.0
    saved: ClientConfig | None = None
    """What config.toml has of it."""

    @classmethod
    def of(cls, config: ClientConfig) -> Draft:
        """Begin with what is saved."""
        return cls(
            kind=config.kind,
            id=config.id,
            name=config.name,
            address=Address.of(config.url) if config.builtin is None else Address(),
            username=config.username,
            keep=Keep.FILE if config.password is not None else Keep.KEYRING,
            enabled=config.enabled,
            verify_tls=config.verify_tls,
            ca_file=config.ca_file or "",
            fingerprint=config.certificate_sha256 or "",
            path_map=config.path_map,
            builtin=config.builtin,
            refresh_seconds=config.refresh_seconds,
            hidden_refresh_seconds=config.hidden_refresh_seconds,
            saved=config,
        )

    def config(self, new_id: ClientId) -> ClientConfig:
        """The value to save and to test; only for a draft without problems.

        A password written in config.toml goes along to the address it was written for and to no other.
        """
        base = self.saved or ClientConfig(id=new_id, kind=self.kind, name="", url="")
        return replace(
            base,
            kind=self.kind,
            name=self.name.strip(),
            url=self._url(base.id),
            username=self.username,
            password=base.password if base.url == self._url(base.id) and not self.typed else None,
            enabled=self.enabled,
            verify_tls=self.verify_tls,
            ca_file=self.ca_file.strip() or None,
            certificate_sha256=_digits(self.fingerprint) or None,
            path_map=self.path_map,
            builtin=self.builtin and tidied(self.builtin),
            refresh_seconds=self.refresh_seconds,
            hidden_refresh_seconds=self.hidden_refresh_seconds,
        )

    def _url(self, client: ClientId) -> str:
        return self.address.url if self.builtin is None else address_of(client)

    @property
    def new_password(self) -> NewPassword | None:
        """What was typed and where it should be kept; None when nothing was typed."""
        return NewPassword(text=self.typed, keep=self.keep) if self.typed else None

    @property
    def substance(self) -> Draft:
        """What saving it would change: a place for a password is none while no password is typed."""
        return self if self.typed else replace(self, keep=Keep.KEYRING)

    @property
    def address_edited(self) -> bool:
        """Whether it now leads somewhere else than what is saved, so that no stored password may go there."""
        return self.saved is not None and self.saved.url != self._url(self.saved.id)

    def problems(self) -> dict[Part, str]:
        """What keeps it from being saved: per field one sentence for the person who fills it in."""
        found: dict[Part, str] = {}
        if not self.name.strip():
            found[Part.NAME] = translate("Draft", "Give it a name. Its downloads are labelled with it.")
        return found | (self._address_problems() if self.builtin is None else self._builtin_problems(self.builtin))

    def _builtin_problems(self, options: BuiltinOptions) -> dict[Part, str]:
        wrong = checked(options)
        sentences = {
            "folder": (Part.FOLDER, translate("Draft", "Choose the folder that downloads go into.")),
            "interface": (
                Part.INTERFACE,
                translate("Draft", "Enter an address or the name of a network interface, such as tun0; or nothing."),
            ),
            "proxy": (
                Part.PROXY,
                translate("Draft", "A proxy looks like socks5://localhost:1080 or http://localhost:8080."),
            ),
        }
        return dict(part_and_words for key, part_and_words in sentences.items() if key in wrong)

    def _address_problems(self) -> dict[Part, str]:
        found: dict[Part, str] = {}
        if not self.address.host.strip():
            found[Part.HOST] = translate(
                "Draft", "Enter where it runs: a name or number such as nas.local or 192.168.1.5."
            )
        elif not host_is_sound(self.address.host.strip()):
            found[Part.HOST] = translate(
                "Draft", "An address is a name or number without spaces or slashes, such as nas.local."
            )
        if self.address.port and not _is_port(self.address.port):
            found[Part.PORT] = translate("Draft", "A port is a number from 1 to 65535.")
        if re.search(r"[\s?#]", self.address.path.strip()):
            found[Part.PATH] = translate(
                "Draft", "A path has no spaces, ? or #. Leave it empty unless a reverse proxy needs it."
            )
        if self.fingerprint and not re.fullmatch(r"[0-9a-f]{64}", _digits(self.fingerprint)):
            found[Part.FINGERPRINT] = translate("Draft", "A SHA-256 fingerprint has 64 hexadecimal digits.")
        if not all(_ABSOLUTE.match(side) for mapping in self.path_map for side in (mapping.remote, mapping.local)):
            found[Part.PATH_MAP] = translate(
                "Draft", "Both folders of a line are needed, from the root on, such as /data. Or remove it."
            )
        return found


def with_kind(draft: Draft, kind: Kind) -> Draft:
    """The draft for another program; a port that was the old one's usual becomes the new one's."""
    if kind == "builtin":
        return replace(draft, kind=kind, builtin=draft.builtin or usual_options())
    usual = draft.address.port in ("", str(KINDS[draft.kind].default_port))
    address = replace(draft.address, port=str(KINDS[kind].default_port)) if usual else draft.address
    return replace(draft, kind=kind, address=address, builtin=None)


def with_address(draft: Draft, address: Address) -> Draft:
    """The draft for another address; a typed password is forgotten, it was not typed for that one."""
    moved = address.url != draft.address.url
    return replace(draft, address=address, typed="" if moved else draft.typed)


def _digits(fingerprint: str) -> str:
    return re.sub(r"[\s:]", "", fingerprint).lower()


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < int(text) < 65536
