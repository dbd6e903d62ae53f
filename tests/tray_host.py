"""A panel on a private bus: org.kde.StatusNotifierWatcher and the host that shows the items, in one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dbus_fast import Message, MessageType, Variant

from tests.bus_party import BUS, BUS_PATH, Party

WATCHER, WATCHER_PATH = "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher"
ITEM, ITEM_PATH = "org.kde.StatusNotifierItem", "/StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"
_CHANGES = ("NewIcon", "NewToolTip", "NewStatus", "NewTitle")


@dataclass(frozen=True, kw_only=True)
class MenuLine:
    """A line of the menu as a panel gets it, which can draw no more than this."""

    id: int
    label: str
    enabled: bool = True
    checkable: bool = False
    checked: bool = False
    separator: bool = False


@dataclass(frozen=True, kw_only=True)
class Picture:
    """One size of the icon: rows of ARGB, 32 bits each in network order."""

    width: int
    height: int
    data: bytes


class TrayHost(Party):
    """Shows tray icons while entered. What is asked of an icon is asked of the one that came last."""

    name = WATCHER

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.items: list[str] = []
        """The services that have an icon here now."""
        self.changes: list[str] = []
        """What icons said of themselves, such as ``NewIcon``."""

    def pictures(self) -> list[Picture]:
        """The icon in all sizes it comes in."""
        return [Picture(width=w, height=h, data=data) for w, h, data in self._property("IconPixmap")]

    def icon_name(self) -> str:
        """The icon by its name in a theme, if it has one."""
        return str(self._property("IconName"))

    def tooltip(self) -> str:
        """What is said when the mouse rests on the icon."""
        _, _, title, text = self._property("ToolTip")
        return "\n".join(filter(None, (title, text)))

    def click(self) -> None:
        """The usual mouse button on the icon."""
        self.do(self.ask(self.items[-1], ITEM_PATH, f"{ITEM}.Activate", "ii", 5, 5))

    def menu(self) -> list[MenuLine]:
        """Open the menu, and read it."""
        return self.do(self._menu())

    def choose(self, label: str) -> None:
        """Click a line of the menu."""
        self.do(self._choose(label))

    async def prepare(self) -> None:
        """Hear who leaves the bus."""
        self.items.clear()
        for rule in (
            f"type='signal',sender='{BUS}',member='NameOwnerChanged'",
            f"type='signal',interface='{ITEM}'",
        ):
            await self.ask(BUS, BUS_PATH, f"{BUS}.AddMatch", "s", rule)

    def hear(self, message: Message) -> Message | bool:
        """Be what programs with an icon look for."""
        if message.message_type is MessageType.SIGNAL:
            self._hear_signal(message)
            return False
        if message.message_type is not MessageType.METHOD_CALL:
            return False
        match message.interface, message.member, message.body:
            case "org.kde.StatusNotifierWatcher", "RegisterStatusNotifierItem", [str(service)]:
                # Some give the path on their connection, others a name.
                self._add(message.sender if service.startswith("/") else service)
                return Message.new_method_return(message)
            case "org.kde.StatusNotifierWatcher", "RegisterStatusNotifierHost", _:
                return Message.new_method_return(message)
            case "org.freedesktop.DBus.Properties", "Get", [_, str(name)] if name in self._properties():
                return Message.new_method_return(message, "v", [self._properties()[name]])
            case "org.freedesktop.DBus.Properties", "GetAll", _:
                return Message.new_method_return(message, "a{sv}", [self._properties()])
        return False

    def _hear_signal(self, message: Message) -> None:
        match message.member, message.body:
            case "NameOwnerChanged", [str(name), _, ""] if name in self.items:
                self.items.remove(name)
            case str(member), _ if member in _CHANGES:
                self.changes.append(member)

    def _add(self, service: str) -> None:
        if service not in self.items:
            self.items.append(service)
        self.tell(WATCHER_PATH, f"{WATCHER}.StatusNotifierItemRegistered", "s", service)

    def _properties(self) -> dict[str, Variant]:
        return {
            "RegisteredStatusNotifierItems": Variant("as", [*self.items]),
            "IsStatusNotifierHostRegistered": Variant("b", True),
            "ProtocolVersion": Variant("i", 0),
        }

    def _property(self, name: str) -> Any:
        (value,) = self.do(self.ask(self.items[-1], ITEM_PATH, f"{PROPERTIES}.Get", "ss", ITEM, name))
        return value.value

    async def _menu(self) -> list[MenuLine]:
        service = self.items[-1]
        (path,) = await self.ask(service, ITEM_PATH, f"{PROPERTIES}.Get", "ss", ITEM, "Menu")
        await self.ask(service, path.value, f"{MENU}.AboutToShow", "i", 0)
        _, layout = await self.ask(service, path.value, f"{MENU}.GetLayout", "iias", 0, -1, [])
        return [*_lines(layout)]

    async def _choose(self, label: str) -> None:
        lines = await self._menu()
        found = [line for line in lines if line.label == label]
        assert found, f"no “{label}” in {[line.label for line in lines]}"
        (path,) = await self.ask(self.items[-1], ITEM_PATH, f"{PROPERTIES}.Get", "ss", ITEM, "Menu")
        await self.ask(self.items[-1], path.value, f"{MENU}.Event", "isvu", found[0].id, "clicked", Variant("s", ""), 0)


def _lines(layout: Any) -> Iterator[MenuLine]:
    _, _, children = layout
    for child in children:
        number, said, _ = child.value
        properties = {name: value.value for name, value in said.items()}
        if properties.get("visible", True):
            yield MenuLine(
                id=number,
                # Underscores mark the letter that chooses a line.
                label=properties.get("label", "").replace("__", "\0").replace("_", "").replace("\0", "_"),
                enabled=properties.get("enabled", True),
                checkable=bool(properties.get("toggle-type")),
                checked=properties.get("toggle-state") == 1,
                separator=properties.get("type") == "separator",
            )
