"""Files named to ``bongsu serve``: what they are, and what they hold now.

They are read once at the start and again when they change on disk. A file that is being written is left until it has
stood still for a moment; one that vanished or can no longer be read keeps what was last read of it, and says so.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from bongsu.cases import kind_of_file
from bongsu.console.answers import MAX_TEXT
from bongsu.console.watching import MAX_ELEMENTS
from bongsu.errors import InputError
from bongsu.rawtext import decode_text
from bongsu.wording import phrase

__all__ = ["KINDS", "OwnFile", "OwnFiles"]

KINDS = {
    "case": MAX_TEXT,
    "sets": MAX_ELEMENTS,
    "notices": MAX_TEXT,
    "maps": MAX_TEXT,
    "places": MAX_TEXT,
}  # with their most characters
_MOST_FILES = 20
_Sign = tuple[int, int]  # when changed last, in ns, and how many bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFile:
    """One file as it was last read."""

    number: int
    name: str  # without its folder
    kind: str  # one of KINDS
    text: str
    changed: datetime  # on disk, UTC
    reading: int = 1  # how many times it was read
    problem: str = ""  # why what is on disk now is not what was read

    def head(self) -> dict[str, Any]:
        """All but the text, for JSON."""
        return {
            "number": self.number, "name": self.name, "kind": self.kind, "reading": self.reading,
            "changed": self.changed.strftime("%Y-%m-%dT%H:%M:%SZ"), "problem": self.problem,
        }  # fmt: skip


class OwnFiles:
    """The files, looked at when somebody asks.

    Parameters
    ----------
    paths : sequence of Path
    still_s : float
        How many seconds a changed file must have stood still before it is read again.

    Raises
    ------
    InputError
        When one is missing, too large or nothing that the console shows.
    """

    def __init__(self, paths: Sequence[Path] = (), *, still_s: float = 0.8) -> None:
        if len(paths) > _MOST_FILES:
            raise InputError(
                f"{len(paths)} files were named; the console takes {_MOST_FILES}", advice="join what is of one kind"
            )
        self._paths = list(paths)
        self._signs = [_sign(path) for path in paths]
        self._still_s = still_s  # not counted in looks: every open page looks
        self._seen = [(sign, monotonic()) for sign in self._signs]  # and since when
        self._faults = ["" for _ in paths]  # why what now lies there could not be read
        self._files = [_read(path, number) for number, path in enumerate(paths)]
        self._lock = threading.Lock()

    def look(self) -> list[OwnFile]:
        """The files after a look at the disk."""
        with self._lock:
            for number in range(len(self._paths)):
                self._files[number] = self._looked(number)
            return list(self._files)

    def text(self, number: int) -> OwnFile:
        """One of them as last read.

        Raises
        ------
        InputError
            When there is none of that number.
        """
        if not 0 <= number < len(self._files):
            raise InputError(f"no file {number} was named to bongsu serve", advice="GET /api/own lists them")
        return self._files[number]

    def _looked(self, number: int) -> OwnFile:
        path, held = self._paths[number], self._files[number]
        try:
            sign = _sign(path)
        except InputError as gone:
            return replace(held, problem=str(gone))
        if sign != self._seen[number][0]:
            self._seen[number] = (sign, monotonic())
            return held  # perhaps still being written
        still = monotonic() - self._seen[number][1] >= self._still_s
        if sign != self._signs[number] and still:
            self._signs[number], self._faults[number] = sign, ""
            try:
                return replace(_read(path, number), reading=held.reading + 1)
            except InputError as fault:
                self._faults[number] = str(fault)
        return replace(held, problem=self._faults[number]) if held.problem != self._faults[number] else held


def _sign(path: Path) -> _Sign:
    try:
        found = path.stat()
    except OSError as error:
        raise InputError(
            phrase("{path} cannot be read: {why}", path=path.name, why=error.strerror or "unknown")
        ) from None
    return found.st_mtime_ns, found.st_size


def _read(path: Path, number: int) -> OwnFile:
    most = max(KINDS.values())
    try:
        if path.stat().st_size > 4 * most:
            raise _too_large(path, path.stat().st_size, 4 * most)
        raw, changed = path.read_bytes(), path.stat().st_mtime
    except OSError as error:
        raise InputError(
            phrase("{path} cannot be read: {why}", path=path.name, why=error.strerror or "unknown")
        ) from None
    text = decode_text(raw, where=path.name)
    kind = kind_of_file(text)
    if not kind:
        raise InputError(
            phrase("{path} is no case, no element sets, no notices, no places and no map", path=path.name),
            advice="name case files, TLE, OMM or OEM files, texts of warnings or NOTAMs, CSV or GeoJSON of places, GeoJSON of FIRs and routes",
        )
    if len(text) > KINDS[kind]:
        raise _too_large(path, len(text), KINDS[kind])
    return OwnFile(number=number, name=path.name, kind=kind, text=text, changed=datetime.fromtimestamp(changed, UTC))


def _too_large(path: Path, size: int, most: int) -> InputError:
    return InputError(
        phrase(
            "{path} has {size} characters; the console takes {most}", path=path.name, size=f"{size:,}", most=f"{most:,}"
        ),
        advice="use the command line, which has no such bound",
    )
