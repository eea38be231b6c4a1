"""The runner that gives failed browser tests a second try, and says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

RUNNER = Path(__file__).resolve().parents[1] / ".ci" / "pytest_twice"
TESTS = """
from pathlib import Path
HERE = Path(__file__).parent

def test_good():
    with (HERE / "good").open("a") as told:
        told.write("x")

def test_late():
    seen = HERE / "seen"
    late, _ = not seen.exists(), seen.touch()
    assert not late

def test_broken():
    assert not (HERE / "broken").exists()
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, RUNNER, "-c", "/dev/null", "--rootdir", ".", *arguments, "test_made.py"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_late_test_passes_the_second_time_and_is_named(tmp_path):
    (tmp_path / "test_made.py").write_text(TESTS)
    done = run(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "PASSED ONLY THE SECOND TIME: test_made.py::test_late" in done.stdout
    assert (tmp_path / "good").read_text() == "x"  # what passed does not run again


def test_what_fails_twice_fails(tmp_path):
    (tmp_path / "test_made.py").write_text(TESTS)
    (tmp_path / "broken").touch()
    done = run(tmp_path, "-n", "2")
    assert done.returncode == 1
    assert "PASSED ONLY THE SECOND TIME: test_made.py::test_late" in done.stdout
    assert "FAILED TWICE: test_made.py::test_broken" in done.stdout


def test_other_faults_are_not_tried_again(tmp_path):
    (tmp_path / "test_made.py").write_text("import nowhere_to_be_found")
    done = run(tmp_path)
    assert done.returncode == 2 and "once more" not in done.stdout
