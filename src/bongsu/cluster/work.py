"""What runs on a worker: saying which versions it has, and computing one part."""

from __future__ import annotations

import hashlib
import importlib.metadata
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import bongsu
from bongsu.errors import ClusterError

__all__ = ["Make", "compute_part", "differences", "keep", "versions_here"]

Make = Callable[[Any], Callable[[Any], Any]]

_DECIDES = ("numpy", "sgp4", "numba")  # whose version may decide the last digits of an answer
_OF_NO_MATTER = {"__pycache__", "static"}
_lock = threading.Lock()
_last: dict[str, Callable[[Any], Any]] = {}


@cache
def versions_here() -> dict[str, str]:
    """Versions that decide an answer, of this process: libraries, and Bongsu with a digest of its own files."""
    found = {"bongsu": f"{bongsu.__version__} ({_digest_of_files()})"}
    for name in _DECIDES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found[name] = "not installed"
    return found


def _digest_of_files() -> str:
    """The first 10 hexadecimal digits of SHA-256 over names and bytes of Bongsu's modules and tables."""
    root = Path(bongsu.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        inner = path.relative_to(root)
        if path.is_file() and not _OF_NO_MATTER & set(inner.parts) and not path.name.startswith("."):
            digest.update(inner.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:10]


def differences(here: dict[str, str], there: dict[str, str]) -> list[str]:
    """What differs, in words; empty where nothing does."""
    return [
        f"{name} {there.get(name, 'not installed')} there, {here[name]} here"
        for name in here
        if there.get(name, "not installed") != here[name]
    ]


def keep(shared: Any) -> Any:
    """The question itself: as a result of its own it reaches each worker once, and is made anew where it is lost."""
    return shared


def compute_part(shared: Any, run: str, versions: dict[str, str], make: Make, part: Any) -> Any:
    """``make(shared)(part)``; what ``make`` gives is kept until another run begins.

    Raises
    ------
    ClusterError
        When this worker (one that came later, say) has other versions than whoever asks.
    """
    wrong = differences(versions, versions_here())
    if wrong:
        raise ClusterError(f"a worker has other versions: {'; '.join(wrong)}")
    with _lock:
        if run not in _last:
            _last.clear()
            _last[run] = make(shared)
        function = _last[run]
    return function(part)
