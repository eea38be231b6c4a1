"""The console's memory while its clock plays, and while a person goes to and fro between the views.

Memory is what JavaScript's heap holds after a forced collection, with the counts of the page's elements and listeners.
The page goes on drawing between a collection and its reading, so that single readings lie anywhere above what is held
(8.5 MB of readings up to 15 here): each sample is the least of three, and the growth is that between the least of the
first and of the last third. Whatever is kept for ever raises both. The clock plays over 72 h of passes with tracks, footprints and night, from
the start again when it has come to the end; every half minute one more pass is chosen, so that the panel is drawn anew.
"""

from __future__ import annotations

import time
from typing import Any

import numpy as np

from ._console import PASSES, chromium, console

TITLE = "Console: JavaScript heap after collection grows by less than 5 % of itself over the play, elements not at all"
EXPECTED_TIME = "31 min"
MINUTES = {"full": 30.0, "small": 1.0}
EVERY_S = {"full": 30.0, "small": 3.0}
LEAST = 9  # samples that count, also where a loaded machine takes long for each
SETTLE = 3  # samples left out: maps and the first views are still coming in
GROWTH = {"full": 0.05, "small": 0.15}  # in the first minutes the browser still compiles: 8.2 to 8.5 MB here
AROUND = 0.1  # the views hold answers to other questions before and after
ROUNDS = {"full": 200, "small": 10}
READINGS = 3  # a sample is the least of them


class Page:
    """A page whose heap can be asked for."""

    def __init__(self, browser: Any, address: str) -> None:
        self.page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="en-US")
        self.page.goto(address)
        self.page.wait_for_selector("#sentence", timeout=120_000)
        self.tools = self.page.context.new_cdp_session(self.page)
        self.tools.send("HeapProfiler.enable")
        self.tools.send("Performance.enable")

    def held(self) -> tuple[float, int, int]:
        """Heap after a collection [MB], elements and text nodes in memory, listeners: the least of some readings."""
        return min(self._reading() for _ in range(READINGS))

    def _reading(self) -> tuple[float, int, int]:
        for _ in range(2):  # what the first one freed may have held the rest
            self.tools.send("HeapProfiler.collectGarbage")
        found = {item["name"]: item["value"] for item in self.tools.send("Performance.getMetrics")["metrics"]}
        return found["JSHeapUsedSize"] / 1e6, int(found["Nodes"]), int(found["JSEventListeners"])

    def play(self) -> None:
        """Keep the clock going."""
        button = self.page.locator('footer button[aria-label="Play"]')
        if button.count():
            button.click()

    def choose(self, number: int) -> None:
        """Choose a pass."""
        rows = self.page.locator("#passes tbody button")
        if rows.count():
            rows.nth(number % rows.count()).click()


def _played(page: Page, minutes: float, every_s: float) -> list[tuple[float, float, int, int]]:
    """Samples over the play: minutes since its start, and what is held."""
    page.page.wait_for_selector("#passes", timeout=120_000)
    page.page.wait_for_timeout(4000)  # tracks, and the finer map
    samples, begun, number = [], time.monotonic(), 0
    while (passed := time.monotonic() - begun) < minutes * 60.0 + every_s / 2 or len(samples) < SETTLE + LEAST:
        samples.append((passed / 60.0, *page.held()))
        page.play()
        page.choose(number)
        number += 1
        page.page.wait_for_timeout(int(every_s * 1000))
    return samples


def _to_and_fro(page: Page, rounds: int) -> tuple[tuple[float, int, int], tuple[float, int, int]]:
    """What is held before and after going round the views; the first ten rounds are not counted."""
    doors = page.page.locator("#views a")
    before = page.held()
    for index in range(rounds + 10):
        if index == 10:
            before = page.held()
        for door in range(doors.count()):
            doors.nth(door).click()
            page.page.wait_for_timeout(30)
    page.page.wait_for_timeout(3000)
    return before, page.held()


def run(seed: int, share: str) -> dict[str, object]:
    del seed  # nothing is left to chance
    with console() as address, chromium() as browser:
        page = Page(browser, address + PASSES)
        samples = np.array(_played(page, MINUTES[share], EVERY_S[share]))
        before, after = _to_and_fro(page, ROUNDS[share])
    kept = samples[SETTLE:]
    third = len(kept) // 3
    first, last = kept[:third].min(axis=0), kept[-third:].min(axis=0)
    grown = last[1] / first[1] - 1.0
    lines = [
        f"{samples[-1, 0]:.0f} min of play, {len(samples)} samples, of which {len(kept)} count; heap after collection at least"
        f" {first[1]:.2f} MB in the first third, {last[1]:.2f} in the last: {grown:+.1%}; single samples to {kept[:, 1].max():.2f}",
        f"elements {first[2]:.0f} and {last[2]:.0f}, listeners {first[3]:.0f} and {last[3]:.0f}",
        f"{ROUNDS[share]} rounds of the views: heap {before[0]:.2f} to {after[0]:.2f} MB, elements {before[1]} to {after[1]},"
        f" listeners {before[2]} to {after[2]}",
    ]
    holds = (
        grown < GROWTH[share]
        and last[2] <= first[2] + 20
        and last[3] <= first[3] + 5
        and after[0] < before[0] * (1.0 + AROUND)
    )
    return {"lines": lines, "holds": bool(holds)}
