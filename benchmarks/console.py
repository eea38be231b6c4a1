"""How fast the console is in a real browser without a GPU: reported, never asserted.

Usage: python benchmarks/console.py [--seconds 5] [--record]   (needs Chromium and the extra ``browser``; about a minute)
First useful picture: from the request until the sentence and the map's areas are on screen, with the engine warm (as
``bongsu serve`` has it a few seconds after its start) and cold (the answer still being worked out). Memory over a long play
is ``scripts/figures console-memory``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from figures._console import chromium, console

CHECKOUT = Path(__file__).resolve().parents[1]
RECORD = CHECKOUT / "docs" / "figures.md"
FRAMES = """async ([seconds, points, corners, turning]) => {
  const {overlay} = await import('/app/overlay.js');
  const {makeGlobe} = await import('/app/globe.js');
  const {scene} = await import('/app/scene.js');
  const canvas = document.getElementById('map');
  let spent = 0;
  const globe = makeGlobe(canvas, {onPick() {}, onView() {}, onDraw(ms) { spent += ms; }});
  globe.setWorld(await (await fetch('/map/countries-110m.json')).json());
  const ring = Array.from({length: 1441}, (_, i) => i);
  const track = {norad_id: 1, name: 'one', start: '2024-06-07T00:00:00Z', time: ring.map((i) => i * 60), latitude_deg: ring.map((i) => 80 * Math.sin(i / 15)),
    longitude_deg: ring.map((i) => (i * 4.2) % 360 - 180), height_m: ring.map(() => 500000), sunlit: ring.map(() => true)};
  const sites = Array.from({length: 50}, (_, i) => ({name: `site ${i}`, latitude: -60 + (i * 37) % 120, longitude: -180 + (i * 71) % 360}));
  const cloud = Array.from({length: points}, (_, i) => [(i * 137.5) % 360 - 180, (i * 61.8) % 160 - 80]);
  const firs = Array.from({length: corners ? 300 : 0}, (_, i) => {
    const [x, y] = [(i * 37.3) % 350 - 175, (i * 17.7) % 140 - 70];
    const ring = Array.from({length: Math.round(corners / 300)}, (_, k) => [x + 4.5 * Math.cos(k / 5.3) + 0.3 * Math.sin(k), y + 4.5 * Math.sin(k / 5.3)]);
    return {id: `fir:${i}`, kind: 'FIR', name: `FIR ${i}`, who: '', source: '', note: '', at: [x, y], geometry: {type: 'Polygon', coordinates: [[...ring, ring[0]]]}};
  });
  const laid = overlay(firs, '');
  let frames = 0;
  const begun = performance.now();
  await new Promise((done) => {
    const step = (now) => {
      const time = new Date(Date.UTC(2024, 5, 7) + (now - begun) * 600);
      const list = scene({time, tracks: [track], sites, features: []}, {sel: ''});
      for (const place of cloud) { place[0] = (place[0] + 180.05) % 360 - 180; }
      if (points) list.push({type: 'points', id: 'cloud', role: 'orbit', positions: cloud});
      if (turning) globe.setView({centre: [(now - begun) / 20 % 360 - 180, 30], zoom: 1.6});
      globe.setScene([...list, ...laid]);
      globe.redraw();
      frames += 1;
      if (now - begun < seconds * 1000) requestAnimationFrame(step); else done();
    };
    requestAnimationFrame(step);
  });
  const passed = (performance.now() - begun) / 1000;
  return [frames / passed, spent / frames];
}"""


HOSTILE = """async () => {
  const longest = [];
  new PerformanceObserver((list) => longest.push(...list.getEntries().map((e) => e.duration))).observe({entryTypes: ['longtask']});
  const {scene} = await import('/app/scene.js');
  const {makeGlobe} = await import('/app/globe.js');
  const globe = makeGlobe(document.getElementById('map'), {onPick() {}, onView() {}});
  const ring = Array.from({length: 1000000}, (_, i) => [127 + 20 * Math.cos(i / 159155), 30 + 20 * Math.sin(i / 159155)]);
  ring.push(ring[0]);
  const place = (i) => ({name: `site ${i}`, latitude: -60 + (i * 37.3) % 120, longitude: -180 + (i * 71.7) % 360});
  const found = {};
  const pause = () => new Promise((done) => setTimeout(done, 300));
  const data = {'a ring of 1,000,001 corners': {features: [{geometry: {type: 'Polygon', coordinates: [ring]}, properties: {layer: 'area', name: 'x'}}]},
                '10,000 places with names': {sites: Array.from({length: 10000}, (_, i) => place(i))}};
  for (const [name, content] of Object.entries(data)) {
    for (const turn of ['first', 'again']) {
      await pause();
      longest.length = 0;
      await new Promise((done) => setTimeout(() => { globe.setScene(scene({time: null, ...content}, {sel: ''})); globe.redraw(); done(); }, 0));
      await pause();
      found[`${name}, ${turn}`] = Math.max(0, ...longest);
    }
  }
  return found;
}"""


def picture_s(browser: Any, address: str) -> float:
    """Seconds from asking for the page until sentence and map are there."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    begun = time.perf_counter()
    page.goto(address)
    page.wait_for_selector("#sentence")
    page.wait_for_selector("html[data-ready]")
    passed = time.perf_counter() - begun
    context.close()
    return passed


def measured(seconds: float) -> list[str]:
    """What is reported, a line each."""
    lines = []
    with console() as address, chromium() as browser:
        cold = picture_s(browser, address)
        warm = sorted(picture_s(browser, address) for _ in range(5))
        lines.append(
            f"first useful picture: {warm[0]:.2f} s best, {warm[2]:.2f} s median of 5, engine warm;"
            f" {cold:.2f} s while it works the answer out"
        )
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        sizes: list[int] = []
        page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
        page.goto(address)
        page.wait_for_selector("#sentence")
        page.wait_for_timeout(4000)
        lines.append(f"sent: {sum(sizes) / 1e6:.2f} MB in {len(sizes)} requests, both maps included")
        for points, corners, turning in (
            (0, 0, False),
            (10_000, 0, False),
            (0, 10_000, False),
            (0, 0, True),
            (0, 10_000, True),
        ):
            rate, spent = page.evaluate(FRAMES, [seconds, points, corners, turning])
            what = "one track and 50 sites" + (f", and {points:,} moving points" if points else "")
            what += f", under 300 FIRs of {corners:,} corners" if corners else ""
            what += ", the map turning" if turning else ""
            lines.append(f"{rate:.0f} frames/s, {spent:.1f} ms of drawing a frame: {what}")
        page.close()
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(address + "#view=help")
        page.wait_for_selector("#sentence")
        for what, longest in page.evaluate(HOSTILE).items():
            lines.append(f"longest task {longest:.0f} ms (0: none over 50 ms): {what}")
    return lines


def main() -> None:
    """Read the command line, measure, print, record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0, help="of each measure of frames")
    parser.add_argument("--record", action="store_true", help="append to docs/figures.md")
    asked = parser.parse_args()
    load = os.getloadavg()[0]
    commit = subprocess.run(
        ["git", "-C", str(CHECKOUT), "rev-parse", "--short=10", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    head = f"Commit {commit}; load {load:.1f} on {os.cpu_count()} cores; Chromium without a GPU, 1280 x 800"
    lines = [f"- {line}" for line in measured(asked.seconds)]
    print("\n".join([head, *lines]))
    if asked.record:
        with RECORD.open("a", encoding="utf-8") as file:
            title = f"\n## benchmarks/console.py, {datetime.now(UTC):%Y-%m-%d %H:%M}Z\n\n{head}\n\n"
            file.write(title + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
