"""The command line as a user sees it: code, standard output and standard error of one call."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bongsu.cli import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What one call gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as strict JSON: NaN and Infinity are no JSON."""

        def refuse(word: str) -> None:
            raise AssertionError(f"{word} in JSON")

        return json.loads(self.out, parse_constant=refuse)

    @property
    def widest(self) -> int:
        """Characters of the longest line of standard output."""
        return max((len(line) for line in self.out.splitlines()), default=0)


Bongsu = Callable[..., Ran]


@pytest.fixture
def bongsu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Bongsu:
    """Call the command in an empty folder: ``bongsu("assess", "-", stdin=b"...", columns=80)``."""
    monkeypatch.chdir(tmp_path)
    for name in ("BONGSU_FORMAT", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(*args: str, stdin: bytes | str = b"", columns: int = 100) -> Ran:
        raw = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        monkeypatch.setenv("COLUMNS", str(columns))
        capsys.readouterr()
        code = 0
        try:
            main(list(args))
        except SystemExit as stop:
            code = int(stop.code or 0)
        shown = capsys.readouterr()
        assert "Traceback" not in shown.err
        assert code != 70, shown.err  # a fault of ours is never the right answer
        return Ran(code=code, out=shown.out, err=shown.err)

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], str]:
    """Write a file into the folder of the test; its name."""

    def put(name: str, content: str | bytes) -> str:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    return put
