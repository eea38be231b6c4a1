"""The first answer waits for nothing it does not use: what a fresh interpreter loads, by name.

The time itself is measured by ``benchmarks/startup.py`` and never asserted.
"""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

LOADED = "import sys; print('\\n'.join(sorted({name.split('.')[0] for name in sys.modules})))"
HELP = """
import contextlib, io, sys
from bongsu.cli import main
sys.argv = ["bongsu", "--help"]
shown = io.StringIO()
with contextlib.redirect_stdout(shown), contextlib.suppress(SystemExit):
    main()
assert "Usage" in shown.getvalue(), shown.getvalue()
"""


def loaded_after(statement: str) -> set[str]:
    """Top-level names in ``sys.modules`` of a fresh interpreter after ``statement``."""
    program = f"{statement}\n{LOADED}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.parametrize("room", ["earth", "orbit", "overflight"])
def test_a_room_of_the_small_path_loads_only_numpy_and_sgp4(room):
    heavy = {"shapely", "pydantic", "rich", "jinja2", "antimeridian", "defusedxml", "click", "skyfield", "PIL", "numba"}
    assert not heavy & loaded_after(f"import bongsu.{room}")


def test_help_loads_neither_numpy_nor_pydantic():
    if not hasattr(importlib.import_module("bongsu.cli"), "main"):  # the cli is still an empty room
        assert not {"numpy", "pydantic"} & loaded_after("import bongsu.cli")
        return
    heavy = {
        "numpy",
        "sgp4",
        "pydantic",
        "shapely",
        "jinja2",
        "antimeridian",
        "geographiclib",
        "defusedxml",
        "PIL",
        "numba",
        "dask",
        "distributed",
    }
    assert not heavy & loaded_after(HELP)


def test_a_catalogue_question_loads_dask_only_with_on():
    assert not {"dask", "distributed", "tornado"} & loaded_after("import bongsu.cli.catalogue_passes, bongsu.cases")


def test_falls_load_numba_when_flown_and_no_case_before_it_is_named():
    loaded = loaded_after(
        "import bongsu.cli.ascent_command, bongsu.cases as cases; cases.run_failure, cases.fall_items"
    )
    assert "numpy" in loaded and not {"numba", "pydantic", "shapely"} & loaded


def test_the_measure_sees_an_import():
    assert "json" in loaded_after("import json.decoder")
