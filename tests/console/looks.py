"""Every way the page can look: languages, themes, widths, states and views; what must hold of each, and a pairwise choice.

``test_looks.py`` takes the pairwise choice; ``scripts/figures console-looks`` takes every combination.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import bongsu.console

APP = Path(bongsu.console.__file__).parent / "static" / "app"
VIEWS = re.findall(r'"(\w+)"', re.findall(r"export const VIEWS = \[(.*?)\]", (APP / "state.js").read_text())[0])
FACTORS: dict[str, Sequence[Any]] = {
    "language": ("en", "ko", "ja"),
    "theme": ("light", "dark"),
    "width": (390, 768, 1280, 1920),
    "state": ("demo", "empty", "loading", "stale", "error", "offline"),
    "view": VIEWS,
}
ASKED = {"sites": "&over=Seoul;Kadena;36.95,-76.33&from=2024-06-07T00:00Z"}  # what a view is asked on its own
PATIENCE_MS = 120_000  # a busy machine may need long; nothing here is about time
WITHOUT_ENGINE = {"help"}  # views that never wait for an answer

# Text that its own box cuts; boxes that scroll, fields, and words for screen readers only are no such boxes.
CLIPPED = """() => [...document.querySelectorAll('header *, main *, footer *, #bar')].filter((e) => {
  if (!e.offsetParent || e.closest('svg, .sr, .scroll, select, datalist, details:not([open]) > div') || ['INPUT', 'TEXTAREA', 'SELECT', 'PRE', 'CANVAS'].includes(e.tagName)) return false;
  if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) return false;
  const style = getComputedStyle(e);
  if (style.display === 'inline') return false;
  const hides = (value) => value !== 'visible' && value !== 'auto' && value !== 'scroll';
  const wide = e.scrollWidth > e.clientWidth + 2 && (hides(style.overflowX) || ['BUTTON', 'A', 'SUMMARY', 'H1', 'H2', 'LABEL'].includes(e.tagName));
  return wide || (e.scrollHeight > e.clientHeight + 4 && hides(style.overflowY));
}).map((e) => `${e.tagName.toLowerCase()} ${e.id}: ${e.textContent.slice(0, 60)}`)"""
EXPECTED_NOISE = re.compile(r"Failed to load resource|ERR_FAILED|net::")  # the browser's own word on a refused question


def pairwise(factors: dict[str, Sequence[Any]]) -> list[dict[str, Any]]:
    """A small choice of combinations in which every pair of values of two factors occurs; the same each time.

    Greedy: each combination is, of a hundred candidates built value by value, the one with most pairs still missing.
    """
    names = list(factors)
    missing = {
        (a, x, b, y) for a, b in itertools.combinations(names, 2) for x in factors[a] for y in factors[b]
    }  # fmt: skip
    chosen = []
    while missing:
        a, x, b, y = min(missing, key=str)
        row = {a: x, b: y}
        for name in names:
            if name not in row:
                row[name] = max(
                    factors[name],
                    key=lambda value: (_gain({**row, name: value}, name, missing), -list(factors[name]).index(value)),
                )
        row = {name: row[name] for name in names}
        missing -= set(_pairs(row, names))
        chosen.append(row)
    return chosen


def _pairs(row: dict[str, Any], names: list[str]) -> Iterator[tuple[str, Any, str, Any]]:
    for a, b in itertools.combinations([name for name in names if name in row], 2):
        yield (a, row[a], b, row[b])


def _gain(row: dict[str, Any], name: str, missing: set[tuple[str, Any, str, Any]]) -> int:
    names = [key for key in FACTORS if key in row]
    return sum(pair in missing for pair in _pairs(row, names) if name in (pair[0], pair[2]))


def until(page: Any, expression: str, arg: Any = None) -> None:
    """Wait until an expression is true. Playwright's own wait evaluates in the page, which the policy does not allow."""
    for _ in range(PATIENCE_MS // 100):
        if page.evaluate(expression, arg):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {expression}")


def expect(actual: Any) -> Any:
    """Playwright's own waiting assertion, with our patience: what the page draws with its next frame is waited for.

    It reads the page from outside, so the policy against evaluated text does not hinder it. A page given is its address.
    """
    from playwright.sync_api import expect as waiting  # noqa: PLC0415

    waiting.set_options(timeout=PATIENCE_MS)
    return waiting(actual)


def settle(page: Any) -> None:
    """Wait until what is waiting for the next frame has been drawn; the clock of the page may stand."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def address_says(page: Any, *words: str) -> None:
    """Wait until the page's own address holds all words; Playwright's copy of it may come later."""
    for word in words:
        until(page, "(word) => location.hash.includes(word)", word)


def fragment_of(page: Any) -> str:
    """The address from ``#`` on, once moves that are written late (after 300 ms) are in it."""
    page.wait_for_timeout(400)
    return str(page.evaluate("location.hash"))


class Looker:
    """Opens the page in one of its looks, and says what is wrong with it."""

    def __init__(self, browser: Any, address: str) -> None:
        from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

        self.browser, self.address = browser, address
        self._answers: dict[tuple[str, str], tuple[int, str, bytes]] = {}
        self._axe = Axe()

    def look(
        self, language: str, theme: str, width: int, state: str, view: str, *, keep: Callable[[Any], None] | None = None
    ) -> list[str]:
        """What is wrong with one look; nothing, where all is well. ``keep(page)`` may take its picture."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 844 if width < 500 else 800}, locale="en-US"
        )
        page = context.new_page()
        wrong: list[str] = []
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("console", lambda said: self._heard(said, wrong))
        page.on("request", lambda request: self._asked(request.url, wrong))
        page.route("**/api/**", lambda route: self._answer(route, state))
        asked = "" if state == "empty" else ASKED.get(view, "")
        empty = "&case=&sats=" if state == "empty" else ""
        page.goto(f"{self.address}#view={view}&lang={language}&theme={theme}{asked}{empty}")
        page.wait_for_selector("html[data-ready]")
        try:
            self._reached(page, state, view)
        except Exception as error:
            wrong.append(f"state not reached: {str(error).splitlines()[0]}")
        wrong += self._measured(page, width)
        if keep:
            keep(page)
        page.unroute_all(behavior="ignoreErrors")  # an answer on its way would be given to a closed page
        context.close()
        return wrong

    def _heard(self, said: Any, wrong: list[str]) -> None:
        if said.type == "error" and not EXPECTED_NOISE.search(said.text):
            wrong.append(f"console: {said.text}")

    def _asked(self, url: str, wrong: list[str]) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            wrong.append(f"asked another machine: {url}")

    def _answer(self, route: Any, state: str) -> None:
        if state == "offline":
            return route.abort()
        if state == "loading":
            return None  # never answered
        if route.request.url.endswith("/api/live"):
            return route.continue_()  # without end
        if state == "error":
            body = {
                "error": "no element set of 58400 is near 2024-06-07",
                "advice": "ask for another time",
                "problems": [],
            }
            return route.fulfill(status=409, content_type="application/json", body=json.dumps(body))
        key = (route.request.url, route.request.post_data or "")
        if key not in self._answers:
            answer = route.fetch(timeout=PATIENCE_MS)
            self._answers[key] = (answer.status, answer.headers.get("content-type", ""), answer.body())
        status, kind, body = self._answers[key]
        if state == "stale":
            body = _aged(body)
        return route.fulfill(status=status, content_type=kind, body=body)

    @staticmethod
    def _reached(page: Any, state: str, view: str) -> None:
        if view in WITHOUT_ENGINE:
            page.wait_for_selector("#sentence", timeout=PATIENCE_MS)
        elif state == "loading":
            page.wait_for_selector("#panel progress", timeout=PATIENCE_MS)
        elif state in ("error", "offline"):
            page.wait_for_selector("#panel .state.error", timeout=PATIENCE_MS)
        else:
            page.wait_for_selector("#sentence, #panel .state:not(:has(progress))", timeout=PATIENCE_MS)
            if view == "launch" and state != "empty":
                page.wait_for_selector("#plots", timeout=PATIENCE_MS)  # the last of the parts that follow the answer
        until(page, "document.fonts.status === 'loaded'")
        settle(page)

    def _measured(self, page: Any, width: int) -> list[str]:
        wrong = []
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            wrong.append(f"scrolls sideways: {wide} px")
        wrong += [f"cut: {words}" for words in page.evaluate(CLIPPED)]
        found = self._axe.run(page)
        for violation in found.response["violations"]:
            where = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
            wrong.append(f"axe {violation['id']}: {where}")
        return wrong


def _aged(body: bytes) -> bytes:
    """An answer whose element sets and tables are old."""
    text = body.decode()
    text = re.sub(r'"age_days": ?-?[\d.]+', '"age_days": 412.5', text)
    return re.sub(r'"good": ?true', '"good": false', text).encode()
