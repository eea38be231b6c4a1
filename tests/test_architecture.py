"""The house: who may import whom, one door per room, no clock and no network inside.

The tables below are the rule; ``docs/decisions/0001-house-and-rooms.md`` and 0005 say why. Rooms are read as text
(``ast``), so a module that cannot be imported is checked too. A room that is still an empty folder is not a room yet.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1] / "src" / "bongsu"

NOUNS = {"errors", "provenance", "rawtext", "wording"}  # beside the rooms: what every room may use
SUBJECTS = {"notices", "orbit", "overflight", "ascent"}
PURE = {"earth", *SUBJECTS, "reference", "assessment", "cases"}
MAY_IMPORT = {
    "errors": set(),
    "wording": set(),  # docs/decisions/0017
    "provenance": {"errors"},
    "rawtext": {"errors", "wording"},
    "earth": {"errors", "wording"},
    "notices": {"earth", *NOUNS},
    "orbit": {"earth", *NOUNS},
    "ascent": {"earth", *NOUNS},
    "overflight": {"earth", *NOUNS, "orbit"},  # docs/decisions/0005
    "reference": {"errors", "provenance", "earth", "wording"},
    "assessment": {"earth", *NOUNS, *SUBJECTS, "reference"},
    "cases": {"earth", *NOUNS, *SUBJECTS, "reference", "assessment"},
    "exchange": PURE | NOUNS,
    "reports": PURE | NOUNS,
    "cluster": {"errors"},  # docs/decisions/0011
    "answers": {"errors", "rawtext", "wording", "cases", "exchange", "reports"},  # docs/decisions/0016
    "console": {"errors", "rawtext", "wording", "cases", "exchange", "reports", "answers"},
    "cli": {
        "errors",
        "rawtext",
        "wording",
        "cases",
        "exchange",
        "reports",
        "answers",
        "cluster",
        "console",
    },  # docs/decisions/0005
}
# Libraries that only these rooms may import; any other library is open to every room but `reference`.
ONLY_IN = {
    "pydantic": {"cases", "console"},
    "click": {"cli"},
    "jinja2": {"reports"},
    "weasyprint": {"reports"},
    "fastapi": {"console"},
    "starlette": {"console"},
    "uvicorn": {"console"},
    "dask": {"cluster"},
    "distributed": {"cluster"},
}
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "urllib", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip
CLOCKS = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"),
    ("time", "time"), ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime"),
}  # fmt: skip
ENVIRONMENT = {("os", "environ"), ("os", "getenv"), ("os", "environb")}
NO_ROOM_FOR = {"utils", "util", "helpers", "helper", "common", "core", "misc"}
MAX_LINES = 600


@dataclass(frozen=True, kw_only=True)
class Module:
    """One file of the house: its dotted name, its room, its syntax tree."""

    name: str  # bongsu.earth.window
    room: str  # earth; errors for the module errors; empty for bongsu itself
    is_door: bool
    tree: ast.Module
    text: str

    def imports(self) -> Iterator[tuple[int, str, str]]:
        """Line, module and name of every import, relative ones resolved; name is empty for ``import module``."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name, "") for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = node.module or ""
                if node.level:
                    package = self.name.split(".") if self.is_door else self.name.split(".")[:-1]
                    base = ".".join([*package[: len(package) - node.level + 1], *([base] if base else [])])
                yield from ((node.lineno, base, alias.name) for alias in node.names)

    def house_imports(self) -> Iterator[tuple[int, str, str, str]]:
        """Line, room, module below ``bongsu`` and name of every import from the house itself."""
        for line, module, name in self.imports():
            parts = module.split(".")
            if parts[0] != "bongsu":
                continue
            if len(parts) == 1:  # from bongsu import earth, or __version__
                yield line, ("" if name.startswith("__") else name), name, ""
            else:
                yield line, parts[1], ".".join(parts[1:]), name


def read_house(house: Path) -> list[Module]:
    """Every module below ``house``."""
    modules = []
    for path in sorted(house.rglob("*.py")):
        parts = path.relative_to(house).with_suffix("").parts
        is_door = parts[-1] == "__init__"
        parts = parts[:-1] if is_door else parts
        text = path.read_text(encoding="utf-8")
        modules.append(
            Module(
                name=".".join(["bongsu", *parts]),
                room=parts[0] if parts else "",
                is_door=is_door,
                tree=ast.parse(text, filename=str(path)),
                text=text,
            )
        )
    return modules


def all_of(door: Module) -> list[str] | None:
    """The literal ``__all__`` of a module, or None."""
    for node in door.tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(t, ast.Name) and t.id == "__all__" for t in targets) and node.value is not None:
                return list(ast.literal_eval(node.value))
    return None


def used_rooms(modules: list[Module]) -> dict[str, Module]:
    """Rooms (folders) with anything in them, and the door of each."""
    busy = {m.room for m in modules if m.text.strip()}
    return {m.room: m for m in modules if m.is_door and m.room in busy and m.name.count(".") == 1}


def forbidden_imports(modules: list[Module]) -> list[str]:
    """Imports that the table does not allow, and rooms that the table does not know."""
    faults = []
    for module in modules:
        if module.room and module.room not in MAY_IMPORT:
            faults.append(f"{module.name}: the import table has no room {module.room!r}")
            continue
        for line, room, target, _ in module.house_imports():
            if room not in ("", module.room) and room not in MAY_IMPORT.get(module.room, set()):
                faults.append(f"{module.name}:{line} imports {target}; {module.room or 'bongsu'} may not")
    return faults


def imports_past_the_door(modules: list[Module]) -> list[str]:
    """Imports from another room that do not go through its door, or that ask for a name not in its ``__all__``."""
    doors = used_rooms(modules)
    public = {room: set(all_of(door) or ()) for room, door in doors.items()}
    faults = []
    for module in modules:
        for line, room, target, name in module.house_imports():
            if room == module.room or room not in doors:
                continue
            if "." in target:
                faults.append(f"{module.name}:{line} imports {target}; use the door: from bongsu.{room} import ...")
            elif name and name not in public[room]:
                faults.append(f"{module.name}:{line} imports {name}, which bongsu.{room}.__all__ does not list")
    return faults


def circles(modules: list[Module]) -> list[str]:
    """Rooms that import each other, directly or round a corner."""
    edges: dict[str, set[str]] = {}
    for module in modules:
        edges.setdefault(module.room, set()).update(
            room for _, room, _, _ in module.house_imports() if room not in ("", module.room)
        )
    found, state = [], dict.fromkeys(edges, "new")

    def visit(room: str, way: list[str]) -> None:
        if state.get(room) == "open":
            found.append(" -> ".join([*way[way.index(room) :], room]))
        if state.get(room) != "new":
            return
        state[room] = "open"
        for follower in sorted(edges[room]):
            visit(follower, [*way, room])
        state[room] = "done"

    for room in sorted(edges):
        visit(room, [])
    return found


def outside_libraries(modules: list[Module]) -> list[str]:
    """Network modules anywhere, libraries outside their room, and any library in ``reference``."""
    faults = []
    for module in modules:
        for line, name, member in module.imports():
            top = name.split(".")[0]
            if top in NETWORK and not (name == "urllib.parse" or (name == "urllib" and member == "parse")):
                faults.append(f"{module.name}:{line} imports {name}: nothing here uses the network")
            if top in ONLY_IN and module.room not in ONLY_IN[top]:
                faults.append(f"{module.name}:{line} imports {top}, which belongs in {', '.join(ONLY_IN[top])}")
            if module.room == "reference" and top != "bongsu" and top not in sys.stdlib_module_names:
                faults.append(f"{module.name}:{line} imports {top}: reference holds plain tables")
    return faults


def hidden_inputs(modules: list[Module]) -> list[str]:
    """Uses of the clock, the environment or ``print`` below the faces."""
    faults = []
    for module in modules:
        if module.room == "cli":
            continue
        for line, name, member in module.imports():
            if (name, member) in CLOCKS | ENVIRONMENT:
                faults.append(f"{module.name}:{line} imports {member} of {name}; pass it in instead")
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute):
                owner = node.value
                base = (
                    owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
                )
                if (base, node.attr) in CLOCKS | ENVIRONMENT:
                    faults.append(f"{module.name}:{node.lineno} uses {base}.{node.attr}; pass it in instead")
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                faults.append(f"{module.name}:{node.lineno} prints; only the cli does")
    return faults


def badly_kept_rooms(modules: list[Module]) -> list[str]:
    """Doors without purpose or ``__all__``, names that say nothing, modules that are too long."""
    faults = []
    for room, door in used_rooms(modules).items():
        if not (ast.get_docstring(door.tree) or "").strip():
            faults.append(f"bongsu.{room}: its __init__ does not say what the room is for")
        if room and all_of(door) is None:
            faults.append(f"bongsu.{room}: its __init__ has no literal __all__")
    for module in modules:
        if NO_ROOM_FOR & set(module.name.split(".")):
            faults.append(f"{module.name}: the name says nothing; find the room it belongs to")
        if len(module.text.splitlines()) > MAX_LINES:
            faults.append(f"{module.name} has {len(module.text.splitlines())} lines; split it at {MAX_LINES}")
    return faults


CHECKS = [forbidden_imports, imports_past_the_door, circles, outside_libraries, hidden_inputs, badly_kept_rooms]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_house(check):
    faults = dict.fromkeys(check(read_house(HOUSE)))
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


@pytest.mark.parametrize("room", sorted(used_rooms(read_house(HOUSE))))
def test_every_name_of_a_door_exists(room):
    door = importlib.import_module(f"bongsu.{room}" if room else "bongsu")
    names = door.__all__
    assert sorted(set(names)) == sorted(names), "a name stands twice"
    missing = [name for name in names if not hasattr(door, name)]
    assert not missing, f"{door.__name__}.__all__ lists {missing}, which it does not have"


def test_the_house_was_read():
    assert {"earth", "errors", "orbit", "cases"} <= {module.room for module in read_house(HOUSE)}


# Each check is shown a house with exactly that fault, so that a check that finds nothing is known to look.
BAD_HOUSES = {
    "upwards": (forbidden_imports, {"earth/x.py": "from bongsu.orbit import ElementSet"}),
    "relative": (forbidden_imports, {"earth/x.py": "from ..orbit import ElementSet"}),
    "unknown room": (forbidden_imports, {"attic/x.py": "a = 1"}),
    "inside a function": (forbidden_imports, {"orbit/x.py": "def f():\n    import bongsu.cases"}),
    "past the door": (
        imports_past_the_door,
        {"earth/__init__.py": "__all__ = ['Window']", "orbit/x.py": "from bongsu.earth.window import Window"},
    ),
    "not public": (
        imports_past_the_door,
        {"earth/__init__.py": "__all__ = ['Window']", "orbit/x.py": "from bongsu.earth import secret"},
    ),
    "circle": (
        circles,
        {"earth/x.py": "import bongsu.orbit", "orbit/x.py": "import bongsu.cases", "cases/x.py": "import bongsu.earth"},
    ),
    "network": (outside_libraries, {"cases/x.py": "from urllib.request import urlopen"}),
    "click below the cli": (outside_libraries, {"cases/x.py": "import click"}),
    "library in reference": (outside_libraries, {"reference/x.py": "import numpy"}),
    "clock": (hidden_inputs, {"cases/x.py": "import datetime\nnow = datetime.datetime.now(datetime.UTC)"}),
    "environment": (hidden_inputs, {"cases/x.py": "from os import environ"}),
    "print": (hidden_inputs, {"cases/x.py": "print('x')"}),
    "no purpose": (badly_kept_rooms, {"earth/__init__.py": "__all__ = []"}),
    "no __all__": (badly_kept_rooms, {"earth/__init__.py": '"""Earth."""'}),
    "no name": (badly_kept_rooms, {"earth/utils.py": "a = 1"}),
    "too long": (badly_kept_rooms, {"errors.py": "a = 1\n" * 601}),
}


def build(house, files):
    """Write a small house; every folder without a door gets a good one."""
    for path, text in files.items():
        file = house / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for folder in {file.parent for file in house.rglob("*.py")} - {house}:
        if not (folder / "__init__.py").exists():
            (folder / "__init__.py").write_text('"""A room."""\n\n__all__ = []\n', encoding="utf-8")
    return read_house(house)


@pytest.mark.parametrize("name", BAD_HOUSES)
def test_each_check_finds_its_fault(name, tmp_path):
    check, files = BAD_HOUSES[name]
    assert check(build(tmp_path, files))


def test_no_check_finds_fault_with_a_good_house(tmp_path):
    files = {
        "__init__.py": '"""The house."""\n\n__version__ = "1"\n__all__ = ["__version__"]\n',
        "errors.py": '"""Errors."""\n',
        "earth/__init__.py": '"""Earth."""\n\nfrom bongsu.earth.window import Window\n\n__all__ = ["Window"]\n',
        "earth/window.py": "import datetime\nfrom bongsu.errors import InputError\n\nclass Window: ...\n",
        "cases/x.py": "import pydantic\nfrom urllib.parse import quote\nfrom bongsu import __version__\n",
        "orbit/x.py": "from bongsu.earth import Window\nfrom .y import z\n",
        "cli/x.py": "import os\nimport click\nfrom bongsu.cases import Case\nprint(os.environ)\n",
        "cases/__init__.py": '"""Cases."""\n\n__all__ = ["Case"]\n',
        "notices/__init__.py": "",
        "notices/text.py": "",
    }
    house = build(tmp_path, files)
    assert not [fault for check in CHECKS for fault in check(house)]
