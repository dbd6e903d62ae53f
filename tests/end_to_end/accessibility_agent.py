"""Reads another program's window through AT-SPI, as a screen reader would.

Runs under Debian's own Python (python3-gi lives there, not in our environment) and answers one JSON request
a line on standard input with one JSON line on standard output.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version has to be chosen first


def application(name):
    """The running program of this name, or None while it has not registered."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_name() == name:
            return child
    return None


def walk(node):
    """Every accessible below this one that is showing, tables excepted: their cells are read by row."""
    yield node
    if node.get_role() in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.TREE):
        return
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child)


def find(root, role, name):
    """The first showing accessible of this role and name."""
    for node in walk(root):
        if node.get_role_name() == role and node.get_name() == name and showing(node):
            return node
    return None


def showing(node):
    """Whether a person could see it."""
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def focusable(node):
    """Whether the keyboard can be there."""
    return node.get_state_set().contains(Atspi.StateType.FOCUSABLE)


def describe(node):
    """What a test may want to know of one accessible."""
    states = node.get_state_set()
    box = node.get_extents(Atspi.CoordType.SCREEN)
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "enabled": states.contains(Atspi.StateType.ENABLED),
        "focused": states.contains(Atspi.StateType.FOCUSED),
        "selected": states.contains(Atspi.StateType.SELECTED),
        "box": [box.x, box.y, box.width, box.height],
    }


def grid_of(root, name):
    """The table of this name, or what looks like one to a screen reader."""
    return find(root, "table", name) or find(root, "tree table", name) or find(root, "tree", name)


def table(root, name):
    """The table's column names and every row's cells, by text."""
    node = grid_of(root, name)
    if node is None:
        return None
    grid = node.get_table_iface()
    columns = [grid.get_column_description(column) for column in range(grid.get_n_columns())]
    rows = []
    for row in range(grid.get_n_rows()):
        cells = [grid.get_accessible_at(row, column) for column in range(len(columns))]
        rows.append([cell.get_name() if cell is not None else None for cell in cells])
    return {"columns": columns, "rows": rows}


def answer(request):
    """Carry out one request."""
    root = application(request["application"])
    if root is None:
        return None
    match request["ask"]:
        case "table":
            return table(root, request["name"])
        case "cell":
            node = grid_of(root, request["name"])
            if node is None:
                return None
            cell = node.get_table_iface().get_accessible_at(request["row"], request["column"])
            return describe(cell) if cell is not None else None
        case "find":
            node = find(root, request["role"], request["name"])
            return describe(node) if node is not None else None
        case "all":
            return [describe(node) for node in walk(root) if showing(node) and node.get_name()]
        case "nameless":
            return [describe(node) for node in walk(root) if showing(node) and focusable(node) and not node.get_name()]
        case "press":
            node = find(root, request["role"], request["name"])
            return node is not None and node.get_action_iface().do_action(0)
    raise ValueError(request["ask"])


def main():
    """Answer until standard input ends."""
    Atspi.init()
    context = GLib.MainContext.default()
    for line in sys.stdin:
        while context.pending():
            context.iteration(False)
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        try:
            reply = {"answer": answer(json.loads(line))}
        except GLib.Error as error:
            # A window that closes or rebuilds while it is read; the test asks again.
            reply = {"answer": None, "error": error.message}
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
