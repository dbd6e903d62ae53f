"""What is being released: the version from the package, the day from the changelog, and files that name both."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def version() -> str:
    """As ``mydia-desktop --version`` says it; read, not imported, so that it needs no environment."""
    text = (ROOT / "mydia_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if found is None:
        raise LookupError("mydia_desktop/__init__.py names no version")
    return found[1]


def date() -> str:
    """The day of the release, ISO 8601; of a version the changelog does not know yet, the day of the build."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(rf"^## \[{re.escape(version())}\] - (\d{{4}}-\d\d-\d\d)$", changelog, re.MULTILINE)
    return found[1] if found else time.strftime("%Y-%m-%d", time.gmtime(moment()))


def moment() -> int:
    """Seconds since 1970 that the build's files are dated with; the same sources make the same package."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())


def debian_version() -> str:
    """The version as dpkg compares it: 0.1.0.dev0 comes before 0.1.0."""
    return re.sub(r"\.?(dev|a|b|rc)(\d+)", r"~\1\2", version())


def filled(template: Path) -> str:
    """A file that names the version and the day."""
    text = template.read_text(encoding="utf-8")
    return text.replace("@VERSION@", version()).replace("@DATE@", date())
