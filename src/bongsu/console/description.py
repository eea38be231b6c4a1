"""The interface described: OpenAPI of every address, and a page that lists them. Made when first asked for."""

from __future__ import annotations

import html
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from bongsu.answers import COMMANDS, Command, Parameter
from bongsu.console.asked_values import schema_of
from bongsu.console.command_routes import MEDIA, PAGE_ADDRESSES, streams

__all__ = ["OPENAPI", "describe", "listing"]

OPENAPI = "/api/openapi.json"
_BINARY = ("png", "pdf")
_JSON_LIKE = ("json", "geojson", "czml", "omm")
_SAYS = {
    "400": "Asked under a name that is not this machine's",
    "403": "Asked by another site's page",
    "404": "No such form",
    "409": "No data, too old, past decay, or outside the model (exit code 4)",
    "413": "The request is over 48 MB",
    "415": "Not sent as JSON",
    "422": "Wrong use, or input that is not understood (exit codes 2 and 3)",
    "500": "A fault in Bongsu (exit code 70)",
}
_STREAM = "Server-sent events: progress {what, done, steps}, then answer or error; closing the connection ends the work"
# Questions of the page's own addresses, as examples.
_CASE = {"case": "nuri-2021", "at": "2026-11-25T00:00:00Z"}
_PLAN = {"sites": ["busan"], "at": "2024-06-07T00:00:00Z", "hours": 24}
_FALL = {"vehicle": "nuri", "failure": "burst", "after": [80, 120], "flights": 200}
_TRACK = {"satellite": "58400", "at": "2024-06-07T00:00:00Z", "hours": 3}
_EXAMPLES: dict[str, dict[str, Any]] = {
    "/api/assess": _CASE,
    "/api/assess/stream": _CASE,
    "/api/passes": {"satellites": ["58400"], "sites": ["busan"], "at": "2024-06-07T00:00:00Z", "hours": 24},
    "/api/track": _TRACK,
    "/api/track/czml": _TRACK,
    "/api/announced": {"case": "malligyong-1", "launch": "flight-3"},
    "/api/layers": {"own": [{"name": "ports.csv", "text": "name,latitude,longitude\nBusan,35.1,129.05\n"}]},
    "/api/ascent/stream": {"vehicle": "nuri"},
    "/api/falls/stream": _FALL,
    "/api/plan": _PLAN,
    "/api/plan/stream": _PLAN,
    "/api/plan/export/{form}": _PLAN,
    "/api/watch": _PLAN,
    "/api/watch/stream": _PLAN,
    "/api/satellite": {"satellite": "58400", "at": "2024-06-07T00:00:00Z"},
}
_MEMBERS = {  # of the page's own questions
    "at": "When it is asked; now else",
    "elements": "Element sets as text; bundled ones else",
    "from_claims": "Use the orbit fitted to a bundled case's timed claims",
    "hours": "Length of the span",
    "level": "Least level that is written",
    "min_elevation_deg": "Horizon limit",
    "min_sun_deg": "Sun from which light is usual",
    "notices": "Pasted text of warnings or NOTAMs",
    "purpose": "Imagers of the table, of one kind, or any object",
    "satellites": "Numbers or names",
    "sites": "Places: LAT,LON[,HEIGHT] or names",
}
_ERROR = {
    "type": "object",
    "description": "An error in the words of the command line",
    "required": ["error", "advice", "problems"],
    "properties": {
        "error": {"type": "string", "description": "Where, what was found"},
        "advice": {"type": "string", "description": "What to do"},
        "problems": {"type": "array", "items": {"$ref": "#/components/schemas/Problem"}},
    },
    "example": {"error": "'3x' is not a length of time", "advice": "write 90min, 48h, 3d or 1w", "problems": []},
}
_PROBLEM = {
    "type": "object",
    "description": "What is wrong with one item, while the others are answered",
    "required": ["where", "what", "advice"],
    "properties": {name: {"type": "string"} for name in ("where", "what", "advice")},
}
_ENVELOPE = {
    "type": "object",
    "description": "An answer: the envelope that every command of the command line prints with -f json",
    "required": ["schema", "generated", "version", "inputs", "items", "problems"],
    "properties": {
        "schema": {"type": "string", "description": "bongsu/KIND/1"},
        "generated": {"type": "string", "description": "The time asked, UTC"},
        "version": {"type": "string", "description": "Of Bongsu"},
        "inputs": {"type": "array", "items": {"type": "object"}, "description": "What was read, with hash and age"},
        "items": {"type": "array", "items": {"type": "object"}, "description": "The answer; docs/reference says what is in it"},
        "problems": {"type": "array", "items": {"$ref": "#/components/schemas/Problem"}},
    },
}  # fmt: skip


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document, made once."""
    if app.openapi_schema is None:
        made = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes,
            tags=[
                {"name": "commands", "description": "The command line's commands, by the same names"},
                {"name": "views", "description": "What the console's own pages ask besides"},
            ],
        )  # fmt: skip
        for path, methods in made["paths"].items():
            for operation in methods.values():
                _complete(path, operation)
        for command in COMMANDS:
            made["paths"].update(_addresses(command))
        schemas = made.setdefault("components", {}).setdefault("schemas", {})
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        for schema in schemas.values():
            for name, member in schema.get("properties", {}).items():
                member.setdefault("description", _MEMBERS.get(name, ""))
        schemas |= {"Error": _ERROR, "Problem": _PROBLEM, "Envelope": _ENVELOPE}
        app.openapi_schema = made
    return app.openapi_schema


def _complete(path: str, operation: dict[str, Any]) -> None:
    """Words and an example for an address of the page's own, out of its docstring."""
    words = operation.get("description", operation["summary"])
    first, _, rest = words.partition("\n")
    operation["summary"] = first.replace("``", "").rstrip(".")
    operation["description"] = rest.strip() or first
    operation["tags"] = ["views"]
    operation["responses"]["200"]["description"] = operation["summary"]
    if path.endswith("/stream"):
        operation["responses"]["200"] = {
            "description": _STREAM, "content": {"text/event-stream": {"schema": {"type": "string"}}}
        }  # fmt: skip
    operation["responses"] = {"200": operation["responses"]["200"], **_errors("400", "403", "409", "422", "500")}
    body = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if body is not None:
        body["example"] = _EXAMPLES.get(path, {})
    for parameter in operation.get("parameters", ()):
        parameter.setdefault("description", "Form of the file")


def _errors(*codes: str) -> dict[str, Any]:
    schema = {"schema": {"$ref": "#/components/schemas/Error"}}
    return {code: {"description": _SAYS[code], "content": {"application/json": schema}} for code in codes}


def _addresses(command: Command) -> dict[str, Any]:
    """The addresses of a command: its first form, any form, and its progress."""
    path = f"/api/{command.path}"
    forms = {
        "name": "form", "in": "path", "required": True, "schema": {"type": "string", "enum": list(command.forms)},
        "description": "Form of the answer",
    }  # fmt: skip
    found = {f"{path}/{{form}}": _operation(command, "form", list(command.forms), [forms])}
    if command.path not in PAGE_ADDRESSES:
        found[path] = _operation(command, "", [command.forms[0]], [])
    if streams(command):
        found[f"{path}/stream"] = _operation(command, "stream", [], [])
    return {address: {"post": operation} for address, operation in found.items()}


def _operation(command: Command, kind: str, forms: list[str], parameters: list[dict[str, Any]]) -> dict[str, Any]:
    ending = {"form": ", in a form", "stream": ", with progress", "": ""}[kind]
    done: dict[str, Any] = {"description": command.gives}
    if kind == "stream":
        done = {"description": _STREAM, "content": {"text/event-stream": {"schema": {"type": "string"}}}}
    else:
        done["content"] = {MEDIA[form].partition(";")[0]: {"schema": _schema(form)} for form in forms}
    needed = [parameter.name for parameter in command.parameters if parameter.required]
    question = {
        "type": "object",
        "additionalProperties": False,
        "properties": {parameter.name: schema_of(parameter) for parameter in command.parameters},
        **({"required": needed} if needed else {}),
    }
    return {
        "tags": ["commands"],
        "summary": command.summary + ending,
        "description": f"As bongsu {command.name}. {command.gives}.",
        "operationId": "_".join([*command.name.split(), *([kind] if kind else [])]),
        **({"parameters": parameters} if parameters else {}),
        "requestBody": {
            "required": bool(needed),
            "content": {"application/json": {"schema": question, "example": dict(command.example)}},
        },
        "responses": {"200": done, **_errors(*_SAYS)},
    }


def _schema(form: str) -> dict[str, Any]:
    if form == "json":
        return {"$ref": "#/components/schemas/Envelope"}
    if form in _JSON_LIKE:
        return {}
    return {"type": "string", **({"format": "binary"} if form in _BINARY else {})}


def _kind(parameter: Parameter) -> str:
    """Sort, whether it is needed, and what stands in where it is not given."""
    sort = {
        "word": "text", "words": "text or list", "whole": "whole number", "flag": "true or false", "text": "text of a file",
        "texts": "text of a file, or list", "reference": "name, or text of a file", "choice": " | ".join(parameter.choices),
        "choices": "list of " + " | ".join(parameter.choices),
    }.get(parameter.sort, parameter.sort)  # fmt: skip
    if parameter.required:
        return f"{sort}; needed"
    default = {False: "false", True: "true"}.get(parameter.default, parameter.default)
    return sort if default in (None, "", ()) else f"{sort}; {default} unless given"


def listing() -> str:
    """A page that lists the commands' addresses: no script, nothing from elsewhere."""
    rows = []
    for command in COMMANDS:
        told = "".join(
            f"<dt><code>{html.escape(each.name)}</code> <span class='small'>{html.escape(_kind(each))}</span></dt>"
            f"<dd>{html.escape(each.words)}</dd>"
            for each in command.parameters
        )
        forms = ", ".join(command.forms) + (", stream" if streams(command) else "")
        address = f"/api/{command.path}" + ("/json" if command.path in PAGE_ADDRESSES else "")
        rows.append(
            f"<h2 id='{command.name.replace(' ', '-')}'>bongsu {html.escape(command.name)}</h2>"
            f"<p>{html.escape(command.summary)}. {html.escape(command.gives)}.</p>"
            f"<p><code>POST {address}</code>; forms, as the last part of the address: {forms}</p>"
            f"<details><summary>Members of the body</summary><dl>{told}</dl></details>"
        )
    links = " · ".join(f"<a href='#{c.name.replace(' ', '-')}'>{html.escape(c.name)}</a>" for c in COMMANDS)
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'><meta name='color-scheme' content='light'>"
        "<title>Bongsu, for programs</title><link rel='icon' href='/app/icon.svg' type='image/svg+xml'>"
        "<link rel='stylesheet' href='/app/console.css'></head><body class='plain'><main class='plain'>"
        "<h1>Bongsu, for programs</h1>"
        "<p>The command line's answers, by the same names. Where the command line takes a file, the body holds its text."
        " This machine only; nothing here asks another one.</p>"
        f"<p><a href='/'>Console</a> · <a href='{OPENAPI}'>OpenAPI</a> · docs/reference/api.md</p>"
        f"<p>{links}</p>{''.join(rows)}</main></body></html>"
    )
