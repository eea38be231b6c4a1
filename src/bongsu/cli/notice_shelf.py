"""The folder in which texts of past notices are kept: bytes by hash, never written over, never half-written.

``raw/<sha256>`` holds the bytes as they came; ``filed/<entry>/<sha256>.json`` says which entry they belong to. A text
is on the disk (flushed, then renamed) before it is filed, so a crash leaves at most bytes that nothing names yet.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from datetime import datetime
from pathlib import Path

from bongsu.cases import FiledText
from bongsu.cli.terminal import dump_json
from bongsu.errors import InputError, Problem

__all__ = ["file_text", "filed_texts", "shelf_folder"]

_SCHEMA = "bongsu/filed-notice/1"
MOST_BYTES = 8_000_000  # as much as the reader of notices takes
_MOST_FILED = 10_000


def shelf_folder(given: str) -> Path:
    """The folder named, else that of ``BONGSU_NOTICES``, else ``bongsu-notices`` here."""
    return Path(given or os.environ.get("BONGSU_NOTICES", "") or "bongsu-notices")


def file_text(folder: Path, entry: str, raw: bytes, *, publisher: str, at: datetime) -> bool:
    """Keep a text and file it under an entry; False where that was done before.

    Raises
    ------
    InputError
        When it cannot be written, is over 8 MB, or what is kept under its hash has been changed.
    """
    if len(raw) > MOST_BYTES:
        raise InputError(f"the text is over {MOST_BYTES // 1_000_000} MB", advice="cut out the notice itself")
    digest = hashlib.sha256(raw).hexdigest()
    kept, note = folder / "raw" / digest, folder / "filed" / entry / f"{digest}.json"
    try:
        if kept.exists() and kept.read_bytes() != raw:
            raise InputError(
                f"{kept} no longer holds the text of its name", advice="move it away; it was changed after it was filed"
            )
        if not kept.exists():
            _write(kept, raw)
        if note.exists():
            return False
        words = {
            "schema": _SCHEMA,
            "id": entry,
            "sha256": digest,
            "publisher": publisher,
            "filed": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        _write(note, (dump_json(words) + "\n").encode())
    except OSError as error:
        raise InputError(f"{folder}: {error.strerror or error}", advice="check the folder and its rights") from None
    return True


def filed_texts(folder: Path) -> tuple[list[FiledText], list[Problem]]:
    """Every text filed in a folder, and what of it is damaged; nothing where there is no such folder."""
    found, problems = [], []
    notes = sorted((folder / "filed").glob("*/*.json"))
    for note in notes[:_MOST_FILED]:
        if not re.fullmatch("[0-9a-f]{64}", note.stem):
            continue
        try:
            words = json.loads(note.read_bytes()[:100_000])
            raw = (folder / "raw" / note.stem).read_bytes()
            if hashlib.sha256(raw).hexdigest() != note.stem:
                raise ValueError("the text kept under this hash has been changed")
            found.append(
                FiledText(
                    id=note.parent.name,
                    raw=raw,
                    publisher=str(words.get("publisher", ""))[:200],
                    filed=str(words.get("filed", ""))[:40],
                )
            )
        except (OSError, ValueError, AttributeError, RecursionError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            problems.append(Problem(where=str(note), what=reason[:200], advice="file the text again"))
    return found, problems


def _write(path: Path, raw: bytes) -> None:
    """Write whole or not at all: to a name of its own, flushed, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    if hasattr(os, "O_DIRECTORY"):  # the rename itself, where the system lets a folder be flushed
        folder = os.open(path.parent, os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
