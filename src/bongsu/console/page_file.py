"""One answer with the console around it, as a single file for desks that cannot install: no server, no network.

The console's own modules, style, words and maps go into the file beside the answers it would ask for. Nothing is worked
out in the browser that the served page does not work out there, so the page reads no new text and says what does.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from datetime import datetime
from importlib.resources import files
from typing import Any

from bongsu import __version__
from bongsu.cases import Assessment, bundled_case_names
from bongsu.console.announced import announced_by_case, announced_by_case_text, announced_by_text
from bongsu.console.answers import answer_text, assessment_body, status
from bongsu.console.ascents import AscentDesk
from bongsu.console.names import all_names
from bongsu.console.own_layers import layers_of
from bongsu.console.said import with_words
from bongsu.errors import BongsuError, InputError
from bongsu.wording import phrase, words_of

__all__ = ["static_page"]

FALL_FLIGHTS = 500  # flown for the falls of a flight as planned, as the served page flies
_CASE = re.compile(r"^[ \t]{0,8}\[case\]", re.MULTILINE)
_IMPORT = re.compile(r'(\bfrom\s{0,4}|\bimport\s{0,4}\(?\s{0,4})"(\.{1,2}/[\w./-]{1,80})"')
_ENTRY = "app/main.js"

# Finds the modules in the page, gives each an address of this page's own, and starts the first.
_START = """
const held = JSON.parse(document.getElementById("bongsu-held").textContent);
globalThis.bongsuPage = held.page;
const made = {};
for (const { name, source } of held.modules) {
  const text = source.replace(/"bongsu:([^"]+)"/g, (_, wanted) => JSON.stringify(made[wanted]));
  made[name] = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}
import(made[held.entry]);
"""

Say = Callable[[str, int, int], None]


def _silent(what: str, done: int, steps: int) -> None:
    """Say nothing."""


def static_page(answer: Assessment, *, called: str, text: str, at: datetime, site: str = "", say: Say = _silent) -> str:
    """The page of one answer.

    Parameters
    ----------
    answer : Assessment
        Of a bundled case, a case file or pasted text.
    called : str
        The bundled case's name, else what the text is called.
    text : str
        The case file or the pasted text; may be empty for a bundled case.
    at : datetime
        When it was asked; aware.
    site : str
        Launch site given with a pasted notice.
    say : callable
        Told (what, done, steps) as the parts are worked out; an ascent takes some seconds.

    Returns
    -------
    str
        HTML of about 1.5 MB. Its content policy allows its own script (by hash) and what that makes, and no request
        at all.
    """
    body, announced, of_text = _main_answers(answer, called, text, site, at)
    answers: list[dict[str, Any]] = [
        {"path": "/api/status", "body": {}, "answer": _status(called, answer, at)},
        {"path": "/api/names", "body": {}, "answer": _names(called)},
        {"path": "/api/layers", "body": {}, "answer": layers_of([])},
        {"path": "/api/assess/stream", "body": {"text": of_text}, "answer": body},
    ]
    if announced is not None:
        answers.append({"path": "/api/announced", "body": {"launch": ""}, "answer": announced})
        answers += _flight(announced, called, at, say)
    answers = [{**item, "answer": with_words(item["answer"])} for item in answers]
    page: dict[str, Any] = {
        "made": at.strftime("%Y-%m-%d %H:%M"),
        "version": __version__,
        "case": "" if of_text else called,
        "text": of_text,
        "site": site,
        "answers": answers,
        "files": _files(),
        "words": "This page holds one answer; it cannot read another text or case.",
        "advice": phrase(
            "Reading needs Bongsu {version}: bongsu assess - (or bongsu serve). Whoever has it can send you a page"
            " like this one: bongsu assess - -o page.html --interactive",
            version=__version__,
        ),
    }  # fmt: skip
    page["said"] = words_of([page["words"], page["advice"]])
    return _bound(page, answer.case.case.title or answer.case.case.name)


def _main_answers(
    answer: Assessment, called: str, text: str, site: str, at: datetime
) -> tuple[dict[str, Any], dict[str, Any] | None, str]:
    """The assessment, what its notices announce, and the pasted text they belong to (empty for a bundled case)."""
    if called in bundled_case_names():
        body = assessment_body(answer, took_for="", command=f"bongsu assess {called}")
        return body, announced_by_case(called, launch="", at=at), ""
    if _CASE.search(text):
        body = assessment_body(answer, took_for="", command="bongsu assess FILE.toml")
        return body, announced_by_case_text(text, launch="", at=at), text
    body = answer_text(text, at=at, site=site)
    try:
        announced = announced_by_text(text, site=site, at=at) if body["kind"] == "notice" else None
    except InputError:
        announced = None
    return body, announced, text


def _flight(announced: dict[str, Any], called: str, at: datetime, say: Say) -> list[dict[str, Any]]:
    """The ascent of the launch on the page and the falls of its parts as planned; nothing where no vehicle is known."""
    launch = next((item for item in announced["launches"] if item["id"] == announced["launch"]), None)
    announced["launches"] = [launch] if launch else []  # the page holds this one
    if launch is None or launch["flown"] is None:
        return []
    flown, desk = launch["flown"], AscentDesk()
    lift_off = datetime.fromisoformat(flown["lift_off"])
    asked = {"vehicle": flown["vehicle"], "flight": flown["flight"], "lift_off": lift_off, "at": at}
    try:
        say("fitting the ascent", 0, 2)
        ascent = desk.ascent(**asked, say=_silent)
        say("flying 500 flights", 1, 2)
        falls = desk.falls(
            **asked, failure="none", stage="", after=(0.0, 0.0), flights=FALL_FLIGHTS, case=called,
            launch=announced["launch"], say=_silent,
        )  # fmt: skip
        say("done", 2, 2)
    except BongsuError:
        return []
    return [
        {"path": "/api/ascent/stream", "body": {"vehicle": flown["vehicle"]}, "answer": ascent},
        {"path": "/api/falls/stream", "body": {"failure": "none"}, "answer": falls},
    ]


def _status(called: str, answer: Assessment, at: datetime) -> dict[str, Any]:
    head = answer.case.case
    heads = [{"name": called, "title": head.title or called, "summary": head.summary or ""}]
    return {**status(at), "case_heads": heads if called in bundled_case_names() else []}


def _names(called: str) -> dict[str, Any]:
    """Names that lead somewhere on this page: of its case, and cards of the record."""
    items = [item for item in all_names()["items"] if item.get("card") or item.get("case") == called]
    return {"items": [item if item.get("case") == called else {**item, "case": ""} for item in items]}


def _files() -> dict[str, Any]:
    """Words and maps by the paths the page asks for."""
    static = files("bongsu.console") / "static"
    names = ("i18n/en.json", "i18n/ko.json", "i18n/ja.json", "map/countries-110m.json", "map/countries-50m.json")
    return {f"/{name}": json.loads((static / name).read_text(encoding="utf-8")) for name in names}


def _modules() -> list[dict[str, str]]:
    """Every module the entry needs, each after those it imports, with imports named by their place."""
    static = files("bongsu.console") / "static"
    done: dict[str, str] = {}
    open_now: list[str] = []

    def take(name: str) -> None:
        if name in done:
            return
        if name in open_now:
            raise AssertionError(f"modules import each other: {' > '.join([*open_now, name])}")
        open_now.append(name)
        folder = name.rpartition("/")[0]

        def placed(found: re.Match[str]) -> str:
            parts: list[str] = folder.split("/")
            for part in found[2].split("/"):
                if part == "..":
                    parts.pop()
                elif part != ".":
                    parts.append(part)
            place = "/".join(parts)
            take(place)
            return f'{found[1]}"bongsu:{place}"'

        source = _IMPORT.sub(placed, static.joinpath(name).read_text(encoding="utf-8"))
        open_now.pop()
        done[name] = source

    take(_ENTRY)
    return [{"name": name, "source": source} for name, source in done.items()]


def _bound(page: dict[str, Any], title: str) -> str:
    """The file: the console's page with its style, its modules and its answers inside."""
    static = files("bongsu.console") / "static"
    html = (static / "index.html").read_text(encoding="utf-8")
    style = (static / "app" / "console.css").read_text(encoding="utf-8")
    held = json.dumps({"page": page, "modules": _modules(), "entry": _ENTRY}, ensure_ascii=False, separators=(",", ":"))
    held = held.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    policy = (
        f"default-src 'none'; script-src 'sha256-{_hash(_START)}' blob:; style-src 'sha256-{_hash(style)}';"
        " img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
    safe_title = "".join(letter for letter in title if letter not in "<>&")[:120]
    head, end = html.split('<link rel="icon"', 1)
    body = end[end.index("</head>") :]
    head = head.replace("<title>Bongsu</title>", f"<title>{safe_title} – Bongsu</title>")
    head = head.replace(
        '<meta charset="utf-8">',
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '\n<meta name="referrer" content="no-referrer">',
    )
    script = (
        f'<script type="application/json" id="bongsu-held">{held}</script>\n<script type="module">{_START}</script>\n'
    )
    return f"{head}<style>{style}</style>\n{body.replace('</body>', script + '</body>')}"


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
