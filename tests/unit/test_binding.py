"""The Qt binding itself: a bad pairing with CPython aborts the program after some thousand calls."""

import sys

from PySide6.QtCore import QObject, Signal


class _Bell(QObject):
    rung = Signal(bool)


def test_the_binding_keeps_the_references_it_is_lent():
    """PySide6 6.12.0 on CPython 3.11 loses one reference to None or True a call; that ends in an abort."""
    bell = _Bell()
    heard = []
    bell.rung.connect(heard.append)
    none_before, true_before = sys.getrefcount(None), sys.getrefcount(True)

    for number in range(3000):
        bell.setObjectName(str(number))
        bell.rung.emit(True)
    rung = len(heard)
    heard.clear()

    assert rung == 3000
    assert abs(sys.getrefcount(None) - none_before) < 500
    assert abs(sys.getrefcount(True) - true_before) < 500
