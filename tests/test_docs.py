"""Every command that a document shows is run, and the README's picture is what its command prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
NOTICE = """NAVAREA IV 207/26(11,26).
WESTERN NORTH ATLANTIC.
FLORIDA.
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING
   100304Z TO 100636Z MAR, ALTERNATE
   0304Z TO 0636Z DAILY 11 THRU 16 MAR
   IN AREA BOUND BY
   29-01.00N 075-00.00W, 29-21.00N 073-51.00W,
   29-20.00N 072-05.00W, 28-29.00N 072-05.00W.
2. CANCEL THIS MSG 160736Z MAR 26.
"""
SETS = """1 58400U 23179A   26185.97809597  .00004231  00000+0  18409-3 0  9999
2 58400  97.2992  67.0225 0007506 337.9436  22.1477 15.22750963145465
"""


def commands() -> list[tuple[str, str]]:
    """(document, its commands in order) for every document that has some."""
    found = []
    for path in [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").rglob("*.md"))]:
        lines = [line for block in BLOCK.findall(path.read_text(encoding="utf-8")) for line in block.splitlines()]
        shell = [line for line in lines if line.startswith(("bongsu ", "echo "))]
        if shell:
            found.append((str(path.relative_to(CHECKOUT)), "\n".join(shell)))
    return found


def environment(tmp_path: Path) -> dict[str, str]:
    """A PATH on which `bongsu` is the one under test."""
    script = tmp_path / "bin" / "bongsu"
    script.parent.mkdir()
    script.write_text(f"#!{sys.executable}\nfrom bongsu.cli import main\nif __name__ == '__main__':\n    main()\n")
    script.chmod(0o755)
    return {**os.environ, "PATH": f"{script.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONUTF8": "1"}


@pytest.mark.parametrize(("document", "shell"), commands(), ids=lambda value: value if value.endswith(".md") else "")
def test_commands_of_the_documents_run(document, shell, tmp_path):
    (tmp_path / "warning.txt").write_text(NOTICE)
    (tmp_path / "sets.tle").write_text(SETS)
    run = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", shell],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, f"{document}: {run.stderr[-2000:]}"


def test_commands_of_the_readme_table_run(tmp_path):
    """The table's cells, as typed; pasting is tried with a warning."""
    rows = re.findall(r"^\| .*?\| `(bongsu [^`]+)`", (CHECKOUT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) == 8
    (tmp_path / "warning.txt").write_text(NOTICE)
    for row in rows:
        typed = row if row != "bongsu assess -" else "bongsu assess - < warning.txt"
        run = subprocess.run(
            ["bash", "-c", typed],
            cwd=tmp_path,
            env=environment(tmp_path)
            if not (tmp_path / "bin").exists()
            else {**os.environ, "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert run.returncode == 0, f"{typed}: {run.stderr[-1000:]}"
    assert (tmp_path / "report.html").stat().st_size > 50_000


def test_the_readme_picture_is_what_the_command_prints():
    run = subprocess.run(
        [sys.executable, str(CHECKOUT / "scripts" / "readme_picture"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
