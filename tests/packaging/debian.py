"""A Debian 12 of its own, with nothing in it but what is installed there."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "package-test"
PERSON = 1000

# In a mount namespace of the command's own, so that nothing stays mounted however it ends.
_ENTER = 'mount --bind "$0" "$0$0" && mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$@"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Debian:
    """The root folder, and ways to do something in it. A path below it means the same inside as outside."""

    root: Path

    @property
    def home(self) -> Path:
        """Of the one person there."""
        return self.root / "home" / "person"

    def entering(self, user: int = PERSON) -> list[str]:
        """What a command is put behind to run inside."""
        whose = f"--userspec={user}:{user}"
        return ["unshare", "--mount", "sh", "-c", _ENTER, str(self.root), whose, "--groups=", str(self.root)]

    def run(self, *command: str, user: int = PERSON, code: int = 0, **environment: str) -> str:
        """What a command prints, its errors as well."""
        ended = subprocess.run(
            [*self.entering(user), *command],
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(self.home), "LANG": "C.UTF-8"} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert ended.returncode == code, f"{command} ended with {ended.returncode}:\n{ended.stdout}"
        return ended.stdout

    def install(self, *packages: str) -> str:
        """By apt, without what is only recommended; what apt says."""
        return self.run(
            "apt-get",
            "install",
            "--yes",
            "--no-install-recommends",
            *packages,
            user=0,
            DEBIAN_FRONTEND="noninteractive",
        )

    def files(self) -> set[str]:
        """Every file that is there for good, but for dpkg's own notes and what programs keep for themselves."""
        passing = ("proc", "dev", "sys", "run", "tmp", "home", "root", "var", str(self.root).split("/")[1])
        found = set[str]()
        for folder, folders, names in os.walk(self.root):
            if folder == str(self.root):
                folders[:] = [name for name in folders if name not in passing]
            found |= {f"{folder.removeprefix(str(self.root))}/{name}" for name in names}
        return found


@contextmanager
def new_debian() -> Iterator[Debian]:
    """A fresh copy; what apt fetched is kept for the next one."""
    base = CACHE / "base"
    root = CACHE / "root"
    archives = Path("var/cache/apt/archives")
    subprocess.run([ROOT / "tests" / "packaging" / "setup"], check=True)
    subprocess.run(["rm", "-rf", "--one-file-system", root], check=True)
    subprocess.run(["cp", "-a", "--reflink=auto", base, root], check=True)
    debian = Debian(root=root)
    same_inside = root / str(root).lstrip("/")
    same_inside.mkdir(parents=True)
    for folder in same_inside.parents[: len(root.parts) - 1]:
        folder.chmod(0o755)  # a checkout in the home of root would lie behind the door of the home of root in there
    debian.run("apt-get", "update", "--quiet", user=0)
    try:
        yield debian
    finally:
        for fetched in (root / archives).glob("*.deb"):
            if not (base / archives / fetched.name).exists():
                shutil.copy2(fetched, base / archives)
