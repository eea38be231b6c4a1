"""The command line's answers for programs: every command, by the same names, in the same bytes, and described whole."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import click
import pytest
from fastapi.openapi.models import OpenAPI

from bongsu.answers import COMMANDS, NOT_ANSWERED, NOT_ASKED, Command, Parameter
from bongsu.cli import main
from bongsu.cli.app import cli
from bongsu.console import command_routes
from bongsu.console.description import describe

CHECKOUT = Path(__file__).resolve().parents[2]
BY_NAME = {command.name: command for command in COMMANDS}
NAMES = [command.name for command in COMMANDS]
AT = "2026-11-25T00:00:00Z"
# Other forms that are compared byte for byte besides JSON; the rest is written by the same functions.
FORMS = [
    ("assess", "geojson"), ("assess", "ics"), ("passes", "csv"), ("passes", "jsonl"), ("warn list", "csv"),
    ("warn list", "czml"), ("warn plan", "geojson"), ("warn calendar", "ics"), ("imager show", "svg"),
    ("flight range", "geojson"), ("notice parse", "geojson"), ("notice parse", "kml"), ("notice parse", "czml"),
    ("notice parse", "sentence"), ("notice map", "svg"), ("notice draft", "text"), ("notice whom", "geojson"),
    ("sat proxy", "tle"), ("sat proxy", "omm"), ("ascent show", "toml"), ("ascent simulate", "kml"), ("case show", "toml"),
    ("record list", "csv"),
]  # fmt: skip


def leaves(group: click.Group = cli, before: str = "") -> dict[str, click.Command]:
    """Every command that can be called, by its words."""
    found: dict[str, click.Command] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        words = f"{before} {name}".strip()
        if isinstance(command, click.Group):
            if command.invoke_without_command:
                found[words] = command
            found |= leaves(command, words)
        else:
            found[words] = command
    return found


LEAVES = leaves()


def arguments(command: Command, question: dict[str, Any], folder: Path) -> list[str]:
    """The same question in the words of the command line; texts become files of the parameter's name."""
    told = {parameter.name: parameter for parameter in command.parameters}

    def words(name: str) -> list[str]:
        parameter, value = told[name], question[name]
        texts = parameter.sort in ("text", "texts") or (parameter.sort == "reference" and "\n" in str(value))
        if texts:
            (folder / name).write_text(value, encoding="utf-8")
            return [name]
        return [str(each) for each in (value if isinstance(value, list) else [value])]

    positional, options = [], []
    placed = [name for names in command.arguments.values() for name in names]
    for name in placed:
        positional += words(name) if name in question else []
    for name, value in question.items():
        if name not in placed:
            for each in [] if value is True else words(name):
                options += [option_of(told[name]), each]
            options += [option_of(told[name])] if value is True else []
    return [*command.name.split(), *positional, *options]


def option_of(parameter: Parameter) -> str:
    return "--" + parameter.name.replace("_", "-")


def printed(args: list[str], folder: Path) -> bytes:
    """What the command line writes to standard output, in this process: a fresh one loads everything again."""
    raw = io.BytesIO()
    before = Path.cwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(io.TextIOWrapper(raw, encoding="utf-8", write_through=True)) as out:
            main(args)
            out.flush()
            return raw.getvalue()
    finally:
        os.chdir(before)


def of_command_line(command: Command, form: str, folder: Path) -> bytes:
    question = {"at": AT, **command.example}
    args = arguments(command, question, folder)
    choices = {choice for each in LEAVES[command.name].params if each.name == "form" for choice in each.type.choices}
    if form in choices:
        return printed([*args, "-f", form], folder)
    if "outputs" not in {each.name for each in LEAVES[command.name].params}:
        return printed(args, folder)
    printed([*args, "-o", f"answer.{form}"], folder)
    return (folder / f"answer.{form}").read_bytes()


def posted(console: Any, command: Command, form: str, **changes: Any) -> Any:
    return console.post(f"/api/{command.path}/{form}", json={"at": AT, **command.example, **changes})


# -- the same as the command line ------------------------------------------------------------------


def test_every_command_is_an_address_or_an_exception():
    assert set(LEAVES) == set(BY_NAME) | set(NOT_ANSWERED)
    assert not set(BY_NAME) & set(NOT_ANSWERED)


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_a_parameter_of_the_same_name_choices_and_default(name):
    command, line = BY_NAME[name], LEAVES[name]
    told = {parameter.name: parameter for parameter in command.parameters}
    known: set[str] = set()
    for option in line.params:
        if isinstance(option, click.Argument):
            known |= set(command.arguments[option.name])
            continue
        long = next(word for word in option.opts if word.startswith("--")).removeprefix("--")
        if f"{name} {long}" in NOT_ASKED or (long in ("help", *NOT_ASKED) and long.replace("-", "_") not in told):
            continue
        parameter = told[long.replace("-", "_")]
        known.add(parameter.name)
        if isinstance(option.type, click.Choice):
            assert tuple(option.type.choices) == parameter.choices
        default = option.default() if callable(option.default) and long == "lang" else option.default
        default = None if callable(default) or repr(default) == "Sentinel.UNSET" else default
        assert (default or None) == (parameter.default or None) or parameter.required, long
        assert option.multiple == (parameter.sort in ("words", "choices", "texts"))
        assert option.required == parameter.required
    assert known == set(told)
    assert set(command.arguments) == {each.name for each in line.params if isinstance(each, click.Argument)}


@pytest.mark.parametrize("name", NAMES)
def test_every_form_is_one_of_the_command_lines(name):
    choices = [each.type.choices for each in LEAVES[name].params if each.name == "form"]
    listed = {choice for each in choices for choice in each} - {"table"}
    assert listed <= set(BY_NAME[name].forms)
    if not any(each.name == "outputs" for each in LEAVES[name].params):
        assert listed == set(BY_NAME[name].forms)


@pytest.mark.parametrize("name", [name for name in NAMES if "json" in BY_NAME[name].forms])
def test_json_is_the_command_lines_byte_for_byte(console, tmp_path, name):
    command = BY_NAME[name]
    reply = posted(console, command, "json")
    assert reply.status_code == 200, reply.text
    assert reply.headers["content-type"] == "application/json"
    assert reply.content == of_command_line(command, "json", tmp_path)


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_other_forms_are_the_command_lines_byte_for_byte(console, tmp_path, name, form):
    command = BY_NAME[name]
    reply = posted(console, command, form)
    assert reply.status_code == 200, reply.text
    assert reply.headers["content-disposition"].startswith('attachment; filename="bongsu-')
    assert reply.content == of_command_line(command, form, tmp_path)


def test_the_first_form_is_given_unless_one_is_asked(console):
    assert (
        console.post("/api/case/show", json={"case": "nuri-2021"}).text
        == posted(console, BY_NAME["case show"], "toml").text
    )
    assert console.post("/api/imager/list", content=b"").json()["schema"] == "bongsu/imagers/1"


def test_a_whole_file_is_asked_at_once(console, tmp_path):
    sets = BY_NAME["claim coverage"].example["elements"]
    (tmp_path / "elements").write_text(sets)
    (tmp_path / "sites").write_text("name,latitude,longitude\nBusan,35.1,129.1\nSeoul,37.57,126.98\n")
    asked = {
        "satellite": "all",
        "elements": sets,
        "sites": (tmp_path / "sites").read_text(),
        "at": "2026-07-05T00:00:00Z",
    }
    reply = console.post("/api/passes/csv", json={**asked, "for": "1d"})
    line = ["passes", "all", "@sites", "--elements", "elements", "--for", "1d", "--at", asked["at"], "-f", "csv"]
    assert reply.content == printed(line, tmp_path)
    assert len(reply.text.splitlines()) > 3
    reply = console.post("/api/passes/json", json={**asked, "site": "busan"})
    assert reply.status_code == 422 and "a site, or give a table" in reply.json()["error"]


def test_a_text_is_read_in_place_of_a_case_file(console):
    toml = console.post("/api/case/show", json={"case": "nuri-2021"}).text
    for path, asked in (
        ("case/check", {"text": toml}),
        ("cite", {"text": toml}),
        ("explain", {"id": "azimuth:flight-1", "case": toml}),
    ):
        reply = console.post(f"/api/{path}", json=asked)
        assert reply.status_code == 200 or "findings there are" in reply.json()["advice"], reply.text
    assert console.post("/api/case/check", json={"text": toml}).json()["items"][0]["good"] is True


# -- mistakes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "asked", "code", "words"),
    [
        ("record/show", {}, 422, "id is missing: a date, a name or a catalogue number"),
        ("record/show", {"id": "1999-01-01"}, 422, "1999-01-01"),
        ("record/show", {"id": {"a": 1}}, 422, "id is not text but an object"),
        ("record/list", {"kind": "party"}, 422, "is none of launch, test"),
        ("record/list", {"colour": "red"}, 422, "'colour' is no member of record list"),
        ("record/list", {"at": "2026-11-25"}, 422, "has no time zone"),
        ("record/list", {"at": "+9999d"}, 422, "outside 0 to 10 years"),
        ("notice/parse", {"text": "x", "year": 1800}, 422, "year 1800 lies outside 1950 to 2199"),
        ("notice/parse", {"text": "x", "year": 2020.5}, 422, "not a whole number"),
        ("notice/parse", {"text": ["a"] * 401}, 422, "400 are read"),
        ("notice/parse", {"text": "<!doctype html><html></html>"}, 422, "HTML page"),
        ("notice/imply", {}, 422, "give a file or a case"),
        ("notice/imply", {"case": "nuri-2021", "text": "x"}, 422, "give case or text, not both"),
        ("notice/whom", {}, 422, "no case was given"),
        ("passes/json", {"satellite": "58400", "site": "busan", "at": "1990-01-01T00:00:00Z"}, 409, "element set"),
        ("passes/json", {"satellite": "58400", "site": "x" * 501}, 422, "501 characters"),
        ("passes/json", {"satellite": "all", "site": "busan"}, 422, "needs a file of element sets"),
        ("imager/show", {"id": "pleiades", "gsd": True}, 422, "not a number but true"),
        ("warn/list", {"places": ["busan"], "for": "60d"}, 422, "ask for up to 31 days"),
        ("warn/list", {"places": ["busan"], "over": "{}"}, 422, "over"),
        ("sat/proxy", {"elements": "12345", "launched": AT, "new": AT}, 409, "no element set of 12345"),
        ("ascent/fail", {"vehicle": "nuri", "flights": 10**30}, 422, "not a whole number"),
        ("case/show", {"case": "../../etc/passwd"}, 422, "no bundled case"),
        ("claim/check", {"satellite": 58400, "site": "busan", "time": AT, "case": "/etc/passwd"}, 422, "case"),
        ("record/list/doc", {}, 404, "there are json, csv"),
        ("record/list/stream", {}, 404, "there are json, csv"),
        ("record", {}, 404, "nothing at /api/record"),
    ],
)  # fmt: skip
def test_mistakes_are_said_in_words(console, path, asked, code, words):
    reply = console.post(f"/api/{path}", json=asked)
    assert reply.status_code == code, reply.text
    assert set(reply.json()) - {"said"} == {"error", "advice", "problems"}
    assert words in reply.json()["error"] + " " + reply.json()["advice"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [(b"{", "no JSON"), (b"[1]", "no JSON object"), (b'{"gsd": NaN}', "NaN"), (b"[" * 100_000, "no JSON"),
     (b'{"gsd": ' + b"9" * 5000 + b"}", "no JSON"), (b"\xff\xfe", "no JSON")],
)  # fmt: skip
def test_a_body_that_is_no_question_is_refused(console, raw, words):
    reply = console.post("/api/imager/show", content=raw, headers={"Content-Type": "application/json"})
    assert reply.status_code == 422 and words in reply.json()["error"]


def test_sizes_sorts_and_strangers_are_refused(console, monkeypatch):
    monkeypatch.setattr(command_routes, "MAX_BODY", 1000)
    reply = console.post("/api/notice/parse", json={"text": "x" * 2000})
    assert reply.status_code == 413 and "over 0 MB" in reply.json()["error"]
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert console.post("/api/record/list", content=b"kind=launch", headers=form).status_code == 415
    assert console.post("/api/record/list", json={}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert console.post("/api/record/list", json={}, headers={"Host": "attacker.example"}).status_code == 400
    assert console.post("/api/track", json={"satellite": 5, "hours": "x"}).json()["error"].startswith("satellite: ")


def test_a_text_over_its_bound_is_refused(console):
    reply = console.post("/api/case/check", json={"text": "A" * 4_000_001})
    assert reply.status_code == 422 and "4,000,001 characters; 4,000,000 are read" in reply.json()["error"]


def test_a_fault_of_ours_is_said_as_such(console, monkeypatch):
    monkeypatch.setattr(Command, "ask", lambda *args, **more: 1 / 0)
    reply = console.post("/api/record/list", json={})
    assert reply.status_code == 500 and reply.json()["error"].startswith("fault in Bongsu: ZeroDivisionError")


# -- long work -------------------------------------------------------------------------------------


def test_progress_comes_before_the_answer_of_a_long_command(console):
    with console.stream("POST", "/api/warn/plan/stream", json=dict(BY_NAME["warn plan"].example)) as reply:
        lines = list(reply.iter_lines())
    assert lines[0] == "event: progress" and lines[-3] == "event: answer"
    answer = json.loads(lines[-2].removeprefix("data: "))
    assert set(answer.pop("said")) == {"ko", "ja"}
    assert answer == posted(console, BY_NAME["warn plan"], "json").json()
    with console.stream("POST", "/api/ascent/simulate/stream", json={"vehicle": "apollo"}) as reply:
        assert next(iter(reply.iter_lines())) == "event: error"


@pytest.mark.parametrize("form", ["json", "stream"])
def test_the_work_ends_when_its_reader_has_gone(address, monkeypatch, form):
    begun, ended = threading.Event(), threading.Event()

    def ask(self: Command, values: Any, *, bounds: Any, progress: Any) -> Any:
        begun.set()
        try:
            for step in range(100_000):
                progress("working", step, 100_000)
                time.sleep(0.002)
        finally:
            ended.set()

    monkeypatch.setattr(Command, "ask", ask)
    port = int(address.rstrip("/").rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as reader:
        head = f"POST /api/warn/list/{form} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n"
        reader.sendall(f"{head}Content-Type: application/json\r\n\r\n{{}}".encode())
        assert begun.wait(60)
        assert not ended.is_set()
    assert ended.wait(60)  # 100,000 steps take longer


# -- documented ------------------------------------------------------------------------------------


PAGE = (CHECKOUT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
CURLS = [line for line in PAGE.splitlines() if line.startswith("curl ")]


@pytest.mark.parametrize("line", CURLS, ids=lambda line: line.split("/api/")[1][:30])
def test_every_call_of_the_document_is_answered(console, line):
    words = shlex.split(line)
    address = next(word for word in words if word.startswith("http://"))
    body = words[words.index("-d") + 1] if "-d" in words else ""
    headers = {"Content-Type": "application/json"} if "-H" in words else {}
    reply = console.post(address.removeprefix("http://127.0.0.1:8765"), content=body, headers=headers)
    assert reply.status_code == 200 and len(reply.content) > 200, reply.text


def test_the_document_lists_every_command_form_and_exception():
    assert len(CURLS) >= 5
    for command in COMMANDS:
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{command.name}` | `/api/"))
        first = "/json" if command.path in command_routes.PAGE_ADDRESSES else ""
        _, _, address, forms, _ = (part.strip() for part in row.split("|"))
        assert address == f"`/api/{command.path}{first}`"
        streams = command_routes.streams(command) or f"{command.path}/stream" in command_routes.PAGE_ADDRESSES
        assert forms.split() == [f"`{form}`" for form in (*command.forms, *(["stream"] if streams else []))]
    for name, reason in {**NOT_ANSWERED, **NOT_ASKED}.items():
        assert f"| `{name}` | {reason} |" in PAGE


# -- described -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def document(console) -> dict[str, Any]:
    return console.get("/api/openapi.json").json()


def operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(path, each) for path, methods in document["paths"].items() for each in methods.values()]


def test_the_description_is_valid_openapi(document):
    OpenAPI.model_validate(document)
    assert document["openapi"].startswith("3.1")
    names = [each["operationId"] for _, each in operations(document)]
    assert len(names) == len(set(names))
    for pointer in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(document)):
        at = document
        for part in pointer.split("/"):
            at = at[part]
    for path, each in operations(document):
        declared = {parameter["name"] for parameter in each.get("parameters", ()) if parameter["in"] == "path"}
        assert declared == set(re.findall(r"\{(\w+)\}", path))


def test_every_address_is_described_whole(document):
    for path, each in operations(document):
        assert len(each["summary"]) > 8 and not each["summary"].startswith("Post "), path
        done = each["responses"]["200"]["description"]
        assert done and done != "Successful Response", path
        assert each["responses"]["422"]["content"]["application/json"]["schema"]["$ref"].endswith("/Error")
        for parameter in each.get("parameters", ()):
            assert parameter["description"], path
        if "requestBody" in each:
            body = each["requestBody"]["content"]["application/json"]
            assert isinstance(body["example"], dict), path
            schema = body["schema"]
            if "$ref" in schema:
                schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
            undescribed = [name for name, member in schema["properties"].items() if not member.get("description")]
            assert not undescribed, (path, undescribed)
            assert set(body["example"]) <= set(schema["properties"]), path


def test_every_served_address_is_in_the_description(console, document):
    served = {route.path for route in console.app.routes if getattr(route, "path", "").startswith("/api/")}
    served -= {"/api/openapi.json", "/api/{rest:path}"}
    described = set(document["paths"])
    streams = {path for path in described if path.endswith("/stream")}  # of commands they are a form
    assert served <= described
    assert described - served <= streams


def test_the_description_is_made_when_it_is_asked_for():
    program = (
        "import sys\nfrom datetime import UTC, datetime\nfrom bongsu.console import create_app\n"
        "create_app(lambda: datetime.now(UTC)).openapi_schema is None or sys.exit('made')\n"
        "print(*(name for name in sys.modules if name.startswith('bongsu.answers')))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert not {name for name in loaded if name.endswith("_answers")}
    assert describe  # the function that makes it stands in a module of its own


def test_the_listing_names_every_command_and_asks_nobody(console):
    reply = console.get("/api")
    assert reply.status_code == 200 and reply.headers["content-type"].startswith("text/html")
    for command in COMMANDS:
        assert f"<h2 id='{command.name.replace(' ', '-')}'>" in reply.text
        assert f"POST /api/{command.path}" in reply.text
    assert "<script" not in reply.text and " style=" not in reply.text and "http" not in reply.text
    assert "default-src 'none'" in reply.headers["content-security-policy"]
