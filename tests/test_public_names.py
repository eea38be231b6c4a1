"""No name that a person or a program can use asks for a place to hit.

Bongsu runs forwards, from what was reported to what follows. So no public function, parameter, field of a value or
of a case file, command or option may take an aim point, a wanted impact point or a wanted range. The names are
walked in the imported package; words, not letters, are compared (``claim`` is no ``aim``).
"""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
import re
import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import click
import pydantic
import pytest

import bongsu
from bongsu.console import create_app

# Not in any name at all.
WORDS = {
    "aim", "aims", "aimed", "aiming", "aimpoint", "target", "targets", "targeted", "targeting", "guidance", "guided",
    "warhead", "warheads", "kill", "strike", "strikes",
}  # fmt: skip
# Not as something asked for. As a result they are wanted: where a stage fell, how far it would have flown.
INPUTS = (
    ("impact", "point"), ("impact", "latitude"), ("impact", "longitude"), ("impact", "position"),
    ("wanted",), ("desired",), ("required", "range"), ("goal",), ("hit",),
)  # fmt: skip
# Name as walked: why it is no breach. Empty is best.
ALLOWED: dict[str, str] = {}


@dataclass(frozen=True)
class Name:
    """One name: where it was met, and whether a caller gives it a value."""

    where: str
    text: str
    is_input: bool


def words(text: str) -> list[str]:
    """``aimPoint_lat`` is aim, point, lat."""
    return re.findall(r"[a-z]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", text).lower())


def breaches(names: list[Name], allowed: dict[str, str]) -> list[str]:
    """Names that ask for a place to hit, or sound like it."""
    found = []
    for name in names:
        said = words(name.text)
        if f"{name.where}.{name.text}" in allowed:
            continue
        if WORDS & set(said):
            found.append(f"{name.where}: {name.text}")
        elif name.is_input:
            for phrase in INPUTS:
                if any(tuple(said[i : i + len(phrase)]) == phrase for i in range(len(said))):
                    found.append(f"{name.where}: {name.text} (given by the caller)")
    return found


def public(module: types.ModuleType) -> Iterator[tuple[str, object]]:
    """Names of a module's ``__all__``, or those without underscore that were made in it."""
    listed = getattr(module, "__all__", None)
    if listed is not None:
        yield from ((name, getattr(module, name)) for name in listed)  # doors may load a name only when asked
        return
    for name, value in vars(module).items():
        here = getattr(value, "__module__", module.__name__) == module.__name__ and not inspect.ismodule(value)
        if here and not name.startswith("_"):
            yield name, value


def parameters(where: str, function: object) -> Iterator[Name]:
    """The parameters of a callable."""
    try:
        signature = inspect.signature(function)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return
    for name in signature.parameters:
        if name not in ("self", "cls"):
            yield Name(where, name, True)


def of_command(where: str, command: click.Command) -> Iterator[Name]:
    """A command, its options and arguments, and its subcommands."""
    yield Name(where, command.name or "", False)
    for parameter in command.params:
        for text in (parameter.name or "", *parameter.opts, *parameter.secondary_opts):
            yield Name(f"{where} {command.name}", text, True)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            yield Name(f"{where} {command.name}", name, False)
            if below is not None:
                yield from of_command(f"{where} {command.name}", below)


def of_class(where: str, kind: type) -> Iterator[Name]:
    """Fields, constructor and public methods of a class."""
    if issubclass(kind, pydantic.BaseModel):
        for name, field in kind.model_fields.items():
            yield from (Name(where, text, True) for text in {name, field.alias or name})
    elif dataclasses.is_dataclass(kind):
        yield from (Name(where, field.name, False) for field in dataclasses.fields(kind))
        yield from parameters(where, kind)
    elif not issubclass(kind, BaseException):
        yield from parameters(where, kind)
    for name, member in vars(kind).items():
        if not name.startswith("_") and (callable(member) or isinstance(member, property | classmethod | staticmethod)):
            yield Name(where, name, False)
            yield from parameters(f"{where}.{name}", getattr(member, "__func__", member))


def of_module(module: types.ModuleType) -> Iterator[Name]:
    """Every public name of a module, with what hangs from it."""
    for part in module.__name__.split("."):
        yield Name(module.__name__, part, False)
    for name, value in public(module):
        where = f"{module.__name__}.{name}"
        yield Name(module.__name__, name, False)
        if isinstance(value, click.Command):
            yield from of_command(where, value)
        elif inspect.isclass(value):
            if value.__module__.split(".")[0] == module.__name__.split(".")[0]:
                yield from of_class(where, value)
        elif callable(value):
            yield from parameters(where, value)
    # Commands are often not in __all__, and are met by whatever name the module gives them.
    for name, value in vars(module).items():
        if isinstance(value, click.Command):
            yield from of_command(f"{module.__name__}.{name}", value)


def of_package() -> list[Name]:
    """Every public name of Bongsu."""
    modules = [bongsu] + [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(bongsu.__path__, "bongsu.")
        if not found.name.endswith("__main__")
    ]
    return [name for module in modules for name in of_module(module)]


def of_description(document: dict[str, Any]) -> Iterator[Name]:
    """Addresses of the interface for programs, and every member that a question to one has."""
    for path, methods in document["paths"].items():
        yield Name("address", path, False)
        for operation in methods.values():
            yield from (Name(path, told["name"], True) for told in operation.get("parameters", ()))
            for content in operation.get("requestBody", {}).get("content", {}).values():
                schema = content["schema"]
                if "$ref" in schema:
                    schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
                yield from (Name(path, member, True) for member in schema.get("properties", {}))


def described() -> dict[str, Any]:
    """The description of every address that the console serves."""
    return create_app(lambda: datetime(2026, 11, 25, tzinfo=UTC)).openapi()


def test_no_public_name_takes_a_place_to_hit():
    found = sorted(set(breaches([*of_package(), *of_description(described())], ALLOWED)))
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_the_walk_meets_functions_values_and_case_fields():
    met = {(name.where, name.text, name.is_input) for name in of_package()}
    assert ("bongsu.earth.Window", "start", True) in met  # a parameter of a value
    assert ("bongsu.orbit.propagation.propagate", "times", True) in met  # a parameter of a function
    assert ("bongsu.cases.Case", "claim", True) in met  # a field of a case file
    assert ("bongsu.cases.case.Fall", "latitude", True) in met


def test_the_walk_meets_every_address_and_its_members():
    met = {(name.where, name.text) for name in of_description(described())}
    assert ("/api/ascent/fail", "failure") in met  # a command of the table
    assert ("/api/falls/stream", "after") in met  # a question of the page
    assert ("address", "/api/flight/range") in met
    questions = {"paths": {"/api/fly": {"post": {"requestBody": {"content": {"x": {"schema": {"properties": {
        "aim_point": {}, "wanted_range_km": {}}}}}}}}}}  # fmt: skip
    assert len(breaches(list(of_description(questions)), {})) == 2


def test_nothing_is_allowed_that_is_not_there():
    here = {f"{name.where}.{name.text}" for name in of_package()}
    assert set(ALLOWED) <= here
    assert all(len(reason) > 20 for reason in ALLOWED.values())


# A module as it must never be written, one breach in each kind of name.
FORBIDDEN = """
import dataclasses, click, pydantic
def fit(steering, aim_point): ...
def solve(wanted_range_m): ...
def fly(vehicle, impact_point): ...
def targeting_table(): ...
@dataclasses.dataclass
class Flight:
    azimuth_deg: float
    target_latitude: float
class Launch(pydantic.BaseModel):
    site: str
    desired_range: float
class Vehicle:
    def guidance(self): ...
@click.group()
def cli(): ...
@cli.command()
@click.option("--impact-point")
def simulate(impact_point): ...
@cli.command()
def aim(): ...
"""
FAIR = """
def claim_check(claims, maximum_range_m, impact_region): ...
def impact_point(flight): ...
def implied_range_m(apogee_m): ...
"""


def module_of(text: str) -> types.ModuleType:
    """A module made of a text."""
    module = types.ModuleType("fake")
    exec(compile(text, "fake.py", "exec", dont_inherit=True), module.__dict__)  # fixed text above
    return module


@pytest.mark.parametrize(
    "breach",
    [
        "fake.fit: aim_point", "fake.solve: wanted_range_m (given by the caller)", "fake.Flight: target_latitude",
        "fake.fly: impact_point (given by the caller)", "fake: targeting_table", "fake.Vehicle: guidance",
        "fake.Launch: desired_range (given by the caller)", "fake.cli cli: aim",
        "fake.cli cli simulate: --impact-point (given by the caller)",
    ],
)  # fmt: skip
def test_a_breach_of_each_kind_is_found(breach):
    assert breach in breaches(list(of_module(module_of(FORBIDDEN))), {})


def test_results_and_longer_words_are_no_breach():
    assert breaches(list(of_module(module_of(FAIR))), {}) == []


def test_a_justified_name_is_let_through():
    module = module_of("def fit(aim_point): ...")
    assert breaches(list(of_module(module)), {"fake.fit.aim_point": "why"}) == []


def test_a_public_name_is_never_a_module_of_the_same_name():
    """Importing ``room.thing`` sets ``thing`` on the room; a function ``thing`` taken from there late would be the module."""
    found = set()
    for room in pkgutil.iter_modules(bongsu.__path__, "bongsu."):
        if not room.ispkg:
            continue
        package = importlib.import_module(room.name)
        for module in pkgutil.iter_modules(package.__path__, f"{room.name}."):
            try:
                importlib.import_module(module.name)
            except ImportError:  # an extra that is not installed
                continue
        names = getattr(package, "__all__", ())
        found |= {f"{room.name}.{name}" for name in names if isinstance(getattr(package, name), types.ModuleType)}
    assert found == {"bongsu.earth.constants"}  # public as a module
