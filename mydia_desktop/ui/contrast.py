"""Contrast as WCAG 2 computes it, and colours moved until they have enough of it."""

from __future__ import annotations

from PySide6.QtGui import QColor


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(base: QColor, over: QColor, share: float) -> QColor:
    """``share`` (0 to 1) of one colour laid over another."""
    return QColor.fromRgbF(
        *(
            b + (o - b) * share
            for b, o in zip(
                (base.redF(), base.greenF(), base.blueF()), (over.redF(), over.greenF(), over.blueF()), strict=True
            )
        )
    )


def readable(colour: QColor, on: tuple[QColor, ...], ratio: float) -> QColor:
    """The colour with its lightness moved, away from its backgrounds, until it has the ratio on all of them."""
    towards_dark = luminance(on[0]) > 0.18
    result = QColor(colour)
    for _ in range(100):
        if all(contrast(result, background) >= ratio for background in on):
            break
        lightness = result.lightnessF()
        lightness = max(0.0, lightness - 0.01) if towards_dark else min(1.0, lightness + 0.01)
        result = QColor.fromHslF(max(result.hslHueF(), 0.0), result.hslSaturationF(), lightness)
    return result
