"""The console's memory while its clock plays, and while a person goes to and fro between the views.

Memory is what JavaScript's heap holds after a forced collection, with the counts of the page's elements and listeners:
none of them depends on the machine or its load. The clock plays over 72 h of passes with tracks, footprints and night, from
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
EVERY_S = {"full": 30.0, "small": 6.0}
SETTLE = 3  # samples left out: maps and the first views are still coming in
GROWTH = 0.05
ROUNDS = {"full": 200, "small": 20}


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
        """Heap after a collection [MB], elements and text nodes in memory, listeners."""
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
    while (passed := time.monotonic() - begun) < minutes * 60.0 + every_s / 2:
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
    slope = float(np.polyfit(kept[:, 0], kept[:, 1], 1)[0])  # MB per minute
    grown = slope * MINUTES[share]
    heap = float(np.median(kept[:, 1]))
    nodes = float(np.polyfit(kept[:, 0], kept[:, 2], 1)[0] * MINUTES[share]) / float(np.median(kept[:, 2]))
    lines = [
        f"{MINUTES[share]:g} min of play, {len(samples)} samples; heap after collection {kept[0, 1]:.2f} MB at first,"
        f" {kept[-1, 1]:.2f} at last, {kept[:, 1].max():.2f} at most",
        f"slope {slope * 1000:+.1f} kB/min: {grown / heap:+.1%} over the play; elements {kept[0, 2]:.0f} to {kept[-1, 2]:.0f},"
        f" listeners {kept[0, 3]:.0f} to {kept[-1, 3]:.0f}",
        f"{ROUNDS[share]} rounds of the views: heap {before[0]:.2f} to {after[0]:.2f} MB, elements {before[1]} to {after[1]},"
        f" listeners {before[2]} to {after[2]}",
    ]
    around = after[0] - before[0]
    # A small share holds too few samples for the slope to say more than the scatter of single ones.
    holds = (
        (grown < GROWTH * heap or (share == "small" and grown < 0.2 * heap))
        and nodes < 0.2
        and around < 0.1 * before[0]
    )
    return {"lines": lines, "holds": bool(holds)}
